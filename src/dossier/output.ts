/** The outputs of this room's acts and views, as API clients receive them. */
import { Type } from "typebox";
import { described, Id } from "../kit/shapes.ts";
import { Draft } from "../inquiry/output.ts";
import { Intake } from "../intake/output.ts";
import { Cents, Day, Kept, Moment, Nothing, Words, orNull, named } from "../kit/output.ts";
import { ROLES } from "../act/permissions.ts";
import { STATIONS } from "../act/way.ts";
import { ENTERED } from "./rules/dossier.ts";
import { oneOf } from "../law/entry.ts";
import { ChargeLine } from "../billing/output.ts";
import { OUTCOMES } from "./rules/identity-request.ts";

/** A section's values by field name; for the declared part, its answers as stored. */
const Contents = described("SectionContents");
export const Sections = Type.Record(Type.String(), Contents, { title: "Sections" });

export const ListedFile = named("ListedFile", {
  slot: Type.String(),
  name: Type.String(),
  sha256: Type.String(),
  size: Type.Integer(),
  pages: orNull(Type.Integer()),
});

const Problem = named("FieldProblem", { field: Type.String(), why: oneOf("missing", "wrong", "long") });

export const Task = named("Task", {
  key: Type.String(),
  status: oneOf("done", "problem", "to-do", "in-progress"),
  problems: Type.Array(Problem),
  optional: Type.Boolean(),
  asked: Type.Optional(oneOf("of-choice", "not-of-you", "not-yet-known")),
});

export const Dossier = named("Dossier", {
  id: Id,
  intake: Type.String(),
  number: Type.String(),
  account: orNull(Type.String()),
  entered: oneOf(...ENTERED),
  language: oneOf("fr", "en"),
  startedAt: Moment,
  address: orNull(Type.String()),
});

export const DossierState = named("DossierState", {
  state: oneOf("draft", "complement", "submitted", "late", "declined", "withdrawn"),
  dueOn: orNull(Day),
  open: Type.Union([Type.Literal("all"), Type.Array(Type.String())]),
});

export const StoredFile = named("AttachedFile", {
  ...ListedFile.properties,
  account: Type.String(),
  id: Id,
  givenSha256: Type.String(),
  notices: Type.Array(oneOf("converted", "place-removed", "restricted", "active")),
  type: oneOf("pdf", "jpeg", "png", "heic"),
  copy: Type.String(),
  scan: oneOf("none", "waiting", "clean", "infected"),
  receivedAt: Moment,
  about: Type.String(),
  position: Type.Integer(),
  attachedAt: Moment,
  detachedAt: orNull(Moment),
});

export const Submission = named("Submission", {
  id: Id,
  place: Type.Integer(),
  number: Type.String(),
  kind: oneOf("complement", "whole"),
  items: Type.Array(Type.String()),
  submittedAt: Moment,
  sentAt: orNull(Moment),
  late: Type.Boolean(),
  closesAt: orNull(Moment),
  contents: Sections,
  files: Type.Array(ListedFile),
  decided: described("Eligibility"),
  shown: Type.String(),
  words: Type.String(),
  means: Type.String(),
  authenticatedAt: Moment,
  checkpoint: orNull(Type.Object({ number: Type.Integer(), hash: Type.String() })),
  by: orNull(Type.String()),
  receivedOn: orNull(Day),
});

export const KeptFact = named("DossierFact", {
  id: Id,
  place: Type.Integer(),
  kind: Type.String(),
  at: Moment,
  by: Type.String(),
  details: Type.Record(Type.String(), Type.Unknown()),
});

const Begun = named("BegunDossier", { dossier: Id, number: Type.String(), new: Type.Boolean() });

const MyDossier = named("MyDossier", {
  ...Dossier.properties,
  state: oneOf("draft", "complement", "submitted", "late", "declined", "withdrawn"),
  dueOn: orNull(Day),
  handedIn: Type.Boolean(),
  intakeFacts: Intake,
});

const SavedSection = named("SavedSection", {
  id: Id,
  section: Type.String(),
  version: Type.Integer(),
  contents: Contents,
  savedAt: Moment,
  savedBy: Type.String(),
});

const WrittenMessage = named("WrittenMessage", {
  at: Moment,
  side: oneOf("person", "school"),
  unread: Type.Boolean(),
  noAnswerAt: orNull(Moment),
});

const OpenedDossier = named("OpenedDossier", {
  sections: Sections,
  draft: Draft,
  files: Type.Array(ListedFile),
  tasks: Type.Array(Task),
  dossier: Dossier,
  intake: Intake,
  state: DossierState,
  saved: Type.Record(Type.String(), SavedSection),
  attached: Type.Array(StoredFile),
  submissions: Type.Array(Submission),
  facts: Type.Array(KeptFact),
  messages: Type.Array(WrittenMessage),
  signing: orNull(Type.Object({ words: Type.String(), shown: Type.String() })),
  now: Moment,
  kept: Kept,
});

const OpenedSection = named("OpenedSection", {
  dossier: Dossier,
  state: DossierState,
  saved: Type.Optional(SavedSection),
});

const Arranged = named("Arrangements", {
  effects: Type.Array(Type.String()),
  other: Type.String(),
  words: Type.String(),
});

export const seeArranged = Type.Object({
  decisions: Type.Array(Type.Object({ dossier: Id, at: Moment, arranged: Arranged })),
});

