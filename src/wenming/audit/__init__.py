"""The log: who did what, when, on what, before and after; a chain that shows when a row was touched."""
