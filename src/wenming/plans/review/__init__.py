"""Review (核对): the document beside what was read from it, each mark confirmed, corrected, removed or added."""
