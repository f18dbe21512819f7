"""One file for each step of the format, numbered."""
