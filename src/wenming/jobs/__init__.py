"""Long work in the background: progress, cancelling, and giving back what a lost worker left."""
