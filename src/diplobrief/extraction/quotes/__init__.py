"""Statements: who said what, and with which verb the page reports it."""

from diplobrief.extraction.quotes.finder import QuoteFinder, quote_finder_of
from diplobrief.extraction.quotes.statement import FoundQuote

__all__ = ["FoundQuote", "QuoteFinder", "quote_finder_of"]
