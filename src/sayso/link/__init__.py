"""From statements in many documents to utterances and claims."""

from .link import Linked, link

__all__ = ["Linked", "link"]
