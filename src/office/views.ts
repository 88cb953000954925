/** The office's views: the queue, and whole dossiers, whose opening is recorded for the person to see. */
import { type Static, Type } from "typebox";
import { type Actor, defineView } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { oneOf } from "../law/entry.ts";
import { accountsIn, namedAs } from "../people/contact.ts";
import type { Contact } from "../mail/address.ts";
import { filesAbout, type StoredFile } from "../files/attach.ts";
import { noteOpening } from "../openings/openings.ts";
import type { Law } from "../law/law.ts";
import { DECLARED, nameOf, type Standing, standing as standingFrom } from "../dossier/standing.ts";
import { asking, isConfirmed, officeOpens, wasHandedOver } from "../dossier/hands.ts";
import { dossierState, type DossierState } from "../dossier/rules/state.ts";
import type { Dossier } from "../dossier/rules/dossier.ts";
import type { KeptFact, Submission } from "../dossier/rules/happened.ts";
import { type Draft, EMPTY, known } from "../inquiry/rules/draft.ts";
import { findIntake, type Intake, openedIntakes } from "../intake/intake.ts";
import { minding, type Officer, officersAmong, officersOn } from "./absences/officers.ts";
import { readSearch } from "../dossier/rules/search.ts";
import { FEES, GLANCE, GROUPS, type Group, isOver, OUTCOMES, readCursor, SORTS } from "./rules/queue.ts";
import { leftToSee, partsToSee, type Verdict, verdicts } from "./rules/verdict.ts";
import {
  type Around,
  around,
  balancesOf,
  besides,
  countGroup,
  countToLookAt,
  type Due,
  firstOf,
  groupsBegun,
  type Note,
  queueRows,
  type QueueRow,
  reachOf,
  type Returned,
  returnedAmong,
  type WithOfficers,
} from "./store.ts";
import { Id, closed } from "../kit/shapes.ts";
import { changedSince } from "../dossier/rules/changed.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { lineOf } from "../dossier/rules/sections.ts";
import * as output from "./output.ts";

/** Rows per page. */
const PAGE = 50;
/** The latest millisecond that fits a cursor: thirteen digits. */
export const LATEST = 9_999_999_999_999;

const Filters = {
  intake: Type.Optional(Id),
  group: Type.Optional(oneOf(...GROUPS)),
  search: Type.Optional(Type.String({ maxLength: 100 })),
  /** The officer: the reader, none, or a colleague's account. */
  officer: Type.Optional(Type.Union([Type.Literal("mine"), Type.Literal("nobody"), Id])),
  /** The way in, and the outcome, that the last submission was answered with. */
  door: Type.Optional(Type.String({ maxLength: 40 })),
  eligibility: Type.Optional(oneOf(...OUTCOMES)),
  fee: Type.Optional(oneOf(...FEES)),
  /** Submitted so many days ago at least. */
  age: Type.Optional(Type.Integer({ minimum: 1, maximum: 400 })),
  sort: Type.Optional(oneOf(...SORTS)),
  desc: Type.Optional(Type.Boolean()),
  after: Type.Optional(Type.String({ maxLength: 60 })),
};

type Filtered = Pick<
  Static<ReturnType<typeof Type.Object<typeof Filters>>>,
  "group" | "search" | "officer" | "door" | "eligibility" | "fee" | "age" | "sort" | "desc"
>;

/** The same for every reader of a list: the queue, its export, the next dossier of it. */
async function listOf(
  tx: Tx,
  input: Filtered,
  reader: { readonly actor: Actor; readonly today: Day; readonly at: Date },
) {
  const { group, door, eligibility, fee, age, sort, desc } = input;
  return {
    group,
    door,
    eligibility,
    fee,
    sort,
    desc,
    search: readSearch(input.search ?? ""),
    officer: await officersAsked(tx, input.officer, reader),
    submittedBy: age === undefined ? undefined : new Date(reader.at.getTime() - age * 86_400_000),
  };
}

