"""Office packages: parts, and the files that others packed them in, hostile until looked at.

This room alone opens zip files, and parses the XML of their parts.
"""
