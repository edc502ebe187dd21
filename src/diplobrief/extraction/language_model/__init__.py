"""Facts from a language model. Only what the narrative states gets into a brief."""

from diplobrief.extraction.language_model.conversation import LanguageModel, with_facts_of_model

__all__ = ["LanguageModel", "with_facts_of_model"]
