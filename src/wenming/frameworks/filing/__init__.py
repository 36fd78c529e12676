"""Filing rounds: what a framework wants on paper, what is there, what is missing, and the pack that is handed in."""
