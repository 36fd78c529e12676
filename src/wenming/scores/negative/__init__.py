"""The negative list: what happened, and what it costs."""
