"""The review of suggested facts: people confirm, correct or reject them."""

from diplobrief.extraction.review.decisions import confirm, correct, reject

__all__ = ["confirm", "correct", "reject"]
