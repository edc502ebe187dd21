"""What differs from language to language, as data files that a linguist can edit.

Each language has a folder, named by its BCP 47 tag, with the same five files: `labels.toml`,
`dates.toml`, `bylines.toml`, `datelines.toml` and `words.toml`. Words that do not depend on the
language are in `shared.toml`. A folder may also have a `lexicon`, with the words by which
`diplobrief.extraction` recognizes facts; that package reads it. The files are read when they are
first needed, not when diplobrief is imported. This package knows nothing of briefs.
"""
