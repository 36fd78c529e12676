"""Values of standards that come from figures over time (取数)."""
