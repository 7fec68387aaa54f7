"""Relays: who took from whom what a story tells, as a graph of sources and outlets."""

from .graph import Edge, Node, Relays, relays

__all__ = ["Edge", "Node", "Relays", "relays"]
