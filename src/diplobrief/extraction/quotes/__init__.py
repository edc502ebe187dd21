"""Statements: who is reported to have said what, with which verb."""

from diplobrief.extraction.quotes.finder import QuoteFinder, quote_finder_of
from diplobrief.extraction.quotes.statement import FoundQuote

__all__ = ["FoundQuote", "QuoteFinder", "quote_finder_of"]
