"""What stands under what: numbers, items, rows of tables, plans, what a section is for."""
