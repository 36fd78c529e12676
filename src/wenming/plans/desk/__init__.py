"""What is mine: a unit's page, and the desk of whoever signs in."""
