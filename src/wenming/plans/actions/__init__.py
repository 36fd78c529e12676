"""Every change of a plan: importing, reviewing, putting in force."""
