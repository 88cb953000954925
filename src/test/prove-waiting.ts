/**
 * `npm run prove:waiting`: in schools of 300 and of 3 000 dossiers, each role reads of what waits exactly what the doctor derives: each count
 * of a group is what the rows sorted one by one come to, the badge what is due, and its pages list each thing once. The second way of counting
 * shares no query with the pages. LIVRET_PROOF=small: 300.
 */
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import { view } from "../act/act.ts";
import { type Actor, may, type Permission, ROLES, type Role, WHO_MAY } from "../act/permissions.ts";
import { waitingFaults } from "../act/waiting.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { addDays, mondayOf } from "../kit/day.ts";
import { dayIn, wallIn } from "../kit/zone.ts";
import { dueFor } from "../waiting/badge.ts";
import { GROWN_SCHOOL as SCHOOL, grownWorld } from "./grown.ts";
import { startPostgres } from "./postgres.ts";

const SIZES = process.env.LIVRET_PROOF === "small" ? [300] : [300, 3_000];
/** Candidates and trainees for whom something waits by name. */
const PERSONS = 40;
/** The page says «more than a hundred», and the badge «99». */
const [MOST_COUNTED, MOST_ON_BADGE] = [101, 99];

type Row = {
  readonly chain: string;
  readonly key: string;
  readonly part: string;
  readonly who: string;
  readonly person: string | null;
  readonly from: Day;
  readonly time: string | null;
  readonly due: Day | null;
  readonly until: Day;
  readonly except: readonly string[];
  readonly putOff: Day | null;
};
type Placed = Row & { readonly group: string; readonly alone: boolean };