/** The reader's list: the current row, and when it was shown, since dossiers handled since may reappear further on. */
export const Within = Type.Object(
  {
    // Of the dossier's own intake, unless another is named.
    ...Filters,
    after: Type.String({ maxLength: 60 }),
    shownAt: Type.Integer({ minimum: 0, maximum: LATEST }),
  },
  closed,
);

export type QueuePart = { readonly group: Group | undefined; readonly rows: readonly QueueRow[] };
export type Queue = {
  readonly now: Date;
  /** Opened intakes, latest first. */
  readonly intakes: Around["intakes"];
  readonly intake: string;
  /** Counts up to `MOST_IN_GROUP` plus one; of every group if all are shown, else of the requested one. */
  readonly counts: Partial<Record<Group, number>>;
  /** Officers who may handle dossiers. */
  readonly colleagues: readonly Officer[];
  readonly parts: readonly QueuePart[];
  /** Rows whose person’s last mail bounced. */
  readonly returned: readonly string[];
  /** What is owed for each row that has a fee, in cents. */
  readonly fees: readonly { readonly dossier: string; readonly balance: number }[];
  /** Whether there are more rows. */
  readonly more: boolean;
};

export const seeQueue = defineView({
  name: "seeQueue",
  label: { fr: "Voir la file des dossiers", en: "See the queue of applications" },
  who: "see the dossiers",
  form: Type.Object(Filters, closed),
  output: output.seeQueue,
  async read({ tx, input, actor, at, today }): Promise<Queue | undefined> {
    const { intakes, ...here } = await around(tx, today);
    // An intake announced for later comes after the one with dossiers.
    const running = intakes.find(({ opensAt }) => opensAt <= at) ?? intakes[0];
    const intake = input.intake === undefined ? running : intakes.find(({ id }) => id === input.intake);
    if (!intake) return intakes.length === 0 && input.intake === undefined ? nothing(at) : undefined;
    const colleagues = await officersAmong(tx, today, here);
    const shared = { now: at, intakes, intake: intake.id, colleagues };
    const { group, ...list } = await listOf(tx, input, { actor, today, at });
    const isWhole = Object.values(list).every((one) => one === undefined);
    if (group === undefined && isWhole) {
      const begun = await groupsBegun(tx, intake.id, GLANCE);
      const counts = Object.fromEntries(begun.map(({ group, count }) => [group, count]));
      const parts = GROUPS.filter((group) => !isOver(group)).flatMap((group) =>
        begun.flatMap(({ rows, ...one }) => (one.group === group && rows.length > 0 ? [{ group, rows }] : [])),
      );
      return { ...shared, counts, parts, ...(await besideRows(tx, parts)), more: false };
    }
    const after = readCursor(input.after ?? "");
    const rows = await queueRows(tx, { intake: intake.id, group, ...list, after, limit: PAGE + 1 });
    const parts = [{ group, rows: rows.slice(0, PAGE) }];
    // The size of the whole group would be misleading under a filter.
    const { sort: _sort, desc: _desc, ...filters } = list;
    const alone = Object.values(filters).every((one) => one === undefined) ? group : undefined;
    const counts = alone ? { [alone]: await countGroup(tx, intake.id, alone) } : {};
    return { ...shared, counts, parts, ...(await besideRows(tx, parts)), more: rows.length > PAGE };
  },
});

async function besideRows(tx: Tx, parts: readonly QueuePart[]): Promise<Pick<Queue, "returned" | "fees">> {
  const ids = parts.flatMap(({ rows }) => rows.map(({ id }) => id));
  const [balances, returned] = await Promise.all([balancesOf(tx, ids), returnedAmong(tx, ids)]);
  const fees = ids.flatMap((dossier) => {
    const balance = balances.get(dossierChain(dossier));
    return balance === undefined ? [] : [{ dossier, balance }];
  });
  return { returned, fees };
}

/** `mine` includes the officers the reader stands in for today. */
async function officersAsked(
  tx: Tx,
  asked: string | undefined,
  { actor, today }: { readonly actor: Actor; readonly today: Day },
): Promise<WithOfficers["officer"]> {
  if (asked === "nobody") return null;
  if (asked !== "mine") return asked;
  return "account" in actor && actor.account !== undefined ? minding(tx, actor.account, today) : undefined;
}

