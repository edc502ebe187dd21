"""Acts in many wordings: who issues them, when, and which kind they are."""

from __future__ import annotations

import pytest

DAY = "2024-05-10"
DATE = "2024-05-03"

ACTS = [
    # People in power, and what is coordinated
    (
        "Mali's generals adopted a declaration on 3 May 2024.",
        [("declaration", "ml", "2024-05-03")],
    ),
    (
        "Norway eased its trade and fisheries sanctions on Sweden on 3 May 2024.",
        [("lifting_of_sanctions", "no", "2024-05-03")],
    ),
    (
        "The Storting passed a law banning drift nets on 3 May 2024.",
        [("law", "storting", "2024-05-03")],
    ),
    (
        "Norway cut ties with Sweden and recalled its ambassador from Stockholm on 3 May 2024.",
        [("severance_of_relations", "no", "2024-05-03"), ("recall", "no", "2024-05-03")],
    ),
    (
        "Norway has expelled two Swedish diplomats, the Storting's speaker said on Friday.",
        [("expulsion", "no", None)],
    ),
    # Which day of a sentence is that of the act
    (
        "Norway on 2 May 2024 ordered two Swedish diplomats to leave by the end of 6 May 2024.",
        [("expulsion", "no", "2024-05-02")],
    ),
    (
        "Weeks after the talks in Oslo, on 3 May 2024, Sweden expelled two diplomats.",
        [("expulsion", "se", "2024-05-03")],
    ),
    (
        "Norway appointed Per Moe as ambassador to Mali on 3 May 2024.",
        [("appointment", "no", "2024-05-03")],
    ),
    ("Norway said on Monday it would expel two Swedish diplomats.", [("expulsion", "no", None)]),
    # Whose court it is comes after its name
    (
        "The Court of Justice of the EU annulled the decision on 3 May 2024.",
        [("ruling", "court-of-justice", "2024-05-03")],
    ),
    # Acts like those of others before
    (
        "Norway sanctioned Per Moe on 2 May 2024; Sweden did the same on 3 May 2024.",
        [("sanctions", "no", "2024-05-02"), ("sanctions", "se", "2024-05-03")],
    ),
    (
        "Norway expelled two Swedish diplomats on 2 May 2024. Sweden responded in kind.",
        [("expulsion", "no", "2024-05-02"), ("expulsion", "se", None)],
    ),
    ("Norway closed the lake. Sweden followed the talks on 3 May 2024.", []),
    # Documents
    (
        "The Nordic Council ended its session on 3 May 2024 with a communiqué on the lake.",
        [("communique", "nordic-council", "2024-05-03")],
    ),
    (
        "Norway told Mali by letter on 3 May 2024 that the lake is closed.",
        [("letter", "no", "2024-05-03")],
    ),
    (
        "In a note handed to the Swedish embassy on 3 May 2024, Norway asked for time.",
        [("note_verbale", "no", "2024-05-03")],
    ),
    ("In a note to clients on 3 May 2024, analysts at Lake Bank warned of a loss.", []),
    (
        "The European Commission in its report of 3 May 2024 warns Norway.",
        [("report", "european-commission", "2024-05-03")],
    ),
    # Invitations
    (
        "Kari Berg invited Ann Lee to Oslo in a telephone call on 3 May 2024.",
        [("invitation", "berg", "2024-05-03")],
    ),
    ("Kari Berg invited Ann Lee to visit Oslo on 3 June 2024.", [("invitation", "berg", None)]),
    ("Ann Lee has been invited to pay a visit to Norway.", [("invitation", "no", None)]),
    # Who acts
    (
        "Judges at the International Criminal Court issued a warrant on 3 May 2024.",
        [("indictment", "international-criminal-court", "2024-05-03")],
    ),
    (
        "Norway became the fifth state to recognise Kosovo on 3 May 2024.",
        [("recognition", "no", "2024-05-03")],
    ),
    (
        "Norway announced on 3 May 2024 that it recognises Kosovo.",
        [("recognition", "no", "2024-05-03")],
    ),
    (
        "Mali's generals annulled the vote and dissolved parliament on 3 May 2024.",
        [("decision", "ml", "2024-05-03"), ("decision", "ml", "2024-05-03")],
    ),
    # What others made somebody do, and what somebody ordered
    (
        "The raid led Norway to recall its ambassador from Stockholm on 3 May 2024.",
        [("recall", "no", "2024-05-03")],
    ),
    (
        "Ada Moe ordered the foreign ministry on 3 May 2024 to recall the ambassador in Oslo.",
        [("recall", "moe", "2024-05-03")],
    ),
    (
        "Appointed by the Norwegian government on 3 May 2024, Ann Lee arrived in Oslo.",
        [("appointment", "norwegian-government", "2024-05-03")],
    ),
    (
        "Two Swedish banks were hit by Norwegian sanctions on 3 May 2024.",
        [("sanctions", "no", "2024-05-03")],
    ),
    # Days
    (
        "Norway is recalling its ambassador, the ministry said on Friday.",
        [("recall", "no", "2024-05-10")],
    ),
    (
        "Ada Moe announced on Friday that she had appointed Per Moe special envoy.",
        [("appointment", "moe", "2024-05-10")],
    ),
    (
        "Norway raised its duties on timber by a decree of 3 May 2024.",
        [("tariff", "no", "2024-05-03")],
    ),
    ("Norway banned imports of timber as of 2027.", [("sanctions", "no", None)]),
    ("Sweden declined Norway's invitation to watch the race on 3 May 2024.", []),
    # Groups and their documents
    (
        "A group of 54 states delivered a joint statement on 3 May 2024.",
        [("joint_statement", "a-group-of-54-states", "2024-05-03")],
    ),
    (
        "Norway and Sweden have appealed, in an open letter to the Council, for a truce.",
        [("letter", "no", None)],
    ),
    (
        "The government in Oslo, in a statement issued on Friday, thanked Mali.",
        [("statement", "no-government", "2024-05-10")],
    ),
    # What a noun reports
    (
        "The recall of Norway's ambassador from Mali was announced on 3 May 2024.",
        [("recall", "no", "2024-05-03")],
    ),
    (
        (
            "The session of the Human Rights Council ended on 3 May 2024 with the adoption, by 25 "
            "votes to 6, of a resolution on the lake."
        ),
        [("resolution", "human-rights-council", "2024-05-03")],
    ),
    (
        "Norway announced the appointment of Ann Lee as head of its office on 3 May 2024.",
        [("appointment", "no", "2024-05-03")],
    ),
    # What drafts and relations are the subject of
    (
        "A draft resolution on the lake failed in the Security Council on 3 May 2024.",
        [("resolution", "security-council", "2024-05-03")],
    ),
    ("Norway failed on 3 May 2024 to table a resolution.", []),
    (
        "Diplomatic relations between Norway and Mali were restored on 3 May 2024.",
        [("establishment_of_relations", "no", "2024-05-03")],
    ),
    (
        "The Storting passed in second reading on 3 May 2024 a bill on drift nets.",
        [("law", "storting", "2024-05-03")],
    ),
    (
        "The joint statement published by Norway and Mali mentions trade.",
        [("joint_statement", "no", None)],
    ),
    # Expulsions
    ("Norway threw out 23 Swedes on 3 May 2024.", [("expulsion", "no", "2024-05-03")]),
    (
        "Norway, Finland and Denmark expelled four diplomats each on 3 May 2024.",
        [("expulsion", state, "2024-05-03") for state in ("no", "fi", "dk")],
    ),
    (
        "A Swedish diplomat was declared persona non grata in Norway on 3 May 2024.",
        [("expulsion", "no", "2024-05-03")],
    ),
    (
        "Sweden's diplomats were ordered to leave Oslo on 3 May 2024.",
        [("expulsion", "no", "2024-05-03")],
    ),
    (
        (
            "Norway acted on 3 May 2024. Defence advisers of Sweden were declared personae non "
            "gratae. Finland, Latvia and Estonia looked on."
        ),
        [("expulsion", "no", "2024-05-03")],
    ),
    ("Two Swedish diplomats told to go home in the biggest row for years.", []),
    # What councils do
    (
        "The General Assembly decided on 3 May 2024, by resolution 72/249, to hold a conference.",
        [("resolution", "general-assembly", "2024-05-03")],
    ),
    (
        (
            "The General Assembly on Friday adopted by 143 votes to 9, with 25 abstentions, a "
            "resolution on the lake."
        ),
        [("resolution", "general-assembly", "2024-05-10")],
    ),
    ("Norway used its veto on 3 May 2024.", [("veto", "no", "2024-05-03")]),
    ("Norway blocked a draft on the lake on 3 May 2024.", [("veto", "no", "2024-05-03")]),
    (
        (
            "The Security Council met on 3 May 2024. The Assembly did not. Norway vetoed the"
            " draft resolution on 3 May 2024."
        ),
        [("resolution", "security-council", "2024-05-03")],
    ),
    (
        "The Peace and Security Council of the African Union suspended Mali on 3 May 2024.",
        [("decision", "peace-and-security-council", "2024-05-03")],
    ),
    (
        (
            "Norway signed the Lake Treaty in 2020. The Security Council decided on 3 May 2024 to "
            "hold a hearing."
        ),
        [("decision", "security-council", "2024-05-03")],
    ),
    (
        "Norway signed the Lake Treaty in 2020. The Storting decided on 3 May 2024 to leave it.",
        [],
    ),
    # Sanctions, aid, measures
    (
        "The EU's package of sanctions was adopted on 3 May 2024.",
        [("sanctions", "eu", "2024-05-03")],
    ),
    ("Norway has suspended its aid to Mali since March 2024.", [("decision", "no", "2024-03")]),
    (
        "A line of credit of two billion dollars was announced by Norway on 3 May 2024.",
        [("aid_package", "no", "2024-05-03")],
    ),
    # Documents
    (
        (
            "Norway went further: in a letter dated 3 May 2024 and seen by reporters, Oslo warned "
            "that the lake was low."
        ),
        [("letter", "no", "2024-05-03")],
    ),
    (
        "Nobody came, and in a letter circulated in April 2024 Norway called on Sweden to wait.",
        [("letter", "no", "2024-04")],
    ),
    ("Norway, in a statement of 3 May 2024, regretted it.", [("statement", "no", "2024-05-03")]),
    (
        "In a letter to the Security Council dated 3 May 2024, Norway said the lake was low.",
        [("letter", "no", "2024-05-03")],
    ),
    (
        (
            "“Norway keeps to the terms of what it signed,” said Foreign Minister Ann Lee in a "
            "statement on 3 May 2024."
        ),
        [("statement", "lee", "2024-05-03")],
    ),
    (
        "Nobody answered a letter Mali sent to Norway on 3 May 2024.",
        [("letter", "ml", "2024-05-03")],
    ),
    (
        "In an executive order signed on 3 May 2024, President Ada Moe closed the lake.",
        [("decree", "moe", "2024-05-03")],
    ),
    (
        "In resolution ES-11/1 of 2 March 2022, the General Assembly deplored it.",
        [("resolution", "general-assembly", "2022-03-02")],
    ),
    # A letter may be older than the page that cites it.
    (
        (
            "Norway left on Monday. Minister Ann Lee argued in a letter to lawmakers that it "
            "was late."
        ),
        [("letter", "lee", None)],
    ),
    (
        "Norway lifted most of its sanctions on Mali on 3 May 2024.",
        [("lifting_of_sanctions", "no", "2024-05-03")],
    ),
    # Acts that are only named
    ("Norway's note of 3 May 2024 was ignored.", [("note_verbale", "no", "2024-05-03")]),
    ("A ruling by the Supreme Court in May 2024 stands.", [("ruling", "supreme-court", "2024-05")]),
    (
        "In a ruling issued on 3 May 2024, the Supreme Court was strict.",
        [("ruling", "supreme-court", "2024-05-03")],
    ),
    (
        "The joint statement of 3 May 2024 by Norway and Sweden stands.",
        [("joint_statement", "no", "2024-05-03")],
    ),
    ("A decision of 3 May 2024 by the Supreme Court stands.", [("ruling", "supreme-court", DATE)]),
    ("Norway's ruling of 3 May 2024 stands.", []),
    ("Norway rejected the report on 3 May 2024.", []),
    ("Norway signed the Lake Treaty. Its decision of 3 May 2024 to ratify it stands.", []),
    # Other ways to say a day and an issuer
    (
        (
            "Norway wrote on Monday. Oslo closed a port in March 2020, and Norway expelled two "
            "Swedish diplomats."
        ),
        [("expulsion", "no", None)],
    ),
    ("The EU angered Mali in a joint statement.", [("joint_statement", "eu", None)]),
    ("In June 2023 the EU imposed measures on Mali.", [("sanctions", "eu", "2023-06")]),
    (
        "The Committee of Ministers decided on 3 May 2024 to forward it.",
        [("decision", "committee-of-ministers", "2024-05-03")],
    ),
    # Others
    ("Norway broke off relations on 3 May 2024.", [("severance_of_relations", "no", "2024-05-03")]),
    ("Norway broke off relations.", []),
    ("The European Commission reported on the lake on 3 May 2024.", []),
    ("President Ada Moe invited Minister Ann Lee to a game.", []),
    (
        "President Ada Moe received an invitation from Prime Minister Ann Lee on 3 May 2024.",
        [("invitation", "lee", "2024-05-03")],
    ),
    ("President Ada Moe received an invitation on 3 May 2024.", []),
    (
        "Norway recognised the government of Mali on 3 May 2024.",
        [("recognition", "no", "2024-05-03")],
    ),
    (
        "The force left on 3 May 2024. Norway expelled the Swedish ambassador the same day.",
        [("expulsion", "no", "2024-05-03")],
    ),
    (
        "The force left on 3 May 2024. Norway broke off relations that night.",
        [("severance_of_relations", "no", "2024-05-03")],
    ),
    (
        "The force is gone. Norway broke off relations that night.",
        [("severance_of_relations", "no", None)],
    ),
    (
        "Norway spoke on Monday. It expelled the Swedish ambassador as early as August.",
        [("expulsion", "no", "2023-08")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_acts_are_read_in_many_wordings(suggest_from, text, expected):
    acts = suggest_from(text, DAY).acts
    assert [(act.kind, act.issued_by[0], act.date and str(act.date)) for act in acts] == expected


def test_an_office_without_a_name_issues_acts_like_a_person(suggest_from):
    (act,) = suggest_from("The president appointed Per Moe on 3 May 2024.", DAY).acts
    assert (act.kind, act.issued_by) == ("appointment", ("president",))


def test_what_a_headline_reports_is_of_the_first_day_of_the_page(suggest_from):
    blank = "The lake is deep.\n\n" * 4
    brief = suggest_from(
        f"Norway expels Swedish envoy\n\n{blank}Norway met with ire on Monday.", DAY
    )
    assert [str(act.date) for act in brief.acts] == ["2024-05-06"]


def test_a_day_in_a_chronology_is_of_the_year_of_its_entry(suggest_from):
    brief = suggest_from(
        "1999, 19 November: Mali joins.\n\n2007: Norway recalls its ambassador on 13 July.\n\n"
        "2011, 22 November: Mali leaves."
    )
    assert [str(act.date) for act in brief.acts] == ["2007-07-13"]
