"""Days of the installation (放假和节日): what the office adds to the calendar, and the year as a picture."""
