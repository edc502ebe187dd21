"""CHR: dates that contradict each other, and acts out of their order."""
