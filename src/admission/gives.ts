/** What the acts and views of this room give back, as programs receive it. */
import { Type } from "typebox";
import { Day, Moment, Nothing, Words, orNull } from "../kit/gives.ts";
import { Id } from "../kit/shapes.ts";
import { oneOf } from "../law/entry.ts";

/** Of a part of a dossier: by the name of a field what was typed, or, of what was declared, the answers as they are kept. */
export const Contents = Type.Record(Type.String(), Type.Unknown());

const TitleDraft = Type.Object({
  item: Type.Integer(),
  title: Type.Optional(Type.String()),
  kind: Type.Optional(Type.String()),
  level: Type.Optional(Type.Integer()),
  yearsOfStudy: Type.Optional(Type.Integer()),
  country: Type.Optional(orNull(Type.String())),
  attestation: Type.Optional(
    orNull(Type.Object({ level: Type.Optional(Type.Integer()), yearsOfStudy: Type.Optional(Type.Integer()) })),
  ),
  awardedOn: Type.Optional(Day),
  startedOn: Type.Optional(orNull(Day)),
});

const PeriodDraft = Type.Object({
  item: Type.Integer(),
  from: Type.Optional(Type.String()),
  to: Type.Optional(orNull(Type.String())),
  share: Type.Optional(
    Type.Union([
      Type.Object({ as: Type.Literal("full") }),
      Type.Object({ as: Type.Literal("percent"), percent: Type.Number() }),
      Type.Object({ as: Type.Literal("hours"), hours: Type.Number(), full: Type.Number() }),
    ]),
  ),
  field: Type.Optional(Type.String()),
});

const RequestDraft = Type.Object({
  source: Type.String(),
  state: Type.Optional(oneOf("refused", "not-yet", "asked", "granted")),
  on: Type.Optional(Type.String()),
});

const PlanDraft = Type.Object({
  held: Type.Optional(Type.Array(Type.Object({ domain: Type.String(), validatedOn: Day, by: Type.String() }))),
  grants: Type.Optional(
    Type.Array(Type.Object({ unit: Type.String(), hours: Type.Number(), protocol: Type.String() })),
  ),
  declined: Type.Optional(Type.Array(Type.String())),
  track: Type.Optional(Type.String()),
  funding: Type.Optional(Type.Array(Type.Object({ source: Type.String(), amount: Type.Optional(Type.Number()) }))),
  requests: Type.Optional(Type.Array(RequestDraft)),
  employer: Type.Optional(Type.String()),
});

