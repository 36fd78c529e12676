"""From the raw text to lines as the author wrote them: noise out, broken lines joined, the way back kept."""
