"""How one unit stands: what is asked of it, what it did, what is due, and how that went month by month."""
