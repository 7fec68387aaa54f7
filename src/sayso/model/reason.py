"""Why something was found: a code and what it speaks of, put into words only where it is shown."""

from __future__ import annotations

import msgspec

Value = str | int | float


class Reason(msgspec.Struct, frozen=True):
    """One reason, the same in every language.

    `code` names a sentence of the tables in `assess/words`, `values` fill its {names}: names of sources and documents,
    words of a text, days in ISO 8601, numbers.
    """

    code: str
    values: dict[str, Value] = {}


def because(code: str, **values: Value) -> Reason:
    """Return a reason."""
    return Reason(code, values)
