/** A file of passages: made and frozen, deposited, received, given up before its deposit; and what was answered of each person. */
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { newId } from "../../kit/id.ts";
import { barred, leaves } from "../../kit/machine.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { dayIn } from "../../kit/zone.ts";
import { DaySchema } from "../../law/entry.ts";
import { enrolmentChain } from "../../training/enrolled.ts";
import * as output from "./output.ts";
import { fileOf, rulesOf, standingOf } from "./reading.ts";
import { PASSAGE, type PassageMove, passageState } from "./rules/passage.ts";
import { stampIn } from "./rules/xml.ts";
import {
  type Answered,
  awardedTo,
  fileChain,
  findPassageFile,
  insertAnswers,
  insertFileFact,
  insertPassageFile,
  itemsOf,
  lockFiles,
  nextNumber,
  type PassageFile,
} from "./store.ts";

/** As many people as one file has at most. */
export const MOST = 200;
const WHO = "prepare the certification";
const People = Type.Array(Id, { minItems: 1, maxItems: MOST, uniqueItems: true });

export const makePassageFile = defineAct({
  name: "makePassageFile",
  from: leaves(PASSAGE, "filed"),
  label: {
    fr: "Préparer un fichier de diplômes pour la Caisse des Dépôts",
    en: "Prepare a file of diplomas for the Caisse des Dépôts",
  },
  who: WHO,
  /** The enrolments of those whose diploma is reported. */
  form: Type.Object({ passages: People }, closed),
  output: output.makePassageFile,
  writes: ["passage_file", "passage_item"],
  async perform(context) {
    const { tx, at, zone, actor, input } = context;
    await lockFiles(tx);
    const found = await rulesOf(context);
    if (!found) return FORBIDDEN;
    const { emitter, mandates } = found.entry;
    if (emitter === undefined || mandates === undefined) return invalid([NO_MANDATE]);
    await lockChains(tx, input.passages.map(enrolmentChain));
    const standing = await standingOf(context, found.entry, await awardedTo(tx, input.passages));
    if (standing.length !== input.passages.length) return FORBIDDEN;
    if (standing.some(({ mandate }) => mandate === undefined)) return invalid([NO_MANDATE]);
    const no = standing.flatMap(({ state }) => barred(PASSAGE, "filed", state));
    if (no.length > 0) return invalid(no.slice(0, 1));
    const certifiers = new Map(standing.map(({ mandate }) => [`${mandate!.client} ${mandate!.contract}`, mandate!]));
    if (certifiers.size > 1) return invalid([ONE_CERTIFIER]);
    const { client, contract } = standing[0]!.mandate!;
    const id = newId();
    const head = { id, emitter, client, contract, stamp: stampIn(at, zone) };
    const items = standing.map(({ enrolment, passage }) => ({ enrolment, passage: passage! }));
    const { sha256 } = fileOf(head, items);
    const dueOn = standing.map((one) => one.dueOn).toSorted()[0]!;
    const number = await nextNumber(tx);
    await insertPassageFile(tx, { ...head, number, sha256, dueOn, madeBy: actorName(actor), at }, items);
    return begun({ file: id, number, sha256 }, fileChain(id));
  },
});

export const depositPassageFile = defineAct({
  name: "depositPassageFile",
  from: leaves(PASSAGE, "deposited"),
  label: { fr: "Noter le dépôt d’un fichier de diplômes", en: "Note the deposit of a file of diplomas" },
  who: WHO,
  form: Type.Object({ file: Id, on: DaySchema }, closed),
  output: output.nothing,
  writes: ["passage_file_fact"],
  perform: (context) => noted(context, "deposited", ""),
});

