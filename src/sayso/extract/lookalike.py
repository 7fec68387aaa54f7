"""What looks like a count and is none: dates, years, clock times, ordinals, labels, codes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..languages.numbers import NumberLexicon
from ..text.tokens import BREAK, NUMBER, WORD, Token
from .numeral import Numeral

DASHES = frozenset("-–—−‑")
GLUE = frozenset("/\\_@#=:+−-")
CURRENCY = frozenset("$€£¥₴₽₣₹")
_DAYS, _HOURS = 31, 24
_MONTHS = frozenset(f"{month:02}" for month in range(1, 13))
_YEARS = range(1000, 2101)
_RECENT = range(1900, 2101)
_ADDRESS = 5  # tokens from "вул." to the number of the house


@dataclass(frozen=True)
class Site:
    """A number and its neighbourhood."""

    tokens: Sequence[Token]
    numeral: Numeral
    lexicon: NumberLexicon

    def at(self, index: int) -> Token | None:
        """Return the token at `index`, None outside the slice."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def norm(self, index: int) -> str:
        """Return the token at `index` in lower case, "" outside the slice."""
        token = self.at(index)
        return token.norm if token else ""

    def has(self, role: str, index: int) -> bool:
        """Tell whether the token at `index` has `role` in the lexicon."""
        return self.norm(index) in self.lexicon.words[role]

    def glued(self, left: int) -> bool:
        """Tell whether no blank stands between the tokens `left` and `left + 1`."""
        first, second = self.at(left), self.at(left + 1)
        return bool(first and second and first.end == second.start)

    @property
    def last(self) -> int:
        """Index of the number's last token."""
        return self.numeral.end - 1

    @property
    def whole(self) -> int:
        """Return the value of a number, or of a range's first, in plain figures; -1 for any other."""
        own = [token for token in self.tokens[self.numeral.start : self.numeral.end] if token.kind == NUMBER]
        plain = own and not self.numeral.scaled and all(token.text.isdecimal() for token in own)
        return int(own[0].text) if plain else -1


def is_ordinal(site: Site) -> bool:
    """Match "11-ї", "двадцять п'ятий", "перша половина"."""
    end = site.numeral.end
    if site.numeral.figures and site.norm(end) in DASHES and site.glued(end - 1) and site.glued(end):
        return site.has("ordinal_suffix", end + 1)
    if site.numeral.role == "fraction":
        return site.has("ordinal", site.numeral.start - 1)
    round_number = site.numeral.low >= 20 and site.numeral.low % 10 == 0
    return round_number and not site.numeral.figures and site.has("ordinal", end)


def is_day(site: Site) -> bool:
    """Match "11 вересня", "27 і 28 жовтня", and "October 17" where the language says so."""
    if not 1 <= site.numeral.low <= _DAYS or site.numeral.scaled:
        return False
    if _is_day_and_month(site):
        return True
    index = site.numeral.end
    while _joins_days(site, index):
        index += 1
    if site.norm(index) in site.lexicon.dates:
        return True
    return site.lexicon.month_first and _after_month(site)


def _after_month(site: Site) -> bool:
    """Match "October 17", "Oct. 17" and the second day of "October 8 and 13"."""
    before = site.numeral.start - 1
    first = site.at(before - 1)
    if before > 1 and _links_days(site, before) and first and _may_be_day(first):
        before -= len("8 and".split())
    before -= site.norm(before) == "."
    return site.norm(before) in site.lexicon.dates


def _is_day_and_month(site: Site) -> bool:
    """Match "5.03" where the decimal mark is a comma and nothing is counted."""
    text = site.tokens[site.numeral.start].text
    day, mark, month = text.partition(".")
    dated = (
        mark and mark not in site.lexicon.words["decimal"] and len(month) == len("03") and month in _MONTHS
    )
    return bool(dated) and day.isdecimal() and not _signed(site)


def _joins_days(site: Site, index: int) -> bool:
    token = site.at(index)
    if token is None or index - site.numeral.end > len("- 2 , 3"):
        return False
    return _may_be_day(token) or _links_days(site, index)


def _may_be_day(token: Token) -> bool:
    return token.kind == NUMBER and token.text.isdecimal() and int(token.text) <= _DAYS


def _links_days(site: Site, index: int) -> bool:
    joins = ("link", "range_mid", "range_or", "between_mid", "ordinal_suffix")
    return site.norm(index) in DASHES | {","} or any(site.has(role, index) for role in joins)


