"""A city's own .potx or .pptx, hostile until it was looked at.

This package alone opens zip files and parses XML that others wrote.
"""
