"""Calendar feeds: what falls due, in the calendar of a phone or of an office program."""
