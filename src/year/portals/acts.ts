/** What a person typed on a portal, with the values as they were, and its receipt: nothing is said to be declared without one. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { type Actor, actorName, may } from "../../act/permissions.ts";
import { attachFile } from "../../files/attach.ts";
import { fileProblems } from "../../files/words.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import { findEnrolment } from "../../training/cohorts/enrolment.ts";
import { declareEntry } from "./entries.ts";
import { look, settle } from "./looking.ts";
import { LOOKING_TABLES } from "./looks.ts";
import * as output from "./output.ts";
import { unknownIn } from "./rules/lines.ts";
import { hasReceipt } from "./rules/typed.ts";
import { shownHash } from "./shown.ts";
import { findFile, findLines, insertTyped, portalChain, type StoredLine, typedOf } from "./store.ts";

const Hash = Type.String({ pattern: "^sha256:[0-9a-f]{64}$" });
const Text = (most: number) => Type.String({ minLength: 1, maxLength: most });

/** As many as a page of a portal takes at once. */
const MOST = 50;

export const noteTyped = defineAct({
  name: "noteTyped",
  label: { fr: "Noter ce qui est saisi sur un portail", en: "Note what was typed on a portal" },
  who: "keep the accounts",
  form: Type.Object(
    {
      /** Each with the hash of the values that the reader saw and typed. */
      lines: Type.Array(Type.Object({ line: Id, shown: Hash }, closed), {
        minItems: 1,
        maxItems: MOST,
        uniqueItems: true,
      }),
      on: DaySchema,
      /** The number of the portal's receipt. */
      receipt: Type.Optional(Text(100)),
      /** The receipt itself; of one line alone. */
      upload: Type.Optional(Id),
      /** Why it is typed again. */
      ground: Type.Optional(Text(500)),
    },
    closed,
  ),
  output: output.noteTyped,
  writes: [...LOOKING_TABLES, "portal_typed", "stored_file"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const shown = new Map(input.lines.map((one) => [one.line, one.shown]));
    const lines = await held(context, [...shown.keys()]);
    if (!lines) return FORBIDDEN;
    const changed = lines.filter((line) => shown.get(line.id) !== shownHash(line));
    if (changed.length > 0) return stale({ lines: changed.map((line) => ({ line: line.id, shown: shownHash(line) })) });
    const [first] = lines;
    const entry = declareEntry(context, first!);
    const alike = lines.every(({ portal, declare }) => portal === first!.portal && declare === first!.declare);
    if (lines.length > 1 && (!alike || !entry?.together)) return invalid([refusals.together]);
    if (lines.length > 1 && input.upload !== undefined) return invalid([refusals.oneFile]);
    if (lines.some(({ asked, values }) => asked && unknownIn(values).length > 0)) return invalid([refusals.unknown]);
    if (input.on > today) return invalid([refusals.ahead]);
    if (lines.some(({ asked, happenedOn }) => asked && input.on < happenedOn)) return invalid([refusals.early]);
    const before = Map.groupBy(await typedOf(tx, [...shown.keys()]), ({ line }) => line);
    const ground = input.ground?.trim() || null;
    if (before.size > 0 && ground === null) return invalid([refusals.ground]);
    const receipt = input.receipt?.trim() || null;
    const attached = await attachedTo(context, first!, input.upload);
    if ("issue" in attached) return invalid([attached.issue]);
    const { file } = attached;
    for (const line of lines) {
      const number = (before.get(line.id)?.length ?? 0) + 1;
      const typed = { line: line.id, number, kind: "typed" as const, on: input.on, receipt, file, ground };
      const values = line.asked ? line.values : {};
      await insertTyped(tx, { ...typed, values, by: actorName(actor), at, chain: portalChain(line.file) });
      await settle(context, line);
    }
    return done({ typed: lines.length, received: receipt !== null || file !== null }, portalChain(first!.file));
  },
});

