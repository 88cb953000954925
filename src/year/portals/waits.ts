/** What waits of what is declared on portals: to type it, to type it again where the facts changed, and its receipt. */
import { sql } from "kysely";
import { type Called, type WaitingKey, type Waits, waits } from "../../act/waiting.ts";
import { addYears, type Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import type { PortalEvent } from "../../law/portals.ts";
import { portalRoutes } from "./pages/routes.ts";
import type { LineState } from "./rules/typed.ts";

type Open = {
  readonly id: string;
  readonly file: string;
  readonly dossier: string | null;
  readonly account: string | null;
  readonly event: PortalEvent;
  readonly part: string;
  readonly state: LineState;
  readonly happenedOn: Day;
  readonly dueOn: Day | null;
  readonly since: Day;
};

/** Nobody asks after what nobody declared for so long. */
const YEARS = 4;

const WHAT: Readonly<Record<PortalEvent, Label>> = {
  entry: { fr: "une entrée en formation", en: "an entry into training" },
  exit: { fr: "une sortie de formation", en: "an exit from training" },
  done: { fr: "un service fait", en: "a service done" },
  month: { fr: "l’assiduité d’un mois", en: "the attendance of a month" },
  insertion: { fr: "l’insertion des diplômés d’une année", en: "the employment of the graduates of a year" },
};

const toLine: WaitingKey["to"] = (_, __, line) => portalRoutes.one.to({ line });
const what = (event: unknown) => WHAT[event as PortalEvent];

export const portalWaits: Waits = waits({
  readBy: "see the year",
  on: "portal",
  after: ["portal_file", "portal_line", "portal_typed"],
  keys: {
    typeOnPortal: {
      answeredBy: ["noteTyped"],
      takenBy: ["keep the accounts", "publish the figures"],
      words: ({ event, again }) => ({
        verb: again
          ? { fr: `Corriger une déclaration : ${what(event).fr}`, en: `Correct a declaration: ${what(event).en}` }
          : { fr: `Déclarer ${what(event).fr}`, en: `Declare ${what(event).en}` },
      }),
      to: toLine,
    },
    awaitReceipt: {
      answeredBy: ["noteReceipt", "noteTyped"],
      takenBy: ["keep the accounts", "publish the figures"],
      words: ({ event }) => ({
        verb: { fr: `Noter l’accusé : ${what(event).fr}`, en: `Note the receipt: ${what(event).en}` },
      }),
      to: toLine,
    },
  },
  async rows({ tx }, ids) {
    const { rows } = await sql<Open>`
      select l.id, l.file, k.dossier, k.account, l.event, l.part, l.state, to_char(l.happened_on, 'YYYY-MM-DD') as "happenedOn",
        to_char(l.due_on, 'YYYY-MM-DD') as "dueOn", to_char(l.since, 'YYYY-MM-DD') as since
      from portal_line l join portal_file k on k.id = l.file
      where l.file = any(${ids}::uuid[]) and l.state <> 'received'`.execute(tx);
    return rows.map(({ id, file, dossier, account, event, part, state, happenedOn, dueOn, since }) => {
      const first = state === "to-type";
      const from = first ? happenedOn : since;
      return {
        id: file,
        key: state === "typed" ? ("awaitReceipt" as const) : ("typeOnPortal" as const),
        part: id,
        who: event === "insertion" ? ("may:publish the figures" as const) : ("may:keep the accounts" as const),
        person: dossier === null ? null : account === null ? `dossier:${dossier}` : `account:${account}`,
        from,
        due: first ? dueOn : null,
        until: addYears(from, YEARS),
        facts: { event, part, again: state === "differs" ? 1 : 0 },
      };
    });
  },
});

/** Somebody's name and the number of their dossier; a year. */
export const portalsCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; name: string | null; year: number | null }>`
    select k.id, e.name, k.year from portal_file k left join enrolment e on e.id = k.id
    where k.id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(
    rows.flatMap(({ id, name, year }) => {
      const said = year === null ? name : { fr: `Année ${String(year)}`, en: `Year ${String(year)}` };
      return said === null ? [] : [[id, said] as const];
    }),
  );
};
