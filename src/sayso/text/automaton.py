"""Reader of morfologik automata: a set of byte sequences in a minimal acyclic graph.

Two formats are read, as laid out in morfologik-stemming 2.1: `FSA5.java` (Jan Daciuk's fsa, version 5) and
`CFSA2.java` (version 0xC6, variable length and next-node flags).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ..errors import PackError

_MAGIC = b"\\fsa"
_FSA5, _CFSA2 = 5, 0xC6
_HEADER = 8  # bytes before the labels of CFSA2, or before the arcs of FSA5
_CFSA2_NUMBERED = 1 << 8  # nodes begin with a number for perfect hashing, which is skipped

_END = -1  # key of a node at which a sequence may end
_NODES_HELD = 120_000  # decoded nodes kept, some 50 MB; beyond it decoding starts afresh
_ENDINGS_HELD = 60_000  # nodes whose endings are kept, some 20 MB
_BYTES = tuple(bytes((byte,)) for byte in range(256))

Node: TypeAlias = "dict[int, Node | int]"
"""From byte to child; a child stays an int (address * 2 + final) until somebody goes there."""
Endings = tuple[bytes, ...]
_Arcs = dict[int, int]
"""From byte to the address of its target (0: none) * 2, plus 1 where a sequence ends with it."""


class Automaton:
    """A set of byte sequences.

    Nodes are decoded when first met and then linked, so a hot prefix costs one dictionary access a byte.
    """

    def __init__(self, data: bytes, name: str = "automaton") -> None:
        """Read the header of `data`. Raise PackError, naming `name`, where it is neither FSA5 nor CFSA2."""
        if len(data) <= _HEADER or data[:4] != _MAGIC:
            raise PackError(f"{name}: not a morfologik automaton")
        if data[4] not in _READERS:
            raise PackError(f"{name}: automaton of unknown version {data[4]}")
        self._name = name
        self._decoded: dict[int, Node] = {}
        self._endings: dict[int, Endings] = {}
        self._arcs, root = _READERS[data[4]](data)
        try:
            self._root_code = next(iter(self._arcs(root).values())) & ~1
        except IndexError as error:
            raise PackError(f"{name}: the automaton is cut short") from error
        self._root = self._decode(self._root_code)

    def follow(self, prefix: bytes) -> Node | None:
        """Return the node that `prefix` leads to, None where no sequence begins so."""
        node = self._root
        for byte in prefix:
            child = node.get(byte)
            if child is None:
                return None
            node = child if isinstance(child, dict) else self._resolve(node, byte, child)
        return node

    def endings(self, node: Node) -> Endings:
        """Return every sequence that leads from `node` to an end, in no particular order."""
        found = [b""] if _END in node else []
        for label, child in node.items():
            if label != _END:
                below = self.endings(child) if isinstance(child, dict) else self._endings_at(child)
                found += [_BYTES[label] + rest for rest in below]
        return tuple(found)

    def _endings_at(self, code: int) -> Endings:
        """Return the endings of the node at `code`: most readings end alike, so they are kept."""
        held = self._endings.get(code)
        if held is None:
            if len(self._endings) >= _ENDINGS_HELD:
                self._endings.clear()
            held = self._endings[code] = self.endings(self._decode(code))
        return held

    def _resolve(self, node: Node, label: int, code: int) -> Node:
        """Return the child at `code`, linked into `node` so that it is found at once the next time."""
        if len(self._decoded) >= _NODES_HELD:
            self._decoded.clear()
            self._root = self._decode(self._root_code)
        child = self._decoded.get(code)
        if child is None:
            child = self._decoded[code] = self._decode(code)
        node[label] = child
        return child

    def _decode(self, code: int) -> Node:
        """Read the node at `code`: its children as codes, and `_END` where a sequence ends at it."""
        node: Node = {_END: 0} if code & 1 else {}
        if code > 1:
            try:
                node |= self._arcs(code >> 1)
            except IndexError as error:
                raise PackError(f"{self._name}: the automaton is cut short") from error
        return node


_Reader = tuple[Callable[[int], _Arcs], int]


def _fsa5(data: bytes) -> _Reader:
    """Return the arcs reader of an FSA5 automaton and the address of the node that points to the root.

    An arc is its label, then flags (1 final, 2 last, 4 target is next) in the low bits of a little-endian
    address.
    """
    width, node_data = data[7] & 0x0F, data[7] >> 4
    body = data[_HEADER:]

    def arcs(address: int) -> _Arcs:
        found: _Arcs = {}
        at = address + node_data
        while True:
            flags = body[at + 1]
            if flags & 4:
                end = target = at + 2
            else:
                end = at + 1 + width
                target = int.from_bytes(body[at + 1 : end], "little") >> 3
            found[body[at]] = target * 2 + (flags & 1)
            if flags & 2:
                return found
            at = end

    # the dummy node that means "end" comes first
    return arcs, node_data + (2 if body[node_data + 1] & 4 else 1 + width)


def _cfsa2(data: bytes) -> _Reader:
    """Return the arcs reader of a CFSA2 automaton and the address of the node that points to the root.

    An arc begins with flags (128 target is next, 64 last, 32 final) over five bits of index into the table of
    labels (0: the label is the next byte), then the target's address in groups of seven bits, lowest first.
    """
    labels = data[_HEADER : _HEADER + data[7]]
    body = data[_HEADER + data[7] :]
    numbered = bool(int.from_bytes(data[5:7], "big") & _CFSA2_NUMBERED)

    def arcs(address: int) -> _Arcs:
        found: _Arcs = {}
        following: list[int] = []  # labels whose target is the node after this one
        at = address
        while numbered and body[at] & 128:
            at += 1
        at += numbered
        flags = 0
        while not flags & 64:
            flags = body[at]
            index = flags & 31
            label = labels[index] if index else body[at + 1]
            at += 1 if index else 2
            final = flags >> 5 & 1
            if flags & 128:
                following.append(label)
                found[label] = final
                continue
            byte = body[at]  # the address is read in place: a call would cost as much as the rest of the arc
            target, shift = byte & 127, 7
            while byte & 128:
                at += 1
                byte = body[at]
                target |= (byte & 127) << shift
                shift += 7
            at += 1
            found[label] = target * 2 + final
        for label in following:
            found[label] += at * 2
        return found

    return arcs, 0


_READERS: dict[int, Callable[[bytes], _Reader]] = {_FSA5: _fsa5, _CFSA2: _cfsa2}
