/** What waits for whom, as it is shown: the lines of a first page, and those about one person. */
import { type Static, Type } from "typebox";
import { defineAct, defineView, done, FORBIDDEN, invalid, type Performing } from "../act/act.ts";
import { type Actor, actorName, may, type Permission, WHO_MAY } from "../act/permissions.ts";
import { arrangeRow, type Called, type WaitingKey, type Waits } from "../act/waiting.ts";
import { addDays, type Day } from "../kit/day.ts";
import { issue } from "../kit/schema.ts";
import { DaySchema, oneOf } from "../law/entry.ts";
import { colleaguesWho } from "../people/contact.ts";
import { closed, Id } from "../kit/shapes.ts";
import { lastDays, thingsOf } from "../people/guests/things.ts";
import { isArranged, type Keys, said } from "./lines.ts";
import { wallIn } from "../kit/zone.ts";
import * as output from "./output.ts";
import { spansOn, WAITING_GROUPS, type WaitingGroup } from "./rules/groups.ts";
import { lockedWaiting, type OneWaiting, type Waiting, waitingAbout, waitingFor } from "./store.ts";

declare module "../act/world.ts" {
  interface House {
    /** What waits for whoever is signed in: built in `house.ts`, from all declarations. */
    readonly myWaiting: ReturnType<typeof waitingViews>["myWaiting"];
    readonly guestWaiting: ReturnType<typeof waitingViews>["guestWaiting"];
    readonly personWaiting: ReturnType<typeof waitingViews>["personWaiting"];
    readonly waitingLine: ReturnType<typeof waitingViews>["waitingLine"];
    readonly arrangeWaiting: ReturnType<typeof waitingViews>["arrangeWaiting"];
  }
}

/** The most lines of each key in each group, unless fewer are asked for. */
const MOST = 30;
/** Of a page of one key. */
const OF_KEY = 100;

