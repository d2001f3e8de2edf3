"""Office packages: what they are made of, and files of others, opened as if they were hostile.

This room alone opens zip files and parses XML that others wrote. It knows what a package
of parts is (ECMA-376-2), not what stands in one.
"""
