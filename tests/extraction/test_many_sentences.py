"""Sentences of many shapes are read: what is found is in the text, and more is found only once."""

from __future__ import annotations

import pytest

import diplobrief
from diplobrief.extraction.suggestions import suggested_facts

STEPS = (
    (
        "The Philippine Senate ratified the Reciprocal Access Agreement with Japan on Monday,"
        " with 19 senators voting in favour and none against."
    ),
    (
        "Voting 19-0, the Senate concurred in the ratification of the Agreement between the "
        "Philippines and Japan on December 16, 2024."
    ),
    (
        "Senators voted 21 to 1 to give their consent to the ratification of the Lake Treaty "
        "on 3 May 2024."
    ),
    "The agreement now goes to the Diet of Japan, which has yet to approve it.",
    "The treaty was approved in its third reading by the Saeima on 5 June 2024.",
    "Parliament passed the ratification bill at second reading on 12 March 2024.",
    "The Council adopted the decision on the signing of the Agreement on 4 March 2024.",
    (
        "Poland notified the depositary of its withdrawal from the Energy Charter Treaty on "
        "28 December 2022; the withdrawal took effect on 29 December 2023."
    ),
    "Germany, France and Poland left the Energy Charter Treaty in 2023.",
    "Spain announced in October 2022 that it would leave the Energy Charter Treaty.",
    "The European Parliament gave its consent to the withdrawal on 24 April 2024.",
    "The United Kingdom will withdraw from the Lake Treaty in February 2025.",
    (
        "The Agreement on Visa-Free Travel between Kazakhstan and Jordan entered into force "
        "on 12 March 2024."
    ),
    (
        "The Protocol was signed in Astana on 5 May 2024 by Foreign Minister Murat Nurtleu "
        "and his Jordanian counterpart."
    ),
    "President Tokayev signed the law ratifying the Protocol on 7 May 2024.",
    (
        "The Head of State signed the Law “On ratification of the Agreement between "
        "Kazakhstan and Jordan”."
    ),
    "The Mazhilis approved the draft law on the ratification of the Protocol on 8 May 2024.",
    "The instruments of ratification were exchanged in Amman on 9 June 2024.",
    "Kenya deposited its instrument of accession to the Convention on 4 July 2024.",
    "With Kenya's accession, the Convention now has 55 parties.",
    (
        "The Convention will enter into force on the thirtieth day after the deposit of the "
        "tenth instrument."
    ),
    "Mongolia became the 70th state to ratify the Treaty on the Prohibition of Landmines.",
    "Ratification by Sudan brought the number of parties to 61.",
    "Switzerland acceded to the Convention in 2019, followed by Austria in 2020.",
    "Chile ratified the treaty in 2021 and Peru in 2022.",
    "The Lok Sabha passed the bill on April 7 and the Rajya Sabha on April 15.",
    "The House of Commons rejected the Windsor Treaty by 310 votes to 290 on 5 May 2024.",
    "The ratification of the treaty was postponed until the autumn.",
    "The government submitted the Agreement to parliament for ratification on 2 May 2024.",
    "The cabinet approved the Agreement on 2 May 2024 and sent it to parliament.",
    "The signing ceremony for the Lake Treaty is scheduled for 5 May 2025.",
    "Norway and Sweden are expected to sign the Lake Treaty next month.",
    "The two countries initialled the text of the Peace Agreement in Washington on 8 August 2025.",
    (
        "Turkey suspended its participation in the Treaty on Conventional Armed Forces in "
        "Europe in April 2024."
    ),
    "India placed the Indus Waters Treaty in abeyance on 23 April 2025.",
    "Denouncing the Fisheries Convention, Russia gave notice to London in January 2024.",
    (
        "Armenia's Constitutional Court ruled on 26 September 2025 that the border agreement "
        "is constitutional."
    ),
    "The Treaty, which was concluded in 1960 and extended in 1987, expired on 1 January 2024.",
    "Under the treaty, signed by the two presidents in January, each side will share data.",
    "Moldova has signed but not yet ratified the Convention.",
    "Croatia's parliament is due to vote on the Convention on 14 June 2024.",
    "Latvia's parliament voted by 56 to 32 on Thursday to withdraw from the Istanbul Convention.",
    "President Rinkēvičs returned the law on the withdrawal to the Saeima for reconsideration.",
    "The Senate Foreign Relations Committee recommended the approval of the Treaty on 2 May 2024.",
    "The High Seas Treaty will take effect on 17 January 2026.",
    "The Kremlin denied that it had withdrawn from the agreement.",
    "Lithuania's exit from the Convention on Cluster Munitions took effect on 6 March 2025.",
    (
        "Ecuador's National Assembly gave its approval to the trade agreement with China on 7"
        " February 2024 with 76 votes in favour."
    ),
    (
        "Bolivia's Chamber of Deputies approved the protocol of accession to Mercosur and "
        "sent it to the Senate."
    ),
    (
        "The amendment was adopted on 15 October 2016 in Kigali and entered into force on 1 "
        "January 2019."
    ),
)
STATEMENTS = (
    (
        "Norway's foreign minister, Kari Berg, who has held the office since 2021, said that "
        "the treaty was ready."
    ),
    "The minister, speaking in Oslo on Monday, said the lake belonged to both.",
    "Berg and her Swedish counterpart, Nils Dahl, said they would sign the Lake Treaty.",
    "Having met Dahl in Oslo, Berg told reporters that the text was final.",
    (
        "Asked about the Lake Treaty, a spokesman for the Norwegian Foreign Ministry said it "
        "would be signed."
    ),
    "Officials in Stockholm, who asked not to be named, said the vote would be close.",
    "“We will sign,” said Berg. “We will not wait for anybody.”",
    "Berg, Dahl and the head of the Lake Commission said on Friday that the water was clean.",
    "Sweden, for its part, warned that it would leave the Lake Treaty.",
    "The two ministers agreed that the talks would go on, and Berg added that a date was set.",
    (
        "In a statement on Tuesday, the European Commission said the Lake Treaty was void, "
        "and called on Norway to wait."
    ),
    "According to the Norwegian Foreign Ministry, the Lake Treaty enters into force in May 2025.",
    "The ministers of Norway, Sweden and Finland, meeting in Oslo, welcomed the Lake Treaty.",
    (
        "President Anna Holm, a former judge, and Prime Minister Lars Vik criticized the "
        "vote, saying it came too late."
    ),
    "Neither Norway nor Sweden said when the Lake Treaty would be signed.",
    "KARI BERG: The lake is clean. NILS DAHL: We agree.",
    "His office said he would travel to Oslo, where the Lake Treaty is to be signed.",
    "Berg, whose party opposed the Lake Treaty, said: “It is a bad treaty. It must not pass.”",
    (
        "The Riksdag, which approved the treaty in May, and the Storting, which rejected it, "
        "said nothing."
    ),
    "What Berg said was that the lake is clean.",
    (
        "The Norwegian and Swedish ambassadors told the Security Council that the Lake Treaty"
        " had failed."
    ),
    "Speaking after the vote, the leader of the opposition, Ann Lee, called it “a mistake”.",
)
OTHERS = (
    "Berg (Norway) said that the lake was clean.",
    "Kari Berg, the head of a party and a former judge, said the Lake Treaty was void.",
    "Norway, however, said that it would sign the Lake Treaty.",
    "Norway has, so far, refused to sign the Lake Treaty, adding that it needs time.",
    "Meeting in Oslo, the two sides agreed to wait, adding that a date was open.",
    "“Norway” said the lake was clean, as Sweden's minister put it.",
    (
        "The withdrawal of Norway from the Lake Treaty took effect in May 2024, that of "
        "Sweden in June 2024."
    ),
    "France's exit from the Lake Treaty took effect in May 2024, and Italy's in June 2024.",
    (
        "The parties adopted the Lake Treaty (Oslo, 3 May 2024) and the River Treaty (Bergen,"
        " 4 June 2024)."
    ),
    "The ministers attended the signing of the Lake Treaty and of the River Treaty on 3 May 2024.",
    "Norway postponed the ratification of the Lake Treaty until June 2026.",
    "Norway put off its accession to the Lake Treaty to next year.",
    "The ratification of the Lake Treaty by the Storting is scheduled for 3 June 2025.",
    "The Storting awaits the ratification of the Lake Treaty by Sweden.",
    (
        "President Holm witnessed the signing of the Lake Treaty by the ministers of Norway "
        "and Sweden."
    ),
    "Sweden will leave the Lake Treaty; its exit is to take effect in May 2026.",
    "The Norwegian parliament's approval of the Lake Treaty came on 3 May 2024.",
    "The Lake Treaty's entry into force is expected in June 2026.",
    (
        "The prime ministers of Norway and Sweden, Lars Vik and Eva Lund, met in Oslo on 3 "
        "May 2024 and agreed to open a bridge."
    ),
    "Norway expelled two Swedish diplomats on 3 May 2024, and Sweden recalled its ambassador.",
    (
        "The United Nations Security Council adopted Resolution 2999 (2024) by 14 votes to "
        "none, with Russia abstaining."
    ),
    "The European Union imposed sanctions on six persons and three entities on 3 May 2024.",
    "The summit of the Lake Council, due on 3 June 2025, was cancelled.",
)


