"""One search box for everything: plans, measures, commitments, records, requests, evidence, units."""
