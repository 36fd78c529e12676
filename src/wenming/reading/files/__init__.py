"""From a file to its text: every format told by its content, every file from a stranger read at arm's length."""
