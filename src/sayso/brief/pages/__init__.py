"""What the pages of briefs and timelines share: colours, type and the marks of a sentence."""
