"""From Markdown to a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from diplobrief.diagnostics import BriefError, Finding, Path, Severity, Span
from diplobrief.formats.markdown import yaml
from diplobrief.formats.markdown.body import BodyError, Place, locate_body, read_body
from diplobrief.formats.markdown.front_matter import Parts, split
from diplobrief.formats.markdown.short_forms import expand
from diplobrief.formats.validation import drop_schema_member, refused
from diplobrief.model import SCHEMA_VERSION, Brief, PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NARRATIVE: Final = ("title", "sections")
_WANTS_TEXT: Final = frozenset({"form_wrong", "term_unknown", "literal_error", "union_tag_invalid"})


def read(text: str) -> Brief:
    """Read a brief from Markdown.

    Args:
        text: The whole file, without a byte order mark.

    Returns:
        The brief. Without front matter it is one of version 1.0.

    Raises:
        BriefError: The front matter is no YAML of the kind that it may hold, the body says
            something that has no meaning, or the whole is no valid brief.
    """
    parts = split(text)
    data = _plain_data(parts)
    try:
        return Brief.model_validate(data)
    except ValidationError as error:
        wrong = error
    if _take_text_as_written(parts, data, wrong):
        try:
            return Brief.model_validate(data)
        except ValidationError as error:
            wrong = error
    raise refused(wrong, lambda paths: _locate(parts, paths))


def locate(text: str, paths: Iterable[Path]) -> dict[Path, Span]:
    """Return where members stand: in the front matter, or in the body.

    Args:
        text: The file that was read.
        paths: The members in question.
    """
    return _locate(split(text), paths)


def notices(text: str) -> list[Finding]:
    r"""Return what an author may not have meant: text that YAML takes for a comment.

    Example:
        >>> notices("---\nschema_version: '1.0'\nsubtitle: meeting #3\n---\n")[0].line
        3
    """
    parts = split(text)
    front_matter = parts.front_matter or ""
    if " #" not in front_matter and "\t#" not in front_matter:
        return []
    return [
        Finding(
            "yaml_comment",
            f"YAML takes {comment.text!r} for a comment",
            Severity.WARNING,
            hint="quote the text that it belongs to, or put the comment on a line of its own",
            span=_shifted(
                Span(
                    comment.line, comment.column, comment.line, comment.column + len(comment.text)
                ),
                parts.lines_before_front_matter,
            ),
        )
        for comment in yaml.comments(front_matter)
        if comment.kind == "after_plain"
    ]


def _plain_data(parts: Parts) -> dict[str, Any]:
    data: dict[str, Any] = {"schema_version": SCHEMA_VERSION}
    front_matter = parts.front_matter
    if front_matter is not None:
        try:
            data = expand(drop_schema_member(yaml.read(front_matter)))
        except yaml.YamlError as error:
            raise _refused_at(error, parts.lines_before_front_matter) from None
        _refuse_other_version(data, parts)
    if front_matter is not None and "sections" in data:
        raise BriefError(
            [
                Finding(
                    "member_unknown",
                    "The sections of a brief stand in the body, not in the front matter",
                    path=("sections",),
                    hint="write each as a heading of the second level and its text",
                    span=_shifted(
                        _span_in_front_matter(yaml.compose(front_matter), ("sections",)),
                        parts.lines_before_front_matter,
                    ),
                )
            ]
        )
    try:
        narrative = read_body(parts.body)
    except BodyError as error:
        raise _refused_at(error, parts.lines_before_body) from None
    title = data.get("title")
    if title is not None and narrative.get("title", title) != title:
        raise BriefError(
            [
                Finding(
                    "title_differs",
                    "The front matter and the body give two different titles",
                    path=("title",),
                    hint="take the title out of the front matter",
                    span=_locate(parts, [("title",)])[("title",)],
                )
            ]
        )
    data.update(narrative)
    return data


def _refuse_other_version(data: dict[str, Any], parts: Parts) -> None:
    """Refuse a newer version before its body is read: what looks wrong may be right in it."""
    version = data.get("schema_version", SCHEMA_VERSION)
    # Unquoted, the version is a number to YAML; its characters are looked at later.
    if version not in (SCHEMA_VERSION, float(SCHEMA_VERSION), None):
        from diplobrief.diagnostics.validation import unsupported_version

        found = unsupported_version(version)
        raise BriefError([found.located(_locate(parts, [found.path])[found.path])])


def _refused_at(error: yaml.YamlError | BodyError, lines_before: int) -> BriefError:
    line = error.line + lines_before
    span = Span(line, error.column, line, error.column + 1)
    return BriefError([Finding(error.code, error.message, hint=error.hint, span=span)])


def _take_text_as_written(parts: Parts, data: dict[str, Any], error: ValidationError) -> bool:
    """Where the model wants text and YAML saw something else, take the author's characters.

    Returns:
        Whether anything was changed.
    """
    from diplobrief.diagnostics.validation import path_in_data

    wanting = [
        details for details in error.errors(include_url=False) if details["type"] in _WANTS_TEXT
    ]
    if parts.front_matter is None or not wanting:
        return False
    root = yaml.compose(parts.front_matter)
    changed = False
    for details in wanting:
        path = path_in_data(details["loc"])
        if details["type"] == "union_tag_invalid":
            path = (*path, str(details.get("ctx", {})["discriminator"]).strip("'"))
        held = _at(data, path)
        if path[0] == "sections" or held is None or isinstance(held, str | dict):
            continue
        written = _text_at(root, path)
        if written is not None and (not isinstance(held, list) or _is_range(written)):
            _at(data, path[:-1])[path[-1]] = written
            changed = True
    return changed


def _is_range(text: str) -> bool:
    """Say whether what YAML takes for a list is a range of dates, `[a..b]`."""
    try:
        PartialDate(text)
    except ValueError:
        return False
    return True


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _text_at(root: yaml.Node, path: Path) -> str | None:
    """Return the characters at a path, or at the short form that stands for it."""
    for end in range(len(path), 0, -1):
        if yaml.find(root, path[:end]) is not None:
            return yaml.text_at(root, path[:end])
    return None


def _locate(parts: Parts, paths: Iterable[Path]) -> dict[Path, Span]:
    wanted = list(paths)
    in_body = locate_body(parts.body) if any(_is_narrative(path) for path in wanted) else {}
    root = yaml.compose(parts.front_matter) if parts.front_matter else None
    lines_before_body = parts.lines_before_body
    spans: dict[Path, Span] = {}
    for path in wanted:
        span = _span_in_body(in_body, path, lines_before_body) if _is_narrative(path) else None
        if span is None and root is not None:
            span = _shifted(_span_in_front_matter(root, path), parts.lines_before_front_matter)
        spans[path] = span or Span(1, 1, 1, 1)
    return spans


def _is_narrative(path: Path) -> bool:
    return bool(path) and path[0] in _NARRATIVE


def _span_in_body(places: Mapping[Path, Place], path: Path, lines_before: int) -> Span | None:
    for end in range(len(path), 0, -1):
        if path[:end] in places:
            return _shifted(Span(*places[path[:end]]), lines_before)
    return None


def _span_in_front_matter(root: yaml.Mapping, path: Path) -> Span:
    start, end = yaml.extent(root, path)
    return Span(start.line, start.column, end.line, end.column)


def _shifted(span: Span, lines: int) -> Span:
    return Span(span.line + lines, span.column, span.end_line + lines, span.end_column)