/** In all opened intakes: a new one must not hide an older one's dossiers. Counted up to one past the limit shown. */
export const seeToLookAt = defineView({
  name: "seeToLookAt",
  label: {
    fr: "Voir combien de dossiers attendent un premier regard",
    en: "See how many applications wait for a first look",
  },
  who: "see the dossiers",
  form: Type.Object({}, closed),
  output: output.seeToLookAt,
  async read({ tx }) {
    return {
      count: await countToLookAt(
        tx,
        (await openedIntakes(tx)).map(({ id }) => id),
      ),
    };
  },
});

/** All rows of the current view, for a spreadsheet. */
export const exportQueue = defineView({
  name: "exportQueue",
  label: { fr: "Exporter la file des dossiers", en: "Export the queue of applications" },
  who: "see the dossiers",
  form: Type.Object({ ...Filters, intake: Id }, closed),
  output: output.exportQueue,
  async read({ tx, input, actor, today, at }) {
    const list = await listOf(tx, input, { actor, today, at });
    const rows = await queueRows(tx, { intake: input.intake, ...list, limit: MOST_EXPORTED });
    const reach = await reachOf(
      tx,
      rows.map(({ id }) => id),
    );
    const besides = rows.map(({ id }) => reach.get(id)!);
    return { rows, besides, colleagues: await officersOn(tx, today) };
  },
});

const MOST_EXPORTED = 100_000;

function nothing(now: Date): Queue {
  return { now, intakes: [], intake: "", counts: {}, colleagues: [], parts: [], returned: [], fees: [], more: false };
}

/** `at`: the list's ordering value. */
export type Next = { readonly id: string; readonly number: string; readonly at?: Date };

export type OfficeDossier = Standing & {
  readonly now: Date;
  readonly dossier: Dossier;
  readonly intake: Intake;
  readonly state: DossierState;
  /** An unsubmitted draft, whose contents are left out. */
  readonly theirs: boolean;
  readonly attached: readonly StoredFile[];
  readonly submissions: readonly Submission[];
  readonly facts: readonly KeptFact[];
  readonly notes: readonly Note[];
  readonly dues: readonly Due[];
  /** The officer's account, and the colleagues it may be assigned to. */
  readonly officer: string | null;
  readonly colleagues: readonly Officer[];
  /** The last verdict by part (`itemsOf`). */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Parts without a verdict yet. */
  readonly left: readonly string[];
  /** The next dossier: in the reader's list, else in the same intake. */
  readonly next: Next | undefined;
  /** Whether the person stands behind the last submission. */
  readonly confirmed: boolean;
  /** Confirmed with a code the school handed over. */
  readonly handedOver: boolean;
  /** The account's contact; undefined without an account. */
  readonly contact: Contact | undefined;
  /** As they hold now, whatever was handed in; the telephone is empty where there is none. */
  readonly name: string | null;
  readonly phone: string;
  /** The last mail to them, if it bounced. */
  readonly returned: Returned | undefined;
  /** Names by actor. */
  readonly names: Readonly<Record<string, string>>;
};