def is_year(site: Site) -> bool:
    """Match "2024 року", "серпня 2014", "з 1996", "(2019)", "2019–2020"."""
    if site.whole not in _YEARS or not _four_figures(site):
        return False
    start, end = site.numeral.start, site.numeral.end
    ranged = end - start > 1
    if site.has("year_word", end) or (ranged and site.has("year_word_range", end)):
        return True
    if site.norm(start - 1) in site.lexicon.dates or (site.norm(start - 1) == "," and site.whole in _RECENT):
        return not _counts(site) or site.norm(start - 1) in site.lexicon.dates
    if site.whole not in _RECENT:
        return False
    if site.has("year_before", start - 1) and site.whole % 100:
        return True
    return not _counts(site)


def _four_figures(site: Site) -> bool:
    own = site.tokens[site.numeral.start : site.numeral.end]
    return all(len(token.text) == len("2024") for token in own if token.kind == NUMBER)


def _signed(site: Site) -> bool:
    """Tell whether a sign of money, percent or measure stands beside the number."""
    marks = site.lexicon.words["percent"] | site.lexicon.words["measure"] | CURRENCY
    return site.norm(site.numeral.start - 1) in CURRENCY or site.norm(site.numeral.end) in marks


def _counts(site: Site) -> bool:
    """Tell whether something to count follows, or a sign of money or percent stands beside the number."""
    after = site.at(site.numeral.end)
    if _signed(site):
        return True
    return bool(after and after.kind == WORD and after.text[0].islower()) and not site.has(
        "stop", site.numeral.end
    )


def is_clock(site: Site) -> bool:
    """Match "о 10", "о 14.30", "8 ранку"."""
    if not 0 <= site.numeral.low <= _HOURS or site.numeral.scaled:
        return False
    return site.has("clock", site.numeral.start - 1) or site.has("clock_after", site.numeral.end)


def is_label(site: Site) -> bool:
    """Match "стаття 201", "№ 5", "вул. Миру, 10"."""
    if not site.numeral.figures:
        return False
    before = site.numeral.start - 1
    before -= site.norm(before) == "."
    if site.has("label", before):
        return True
    return any(site.has("street", index) for index in range(before - _ADDRESS, before))


def is_code(site: Site) -> bool:
    """Match "F16", "3D", "1/2", "2024-10-28", "044-123-45-67"."""
    if not site.numeral.figures:
        return False
    start, end = site.numeral.start, site.numeral.end
    if start and site.glued(start - 1) and _spoils(site, start - 1):
        return True
    if not site.glued(end - 1):
        return False
    after = site.tokens[end]
    if after.kind == WORD:
        known = (
            site.lexicon.words["measure"]
            | site.lexicon.words["percent"]
            | site.lexicon.values["scale"].keys()
        )
        return after.norm not in known
    figures_follow = site.glued(end) and site.tokens[end + 1].kind == NUMBER
    return after.text in {"/", "_", "@", "=", ":"} or (after.text in GLUE and figures_follow)


def _spoils(site: Site, index: int) -> bool:
    token = site.tokens[index]
    if token.kind == NUMBER or (token.kind == WORD and not site.has("range_open", index)):
        return True
    if token.text in DASHES:
        return index > 0 and site.glued(index - 1) and site.tokens[index - 1].kind in {WORD, NUMBER}
    return token.text in GLUE


def is_item(site: Site) -> bool:
    """Match "1." or "2)" at the beginning of a line."""
    before, after = site.at(site.numeral.start - 1), site.norm(site.numeral.end)
    opens = before is None or before.kind == BREAK
    return site.whole >= 0 and opens and after in {".", ")"} and site.numeral.end + 1 < len(site.tokens)


def is_note(site: Site) -> bool:
    """Match "[39]", the number of a note."""
    alone = site.numeral.end - site.numeral.start == 1 and site.numeral.figures
    return alone and site.norm(site.numeral.start - 1) == "[" and site.norm(site.numeral.end) in {"]", ""}


def is_version(site: Site) -> bool:
    """Match "Windows 10", "Боїнг 737": after a name and with nothing to count."""
    before = site.at(site.numeral.start - 1)
    if site.whole < 0 or before is None or before.kind != WORD or not before.text[0].isupper():
        return False
    first = site.numeral.start == 1 or site.tokens[site.numeral.start - 2].kind != WORD
    return len(before.text) > 1 and not first and not _counts(site)


LOOKALIKES: tuple[tuple[str, Callable[[Site], bool]], ...] = (
    ("ordinal", is_ordinal),
    ("day", is_day),
    ("year", is_year),
    ("clock", is_clock),
    ("label", is_label),
    ("code", is_code),
    ("item", is_item),
    ("note", is_note),
    ("version", is_version),
)


def lookalike(site: Site) -> str | None:
    """Return the name of the first rule by which a number is no count, None where it is one."""
    return next((name for name, rule in LOOKALIKES if rule(site)), None)
