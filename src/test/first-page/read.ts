/**
 * The first page of each person of a life, as they would open it: after the acts of an hour, that evening, and in the morning and the evening
 * of the days below until the next act.
 */
import { sql } from "kysely";
import { withSchool } from "../../db/school.ts";
import { firstPageShown } from "../../house/mine.ts";
import type { Cast } from "../../house/lives/play.ts";
import type { Stage } from "../../house/lives/stage.ts";
import type { Day } from "../../kit/day.ts";
import { html } from "../../kit/html.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { beginsAt, dayIn } from "../../kit/zone.ts";
import { myContracts, myInstalments } from "../../contracts/own-views.ts";
import { readTogether, see } from "../../page/acting.ts";
import type { SignedVisit } from "../../page/page.ts";
import { placeOf } from "../../web/place.ts";
import { contradictions, type Read } from "./rule.ts";

/**
 * The days on which pages are read between two acts: of each line of a person, its first day, its due day, the day after and the day on which
 * it goes; of interviews and exams, the day and the day after; of cohorts, the first day and the day after the last. Not read, so that a
 * life takes seconds: each lesson, the month before an instalment, the last day to withdraw; what these change is tried by tests of their own.
 */
const boundaries = (zone: string) => sql<{ day: Day }>`
  select unnest(array[from_on, due_on, due_on + 1, until_on]) as day from waiting where who like 'account:%' or person like 'account:%' and due_on is not null
  union select unnest(array[held_on, held_on + 1]) from exam_group
  union select unnest(array[d.day, d.day + 1]) from (select (analysis_at at time zone ${zone})::date as day from interview) d
  union select unnest(array[starts_on, ends_on + 1]) from cohort`;

/** The stage of a life that reads its people’s pages on the way to each step; what is contradictory goes to `faults`. */
export function readOnTheWay(stage: Stage, cast: () => Cast, faults: string[]): Stage {
  const { world, establishment } = stage;
  const zone = world.zone(establishment);
  const said = new Set<string>();
  const read = async (at: Date) => {
    for (const one of await readAll({ ...stage, world: { ...world, now: () => at } }, cast()))
      for (const fault of contradictions(one)) {
        // Said once, of the first hour at which it is so.
        if (said.has(fault)) continue;
        said.add(fault);
        faults.push(`${one.at.toISOString()} ${one.name}: ${fault}`);
      }
  };
  const nextDay = async (after: Day): Promise<Day | undefined> =>
    (
      await withSchool(world.db, establishment, (tx) =>
        sql<{ day: Day | null }>`select to_char(min(d.day), 'YYYY-MM-DD') as day from (${boundaries(zone)}) d
          where d.day > ${after}::date`.execute(tx),
      )
    ).rows[0]!.day ?? undefined;
  const walkTo = async (instant: Date): Promise<number> => {
    let due = 0;
    await read(world.now());
    const at = (day: Day, time: string) => beginsAt({ day, time }, zone)!;
    const begun = dayIn(world.now(), zone);
    if (at(begun, EVENING) < instant && at(begun, EVENING) > world.now()) await read(at(begun, EVENING));
    for (let day = await nextDay(begun); day !== undefined; day = await nextDay(day)) {
      if (at(day, MORNING) >= instant) break;
      due += await stage.moveTo(at(day, MORNING));
      await read(world.now());
      if (at(day, EVENING) < instant) await read(at(day, EVENING));
    }
    return due;
  };
  return {
    ...stage,
    moveTo: async (instant) => {
      // A life begins with its first step; steps of one day that follow each other within the hour are read once.
      const due = instant.getTime() - world.now().getTime() > HOUR && begins(cast()) ? await walkTo(instant) : 0;
      return due + (await stage.moveTo(instant));
    },
  };
}

const MORNING = "08:00";
const EVENING = "21:30";
const HOUR = 3_600_000;
const begins = ({ people }: Cast) => [...people.values()].some(({ account }) => account !== undefined);

async function readAll(stage: Stage, { people }: Cast): Promise<Read[]> {
  const reads: Read[] = [];
  for (const { account, address, name, written } of people.values())
    if (account !== undefined && !written.roles && !written.guest)
      reads.push(await readTogether(visitOf(stage, { account, address, name }), pageOf));
  return reads;
}

async function pageOf(visit: SignedVisit): Promise<Read> {
  const { world, today, person, reading, school } = visit;
  const { html: shown, page } = await firstPageShown(visit);
  const { contracts: instalments = [] } = (await see(visit, myInstalments, {})) ?? {};
  const { contracts: signed = [] } = (await see(visit, myContracts, {})) ?? {};
  const { rows: waiting } = await sql<Read["waiting"][number]>`
    select key, chain, part, facts, to_char(due_on, 'YYYY-MM-DD') as "dueOn" from waiting
    where who = ${`account:${person.account}`} and from_on <= ${today}::date and until_on > ${today}::date`.execute(
    reading!.tx,
  );
  const { rows: owed } = await sql<Read["owed"][number]>`
    select c.reference, s.balance, to_char(s.due_on, 'YYYY-MM-DD') as "dueOn" from charge c join charge_state s on s.id = c.id
    where c.debtor = ${`account:${person.account}`} and s.balance > 0 and not s.suspended`.execute(reading!.tx);
  const { rows: mails } = await sql<Read["mails"][number]>`
    select subject, paragraphs::text as text from mail where to_address = ${person.address} and queued_at = ${world.now()}`.execute(
    reading!.tx,
  );
  return {
    name: person.name,
    at: world.now(),
    today,
    zone: school.timezone,
    page,
    payments: instalments.flatMap(({ schedule }) => schedule.payments),
    withdrawals: signed.flatMap(({ withdrawn, lastDay }) => (withdrawn || lastDay === null ? [] : [lastDay])),
    waiting,
    owed,
    mails,
    html: shown.text,
  };
}

type Who = { readonly account: string; readonly address: string; readonly name: string };

/** The visit that the router makes of a session in force; no page of these reads more of the request. */
function visitOf({ world, establishment }: Stage, { account, ...who }: Who): SignedVisit {
  const actor = {
    kind: "account",
    account,
    session: account,
    roles: [],
    means: ["password"],
    authenticatedAt: world.now(),
  } as unknown as SignedVisit["person"]["actor"];
  const person: SignedVisit["person"] = {
    ...who,
    session: account,
    account,
    language: "fr",
    means: ["password"],
    vouchedIn: null,
    authenticatedAt: world.now(),
    roles: [],
    actor,
  };
  return {
    world,
    lang: "fr",
    ...placeOf(world, { school: establishment })!,
    path: "/mon-parcours",
    params: {},
    query: {},
    link: (path, to = "fr") => schoolPath(establishment, to, path),
    csrf: () => html``,
    person,
    session: actor,
    guest: undefined,
    actor,
    request: { method: "GET", ip: "127.0.0.1", cookies: {}, headers: {}, url: "/mon-parcours" } as never,
    reply: {} as never,
  };
}
