"""What is shown of a brief, in order, and the renderers that show it."""
