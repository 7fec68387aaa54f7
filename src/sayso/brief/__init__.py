"""The backgrounder: a sourced chronology in which every sentence cites and every quotation is exact."""

from .compose import compose
from .gate import pass_gate
from .page import LENGTHS, Brief, Cite, Item, Length, Quote, Reference, Row, Section, Sentence
from .wording import languages

__all__ = [
    "LENGTHS",
    "Brief",
    "Cite",
    "Item",
    "Length",
    "Quote",
    "Reference",
    "Row",
    "Section",
    "Sentence",
    "compose",
    "languages",
    "pass_gate",
]
