"""Stored files: kept by the hash of their content, read back only whole, sent only by views that looked at rights."""
