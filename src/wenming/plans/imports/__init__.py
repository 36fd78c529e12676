"""From an uploaded file to a version that can be reviewed, and the list of plans."""
