"""The outline of a brief: complete, in order, and linked to the brief."""

from __future__ import annotations

from functools import reduce

import pytest
from hypothesis import given

import diplobrief
from diplobrief.testing import briefs as any_brief
from diplobrief.views.outline import outline_of
from diplobrief.views.parts import Entry, FactLink, ListBlock, TreatyEntry
from diplobrief.views.terminal import render

LISTS_OF_FACTS = ("actors", "quotes", "events", "treaties", "acts", "sources")


def brief_with(**members):
    return diplobrief.Brief.model_validate({"schema_version": "1.0", "sections": [], **members})


def member_at(brief, path):
    """The part of a brief that a path leads to."""
    return reduce(
        lambda value, step: value[step] if isinstance(step, int) else getattr(value, step),
        path,
        brief,
    )


def entries_of(outline):
    for group in outline.facts:
        for entry in group.entries:
            yield entry
            if isinstance(entry, TreatyEntry):
                yield from entry.milestones


@given(brief=any_brief(max_facts=4))
def test_outline_has_every_fact_once_with_its_path(brief):
    outline = outline_of(brief)
    paths = [entry.path for entry in entries_of(outline)]
    assert len(paths) == len(set(paths))
    facts = [fact for name in LISTS_OF_FACTS for fact in getattr(brief, name)]
    facts += [milestone for treaty in brief.treaties for milestone in treaty.milestones]
    assert len(paths) == len(facts)
    for entry in entries_of(outline):
        fact = member_at(brief, entry.path)
        assert fact.id == (entry.id and entry.id.rpartition("#")[2])
    for section in outline.sections:
        for block in section.blocks:
            assert member_at(brief, block.path) in member_at(brief, section.path).content


@given(brief=any_brief(max_facts=4))
def test_links_of_an_outline_name_facts_of_the_brief(brief):
    facts = brief.facts()
    outline = outline_of(brief)
    for entry in entries_of(outline):
        links = [link for detail in getattr(entry, "details", ()) for link in detail.links]
        links += getattr(entry, "speakers", ())
        links += [party.party for party in getattr(entry, "parties", ())]
        assert all(link.id in facts and link.text for link in links)


@given(brief=any_brief(max_facts=4))
def test_outline_is_an_immutable_value_that_equal_briefs_share(brief):
    outline = outline_of(brief)
    same = outline_of(diplobrief.loads(diplobrief.dumps(brief, "json"), "json"))
    assert outline == same
    assert hash(outline) == hash(same)


def test_narrative_keeps_markup_plain_text_and_language():
    paragraph = {"type": "paragraph", "text": "La *Douma* a [voté](/x)."}
    items = {"type": "numbered", "start": 3, "items": ["un", "deux"]}
    section = {"kind": "key_points", "language": "fr", "content": [paragraph, items]}
    outline = outline_of(brief_with(language="en", title="A *vote*", sections=[section]))
    assert (outline.language, outline.title.source, outline.title.plain) == (
        "en",
        "A *vote*",
        "A vote",
    )
    (shown,) = outline.sections
    assert (shown.language, shown.kind, shown.heading.plain) == ("fr", "key_points", "Key points")
    text, numbered = shown.blocks
    assert text.text.source == paragraph["text"]
    assert text.text.plain == "La Douma a voté."
    assert numbered == ListBlock(("sections", 0, "content", 1), numbered.items, 3)


def test_reference_links_are_resolved():
    text = "# T\n\nIt [*waits*][s] and [goes] on.\n\n[s]: /s\n[goes]: /g\n"
    outline = outline_of(diplobrief.loads(text, "markdown"))
    paragraph, definitions = outline.sections[0].blocks
    assert paragraph.text.source == "It [*waits*][s] and [goes] on."
    assert paragraph.text.plain == "It waits and goes on."
    assert outline.definitions == definitions.source == "[s]: /s\n[goes]: /g"


def test_many_lines_with_many_definitions_take_time_in_proportion(assert_in_proportion):
    def brief_of(count):
        lines = "\n\n".join(f"See [a{number}] now." for number in range(count))
        definitions = "\n".join(f"[a{number}]: /x" for number in range(count))
        return diplobrief.loads(f"# T\n\n{lines}\n\n{definitions}\n", "markdown")

    assert_in_proportion(outline_of, brief_of(300), brief_of(6_000), times=20)


def test_entry_keeps_dates_as_values_and_in_words():
    events = [
        {"kind": "visit", "start": "2026-03-03", "end": "2026-03-05"},
        {"kind": "visit", "start_as_written": "in spring"},
        {"kind": "visit"},
    ]
    first, second, third = outline_of(brief_with(events=events)).facts[0].entries
    assert (first.dates.text, first.dates.end) == ("2026-03-03 to 2026-03-05", "2026-03-05")
    assert (second.dates.text, second.dates.start) == ("in spring", None)
    assert third.dates is None


ACTORS = [{"id": name, "kind": "state", "name": name.title()} for name in ("north", "south")]


