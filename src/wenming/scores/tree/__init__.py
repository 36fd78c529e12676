"""The score as a tree that opens, and each item with its working."""
