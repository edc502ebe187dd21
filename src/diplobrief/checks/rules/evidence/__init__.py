"""EVD: the passages that facts rest on, and whether they exist."""
