"""Reviews 评议: the office looks at what has no number, at its cadence, and says whether it is enough."""