const Listing = Type.Object(
  {
    /** A page of all of one key, of one group, alone or not. */
    key: Type.Optional(Type.String({ maxLength: 60 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
    group: Type.Optional(oneOf(...WAITING_GROUPS)),
    /** Only what waits for one person or one role; or only what does not. */
    alone: Type.Optional(Type.Boolean()),
    /** The most lines of each key in each group. */
    most: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
);

export type Declared = {
  readonly waits: readonly Waits[];
  /** By the kind of the chain. */
  readonly called: Readonly<Record<string, Called>>;
  /** The accounts for whom somebody stands in on a day. */
  readonly standsInFor: (given: Performing<unknown>) => Promise<readonly string[]>;
};

export function waitingViews({ waits, called, standsInFor }: Declared) {
  const keys: Keys = new Map(waits.flatMap((declared) => Object.entries(declared.keys)));
  const readers = new Map(waits.flatMap(({ keys, readBy }) => Object.keys(keys).map((key) => [key, readBy] as const)));
  const lines = (given: Performing<unknown>, listing: Static<typeof Listing> = {}) =>
    linesFor(given, { keys, called, standsInFor, listing });
  const myWaiting = defineView({
    name: "myWaiting",
    label: { fr: "Voir ce qui m’attend", en: "See what waits for me" },
    who: "mind one’s own account",
    form: Listing,
    output: output.myWaiting,
    async read(given) {
      const me = actorName(given.actor);
      const [about, waiting] = await Promise.all([
        waitingAbout(given.tx, [me], { today: given.today, time: timeOf(given) }),
        lines(given, given.input),
      ]);
      const school = about.flatMap(({ who, key, dueOn }) => {
        const says = who === me ? undefined : keys.get(key)?.says;
        return says ? [{ says, dueOn }] : [];
      });
      // The same may wait of several papers of one person, who reads it once.
      return {
        ...waiting,
        school: school.filter(({ says }, at) => at === school.findIndex((one) => one.says.fr === says.fr)),
      };
    },
  });
  const guestWaiting = defineView({
    name: "guestWaiting",
    label: { fr: "Voir ce qui m’attend comme invité", en: "See what waits for me as a guest" },
    who: "be a guest",
    form: Type.Object({}, closed),
    output: output.waiting,
    read: (given) => lines(given),
  });
  // What they must do themselves, and what waits for permissions that the reader has.
  const personWaiting = defineView({
    name: "personWaiting",
    label: { fr: "Voir ce qui attend au sujet d’une personne", en: "See what waits about a person" },
    who: "find people",
    form: Type.Object({ person: Id }, closed),
    output: output.personWaiting,
    async read(given) {
      const { tx, actor, today, input } = given;
      const about = [`account:${input.person}`, `dossier:${input.person}`];
      const rows = await waitingAbout(tx, about, { today, time: timeOf(given) });
      const isFor = ({ who, key }: Waiting) =>
        who === actorName(actor) || (about.includes(who) ? mayRead(actor, readers.get(key)) : mayWho(actor, who));
      const seen = rows.filter(isFor).filter(isFirst);
      const theirs = new Set(seen.filter(({ who }) => about.includes(who)).map(nameOf));
      const lines = await said({ ...given, me: actorName(actor) }, seen, { keys, called: {} });
      return { lines: lines.map((line) => ({ ...line, theirs: theirs.has(nameOf(line)) })) };
    },
  });
  const waitingLine = defineView({
    name: "waitingLine",
    label: {
      fr: "Voir une chose qui attend, pour la reporter ou la confier",
      en: "See a thing that waits, to put it off or give it",
    },
    who: "mind one’s own account",
    form: Type.Object({ line: Id }, closed),
    output: output.waitingLine,
    async read(given) {
      const { tx, actor, today, input } = given;
      const row = await lockedWaiting(tx, input.line, today);
      if (!row || !arranges(actor, row, keys)) return undefined;
      const [line] = await said({ ...given, me: actorName(actor) }, [row], { keys, called });
      const colleagues = row.who.startsWith("may:") ? await colleaguesWho(tx, permissionOf(row)) : [];
      const [, to = null] = row.givenTo?.split(":") ?? [];
      return line && { ...line, last: addDays(row.untilOn, -1), colleagues, given: line.givenTo === null ? null : to };
    },
  });
  const arrangeWaiting = defineAct({
    name: "arrangeWaiting",
    label: { fr: "Reporter ou confier ce qui attend", en: "Put off or give what waits" },
    who: "mind one’s own account",
    form: Type.Object({ line: Id, until: Type.Optional(DaySchema), to: Type.Optional(Id) }, closed),
    output: output.done,
    writes: [],
    async perform({ tx, actor, today, input: { line, until = null, to = null } }) {
      const row = await lockedWaiting(tx, line, today);
      if (!row || actor.kind !== "account" || !arranges(actor, row, keys)) return FORBIDDEN;
      const arranged = row.putOffUntil !== null || row.givenTo !== null;
      if (until === null && to === null && !arranged) return invalid([NOTHING_ARRANGED]);
      if (until !== null && (until <= today || until >= row.untilOn)) return invalid([NO_SUCH_DAY]);
      const isHolder =
        to === null ||
        (row.who.startsWith("may:") &&
          (await colleaguesWho(tx, permissionOf(row))).some(({ account }) => account === to));
      if (!isHolder) return invalid([NOT_A_HOLDER]);
      await arrangeRow(tx, row, { until, to: to === null ? null : `account:${to}` });
      return done({}, `staff:${actor.account}`);
    },
  });
  return { myWaiting, guestWaiting, personWaiting, waitingLine, arrangeWaiting };
}

const timeOf = ({ at, zone }: Pick<Performing<unknown>, "at" | "zone">) => wallIn(at, zone).time;
const PERMISSIONS = Object.keys(WHO_MAY) as Permission[];
const permissionOf = ({ who }: Waiting) => who.slice("may:".length) as Permission;

/** Who sees it as theirs to do, or as that of a permission that they have. */
function arranges(actor: Actor, row: OneWaiting, keys: Keys): boolean {
  const declared = keys.get(row.key);
  const me = actorName(actor);
  if (!declared || !isArranged(declared, row)) return false;
  return row.who === me || (mayWho(actor, row.who) && row.person !== me && !row.exceptFor.includes(me));
}

const NO_SUCH_DAY = issue(
  "until",
  "Donnez un jour après aujourd’hui, tant que cela attend.",
  "Give a day after today, while it still waits.",
);
const NOTHING_ARRANGED = issue(
  "until",
  "Donnez un jour, ou choisissez à qui le confier.",
  "Give a day, or choose to whom it is given.",
);
const NOT_A_HOLDER = issue(
  "to",
  "Cette personne ne peut pas le faire. Choisissez-en une autre.",
  "This person cannot do it. Choose another.",
);

const nameOf = ({ chain, key, part }: Pick<Waiting, "chain" | "key" | "part">) => `${chain} ${key} ${part}`;
const mayRead = (actor: Actor, readBy: Permission | undefined) => readBy !== undefined && may(actor, readBy);
const mayWho = (actor: Actor, who: string) => PERMISSIONS.some((one) => who === `may:${one}` && may(actor, one));

type Reading = Pick<Declared, "called" | "standsInFor"> & {
  readonly keys: Keys;
  readonly listing: Static<typeof Listing>;
};

async function linesFor(given: Performing<unknown>, { keys, called, standsInFor, listing }: Reading) {
  const { tx, actor, today } = given;
  const { key, page = 1, group, alone: isAlone, most = MOST } = listing;
  const me = actorName(actor);
  const permissions = new Set([...keys.values()].flatMap(({ takenBy = [] }) => takenBy));
  const mine = [...permissions].filter((one) => may(actor, one));
  const things = actor.kind === "guest" ? await thingsOf(tx, actor.guest) : null;
  // Nothing is asked of a guest by a day on which they can no longer come in.
  const last = actor.kind === "guest" ? ((await lastDays(tx, [me])).get(me) ?? null) : null;
  const named = (which: (declared: WaitingKey) => boolean) =>
    [...keys].flatMap(([key, declared]) => (which(declared) ? key : []));
  const asked = {
    who: [me, ...mine.map((one) => `may:${one}`)],
    alone: [me, ...mine.filter((one) => WHO_MAY[one].length <= 1).map((one) => `may:${one}`)],
    keys: named(({ standIn }) => standIn === true),
    ofOthers: named(({ remindedBy }) => remindedBy !== undefined),
    spans: spansOn(today, last),
    me,
    things,
    today,
    time: timeOf(given),
    key,
    group,
    isAlone,
    ...(key === undefined ? { most } : { most: OF_KEY * page, skip: (page - 1) * OF_KEY, limit: OF_KEY }),
  };
  const [own, absent] = await Promise.all([waitingFor(tx, { ...asked, absent: [] }), standsInFor(given)]);
  // What waits for the absent is counted with the rest, and nothing twice: the few who stand in ask again.
  const rows = absent.length === 0 ? own : await waitingFor(tx, { ...asked, absent });
  // A person's next step is what has a day; among the work of staff, what has none ranks by its age.
  const isStaff = actor.kind === "account" && actor.roles.length > 0;
  const lines = await said(
    { ...given, me },
    (isStaff ? rows : rows.toSorted(undatedLast)).map((row) => dueBy(row, last)),
    { keys, called },
  );
  const among = new Map(rows.map(({ id, group, alone }) => [id, { group: group as WaitingGroup, alone }]));
  const kinds = new Map(rows.map((row) => [`${row.key} ${row.group} ${String(row.alone)}`, row]));
  return {
    lines: lines.map((line) => ({ ...line, ...among.get(line.id)! })),
    counts: [...kinds.values()].flatMap(({ key, group, alone, count }) =>
      keys.has(key) ? [{ key, group: group as WaitingGroup, alone, count }] : [],
    ),
    more: key === undefined ? rows.some(({ count }) => count > most) : (rows[0]?.total ?? 0) > page * OF_KEY,
  };
}

const undatedLast = (a: Waiting, b: Waiting) => Number(a.dueOn === null) - Number(b.dueOn === null);

function dueBy(row: Waiting, last: Day | null): Waiting {
  return last !== null && row.dueOn !== null && row.dueOn > last ? { ...row, dueOn: last } : row;
}

/** The same thing may wait for somebody, and later also for everybody with a permission that they have; such rows are neighbours. */
function isFirst(row: Waiting, at: number, all: readonly Waiting[]): boolean {
  const before = all[at - 1];
  return before?.chain !== row.chain || before.key !== row.key || before.part !== row.part;
}
