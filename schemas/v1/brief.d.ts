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
 * brief across all kinds of fact (milestones: within their treaty), every reference resolves,
 * and every `markdown` block is one whole block. A member `$schema`, by which a document names
 * its format, may have any text and is not part of the brief.
 */
export interface Brief {
  /** The address or path of the schema that the document follows. It is not part of the brief. */
  readonly "$schema"?: string;
  /** The version of the format. */
  readonly schema_version: "1.0";
  /** The name of the brief. */
  readonly id?: Id;
  /**
   * Names in registries.
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
  /** When it was published, in its own expression. */
  readonly published_as_written?: Line;
  /** When it was last updated. */
  readonly updated?: When;
  /** When it was last updated, in its own expression. */
  readonly updated_as_written?: Line;
  /** Where and when it was written. */
  readonly dateline?: Dateline;
  /**
   * Who made it.
   * @minItems 1
   */
  readonly authors?: readonly Author[];
  /** Who published it. */
  readonly publisher?: Line;
  /**
   * What it is about, as keywords.
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
   * Who acts.
   * @minItems 1
   */
  readonly actors?: readonly Actor[];
  /**
   * What was said.
   * @minItems 1
   */
  readonly quotes?: readonly Quote[];
  /**
   * What took place.
   * @minItems 1
   */
  readonly events?: readonly Event[];
  /**
   * The treaties, with their milestones.
   * @minItems 1
   */
  readonly treaties?: readonly Treaty[];
  /**
   * Other acts.
   * @minItems 1
   */
  readonly acts?: readonly Act[];
  /**
   * What the facts were taken from.
   * @minItems 1
   */
  readonly sources?: readonly Source[];
  /** The narrative; there may be no section. */
  readonly sections: readonly Section[];
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** Something done with legal or political effect that is no treaty. */
export interface Act {
  /** The name by which other facts refer to the act. */
  readonly id?: Id;
  /** What was done. */
  readonly kind: ActKind;
  /** Its name. */
  readonly title?: Line;
  /**
   * Names in registries, such as a document symbol.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Whose act it is. Names an actor.
   * @minItems 1
   */
  readonly issued_by?: readonly Reference[];
  /**
   * Who proposed it. Names an actor.
   * @minItems 1
   */
  readonly sponsors?: readonly Reference[];
  /**
   * Whom it is directed at. Names an actor.
   * @minItems 1
   */
  readonly targets?: readonly Reference[];
  /** How far it has come. */
  readonly status?: Status;
  /** When it was done. */
  readonly date?: PartialDate;
  /** When it was done, in the author's own expression. */
  readonly date_as_written?: Line;
  /** How long it holds. */
  readonly until?: PartialDate;
  /** How long it holds, in the author's own expression. */
  readonly until_as_written?: Line;
  /** The vote on it. */
  readonly vote?: Vote;
  /**
   * The facts that it answers. Names a fact.
   * @minItems 1
   */
  readonly in_response_to?: readonly Reference[];
  /** The event at which it was done. Names an event. */
  readonly event?: Reference;
  /**
   * Passages that the fact rests on; absent: its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** What else is to be said, for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** What was done. */
export type ActKind =
  /** A resolution of a body. */
  | "resolution"
  /** A decision of a body or an authority. */
  | "decision"
  /** A law. */
  | "law"
  /** A decree or executive order. */
  | "decree"
  /** Sanctions were imposed, or such measures. */
  | "sanctions"
  /** Sanctions were lifted. */
  | "lifting_of_sanctions"
  /** Members of a mission were expelled. (Vienna Convention on Diplomatic Relations, article 9) */
  | "expulsion"
  /** An ambassador was called back. */
  | "recall"
  /** Somebody was appointed, or credentials were presented. */
  | "appointment"
  /** A communiqué. */
  | "communique"
  /** A statement of several issuers. */
  | "joint_statement"
  /** A statement of one issuer, as a document. */
  | "statement"
  /** A political declaration. */
  | "declaration"
  /** A note verbale or another diplomatic note. */
  | "note_verbale"
  /** A letter. */
  | "letter"
  /** A formal protest. */
  | "protest"
  /** A state or government was recognized. */
  | "recognition"
  /**
   * Diplomatic relations were broken off. (Vienna Convention on Diplomatic Relations, article
   * 45)
   */
  | "severance_of_relations"
  /**
   * Diplomatic relations were established or restored. (Vienna Convention on Diplomatic
   * Relations, article 2)
   */
  | "establishment_of_relations"
  /** A judgment, order or advisory opinion of a court. */
  | "ruling"
  /** A charge or an arrest warrant. */
  | "indictment"
  /** A decision was stopped by a veto. (Charter of the United Nations, article 27(3)) */
  | "veto"
  /** A motion in a parliament. */
  | "motion"
  /** A mandate was given or renewed. */
  | "mandate"
  /** Aid was granted. */
  | "aid_package"
  /** A contract, such as on arms or energy. */
  | "contract"
  /** Visas were restricted or freed. */
  | "visa_measure"
  /** A duty was laid or lifted. */
  | "tariff"
  /** War was declared. */
  | "declaration_of_war"
  /** A demand with a term and a threat. */
  | "ultimatum"
  | ExtensionTerm;

/** Whoever acts, told apart by `kind`. */
export type Actor =
  | Person
  | State
  | Organ
  | Organization
  | Group
  | Unnamed;

/** Somebody who made a text. */
export interface Author {
  /** The name as the text gives it. */
  readonly name: Line;
  /** What the person did. */
  readonly role?: AuthorRole;
  /** The organization or office, as the text gives it. */
  readonly affiliation?: Line;
}

/** What somebody did for a text. */
export type AuthorRole =
  /** Wrote the text. */
  | "author"
  /** Edited it. */
  | "editor"
  /** Translated it. */
  | "translator"
  /** Took the pictures. */
  | "photographer"
  /** Contributed reporting or a part. */
  | "contributor"
  /** Checked it before it was published. */
  | "reviewer"
  /** Drew the graphics. */
  | "illustrator"
  /** Compiled it from other texts. */
  | "compiler"
  | ExtensionTerm;

/** A block of a section, told apart by `type`. */
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

/** How a brief stands to another text. */
export type BriefRelation =
  /** Carries the story of the other text on. */
  | "updates"
  /** Puts something in the other text right. */
  | "corrects"
  /** Comes after the other text in a series. */
  | "follows"
  /** Says the same as the other text in another language. */
  | "translates"
  /** Refers to the other text. */
  | "cites";

/** A bullet list of one level. */
export interface Bullets {
  /** Which sort of block it is. */
  readonly type: "bullets";
  /**
   * Its items, as inline CommonMark.
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
 * Where and when a text was written, as its first line says.
 * At least one member is required.
 */
export interface Dateline {
  /** The place. */
  readonly place?: Line;
  /** The date. */
  readonly date?: PartialDate;
  /** The date in the author's own expression. */
  readonly date_as_written?: Line;
}

/**
 * A length of time in whole years, months, weeks or days (ISO 8601-1, section 5.5.2).
 * @pattern
 * ^P(?:[0-9]{1,4}W|[0-9]{1,4}Y(?:[0-9]{1,4}M)?(?:[0-9]{1,4}D)?|[0-9]{1,4}M(?:[0-9]{1,4}D)?|[0-9]{1,4}D)$
 */
export type Duration = string;

/** Something that took place, or is to. */
export interface Event {
  /** The name by which other facts refer to the event. */
  readonly id?: Id;
  /** What took place. */
  readonly kind: EventKind;
  /** Its name. */
  readonly title?: Line;
  /** How far it has come. */
  readonly status?: Status;
  /** When it began. */
  readonly start?: When;
  /** When it began, in the author's own expression. */
  readonly start_as_written?: Line;
  /** When it ended. */
  readonly end?: When;
  /** When it ended, in the author's own expression. */
  readonly end_as_written?: Line;
  /** Where. */
  readonly place?: Line;
  /** The event that this one is a part of. Names an event. */
  readonly part_of?: Reference;
  /**
   * Who took part, and how.
   * @minItems 1
   */
  readonly participants?: readonly Participant[];
  /**
   * The facts that it was about. Names a fact.
   * @minItems 1
   */
  readonly about?: readonly Reference[];
  /** What it was about, where that is no fact of the brief. */
  readonly subject?: Line;
  /** What came of it. */
  readonly outcome?: Passage;
  /**
   * Names in registries, such as a meeting's number.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; absent: its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** What else is to be said, for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** What took place. */
export type EventKind =
  /** People met in one place or by video. */
  | "meeting"
  /** A conversation by telephone or video. */
  | "call"
  /** An official went to another state or organization. */
  | "visit"
  /** Heads of state or government met. */
  | "summit"
  /** A body sat in session. */
  | "session"
  /** A conference. */
  | "conference"
  /** A round of negotiations. */
  | "negotiation_round"
  /** Consultations between states. */
  | "consultations"
  /** Journalists were told and could ask. */
  | "press_conference"
  /** A briefing to the press or to a body. */
  | "briefing"
  /** A speech. */
  | "speech"
  /** An interview. */
  | "interview"
  /** A ceremony, such as a signing. */
  | "ceremony"
  /** An ambassador or chargé was called in. */
  | "summons"
  /** A body voted. */
  | "vote"
  /** A court or committee heard a matter. */
  | "hearing"
  /** An election. */
  | "election"
  /** The people voted on a question. */
  | "referendum"
  /** A demonstration. */
  | "protest"
  /** Something happened that nobody had planned. */
  | "incident"
  /** An armed attack. */
  | "attack"
  /** Fighting was to stop. */
  | "ceasefire"
  /** Armed forces exercised. */
  | "military_exercise"
  /** Prisoners were exchanged. */
  | "exchange_of_prisoners"
  /** An embassy, border or institution was opened. */
  | "opening"
  /** An embassy, border or institution was closed. */
  | "closure"
  /** A term ended. */
  | "deadline"
  | ExtensionTerm;

/**
 * A passage that a fact rests on (W3C Web Annotation Data Model, TextQuoteSelector). It stands
 * in the narrative (its plain text, within one block), or in the named source. `check`
 * compares both sides after NFC and after folding white space and typographic quotes.
 */
export interface Evidence {
  /** The passage, verbatim. */
  readonly exact: Excerpt;
  /** The text right before it, where the passage occurs more than once. */
  readonly prefix?: Excerpt;
  /** The text right behind it, where the passage occurs more than once. */
  readonly suffix?: Excerpt;
  /** The source in which it stands; absent: the narrative. Names a source. */
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
 * A share of the parties, as numerator and denominator.
 * @pattern ^[1-9][0-9]{0,3}/[1-9][0-9]{0,3}$
 */
export type Fraction = string;

/** Several who act together under one name, such as "the E3" or "191 deputies". */
export interface Group {
  /** The name by which other facts refer to the actor. */
  readonly id: Id;
  /** Which sort of actor it is. */
  readonly kind: "group";
  /** The name as the brief gives it. */
  readonly name: Line;
  /**
   * The actors that belong to it. Names an actor.
   * @minItems 1
   */
  readonly members?: readonly Reference[];
  /**
   * How many they are.
   * From 1 to 9007199254740991.
   */
  readonly size?: number;
  /**
   * Names in other languages or scripts.
   * @minItems 1
   */
  readonly other_names?: readonly Translation[];
  /**
   * Names in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; absent: its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** What else is to be said, for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/**
 * With whom, and from when, a brief may be shared.
 * At least one member is required.
 */
export interface Handling {
  /** The marking of the Traffic Light Protocol 2.0. */
  readonly tlp?: TlpLabel;
  /** Any other marking, as text. */
  readonly marking?: Line;
  /** The moment before which it may not be published. */
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

/** A name that a registry gave. */
export interface Identifier {
  /** The registry. */
  readonly scheme: IdentifierScheme;
  /** The name within it. */
  readonly value: Line;
}

/** Which registry an identifier belongs to. */
export type IdentifierScheme =
  /** An item of Wikidata, such as Q794. */
  | "wikidata"
  /** A country code of ISO 3166-1 or 3166-2. (ISO 3166) */
  | "iso3166"
  /** A Legal Entity Identifier. (ISO 17442) */
  | "lei"
  /** An International Standard Name Identifier. (ISO 27729) */
  | "isni"
  /** An Open Researcher and Contributor ID. */
  | "orcid"
  /** A cluster of the Virtual International Authority File. */
  | "viaf"
  /** A record of the Gemeinsame Normdatei. */
  | "gnd"
  /** A Library of Congress Control Number. */
  | "lccn"
  /** A Research Organization Registry identifier. */
  | "ror"
  /**
   * A registration number of the United Nations Treaty Series. (Charter of the United Nations,
   * article 102)
   */
  | "unts"
  /** A registration number of the League of Nations Treaty Series. */
  | "lnts"
  /** A chapter and number of Multilateral Treaties Deposited with the Secretary-General. */
  | "mtdsg"
  /** A number of the Council of Europe Treaty Series. */
  | "ets"
  /** A CELEX number of EUR-Lex. */
  | "celex"
  /** A European Legislation Identifier. */
  | "eli"
  /** A European Case Law Identifier. */
  | "ecli"
  /** A number of Treaties and Other International Acts Series. */
  | "tias"
  /** A document symbol of the United Nations, such as S/RES/2231(2015). */
  | "un_symbol"
  /** The number of a meeting in its series. */
  | "meeting_number"
  /** The number of a bill in a legislature. */
  | "bill_number"
  /** The number of a law in a gazette. */
  | "law_number"
  /** A Digital Object Identifier. (ISO 26324) */
  | "doi"
  /** An International Standard Book Number. (ISO 2108) */
  | "isbn"
  /** An International Standard Serial Number. (ISO 3297) */
  | "issn"
  /** A Uniform Resource Name. (RFC 8141) */
  | "urn"
  /** Any other Uniform Resource Identifier. (RFC 3986) */
  | "uri"
  /** A number of the desk that wrote the text. */
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
 * Inline CommonMark on one line; it has no block syntax of its own, so `2025. The year` and `#
 * 1` are plain words.
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
 * Plain text on one line, without white space at either end.
 * @pattern ^[^\x00-\x20\x7f](?:[^\x00-\x1f\x7f]*[^\x00-\x20\x7f])?$
 */
export type Line = string;

/** Any other CommonMark block, kept verbatim: a table, a quotation, code, HTML. */
export interface Markdown {
  /** Which sort of block it is. */
  readonly type: "markdown";
  /** The block: reading this text alone gives exactly this one block. */
  readonly text: BlockText;
}

/** An act or step in the life of a treaty (Vienna Convention on the Law of Treaties). */
export interface Milestone {
  /** The name of the milestone within its treaty; from outside, `treaty#milestone`. */
  readonly id?: Id;
  /** Which act it is. */
  readonly kind: MilestoneKind;
  /** How far it has come. */
  readonly status: Status;
  /** The day of the act. */
  readonly date?: PartialDate;
  /** The day of the act, in the author's own expression. */
  readonly date_as_written?: Line;
  /** The day on which the act takes effect; absent: its date. */
  readonly effective?: PartialDate;
  /** The day on which it takes effect, in the author's own expression. */
  readonly effective_as_written?: Line;
  /**
   * Whose act it is; absent: the treaty as a whole. Names an actor.
   * @minItems 1
   */
  readonly parties?: readonly Reference[];
  /**
   * Towards whom only it has effect. Names an actor.
   * @minItems 1
   */
  readonly counterparties?: readonly Reference[];
  /**
   * The organs or persons that act. Names an actor.
   * @minItems 1
   */
  readonly by?: readonly Reference[];
  /**
   * The milestone that the act serves, where that is not consent to be bound. Names a milestone
   * (of another treaty: treaty#milestone).
   */
  readonly toward?: Reference;
  /**
   * The milestones that it undoes. Names a milestone (of another treaty: treaty#milestone).
   * @minItems 1
   */
  readonly reverses?: readonly Reference[];
  /**
   * The milestones that must come first. Names a milestone (of another treaty:
   * treaty#milestone).
   * @minItems 1
   */
  readonly requires?: readonly Reference[];
  /** The part that it is limited to. */
  readonly scope?: Scope;
  /**
   * The count that a tally reports.
   * From 0 to 9007199254740991.
   */
  readonly count?: number;
  /** The vote by which it was decided. */
  readonly vote?: Vote;
  /** Where it was done. */
  readonly place?: Line;
  /** The event at which it was done. Names an event. */
  readonly event?: Reference;
  /** What it depends on, in words. */
  readonly condition?: Line;
  /**
   * Passages that the fact rests on; absent: its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** What else is to be said, for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** Which act in the life of a treaty it is. */
export type MilestoneKind =
  /**
   * The text is being negotiated, or a round of it ended. (Vienna Convention on the Law of
   * Treaties, article 2(1)(e))
   */
  | "negotiation"
  /**
   * The form and content of the text are settled. (Vienna Convention on the Law of Treaties,
   * article 9)
   */
  | "adoption"
  /**
   * The text is established as authentic and definitive. (Vienna Convention on the Law of
   * Treaties, article 10)
   */
  | "authentication"
  /**
   * The negotiators put their initials to the text. (Vienna Convention on the Law of Treaties,
   * article 10(b))
   */
  | "initialling"
  /** From this day the treaty can be signed. (United Nations Treaty Handbook, glossary) */
  | "opening_for_signature"
  /**
   * A representative signs; it binds by itself only where that was agreed. (Vienna Convention on
   * the Law of Treaties, articles 12 and 18(a))
   */
  | "signature"
  /**
   * The treaty is laid before a parliament or another organ for approval. (Treaty practice;
   * constitutional law of the party)
   */
  | "submission"
  /** A committee advises the chamber. (Constitutional law of the party) */
  | "committee_recommendation"
  /**
   * A chamber or parliament approves; it is no ratification. (Constitutional law of the party;
   * compare Vienna Convention on the Law of Treaties, article 46)
   */
  | "parliamentary_approval"
  /** The people vote on the treaty. (Constitutional law of the party) */
  | "referendum"
  /**
   * A court or council examines the treaty against the constitution. (Constitutional law of the
   * party)
   */
  | "constitutional_review"
  /** The treaty or its law is referred to a court. (Constitutional law of the party) */
  | "referral_to_court"
  /** The head of state signs the law of approval. (Constitutional law of the party) */
  | "promulgation"
  /** The treaty or its law appears in the official gazette. (Constitutional law of the party) */
  | "publication"
  /**
   * The international act by which a party consents to be bound. (Vienna Convention on the Law
   * of Treaties, articles 2(1)(b) and 14(1))
   */
  | "ratification"
  /**
   * Consent to be bound, by acceptance. (Vienna Convention on the Law of Treaties, articles
   * 2(1)(b) and 14(2))
   */
  | "acceptance"
  /**
   * Consent to be bound, by approval. (Vienna Convention on the Law of Treaties, articles
   * 2(1)(b) and 14(2))
   */
  | "approval"
  /**
   * Consent to be bound by a treaty that was not signed. (Vienna Convention on the Law of
   * Treaties, articles 2(1)(b) and 15)
   */
  | "accession"
  /**
   * A successor state takes over the place of its predecessor. (Vienna Convention on Succession
   * of States in respect of Treaties, article 2(1)(g))
   */
  | "succession"
  /**
   * The parties exchange their instruments of ratification. (Vienna Convention on the Law of
   * Treaties, article 16(a))
   */
  | "exchange_of_instruments"
  /**
   * A party deposits its instrument with the depositary. (Vienna Convention on the Law of
   * Treaties, article 16(b))
   */
  | "deposit"
  /**
   * A party notifies the others or the depositary. (Vienna Convention on the Law of Treaties,
   * articles 16(c) and 78)
   */
  | "notification"
  /**
   * The treaty is applied before it is in force. (Vienna Convention on the Law of Treaties,
   * article 25)
   */
  | "provisional_application"
  /** The treaty begins to bind. (Vienna Convention on the Law of Treaties, article 24) */
  | "entry_into_force"
  /**
   * The treaty is registered with the United Nations. (Charter of the United Nations, article
   * 102; Vienna Convention on the Law of Treaties, article 80)
   */
  | "registration"
  /**
   * A party excludes or modifies the effect of provisions for itself. (Vienna Convention on the
   * Law of Treaties, articles 2(1)(d) and 19)
   */
  | "reservation"
  /**
   * A party states how it understands the treaty, or makes an optional declaration. (United
   * Nations Treaty Handbook, glossary)
   */
  | "declaration"
  /**
   * A party objects to a reservation of another. (Vienna Convention on the Law of Treaties,
   * articles 20 and 21)
   */
  | "objection"
  /** The treaty is changed. (Vienna Convention on the Law of Treaties, articles 39 to 41) */
  | "amendment"
  /**
   * The term of the treaty is prolonged. (The treaty's own provisions; compare Vienna Convention
   * on the Law of Treaties, article 54)
   */
  | "extension"
  /**
   * The operation of the treaty is suspended. (Vienna Convention on the Law of Treaties,
   * articles 57, 58, 60 and 72)
   */
  | "suspension"
  /**
   * The operation of the treaty is resumed. (Vienna Convention on the Law of Treaties, article
   * 72(2))
   */
  | "resumption"
  /**
   * A party withdraws or denounces. (Vienna Convention on the Law of Treaties, articles 54 and
   * 56)
   */
  | "withdrawal"
  /**
   * A notice or an instrument is taken back. (Vienna Convention on the Law of Treaties, articles
   * 22 and 68)
   */
  | "revocation"
  /**
   * The treaty ends by agreement or by law. (Vienna Convention on the Law of Treaties, articles
   * 54, 59 to 62 and 70)
   */
  | "termination"
  /**
   * The treaty ends with its term. (The treaty's own provisions; compare Vienna Convention on
   * the Law of Treaties, article 54(a))
   */
  | "expiry"
  /** A count is reported, such as the 32nd ratification. (Practice of depositaries) */
  | "tally"
  | ExtensionTerm;

/** A numbered list of one level. */
export interface Numbered {
  /** Which sort of block it is. */
  readonly type: "numbered";
  /**
   * The number of the first item.
   * From 0 to 999999999.
   */
  readonly start: number;
  /**
   * Its items, as inline CommonMark.
   * @minItems 1
   */
  readonly items: readonly Inline[];
}

/** An organ of a state or of an organization. */
export interface Organ {
  /** The name by which other facts refer to the actor. */
  readonly id: Id;
  /** Which sort of actor it is. */
  readonly kind: "organ";
  /** The name as the brief gives it. */
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
   * Names in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; absent: its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** What else is to be said, for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** Which function an organ has. */
export type OrganType =
  /**
   * A president, monarch or collective head of state. (Vienna Convention on the Law of Treaties,
   * article 7)
   */
  | "head_of_state"
  /** A prime minister or chancellor. (Vienna Convention on the Law of Treaties, article 7) */
  | "head_of_government"
  /** The government or cabinet as a whole. */
  | "government"
  /** A ministry or department of state. */
  | "ministry"
  /** A parliament of one chamber, or as a whole. */
  | "legislature"
  /** The lower chamber of a parliament. */
  | "lower_house"
  /** The upper chamber of a parliament. */
  | "upper_house"
  /** A committee of a parliament or of another organ. */
  | "committee"
  /** A council, such as a security council or a council of guardians. */
  | "council"
  /** A commission. */
  | "commission"
  /** A general assembly or conference of an organization. */
  | "assembly"
  /** The secretariat of an organization. */
  | "secretariat"
  /** A court or tribunal. */
  | "court"
  /** An agency or authority. */
  | "agency"
  /** A central bank. */
  | "central_bank"
  /** The armed forces, or a branch of them. */
  | "armed_forces"
  /** An embassy or high commission. (Vienna Convention on Diplomatic Relations, article 1) */
  | "embassy"
  /** A consulate. (Vienna Convention on Consular Relations, article 1) */
  | "consulate"
  /** A mission to an organization. */
  | "permanent_mission"
  /** A delegation to a conference or negotiation. */
  | "delegation"
  /** A prosecutor's office. */
  | "prosecutor"
  /** The government of a region or a city. */
  | "local_government"
  | ExtensionTerm;

/** An organization. */
export interface Organization {
  /** The name by which other facts refer to the actor. */
  readonly id: Id;
  /** Which sort of actor it is. */
  readonly kind: "organization";
  /** The name as the brief gives it. */
  readonly name: Line;
  /** What sort of organization it is. */
  readonly type?: OrganizationType;
  /**
   * Names in other languages or scripts.
   * @minItems 1
   */
  readonly other_names?: readonly Translation[];
  /**
   * Names in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; absent: its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** What else is to be said, for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** What sort of organization it is. */
export type OrganizationType =
  /**
   * An organization of states, founded by treaty. (Vienna Convention on the Law of Treaties,
   * article 2(1)(i))
   */
  | "intergovernmental"
  /** A group of states that acts together under a name, without being founded by treaty. */
  | "bloc"
  /** A military alliance. */
  | "alliance"
  /** A non-governmental organization. */
  | "ngo"
  /** A business. */
  | "company"
  /** An armed group that is no state's force. */
  | "armed_group"
  /** A news agency, newspaper or broadcaster. */
  | "media"
  /** A research institute on policy. */
  | "think_tank"
  /** A political party or movement. */
  | "political_party"
  /** A university. */
  | "university"
  /** A church or other religious body. */
  | "religious"
  /** A union of workers. */
  | "trade_union"
  /** A foundation. */
  | "foundation"
  | ExtensionTerm;

/** A paragraph. */
export interface Paragraph {
  /** Which sort of block it is. */
  readonly type: "paragraph";
  /** Its text, as inline CommonMark. */
  readonly text: Inline;
}

/**
 * A date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD with an optional qualifier (?
 * uncertain, ~ approximate, % both), or a range of candidates [a..b] (EDTF, ISO 8601-2).
 * @pattern
 * ^(?:(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)[?~%]?|\[(?:(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)\.\.(?:(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29))?|\.\.(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29))\])$
 */
export type PartialDate = string;

/** An actor's part in an event. */
export interface Participant {
  /** Who took part. Names an actor. */
  readonly actor: Reference;
  /** In what role. */
  readonly role?: ParticipantRole;
  /** In which office, if not the actor's own. */
  readonly capacity?: Line;
}

/** How somebody took part in an event. */
export type ParticipantRole =
  /** Received the others. */
  | "host"
  /** Was received. */
  | "guest"
  /** Asked for it, as for a call. */
  | "initiator"
  /** Presided. */
  | "chair"
  /** Presided together with another. */
  | "co_chair"
  /** Led a delegation. */
  | "head_of_delegation"
  /** Belonged to a delegation or a body. */
  | "member"
  /** Helped the parties to agree. */
  | "mediator"
  /** Made the meeting possible. */
  | "facilitator"
  /** Was present without a part in the decision. */
  | "observer"
  /** Spoke. */
  | "speaker"
  /** Signed. */
  | "signatory"
  /** Bore witness to an act. */
  | "witness"
  /** Interpreted. */
  | "interpreter"
  /** Was called in. */
  | "summoned"
  /** Called somebody in. */
  | "summoning"
  /** Did the harm. */
  | "perpetrator"
  /** Was harmed or aimed at. */
  | "target"
  /** Was expected and did not come. */
  | "absent"
  | ExtensionTerm;

/**
 * Plain text of one or more lines, without white space at either end. Line ends are line
 * feeds.
 * @pattern ^[^\x00-\x20\x7f](?:[^\x00-\x08\x0b-\x1f\x7f]*[^\x00-\x20\x7f])?$
 */
export type Passage = string;

/**
 * A time that runs from an act: so many months, then so many days. The day of the act plus N
 * days is "N days after"; months end where the shorter month does.
 * At least one member is required.
 */
export interface Period {
  /**
   * Months that pass.
   * From 0 to 9007199254740991.
   */
  readonly months?: number;
  /**
   * Days that pass.
   * From 0 to 9007199254740991.
   */
  readonly days?: number;
  /** True where it takes effect on the first day of the month that follows. */
  readonly first_of_month?: true;
}

/** A human being. */
export interface Person {
  /** The name by which other facts refer to the actor. */
  readonly id: Id;
  /** Which sort of actor it is. */
  readonly kind: "person";
  /** The name as the brief gives it. */
  readonly name: Line;
  /** A form of address or rank before the name. */
  readonly honorific?: Line;
  /** The office that the person holds. */
  readonly office?: Line;
  /**
   * The state, organ, organization or group that the person speaks for. Names a state, organ,
   * organization or group.
   */
  readonly represents?: Reference;
  /**
   * Names in other languages or scripts.
   * @minItems 1
   */
  readonly other_names?: readonly Translation[];
  /**
   * Names in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; absent: its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** What else is to be said, for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** A statement, in the speaker's words or reported. */
export interface Quote {
  /** The name by which other facts refer to the statement. */
  readonly id?: Id;
  /**
   * Who speaks; a treaty or act where the document itself does. Names an actor, treaty or act.
   * @minItems 1
   */
  readonly speakers: readonly Reference[];
  /** How the words are reported. */
  readonly mode: QuoteMode;
  /** One passage of the narrative: the quoted words, or the reported clause without its verb. */
  readonly text: Passage;
  /** The word of saying that the narrative uses. */
  readonly verb?: Line;
  /** The position that the statement takes. */
  readonly stance?: Stance;
  /**
   * The facts that it is about. Names a fact.
   * @minItems 1
   */
  readonly about?: readonly Reference[];
  /** What it is about, where that is no fact of the brief. */
  readonly subject?: Line;
  /** The office in which it was said, if not the actor's own. */
  readonly capacity?: Line;
  /** For whom it was said, if not for the speaker. Names an actor. */
  readonly on_behalf_of?: Reference;
  /** When it was said. */
  readonly said_on?: When;
  /** When it was said, in the author's own expression. */
  readonly said_on_as_written?: Line;
  /** The occasion, where it is an event of the brief. Names an event. */
  readonly event?: Reference;
  /** Where or through whom it was said: a place, a broadcaster, a network. */
  readonly venue?: Line;
  /**
   * To whom it was said. Names an actor.
   * @minItems 1
   */
  readonly addressees?: readonly Reference[];
  /** The words in the language in which they were said. */
  readonly original?: Translation;
  /**
   * Who translated them. Names an actor.
   * @minItems 1
   */
  readonly translated_by?: readonly Reference[];
  /**
   * Passages that the fact rests on; absent: its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** What else is to be said, for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** How the words are reported. */
export type QuoteMode =
  /** The speaker's own words, in quotation marks, as a whole. */
  | "direct"
  /** The content, in the reporter's words. */
  | "indirect"
  /** Some of the speaker's own words within a reported clause. */
  | "partial";

/**
 * The id of a fact in the same brief; `treaty#milestone` for a milestone of a treaty.
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?(?:#[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?)?$
 */
export type Reference = string;

/** How a brief stands to another text. */
export interface RelatedBrief {
  /** The relation. */
  readonly relation: BriefRelation;
  /** The other text: the id of a brief, an address, or a title. */
  readonly target: Line;
}

/** How a treaty stands to another. */
export interface RelatedTreaty {
  /** The relation. */
  readonly relation: TreatyRelation;
  /** The other treaty: its id in the brief, its title, or an identifier. */
  readonly target: Line;
}

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
  /** What the section is for; absent where its heading says something else. */
  readonly kind?: SectionKind;
  /** The heading as the author wrote it. */
  readonly heading?: Heading;
  /** The language of the section, where it is not that of the brief. */
  readonly language?: LanguageTag;
  /** Its blocks; there may be none. */
  readonly content: readonly Block[];
}

/** What a section is for. */
export type SectionKind =
  /** The opening: the news itself, before any label. */
  | "lede"
  /** What the news changes, and for whom. */
  | "why_it_matters"
  /** The event that makes this news today. */
  | "driving_the_news"
  /** The newest development. */
  | "the_latest"
  /** What somebody who missed the story has to know. */
  | "catch_up_quick"
  /** The course of events. */
  | "how_it_happened"
  /** The wider setting. */
  | "the_big_picture"
  /** How things stand now. */
  | "state_of_play"
  /** The particulars. */
  | "details"
  /** What somebody said about it. */
  | "saying"
  /** What the opposing party holds. */
  | "the_other_side"
  /** What was not said in public. */
  | "behind_the_scenes"
  /** The points to remember, as a list. */
  | "key_points"
  /** Figures. */
  | "by_the_numbers"
  /** What the words mean beyond what they say. */
  | "between_the_lines"
  /** One part, looked at closely. */
  | "zoom_in"
  /** The part seen within the whole. */
  | "zoom_out"
  /** The objection. */
  | "yes_but"
  /** What the claims leave out. */
  | "reality_check"
  /** An earlier event that explains this one. */
  | "flashback"
  /** The background. */
  | "context"
  /** The author's judgement. */
  | "analysis"
  /** Signs that will show how it goes on. */
  | "what_to_watch"
  /** The next known steps. */
  | "whats_next"
  /** The conclusion, in one or two sentences. */
  | "the_bottom_line"
  /** What the reader is advised to do. */
  | "recommendations"
  /** Further reading, or the longer treatment. */
  | "go_deeper"
  | ExtensionTerm;

/**
 * A SHA-256 digest (FIPS 180-4) of the bytes that were read, as lower-case hexadecimal.
 * @pattern ^[0-9a-f]{64}$
 */
export type Sha256 = string;

/** A party's share in a total, such as emissions or tonnage. */
export interface Share {
  /** Whose share it is. Names an actor. */
  readonly party: Reference;
  /**
   * How large it is.
   * From 0 to 100.
   */
  readonly percent: number;
}

/**
 * A text, broadcast or data set that facts were taken from; one of title, publisher, url.
 * At least one of `title`, `publisher`, `url` is required.
 */
export interface Source {
  /** The name by which facts cite it. */
  readonly id: Id;
  /** What sort of source it is. */
  readonly kind?: SourceKind;
  /** Its title. */
  readonly title?: Line;
  /** Who published it. */
  readonly publisher?: Line;
  /**
   * Who wrote it.
   * @minItems 1
   */
  readonly authors?: readonly Author[];
  /** Where it is. */
  readonly url?: WebAddress;
  /** Where an archived copy is. */
  readonly archived_url?: WebAddress;
  /** When it was published. */
  readonly published?: When;
  /** When it was published, in its own expression. */
  readonly published_as_written?: Line;
  /** When it was read. */
  readonly retrieved?: When;
  /** Its language. */
  readonly language?: LanguageTag;
  /** The SHA-256 digest of what was read. */
  readonly sha256?: Sha256;
  /**
   * The sources that it took its content from, towards the origin. Names a source.
   * @minItems 1
   */
  readonly derived_from?: readonly Reference[];
  /**
   * Passages that the fact rests on; absent: its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** What else is to be said, for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** What sort of source it is. */
export type SourceKind =
  /** The text of an instrument, law or resolution, from the body itself. */
  | "official_text"
  /** A statement, readout or release of a government or organization. */
  | "official_statement"
  /** A report of a news agency or newspaper. */
  | "news_report"
  /** An interview. */
  | "interview"
  /** Radio, television or video. */
  | "broadcast"
  /** A post on a social network. */
  | "social_media"
  /** A speech as delivered or distributed. */
  | "speech"
  /** A transcript of a press conference. */
  | "press_conference"
  /** A report of an organization, institute or commission. */
  | "report"
  /** A work of research. */
  | "academic"
  /** A data set. */
  | "dataset"
  /** A treaty collection or a database of law. */
  | "legal_database"
  /** A letter, note or message. */
  | "correspondence"
  /** What somebody told the author. */
  | "personal_communication"
  /** An analysis or opinion. */
  | "analysis"
  /** A book. */
  | "book"
  | ExtensionTerm;

/** What position a statement takes. */
export type Stance =
  /** Is for it. */
  | "supports"
  /** Is against it. */
  | "opposes"
  /** Is glad of it. */
  | "welcomes"
  /** Calls it wrong. */
  | "condemns"
  /** Finds fault with it. */
  | "criticizes"
  /** Is sorry that it came so. */
  | "regrets"
  /** Demands or asks that it be done. */
  | "calls_for"
  /** Presses an addressee to do it. */
  | "urges"
  /** Promises to do it. */
  | "commits_to"
  /** Offers it. */
  | "offers"
  /** Suggests it. */
  | "proposes"
  /** Says yes to it. */
  | "accepts"
  /** Says no to it. */
  | "rejects"
  /** Holds the same. */
  | "agrees_with"
  /** Holds the contrary. */
  | "disagrees_with"
  /** Says that harm may come of it. */
  | "warns"
  /** Announces harm as an answer to it. */
  | "threatens"
  /** Says that it is so. */
  | "confirms"
  /** Says that it is not so. */
  | "denies"
  /** Makes it known. */
  | "announces"
  /** Foresees it. */
  | "expects"
  /** Thinks it unlikely or untrue. */
  | "doubts"
  /** Asks whether it is so or right. */
  | "questions"
  /** Gives its reasons or meaning. */
  | "explains"
  /** Says again what was said before. */
  | "reaffirms"
  /** Speaks well of it. */
  | "praises"
  /** Gives thanks for it. */
  | "thanks"
  /** Asks pardon for it. */
  | "apologizes"
  /** Wishes joy of it. */
  | "congratulates"
  /** Requires it, as of right. */
  | "demands"
  /** Asks for it. */
  | "requests"
  /** Says whose fault it is. */
  | "blames"
  /** Wishes that it may be. */
  | "hopes"
  /** Is worried by it. */
  | "is_concerned"
  /** Declares readiness for it. */
  | "is_ready"
  /** Will not speak of it. */
  | "declines_to_comment"
  /** Takes no position. */
  | "neutral"
  | ExtensionTerm;

/** A state, present or past. */
export interface State {
  /** The name by which other facts refer to the actor. */
  readonly id: Id;
  /** Which sort of actor it is. */
  readonly kind: "state";
  /** The name as the brief gives it. */
  readonly name: Line;
  /** Its code in ISO 3166-1 (alpha-2), or in ISO 3166-3 for a state that has ended. */
  readonly country?: CountryCode;
  /**
   * Names in other languages or scripts.
   * @minItems 1
   */
  readonly other_names?: readonly Translation[];
  /**
   * Names in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; absent: its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** What else is to be said, for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** How far a milestone, event or act has come. */
export type Status =
  /** It has happened. */
  | "completed"
  /** A day for it is given or announced. */
  | "scheduled"
  /** It is foreseen, without a day that anybody has fixed. */
  | "expected"
  /** It exists as a draft only. */
  | "draft"
  /** It was put off. */
  | "postponed"
  /** It was voted down or refused. */
  | "rejected"
  /** It was sent back to those who had decided on it. */
  | "returned"
  /** It will not take place. */
  | "cancelled"
  /** Somebody said that it happened, and it is denied. */
  | "denied";

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

/** With whom a text may be shared (Traffic Light Protocol). */
export type TlpLabel =
  /**
   * For the eyes and ears of individual recipients only. (FIRST, Traffic Light Protocol 2.0,
   * section 2)
   */
  | "TLP:RED"
  /**
   * Limited to the recipients' organization, on a need-to-know basis. (FIRST, Traffic Light
   * Protocol 2.0, section 2)
   */
  | "TLP:AMBER+STRICT"
  /**
   * Limited to the recipients' organization and its clients, on a need-to-know basis. (FIRST,
   * Traffic Light Protocol 2.0, section 2)
   */
  | "TLP:AMBER"
  /** Limited to the recipients' community. (FIRST, Traffic Light Protocol 2.0, section 2) */
  | "TLP:GREEN"
  /** No limit on disclosure. (FIRST, Traffic Light Protocol 2.0, section 2) */
  | "TLP:CLEAR";

/** A text in a named language: another name, or the original of a quote. */
export interface Translation {
  /** The language of the text. */
  readonly language: LanguageTag;
  /** The text. */
  readonly text: Passage;
}

/** An international agreement governed by international law, whatever its name. */
export interface Treaty {
  /** The name by which other facts refer to the treaty. */
  readonly id: Id;
  /** Its full title. */
  readonly title: Line;
  /** The name by which it is commonly called. */
  readonly short_title?: Line;
  /** What it calls itself. */
  readonly kind: TreatyKind;
  /**
   * The states and organizations that are, or are meant to be, its parties. Names an actor.
   * @minItems 1
   */
  readonly parties?: readonly Reference[];
  /** Who keeps the instruments (article 76). Names an actor. */
  readonly depositary?: Reference;
  /**
   * Names in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * The languages in which the text is authentic (article 33).
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
  /**
   * Its rules of entry into force; the earliest that is met holds.
   * @minItems 1
   */
  readonly entry_rules?: readonly TreatyRule[];
  /**
   * Its rules of withdrawal or termination.
   * @minItems 1
   */
  readonly exit_rules?: readonly TreatyRule[];
  /**
   * The acts and steps of its life, in the author's order.
   * @minItems 1
   */
  readonly milestones?: readonly Milestone[];
  /**
   * Passages that the fact rests on; absent: its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** What else is to be said, for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/** What the instrument calls itself. */
export type TreatyKind =
  /** A treaty so named. (Vienna Convention on the Law of Treaties, article 2(1)(a)) */
  | "treaty"
  /** A convention. (United Nations Treaty Handbook, glossary) */
  | "convention"
  /** An agreement. (United Nations Treaty Handbook, glossary) */
  | "agreement"
  /** A protocol. (United Nations Treaty Handbook, glossary) */
  | "protocol"
  /** A memorandum of understanding. (United Nations Treaty Handbook, glossary) */
  | "memorandum"
  /** A charter. (United Nations Treaty Handbook, glossary) */
  | "charter"
  /** A covenant. (United Nations Treaty Handbook, glossary) */
  | "covenant"
  /** The statute of an organization or a court. */
  | "statute"
  /** The constitution of an organization. (Vienna Convention on the Law of Treaties, article 5) */
  | "constitution"
  /** A pact. */
  | "pact"
  /** An accord. */
  | "accord"
  /** A declaration that is meant to bind. (United Nations Treaty Handbook, glossary) */
  | "declaration"
  /**
   * An agreement by exchange of notes or letters. (Vienna Convention on the Law of Treaties,
   * article 13)
   */
  | "exchange_of_notes"
  /** A provisional arrangement. (United Nations Treaty Handbook, glossary) */
  | "modus_vivendi"
  /** A treaty with the Holy See. */
  | "concordat"
  /** An armistice. */
  | "armistice"
  /** A ceasefire agreement. */
  | "ceasefire"
  /** An arrangement. */
  | "arrangement"
  /** The final act of a conference. (United Nations Treaty Handbook, glossary) */
  | "final_act"
  | ExtensionTerm;

/** How a treaty stands to another. */
export type TreatyRelation =
  /** Changes provisions of it. (Vienna Convention on the Law of Treaties, articles 39 to 41) */
  | "amends"
  /** Takes its place. (Vienna Convention on the Law of Treaties, articles 30 and 59) */
  | "supersedes"
  /** Carries it out in detail. */
  | "implements"
  /** Is a protocol to it. (United Nations Treaty Handbook, glossary) */
  | "protocol_to";

/**
 * A treaty's own rule of entry into force, or of its end; several are alternatives.
 * At least one member is required.
 */
export interface TreatyRule {
  /**
   * How many parties must have consented to be bound.
   * From 1 to 9007199254740991.
   */
  readonly count?: number;
  /** Which fraction of the parties must have. */
  readonly fraction?: Fraction;
  /**
   * Which states must be among them. Names an actor.
   * @minItems 1
   */
  readonly named?: readonly Reference[];
  /**
   * Which share in percent they must have together.
   * From 0 to 100.
   */
  readonly share_percent?: number;
  /**
   * The share of each party.
   * @minItems 1
   */
  readonly shares?: readonly Share[];
  /** The time that runs from the day on which all this is met. */
  readonly after?: Period;
  /** The day before which it does not take effect. */
  readonly not_before?: PartialDate;
  /** The time that runs for a party that consents later. */
  readonly later_parties?: Period;
}

/** Somebody whom the brief does not name, such as "two senior officials". */
export interface Unnamed {
  /** The name by which other facts refer to the actor. */
  readonly id: Id;
  /** Which sort of actor it is. */
  readonly kind: "unnamed";
  /** How the brief describes them. */
  readonly description: Line;
  /**
   * How many they are.
   * From 1 to 9007199254740991.
   */
  readonly size?: number;
  /**
   * The state, organ, organization or group that they belong to. Names a state, organ,
   * organization or group.
   */
  readonly of?: Reference;
  /**
   * Names in other languages or scripts.
   * @minItems 1
   */
  readonly other_names?: readonly Translation[];
  /**
   * Names in registries.
   * @minItems 1
   */
  readonly identifiers?: readonly Identifier[];
  /**
   * Passages that the fact rests on; absent: its own words.
   * @minItems 1
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Sources of the fact. Names a source.
   * @minItems 1
   */
  readonly cites?: readonly Reference[];
  /**
   * Codes of `check` whose findings about this fact the author accepts.
   * @minItems 1
   */
  readonly ignore?: readonly IgnoredCode[];
  /** What else is to be said, for readers of the data. */
  readonly note?: Passage;
  /** An extension member: any JSON value. */
  readonly [extension: `x-${string}`]: JsonValue;
}

/**
 * The outcome of a vote.
 * At least one member is required.
 */
export interface Vote {
  /** Those who voted for it. Names an actor. */
  readonly in_favour?: Voters;
  /** Those who voted against it. Names an actor. */
  readonly against?: Voters;
  /** Those who abstained. Names an actor. */
  readonly abstained?: Voters;
  /** Those who were absent or did not vote. Names an actor. */
  readonly absent?: Voters;
  /**
   * Those whose vote alone stopped it. Names an actor.
   * @minItems 1
   */
  readonly vetoed_by?: readonly Reference[];
  /**
   * How many votes in favour it needed.
   * From 1 to 9007199254740991.
   */
  readonly required?: number;
}

/** How many voted so, or which actors did. */
export type Voters =
  | number
  | readonly Reference[];

/**
 * An absolute http or https URL (RFC 3986), ASCII only.
 * @pattern ^[Hh][Tt][Tt][Pp][Ss]?://[!#-;=?-Z_a-z~\[\]%]+$
 */
export type WebAddress = string;

/**
 * A date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD with an optional qualifier (?
 * uncertain, ~ approximate, % both), or a range of candidates [a..b] (EDTF, ISO 8601-2), or a
 * date and time with offset (RFC 3339), its day counted there.
 * @pattern
 * ^(?:(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)[?~%]?|\[(?:(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)\.\.(?:(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29))?|\.\.(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29))\]|(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9]))$
 */
export type When = string;
