"""Types of organs and organizations."""

from typing import Final

from diplobrief.model.vocabulary.terms import Term, Vocabulary

ORGAN_TYPES: Final = Vocabulary(
    "OrganType",
    "what function an organ has",
    (
        Term(
            "head_of_state",
            "A president, monarch or collective head of state.",
            "Vienna Convention on the Law of Treaties, article 7",
        ),
        Term(
            "head_of_government",
            "A prime minister or chancellor.",
            "Vienna Convention on the Law of Treaties, article 7",
        ),
        Term("government", "The government or cabinet as a whole."),
        Term("ministry", "A ministry or department of state."),
        Term("legislature", "A unicameral parliament, or a parliament as a whole."),
        Term("lower_house", "The lower chamber of a parliament."),
        Term("upper_house", "The upper chamber of a parliament."),
        Term("committee", "A committee of a parliament or of another organ."),
        Term("council", "A council, such as a security council or a council of guardians."),
        Term("commission", "A commission."),
        Term("assembly", "A general assembly or conference of an organization."),
        Term("secretariat", "The secretariat of an organization."),
        Term("court", "A court or tribunal."),
        Term("agency", "An agency or authority."),
        Term("central_bank", "A central bank."),
        Term("armed_forces", "The armed forces, or a branch of them."),
        Term(
            "embassy",
            "An embassy or high commission.",
            "Vienna Convention on Diplomatic Relations, article 1",
        ),
        Term("consulate", "A consulate.", "Vienna Convention on Consular Relations, article 1"),
        Term("permanent_mission", "A mission to an organization."),
        Term("delegation", "A delegation to a conference or negotiation."),
        Term("prosecutor", "A prosecutor's office."),
        Term("local_government", "The government of a region or a city."),
    ),
)


ORGANIZATION_TYPES: Final = Vocabulary(
    "OrganizationType",
    "what kind of organization it is",
    (
        Term(
            "intergovernmental",
            "An organization of states, founded by treaty.",
            "Vienna Convention on the Law of Treaties, article 2(1)(i)",
        ),
        Term(
            "bloc",
            "A group of states that act together under a name, but not founded by a treaty.",
        ),
        Term("alliance", "A military alliance."),
        Term("ngo", "A non-governmental organization."),
        Term("company", "A business."),
        Term("armed_group", "An armed group that is not part of a state's forces."),
        Term("media", "A news agency, newspaper or broadcaster."),
        Term("think_tank", "A policy research institute."),
        Term("political_party", "A political party or movement."),
        Term("university", "A university."),
        Term("religious", "A church or other religious body."),
        Term("trade_union", "A union of workers."),
        Term("foundation", "A foundation."),
    ),
)
