"""What must be: commitments made from the terms of a plan, and who is judged by each."""
