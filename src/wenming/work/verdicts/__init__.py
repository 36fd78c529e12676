"""How units stand: verdicts worked out from commitments and records, and kept as cells."""
