"""One search box for plans, measures and units."""
