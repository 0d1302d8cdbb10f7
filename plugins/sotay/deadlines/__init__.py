"""Working time and time limits; pure, the calendar is data."""
