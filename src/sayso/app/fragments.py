"""Parts of pages that are written elsewhere - briefs and pictures of relays - and the words that a search found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from ..brief.formats import html
from ..brief.relays import Relays
from ..brief.relays.formats import svg
from ..languages import available, load
from ..model import Span
from ..text.tokens import NUMBER, WORD, tokenise
from ..text.words import plain_words
from .querying import terms_of_any

if TYPE_CHECKING:
    from ..brief import Brief

__all__ = ["Relays", "brief_part", "found_in", "relay_picture"]


def brief_part(written: Brief) -> Markup:
    """Return a brief as one element for a page, escaped."""
    return html.render_fragment(written, "b-")


def relay_picture(graph: Relays) -> Markup:
    """Return the picture of relays as one `<svg>` for a page, escaped."""
    return Markup(svg.render_fragment(graph, "r-"))  # noqa: S704 - escaped by the writer


def found_in(text: str, words: str) -> list[Span]:
    """Return where `text` has any of `words`, in any of their forms."""
    wanted = {lemma for term in terms_of_any(words) for lemma in term}
    known = [load(code).morphology for code in available()]
    found = []
    for token in tokenise(text):
        word = next(plain_words(token.text), None) if wanted and token.kind in (WORD, NUMBER) else None
        if word and wanted & {word.lower(), *(one.lemma(word).lower() for one in known)}:
            found.append(Span(token.start, token.end))
    return found
