"""The year of a plan in one picture: its stages, its dates, and how much falls due in each month."""
