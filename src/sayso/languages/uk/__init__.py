"""The Ukrainian pack."""
