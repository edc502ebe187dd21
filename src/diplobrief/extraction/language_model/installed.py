"""Models of the library `llm`, which has plug-ins for hosted and local models (the extra `llm`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diplobrief.extraction.language_model.conversation import LanguageModel


class ModelNotFoundError(LookupError):
    """The library `llm` knows no model with this name."""


def model_named(name: str) -> LanguageModel:
    """Return a model of the library `llm` by its name or alias.

    If the model cannot be given a schema, the schema is part of the prompt.

    Args:
        name: The name, as `llm models` lists it.

    Raises:
        ModuleNotFoundError: The extra `llm` is not installed.
        ModelNotFoundError: There is no such model.
    """
    import llm

    try:
        model = llm.get_model(name)
    except llm.UnknownModelError:
        raise ModelNotFoundError(name) from None

    def ask(prompt: str, schema: dict[str, object]) -> str:
        if model.supports_schema:
            return model.prompt(prompt, schema=schema, stream=False).text()
        return model.prompt(f"{prompt}\n\nThe schema:\n{json.dumps(schema)}", stream=False).text()

    return ask
