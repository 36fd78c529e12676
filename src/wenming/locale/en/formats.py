"""How English writes a date in a sentence: 22 Nov 2026; tables have 2026-11-22 in both languages."""

DATE_FORMAT = "j M Y"