const postgres = await startPostgres();
if (!postgres) {
  console.log("The Debian package postgresql-17 is not installed.\n\n0 passed, 1 failed");
  process.exit(1);
}
const outcomes: boolean[] = [];
for (const dossiers of SIZES) await prove(dossiers);
await postgres.stop();
const failed = outcomes.filter((fine) => !fine).length;
console.log(`\n${outcomes.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function prove(dossiers: number): Promise<void> {
  const { world, close } = await grownWorld(postgres!.url, dossiers);
  const zone = world.zone(SCHOOL);
  const now = world.now();
  const { day: today, time } = { day: dayIn(now, zone), time: wallIn(now, zone).time };
  const law = (diploma: string, which: Parameters<World["law"]>[2]) => world.law(SCHOOL, diploma, which);
  const faults = await withSchool(world.db, SCHOOL, (tx) =>
    waitingFaults({ tx, establishment: SCHOOL, zone, law }, world.waits, today),
  );
  say(
    faults.length === 0,
    `${dossiers} dossiers: what waits is what the doctor derives`,
    faults.slice(0, 5).join(", "),
  );
  const rows = await rowsOf(world);
  const named = [
    ...new Set(rows.flatMap(({ who }) => (who.startsWith("account:") ? who.slice("account:".length) : []))),
  ];
  const readers: (readonly [string, Actor])[] = [
    ...ROLES.map((role) => [role, accountOf(world, randomUUID(), [role])] as const),
    ...named.slice(0, PERSONS).map((account) => ["a person", accountOf(world, account, [])] as const),
  ];
  for (const [name, actor] of readers) {
    const placed = placedFor(world, actor, rows, today, time);
    await compare(world, actor, placed, `${dossiers} dossiers, ${name}`, { today, time });
  }
  await close();
}

function accountOf(world: World, account: string, roles: readonly Role[]): Actor {
  return { kind: "account", account, session: randomUUID(), roles, authenticatedAt: world.now() };
}

async function rowsOf(world: World): Promise<readonly Row[]> {
  return withSchool(world.db, SCHOOL, async (tx) => {
    const { rows } = await sql<Row>`
      select chain, key, part, who, person, from_on::text as "from", from_time as "time", due_on::text as due, until_on::text as until,
        except_for as "except", put_off_until::text as "putOff" from waiting`.execute(tx);
    return rows;
  });
}

/** Each thing that the reader sees, once, in its group. */
function placedFor(world: World, actor: Actor, rows: readonly Row[], today: Day, time: string): readonly Placed[] {
  const me = actor.kind === "account" ? `account:${actor.account}` : "";
  const keys = new Map(world.waits.flatMap((declared) => Object.entries(declared.keys)));
  const permissions = [...new Set([...keys.values()].flatMap(({ takenBy = [] }) => takenBy))].filter((one) =>
    may(actor, one),
  );
  const readers = [me, ...permissions.map((one) => `may:${one}`)];
  const shown = rows.filter(
    ({ who, person, from, time: since, until, except }) =>
      readers.includes(who) &&
      (from < today || (from === today && (since ?? "") <= time)) &&
      until > today &&
      (who === me || (person !== me && !except.includes(me))),
  );
  const sunday = addDays(mondayOf(today), 6);
  const groupOf = ({ key, who, due, putOff }: Row) => {
    if (putOff !== null && putOff > today) return "putOff";
    if (due !== null && due < today) return "late";
    if (keys.get(key)?.remindedBy !== undefined && who.startsWith("may:")) return "others";
    if (due === null) return "open";
    return due === today ? "today" : due <= sunday ? "week" : "later";
  };
  const rank = (row: Row) => [row.who === me ? 0 : 1, row.from, readers.indexOf(row.who)] as const;
  return [...Map.groupBy(shown, ({ chain, key, part }) => `${chain} ${key} ${part}`).values()].map((same) => {
    const first = same.toSorted((a, b) => compareRanks(rank(a), rank(b)))[0]!;
    const alone = first.who === me || WHO_MAY[first.who.slice("may:".length) as Permission].length <= 1;
    return { ...first, group: groupOf(first), alone };
  });
}

type Rank = readonly [number, string, number];
function compareRanks(a: Rank, b: Rank): number {
  return a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : a[2] - b[2]);
}

type At = { readonly today: Day; readonly time: string };

async function compare(world: World, actor: Actor, placed: readonly Placed[], name: string, at: At): Promise<void> {
  const ask = async (input: object) => {
    const read = await view(world, world.house.myWaiting, { actor, establishment: SCHOOL, input });
    if (read.kind !== "found") throw new Error(`${name}: ${read.kind}`);
    return read.value;
  };
  const kinds = Map.groupBy(placed, ({ key, group, alone }) => `${key}, ${group}, ${alone ? "alone" : "shared"}`);
  const expected = Object.fromEntries([...kinds].map(([kind, { length }]) => [kind, Math.min(length, MOST_COUNTED)]));
  const home = await ask({});
  const read = Object.fromEntries(
    home.counts.map(({ key, group, alone, count }) => [`${key}, ${group}, ${alone ? "alone" : "shared"}`, count]),
  );
  const differs = [...new Set([...Object.keys(expected), ...Object.keys(read)])].filter(
    (kind) => expected[kind] !== read[kind],
  );
  const said = differs.map((kind) => `${kind}: ${read[kind] ?? 0} read, ${expected[kind] ?? 0} derived`).join("; ");
  say(differs.length === 0, `${name}: ${placed.length} things in ${kinds.size} counts`, said);
  const lost = [...kinds.keys()].filter(
    (kind) => !home.lines.some(({ key, group, alone }) => kind === `${key}, ${group}, ${alone ? "alone" : "shared"}`),
  );
  say(lost.length === 0, `${name}: each count stands with its first lines`, lost.join(", "));
  const due = placed.filter(
    ({ due, putOff }) => due !== null && due <= at.today && (putOff === null || putOff <= at.today),
  );
  const badge = await dueFor(world, actor, { establishment: SCHOOL, ...at, standsInFor: async () => [] })();
  say(badge === Math.min(due.length, MOST_ON_BADGE), `${name}: the badge says ${badge}`, `${due.length} are due`);
  for (const [kind, things] of kinds) {
    if (things.length <= 30) continue;
    const [{ key, group, alone }] = things as [Placed];
    const listed: string[] = [];
    for (let page = 1, more = true; more; page++) {
      const { lines, more: further } = await ask({ key, group, alone, page });
      listed.push(...lines.map((line) => `${line.chain} ${line.part}`));
      more = further;
    }
    const all = things.map(({ chain, part }) => `${chain} ${part}`);
    say(
      isDeepStrictEqual(listed.toSorted(), all.toSorted()),
      `${name}: the pages of ${kind} list all ${all.length}`,
      `${listed.length} listed, ${new Set(listed).size} of them once`,
    );
  }
}

/** A person’s line is told where it is wrong; a role’s always. */
function say(fine: boolean, text: string, otherwise: string): void {
  outcomes.push(fine);
  if (!fine || !text.includes("a person")) console.log(`${fine ? "✓" : "✗"} ${text}${fine ? "" : `: ${otherwise}`}`);
}
