"""Pages → the files people open."""
