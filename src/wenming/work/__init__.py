"""What was done and whether it is enough: commitments, records of work, evidence, requests, verdicts."""
