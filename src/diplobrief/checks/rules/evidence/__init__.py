"""EVD: what a fact rests on, and whether it is there."""
