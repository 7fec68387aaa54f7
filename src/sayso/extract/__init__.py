"""From a captured text to attributed statements: cue, source, content, relay, act, time and quantities."""

from .pipeline import extract

__all__ = ["extract"]
