"""What was seen: entered, brought in as a table, taken back."""
