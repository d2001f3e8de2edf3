"""deckgen turns a city's project status, written as YAML, into a council's deck."""
