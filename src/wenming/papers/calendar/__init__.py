"""What falls due on which day of a month."""
