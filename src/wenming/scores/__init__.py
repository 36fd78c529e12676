"""测评轮次: what was seen in a round, and the score of the framework computed from it with its working."""
