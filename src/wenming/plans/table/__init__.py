"""The plan in force: who does what by when, seen by measure, by unit, by date and by recurrence."""
