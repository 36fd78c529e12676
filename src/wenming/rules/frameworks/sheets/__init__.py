"""A framework as the table that offices keep of it in Excel: columns matched to what they mean, read and written."""
