/** What the office reads: the queue, and one dossier whole, whose opening is noted for the person to see. */
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
import { DECLARED, type Standing, standing as standingFrom } from "../dossier/standing.ts";
import { asking, isConfirmed, officeOpens, wasHandedOver } from "../dossier/hands.ts";
import { dossierState, type DossierState } from "../dossier/rules/state.ts";
import type { Dossier } from "../dossier/rules/dossier.ts";
import type { KeptFact, Submission } from "../dossier/rules/happened.ts";
import { type Draft, EMPTY, known } from "../inquiry/rules/draft.ts";
import { findIntake, type Intake, openedIntakes } from "../intake/intake.ts";
import { minding, type Officer, officersAmong, officersOn } from "./absences/officers.ts";
import { readSearch } from "../dossier/rules/search.ts";
import { GLANCE, GROUPS, type Group, readCursor } from "./rules/queue.ts";
import { leftToSee, partsToSee, type Verdict, verdicts } from "./rules/verdict.ts";
import {
  type Around,
  around,
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
import { dossierChain } from "../dossier/rules/dossier.ts";
import * as gives from "./output.ts";

/** Rows of a page. */
const PAGE = 50;
/** The last millisecond that an address can hold: thirteen figures. */
const LATEST = 9_999_999_999_999;

const Filters = {
  intake: Type.Optional(Id),
  group: Type.Optional(oneOf(...GROUPS)),
  search: Type.Optional(Type.String({ maxLength: 100 })),
  /** Whose: one’s own, nobody’s yet, or those of a colleague’s account. */
  officer: Type.Optional(Type.Union([Type.Literal("mine"), Type.Literal("nobody"), Id])),
  after: Type.Optional(Type.String({ maxLength: 60 })),
};

/** The list one came from: after which of its rows, and when it was shown, as what was dealt with since may stand in it again, further on. */
export const Within = Type.Object(
  {
    ...Filters,
    intake: Id,
    after: Type.String({ maxLength: 60 }),
    shownAt: Type.Integer({ minimum: 0, maximum: LATEST }),
  },
  closed,
);

export type QueuePart = { readonly group: Group | undefined; readonly rows: readonly QueueRow[] };
export type Queue = {
  readonly now: Date;
  /** Those of the school that were opened, the latest first. */
  readonly intakes: Around["intakes"];
  readonly intake: string;
  /** No further than `MOST_IN_GROUP`, and one more; of all groups where all are shown, and of the one that is asked for. */
  readonly counts: Partial<Record<Group, number>>;
  /** Those who may deal with dossiers, and whoever else a row names. */
  readonly colleagues: readonly Officer[];
  readonly parts: readonly QueuePart[];
  /** Those of these rows whose person’s last mail came back. */
  readonly returned: readonly string[];
  /** There are more rows than these. */
  readonly more: boolean;
};

export const seeQueue = defineView({
  name: "seeQueue",
  label: { fr: "Voir la file des dossiers", en: "See the queue of applications" },
  who: "see the dossiers",
  form: Type.Object(Filters, closed),
  gives: gives.seeQueue,
  async read({ tx, input, actor, at, today }): Promise<Queue | undefined> {
    const { intakes, ...here } = await around(tx, today);
    // One that is announced for later does not stand before the one whose dossiers are there.
    const running = intakes.find(({ opensAt }) => opensAt <= at) ?? intakes[0];
    const intake = input.intake === undefined ? running : intakes.find(({ id }) => id === input.intake);
    if (!intake) return intakes.length === 0 && input.intake === undefined ? nothing(at) : undefined;
    const colleagues = await officersAmong(tx, today, here);
    const found = { now: at, intakes, intake: intake.id, colleagues };
    const search = readSearch(input.search ?? "");
    const officer = await officersAsked(tx, input.officer, { actor, today });
    if (input.group === undefined && search === undefined && officer === undefined) {
      const begun = await groupsBegun(tx, intake.id, GLANCE);
      const counts = Object.fromEntries(begun.map(({ group, count }) => [group, count]));
      const parts = GROUPS.flatMap((group) =>
        begun.flatMap(({ rows, ...one }) => (one.group === group && rows.length > 0 ? [{ group, rows }] : [])),
      );
      return { ...found, counts, parts, returned: await returnedIn(tx, parts), more: false };
    }
    const after = readCursor(input.after ?? "");
    const asked = { intake: intake.id, group: input.group, search, officer, after, limit: PAGE + 1 };
    const rows = await queueRows(tx, asked);
    const parts = [{ group: input.group, rows: rows.slice(0, PAGE) }];
    // Of a part of a group, how many the whole group has says nothing.
    const alone = search === undefined && officer === undefined ? input.group : undefined;
    const counts = alone ? { [alone]: await countGroup(tx, intake.id, alone) } : {};
    return { ...found, counts, parts, returned: await returnedIn(tx, parts), more: rows.length > PAGE };
  },
});

function returnedIn(tx: Tx, parts: readonly QueuePart[]): Promise<string[]> {
  return returnedAmong(
    tx,
    parts.flatMap(({ rows }) => rows.map(({ id }) => id)),
  );
}

/** What is one’s own is today also that of whom one stands in for. */
async function officersAsked(
  tx: Tx,
  asked: string | undefined,
  { actor, today }: { readonly actor: Actor; readonly today: Day },
): Promise<WithOfficers["officer"]> {
  if (asked === "nobody") return null;
  if (asked !== "mine") return asked;
  return "account" in actor && actor.account !== undefined ? minding(tx, actor.account, today) : undefined;
}

/** Of whichever intake: a newer one takes nobody’s turn. At most one more than is said. */
export const seeToLookAt = defineView({
  name: "seeToLookAt",
  label: {
    fr: "Voir combien de dossiers attendent un premier regard",
    en: "See how many applications wait for a first look",
  },
  who: "see the dossiers",
  form: Type.Object({}, closed),
  gives: gives.seeToLookAt,
  async read({ tx }) {
    return {
      count: await countToLookAt(
        tx,
        (await openedIntakes(tx)).map(({ id }) => id),
      ),
    };
  },
});

/** All rows of the view on screen, for a spreadsheet. */
export const exportQueue = defineView({
  name: "exportQueue",
  label: { fr: "Exporter la file des dossiers", en: "Export the queue of applications" },
  who: "see the dossiers",
  form: Type.Object({ ...Filters, intake: Id }, closed),
  gives: gives.exportQueue,
  async read({ tx, input, actor, today }) {
    const search = readSearch(input.search ?? "");
    const { intake, group } = input;
    const officer = await officersAsked(tx, input.officer, { actor, today });
    const rows = await queueRows(tx, { intake, group, search, officer, limit: MOST_EXPORTED });
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
  return { now, intakes: [], intake: "", counts: {}, colleagues: [], parts: [], returned: [], more: false };
}

/** `at`: what the list is ordered by. */
export type Next = { readonly id: string; readonly number: string; readonly at?: Date };

export type OfficeDossier = Standing & {
  readonly now: Date;
  readonly dossier: Dossier;
  readonly intake: Intake;
  readonly state: DossierState;
  /** A draft of its author’s, of which nothing that they wrote is here. */
  readonly theirs: boolean;
  readonly attached: readonly StoredFile[];
  readonly submissions: readonly Submission[];
  readonly facts: readonly KeptFact[];
  readonly notes: readonly Note[];
  readonly dues: readonly Due[];
  /** The account of whoever deals with it, and those it may be handed over to. */
  readonly officer: string | null;
  readonly colleagues: readonly Officer[];
  /** By part (`itemsOf`), what the school last said of it. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** The parts to look at of which nothing was said yet. */
  readonly left: readonly string[];
  /** The one to look at after this: in the list one came from, else of the same intake. */
  readonly next: Next | undefined;
  /** Whether the person stands behind what was last handed in. */
  readonly confirmed: boolean;
  /** The person had the code from the school’s own hands. */
  readonly handedOver: boolean;
  /** Where the person is written to; undefined for somebody without an account. */
  readonly contact: Contact | undefined;
  /** The last that was written to them, where it came back. */
  readonly returned: Returned | undefined;
  /** By the name of an actor, who it is. */
  readonly names: Readonly<Record<string, string>>;
};

export const seeDossier = defineView({
  name: "seeDossier",
  label: { fr: "Ouvrir le dossier d’un candidat", en: "Open a candidate’s application" },
  who: "see the dossiers",
  form: Type.Object({ dossier: Id, within: Type.Optional(Within) }, closed),
  gives: gives.seeDossier,
  async read({ tx, input, actor, at, today, law }): Promise<OfficeDossier | undefined> {
    // Few statements, as it is opened all day: each costs a round trip, and its own reading of who may see what.
    const whole = await officeOpens(tx, actor, input.dossier);
    const plain = whole && (await findIntake(tx, whole.dossier.intake));
    const found = plain && law(plain.diploma, { version: plain.lawVersion });
    if (!whole || !plain || !found) return undefined;
    const { dossier, facts, submissions } = whole;
    const intake = asking(plain, dossier);
    const about = dossierChain(dossier.id);
    const whose = dossier.account === null ? null : `account:${dossier.account}`;
    await noteOpening(tx, { about, whose, actor, what: WHAT, at });
    const tos = facts.flatMap(({ details: { to } }) => (typeof to === "string" ? [`account:${to}`] : []));
    const told = [...facts.map(({ by }) => by), ...tos];
    const { notes, dues, officer, contact, staff, absences, named, returned } = await besides(
      tx,
      dossier,
      accountsIn(told),
      today,
    );
    const files = await filesAbout(tx, about);
    const standing = standingFrom(whole.sections, files, intake, found);
    const state = dossierState(whole.history);
    // What a person is writing is theirs until they hand it in: the office sees how far they are, or what they handed in last.
    const theirs = dossier.account !== null && state.state === "draft";
    const last = submissions.at(-1);
    const said = verdicts(facts, submissions);
    const shown = { ...standing, ...(theirs && handedIn(last, found)) };
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
      verdicts: Object.fromEntries(said),
      left: leftToSee(partsToSee({ pieces: intake.pieces, tasks: standing.tasks, files: attached }), said),
      next: input.within
        ? await nextWithin(tx, dossier, { actor, today }, input.within)
        : await nextToCheck(tx, dossier, actor),
      confirmed: isConfirmed(submissions, facts),
      handedOver: wasHandedOver(facts),
      contact,
      returned,
      names: namedAs([...told, ...notes.map(({ by }) => by)], named),
    };
  },
});

/** What was answered waits longest, then what nobody has looked at, then what was begun. */
async function nextToCheck(tx: Tx, { id, intake }: Dossier, actor: Actor): Promise<OfficeDossier["next"]> {
  const account = actor.kind === "account" ? actor.account : null;
  return firstOf(tx, { intake, standings: ["answered", "submitted", "examining"], but: { id, account } });
}

async function nextWithin(
  tx: Tx,
  { id }: Dossier,
  { actor, today }: { readonly actor: Actor; readonly today: Day },
  within: Static<typeof Within>,
): Promise<Next | undefined> {
  const account = actor.kind === "account" ? actor.account : null;
  const [row] = await queueRows(tx, {
    intake: within.intake,
    group: within.group,
    search: readSearch(within.search ?? ""),
    officer: await officersAsked(tx, within.officer, { actor, today }),
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
