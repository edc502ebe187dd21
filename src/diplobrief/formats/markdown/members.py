"""One member of a fact, as people write it in front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from diplobrief.diagnostics import BriefError, Finding
from diplobrief.formats.markdown import yaml
from diplobrief.formats.markdown.expected import expected_of_brief
from diplobrief.formats.markdown.short_forms import expand, shorten_at
from diplobrief.model import Brief
from diplobrief.model.fields import Number, Values, fields_of, models_at

if TYPE_CHECKING:
    from diplobrief.diagnostics import Path


def read_member(path: Path, text: str) -> Any:
    """Return the plain data of a member.

    Text and dates are read as they are, a list of them with commas between the items. All else is
    YAML, with the short forms of front matter.

    Args:
        path: The path of the member in a brief.
        text: What a person wrote, on one line.

    Raises:
        BriefError: The text is not YAML.

    Example:
        >>> read_member(("quotes", 0, "addressees"), "north, south")
        ['north', 'south']
        >>> read_member(("quotes", 0, "evidence"), "a long, dry winter")
        [{'exact': 'a long, dry winter'}]
        >>> read_member(("treaties", 0, "milestones", 1, "vote"), "{in_favour: 102}")
        {'in_favour': 102}
    """
    is_text, is_list = _kind_of(path)
    if is_text and not is_list:
        return text.strip()
    if is_text and not text.lstrip().startswith("["):
        return [item.strip() for item in text.split(",")]
    names = [step for step in path if isinstance(step, str)]
    front_matter, indent = "", ""
    for name in names[:-1]:
        front_matter += f"{name}:\n{indent}- "
        indent += "  "
    try:
        data: Any = yaml.read(f"{front_matter}{names[-1]}: {text}\n", expected_of_brief())
    except yaml.YamlError as error:
        raise BriefError([Finding(error.code, error.message, hint=error.hint)]) from None
    data = expand(data)
    for name in names[:-1]:
        data = data[name][0]
    return data[names[-1]]


def written_member(path: Path, value: Any) -> str:
    """Return the plain data of a member on one line, as `read_member` reads it.

    Example:
        >>> written_member(("quotes", 0, "addressees"), ["north", "south"])
        'north, south'
        >>> written_member(("quotes", 0, "evidence"), [{"exact": "a long winter"}])
        'a long winter'
    """
    from diplobrief.formats.markdown.yaml.writer import write_in_flow

    is_text, is_list = _kind_of(path)
    if is_text and is_list:
        return ", ".join(cast("list[str]", value))
    return str(value) if is_text else write_in_flow(shorten_at(path, value))


def _kind_of(path: Path) -> tuple[bool, bool]:
    """Return whether a member is text or consists of texts, and whether it is a list."""
    fields = [fields_of(model).get(str(path[-1])) for model in models_at(path[:-1], Brief)]
    known = [field for field in fields if field is not None]
    is_text = not any(isinstance(field.content, Number | Values) for field in known)
    return bool(known) and is_text, any(field.is_list for field in known)
