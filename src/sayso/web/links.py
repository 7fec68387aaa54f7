"""Where things are: the addresses of the pages."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode, urlsplit

_QUOTED_WORDS = 8
"""Words at either end by which a text fragment finds a long passage."""


def page(path: str, **known: object) -> str:
    """Return the address of a page with those parameters that have a value."""
    given = [(name, str(value)) for name, value in known.items() if value not in (None, "", False)]
    return f"{path}?{urlencode(given)}" if given else path


def document(name: str, statement: str | None = None) -> str:
    """Return the address of a document, or of the place in it where a statement begins."""
    anchor = f"#s-{quote(statement)}" if statement else ""
    return page("/document", id=name) + anchor


def passage(name: str, statement: str, words: str) -> str:
    """Return the address of a statement that a browser also marks by its words (a text fragment)."""
    told = words.split()
    parts = [words] if len(told) <= 2 * _QUOTED_WORDS else [told[:_QUOTED_WORDS], told[-_QUOTED_WORDS:]]
    ends = (part if isinstance(part, str) else " ".join(part) for part in parts)
    fragment = ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)
    return f"{document(name, statement)}:~:text={fragment}"


def claim(name: str, on: object = None) -> str:
    """Return the address of a claim, as known on a day."""
    return page(f"/claim/{quote(name, safe='')}", on=on)


def utterance(name: str) -> str:
    """Return the address of an utterance."""
    return f"/utterance/{quote(name, safe='')}"


def source(name: str) -> str:
    """Return the address of a source."""
    return page("/source", name=name)


def changed(address: str, **known: object) -> str:
    """Return an address of ours with other values for these parameters; None takes one away."""
    parts = urlsplit(address)
    return page(parts.path, **{**dict(parse_qsl(parts.query)), **known})


def own(address: str | None) -> str:
    """Return an address of ours to go on to; the front page where it is somebody else's."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return "/"
    if any(character < " " or character == "\\" for character in address):
        return "/"
    return address


def web(address: str | None) -> str | None:
    """Return an address that may be linked to: http or https, None for any other."""
    return address if address and address.startswith(("http://", "https://")) else None