export const noteReceipt = defineAct({
  name: "noteReceipt",
  label: { fr: "Noter l’accusé d’un portail", en: "Note the receipt of a portal" },
  who: "keep the accounts",
  form: Type.Object({ line: Id, on: DaySchema, receipt: Type.Optional(Text(100)), upload: Type.Optional(Id) }, closed),
  output: output.noteReceipt,
  writes: [...LOOKING_TABLES, "portal_typed", "stored_file"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const [line] = (await held(context, [input.line])) ?? [];
    if (!line) return FORBIDDEN;
    const before = await typedOf(tx, [line.id]);
    const last = before.findLast(({ kind }) => kind === "typed");
    if (!last) return invalid([refusals.notTyped]);
    if (hasReceipt(before)) return invalid([refusals.received]);
    if (input.on > today) return invalid([refusals.ahead]);
    if (input.on < last.on) return invalid([refusals.beforeTyped]);
    const receipt = input.receipt?.trim() || null;
    if (receipt === null && input.upload === undefined) return invalid([refusals.nothing]);
    const attached = await attachedTo(context, line, input.upload);
    if ("issue" in attached) return invalid([attached.issue]);
    const noted = { line: line.id, number: before.length + 1, kind: "received" as const, on: input.on, receipt };
    const fact = { ...noted, file: attached.file, values: null, ground: null, by: actorName(actor), at };
    await insertTyped(tx, { ...fact, chain: portalChain(line.file) });
    await settle(context, line);
    return done({ received: true }, portalChain(line.file));
  },
});

/**
 * The lines as the facts say them now, with their files locked; undefined where one is missing, is the actor's own, or is of the State and
 * theirs is not the word of the school.
 */
async function held(context: Performing<unknown>, ids: readonly string[]): Promise<readonly StoredLine[] | undefined> {
  const { tx, actor } = context;
  const files = new Set((await findLines(tx, ids)).map(({ file }) => file));
  await lockChains(tx, [...files].map(portalChain));
  for (const id of files) {
    const file = await findFile(tx, id);
    // An account takes a person's training over after it is noted of them.
    const account = (await findEnrolment(tx, id))?.account ?? file?.account ?? null;
    if (!file || ("account" in actor && actor.account !== undefined && actor.account === account)) return undefined;
    await look(context, { ...file, account });
  }
  const lines = await findLines(tx, ids);
  if (lines.length !== ids.length) return undefined;
  return lines.some((line) => !mayDeclare(actor, line)) ? undefined : lines;
}

/** The published rates are the director's to declare. */
export function mayDeclare(actor: Actor, { event }: Pick<StoredLine, "event">): boolean {
  return may(actor, "keep the accounts") && (event !== "insertion" || may(actor, "publish the figures"));
}

type Attached = { readonly file: string | null } | { readonly issue: ReturnType<typeof issue> };

async function attachedTo(
  { tx, actor, at }: Performing<unknown>,
  { id, file }: StoredLine,
  upload: string | undefined,
): Promise<Attached> {
  if (upload === undefined) return { file: null };
  if (actor.kind !== "account") return { issue: refusals.oneFile };
  const asked = { upload, account: actor.account, about: portalChain(file), slot: `receipt:${id}`, at };
  const attached = await attachFile(tx, asked);
  if (!("problem" in attached)) return attached;
  const { problem } = attached;
  return { issue: { path: "upload", message: (lang) => fileProblems[lang][problem] } };
}

const refusals = {
  together: issue(
    "lines",
    "Ce portail les prend une par une : notez-les de même.",
    "This portal takes them one by one: note them likewise.",
  ),
  oneFile: issue(
    "upload",
    "Un accusé en fichier se joint à une seule ligne : donnez ici le numéro.",
    "A receipt as a file goes with one line: give the number here.",
  ),
  unknown: issue(
    "lines",
    "Une valeur n’est pas connue, faute de présence contresignée : rien ne se saisit à sa place.",
    "A value is not known, for want of countersigned attendance: nothing is typed in its place.",
  ),
  ahead: issue("on", "Ce jour est à venir : notez ce qui est fait.", "This day is still to come: note what is done."),
  early: issue(
    "on",
    "Ce jour vient avant ce qui est déclaré : corrigez-le.",
    "This day comes before what is declared: correct it.",
  ),
  ground: issue("ground", "Dites pourquoi c’est saisi de nouveau.", "Say why it is typed again."),
  notTyped: issue(
    "line",
    "Rien n’est encore noté comme saisi : notez d’abord la saisie.",
    "Nothing is noted as typed yet: note that first.",
  ),
  received: issue("receipt", "L’accusé est déjà noté.", "The receipt is noted already."),
  beforeTyped: issue(
    "on",
    "L’accusé vient avant la saisie : corrigez le jour.",
    "The receipt comes before what was typed: correct the day.",
  ),
  nothing: issue(
    "receipt",
    "Donnez le numéro de l’accusé, ou son fichier.",
    "Give the number of the receipt, or its file.",
  ),
};
