"""Assessment frameworks (测评体系) as versioned data: the open format, read and written."""
