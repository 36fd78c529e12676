"""The board 落实情况: units × chapters, and units × commitments of a chapter, as a calm map that opens to the working."""
