"""Reports of a week or a month, on a page for paper and as a Word file."""
