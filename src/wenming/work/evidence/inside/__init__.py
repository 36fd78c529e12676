"""What runs in a process of its own: opening the pictures and papers of strangers. Nothing here knows Django."""
