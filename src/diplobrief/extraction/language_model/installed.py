"""Models of the library `llm`, which has plug-ins for hosted and local models (the extra `llm`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from diplobrief.extraction.language_model.conversation import LanguageModel


class _Response(Protocol):
    def text(self) -> str: ...


class _Model(Protocol):
    """What is used of a model of the library; its own types are not complete."""

    supports_schema: bool

    def prompt(
        self, prompt: str, *, stream: bool, schema: dict[str, object] | None = None
    ) -> _Response: ...


class ModelNotFoundError(LookupError):
    """The library `llm` has no model with this name."""


def model_named(name: str) -> LanguageModel:
    """Return a model of the library `llm` by its name or alias.

    If the model cannot be given a schema, the schema is part of the prompt.

    Args:
        name: The name, as `llm models` lists it.

    Raises:
        ModuleNotFoundError: The extra `llm` is not installed.
        ModelNotFoundError: No model has this name.
    """
    import llm

    try:
        model = cast("_Model", llm.get_model(name))
    except llm.UnknownModelError:
        raise ModelNotFoundError(name) from None

    def ask(prompt: str, schema: dict[str, object]) -> str:
        if model.supports_schema:
            return model.prompt(prompt, schema=schema, stream=False).text()
        return model.prompt(f"{prompt}\n\nThe schema:\n{json.dumps(schema)}", stream=False).text()

    return ask
