/**
 * People who were in training before the school used this service come in by a table: read and shown first, then carried over wholly or
 * not at all. The same file twice has no effect.
 */
import { createHash } from "node:crypto";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../act/act.ts";
import { takeChains } from "../act/chain.ts";
import { actorName } from "../act/permissions.ts";
import { acceptCarried } from "../admission/carried.ts";
import { candidacyChain } from "../admission/rules/candidacy.ts";
import { enterCarried, inviteCarried } from "../dossier/carried.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { nameOf } from "../dossier/standing.ts";
import { openCarried } from "../intake/carried.ts";
import { intakeChain } from "../intake/rules/states.ts";
import { agreeCarried } from "../contracts/carried.ts";
import { contractChain } from "../contracts/rules/facts.ts";
import { enterPayer } from "../billing/payers/carried.ts";
import { payerChain } from "../billing/payers/acts.ts";
import { newId } from "../kit/id.ts";
import { sayList } from "../kit/lang.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { closed } from "../kit/shapes.ts";
import { enrolCarried } from "../training/cohorts/carried.ts";
import { enrolmentChain } from "../training/enrolled.ts";
import { joinIssues } from "../training/lessons/joining.ts";
import { carryLines } from "./carry-lines.ts";
import { gathered } from "./gathered.ts";
import { readApart } from "./reading/reader.ts";
import { nameKey } from "./rules/cells.ts";
import { FileError, type ReadFile } from "./rules/file.ts";
import type { CarriedPerson } from "./rules/person.ts";
import { readTable } from "./rules/table.ts";
import {
  deleteDraft,
  type Draft,
  findCarryOver,
  findDraft,
  insertCarryOver,
  insertDraft,
  insertLine,
} from "./store.ts";
import * as output from "./output.ts";

export const FileId = Type.String({ pattern: "^sha256:[0-9a-f]{64}$", maxLength: 71 });
const PayerKey = Type.String({ minLength: 1, maxLength: 200 });
/** Base64 takes four thirds of the file's maximum, plus a margin. */
const MOST_BASE64 = 2_900_000;

/** A table read and not carried out is deleted after this time. */
export const DRAFT_HOURS = 24;

const fileChain = (id: string) => `carry-over:${id}`;

type Prepared = { readonly id: string; readonly file: ReadFile } | { readonly issues: readonly Issue[] };

/** Reads a file and keeps what it says, so that what carrying it over does can be shown. Nothing else. */
export const readCarryOver = defineAct({
  name: "readCarryOver",
  label: { fr: "Lire un tableau de personnes en formation", en: "Read a table of people in training" },
  who: "carry people over",
  form: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 200 }),
      content: Type.String({ minLength: 1, maxLength: MOST_BASE64 }),
    },
    closed,
  ),
  output: output.readCarryOver,
  writes: ["carry_draft"],
  async prepare({ input, actor }): Promise<Prepared> {
    const bytes = Buffer.from(input.content, "base64");
    const id = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    try {
      return { id, file: await readApart(bytes, { place: actorName(actor) }) };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const { said } = error;
      return { issues: [{ path: "content", message: (lang) => said[lang] }] };
    }
  },
  async perform({ tx, input, actor, at, prepared }) {
    if ("issues" in prepared) return invalid(prepared.issues);
    const { id, file } = prepared;
    if (await findCarryOver(tx, id)) return done({ file: id, carried: true }, fileChain(id));
    await insertDraft(tx, { id, name: input.name, ...file, readBy: actorName(actor) }, at);
    return done({ file: id, carried: false }, fileChain(id));
  },
});

