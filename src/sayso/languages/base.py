"""What a language pack is, and how it is read from its folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from importlib import import_module, resources
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple, Protocol

from ..errors import PackError
from ..grammar.agreement import cells, columns
from ..grammar.entries import Entries
from ..grammar.forms import Context, Forms
from ..grammar.rule import Rule, word_classes
from ..grammar.vocabulary import Vocabulary
from ..text.grammemes import NAMES
from ..text.morphology import Morphology
from ..text.sentences import Abbreviations
from .calendar import Calendar
from .cues import CueLexicon
from .inflection import Inflection
from .nominative import Nominative
from .numbers import NumberLexicon
from .titles import read_titles
from .universal import UniversalMorphology
from .weights import read_weights

APOSTROPHE = "’"
_REQUIRED = ("code", "name", "english_name", "version", "script", "words", "classes")
_TABLES = ("words", "classes", "modality", "owners")
_FILES = ("cues.tsv", "titles.tsv", "calendar.tsv", "numbers.tsv", "abbreviations.txt")
WordClasses = Mapping[str, tuple[tuple[str, ...], ...]]


class Names(Protocol):
    """Puts names and noun phrases of a language into the nominative."""

    def nominative(self, words: Sequence[str], case: int, gender: int | None) -> list[str]:
        """Return a person's name, seen in `case` (a grammeme), in the nominative."""
        ...

    def nominative_phrase(self, words: Sequence[str], head: int, case: int) -> list[str]:
        """Return a noun phrase whose head is word `head`, seen in `case`, in the nominative."""
        ...


class Pack(NamedTuple):
    """One language: its words, its tables and its rules.

    `code` is its ISO 639-1 code; `words` are word classes as sequences of lower-case words, longest first;
    `modality` gives words by the certainty or tense that they betray; `owners` maps possessive words to the agreement
    cells of whom they point to; `rules` stand in the order of trying, and `vocabulary` is both rules and words, ready
    to be tried; `confidence` are the weights of the features by which a statement's confidence is told, None where the
    pack has none.
    """

    code: str
    name: str
    english_name: str
    version: str
    script: str
    words: WordClasses
    modality: Entries
    owners: Mapping[str, int]
    morphology: Morphology
    names: Names
    forms: Forms
    cues: CueLexicon
    rules: tuple[Rule, ...]
    vocabulary: Vocabulary
    abbreviations: Abbreviations
    calendar: Calendar
    numbers: NumberLexicon
    confidence: Mapping[str, float] | None


def load_pack(package: str) -> Pack:
    """Read and check the pack in a package, for instance "sayso.languages.uk".

    The folder holds `pack.toml`, the tables `cues.tsv`, `titles.tsv`, `calendar.tsv`, `numbers.tsv` and
    `abbreviations.txt`, and the module `rules` (RULES); `confidence.tsv` may be there, and a module `context`
    (`context()`). Words are inflected as the tables [morphology] and [names] of pack.toml say, or by modules of the
    pack: `morphology` (`morphology()`) and `names` (`nominative`, `nominative_phrase`).
    Raises PackError, naming the file, for whatever is missing or breaks its own rules.
    """
    folder = resources.files(package)
    settings = _settings(folder)
    lacking = [name for name in _FILES if not (folder / name).is_file()]
    if lacking:
        raise PackError(f"{package} lacks {', '.join(lacking)}")
    rules: tuple[Rule, ...] = _of_module(package, "rules", "RULES")
    words = _sequences(settings["words"])
    missing = word_classes(rules) - words.keys()
    if missing:
        raise PackError(
            f"{package}: rules.py names word classes that pack.toml lacks: {', '.join(sorted(missing))}"
        )
    morphology = _morphology(package, folder, settings)
    classes = _classes({**settings["classes"], **_single_words(words)}, folder / "titles.tsv")
    return Pack(
        code=settings["code"],
        name=settings["name"],
        english_name=settings["english_name"],
        version=str(settings["version"]),
        script=settings["script"],
        words=words,
        modality=Entries(_sequences(settings.get("modality", {}))),
        owners=_owners(settings.get("owners", {})),
        morphology=morphology,
        names=_names(package, folder, settings, morphology),
        forms=Forms(morphology, classes, settings.get("prefixes", ()), _context(package)),
        cues=CueLexicon.load(folder / "cues.tsv"),
        rules=rules,
        vocabulary=Vocabulary(words, rules),
        abbreviations=_abbreviations(folder / "abbreviations.txt"),
        calendar=Calendar.load(folder / "calendar.tsv"),
        numbers=NumberLexicon.load(folder / "numbers.tsv"),
        confidence=read_weights(folder / "confidence.tsv"),
    )


