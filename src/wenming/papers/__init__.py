"""What falls due and how it stood, made for reading elsewhere: calendar, time line, calendar feeds, reports."""
