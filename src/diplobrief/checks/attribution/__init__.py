"""ATT: who said it, in which office, and for whom."""
