"""What is misconfigured in an installation, and how to mend it: small checks, each of which answers in a sentence."""
