"""The commands of `diplobrief`; each module has one, named `command`."""
