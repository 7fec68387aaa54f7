"""Esperanto, a tiny pack: what adding a language takes at the least."""
