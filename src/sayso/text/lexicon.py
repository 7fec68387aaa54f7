"""A morfologik dictionary on disk: word form -> (base form, tag), as its `.info` file says it is written.

`NAME.dict` holds sequences "form SEPARATOR encoded-base SEPARATOR tag"; `NAME.info` names the separator, the
character encoding and how a base is written as a change to its form (`DictionaryLookup.java` and
`*SequenceEncoder.java` of morfologik-stemming 2.1). A synthesis dictionary is the same with "lemma|tag" for
forms.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..errors import PackError
from .automaton import Automaton, Node

_WHOLE = 255  # a count of 255 in an encoded base means "all of it"
_READINGS_HELD = 100_000  # distinct paradigms kept; Ukrainian has fewer

_Readings = tuple[tuple[bytes, str], ...]
_Decoder = Callable[[bytes, bytes], bytes]


def _count(byte: int) -> int:
    """Return the number that a byte of an encoded base stands for: "A" is 0."""
    return (byte - ord("A")) & 0xFF


def _cut(form: bytes, start: int, length: int) -> bytes:
    return form[:start] + form[start + length :]


def _none(form: bytes, code: bytes) -> bytes:  # noqa: ARG001 - one signature for every encoder
    return code


def _suffix(form: bytes, code: bytes) -> bytes:
    drop = _count(code[0])
    return code[1:] if drop == _WHOLE else form[: len(form) - drop] + code[1:]


def _prefix(form: bytes, code: bytes) -> bytes:
    start, drop = _count(code[0]), _count(code[1])
    if _WHOLE in (start, drop):
        return code[2:]
    return form[start : len(form) - drop] + code[2:]


def _infix(form: bytes, code: bytes) -> bytes:
    at, length, drop = _count(code[0]), _count(code[1]), _count(code[2])
    if _WHOLE in (at, length, drop):
        return code[3:]
    return _cut(form, at, length)[: len(form) - length - drop] + code[3:]


_DECODERS: dict[str, tuple[_Decoder, int]] = {  # with the number of counts that a code begins with
    "NONE": (_none, 0),
    "SUFFIX": (_suffix, 1),
    "PREFIX": (_prefix, 2),
    "INFIX": (_infix, 3),
}


class Lexicon:
    """Look-ups in one dictionary. Not cached: callers cache what they make of the answer."""

    def __init__(self, path: Path) -> None:
        """Open `path` (a `.dict`) and the `.info` beside it. Raise PackError where either cannot be used."""
        info = _properties(path.with_suffix(".info"))
        self._encoding = info.get("fsa.dict.encoding", "utf-8")
        self._separator = info.get("fsa.dict.separator", "+").encode(self._encoding)
        encoder = info.get("fsa.dict.encoder", _legacy_encoder(info)).upper()
        if encoder not in _DECODERS:
            raise PackError(f"{path.name}: unknown encoder {encoder!r}")
        self._decode, self._counts = _DECODERS[encoder]
        try:
            self._automaton = Automaton(path.read_bytes(), path.name)
        except OSError as error:
            raise PackError(f"{path.name}: cannot be read ({error.strerror})") from error
        self._readings: dict[int, tuple[Node, _Readings]] = {}

    def look_up(self, form: str) -> list[tuple[str, str]]:
        """Return (base, tag) for every reading of `form`, exactly as it is spelled."""
        written = self._bytes(form)
        node = self._automaton.follow(written + self._separator) if written else None
        if node is None:
            return []
        bases: dict[bytes, str] = {}  # most readings of a form share one or two bases
        found = []
        for code, tag in self._readings_at(node):
            if code not in bases:
                bases[code] = self._decode(written, code).decode(self._encoding)
            found.append((bases[code], tag))
        return found

    def starting_with(self, prefix: str) -> list[tuple[str, str, str]]:
        """Return (rest of the form, base, tag) for every form that begins with `prefix`."""
        written = self._bytes(prefix)
        node = self._automaton.follow(written) if written else None
        if node is None:
            return []
        found = []
        for ending in self._automaton.endings(node):
            rest, _, reading = ending.partition(self._separator)
            code, tag = self._split(reading)
            base = self._decode(written + rest, code)
            found.append((rest.decode(self._encoding), base.decode(self._encoding), tag))
        return sorted(found)

    def _bytes(self, text: str) -> bytes:
        """Return `text` as the dictionary writes it, nothing where it cannot occur there."""
        try:
            written = text.encode(self._encoding)
        except UnicodeEncodeError:
            return b""
        return b"" if self._separator in written else written

    def _readings_at(self, node: Node) -> _Readings:
        """Return what follows a form's separator. Words inflected alike share the node, so it is kept."""
        held = self._readings.get(id(node))
        if held is None:
            if len(self._readings) >= _READINGS_HELD:
                self._readings.clear()
            readings = tuple(sorted(self._split(ending) for ending in self._automaton.endings(node)))
            # holding the node keeps its id from being reused
            held = self._readings[id(node)] = (node, readings)
        return held[1]

    def _split(self, reading: bytes) -> tuple[bytes, str]:
        """Part an encoded base from its tag; the counts at its head may look like a separator."""
        at = reading.find(self._separator, self._counts)
        return (reading, "") if at < 0 else (reading[:at], reading[at + 1 :].decode(self._encoding))


def _properties(path: Path) -> dict[str, str]:
    """Return the `key=value` lines of an `.info` file."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{path.name}: the description of the dictionary cannot be read") from error
    pairs = (line.partition("=") for line in lines if "=" in line and not line.startswith("#"))
    return {key.strip(): value.strip() for key, _, value in pairs}


def _legacy_encoder(info: dict[str, str]) -> str:
    """Return the encoder that the flags of older descriptions stand for; SUFFIX where there are none."""
    for flag, encoder in (("uses-infixes", "INFIX"), ("uses-prefixes", "PREFIX")):
        if info.get(f"fsa.dict.{flag}") == "true":
            return encoder
    return "SUFFIX"
