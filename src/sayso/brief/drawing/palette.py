"""Colours that people with any kind of colour vision can tell apart, also where they are printed in grey.

Those that have a hue are from the palette of Masataka Okabe and Kei Ito, "Color Universal Design" (2002, revised 2008),
https://jfly.uni-koeln.de/color/. Colour never stands alone: every kind of mark has a shape and a word, too.
"""

INK = "#1b1b1b"
ASIDE = "#595959"
FAINT = "#d5d5d5"
BAND = "#f3f3f3"
PAPER = "#ffffff"

ORANGE = "#e69f00"
SKY = "#56b4e9"
GREEN = "#009e73"
BLUE = "#0072b2"
VERMILLION = "#d55e00"
PURPLE = "#cc79a7"