export const Draft = Type.Object({
  next: Type.Integer(),
  titles: Type.Array(TitleDraft),
  titlesDone: Type.Optional(Type.Boolean()),
  periods: Type.Array(PeriodDraft),
  periodsDone: Type.Optional(Type.Boolean()),
  corps: Type.Optional(Type.Array(Type.String())),
  waivers: Type.Optional(Type.Array(Type.String())),
  plan: Type.Optional(PlanDraft),
  typed: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

export const ListedFile = Type.Object({
  slot: Type.String(),
  name: Type.String(),
  sha256: Type.String(),
  size: Type.Integer(),
  pages: orNull(Type.Integer()),
});

const Problem = Type.Object({ field: Type.String(), why: oneOf("missing", "wrong", "long") });

export const Task = Type.Object({
  key: Type.String(),
  status: oneOf("done", "problem", "to-do", "in-progress"),
  problems: Type.Array(Problem),
  optional: Type.Boolean(),
  asked: Type.Optional(oneOf("of-choice", "not-of-you", "not-yet-known")),
});

export const Dossier = Type.Object({
  id: Id,
  intake: Type.String(),
  number: Type.String(),
  account: orNull(Type.String()),
  entered: oneOf("online", "paper", "phone"),
  language: oneOf("fr", "en"),
  startedAt: Moment,
  address: orNull(Type.String()),
});

export const Intake = Type.Object({
  id: Id,
  diploma: Type.String(),
  lawVersion: Type.String(),
  state: oneOf("open", "closed"),
  label: Words,
  opensAt: Moment,
  closesAt: Moment,
  entryOn: Day,
  answerBy: orNull(Type.String()),
  interviewsFrom: orNull(Type.String()),
  interviewsTo: orNull(Type.String()),
  places: Type.Integer(),
  fees: Type.Array(Type.Object({ label: Words, key: Type.String(), amount: Type.Integer() })),
  pieces: Type.Array(
    Type.Object({
      pages: Type.Optional(Type.Object({ min: Type.Integer(), max: Type.Integer() })),
      national: Type.Optional(Type.Boolean()),
      label: Words,
      key: Type.String(),
      needed: oneOf("waiver", "always", "experience", "abroad", "relief", "optional"),
      many: Type.Boolean(),
    }),
  ),
  pagesOutside: oneOf("explain", "refuse"),
  interview: Type.Array(Type.Object({ label: Words, key: Type.String(), value: orNull(Type.Integer()) })),
  admissionValidity: Type.Object({ months: Type.Integer() }),
  waitingListRule: Type.Object({ kind: oneOf("none", "ranked"), most: orNull(Type.Integer()) }),
  appeal: Words,
  version: Type.Integer(),
});

export const DossierState = Type.Object({
  state: oneOf("draft", "complement", "submitted", "late", "declined", "withdrawn"),
  dueOn: orNull(Day),
  open: Type.Union([Type.Literal("all"), Type.Array(Type.String())]),
});

export const StoredFile = Type.Object({
  account: Type.String(),
  name: Type.String(),
  id: Id,
  sha256: Type.String(),
  givenSha256: Type.String(),
  notices: Type.Array(oneOf("converted", "place-removed", "restricted", "active")),
  type: oneOf("pdf", "jpeg", "png", "heic"),
  pages: orNull(Type.Integer()),
  copy: Type.String(),
  size: Type.Integer(),
  scan: oneOf("none", "waiting", "clean", "infected"),
  receivedAt: Moment,
  about: Type.String(),
  slot: Type.String(),
  position: Type.Integer(),
  attachedAt: Moment,
  detachedAt: orNull(Moment),
});

export const Submission = Type.Object({
  id: Id,
  place: Type.Integer(),
  number: Type.String(),
  kind: oneOf("complement", "whole"),
  items: Type.Array(Type.String()),
  submittedAt: Moment,
  sentAt: orNull(Moment),
  late: Type.Boolean(),
  closesAt: orNull(Moment),
  contents: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
  files: Type.Array(ListedFile),
  decided: Type.Record(Type.String(), Type.Unknown()),
  shown: Type.String(),
  words: Type.String(),
  means: Type.String(),
  authenticatedAt: Moment,
  checkpoint: orNull(Type.Object({ number: Type.Integer(), hash: Type.String() })),
  by: orNull(Type.String()),
  receivedOn: orNull(Day),
});

export const KeptFact = Type.Object({
  id: Id,
  place: Type.Integer(),
  kind: Type.String(),
  at: Moment,
  by: Type.String(),
  details: Type.Record(Type.String(), Type.Unknown()),
});

export const startInquiry = Type.Object({ token: Type.String(), version: Type.Integer() });

export const saveInquiry = Type.Object({ version: Type.Integer() });

export const eraseInquiry = Nothing;

export const keepAnswer = Type.Object({ number: Type.String(), code: Type.String(), expiresOn: Day });

export const eraseAnswer = Type.Object({ number: Type.String() });

export const openInquiry = Type.Object({
  version: Type.Integer(),
  facts: Type.Record(Type.String(), Type.Unknown()),
  touchedAt: Moment,
});

export const openAnswer = Type.Object({
  number: Type.String(),
  language: oneOf("fr", "en"),
  inputs: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
  answers: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
  createdOn: Day,
  expiresOn: Day,
});