def _settings(folder: Traversable) -> dict[str, Any]:
    try:
        settings = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"{folder.name}/pack.toml: {error}") from error
    absent = [key for key in _REQUIRED if key not in settings]
    if absent:
        raise PackError(f"{folder.name}/pack.toml lacks {', '.join(absent)}")
    for table in _TABLES:
        _check_lists(f"{folder.name}/pack.toml: {table}", settings.get(table, {}))
    return settings


def _check_lists(place: str, table: object) -> None:
    """Raise PackError, naming the entry, where `table` is not one of lists of words."""
    if not isinstance(table, dict):
        raise PackError(f"{place} must be a table")
    for name, entries in table.items():
        if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
            raise PackError(f"{place}.{name} must be a list of words")


def _of_module(package: str, module: str, name: str) -> Any:
    """Return what a module of the pack calls `name`. Raises PackError where module or name is missing."""
    try:
        found = import_module(f"{package}.{module}")
    except ModuleNotFoundError as error:
        if error.name != f"{package}.{module}":
            raise
        raise PackError(f"{package} lacks {module}.py") from error
    if not hasattr(found, name):
        raise PackError(f"{package}/{module}.py must define {name}")
    return getattr(found, name)


def _morphology(package: str, folder: Traversable, settings: Mapping[str, Any]) -> Morphology:
    """Return the morphology that pack.toml describes, else that of the pack's own module."""
    table = settings.get("morphology", {})
    if "analyser" in table:
        return UniversalMorphology(folder, table)
    if "morphology" in settings:
        return Inflection(folder, table)
    made: Morphology = _of_module(package, "morphology", "morphology")()
    return made


def _names(package: str, folder: Traversable, settings: Mapping[str, Any], morphology: Morphology) -> Names:
    """Return what puts names into the nominative: as pack.toml describes it, else the pack's own module."""
    if "names" in settings:
        if not isinstance(morphology, Inflection | UniversalMorphology):
            raise PackError(f"{package}: names in pack.toml ask for morphology there")
        decline = _of_module(package, "names", "declined") if (folder / "names.py").is_file() else None
        return Nominative(morphology, folder, settings["script"], settings["names"], decline)
    for function in ("nominative", "nominative_phrase"):
        _of_module(package, "names", function)
    return import_module(f"{package}.names")


def _context(package: str) -> Context | None:
    """Return what the module `context` of a pack gives, None where the pack has none."""
    if not (resources.files(package) / "context.py").is_file():
        return None
    made: Context = _of_module(package, "context", "context")()
    return made


def _abbreviations(path: Traversable) -> Abbreviations:
    try:
        return Abbreviations.parse(path.read_text(encoding="utf-8").splitlines())
    except ValueError as error:
        raise PackError(f"{path.name}: {error}") from error


def _sequences(table: Mapping[str, Sequence[str]]) -> WordClasses:
    """Split every entry into words, commas being words of their own; longest first, so that they win."""
    return {
        name: tuple(
            sorted((tuple(entry.replace(",", " , ").split()) for entry in entries), key=len, reverse=True)
        )
        for name, entries in table.items()
    }


def _single_words(words: WordClasses) -> dict[str, list[str]]:
    """A word class of rules is a lexicon class of its single words as well."""
    return {name: [entry[0] for entry in entries if len(entry) == 1] for name, entries in words.items()}


def _owners(table: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Map possessive words to the agreement cells of whom they point to."""
    unknown = sorted(table.keys() - NAMES.keys())
    if unknown:
        raise PackError(f"pack.toml: owners: {', '.join(unknown)} is no number or gender")
    return {word: columns(cells(int(NAMES[gram]))) for gram, words in table.items() for word in words}


def _classes(table: Mapping[str, Sequence[str]], titles: Traversable) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for name, entries in table.items():
        for entry in entries:
            classes.setdefault(entry, set()).add(name)
    for noun, title_class in read_titles(titles):
        classes.setdefault(noun, set()).add(title_class)
    # texts come with one apostrophe, tables are typed with another
    spelled = [(word.replace("'", APOSTROPHE), names) for word, names in classes.items() if "'" in word]
    for word, names in spelled:
        classes.setdefault(word, set()).update(names)
    return {word: frozenset(names) for word, names in classes.items()}
