"""A framework from the office's own Excel, and as Excel."""
