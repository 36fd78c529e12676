"""Tags of this room: they only wrap functions that live elsewhere."""
