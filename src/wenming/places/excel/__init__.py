"""The directory as an Excel workbook, out and in with the same columns."""
