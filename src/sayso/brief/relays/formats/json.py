"""Relays as JSON: every node and every edge, with the documents and statements that show it."""

from __future__ import annotations

import json

import msgspec

from ..graph import Relays


class Json:
    """One object with `nodes`, `edges`, and `alone`: the statements without an edge."""

    binary = False

    def render(self, graph: Relays) -> bytes:
        """Return the JSON in UTF-8."""
        text = json.dumps(msgspec.to_builtins(graph), ensure_ascii=False, indent=1)
        return (text + "\n").encode("utf-8", "backslashreplace")
