"""What took place, who took part how, and how far a thing has come."""

from typing import Final

from diplobrief.model.vocabulary.terms import Term, Vocabulary

STATUSES: Final = Vocabulary(
    "Status",
    "how far a milestone, event or act has come",
    (
        Term("completed", "It has happened."),
        Term("scheduled", "A day for it is given or announced."),
        Term("expected", "It is foreseen, without a day that anybody has fixed."),
        Term("draft", "It exists as a draft only."),
        Term("postponed", "It was put off."),
        Term("rejected", "It was voted down or refused."),
        Term("returned", "It was sent back to those who had decided on it."),
        Term("cancelled", "It will not take place."),
        Term("denied", "Somebody said that it happened, and it is denied."),
    ),
    open=False,
)


EVENT_KINDS: Final = Vocabulary(
    "EventKind",
    "what took place",
    (
        Term("meeting", "People met in one place or by video."),
        Term("call", "A conversation by telephone or video."),
        Term("visit", "An official went to another state or organization."),
        Term("summit", "Heads of state or government met."),
        Term("session", "A body sat in session."),
        Term("conference", "A conference."),
        Term("negotiation_round", "A round of negotiations."),
        Term("consultations", "Consultations between states."),
        Term("press_conference", "Journalists were told and could ask."),
        Term("briefing", "A briefing to the press or to a body."),
        Term("speech", "A speech."),
        Term("interview", "An interview."),
        Term("ceremony", "A ceremony, such as a signing."),
        Term("summons", "An ambassador or chargé was called in."),
        Term("vote", "A body voted."),
        Term("hearing", "A court or committee heard a matter."),
        Term("election", "An election."),
        Term("referendum", "The people voted on a question."),
        Term("protest", "A demonstration."),
        Term("incident", "Something happened that nobody had planned."),
        Term("attack", "An armed attack."),
        Term("ceasefire", "Fighting was to stop."),
        Term("military_exercise", "Armed forces exercised."),
        Term("exchange_of_prisoners", "Prisoners were exchanged."),
        Term("opening", "An embassy, border or institution was opened."),
        Term("closure", "An embassy, border or institution was closed."),
        Term("deadline", "A term ended."),
    ),
)


PARTICIPANT_ROLES: Final = Vocabulary(
    "ParticipantRole",
    "how somebody took part in an event",
    (
        Term("host", "Received the others."),
        Term("guest", "Was received."),
        Term("initiator", "Asked for it, as for a call."),
        Term("chair", "Presided."),
        Term("co_chair", "Presided together with another."),
        Term("head_of_delegation", "Led a delegation."),
        Term("member", "Belonged to a delegation or a body."),
        Term("mediator", "Helped the parties to agree."),
        Term("facilitator", "Made the meeting possible."),
        Term("observer", "Was present without a part in the decision."),
        Term("speaker", "Spoke."),
        Term("signatory", "Signed."),
        Term("witness", "Bore witness to an act."),
        Term("interpreter", "Interpreted."),
        Term("summoned", "Was called in."),
        Term("summoning", "Called somebody in."),
        Term("perpetrator", "Did the harm."),
        Term("target", "Was harmed or aimed at."),
        Term("absent", "Was expected and did not come."),
    ),
)
