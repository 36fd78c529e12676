"""The board 落实情况: units × chapters, and units × commitments of a chapter, opening to the working of each."""
