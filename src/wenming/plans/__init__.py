"""Plans (方案) and their versions: import, review, the responsibility table, amendments."""
