"""A unit says that a standard is not theirs; the office decides, and that holds the next time."""
