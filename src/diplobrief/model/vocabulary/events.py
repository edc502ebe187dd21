"""Kinds of events, the roles of participants, and how far something has progressed."""

from typing import Final

from diplobrief.model.vocabulary.terms import Term, Vocabulary

STATUSES: Final = Vocabulary(
    "Status",
    "how far a milestone, event or act has progressed",
    (
        Term("completed", "It has happened."),
        Term("ongoing", "It has begun, and has not ended."),
        Term("scheduled", "A date has been set or announced."),
        Term("expected", "It is anticipated, but no date has been set."),
        Term("draft", "It exists only as a draft."),
        Term("postponed", "It has been postponed."),
        Term("rejected", "It was voted down or refused."),
        Term("returned", "It was sent back to the body that decided on it."),
        Term("cancelled", "It will not take place."),
        Term("denied", "It was reported, and the report is denied."),
    ),
    open=False,
)


EVENT_KINDS: Final = Vocabulary(
    "EventKind",
    "what kind of event it is",
    (
        Term("meeting", "A meeting in person or by video."),
        Term("call", "A conversation by telephone or video."),
        Term("visit", "An official travels to another state or organization."),
        Term("summit", "A meeting of heads of state or government."),
        Term("session", "A sitting of a body."),
        Term("conference", "A conference."),
        Term("talks", "Talks that are neither a single meeting nor a round of negotiations."),
        Term("negotiation_round", "A round of negotiations."),
        Term("mediation", "A third party helps others to agree."),
        Term("consultations", "Consultations between states."),
        Term("press_conference", "A meeting with journalists, who can ask questions."),
        Term("briefing", "A briefing for the press or for a body."),
        Term("speech", "A speech."),
        Term("interview", "An interview."),
        Term("ceremony", "A ceremony, such as a signing."),
        Term("summons", "An ambassador or chargé d'affaires is summoned."),
        Term("vote", "A vote in a body."),
        Term("hearing", "A hearing before a court or committee."),
        Term("election", "An election."),
        Term("referendum", "A popular vote on a question."),
        Term("protest", "A demonstration."),
        Term("incident", "An unplanned occurrence."),
        Term("attack", "An armed attack."),
        Term("clash", "Fighting between armed forces or groups."),
        Term("ceasefire", "A halt to fighting."),
        Term("military_exercise", "An exercise of armed forces."),
        Term("weapons_test", "A weapon or a missile is tested."),
        Term("exchange_of_prisoners", "An exchange of prisoners."),
        Term("opening", "The opening of an embassy, border or institution."),
        Term("closure", "The closure of an embassy, border or institution."),
        Term("deadline", "The end of a time limit."),
    ),
)


PARTICIPANT_ROLES: Final = Vocabulary(
    "ParticipantRole",
    "how an actor took part in an event",
    (
        Term("host", "Received the others."),
        Term("guest", "Was received."),
        Term("initiator", "Requested the event, for example a call."),
        Term("chair", "Chaired it."),
        Term("co_chair", "Chaired it together with someone else."),
        Term("head_of_delegation", "Led a delegation."),
        Term("member", "Belonged to a delegation or a body."),
        Term("mediator", "Helped the parties to agree."),
        Term("facilitator", "Made the event possible."),
        Term("observer", "Attended without taking part in decisions."),
        Term("speaker", "Spoke."),
        Term("signatory", "Signed."),
        Term("witness", "Witnessed an act."),
        Term("interpreter", "Interpreted."),
        Term("summoned", "Was summoned."),
        Term("summoning", "Summoned someone."),
        Term("perpetrator", "Caused the harm."),
        Term("target", "Was harmed or targeted."),
        Term("absent", "Was expected but did not attend."),
    ),
)
