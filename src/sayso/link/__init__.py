"""From statements in many documents to utterances and claims."""

from .actors import Relation, related
from .decide import Linked, link

__all__ = ["Linked", "Relation", "link", "related"]
