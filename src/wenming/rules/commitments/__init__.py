"""What a plan asks for as values, and the rule that says whether it was done, and why."""
