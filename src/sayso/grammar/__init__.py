"""Rules over tokens: forms, agreement, noun phrases, the notation and its matcher. Knows no language."""
