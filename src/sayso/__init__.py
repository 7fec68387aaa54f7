"""Who said what, when, on whose word, and what became of it."""
