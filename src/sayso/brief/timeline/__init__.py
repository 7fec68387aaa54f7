"""Timelines: what was said, by whom and when, with what became of the claims."""

from .compose import compose
from .page import Change, Entry, Timeline, Topic

__all__ = ["Change", "Entry", "Timeline", "Topic", "compose"]