@pytest.mark.parametrize(
    ("vote", "text", "links"),
    [
        ({"in_favour": 276, "against": 0}, "276 in favour, 0 against", ""),
        (
            {"in_favour": 13, "against": ["south"], "vetoed_by": ["south"]},
            "13 in favour, 1 against (South), vetoed by South",
            "south south",
        ),
        ({"in_favour": ["north", "south"]}, "2 in favour (North, South)", "north south"),
        ({"abstained": 2, "absent": 1, "required": 9}, "2 abstained, 1 absent, 9 required", ""),
    ],
)
def test_vote_is_shown_with_who_voted_how(vote, text, links):
    brief = brief_with(actors=ACTORS, acts=[{"kind": "resolution", "vote": vote}])
    outline = outline_of(brief)
    (act,) = outline.facts[1].entries
    (detail,) = act.details
    assert (detail.member, detail.text) == ("vote", text)
    assert " ".join(link.id for link in detail.links) == links
    assert text in render(outline, columns=100)


def test_milestone_without_a_date_of_its_own_is_dated_by_its_effect():
    treaty = {
        "id": "lake",
        "title": "Treaty on the Lake",
        "kind": "treaty",
        "milestones": [
            {"id": "end", "kind": "expiry", "status": "scheduled", "effective": "2027-02"}
        ],
    }
    (entry,) = outline_of(brief_with(treaties=[treaty])).facts[0].entries
    (milestone,) = entry.milestones
    assert milestone.id == "lake#end"
    assert milestone.dates.text == "2027-02"
    assert milestone.path == ("treaties", 0, "milestones", 0)


def test_facts_without_a_title_are_named_by_their_kind():
    brief = brief_with(
        events=[{"id": "talks", "kind": "x-lake-talks"}],
        quotes=[{"speakers": ["north"], "mode": "direct", "text": "Soon.", "about": ["talks"]}],
        actors=ACTORS,
    )
    outline = outline_of(brief)
    quote = outline.facts[1].entries[0]
    assert quote.details[1].links == (FactLink("talks", "lake talks"),)
    event = outline.facts[2].entries[0]
    assert isinstance(event, Entry)
    assert (event.title, event.kind) == ("lake talks", "x-lake-talks")


def test_outline_on_another_day_marks_what_happens_later():
    milestones = [
        {"kind": "signature", "status": "completed", "date": date}
        for date in ("2025-01-10", "2026-01-10")
    ]
    treaty = {"id": "lake", "title": "Lake", "kind": "treaty", "milestones": milestones}
    (entry,) = outline_of(brief_with(treaties=[treaty]), on="2025-06").facts[0].entries
    assert entry.as_of == "2025-06"
    assert [milestone.is_later for milestone in entry.milestones] == [False, True]
    with pytest.raises(ValueError, match="March"):
        outline_of(brief_with(treaties=[treaty]), on="March")


def test_a_quote_is_shown_with_all_its_passages_and_without_a_speaker():
    brief = brief_with(
        quotes=[{"mode": "direct", "text": "First a ceasefire", "continued": ["and then talks"]}]
    )
    page = render(outline_of(brief))
    assert "(nobody is named)" in page
    assert page.index("“First a ceasefire”") < page.index("“and then talks”")


def test_facts_say_on_whose_word_they_rest():
    brief = brief_with(
        actors=[
            {"id": "aides", "kind": "unnamed", "description": "two aides", "office": "Adviser"},
        ],
        events=[
            {
                "kind": "talks",
                "status": "ongoing",
                "condition": "if both agree",
                "according_to": ["aides"],
            }
        ],
        acts=[
            {
                "kind": "report",
                "provisions": ["Trade resumes.", "Borders open."],
                "refused_by": ["aides"],
                "according_to": ["aides"],
                "vote": {"in_favour": 3, "total": 5},
            }
        ],
        sources=[{"id": "note", "authors": [{"name": "M. Okafor"}]}],
    )
    page = " ".join(render(outline_of(brief)).split())
    assert "two aides — Adviser" in page
    assert "◐ talks · ongoing · if both agree · according to two aides" in page
    assert "3 in favour, 5 in total" in page
    assert "Trade resumes. Borders open. · refused by two aides" in page
    assert "M. Okafor" in page


@pytest.mark.parametrize(
    ("name", "details"),
    [
        ("National Assembly of Oman", []),
        ("Oman’s Consultative Assembly", []),
        ("Consultative Assembly", ["Oman"]),
        ("Embassy of Romania", ["Oman"]),
    ],
)
def test_an_owner_that_the_name_of_an_organ_contains_is_not_repeated(name, details):
    organ = {"id": "assembly", "kind": "organ", "name": name, "of": "om"}
    state = {"id": "om", "kind": "state", "name": "Oman"}
    outline = outline_of(brief_with(actors=[state, organ]))
    entry = next(entry for entry in entries_of(outline) if entry.id == "assembly")
    assert [detail.text for detail in entry.details] == details
