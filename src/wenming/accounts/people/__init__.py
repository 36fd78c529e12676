"""People and their posts: who is there, who may do what, who takes over from whom."""
