"""The roll of a unit: its people by name, kept, brought in as a list, and what coverage counts by it."""
