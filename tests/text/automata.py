"""Writes small automata in both formats, to test the reader on automata whose contents are known."""

from __future__ import annotations

from collections.abc import Iterable

Trie = dict[int, tuple[bool, "Trie"]]


def trie(sequences: Iterable[bytes]) -> Trie:
    root: Trie = {}
    for sequence in sequences:
        node = root
        for at, byte in enumerate(sequence):
            final, child = node.get(byte, (False, {}))
            node[byte] = (final or at == len(sequence) - 1, child)
            node = child
    return root


def fsa5(sequences: Iterable[bytes], width: int = 3, node_data: int = 0) -> bytes:
    """Write every node after its parent, by address; the first two nodes mark the end and the root."""
    top: Trie = {ord("^"): (False, trie(sequences))}
    nodes, places, at = [top], {}, node_data + 1 + width
    for node in nodes:
        nodes += [child for _, child in node.values() if child]
        places[id(node)] = at
        at += node_data + len(node) * (1 + width)
    body = bytes(node_data) + b"\0" + (2).to_bytes(width, "little")
    for node in nodes:
        body += bytes(node_data)
        for place, (label, (final, child)) in enumerate(node.items()):
            target = places[id(child)] if child else 0
            flags = int(final) | (2 if place == len(node) - 1 else 0)
            body += bytes((label,)) + (target << 3 | flags).to_bytes(width, "little")
    return b"\\fsa\x05_+" + bytes((node_data << 4 | width,)) + body


def varint(value: int) -> bytes:
    groups = []
    while value > 127:
        groups.append(value & 127 | 128)
        value >>= 7
    return bytes([*groups, value])


def cfsa2(sequences: Iterable[bytes], labels: bytes = b"\0abcde", numbered: bool = False) -> bytes:
    """Write the last child of a node right after it ("next"), the others by address.

    An address may lie ahead and has a varying length, so all is written again until no address moves.
    """
    top: Trie = {ord("^"): (False, trie(sequences))}
    places: dict[int, int] = {}
    while True:
        body, found = b"", {}
        waiting = [top]
        while waiting:
            node = waiting.pop()
            found[id(node)] = len(body)
            body += _cfsa2_node(node, places, labels, numbered)
            children = [child for _, child in node.values() if child]
            last = list(node.values())[-1][1]
            waiting += [child for child in children if child is not last] + ([last] if last else [])
        if found == places:
            break
        places = found
    flags = (7 | (1 << 8 if numbered else 0)).to_bytes(2, "big")
    return b"\\fsa\xc6" + flags + bytes((len(labels),)) + labels + body


def _cfsa2_node(node: Trie, places: dict[int, int], labels: bytes, numbered: bool) -> bytes:
    written = varint(300) if numbered else b""
    for place, (label, (final, child)) in enumerate(node.items()):
        last = place == len(node) - 1
        index = labels.find(bytes((label,)), 1)
        flags = (32 if final else 0) | (64 if last else 0) | (128 if last and child else 0) | max(index, 0)
        written += bytes((flags,)) + (bytes((label,)) if index < 0 else b"")
        if not (last and child):
            written += varint(places.get(id(child), 0) if child else 0)
    return written
