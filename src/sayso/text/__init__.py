"""Text without language: its one spelling, tokens, sentences, quotations, and what a dictionary may say."""
