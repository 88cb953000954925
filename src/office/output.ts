/** The outputs of this room's acts and views, as API clients receive them. */
import { Type } from "typebox";
import { Cents, Day, Moment, Nothing, Words, orNull, named } from "../kit/output.ts";
import { COUNTED } from "../act/counting.ts";
import { ENTERED } from "../dossier/rules/dossier.ts";
import { oneOf } from "../law/entry.ts";
import { Id } from "../kit/shapes.ts";
import {
  Dossier,
  DossierState,
  KeptFact,
  ListedFile,
  StoredFile,
  Submission,
  Task,
  Sections,
} from "../dossier/output.ts";
import { Colleague } from "./absences/output.ts";
import { Draft } from "../inquiry/output.ts";
import { Intake } from "../intake/output.ts";

const Standing = oneOf(
  "draft",
  "complement",
  "submitted",
  "late",
  "declined",
  "withdrawn",
  "answered",
  "entering",
  "examining",
  "checked",
);

const QueueRow = named("QueueRow", {
  id: Id,
  number: Type.String(),
  name: orNull(Type.String()),
  entered: oneOf(...ENTERED),
  standing: Standing,
  officer: orNull(Type.String()),
  seen: Type.Integer(),
  parts: Type.Integer(),
  changedAt: Moment,
  submittedAt: orNull(Moment),
  startedAt: Moment,
  dueOn: orNull(Day),
  door: Type.String(),
  eligibility: Type.String(),
  at: Moment,
});

const ChosenRow = named("ChosenRow", {
  ...QueueRow.properties,
  intake: Type.String(),
  language: oneOf("fr", "en"),
  account: orNull(Type.String()),
});

const Chosen = named("Chosen", { intake: Intake, rows: Type.Array(ChosenRow), colleagues: Type.Array(Colleague) });

const Activity = named("OfficeDeed", {
  act: Type.String(),
  actor: Type.String(),
  at: Moment,
  about: Type.Array(
    Type.Union([
      Type.Object({ part: Type.String() }),
      Type.Object({ piece: Type.String() }),
      Type.Object({ receipt: Type.String() }),
    ]),
  ),
});

const ActivityPage = named("ActivityPage", {
  number: Type.String(),
  name: orNull(Type.String()),
  account: orNull(Type.String()),
  intake: Intake,
  deeds: Type.Array(Activity),
  names: Type.Record(Type.String(), Type.String()),
  more: Type.Boolean(),
});

const QueuePart = named("QueuePart", {
  group: Type.Optional(
    oneOf(
      "draft",
      "complement",
      "submitted",
      "late",
      "declined",
      "withdrawn",
      "answered",
      "entering",
      "examining",
      "checked",
      "decided",
      "messages",
      "to-confirm",
    ),
  ),
  rows: Type.Array(QueueRow),
});

const Queue = named("Queue", {
  now: Moment,
  intakes: Type.Array(
    Type.Object({ label: Words, diploma: Type.String(), entryOn: Day, id: Id, opensAt: Moment, closesAt: Moment }),
  ),
  intake: Type.String(),
  counts: Type.Object({
    draft: Type.Optional(Type.Integer()),
    complement: Type.Optional(Type.Integer()),
    submitted: Type.Optional(Type.Integer()),
    late: Type.Optional(Type.Integer()),
    declined: Type.Optional(Type.Integer()),
    withdrawn: Type.Optional(Type.Integer()),
    answered: Type.Optional(Type.Integer()),
    entering: Type.Optional(Type.Integer()),
    examining: Type.Optional(Type.Integer()),
    checked: Type.Optional(Type.Integer()),
    decided: Type.Optional(Type.Integer()),
    messages: Type.Optional(Type.Integer()),
    "to-confirm": Type.Optional(Type.Integer()),
  }),
  colleagues: Type.Array(Colleague),
  parts: Type.Array(QueuePart),
  returned: Type.Array(Type.String()),
  fees: Type.Array(Type.Object({ dossier: Id, balance: Cents })),
  more: Type.Boolean(),
});

const Reach = named("ContactPoint", {
  id: Id,
  mail: orNull(Type.String()),
  phone: orNull(Type.String()),
  balance: orNull(Cents),
});

const Note = named("OfficeNote", { id: Id, by: Type.String(), at: Moment, text: Type.String() });

const Due = named("DossierDue", {
  id: Id,
  dueOn: Day,
  reference: Type.String(),
  total: Cents,
  balance: Cents,
  suspended: Type.Boolean(),
});

const Verdict = named("PartVerdict", {
  conform: Type.Boolean(),
  reason: Type.String(),
  by: Type.String(),
  at: Moment,
  /** To send back as `seen` when judging the part again. */
  place: Type.Integer(),
  outdated: Type.Boolean(),
});

const Contact = named("OfficeContact", { address: Type.String(), name: Type.String(), language: oneOf("fr", "en") });

const Returned = named("ReturnedMail", { mail: Type.String(), at: Moment });

const OfficeDossier = named("OfficeDossier", {
  sections: Sections,
  draft: Draft,
  files: Type.Array(ListedFile),
  tasks: Type.Array(Task),
  now: Moment,
  dossier: Dossier,
  intake: Intake,
  state: DossierState,
  theirs: Type.Boolean(),
  attached: Type.Array(StoredFile),
  submissions: Type.Array(Submission),
  facts: Type.Array(KeptFact),
  notes: Type.Array(Note),
  dues: Type.Array(Due),
  officer: orNull(Type.String()),
  colleagues: Type.Array(Colleague),
  verdicts: Type.Record(Type.String(), Verdict),
  left: Type.Array(Type.String()),
  next: Type.Optional(Type.Object({ id: Id, number: Type.String(), at: Type.Optional(Moment) })),
  confirmed: Type.Boolean(),
  handedOver: Type.Boolean(),
  contact: Type.Optional(Contact),
  name: orNull(Type.String()),
  phone: Type.String(),
  returned: Type.Optional(Returned),
  names: Type.Record(Type.String(), Type.String()),
});

export const noteDossier = Type.Object({ note: Type.String() });

export const acceptLate = Nothing;

export const declineLate = Nothing;

export const assignDossier = Nothing;

export const judgePart = Nothing;

export const judgeRest = Nothing;

export const fixDay = Nothing;

export const seeChosen = Chosen;

export const seeActivity = ActivityPage;

export const seeQueue = Queue;

export const seeToLookAt = Type.Object({ count: Type.Integer() });

export const exportQueue = Type.Object({
  rows: Type.Array(QueueRow),
  besides: Type.Array(Reach),
  colleagues: Type.Array(Colleague),
});

export const seeDossier = OfficeDossier;

export const seeWeeklyCounts = Type.Object({
  /** The Monday of the week. */
  weeks: Type.Array(Type.Object({ week: Day, step: oneOf(...COUNTED), count: Type.Integer() })),
});