export const receivePassageFile = defineAct({
  name: "receivePassageFile",
  from: leaves(PASSAGE, "received"),
  label: {
    fr: "Noter l’accusé de réception d’un fichier de diplômes",
    en: "Note the receipt of a file of diplomas",
  },
  who: WHO,
  form: Type.Object({ file: Id, on: DaySchema, receipt: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
  output: output.nothing,
  writes: ["passage_file_fact"],
  perform: (context) => noted(context, "received", context.input.receipt),
});

type InFile = { readonly file: string; readonly on: string };

async function noted(context: Performing<InFile>, kind: "deposited" | "received", said: string) {
  const { tx, today, zone, actor, at, input } = context;
  const held = await heldFile(context, kind);
  if ("outcome" in held) return held.outcome;
  const { file } = held;
  const since = kind === "deposited" ? dayIn(file.madeAt, zone) : file.depositedOn!;
  if (input.on > today || input.on < since) return invalid([WRONG_DAY]);
  await insertFileFact(tx, { file: file.id, kind, on: input.on, said }, { by: actorName(actor), at });
  return done({}, fileChain(file.id));
}

export const dropPassageFile = defineAct({
  name: "dropPassageFile",
  from: leaves(PASSAGE, "dropped"),
  label: {
    fr: "Renoncer à un fichier de diplômes qui n’est pas déposé",
    en: "Give up a file of diplomas that is not deposited",
  },
  who: WHO,
  form: Type.Object({ file: Id, why: Type.String({ minLength: 1, maxLength: 500 }) }, closed),
  output: output.nothing,
  writes: ["passage_file_fact"],
  async perform(context) {
    const { tx, today, actor, at, input } = context;
    const held = await heldFile(context, "dropped");
    if ("outcome" in held) return held.outcome;
    const fact = { file: input.file, kind: "dropped" as const, on: today, said: input.why.trim() };
    if (fact.said === "") return invalid([WHY]);
    await insertFileFact(tx, fact, { by: actorName(actor), at });
    return done({}, fileChain(input.file));
  },
});

export const acceptPassages = defineAct({
  name: "acceptPassages",
  from: leaves(PASSAGE, "accepted"),
  label: { fr: "Noter les diplômes acceptés", en: "Note the diplomas accepted" },
  who: WHO,
  form: Type.Object({ file: Id, on: DaySchema, passages: People }, closed),
  output: output.nothing,
  writes: ["passage_answer"],
  perform: (context) => answered(context, context.input.passages, { kind: "accepted", words: "" }),
});

export const rejectPassage = defineAct({
  name: "rejectPassage",
  from: leaves(PASSAGE, "rejected"),
  label: { fr: "Noter un diplôme rejeté, avec ses mots", en: "Note a diploma rejected, with its words" },
  who: WHO,
  form: Type.Object(
    { file: Id, on: DaySchema, passage: Id, words: Type.String({ minLength: 1, maxLength: 1000 }) },
    closed,
  ),
  output: output.nothing,
  writes: ["passage_answer"],
  perform: (context) => {
    const words = context.input.words.trim();
    if (words === "") return Promise.resolve(invalid([WORDS]));
    return answered(context, [context.input.passage], { kind: "rejected", words });
  },
});

type Said = { readonly kind: "accepted" | "rejected"; readonly words: string };

async function answered(context: Performing<InFile>, passages: readonly string[], said: Said) {
  const { tx, today, actor, at, input } = context;
  const held = await heldFile(context, said.kind, passages);
  if ("outcome" in held) return held.outcome;
  const { file } = held;
  if (input.on > today || input.on < file.receivedOn!) return invalid([WRONG_DAY]);
  const answers = passages.map((enrolment) => ({ enrolment, file: file.id, on: input.on, ...said }));
  await insertAnswers(tx, answers, { by: actorName(actor), at }, (row) => enrolmentChain(String(row.enrolment)));
  return done({}, fileChain(file.id));
}

type Held = { readonly file: PassageFile; readonly items: readonly Answered[] };

/** The file with its chain and those of its people locked, if the move may be made of all of them, or of those named. */
async function heldFile(
  { tx, input }: Performing<{ readonly file: string }>,
  move: PassageMove,
  only?: readonly string[],
): Promise<Held | { readonly outcome: ReturnType<typeof invalid> | typeof FORBIDDEN }> {
  await lockFiles(tx);
  const seen = await itemsOf(tx, input.file);
  const wanted = only ?? seen.map(({ enrolment }) => enrolment);
  await lockChains(tx, [...wanted.map(enrolmentChain), fileChain(input.file)]);
  const file = await findPassageFile(tx, input.file);
  const items = await itemsOf(tx, input.file);
  if (!file) return { outcome: FORBIDDEN };
  const named = items.filter(({ enrolment }) => only === undefined || only.includes(enrolment));
  if (only !== undefined && named.length !== only.length) return { outcome: FORBIDDEN };
  if (file.droppedOn !== null) return { outcome: invalid([DROPPED]) };
  const no = await barredOf(tx, file, named, move);
  return no.length > 0 ? { outcome: invalid(no) } : { file, items };
}

/** An answer is noted again in the last file of a person alone: what came after it stands. */
async function barredOf(
  tx: Performing<unknown>["tx"],
  file: PassageFile,
  items: readonly Answered[],
  move: PassageMove,
): Promise<Issue[]> {
  const [deposited, received] = [file.depositedOn !== null, file.receivedOn !== null];
  const states = items.map(({ answer }) => passageState({ deposited, received, answer }, true));
  const no = (states.length === 0 ? [passageState({ deposited, received, answer: null }, true)] : states).flatMap(
    (state) => barred(PASSAGE, move, state),
  );
  if (no.length > 0) return no.slice(0, 1);
  const answers = move === "accepted" || move === "rejected";
  const enrolments = items.map(({ enrolment }) => enrolment);
  const later = answers ? (await awardedTo(tx, enrolments)).filter((one) => one.file !== file.id) : [];
  return later.length > 0 ? [LATER] : [];
}

const NO_MANDATE = issue(
  "passages",
  "L’école n’a pas de mandat pour transmettre ce diplôme : c’est au certificateur de le faire.",
  "The school has no mandate to report this diploma: the certifier does.",
);
const ONE_CERTIFIER = issue(
  "passages",
  "Un fichier n’a qu’un certificateur : choisissez des diplômes du même.",
  "A file has one certifier: choose diplomas of the same one.",
);
const WRONG_DAY = issue(
  "on",
  "Donnez le jour de l’étape : après celui de l’étape d’avant, et au plus tard aujourd’hui.",
  "Give the day of the step: after that of the step before, and today at the latest.",
);
const WHY = issue("why", "Dites pourquoi.", "Say why.");
const WORDS = issue("words", "Recopiez les mots du rejet.", "Copy the words of the rejection.");
const DROPPED = issue("file", "Ce fichier est abandonné.", "This file is given up.");
const LATER = issue(
  "passages",
  "Ce diplôme est dans un fichier plus récent : notez la réponse dans celui-là.",
  "This diploma is in a later file: note the answer in that one.",
);
