"""Evidence: taken in by content, kept as it came, copied for looking, compared with all that is there."""
