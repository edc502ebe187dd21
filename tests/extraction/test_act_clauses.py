"""Acts by the form of their clause: participles, passives, relative clauses, conditions, wishes."""

from __future__ import annotations

import pytest

DAY = "2024-05-10"

ACTS = [
    # Two participles with one auxiliary
    (
        "Two Swedish envoys were called in and expelled by Norway on 3 May 2024.",
        [("expulsion", "no", "2024-05-03")],
    ),
    # A noun, what it is about, and a relative clause
    (
        "The embargo on Swedish timber, which Norway imposed in May 2023, hurts.",
        [("sanctions", "no", "2023-05")],
    ),
    ("They are listings under a plan that Norway set up on 3 May 2024.", []),
    # Whose act it is
    (
        "Norway's ministry said on 3 May 2024 that two Swedish diplomats were told to leave.",
        [("expulsion", "no", "2024-05-03")],
    ),
    (
        "Two Swedish firms were put on Norway's list of unreliable entities on 3 May 2024.",
        [("sanctions", "no", "2024-05-03")],
    ),
    (
        "A motion of no confidence was voted down in the Storting on 3 May 2024.",
        [("motion", "storting", "2024-05-03")],
    ),
    (
        "Norway's tariffs on timber were announced on 3 May 2024.",
        [("tariff", "no", "2024-05-03")],
    ),
    (
        "In a letter dated 3 May 2024, 14 senators urged the government to wait.",
        [("letter", "senators", "2024-05-03")],
    ),
    # Days
    (
        "Norway has recalled its envoy from Mali, the ministry in Oslo announced on 3 May 2024.",
        [("recall", "no", "2024-05-03")],
    ),
    (
        "Norway summoned the Swedish envoy on 3 May 2024 to protest against the raid.",
        [("protest", "no", "2024-05-03")],
    ),
    # Objects with a number, and of several things
    (
        "Norway froze 2.2 million kroner in grants on 3 May 2024.",
        [("decision", "no", "2024-05-03")],
    ),
    (
        "Norway lifted a series of sanctions on Sweden on 3 May 2024.",
        [("lifting_of_sanctions", "no", "2024-05-03")],
    ),
    (
        "Norway hit back on 3 May 2024 with a 25 percent levy on Swedish cars.",
        [("tariff", "no", "2024-05-03")],
    ),
    (
        "Norway ordered its agencies on 3 May 2024 to freeze the assets of two banks.",
        [("sanctions", "no", "2024-05-03")],
    ),
    (
        "Norway named Per Moe its senior adviser for the lake on 3 May 2024.",
        [("appointment", "no", "2024-05-03")],
    ),
    (
        "The chair, Ann Lee, was elected president of the African Union on 3 May 2024.",
        [("appointment", "african-union", "2024-05-03")],
    ),
    (
        "A motion on the lake was tabled by 80 lawmakers on 3 May 2024.",
        [("motion", "lawmakers", "2024-05-03")],
    ),
    (
        "The summit statement was blocked by Norway's veto on 3 May 2024.",
        [("veto", "no", "2024-05-03")],
    ),
    (
        "President Ada Moe invited Prime Minister Ann Lee to the parade.",
        [("invitation", "moe", None)],
    ),
    (
        "In a joint statement, Norway and Sweden voiced their regret in April.",
        [("joint_statement", "no", "2024-04")],
    ),
    (
        "A day later President Ada Moe recalled the ambassador to Mali.",
        [("recall", "moe", None)],
    ),
    (
        "Norway notified Mali on 3 May 2024 of its decision to sever diplomatic relations.",
        [("notification", "no", "2024-05-03"), ("severance_of_relations", "no", "2024-05-03")],
    ),
    (
        "Norway expelled two Swedish diplomats on 3 May 2024 over last year's vote.",
        [("expulsion", "no", "2024-05-03")],
    ),
    (
        "Norway published a letter to Sweden dated 3 May 2024.",
        [("letter", "no", "2024-05-03")],
    ),
    ("Norway hands over a note of protest on 13 May.", [("note_verbale", "no", "2024-05-13")]),
    (
        (
            "Sweden's minister, Ann Lee, said on 4 May 2024 that her country had recalled its "
            "envoy from Mali on 3 May 2024."
        ),
        [("recall", "se", "2024-05-03")],
    ),
    (
        "The Storting met. The law on nets was adopted on 3 May 2024.",
        [("law", "storting", "2024-05-03")],
    ),
    (
        "The Security Council met. Norway blocked a joint statement on 3 May 2024.",
        [("veto", "no", "2024-05-03")],
    ),
    (
        "The restoration of diplomatic ties between Norway and Mali was announced on 3 May 2024.",
        [("establishment_of_relations", "no", "2024-05-03")],
    ),
    (
        "Norway paused its aid to Mali on 2 May 2024, and Sweden followed on 3 May 2024.",
        [("decision", "no", "2024-05-02"), ("decision", "se", "2024-05-03")],
    ),
    (
        (
            "The Norwegian Government sent Mali a note on 3 May 2024. Two Malian diplomats were "
            "told to leave."
        ),
        [
            ("note_verbale", "norwegian-government", "2024-05-03"),
            ("expulsion", "norwegian-government", "2024-05-03"),
        ],
    ),
    # What consists in another act, or is a treaty
    (
        "Norway imposed sanctions on Mali on 3 May 2024, suspending its aid.",
        [("sanctions", "no", "2024-05-03")],
    ),
    ("Norway signed a declaration with Sweden on 3 May 2024.", []),
    (
        "Norway notified Mali by letter on 3 May 2024 that it would leave.",
        [("notification", "no", "2024-05-03")],
    ),
    # What nobody did
    ("If Sweden votes, Norway would recall its ambassador.", []),
    ("Norway asked that the sanctions on Sweden be lifted.", []),
    ("Norway denied reports that it had recalled its ambassador.", []),
    # Participles that describe a person, with an agent and a day
    (
        "Kari Berg, the mediator appointed in May 2023 by the African Union, arrived.",
        [("appointment", "african-union", "2023-05")],
    ),
    (
        "Per Lie, a banker sanctioned on 3 May 2024 by Norway, denied it.",
        [("sanctions", "no", "2024-05-03")],
    ),
    ("Kari Berg, the mediator appointed by Norway, arrived.", []),
    (
        "Kari Berg, the mediator named on 3 May 2024 by the west African bloc ECOWAS, arrived.",
        [("appointment", "ecowas", "2024-05-03")],
    ),
    ("Norway distanced itself from the statement on 3 May 2024.", []),
    (
        "Norway had itself expelled a Malian diplomat in June 2023.",
        [("expulsion", "no", "2023-06")],
    ),
    # Who acts
    (
        "Berg's deputy, Kari Lie, had summoned the Swedish envoy on 3 May 2024 to lodge a protest.",
        [("protest", "lie", "2024-05-03")],
    ),
    (
        "The UN Security Council condemned it in resolution 9, which it adopted on 3 May 2024.",
        [("resolution", "security-council", "2024-05-03")],
    ),
    (
        "The former Malian minister Kari Berg was granted asylum in Norway on 3 May 2024.",
        [("decision", "no", "2024-05-03")],
    ),
    (
        "Kari Berg was named Norway's ambassador to Mali on 3 May 2024.",
        [("appointment", "no", "2024-05-03")],
    ),
    (
        "The Swedish ambassador called on Kari Berg on 3 May 2024 to convey an invitation.",
        [("invitation", "se", "2024-05-03")],
    ),
    (
        "On 3 May 2024 Kari Berg handed over a letter from King Harald inviting Ann Moe to Oslo.",
        [("invitation", "harald", "2024-05-03")],
    ),
    (
        "On 3 May 2024, the Storting voted 63 to 34 to declare Per Moe persona non grata.",
        [("motion", "storting", "2024-05-03")],
    ),
    # Courts that only their places name
    (
        "A court in Oslo jailed a Malian diplomat on 3 May 2024.",
        [("ruling", "no-court", "2024-05-03")],
    ),
    (
        "An appeals court in Bamako upheld his sentence on 3 May 2024.",
        [("ruling", "ml-appeals-court", "2024-05-03")],
    ),
    ("The minister was seen at a court in Oslo on 3 May 2024.", []),
    ("The Chamber of Deputies of Mali confirmed the date on 3 May 2024.", []),
    # Votes and reservations
    (
        "A resolution on Mali passed without a vote in the Security Council on 3 May 2024.",
        [("resolution", "security-council", "2024-05-03")],
    ),
    (
        "The Human Rights Council adopted a text after voting down two amendments on 3 May 2024.",
        [
            ("resolution", "human-rights-council", "2024-05-03"),
            ("motion", "human-rights-council", "2024-05-03"),
        ],
    ),
    (
        "The Storting passed, by 69 votes to 14, a Statement on the famine on 3 May 2024.",
        [("statement", "storting", "2024-05-03")],
    ),
    (
        "Norway entered a reservation to paragraph 4 on 3 May 2024.",
        [("statement", "no", "2024-05-03")],
    ),
    (
        "Norway dissociated itself from the consensus on 3 May 2024.",
        [("declaration", "no", "2024-05-03")],
    ),
    # A day that the next sentence adds
    (
        "Norway expelled two Malian envoys. The decision, announced on 3 May 2024, was expected.",
        [("expulsion", "no", "2024-05-03")],
    ),
    (
        "Norway expelled two Malian diplomats. The decision on fish, taken in May 2023, stands.",
        [("expulsion", "no", None)],
    ),
    # Relations with a state that is not named
    ("Mali cut ties with its former ruler.", [("severance_of_relations", "ml", None)]),
    ("Mali cut ties with the company.", []),
    # Shelter, and who hears of an act
    (
        "Kari Berg was granted asylum in the Swedish ambassador's residence on 3 May 2024.",
        [("decision", "se", "2024-05-03")],
    ),
    ("Norway and Mali quarrel. Kari Berg was granted asylum on 3 May 2024.", []),
    (
        "Norway is angry. The Malian envoy was told that two attachés were expelled on 3 May 2024.",
        [("expulsion", "no", "2024-05-03")],
    ),
    (
        "Norway is angry. The Malian envoy was handed a protest note on 3 May 2024.",
        [("note_verbale", "no", "2024-05-03")],
    ),
    # Two resolutions on one day, and one that is reported twice
    (
        (
            "The Security Council adopted a resolution on Mali and a report on 3 May 2024. "
            "It adopted a resolution on Chad on 3 May 2024."
        ),
        [
            ("resolution", "security-council", "2024-05-03"),
            ("resolution", "security-council", "2024-05-03"),
        ],
    ),
    (
        (
            "The Security Council adopted a resolution on Mali on 3 May 2024. "
            "The resolution was adopted by 14 votes on 3 May 2024."
        ),
        [("resolution", "security-council", "2024-05-03")],
    ),
    # The day of what is judged, and what is only demanded
    (
        "Norway condemned the attack on 3 May 2024 and decided to send 40 tons of relief supplies.",
        [("aid_package", "no", None)],
    ),
    ("The opposition demanded that the Supreme Court rule on it.", []),
    (
        (
            "Norway imposed sanctions on Mali on 3 May 2024. “It is time,” Kari Berg said. "
            "Sweden took the same step on 4 May 2024."
        ),
        [("sanctions", "no", "2024-05-03"), ("sanctions", "se", "2024-05-04")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_acts_are_read_by_the_form_of_their_clause(suggest_from, text, expected):
    acts = suggest_from(text, DAY).acts
    assert [(act.kind, act.issued_by[0], act.date and str(act.date)) for act in acts] == expected


def test_a_joint_statement_of_nobody_is_of_both_states_of_a_page(suggest_from):
    brief = suggest_from(
        "Norway and Sweden held talks on 3 May 2024. Norway and Sweden want a pact. "
        "A joint statement was issued after the talks.",
        DAY,
    )
    assert [(act.kind, act.issued_by) for act in brief.acts] == [("joint_statement", ("no", "se"))]
