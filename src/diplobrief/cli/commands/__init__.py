"""The commands, one module each (`check` is a package)."""
