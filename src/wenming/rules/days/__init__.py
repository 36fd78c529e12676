"""Days of China: working days, festivals, school terms, theme months, the lunar calendar. See docs/days.md."""