const ReadConfided = named("ReadConfided", {
  dossier: Id,
  number: Type.String(),
  account: orNull(Type.String()),
  name: orNull(Type.String()),
  withdrawn: Type.Boolean(),
  address: orNull(Type.String()),
  phone: orNull(Type.String()),
  asked: described("Section.accommodations"),
  said: described("Section.accommodations-said"),
  decision: Type.Optional(Type.Object({ ...KeptFact.properties, arranged: Arranged })),
});

const Letter = named("SentLetter", { id: Id, at: Moment, subject: Type.String() });

const Opened = named("DossierOpening", {
  at: Moment,
  roles: Type.Array(oneOf(...ROLES)),
  what: Words,
});

const Followed = named("Followed", {
  opened: OpenedDossier,
  letters: Type.Array(Letter),
  openings: Type.Array(Opened),
  messages: Type.Array(WrittenMessage),
  dues: Type.Array(
    Type.Object({
      id: Id,
      about: Type.String(),
      called: orNull(Type.String()),
      debtor: orNull(Type.String()),
      debtorName: orNull(Type.String()),
      lines: Type.Array(ChargeLine),
      total: Cents,
      reference: Type.String(),
      chargedOn: Day,
      dueOn: Day,
      suspended: Type.Boolean(),
      state: oneOf("paid", "owed", "part-paid", "over-paid", "waived", "refunded", "written-off"),
      balance: Cents,
    }),
  ),
  unread: Type.Integer(),
  unanswered: Type.Integer(),
  confirmed: Type.Boolean(),
});

export const decideArrangements = Nothing;

export const startDossier = Begun;

export const saveSection = Type.Object({ version: Type.Integer(), savedAt: Moment });

export const addFile = Type.Object({ file: Type.String() });

export const removeFile = Nothing;

export const explainPages = Nothing;

export const submitDossier = Type.Object({ submission: Type.String(), late: Type.Boolean() });

export const takeBackDossier = Nothing;

export const withdrawDossier = Nothing;

export const resumeDossier = Nothing;

export const askComplement = Nothing;

export const giveComplement = Type.Object({ submission: Type.String(), late: Type.Boolean() });

export const openFilesOf = Type.Object({
  number: Type.String(),
  files: Type.Array(
    Type.Object({
      id: Id,
      slot: Type.String(),
      piece: orNull(Words),
      name: Type.String(),
      size: Type.Integer(),
      sha256: Type.String(),
      copy: Type.String(),
      scan: oneOf("none", "waiting", "clean", "infected"),
      mine: Type.Boolean(),
    }),
  ),
  back: Type.String(),
});

export const myDossiers = Type.Object({ dossiers: Type.Array(MyDossier) });

const StationSeen = named("StationSeen", {
  dossier: Id,
  station: oneOf(...STATIONS),
  state: oneOf("done", "now", "part", "over"),
  says: Words,
  /** Of exams: all of them were held, and nothing is decided yet. */
  sat: Type.Optional(Type.Literal(true)),
  heading: Words,
  to: orNull(Type.String()),
  ahead: Type.Optional(Type.Boolean()),
});
export const stations = Type.Array(StationSeen);

export const changeContact = Nothing;
export const changeContactFor = Nothing;
const Line = Type.String();
export const contactNow = Type.Object({
  dossier: Id,
  /** With an account, whose mail address the person alone moves. */
  account: Type.Boolean(),
  mail: orNull(Line),
  usedName: Line,
  birthName: Line,
  givenNames: Line,
  bornOn: Line,
  contact: Type.Object({
    phone: Line,
    street: Line,
    streetMore: Line,
    postcode: Line,
    city: Line,
    country: Line,
  }),
});

export const myWay = Type.Object({
  ways: Type.Array(
    Type.Object({
      dossier: Id,
      number: Type.String(),
      diploma: Type.String(),
      lawVersion: Type.String(),
      intake: Words,
      stations,
    }),
  ),
});

export const openDossier = OpenedDossier;

export const openSection = OpenedSection;

export const confidedDossiers = Type.Object({
  rows: Type.Array(
    Type.Object({
      hasSaid: Type.Boolean(),
      decided: Type.Boolean(),
      dossier: Id,
      number: Type.String(),
      name: orNull(Type.String()),
      withdrawn: Type.Boolean(),
      asked: described("Section.accommodations"),
    }),
  ),
  older: orNull(Type.String()),
});

export const readConfided = ReadConfided;

export const followDossier = Followed;

const IdentityLines = Type.Record(Type.String(), Line);
const IdentityRequest = named("IdentityRequest", {
  id: Id,
  dossier: Id,
  at: Moment,
  before: IdentityLines,
  asked: IdentityLines,
  said: Line,
  how: orNull(Line),
  /** The name of the file, whose id is that of the request. */
  proof: orNull(Line),
  outcome: orNull(Type.Object({ kind: oneOf(...OUTCOMES), at: Moment, ground: Line })),
});
const identityNow = { dossier: Id, identity: IdentityLines, requests: Type.Array(IdentityRequest) };
export const askIdentity = Type.Object({ request: Id, dossier: Id });
export const withdrawIdentity = Nothing;
export const acceptIdentity = Nothing;
export const refuseIdentity = Nothing;
export const myIdentity = Type.Object(identityNow);
export const identityOfPerson = Type.Object({
  ...identityNow,
  number: Line,
  name: Line,
  follows: Type.Array(Words),
  enters: Type.Boolean(),
});
/** For a chronology: not the proof, nor what was written about it. */
export const seeIdentities = Type.Object({
  requests: Type.Array(
    Type.Object({
      dossier: Id,
      at: Moment,
      before: IdentityLines,
      asked: IdentityLines,
      outcome: orNull(Type.Object({ kind: oneOf(...OUTCOMES), at: Moment })),
    }),
  ),
});
