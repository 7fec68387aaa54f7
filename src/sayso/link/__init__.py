"""From statements in many documents to utterances and claims."""

from .decide import Linked, link

__all__ = ["Linked", "link"]
