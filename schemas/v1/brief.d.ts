// The types of a diplomatic brief.
// Generated from the models by `make schemas`; do not edit.

/** Any JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/**
 * A diplomatic brief: an immutable value of metadata, facts and narrative. Ids are unique in a
 * brief across all kinds of fact (ids of milestones: within their treaty), every reference
 * resolves, and every `markdown` block is exactly one block. A member `$schema` may have any
 * text; it names the format of a document and is not part of the brief.
 */
export interface Brief {
  /** The address or path of the schema that the document follows. It is not part of the brief. */
  readonly "$schema"?: string;
  /** The version of the format. */
  readonly schema_version: "1.0";
  /** The id of the brief. */
  readonly id?: Id;
  /**
   * Identifiers in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /** The title, as inline CommonMark. */
  readonly title?: Title;
  /** The subtitle, as inline CommonMark. */
  readonly subtitle?: Title;
  /** The language of the narrative. */
  readonly language?: LanguageTag;
  /** When it was published. */
  readonly published?: When;
  /** When it was published, as the author wrote it. */
  readonly published_as_written?: Line;
  /** When it was last updated. */
  readonly updated?: When;
  /** When it was last updated, as the author wrote it. */
  readonly updated_as_written?: Line;
  /** Where and when it was written. */
  readonly dateline?: Dateline;
  /**
   * The people who wrote or edited it.
   * @minItems 1
   */
  readonly authors?: readonly Author[];
  /** The publisher. */
  readonly publisher?: Line;
  /**
   * Keywords.
   * @minItems 1
   */
  readonly topics?: readonly Line[];
  /** With whom it may be shared. */
  readonly handling?: Handling;
  /**
   * Its relation to other texts.
   * @minItems 1
   */
  readonly related?: readonly RelatedBrief[];
  /**
   * Codes of `check` whose findings about this brief the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /**
   * Suggested facts that a person rejected; they are not suggested again.
   * @minItems 1
   */
  readonly rejected?: readonly SuggestionId[];
  /**
   * The actors: people, states, organs, organizations and groups.
   * @minItems 1
   */
  readonly actors?: readonly Actor[];
  /**
   * The statements.
   * @minItems 1
   */
  readonly quotes?: readonly Quote[];
  /**
   * The events.
   * @minItems 1
   */
  readonly events?: readonly Event[];
  /**
   * The treaties, with their milestones.
   * @minItems 1
   */
  readonly treaties?: readonly Treaty[];
  /**
   * Acts that are not steps of a treaty.
   * @minItems 1
   */
  readonly acts?: readonly Act[];
  /**
   * The sources of the facts.
   * @minItems 1
   */
  readonly sources?: readonly Source[];
  /** The narrative. The list may be empty. */
  readonly sections: readonly Section[];
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** An act with legal or political effect that is not a step of a treaty. */
export interface Act {
  /** The id that other facts use for the act. */
  readonly id?: Id;
  /** The kind of act. */
  readonly kind: ActKind;
  /** The title. */
  readonly title?: Line;
  /**
   * Identifiers in registries, such as a document symbol.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * The actors who issued it. Names an actor.
   * @minItems 1
   */
  readonly issued_by?: readonly Reference[];
  /**
   * The actors who proposed it. Names an actor.
   * @minItems 1
   */
  readonly sponsors?: readonly Reference[];
  /**
   * The actors at whom it is directed. Names an actor.
   * @minItems 1
   */
  readonly targets?: readonly Reference[];
  /** The status of the act. */
  readonly status?: Status;
  /** The date of the act. */
  readonly date?: PartialDate;
  /** The date of the act, as the author wrote it. */
  readonly date_as_written?: Line;
  /** The date until which it applies. */
  readonly until?: PartialDate;
  /** The date until which it applies, as the author wrote it. */
  readonly until_as_written?: Line;
  /** The vote on it. */
  readonly vote?: Vote;
  /**
   * What it says, or would have said: one passage for each provision.
   * @minItems 1
   */
  readonly provisions?: readonly Passage[];
  /**
   * The actors that refused it. Names an actor.
   * @minItems 1
   */
  readonly refused_by?: readonly Reference[];
  /**
   * The actors on whose word it rests. Names an actor.
   * @minItems 1
   */
  readonly according_to?: readonly Reference[];
  /**
   * The facts to which it responds. Names a fact.
   * @minItems 1
   */
  readonly in_response_to?: readonly Reference[];
  /** The event at which it took place. Names an event. */
  readonly event?: Reference;
  /**
   * Passages that the fact rests on; if omitted, its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /** Who or what suggested the fact (default: the authors of the brief assert it). */
  readonly provenance?: Provenance;
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** A note for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/**
 * What kind of act it is.
 * resolution: A resolution of a body.
 * decision: A decision of a body or an authority.
 * law: A law.
 * decree: A decree or executive order.
 * sanctions: Sanctions or similar measures are imposed.
 * lifting_of_sanctions: Sanctions are lifted.
 * expulsion: Members of a diplomatic mission are expelled. (Vienna Convention on Diplomatic
 * Relations, article 9)
 * recall: An ambassador is recalled.
 * appointment: Someone is appointed, or presents credentials.
 * communique: A communiqué.
 * joint_statement: A statement by several issuers.
 * statement: A statement by one issuer, as a document.
 * declaration: A political declaration.
 * note_verbale: A note verbale or another diplomatic note.
 * letter: A letter.
 * notification: A formal notice to a state or organization.
 * invitation: An invitation to a visit, to talks, or to join an organization.
 * report: A report that a body or an authority issues.
 * protest: A formal protest.
 * alignment: A state joins a decision or statement of an organization.
 * recognition: A state or government is recognized.
 * severance_of_relations: Diplomatic relations are broken off. (Vienna Convention on
 * Diplomatic Relations, article 45)
 * establishment_of_relations: Diplomatic relations are established or restored. (Vienna
 * Convention on Diplomatic Relations, article 2)
 * ruling: A judgment, order or advisory opinion of a court.
 * indictment: A charge or an arrest warrant.
 * veto: A decision is blocked by a veto. (Charter of the United Nations, article 27(3))
 * motion: A motion in a parliament.
 * mandate: A mandate is given or renewed.
 * aid_package: Aid is granted.
 * contract: A contract, for example on arms or energy.
 * visa_measure: Visa requirements are tightened or relaxed.
 * tariff: A customs duty is imposed or lifted.
 * declaration_of_war: War is declared.
 * ultimatum: A demand with a deadline and a threat.
 */
export type ActKind =
  | "resolution"
  | "decision"
  | "law"
  | "decree"
  | "sanctions"
  | "lifting_of_sanctions"
  | "expulsion"
  | "recall"
  | "appointment"
  | "communique"
  | "joint_statement"
  | "statement"
  | "declaration"
  | "note_verbale"
  | "letter"
  | "notification"
  | "invitation"
  | "report"
  | "protest"
  | "alignment"
  | "recognition"
  | "severance_of_relations"
  | "establishment_of_relations"
  | "ruling"
  | "indictment"
  | "veto"
  | "motion"
  | "mandate"
  | "aid_package"
  | "contract"
  | "visa_measure"
  | "tariff"
  | "declaration_of_war"
  | "ultimatum"
  | ExtensionTerm;

/** An actor of any kind; `kind` says which. */
export type Actor =
  | Person
  | State
  | Organ
  | Organization
  | Group
  | Unnamed;

/** A contributor to a text. */
export interface Author {
  /** The name as it is in the text. */
  readonly name: Line;
  /** The role of the person. */
  readonly role?: AuthorRole;
  /** The organization or office, as it is in the text. */
  readonly affiliation?: Line;
}

/**
 * How someone contributed to a text.
 * author: Wrote the text.
 * editor: Edited it.
 * translator: Translated it.
 * photographer: Took the pictures.
 * contributor: Contributed reporting or a part.
 * reviewer: Reviewed it before publication.
 * illustrator: Made the graphics.
 * compiler: Compiled it from other texts.
 */
export type AuthorRole =
  | "author"
  | "editor"
  | "translator"
  | "photographer"
  | "contributor"
  | "reviewer"
  | "illustrator"
  | "compiler"
  | ExtensionTerm;

/** A block of a section; `type` says which. */
export type Block =
  | Paragraph
  | Bullets
  | Numbered
  | Markdown;

/**
 * One CommonMark block, verbatim. Line ends are line feeds.
 * @pattern ^[^\x00-\x08\x0b-\x1f\x7f]+$
 */
export type BlockText = string;

/**
 * How a brief relates to another text.
 * updates: Continues the story of the other text.
 * corrects: Corrects something in the other text.
 * follows: Comes after the other text in a series.
 * translates: Is a translation of the other text.
 * cites: Refers to the other text.
 */
export type BriefRelation =
  | "updates"
  | "corrects"
  | "follows"
  | "translates"
  | "cites";

/** A bullet list of one level. */
export interface Bullets {
  /** The type of block. */
  readonly type: "bullets";
  /**
   * The items, as inline CommonMark.
   * @minItems 1
   */
  readonly items: readonly Inline[];
}

/**
 * A country: ISO 3166-1 alpha-2, or the four letters of ISO 3166-3 for a former country.
 * @pattern ^[A-Z]{2}(?:[A-Z]{2})?$
 */
export type CountryCode = string;

/**
 * The place and date of a text, as in its first line.
 * At least one member is required.
 */
export interface Dateline {
  /** The place. */
  readonly place?: Line;
  /** The date. */
  readonly date?: PartialDate;
  /** The date as the author wrote it. */
  readonly date_as_written?: Line;
}

/**
 * A length of time in whole years, months, weeks or days (ISO 8601-1, section 5.5.2).
 * @pattern
 * ^P(?:[0-9]{1,4}W|[0-9]{1,4}Y(?:[0-9]{1,4}M)?(?:[0-9]{1,4}D)?|[0-9]{1,4}M(?:[0-9]{1,4}D)?|[0-9]{1,4}D)$
 */
export type Duration = string;

/** Something that took place or is planned. */
export interface Event {
  /** The id that other facts use for the event. */
  readonly id?: Id;
  /** The kind of event. */
  readonly kind: EventKind;
  /** The title. */
  readonly title?: Line;
  /** The status of the event. */
  readonly status?: Status;
  /** When it began. */
  readonly start?: When;
  /** When it began, as the author wrote it. */
  readonly start_as_written?: Line;
  /** When it ended. */
  readonly end?: When;
  /** When it ended, as the author wrote it. */
  readonly end_as_written?: Line;
  /** The place. */
  readonly place?: Line;
  /** The event that this event is part of. Names an event. */
  readonly part_of?: Reference;
  /**
   * The participants and their roles.
   * @minItems 1
   */
  readonly participants?: readonly Participant[];
  /**
   * The facts that it was about. Names a fact.
   * @minItems 1
   */
  readonly about?: readonly Reference[];
  /** What it was about, if that is not a fact in the brief. */
  readonly subject?: Line;
  /** The outcome. */
  readonly outcome?: Passage;
  /** What it depends on, in words. */
  readonly condition?: Line;
  /**
   * The actors on whose word it rests. Names an actor.
   * @minItems 1
   */
  readonly according_to?: readonly Reference[];
  /**
   * Identifiers in registries, such as a meeting number.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; if omitted, its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /** Who or what suggested the fact (default: the authors of the brief assert it). */
  readonly provenance?: Provenance;
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** A note for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/**
 * What kind of event it is.
 * meeting: A meeting in person or by video.
 * call: A conversation by telephone or video.
 * visit: An official travels to another state or organization.
 * summit: A meeting of heads of state or government.
 * session: A sitting of a body.
 * conference: A conference.
 * talks: Talks that are neither a single meeting nor a round of negotiations.
 * negotiation_round: A round of negotiations.
 * mediation: A third party helps others to agree.
 * consultations: Consultations between states.
 * press_conference: A meeting with journalists, who can ask questions.
 * briefing: A briefing for the press or for a body.
 * speech: A speech.
 * interview: An interview.
 * ceremony: A ceremony, such as a signing.
 * summons: An ambassador or chargé d'affaires is summoned.
 * vote: A vote in a body.
 * hearing: A hearing before a court or committee.
 * election: An election.
 * referendum: A popular vote on a question.
 * protest: A demonstration.
 * incident: An unplanned occurrence.
 * attack: An armed attack.
 * clash: Fighting between armed forces or groups.
 * ceasefire: A halt to fighting.
 * military_exercise: An exercise of armed forces.
 * weapons_test: A weapon or a missile is tested.
 * exchange_of_prisoners: An exchange of prisoners.
 * opening: The opening of an embassy, border or institution.
 * closure: The closure of an embassy, border or institution.
 * deadline: The end of a time limit.
 */
export type EventKind =
  | "meeting"
  | "call"
  | "visit"
  | "summit"
  | "session"
  | "conference"
  | "talks"
  | "negotiation_round"
  | "mediation"
  | "consultations"
  | "press_conference"
  | "briefing"
  | "speech"
  | "interview"
  | "ceremony"
  | "summons"
  | "vote"
  | "hearing"
  | "election"
  | "referendum"
  | "protest"
  | "incident"
  | "attack"
  | "clash"
  | "ceasefire"
  | "military_exercise"
  | "weapons_test"
  | "exchange_of_prisoners"
  | "opening"
  | "closure"
  | "deadline"
  | ExtensionTerm;

/**
 * A passage that a fact rests on (W3C Web Annotation Data Model, TextQuoteSelector). The
 * passage is in the narrative (in its plain text, within one block), or in the named source.
 * `check` compares both after NFC and after folding white space and typographic quotes.
 */
export interface Evidence {
  /** The passage, verbatim. */
  readonly exact: Excerpt;
  /** The text right before it, if the passage occurs more than once. */
  readonly prefix?: Excerpt;
  /** The text right after it, if the passage occurs more than once. */
  readonly suffix?: Excerpt;
  /** The source that contains the passage; if omitted, the narrative does. Names a source. */
  readonly source?: Reference;
}

/**
 * Verbatim text, including white space at its ends (W3C Web Annotation, TextQuoteSelector).
 * @pattern ^[^\x00-\x08\x0b-\x1f\x7f]+$
 */
export type Excerpt = string;

/**
 * A term that no vocabulary of the format has: `x-` and a name.
 * @pattern ^x-[a-z0-9](?:[a-z0-9_-]{0,60}[a-z0-9])?$
 */
export type ExtensionTerm = `x-${string}`;

/**
 * A fraction of the parties; `>` before it means more than this fraction.
 * @pattern ^>?[1-9][0-9]{0,3}/[1-9][0-9]{0,3}$
 */
export type Fraction = string;

/** Several actors under one name, such as "the E3" or "191 deputies". */
export interface Group {
  /** The kind of actor. */
  readonly kind: "group";
  /** The id that other facts use for the actor. */
  readonly id: Id;
  /** The name as it is in the brief. */
  readonly name: Line;
  /**
   * The actors that belong to it. Names an actor.
   * @minItems 1
   */
  readonly members?: readonly Reference[];
  /**
   * The number of its members.
   * From 1 to 9007199254740991.
   */
  readonly size?: number;
  /**
   * Names in other languages or scripts.
   * @minItems 1
   */
  readonly other_names?: readonly Translation[];
  /**
   * Identifiers in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; if omitted, its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /** Who or what suggested the fact (default: the authors of the brief assert it). */
  readonly provenance?: Provenance;
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** A note for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** A number of parties that must come from a group: eight of them member states, for example. */
export interface GroupCount {
  /**
   * How many members of the group must have consented to be bound.
   * From 1 to 9007199254740991.
   */
  readonly count: number;
  /**
   * The members of the group. Names an actor.
   * @minItems 1
   */
  readonly among: readonly Reference[];
}

/**
 * With whom and from when a brief may be shared.
 * At least one member is required.
 */
export interface Handling {
  /** The marking of the Traffic Light Protocol 2.0. */
  readonly tlp?: TlpLabel;
  /** Any other marking. */
  readonly marking?: Line;
  /** The earliest time at which it may be published. */
  readonly embargo_until?: Timestamp;
}

/**
 * Inline CommonMark on one line, for a section's heading, without a final colon.
 * @pattern
 * ^(?:(?:[^\x00-\x20\x7f][^\x00-\x08\x0a-\x1f\x7f]*)?[^\x00-\x20\x7f:\x7d]|(?:[^\x00-\x20\x7f\\]|[^\x00-\x20\x7f][^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x08\x0a-\x1f\x7f\\])?(?:\\\\)*\\:|(?:[0-9A-Za-z._=\-][\t\x200-9A-Za-z._=\-]*)?\x7d|(?:[^\x00-\x20\x7f][^\x00-\x08\x0a-\x1f\x7f]*)?[^\x00-\x200-9A-Za-z._=\-\x7b\x7f][\t\x200-9A-Za-z._=\-]*\x7d|(?:[^\x00-\x20\x7f\\]|[^\x00-\x20\x7f][^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x08\x0a-\x1f\x7f\\])?(?:\\\\)*\x7b[\t\x200-9A-Za-z._=\-]*\x7d)$
 */
export type Heading = string;

/**
 * A name for a brief or a fact: up to 64 lower-case letters, digits and inner hyphens.
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$
 */
export type Id = string;

/** An identifier in a registry. */
export interface Identifier {
  /** The registry. */
  readonly scheme: IdentifierScheme;
  /** The identifier. */
  readonly value: Line;
}

/**
 * Which registry an identifier belongs to.
 * wikidata: An item of Wikidata, such as Q794.
 * iso3166: A country code of ISO 3166-1 or 3166-2. (ISO 3166)
 * lei: A Legal Entity Identifier. (ISO 17442)
 * isni: An International Standard Name Identifier. (ISO 27729)
 * orcid: An Open Researcher and Contributor ID.
 * viaf: A cluster of the Virtual International Authority File.
 * gnd: A record of the Gemeinsame Normdatei.
 * lccn: A Library of Congress Control Number.
 * ror: A Research Organization Registry identifier.
 * unts: A registration number of the United Nations Treaty Series. (Charter of the United
 * Nations, article 102)
 * lnts: A registration number of the League of Nations Treaty Series.
 * mtdsg: A chapter and number of Multilateral Treaties Deposited with the Secretary-General.
 * ets: A number of the Council of Europe Treaty Series.
 * celex: A CELEX number of EUR-Lex.
 * eli: A European Legislation Identifier.
 * ecli: A European Case Law Identifier.
 * tias: A number of Treaties and Other International Acts Series.
 * un_symbol: A document symbol of the United Nations, such as S/RES/2231(2015).
 * meeting_number: The number of a meeting in its series.
 * bill_number: The number of a bill in a legislature.
 * law_number: The number of a law in a gazette.
 * doi: A Digital Object Identifier. (ISO 26324)
 * isbn: An International Standard Book Number. (ISO 2108)
 * issn: An International Standard Serial Number. (ISO 3297)
 * urn: A Uniform Resource Name. (RFC 8141)
 * uri: Any other Uniform Resource Identifier. (RFC 3986)
 * internal: A number assigned by the organization that wrote the text.
 */
export type IdentifierScheme =
  | "wikidata"
  | "iso3166"
  | "lei"
  | "isni"
  | "orcid"
  | "viaf"
  | "gnd"
  | "lccn"
  | "ror"
  | "unts"
  | "lnts"
  | "mtdsg"
  | "ets"
  | "celex"
  | "eli"
  | "ecli"
  | "tias"
  | "un_symbol"
  | "meeting_number"
  | "bill_number"
  | "law_number"
  | "doi"
  | "isbn"
  | "issn"
  | "urn"
  | "uri"
  | "internal"
  | ExtensionTerm;

/** A code of `check` whose findings the author accepts, and why. */
export interface IgnoredCode {
  /** The rule code, family of codes, or notice code. */
  readonly code: RuleCode;
  /** Why the author accepts such findings. */
  readonly reason?: Line;
}

/**
 * Inline CommonMark on one line. Block syntax has no meaning in it: `2025. The year` and `# 1`
 * are plain words.
 * @pattern
 * ^(?:[^\x00-\x20\x7f0-9<\[\\](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|[0-9]{10}(?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|[0-9]{1,9}(?:(?:[^\x00-\x20\x7f\\0-9](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|[\t\x20][^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])|\\(?:(?:[^\x00-\x20\x7f.)](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|[\t\x20][^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])|[.)][^\x00-\x20\x7f](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?)?)?|\[(?:(?:[^\x00-\x08\x0a-\x1f\x7f\[\\\]]|\\[^\x00-\x08\x0a-\x1f\x7f])*(?:[^\x00-\x20\x7f\[\\\]]|\\[^\x00-\x20\x7f]?))?|\[(?:[^\x00-\x08\x0a-\x1f\x7f\[\\\]]|\\[^\x00-\x08\x0a-\x1f\x7f])*\[(?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|\[(?:[^\x00-\x08\x0a-\x1f\x7f\[\\\]]|\\[^\x00-\x08\x0a-\x1f\x7f])*\](?:(?:[^\x00-\x20\x7f\\:](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|[\t\x20][^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])|\\(?:(?:[^\x00-\x20\x7f:](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|[\t\x20][^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f]))?)?|\[(?:[^\x00-\x08\x0a-\x1f\x7f`<\[\\\]]|\\[^\x00-\x08\x0a-\x1f\x7f`<])*\]:(?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|\[(?:[^\x00-\x08\x0a-\x1f\x7f`<\[\\\]]|\\[^\x00-\x08\x0a-\x1f\x7f`<])*\\?[`<](?:[^\x00-\x08\x0a-\x1f\x7f\[\\\]]|\\[^\x00-\x08\x0a-\x1f\x7f])*\]\\:(?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|<(?:(?:[^\x00-\x20\x7fA-Za-z/!?](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|[\t\x20][^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f]))?|<[A-Za-z][^\x00-\x20\x7f<>:@]*[:@](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|\\(?:[^\x00-\x20\x7f#>+\-*_=`~](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|[\t\x20][^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f]|#(?:#{0,5}[^\x00-\x20\x7f#](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|#{6}(?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?)|\+[^\x00-\x20\x7f](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|-(?:-[\-\t\x20]*)?[^\x00-\x20\x7f-](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|\*(?:\*[*\t\x20]*)?[^\x00-\x20\x7f*](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|_[_\t\x20]*[^\x00-\x20\x7f_](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|=+(?:[^\x00-\x20\x7f=](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|[\t\x20][^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])|`{1,2}(?:(?:[^\x00-\x20\x7f`](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|[\t\x20][^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f]))?|`{3,}[^\x00-\x08\x0a-\x1f\x7f`]+`(?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|~{1,2}(?:(?:[^\x00-\x20\x7f~](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?|[\t\x20][^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f]))?)?)$
 */
export type Inline = string;

/**
 * A language tag (BCP 47, RFC 5646 section 2.1), well formed.
 * @pattern
 * ^(?:(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3})){0,8}(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8}){1,8}){0,4}(?:-[Xx](?:-[A-Za-z0-9]{1,8}){1,8})?|[Xx](?:-[A-Za-z0-9]{1,8}){1,8})$
 */
export type LanguageTag = string;

/**
 * What makes the consent of a party late.
 * conditions: It comes after the conditions of entry into force were met.
 * entry_into_force: It comes after the entry into force of the treaty. (Chemical Weapons
 * Convention, article XXI(2))
 */
export type LateAfter =
  | "conditions"
  | "entry_into_force";

/**
 * The time that runs for a party that consents late.
 * At least one member is required.
 */
export interface LaterParties {
  /**
   * The number of months.
   * From 0 to 9007199254740991.
   */
  readonly months?: number;
  /**
   * The number of days.
   * From 0 to 9007199254740991.
   */
  readonly days?: number;
  /** True if it takes effect on the first day of the following month. */
  readonly first_of_month?: true;
  /** True if it takes effect on the first day of the following year. */
  readonly first_of_year?: true;
  /**
   * What makes a consent late: that it comes after the day on which the conditions were met
   * (`conditions`, the default), or after the treaty has entered into force, which it does at
   * the beginning of its day (`entry_into_force`).
   */
  readonly late_after?: LateAfter;
}

/**
 * Plain text on one line, without white space at either end.
 * @pattern ^[^\x00-\x20\x7f](?:[^\x00-\x1f\x7f]*[^\x00-\x20\x7f])?$
 */
export type Line = string;

/** Any other CommonMark block, kept verbatim: a table, a quotation, code, HTML. */
export interface Markdown {
  /** The type of block. */
  readonly type: "markdown";
  /** The block. Parsed on its own, this text is exactly one block. */
  readonly text: BlockText;
}

/**
 * Whether the listed parties are all parties.
 * all: All parties are listed.
 * selected: Some of the parties are listed; there are more.
 */
export type Membership =
  | "all"
  | "selected";

/** An act or step in the life of a treaty (Vienna Convention on the Law of Treaties). */
export interface Milestone {
  /** Its id within the treaty; other treaties and facts refer to it as `treaty#milestone`. */
  readonly id?: Id;
  /** The kind of act. */
  readonly kind: MilestoneKind;
  /** How far it has come. */
  readonly status: Status;
  /** The day of the act. */
  readonly date?: PartialDate;
  /** The day of the act, in the author's own words. */
  readonly date_as_written?: Line;
  /**
   * The day on which the act itself takes effect (default: its date). On a ratification,
   * accession or deposit this is the day from which the consent counts. It is not the day on
   * which the treaty enters into force for that party, which depositaries list beside it: that
   * day is an `entry_into_force` with the party in `parties`.
   */
  readonly effective?: PartialDate;
  /** The day on which it takes effect, in the author's own words. */
  readonly effective_as_written?: Line;
  /**
   * The parties that performed it (default: those whose organs or persons are in `by`; if there
   * are none, the treaty as a whole). Names an actor.
   * @minItems 1
   */
  readonly parties?: readonly Reference[];
  /**
   * The only parties towards which it has effect. Names an actor.
   * @minItems 1
   */
  readonly counterparties?: readonly Reference[];
  /**
   * The organs or persons that act. Names an actor.
   * @minItems 1
   */
  readonly by?: readonly Reference[];
  /**
   * The organs or persons to which the treaty is submitted or sent. Names an actor.
   * @minItems 1
   */
  readonly to?: readonly Reference[];
  /**
   * The milestone that the act serves, if that is not consent to be bound. Names a milestone (of
   * another treaty: treaty#milestone).
   */
  readonly toward?: Reference;
  /**
   * The milestones that it reverses, for the parties of this act. Names a milestone (of another
   * treaty: treaty#milestone).
   * @minItems 1
   */
  readonly reverses?: readonly Reference[];
  /**
   * The milestones that must come first. Names a milestone (of another treaty:
   * treaty#milestone).
   * @minItems 1
   */
  readonly requires?: readonly Reference[];
  /** The part to which it is limited. */
  readonly scope?: Scope;
  /**
   * The number of parties that a tally reports.
   * From 0 to 9007199254740991.
   */
  readonly count?: number;
  /**
   * The share in percent that a tally reports.
   * From 0 to 100.
   */
  readonly share_percent?: number;
  /** The vote by which it was decided. */
  readonly vote?: Vote;
  /**
   * The actors that refused it. Names an actor.
   * @minItems 1
   */
  readonly refused_by?: readonly Reference[];
  /** Where it was done. */
  readonly place?: Line;
  /** The event at which it was done. Names an event. */
  readonly event?: Reference;
  /** What it depends on, in words. */
  readonly condition?: Line;
  /**
   * The actors on whose word it rests. Names an actor.
   * @minItems 1
   */
  readonly according_to?: readonly Reference[];
  /**
   * Passages that the fact rests on; if omitted, its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /** Who or what suggested the fact (default: the authors of the brief assert it). */
  readonly provenance?: Provenance;
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** A note for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/**
 * The kind of act in the history of a treaty.
 * negotiation: The text is being negotiated, or a round of negotiations has ended. (Vienna
 * Convention on the Law of Treaties, article 2(1)(e))
 * adoption: The form and content of the text are settled. (Vienna Convention on the Law of
 * Treaties, article 9)
 * authentication: The text is established as authentic and definitive. (Vienna Convention on
 * the Law of Treaties, article 10)
 * initialling: The negotiators put their initials to the text. (Vienna Convention on the Law
 * of Treaties, article 10(b))
 * opening_for_signature: From this day the treaty can be signed. (United Nations Treaty
 * Handbook, glossary)
 * signature: A representative signs, subject to ratification; see `definitive_signature`.
 * (Vienna Convention on the Law of Treaties, articles 11, 14(1) and 18(a))
 * definitive_signature: A signature that binds by itself, without ratification. (Vienna
 * Convention on the Law of Treaties, articles 11 and 12)
 * government_approval: The government of a party approves the treaty, or its signature.
 * (Constitutional law of the party; compare Vienna Convention on the Law of Treaties, article
 * 46)
 * transmittal: The treaty is sent from one organ of a party to another. (Constitutional law of
 * the party; compare Vienna Convention on the Law of Treaties, article 46)
 * submission: The treaty is submitted to a parliament or another organ for approval.
 * (Constitutional law of the party; compare Vienna Convention on the Law of Treaties, article
 * 46)
 * committee_recommendation: A committee advises the chamber. (Constitutional law of the party;
 * compare Vienna Convention on the Law of Treaties, article 46)
 * parliamentary_approval: A chamber or parliament approves the treaty; this is not a
 * ratification. (Constitutional law of the party; compare Vienna Convention on the Law of
 * Treaties, article 46)
 * referendum: The people vote on the treaty. (Constitutional law of the party; compare Vienna
 * Convention on the Law of Treaties, article 46)
 * constitutional_review: A court or council examines the treaty against the constitution.
 * (Constitutional law of the party; compare Vienna Convention on the Law of Treaties, article
 * 46)
 * referral_to_court: The treaty or its law is referred to a court. (Constitutional law of the
 * party; compare Vienna Convention on the Law of Treaties, article 46)
 * promulgation: The head of state signs the law of approval. (Constitutional law of the party;
 * compare Vienna Convention on the Law of Treaties, article 46)
 * publication: The treaty or its law appears in the official gazette. (Constitutional law of
 * the party; compare Vienna Convention on the Law of Treaties, article 46)
 * ratification: The international act by which a party consents to be bound. (Vienna
 * Convention on the Law of Treaties, articles 2(1)(b) and 14(1))
 * acceptance: Consent to be bound, by acceptance. (Vienna Convention on the Law of Treaties,
 * articles 2(1)(b) and 14(2))
 * approval: Consent to be bound, by approval. (Vienna Convention on the Law of Treaties,
 * articles 2(1)(b) and 14(2))
 * accession: Consent to be bound by a treaty that was not signed. (Vienna Convention on the
 * Law of Treaties, articles 2(1)(b) and 15)
 * succession: A successor state takes the place of its predecessor. (Vienna Convention on
 * Succession of States in respect of Treaties, articles 2(1)(g), 17, 22, 23 and 34)
 * exchange_of_instruments: The parties exchange their instruments of ratification. (Vienna
 * Convention on the Law of Treaties, articles 13 and 16(a))
 * deposit: A party deposits its instrument with the depositary. (Vienna Convention on the Law
 * of Treaties, article 16(b))
 * notification: A party notifies the others or the depositary. (Vienna Convention on the Law
 * of Treaties, articles 16(c) and 78)
 * provisional_application: The treaty is applied before it is in force. (Vienna Convention on
 * the Law of Treaties, article 25)
 * entry_into_force: The treaty becomes binding. (Vienna Convention on the Law of Treaties,
 * article 24)
 * registration: The treaty is registered with the United Nations. (Charter of the United
 * Nations, article 102; Vienna Convention on the Law of Treaties, article 80)
 * reservation: A party excludes or modifies the effect of provisions for itself. (Vienna
 * Convention on the Law of Treaties, articles 2(1)(d) and 19 to 23)
 * declaration: A party states how it understands the treaty, or makes an optional declaration.
 * (United Nations Treaty Handbook, glossary)
 * objection: A party objects to a reservation of another. (Vienna Convention on the Law of
 * Treaties, articles 20 and 21)
 * objection_precluding_entry: A party objects to a reservation of another, or to its
 * accession, and the treaty does not enter into force between the two. (Vienna Convention on
 * the Law of Treaties, articles 20(4)(b) and 21(3))
 * amendment: The treaty is changed. (Vienna Convention on the Law of Treaties, articles 39 to
 * 41)
 * extension: The term of the treaty is extended. (The treaty's own provisions; Vienna
 * Convention on the Law of Treaties, articles 39 and 54)
 * suspension: The operation of the treaty is suspended. (Vienna Convention on the Law of
 * Treaties, articles 57, 58, 60 and 72)
 * resumption: The operation of the treaty is resumed. (Vienna Convention on the Law of
 * Treaties, article 72(2))
 * withdrawal: A party withdraws or denounces. (Vienna Convention on the Law of Treaties,
 * articles 54, 56 and 65 to 68)
 * revocation: A notice, a signature or an instrument is withdrawn. (Vienna Convention on the
 * Law of Treaties, articles 18(a), 22 and 68)
 * termination: The treaty ends by agreement or by law. (Vienna Convention on the Law of
 * Treaties, articles 54, 55, 59 to 62 and 70)
 * expiry: The treaty ends with the end of its term. (The treaty's own provisions; Vienna
 * Convention on the Law of Treaties, article 54(a))
 * tally: A number of parties, or their share, is reported, such as the 32nd ratification.
 * (Practice of depositaries; Vienna Convention on the Law of Treaties, article 77(1)(f))
 */
export type MilestoneKind =
  | "negotiation"
  | "adoption"
  | "authentication"
  | "initialling"
  | "opening_for_signature"
  | "signature"
  | "definitive_signature"
  | "government_approval"
  | "transmittal"
  | "submission"
  | "committee_recommendation"
  | "parliamentary_approval"
  | "referendum"
  | "constitutional_review"
  | "referral_to_court"
  | "promulgation"
  | "publication"
  | "ratification"
  | "acceptance"
  | "approval"
  | "accession"
  | "succession"
  | "exchange_of_instruments"
  | "deposit"
  | "notification"
  | "provisional_application"
  | "entry_into_force"
  | "registration"
  | "reservation"
  | "declaration"
  | "objection"
  | "objection_precluding_entry"
  | "amendment"
  | "extension"
  | "suspension"
  | "resumption"
  | "withdrawal"
  | "revocation"
  | "termination"
  | "expiry"
  | "tally"
  | ExtensionTerm;

/** A numbered list of one level. */
export interface Numbered {
  /** The type of block. */
  readonly type: "numbered";
  /**
   * The number of the first item.
   * From 0 to 999999999.
   */
  readonly start: number;
  /**
   * The items, as inline CommonMark.
   * @minItems 1
   */
  readonly items: readonly Inline[];
}

/** An organ of a state or of an organization. */
export interface Organ {
  /** The kind of actor. */
  readonly kind: "organ";
  /** The id that other facts use for the actor. */
  readonly id: Id;
  /** The name as it is in the brief. */
  readonly name: Line;
  /**
   * The state, organization or organ that it belongs to. Names a state, organ, organization or
   * group.
   */
  readonly of?: Reference;
  /** Its function. */
  readonly type?: OrganType;
  /**
   * Names in other languages or scripts.
   * @minItems 1
   */
  readonly other_names?: readonly Translation[];
  /**
   * Identifiers in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; if omitted, its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /** Who or what suggested the fact (default: the authors of the brief assert it). */
  readonly provenance?: Provenance;
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** A note for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/**
 * What function an organ has.
 * head_of_state: A president, monarch or collective head of state. (Vienna Convention on the
 * Law of Treaties, article 7)
 * head_of_government: A prime minister or chancellor. (Vienna Convention on the Law of
 * Treaties, article 7)
 * government: The government or cabinet as a whole.
 * ministry: A ministry or department of state.
 * legislature: A unicameral parliament, or a parliament as a whole.
 * lower_house: The lower chamber of a parliament.
 * upper_house: The upper chamber of a parliament.
 * committee: A committee of a parliament or of another organ.
 * council: A council, such as a security council or a council of guardians.
 * commission: A commission.
 * assembly: A general assembly or conference of an organization.
 * secretariat: The secretariat of an organization.
 * court: A court or tribunal.
 * agency: An agency or authority.
 * central_bank: A central bank.
 * armed_forces: The armed forces, or a branch of them.
 * embassy: An embassy or high commission. (Vienna Convention on Diplomatic Relations, article
 * 1)
 * consulate: A consulate. (Vienna Convention on Consular Relations, article 1)
 * permanent_mission: A mission to an organization.
 * delegation: A delegation to a conference or negotiation.
 * prosecutor: A prosecutor's office.
 * local_government: The government of a region or a city.
 */
export type OrganType =
  | "head_of_state"
  | "head_of_government"
  | "government"
  | "ministry"
  | "legislature"
  | "lower_house"
  | "upper_house"
  | "committee"
  | "council"
  | "commission"
  | "assembly"
  | "secretariat"
  | "court"
  | "agency"
  | "central_bank"
  | "armed_forces"
  | "embassy"
  | "consulate"
  | "permanent_mission"
  | "delegation"
  | "prosecutor"
  | "local_government"
  | ExtensionTerm;

/** An organization. */
export interface Organization {
  /** The kind of actor. */
  readonly kind: "organization";
  /** The id that other facts use for the actor. */
  readonly id: Id;
  /** The name as it is in the brief. */
  readonly name: Line;
  /** The type of organization. */
  readonly type?: OrganizationType;
  /**
   * Names in other languages or scripts.
   * @minItems 1
   */
  readonly other_names?: readonly Translation[];
  /**
   * Identifiers in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; if omitted, its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /** Who or what suggested the fact (default: the authors of the brief assert it). */
  readonly provenance?: Provenance;
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** A note for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/**
 * What kind of organization it is.
 * intergovernmental: An organization of states, founded by treaty. (Vienna Convention on the
 * Law of Treaties, article 2(1)(i))
 * bloc: A group of states that act together under a name, but not founded by a treaty.
 * alliance: A military alliance.
 * ngo: A non-governmental organization.
 * company: A business.
 * armed_group: An armed group that is not part of a state's forces.
 * media: A news agency, newspaper or broadcaster.
 * think_tank: A policy research institute.
 * political_party: A political party or movement.
 * university: A university.
 * religious: A church or other religious body.
 * trade_union: A union of workers.
 * foundation: A foundation.
 */
export type OrganizationType =
  | "intergovernmental"
  | "bloc"
  | "alliance"
  | "ngo"
  | "company"
  | "armed_group"
  | "media"
  | "think_tank"
  | "political_party"
  | "university"
  | "religious"
  | "trade_union"
  | "foundation"
  | ExtensionTerm;

/** A paragraph. */
export interface Paragraph {
  /** The type of block. */
  readonly type: "paragraph";
  /** The text, as inline CommonMark. */
  readonly text: Inline;
}

/**
 * A date, as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD with an optional qualifier (?
 * uncertain, ~ approximate, % both), or a range of candidates [a..b] (EDTF, ISO 8601-2).
 * @pattern
 * ^(?:(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)[?~%]?|\[(?:(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)\.\.(?:(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29))?|\.\.(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29))\])$
 */
export type PartialDate = string;

/** The participation of an actor in an event. */
export interface Participant {
  /** The actor. Names an actor. */
  readonly actor: Reference;
  /** The role of the actor in the event. */
  readonly role?: ParticipantRole;
  /** The office in which the actor took part, if not the actor's own. */
  readonly capacity?: Line;
}

/**
 * How an actor took part in an event.
 * host: Received the others.
 * guest: Was received.
 * initiator: Requested the event, for example a call.
 * chair: Chaired it.
 * co_chair: Chaired it together with someone else.
 * head_of_delegation: Led a delegation.
 * member: Belonged to a delegation or a body.
 * mediator: Helped the parties to agree.
 * facilitator: Made the event possible.
 * observer: Attended without taking part in decisions.
 * speaker: Spoke.
 * signatory: Signed.
 * witness: Witnessed an act.
 * interpreter: Interpreted.
 * summoned: Was summoned.
 * summoning: Summoned someone.
 * perpetrator: Caused the harm.
 * target: Was harmed or targeted.
 * absent: Was expected but did not attend.
 */
export type ParticipantRole =
  | "host"
  | "guest"
  | "initiator"
  | "chair"
  | "co_chair"
  | "head_of_delegation"
  | "member"
  | "mediator"
  | "facilitator"
  | "observer"
  | "speaker"
  | "signatory"
  | "witness"
  | "interpreter"
  | "summoned"
  | "summoning"
  | "perpetrator"
  | "target"
  | "absent"
  | ExtensionTerm;

/**
 * Plain text of one or more lines, without white space at either end. Line ends are line
 * feeds.
 * @pattern ^[^\x00-\x20\x7f](?:[^\x00-\x08\x0b-\x1f\x7f]*[^\x00-\x20\x7f])?$
 */
export type Passage = string;

/**
 * A time that runs from an act: first the months, then the days, then the day of the calendar.
 * "N days after" an act is its day plus N. If the month in which a period ends is too short,
 * it ends on the last day of that month.
 * At least one member is required.
 */
export interface Period {
  /**
   * The number of months.
   * From 0 to 9007199254740991.
   */
  readonly months?: number;
  /**
   * The number of days.
   * From 0 to 9007199254740991.
   */
  readonly days?: number;
  /** True if it takes effect on the first day of the following month. */
  readonly first_of_month?: true;
  /** True if it takes effect on the first day of the following year. */
  readonly first_of_year?: true;
}

/** A person. */
export interface Person {
  /** The kind of actor. */
  readonly kind: "person";
  /** The id that other facts use for the actor. */
  readonly id: Id;
  /** The name as it is in the brief. */
  readonly name: Line;
  /** A form of address or rank before the name. */
  readonly honorific?: Line;
  /** The office that the person holds. */
  readonly office?: Line;
  /**
   * The state, organ, organization or group that the person represents. Names a state, organ,
   * organization or group.
   */
  readonly represents?: Reference;
  /**
   * Names in other languages or scripts.
   * @minItems 1
   */
  readonly other_names?: readonly Translation[];
  /**
   * Identifiers in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; if omitted, its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /** Who or what suggested the fact (default: the authors of the brief assert it). */
  readonly provenance?: Provenance;
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** A note for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** Who or what suggested a fact, and whether a person has confirmed it. */
export interface Provenance {
  /** Whether a person has confirmed the fact. */
  readonly status: ProvenanceStatus;
  /** How it was found. */
  readonly method?: ProvenanceMethod;
  /** Who or what found it: a program and its version, a model, or a person. */
  readonly agent?: Line;
  /** The rule that found it. */
  readonly rule?: Line;
  /** The person who confirmed or corrected it. */
  readonly reviewed_by?: Line;
  /** When it was confirmed or corrected. */
  readonly reviewed_on?: When;
}

/**
 * How a fact was found.
 * rules: By the rules of a program.
 * model: By a language model.
 * person: By a person.
 */
export type ProvenanceMethod =
  | "rules"
  | "model"
  | "person";

/**
 * Whether a person has confirmed a fact.
 * suggested: Found by a program, and not yet confirmed by a person.
 * confirmed: Suggested by a program, and confirmed by a person.
 * corrected: Suggested by a program, and corrected by a person.
 */
export type ProvenanceStatus =
  | "suggested"
  | "confirmed"
  | "corrected";

/** A statement, in the speaker's words or reported. */
export interface Quote {
  /** The id that other facts use for the statement. */
  readonly id?: Id;
  /**
   * The speakers: actors, or a treaty or act whose text is quoted; none if nobody is named.
   * Names an actor, treaty or act.
   * @minItems 1
   */
  readonly speakers?: readonly Reference[];
  /** How the words are reported. */
  readonly mode: QuoteMode;
  /** One passage of the narrative: the quoted words, or the reported clause without its verb. */
  readonly text: Passage;
  /**
   * Further passages of the same statement: a quotation that is split by "he said", for example,
   * or that runs over two paragraphs.
   * @minItems 1
   */
  readonly continued?: readonly Passage[];
  /** The reporting verb in the narrative. */
  readonly verb?: Line;
  /** The position that the statement takes. */
  readonly stance?: Stance;
  /**
   * The facts that it is about. Names a fact.
   * @minItems 1
   */
  readonly about?: readonly Reference[];
  /** What it is about, if that is not a fact in the brief. */
  readonly subject?: Line;
  /** The office in which it was said, if not the speaker's own. */
  readonly capacity?: Line;
  /** The actor for whom it was said, if not the speaker. Names an actor. */
  readonly on_behalf_of?: Reference;
  /** When it was said. */
  readonly said_on?: When;
  /** When it was said, as the author wrote it. */
  readonly said_on_as_written?: Line;
  /** The event at which it was said. Names an event. */
  readonly event?: Reference;
  /** The place, broadcaster or network where it was said. */
  readonly venue?: Line;
  /**
   * The actors to whom it was said. Names an actor.
   * @minItems 1
   */
  readonly addressees?: readonly Reference[];
  /** The words in the original language. */
  readonly original?: Translation;
  /**
   * The translators. Names an actor.
   * @minItems 1
   */
  readonly translated_by?: readonly Reference[];
  /**
   * Passages that the fact rests on; if omitted, its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /** Who or what suggested the fact (default: the authors of the brief assert it). */
  readonly provenance?: Provenance;
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** A note for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/**
 * How the words are reported.
 * direct: The speaker's own words in quotation marks, as a whole.
 * indirect: The content, in the reporter's words.
 * partial: Some of the speaker's own words within a reported clause.
 */
export type QuoteMode =
  | "direct"
  | "indirect"
  | "partial";

/**
 * The id of a fact in the same brief; `treaty#milestone` for a milestone of a treaty.
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?(?:#[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?)?$
 */
export type Reference = string;

/** The relation of a brief to another text. */
export interface RelatedBrief {
  /** The relation. */
  readonly relation: BriefRelation;
  /** The other text: the id of a brief, a web address, or a title. */
  readonly target: Line;
}

/** The relation of a treaty to another. */
export interface RelatedTreaty {
  /** The relation. */
  readonly relation: TreatyRelation;
  /** The other treaty: its id in the brief, its title, or an identifier. */
  readonly target: Line;
}

/**
 * How a treaty is renewed at the end of its term.
 * automatic: It is renewed unless a party objects or leaves.
 * consent: It expires unless the parties agree to renew it.
 */
export type RenewedBy =
  | "automatic"
  | "consent";

/**
 * The code of a rule of `check` or of a notice, or the letters that the codes of a family of
 * rules begin with.
 * @pattern ^(?:[A-Z]{1,8}[0-9]{0,4}|[a-z](?:[a-z0-9_]{0,62}[a-z0-9])?)$
 */
export type RuleCode = string;

/**
 * The part of a treaty, or of a party's territory, that an act is limited to.
 * At least one member is required.
 */
export interface Scope {
  /**
   * The territories.
   * @minItems 1
   */
  readonly territories?: readonly Line[];
  /**
   * The articles or parts.
   * @minItems 1
   */
  readonly articles?: readonly Line[];
}

/**
 * A part of the narrative, with a kind, a heading, or both.
 * At least one of `kind`, `heading` is required.
 */
export interface Section {
  /** The purpose of the section; omitted if the heading says something else. */
  readonly kind?: SectionKind;
  /** The heading as the author wrote it. */
  readonly heading?: Heading;
  /** The language of the section, if it differs from that of the brief. */
  readonly language?: LanguageTag;
  /** The blocks. The list may be empty. */
  readonly content: readonly Block[];
}

/**
 * What a section is for.
 * lede: The opening: the news itself, before any label.
 * why_it_matters: Why the news is important, and to whom.
 * driving_the_news: The event that makes this news today.
 * the_latest: The newest development.
 * catch_up_quick: What a reader who missed the story needs to know.
 * how_it_happened: The sequence of events.
 * the_big_picture: The wider context.
 * state_of_play: The current situation.
 * details: The particulars.
 * saying: What someone said about it.
 * the_other_side: The position of the opposing side.
 * behind_the_scenes: What happened out of public view.
 * key_points: The points to remember, as a list.
 * by_the_numbers: Figures.
 * between_the_lines: What is implied but not said.
 * zoom_in: A closer look at one part.
 * zoom_out: The wider context of one part.
 * yes_but: An objection.
 * reality_check: Facts that the claims omit.
 * flashback: An earlier event that explains this one.
 * context: The background.
 * analysis: The author's assessment.
 * what_to_watch: Signs that will show how it develops.
 * whats_next: The next known steps.
 * the_bottom_line: The conclusion, in one or two sentences.
 * recommendations: What the author advises.
 * go_deeper: Further reading, or more detail.
 */
export type SectionKind =
  | "lede"
  | "why_it_matters"
  | "driving_the_news"
  | "the_latest"
  | "catch_up_quick"
  | "how_it_happened"
  | "the_big_picture"
  | "state_of_play"
  | "details"
  | "saying"
  | "the_other_side"
  | "behind_the_scenes"
  | "key_points"
  | "by_the_numbers"
  | "between_the_lines"
  | "zoom_in"
  | "zoom_out"
  | "yes_but"
  | "reality_check"
  | "flashback"
  | "context"
  | "analysis"
  | "what_to_watch"
  | "whats_next"
  | "the_bottom_line"
  | "recommendations"
  | "go_deeper"
  | ExtensionTerm;

/**
 * A SHA-256 digest (FIPS 180-4) of the bytes that were read, as lower-case hexadecimal.
 * @pattern ^[0-9a-f]{64}$
 */
export type Sha256 = string;

/** A party's share in a total, such as emissions or tonnage. */
export interface Share {
  /** The party. Names an actor. */
  readonly party: Reference;
  /**
   * Its share in percent.
   * From 0 to 100.
   */
  readonly percent: number;
}

/**
 * A text, broadcast or data set that is the source of facts. It has at least one of `title`,
 * `publisher`, `authors` and `url`.
 * At least one of `title`, `publisher`, `authors`, `url` is required.
 */
export interface Source {
  /** The id by which facts cite it. */
  readonly id: Id;
  /** The kind of source. */
  readonly kind?: SourceKind;
  /** The title. */
  readonly title?: Line;
  /** The publisher. */
  readonly publisher?: Line;
  /**
   * The authors.
   * @minItems 1
   */
  readonly authors?: readonly Author[];
  /** The web address. */
  readonly url?: WebAddress;
  /** The web address of an archived copy. */
  readonly archived_url?: WebAddress;
  /** When it was published. */
  readonly published?: When;
  /** When it was published, as it is written there. */
  readonly published_as_written?: Line;
  /** When it was retrieved. */
  readonly retrieved?: When;
  /** The language. */
  readonly language?: LanguageTag;
  /** The SHA-256 digest of the bytes that were retrieved. */
  readonly sha256?: Sha256;
  /**
   * The sources from which it took its content. Names a source.
   * @minItems 1
   */
  readonly derived_from?: readonly Reference[];
  /**
   * Passages that the fact rests on; if omitted, its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /** Who or what suggested the fact (default: the authors of the brief assert it). */
  readonly provenance?: Provenance;
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** A note for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/**
 * What kind of source it is.
 * official_text: The text of an instrument, law or resolution, as issued by the body itself.
 * official_statement: A statement, readout or press release by a government or organization.
 * news_report: A report by a news agency or newspaper.
 * interview: An interview.
 * broadcast: Radio, television or video.
 * social_media: A post on a social network.
 * speech: A speech, as delivered or distributed.
 * press_conference: A transcript of a press conference.
 * report: A report by an organization, institute or commission.
 * academic: A research publication.
 * dataset: A data set.
 * legal_database: A treaty collection or legal database.
 * correspondence: A letter, note or message.
 * personal_communication: Information given to the author in person.
 * analysis: An analysis or opinion.
 * book: A book.
 */
export type SourceKind =
  | "official_text"
  | "official_statement"
  | "news_report"
  | "interview"
  | "broadcast"
  | "social_media"
  | "speech"
  | "press_conference"
  | "report"
  | "academic"
  | "dataset"
  | "legal_database"
  | "correspondence"
  | "personal_communication"
  | "analysis"
  | "book"
  | ExtensionTerm;

/**
 * What position a statement takes.
 * supports: Supports it.
 * opposes: Opposes it.
 * welcomes: Welcomes it.
 * condemns: Condemns it.
 * criticizes: Criticizes it.
 * regrets: Regrets it.
 * calls_for: Calls for it.
 * urges: Urges an addressee to do it.
 * commits_to: Commits to doing it.
 * offers: Offers it.
 * proposes: Proposes it.
 * accepts: Accepts it.
 * rejects: Rejects it.
 * agrees_with: Agrees with it.
 * disagrees_with: Disagrees with it.
 * warns: Warns of it, or of its consequences.
 * threatens: Threatens consequences.
 * confirms: Confirms that it is true.
 * denies: Denies that it is true.
 * announces: Announces it.
 * expects: Expects it.
 * doubts: Considers it unlikely or untrue.
 * questions: Questions whether it is true or right.
 * explains: Explains its reasons or meaning.
 * reaffirms: Repeats an earlier position.
 * praises: Praises it.
 * thanks: Expresses thanks for it.
 * apologizes: Apologizes for it.
 * congratulates: Congratulates someone on it.
 * demands: Demands it.
 * requests: Requests it.
 * blames: Says who is to blame.
 * hopes: Expresses hope for it.
 * is_concerned: Expresses concern about it.
 * is_ready: Declares that the speaker is ready for it.
 * declines_to_comment: Declines to comment on it.
 * neutral: Takes no position.
 */
export type Stance =
  | "supports"
  | "opposes"
  | "welcomes"
  | "condemns"
  | "criticizes"
  | "regrets"
  | "calls_for"
  | "urges"
  | "commits_to"
  | "offers"
  | "proposes"
  | "accepts"
  | "rejects"
  | "agrees_with"
  | "disagrees_with"
  | "warns"
  | "threatens"
  | "confirms"
  | "denies"
  | "announces"
  | "expects"
  | "doubts"
  | "questions"
  | "explains"
  | "reaffirms"
  | "praises"
  | "thanks"
  | "apologizes"
  | "congratulates"
  | "demands"
  | "requests"
  | "blames"
  | "hopes"
  | "is_concerned"
  | "is_ready"
  | "declines_to_comment"
  | "neutral"
  | ExtensionTerm;

/** A state, present or past. */
export interface State {
  /** The kind of actor. */
  readonly kind: "state";
  /** The id that other facts use for the actor. */
  readonly id: Id;
  /** The name as it is in the brief. */
  readonly name: Line;
  /** Its code: ISO 3166-1 alpha-2, or ISO 3166-3 for a former state. */
  readonly country?: CountryCode;
  /**
   * Names in other languages or scripts.
   * @minItems 1
   */
  readonly other_names?: readonly Translation[];
  /**
   * Identifiers in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; if omitted, its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /** Who or what suggested the fact (default: the authors of the brief assert it). */
  readonly provenance?: Provenance;
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** A note for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/**
 * How far a milestone, event or act has progressed.
 * completed: It has happened.
 * ongoing: It has begun, and has not ended.
 * scheduled: A date has been set or announced.
 * expected: It is anticipated, but no date has been set.
 * draft: It exists only as a draft.
 * postponed: It has been postponed.
 * rejected: It was voted down or refused.
 * returned: It was sent back to the body that decided on it.
 * cancelled: It will not take place.
 * denied: It was reported, and the report is denied.
 */
export type Status =
  | "completed"
  | "ongoing"
  | "scheduled"
  | "expected"
  | "draft"
  | "postponed"
  | "rejected"
  | "returned"
  | "cancelled"
  | "denied";

/**
 * A suggested fact that a person rejected: its kind, and twelve hexadecimal digits of a digest
 * of its kind, its passage and the rule that found it.
 * @pattern ^[a-z]{1,20}-[0-9a-f]{12}$
 */
export type SuggestionId = string;

/**
 * A date and time with offset (RFC 3339, section 5.6).
 * @pattern
 * ^(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$
 */
export type Timestamp = string;

/**
 * Inline CommonMark on one line, for a title.
 * @pattern ^[^\x00-\x20\x7f](?:[^\x00-\x08\x0a-\x1f\x7f]*[^\x00-\x20\x7f])?$
 */
export type Title = string;

/**
 * With whom a text may be shared (Traffic Light Protocol).
 * TLP:RED: For the eyes and ears of individual recipients only. (FIRST, Traffic Light Protocol
 * 2.0, section 2)
 * TLP:AMBER+STRICT: Limited to the recipients' organization, on a need-to-know basis. (FIRST,
 * Traffic Light Protocol 2.0, section 2)
 * TLP:AMBER: Limited to the recipients' organization and its clients, on a need-to-know basis.
 * (FIRST, Traffic Light Protocol 2.0, section 2)
 * TLP:GREEN: Limited to the recipients' community. (FIRST, Traffic Light Protocol 2.0, section
 * 2)
 * TLP:CLEAR: No limit on disclosure. (FIRST, Traffic Light Protocol 2.0, section 2)
 */
export type TlpLabel =
  | "TLP:RED"
  | "TLP:AMBER+STRICT"
  | "TLP:AMBER"
  | "TLP:GREEN"
  | "TLP:CLEAR";

/** A text in a given language: another name, or the original of a quote. */
export interface Translation {
  /** The language of the text. */
  readonly language: LanguageTag;
  /** The text. */
  readonly text: Passage;
}

/** An international agreement governed by international law, whatever its name. */
export interface Treaty {
  /** The id by which other facts refer to the treaty. */
  readonly id: Id;
  /** Its full title. */
  readonly title: Line;
  /** Its common name. */
  readonly short_title?: Line;
  /**
   * Names in other languages or scripts.
   * @minItems 1
   */
  readonly other_names?: readonly Translation[];
  /** The type of instrument, as titled. */
  readonly kind: TreatyKind;
  /**
   * The states and organizations that are, or are meant to be, its parties. Names an actor.
   * @minItems 1
   */
  readonly parties?: readonly Reference[];
  /**
   * Whether `parties` lists all of them or a selection. By default a list of two or more is
   * complete unless the brief itself shows that there are or can be more parties: a rule or a
   * tally with a higher number, the consent of a party that is not listed, an accession, or a
   * rule for later parties.
   */
  readonly membership?: Membership;
  /**
   * The parties that together are one side of a treaty between two sides, such as the European
   * Union and its member states; all other parties are the other side. Names an actor.
   * @minItems 1
   */
  readonly one_side?: readonly Reference[];
  /** The depositary, which keeps the instruments (article 76). Names an actor. */
  readonly depositary?: Reference;
  /**
   * Identifiers in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * The languages of the authentic texts (article 33).
   * @minItems 1
   */
  readonly authentic_languages?: readonly LanguageTag[];
  /**
   * Other treaties that it amends, supersedes, implements or belongs to.
   * @minItems 1
   */
  readonly related?: readonly RelatedTreaty[];
  /** How long it is in force. */
  readonly duration?: Duration;
  /** The period by which it is renewed. */
  readonly renewal?: Duration;
  /** How it is renewed at the end of its term. */
  readonly renewed_by?: RenewedBy;
  /**
   * Its rules of entry into force; the one that takes effect first decides.
   * @minItems 1
   */
  readonly entry_rules?: readonly TreatyRule[];
  /**
   * Its rules of withdrawal.
   * @minItems 1
   */
  readonly exit_rules?: readonly TreatyRule[];
  /**
   * Its acts and steps, in the author's order.
   * @minItems 1
   */
  readonly milestones?: readonly Milestone[];
  /**
   * Passages that the fact rests on; if omitted, its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /** Who or what suggested the fact (default: the authors of the brief assert it). */
  readonly provenance?: Provenance;
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** A note for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/**
 * The type of instrument, as titled.
 * treaty: A treaty so named. (Vienna Convention on the Law of Treaties, article 2(1)(a))
 * convention: A convention. (United Nations Treaty Handbook, glossary)
 * agreement: An agreement. (United Nations Treaty Handbook, glossary)
 * protocol: A protocol. (United Nations Treaty Handbook, glossary)
 * memorandum: A memorandum of understanding. (United Nations Treaty Handbook, glossary)
 * charter: A charter. (United Nations Treaty Handbook, glossary)
 * covenant: A covenant. (United Nations Treaty Handbook, glossary)
 * statute: The statute of an organization or a court.
 * constitution: The constitution of an organization. (Vienna Convention on the Law of
 * Treaties, article 5)
 * pact: A pact.
 * accord: An accord.
 * declaration: A declaration that is meant to bind. (United Nations Treaty Handbook, glossary)
 * exchange_of_notes: An agreement by exchange of notes or letters. (Vienna Convention on the
 * Law of Treaties, article 13)
 * modus_vivendi: A provisional arrangement. (United Nations Treaty Handbook, glossary)
 * concordat: A treaty with the Holy See.
 * armistice: An armistice.
 * ceasefire: A ceasefire agreement.
 * arrangement: An arrangement.
 * final_act: The final act of a conference. (United Nations Treaty Handbook, glossary)
 */
export type TreatyKind =
  | "treaty"
  | "convention"
  | "agreement"
  | "protocol"
  | "memorandum"
  | "charter"
  | "covenant"
  | "statute"
  | "constitution"
  | "pact"
  | "accord"
  | "declaration"
  | "exchange_of_notes"
  | "modus_vivendi"
  | "concordat"
  | "armistice"
  | "ceasefire"
  | "arrangement"
  | "final_act"
  | ExtensionTerm;

/**
 * The relation of a treaty to another.
 * amends: Changes provisions of it. (Vienna Convention on the Law of Treaties, articles 39 to
 * 41)
 * supersedes: Replaces it. (Vienna Convention on the Law of Treaties, articles 30 and 59)
 * implements: Carries it out in detail.
 * protocol_to: Is a protocol to it. (United Nations Treaty Handbook, glossary)
 */
export type TreatyRelation =
  | "amends"
  | "supersedes"
  | "implements"
  | "protocol_to";

/**
 * A treaty's own rule of entry into force, or of withdrawal; several rules are alternatives.
 * All conditions of one rule must be met. A rule that only has `later_parties` says nothing
 * about the entry into force of the treaty; it applies to the parties that consent later.
 * At least one member is required.
 */
export interface TreatyRule {
  /**
   * How many parties must have consented to be bound.
   * From 1 to 9007199254740991.
   */
  readonly count?: number;
  /** Which fraction of the parties must have consented; `>1/2` means more than half. */
  readonly fraction?: Fraction;
  /**
   * The number of which `fraction` is taken (default: the number of listed parties).
   * From 1 to 9007199254740991.
   */
  readonly of?: number;
  /**
   * The only parties that count (default: all). Names an actor.
   * @minItems 1
   */
  readonly among?: readonly Reference[];
  /**
   * Parties that do not count, such as an organization beside its member states. Names an actor.
   * @minItems 1
   */
  readonly excluding?: readonly Reference[];
  /**
   * How many members of a group must be among them.
   * @minItems 1
   */
  readonly groups?: readonly GroupCount[];
  /**
   * The states that must be among them. Names an actor.
   * @minItems 1
   */
  readonly named?: readonly Reference[];
  /**
   * The share in percent that they must have together.
   * From 0 to 100.
   */
  readonly share_percent?: number;
  /**
   * The share of each party.
   * @minItems 1
   */
  readonly shares?: readonly Share[];
  /**
   * The last day on which these conditions can be met. If they are, this rule decides over those
   * listed after it, which otherwise apply.
   */
  readonly met_by?: PartialDate;
  /** The time that runs from the day on which all conditions are met. */
  readonly after?: Period;
  /** The earliest day on which it takes effect. */
  readonly not_before?: PartialDate;
  /** The time that runs for a party that consents late. */
  readonly later_parties?: LaterParties;
}

/** An actor whom the brief does not name, such as "two senior officials". */
export interface Unnamed {
  /** The kind of actor. */
  readonly kind: "unnamed";
  /** The id that other facts use for the actor. */
  readonly id: Id;
  /** The description in the brief. */
  readonly description: Line;
  /** The office that they hold. */
  readonly office?: Line;
  /**
   * How many they are.
   * From 1 to 9007199254740991.
   */
  readonly size?: number;
  /**
   * The actors that they belong to, such as their states, or the minister whom they advise.
   * Names an actor.
   * @minItems 1
   */
  readonly of?: readonly Reference[];
  /**
   * Names in other languages or scripts.
   * @minItems 1
   */
  readonly other_names?: readonly Translation[];
  /**
   * Identifiers in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; if omitted, its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /** Who or what suggested the fact (default: the authors of the brief assert it). */
  readonly provenance?: Provenance;
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** A note for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/**
 * The result of a vote.
 * At least one member is required.
 */
export interface Vote {
  /** The votes in favour. Names an actor. */
  readonly in_favour?: Voters;
  /** The votes against. Names an actor. */
  readonly against?: Voters;
  /** The abstentions. Names an actor. */
  readonly abstained?: Voters;
  /** The members who were absent or did not vote. Names an actor. */
  readonly absent?: Voters;
  /**
   * The number of members who could vote.
   * From 1 to 9007199254740991.
   */
  readonly total?: number;
  /**
   * The actors who vetoed it. Names an actor.
   * @minItems 1
   */
  readonly vetoed_by?: readonly Reference[];
  /**
   * The number of votes in favour that was needed.
   * From 1 to 9007199254740991.
   */
  readonly required?: number;
}

/** The number of votes, or the actors who voted so. */
export type Voters =
  | number
  | readonly Reference[];

/**
 * An absolute http or https URL (RFC 3986), ASCII only.
 * @pattern ^[Hh][Tt][Tt][Pp][Ss]?://[!#-;=?-Z_a-z~\[\]%]+$
 */
export type WebAddress = string;

/**
 * A date, as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD with an optional qualifier (?
 * uncertain, ~ approximate, % both), or a range of candidates [a..b] (EDTF, ISO 8601-2), or a
 * date and time (RFC 3339), whose day is that in its offset. Without an offset, it is local
 * time.
 * @pattern
 * ^(?:(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)[?~%]?|\[(?:(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)\.\.(?:(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29))?|\.\.(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29))\]|(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?)$
 */
export type When = string;
