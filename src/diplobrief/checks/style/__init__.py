"""STY: what makes a brief quick to read; a matter of taste, and never more than `info`."""