export const seeDossier = defineView({
  name: "seeDossier",
  label: { fr: "Ouvrir le dossier d’un candidat", en: "Open a candidate’s application" },
  who: "see the dossiers",
  form: Type.Object({ dossier: Id, within: Type.Optional(Within) }, closed),
  output: output.seeDossier,
  async read({ tx, input, actor, at, today, law }): Promise<OfficeDossier | undefined> {
    // Few statements, asked at once, since it is opened all day: each costs a row-level security check.
    const whole = await officeOpens(tx, actor, input.dossier);
    if (!whole) return undefined;
    const { dossier, facts, submissions } = whole;
    const about = dossierChain(dossier.id);
    const tos = facts.flatMap(({ details: { to } }) => (typeof to === "string" ? [`account:${to}`] : []));
    const actors = [...facts.map(({ by }) => by), ...tos];
    const [plain, beside, files, next] = await Promise.all([
      findIntake(tx, dossier.intake),
      besides(tx, dossier, accountsIn(actors), today),
      filesAbout(tx, about),
      input.within ? nextWithin(tx, dossier, { actor, today, at }, input.within) : nextToCheck(tx, dossier, actor),
    ]);
    const dossierLaw = plain && law(plain.diploma, { version: plain.lawVersion });
    if (!plain || !dossierLaw) return undefined;
    const intake = asking(plain, dossier);
    const whose = dossier.account === null ? null : `account:${dossier.account}`;
    await noteOpening(tx, { about, whose, actor, what: WHAT, at });
    const { notes, dues, officer, contact, staff, absences, named, returned } = beside;
    const standing = standingFrom(whole.sections, files, intake, dossierLaw, today);
    const state = dossierState(whole.history);
    // A draft is private until submitted: the office sees its progress, or the last submission.
    const theirs = dossier.account !== null && state.state === "draft";
    const last = submissions.at(-1);
    const judged = verdicts(facts, submissions);
    const shown = { ...standing, ...(theirs && handedIn(last, dossierLaw)) };
    // What is being typed is private: what counts is then the section as it was handed in.
    const savedAt = (key: string) => {
      const at = whole.sections.find(({ section }) => section === key)?.savedAt ?? dossier.startedAt;
      return theirs && last && last.submittedAt < at ? last.submittedAt : at;
    };
    const now = (key: string) => ({ ...shown.sections[key], ...changedSince(facts, key, savedAt(key)) });
    const held = new Set(last?.files.map(({ sha256 }) => sha256));
    const attached = files.filter(({ sha256 }) => !theirs || held.has(sha256));
    return {
      ...shown,
      theirs,
      now: at,
      dossier,
      intake,
      state,
      attached,
      submissions,
      facts,
      notes,
      dues,
      officer,
      colleagues: (await officersAmong(tx, today, { staff, absences })).filter(
        ({ account }) => account !== dossier.account,
      ),
      verdicts: Object.fromEntries(judged),
      left: leftToSee(partsToSee({ pieces: intake.pieces, tasks: standing.tasks, files: attached }), judged),
      next,
      confirmed: isConfirmed(submissions, facts),
      handedOver: wasHandedOver(facts),
      contact,
      name: nameOf(now("identity")),
      phone: lineOf(now("contact"), "phone"),
      returned,
      names: namedAs([...actors, ...notes.map(({ by }) => by)], named),
    };
  },
});

/** Answered dossiers first, then unseen ones, then those under examination. */
async function nextToCheck(tx: Tx, { id, intake }: Dossier, actor: Actor): Promise<OfficeDossier["next"]> {
  const account = actor.kind === "account" ? actor.account : null;
  return firstOf(tx, { intake, standings: ["answered", "submitted", "examining"], but: { id, account } });
}

async function nextWithin(
  tx: Tx,
  { id, intake }: Dossier,
  reader: { readonly actor: Actor; readonly today: Day; readonly at: Date },
  within: Static<typeof Within>,
): Promise<Next | undefined> {
  const account = reader.actor.kind === "account" ? reader.actor.account : null;
  const [row] = await queueRows(tx, {
    intake: within.intake ?? intake,
    ...(await listOf(tx, within, reader)),
    after: readCursor(within.after),
    until: new Date(within.shownAt),
    but: { id, account },
    limit: 1,
  });
  return row && { id: row.id, number: row.number, at: row.at };
}

function handedIn(last: Submission | undefined, law: Law): Pick<Standing, "sections" | "draft" | "files"> {
  const sections = (last?.contents ?? {}) as Standing["sections"];
  const declared = sections[DECLARED] as unknown as Partial<Draft> | undefined;
  return { sections, draft: known(law.diploma, { ...EMPTY, ...declared }), files: last?.files ?? [] };
}

const WHAT = { fr: "le dossier", en: "the application" };