/** Carries out what was shown, computed again on the present data: every line, or none. */
export const carryOver = defineAct({
  name: "carryOver",
  label: { fr: "Reprendre des personnes déjà en formation", en: "Carry over people already in training" },
  who: "carry people over",
  /** `invite`: those with a mail address are sent a link to open an account; `payers`: those to enter in the register, by their keys. */
  form: Type.Object(
    {
      file: FileId,
      invite: Type.Boolean(),
      payers: Type.Optional(Type.Array(PayerKey, { maxItems: 300, uniqueItems: true })),
    },
    closed,
  ),
  output: output.carryOver,
  shows: { lines: true },
  writes: [
    "carry_draft",
    "carry_over",
    "carry_line",
    "intake",
    "dossier",
    "dossier_fact",
    "dossier_section",
    "dossier_confirmation",
    "admission_fact",
    "enrolment",
    "carried_hours",
    "kept_longer",
    "contract_fact",
    "charge",
    "payer",
    "mail",
  ],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const { file, invite, payers: agreed = [] } = input;
    const chain = fileChain(file);
    // Whoever carries the same file over meanwhile waits here, and then finds it done.
    await takeChains(tx, [chain]);
    const before = await findCarryOver(tx, file);
    if (before) {
      // Nothing is left to write: whoever sends it again learns what was done.
      context.changed([]);
      return done({ already: true, people: before.people, minutes: before.minutes }, chain);
    }
    const draft = await findDraft(tx, file);
    if (!draft) return invalid([GONE]);
    const known = await gathered(context, draft);
    const { people: read, faults, newPayers } = readTable(draft, known);
    if (faults.length > 0 || read.length === 0) return invalid([TO_MEND]);
    const otherwise = context.changed(carryLines(read));
    if (otherwise) return otherwise;
    const disagreed = newPayers.filter(({ key }) => !agreed.includes(key));
    if (disagreed.length > 0) return invalid([toEnter(disagreed.map(({ name }) => name))]);
    const entered = new Map(newPayers.map((one) => [one.key, { ...one, id: newId() }]));
    const people = read.map((one) => withPayers(one, entered));
    const payers = new Map([...known.registered, ...entered.values()].map(({ id, name }) => [id, name]));
    const ids = new Map(people.map(({ line }) => [line, { dossier: newId(), enrolment: newId() }]));
    const byCohort = [...Map.groupBy(people, ({ cohort }) => cohort.id).values()].map((own) => ({
      own,
      intake: newId(),
    }));
    await takeChains(tx, [
      ...people.flatMap((one) => chainsOf(one, ids.get(one.line)!)),
      ...byCohort.map(({ intake }) => intakeChain(intake)),
      ...[...entered.values()].map(({ id }) => payerChain(id)),
    ]);
    for (const { id, name } of entered.values()) await enterPayer(context, { id, name });
    for (const { own, intake } of byCohort) {
      const refused = await carryCohort(context, own, { intake, file: draft, ids, payers, invite });
      if (refused) return refused;
    }
    const minutes = people.reduce((all, { followed }) => all + minutesOf(followed), 0);
    const { name, format } = draft;
    await deleteDraft(tx, file);
    await insertCarryOver(tx, { id: file, name, format, people: people.length, minutes, by: actorName(actor), at });
    for (const { line } of people) await keepLine(context, draft, { line, dossier: ids.get(line)!.dossier });
    return done({ already: false, people: people.length, minutes }, chain);
  },
});

/** Each with the payer that is entered for them. */
function withPayers(person: CarriedPerson, entered: ReadonlyMap<string, { readonly id: string }>): CarriedPerson {
  const shares = person.money.shares.map((one) => ({
    ...one,
    payer: one.enters === null ? one.payer : entered.get(nameKey(one.enters))!.id,
  }));
  return { ...person, money: { ...person.money, shares } };
}

type Ids = { readonly dossier: string; readonly enrolment: string };

/** A chain that is taken is written in: nobody without a contract has one of theirs. */
function chainsOf({ money }: CarriedPerson, { dossier, enrolment }: Ids): readonly string[] {
  const contract = money.shares.length > 0 ? [contractChain(dossier)] : [];
  return [candidacyChain(dossier), ...contract, dossierChain(dossier), enrolmentChain(enrolment)];
}

function minutesOf(followed: CarriedPerson["followed"]): number {
  return (followed?.units ?? []).reduce((all, { minutes }) => all + minutes, 0);
}

