"""What the search box finds of plans, measures and units."""
