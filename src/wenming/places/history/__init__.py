"""What happened to a unit: its timeline, and the pages by which it is renamed, joined, split and dissolved."""