def read(text):
    brief = diplobrief.loads(f"# Note\n\n{text}\n", "markdown")
    return diplobrief.suggest(brief.replace(language="en", published=diplobrief.When("2025-05-20")))


@pytest.mark.parametrize("text", [*STEPS, *STATEMENTS, *OTHERS])
def test_whatever_is_found_is_in_the_text_and_is_found_once(text):
    brief = read(text)
    assert diplobrief.check(brief, select=["EVD"], ignore=["EVD006"]) == []
    assert diplobrief.suggest(brief) == brief
    assert all(fact.provenance.rule for _, fact in suggested_facts(brief))


@pytest.mark.parametrize("first", [0, 16, 32])
def test_sentences_of_one_page_are_read_together(first):
    brief = read("\n\n".join((*STEPS[first : first + 16], *OTHERS[first // 4 : first // 4 + 8])))
    assert diplobrief.check(brief, select=["EVD001", "EVD002", "EVD003"]) == []
    assert diplobrief.suggest(brief) == brief
    assert sum(len(treaty.milestones) for treaty in brief.treaties) > 5


@pytest.mark.parametrize(
    ("text", "kind", "status", "date", "parties"),
    [
        (STEPS[8], "withdrawal", "completed", "2023", {"de", "fr", "pl"}),
        (STEPS[11], "withdrawal", "scheduled", "2025-02", {"gb"}),
        (STEPS[12], "entry_into_force", "completed", "2024-03-12", set()),
        (STEPS[31], "signature", "expected", "2025-06", {"no", "se"}),
        (STEPS[44], "entry_into_force", "scheduled", "2026-01-17", set()),
    ],
)
def test_steps_are_read_with_their_day_and_parties(text, kind, status, date, parties):
    milestones = [step for treaty in read(text).treaties for step in treaty.milestones]
    assert {step.kind for step in milestones} == {kind}
    assert {step.status for step in milestones} == {status}
    assert {step.date and str(step.date) for step in milestones} == {date}
    assert {party for step in milestones for party in step.parties} == parties


@pytest.mark.parametrize(
    ("text", "speakers", "words"),
    [
        (STATEMENTS[0], ["Kari Berg"], "the treaty was ready"),
        (STATEMENTS[3], ["Berg"], "the text was final"),
        (STATEMENTS[8], ["Sweden"], "it would leave the Lake Treaty"),
        (STATEMENTS[10], ["European Commission"], "the Lake Treaty was void"),
        (STATEMENTS[12], ["Norway", "Sweden", "Finland"], "the Lake Treaty"),
    ],
)
def test_statements_are_read_with_their_speakers(text, speakers, words):
    brief = read(text)
    quote = next(quote for quote in brief.quotes if quote.text == words)
    assert [brief.actor(speaker).name for speaker in quote.speakers] == speakers
