/** What waits for whom, as it is shown: the lines of a first page, and those about one person. */
import { Type } from "typebox";
import { defineView, type Performing } from "../act/act.ts";
import { actorName, may, type Permission, WHO_MAY } from "../act/permissions.ts";
import type { WaitingKey, Waits } from "../act/waiting.ts";
import type { Day } from "../kit/day.ts";
import { closed, Id } from "../kit/shapes.ts";
import { thingsOf } from "../people/guests/things.ts";
import * as output from "./output.ts";
import { type Waiting, waitingAbout, waitingFor } from "./store.ts";

declare module "../act/world.ts" {
  interface House {
    /** What waits for whoever is signed in: built in `house.ts`, from all declarations. */
    readonly myWaiting: ReturnType<typeof myWaitingView>;
    readonly guestWaiting: ReturnType<typeof guestWaitingView>;
    readonly personWaiting: ReturnType<typeof personWaitingView>;
  }
}

/** The most lines of each permission, and of the person. */
const MOST = 20;

type Keys = ReadonlyMap<string, WaitingKey>;

const keysOf = (all: readonly Waits[]): Keys => new Map(all.flatMap(({ keys }) => Object.entries(keys)));

export function myWaitingView(all: readonly Waits[]) {
  const keys = keysOf(all);
  return defineView({
    name: "myWaiting",
    label: { fr: "Voir ce qui m’attend", en: "See what waits for me" },
    who: "mind one’s own account",
    form: Type.Object({}, closed),
    output: output.waiting,
    read: (given) => linesFor(given, keys),
  });
}

export function guestWaitingView(all: readonly Waits[]) {
  const keys = keysOf(all);
  return defineView({
    name: "guestWaiting",
    label: { fr: "Voir ce qui m’attend comme invité", en: "See what waits for me as a guest" },
    who: "be a guest",
    form: Type.Object({}, closed),
    output: output.waiting,
    read: (given) => linesFor(given, keys),
  });
}

/** About a person: what they must do themselves, and what waits for permissions that the reader has. */
export function personWaitingView(all: readonly Waits[]) {
  const keys = keysOf(all);
  return defineView({
    name: "personWaiting",
    label: { fr: "Voir ce qui attend au sujet d’une personne", en: "See what waits about a person" },
    who: "see the dossiers",
    form: Type.Object({ person: Id }, closed),
    output: output.personWaiting,
    async read({ tx, actor, today, input }) {
      const me = actorName(actor);
      const about = [`account:${input.person}`, `dossier:${input.person}`];
      const rows = [];
      for (const person of about) rows.push(...(await waitingAbout(tx, person, today)));
      const mayTake = (who: string) => PERMISSIONS.some((one) => who === `may:${one}` && may(actor, one));
      const seen = rows.filter(({ who }) => about.includes(who) || who === me || mayTake(who));
      return {
        lines: seen.flatMap((row) =>
          lineOf(row, keys, today).map((line) => ({ ...line, theirs: about.includes(row.who) })),
        ),
      };
    },
  });
}

const PERMISSIONS = Object.keys(WHO_MAY) as Permission[];

async function linesFor({ tx, actor, today }: Performing<unknown>, keys: Keys) {
  const me = actorName(actor);
  const permissions = new Set([...keys.values()].flatMap(({ takenBy = [] }) => takenBy));
  const who = [me, ...[...permissions].filter((one) => may(actor, one)).map((one) => `may:${one}`)];
  const things = actor.kind === "guest" ? await thingsOf(tx, actor.guest) : null;
  const rows = await waitingFor(tx, { who, me, things, today, limit: MOST });
  return { lines: rows.filter(isFirst).flatMap((row) => lineOf(row, keys, today)) };
}

/** The same thing may wait for somebody, and later also for everybody with a permission that they have; such rows are neighbours. */
function isFirst(row: Waiting, at: number, all: readonly Waiting[]): boolean {
  const before = all[at - 1];
  return before?.chain !== row.chain || before.key !== row.key || before.part !== row.part;
}

/** A key that this version does not declare any more is not shown: the next act on its chain removes the row. */
function lineOf({ chain, key, part, dueOn, facts }: Waiting, keys: Keys, today: Day) {
  const declared = keys.get(key);
  if (!declared) return [];
  const to = declared.to(chain.slice(chain.indexOf(":") + 1), facts, part);
  const { verb, why = null, otherwise = null, go = verb } = declared.words(facts);
  return [{ chain, key, part, verb, why, otherwise, go, to, dueOn, late: dueOn !== null && dueOn < today }];
}
