"""What a framework wants to see on paper (申报材料), whether it is all there, and how it is handed in."""
