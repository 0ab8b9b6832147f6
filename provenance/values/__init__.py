"""Values in text: quantities, dates, names; each finds, normalises, compares."""
