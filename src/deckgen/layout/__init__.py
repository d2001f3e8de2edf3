"""Deck + look → pages: words, sizes and places."""
