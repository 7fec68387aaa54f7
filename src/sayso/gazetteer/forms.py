"""Which dictionary forms an English or Russian word may be a form of: endings cut off and put on, nothing
more."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from importlib.resources import files

from ..text.table import read_table

_SHORTEST_STEM = 2
_COLUMNS = ("form", "lang", "lemma")


def _endings(table: str) -> dict[str, tuple[str, ...]]:
    """Read "ending: lemma's endings" of every line; "-" is no ending at all."""
    rows = (line.partition(":") for line in table.split("\n") if line.strip())
    return {
        ending.strip().replace("-", ""): tuple(one.replace("-", "") for one in into.split())
        for endings, _, into in rows
        for ending in endings.split(",")
    }


_ENGLISH = _endings("""
s: -
es: - is
ies: y ie
ves: f fe
ed: - e
ied: y
ing: - e
ying: ie
'll, 's, s': -
""")

_NOUNS = """
а: - о е
я: ь й е
у: - а о
ю: ь й я е
ы: - а
и: - а ь я й
е: - а о ь й я
ой, ою: а
ом: - о
ей: я а ь е ья
ем: ь й е - це
ов: - о
ев: й - ц ь
ью: ь
ам, ами, ах: - а о ы
ям, ями, ях: ь й я е и
-: а о ы
ь: я и
ии: ия ие ий
ию: ия ие ий
ией: ия
ия, ию, ием, иями, иям, иях: ие ий ия
ий: ия ие
ия: ие ий
ек: ка
ок: ка
"""

_ADJECTIVES = """
ая, ое, ые, ого, ому, ым, ом, ую, ых, ыми, ой: ый ой ий
яя, ее, ие, его, ему, им, ем, юю, их, ими, ей: ий ый ой
"""

_VERBS = """
л, ла, ло, ли, в, вший, вшие, вшая, вшего, вших, вшим, вшими: ть
ает, ают, аем, аешь, ая, ающий, ающие, ающая, ающих, ающего, ающим, ающими: ать
яет, яют, яем, яя, яющий, яющие, яющая, яющих: ять
ует, уют, уем, уя, ующий, ующие, ующая, ующих, ующего: овать евать
ит, ят, ат, им: ить еть ать
ишь: ить
нет, нут, нем: нуть
анный, анная, анное, анные, анного, анной, анных, анным, анными, ан, ана, ано, аны: ать
янный, янная, янные, ян, яна, яны: ять
енный, енная, енное, енные, енного, енной, енных, енным, енными, ен, ена, ено, ены: ить еть
ленный, ленная, ленные, лен, лена, лены, лено: ить
"""


def _joined(*tables: str) -> dict[str, tuple[str, ...]]:
    together: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for ending, into in _endings(table).items():
            together[ending] = tuple(dict.fromkeys((*together.get(ending, ()), *into)))
    return together


_ENDINGS = {"en": _ENGLISH, "ru": _joined(_NOUNS, _ADJECTIVES, _VERBS)}
_LONGEST = {lang: max(map(len, endings)) for lang, endings in _ENDINGS.items()}
_PARTICLES = {"ru": (("ся", "сь"), "ся")}
_DOUBLED = re.compile(r"([bdglmnprt])\1$")
_FLEETING = re.compile("([йь]?)([кц])$")
"""Where Russian lemmas have one more vowel: бойца, рынка, украинца."""


_PARTICIPLES = {
    "ru": _endings("""
анный: ать
янный: ять
енный: ить еть ти
вленный: вить
бленный: бить
мленный: мить
пленный: пить
жденный: дить
женный: зить дить
шенный: сить
щенный: тить стить
ченный: тить чить
тый: ть
ться: ть
тись: ти
"""),
    "uk": _endings("""
аний: ати
яний: яти
ений: ити іти ти
влений: вити
блений: бити
млений: мити
плений: пити
джений: дити
жений: зити дити
шений: сити
щений: тити стити
чений: тити чити
тий: ти
тися: ти
тись: ти
"""),
}
"""How passive participles end, and verbs that are their own object, and the verbs that they are of."""


class Irregular:
    """Forms that no cutting leads to their lemma: sent, children, людей. Get it by `Irregular.load()`."""

    def __init__(self, forms: dict[tuple[str, str], str]) -> None:
        self._forms = forms

    @classmethod
    def load(cls) -> Irregular:
        """Return the table, read once."""
        return _load()

    def lemma(self, form: str, lang: str) -> str | None:
        """Return the lemma of a form, None for one that the table does not know."""
        return self._forms.get((lang, form))


@functools.cache
def _load() -> Irregular:
    rows = read_table(files(__package__) / "forms.tsv", _COLUMNS)
    return Irregular({(row["lang"], row["form"]): row["lemma"] for row in rows})


def lemmas(form: str, lang: str) -> Iterator[str]:
    """Yield the dictionary forms that a word of lower case may belong to, likely and unlikely ones; nothing for
    a language without a table of endings."""
    body, reflexive = _reflexive(form, lang)
    for lemma in _cut(body, lang):
        yield lemma + reflexive


def verbs(lemma: str, lang: str) -> Iterator[str]:
    """Yield the verbs that a participle, or a verb that is its own object, may be of: "вбитий", "знищуватися"."""
    for ending, into in _PARTICIPLES.get(lang, {}).items():
        if lemma.endswith(ending) and len(lemma) - len(ending) >= _SHORTEST_STEM - 1:
            yield from (lemma.removesuffix(ending) + new for new in into)


def _reflexive(form: str, lang: str) -> tuple[str, str]:
    """Return a form without the particle of reflexive verbs, and the particle as lemmas have it."""
    short, full = _PARTICLES.get(lang, ((), ""))
    return (form[: -len(full)], full) if form.endswith(short) else (form, "")


def _cut(form: str, lang: str) -> Iterator[str]:
    endings = _ENDINGS.get(lang, {})
    for size in range(min(_LONGEST.get(lang, 0), len(form) - _SHORTEST_STEM), -1, -1):
        stem, ending = form[: len(form) - size], form[len(form) - size :]
        if ending in endings:
            for new in endings[ending]:
                yield stem + new
                yield from _mended(stem, new)


def _mended(stem: str, new: str) -> Iterator[str]:
    """Yield a stem that its ending had changed: stopped, бойцов."""
    if new:
        return
    if _DOUBLED.search(stem):
        yield stem[:-1]
    if fleeting := _FLEETING.search(stem):
        softened, last = fleeting.groups()
        yield f"{stem[: fleeting.start()]}{'е' if softened or last == 'ц' else 'о'}{last}"
