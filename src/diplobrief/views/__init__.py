"""What is shown of a brief, in order, and the renderers that show it.

- `outline.outline_of` turns a brief into an outline: plain immutable values in reading order.
- `terminal.render` lays an outline out as lines of text for a terminal.

A renderer reads the outline only, so that no renderer leaves out a fact that another shows.
"""
