"""From what app finds to what a template needs: pure functions, without words of any language."""
