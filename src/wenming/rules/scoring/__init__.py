"""From what was observed to a score that shows its working: rules as values, frameworks and results as trees."""
