"""Hooks of mkdocs and the theme, which make the site."""
