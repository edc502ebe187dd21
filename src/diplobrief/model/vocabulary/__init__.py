"""The words of a brief, one file a family; a new term is one line in one of them."""
