"""Office files that others made: opened as if they were hostile.

This package alone opens zip files and parses XML that others wrote. It knows what a package
of parts is (ECMA-376-2), not what stands in one.
"""