type Carrying = {
  readonly intake: string;
  readonly file: Draft;
  readonly ids: ReadonlyMap<number, Ids>;
  /** Names of the register, by id. */
  readonly payers: ReadonlyMap<string, string>;
  readonly invite: boolean;
};
type Context = Performing<unknown>;

/** Everybody of one cohort, in an intake of their own. */
async function carryCohort(
  context: Context,
  people: readonly CarriedPerson[],
  { intake, file, ids, payers, invite }: Carrying,
) {
  const { id: cohort, name, startsOn, diploma } = people[0]!.cohort;
  const law = context.law(diploma, { version: people[0]!.cohort.version });
  if (!law) return FORBIDDEN;
  const label = { fr: `Reprise : ${name}`.slice(0, 100), en: `Carried over: ${name}`.slice(0, 100) };
  await openCarried(context, { id: intake, law, label, entryOn: startsOn, people: people.length });
  for (const { line, identity, contact, address, relief, givenOn, contractOn, followed, money } of people) {
    const { dossier, enrolment } = ids.get(line)!;
    const number = await enterCarried(context, {
      id: dossier,
      intake,
      identity,
      contact,
      address,
      from: { file: file.id, line },
    });
    const accepted = await acceptCarried(context, dossier, relief);
    if ("issues" in accepted) return invalid(accepted.issues.map(({ message }) => ({ path: "file", message })));
    const named = nameOf(identity)!;
    await enrolCarried(context, { id: enrolment, dossier, cohort, name: named, contractOn, givenOn, followed });
    const { money: terms } = law.establishment;
    if (terms && money.shares.length > 0)
      await agreeCarried(context, terms, {
        dossier,
        number,
        name: named,
        on: contractOn,
        relief: accepted.relief,
        shares: money.shares.map(({ source, amount, payer }) => ({ source, amount, payer, named: null })),
        billed: money.billed,
        payers,
      });
    if (invite) await inviteCarried(context, dossier);
  }
  const enrolments = people.map(({ line }) => ids.get(line)!.enrolment);
  const conflicts = await joinIssues(context, { cohort, enrolments, path: "file" });
  return conflicts.length > 0 ? invalid(conflicts) : undefined;
}

/** What the file says of one person, kept with what is theirs and erased with it. */
async function keepLine({ tx }: Context, file: Draft, { line, dossier }: { line: number; dossier: string }) {
  const { cells } = file.rows.find((row) => row.line === line)!;
  const said = Object.fromEntries(
    file.head.cells.flatMap((heading, at) => (cells[at] ? [[heading, cells[at]] as const] : [])),
  );
  await insertLine(tx, { file: file.id, line, dossier, cells: said }, dossierChain(dossier));
}

export const dropCarryDraft = defineAct({
  name: "dropCarryDraft",
  label: { fr: "Jeter un tableau lu et non repris", en: "Drop a table that was read and not carried over" },
  who: "let time pass",
  form: Type.Object({ file: FileId }, closed),
  writes: ["carry_draft"],
  async perform({ tx, input: { file } }) {
    return (await deleteDraft(tx, file)) ? done({}, fileChain(file)) : FORBIDDEN;
  },
});

function toEnter(names: readonly string[]): Issue {
  const listed = (lang: "fr" | "en") => sayList(names, lang);
  return issue(
    "payers",
    `Ces payeurs ne sont pas au registre : cochez-les pour les y entrer, ou corrigez leur nom dans votre fichier. ${listed("fr")}.`,
    `These payers are not in the register: tick them to enter them, or mend their name in your file. ${listed("en")}.`,
  );
}

const GONE = issue(
  "file",
  "Ce tableau n’est plus là : choisissez de nouveau le fichier.",
  "This table is gone: choose the file again.",
);
const TO_MEND = issue(
  "file",
  "Ce tableau ne peut pas être repris tel quel : voyez ses cases à corriger. Rien n’a été écrit.",
  "This table cannot be carried over as it is: see the cells to mend. Nothing was written.",
);
