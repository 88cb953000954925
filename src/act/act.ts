/**
 * Acts (commands) and views (queries). An act is declared once: its name, its permission, its form, what it does. `perform`
 * derives the input check, the permission check, the transaction, the audit record and idempotency from the declaration;
 * a door (web, API, command line) adds only words. Outcomes are values; an exception is a bug.
 */
import type { Static, TSchema } from "typebox";
import type { Database } from "../db/open.ts";
import { DEPLOYMENT, type Tx, withSchool } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Label, Lang } from "../kit/lang.ts";
import type { Leaves } from "../kit/machine.ts";
import type { HashCost } from "../kit/password.ts";
import { type Issue, issue, type JsonSchema, validator } from "../kit/schema.ts";
import { dayIn } from "../kit/zone.ts";
import type { Finding } from "../law/finding.ts";
import type { Access, Payee, Period } from "../law/establishment.ts";
import type { Law } from "../law/law.ts";
import { type Binds, doesBind } from "./binding.ts";
import {
  carriedLines,
  type ChangedShown,
  heldToShow,
  linesCarried,
  ofThoseIn,
  type Shown,
  type Shows,
} from "./shows.ts";
import { isFresh } from "./freshness.ts";
import type { Table } from "./holds.ts";
import { type Actor, actorKey, type Lack, may, type Permission, recordedName, tokenLacks } from "./permissions.ts";
import {
  ATTEMPT_REUSED,
  attemptIssues,
  firstOutcome,
  isAttempted,
  forgetAttemptsOn,
  keepOutcome,
  lockOutcome,
  readAttempt,
  type Attempt,
} from "./attempts.ts";
import {
  appendRecord,
  type Beside,
  letGo,
  mayBeRepeated,
  recordTogether,
  type Stored,
  writeTogether,
} from "./chain.ts";
import { type Noted, takeNotes } from "./keep.ts";
import { projected, type Projected, type Sent } from "./projection.ts";
import { writeCounts } from "./counting.ts";
import { keepWaiting, type Waits } from "./waiting.ts";
import { NOTHING_KNOWN, type Timetable } from "./timetable.ts";
import { asksStanding, type AsksStanding, beginAsking, heldToStanding, type Standing } from "./standing.ts";

export type { Actor };

/** Runs a decision by name; `undefined` for an unknown name. `gathered`: from rows, in whatever number (`Decide`). */
export type Decides = (
  decision: string,
  input: unknown,
  how?: { readonly gathered?: true },
) =>
  | { readonly answer: (lang: Lang) => Record<string, unknown> }
  | { readonly fault: { readonly issues: readonly Issue[] } }
  | undefined;

/** The law of a diploma in one school: the named version, or the version in force on a day. */
export type FindLaw = (
  establishment: string,
  diploma: string,
  which: { readonly version: string } | { readonly on: Day },
) => Law | undefined;

/** How to write to a person: the account that shows the message, the mail or postal address, the language. */
export type Reached = {
  /** The account; null for a person without one. */
  readonly reader: string | null;
  readonly to: string | Postal;
  readonly lang: Lang;
};
/** The address of a paper letter; with no lines the school has no address and hands the letter over. */
export type Postal = {
  readonly name: string;
  readonly lines: readonly string[];
  /** The audit chain (such as the dossier’s) by which the person’s current address is looked up later. */
  readonly of?: string;
};
/** Finds how to write to the person of a chain; `undefined` where the chain belongs to no person. */
export type FindReached = (tx: Tx, chain: string) => Promise<Reached | undefined>;

/** What of one person's training is performed until a day for one who pays; `net`: cents without tax, since the beginning. */
export type Performed = {
  /** The chain of what is billed, as the parts of invoices name it. */
  readonly about: string;
  /** Who pays, as the school's file names it. */
  readonly source: string;
  readonly name: string;
  /** The public number. */
  readonly called: string;
  readonly net: number;
  /** Minutes that were counted, and those of the whole. */
  readonly done: number;
  readonly planned: number;
};
/** Of whom it cannot be said, and why. */
export type Unperformed = Pick<Performed, "name" | "called"> & { readonly why: Label };
/** What is performed until a day, as the rooms after the accounts know it by hours. */
export type FindsPerformed = (
  context: Pick<Performing<unknown>, "tx" | "law" | "decide" | "today" | "establishment" | "payee">,
  on: Day,
) => Promise<{ readonly performed: readonly Performed[]; readonly unknown: readonly Unperformed[] }>;
/** A paper with a code whose subject has changed since: withdrawn with it, or saying what holds no more; as the room that issued it knows. */
export type FindsPaperEnded = (
  context: Pick<Performing<unknown>, "tx" | "law" | "zone" | "today">,
  paper: { readonly about: string; readonly what: string; readonly data: unknown; readonly at: Date },
) => Promise<"withdrawn" | "outdated" | "annulled" | undefined>;
/** Entries of the bank of an amount, between two days, that wait to be matched: what is typed by hand may be one of them. */
export type FindOpenTransfers = (
  tx: Tx,
  asked: { readonly amount: number; readonly from: Day; readonly to: Day },
) => Promise<readonly { readonly id: string; readonly bookedOn: Day; readonly label: string }[]>;

/** The part of the world built by `main.ts` that acts and views need. */
export type ActWorld = {
  readonly db: Database;
  readonly now: () => Date;
  readonly zone: (establishment: string) => string;
  readonly decide: Decides;
  readonly law: FindLaw;
  /** Later subjects’ dependencies on rows of earlier ones (`standing.ts`). */
  readonly standing: readonly Standing[];
  /** What waits for whom, by subject (`waiting.ts`). */
  readonly waits: readonly Waits[];
  /** How to write to people, with or without an account; absent: finds no address. */
  readonly reached?: FindReached;
  /** What is performed and may not be invoiced yet; absent: nothing is known. */
  readonly performed?: FindsPerformed;
  /** Which papers say what holds no more; absent: none. */
  readonly paperEnded?: FindsPaperEnded;
  /** What later subjects know of people's time; absent: nothing. */
  readonly timetable?: Timetable;
  /** A school’s retention periods; absent: nothing is purged. */
  readonly periods?: (establishment: string) => readonly Period[];
  /** What a school opens to programs and guests; absent: nothing. */
  readonly access?: (establishment: string) => Access;
  /** A school’s online payment provider; absent: none. */
  readonly payments?: (establishment: string) => object | undefined;
  /** How many days apart two records of one transfer may be in a school; absent: the same day only. */
  readonly sameWithin?: (establishment: string) => number;
  /** The entries of the bank that wait to be matched; absent: none. */
  readonly openTransfers?: FindOpenTransfers;
  /** A school’s bank details; absent: none. */
  readonly payee?: (establishment: string) => Payee | undefined;
  /** The cost of a password hash; absent: the production cost. Only tests lower it. */
  readonly passwords?: HashCost;
  /** The clock of the database server, where that is another machine. */
  readonly serverNow?: () => Promise<Date>;
  /** Receives every value returned; tests compare it with the declared output schema. */
  readonly given?: (by: Act | View, value: unknown) => void;
};

/** The context of an act or a view. */
export type Performing<I> = {
  readonly tx: Tx;
  /** The school, or the deployment. */
  readonly establishment: string;
  readonly input: I;
  readonly actor: Actor;
  readonly at: Date;
  readonly today: Day;
  readonly zone: string;
  readonly decide: Decides;
  /** `FindLaw` in the school of the act. */
  readonly law: (diploma: string, which: { readonly version: string } | { readonly on: Day }) => Law | undefined;
  /** Later subjects’ dependencies on rows: asked by an act that changes a row’s state, and by a view that says whether it may change. */
  readonly stands: AsksStanding;
  readonly reached: FindReached;
  readonly performed: FindsPerformed;
  readonly paperEnded: FindsPaperEnded;
  readonly timetable: Timetable;
  readonly periods: readonly Period[];
  /** The settings of a school: the act's own, or the one that an act of the deployment is about. */
  readonly opened: (school: string) => Access & { readonly zone: string; readonly paysOnline: boolean };
  /** How many days apart two records of one transfer may be. */
  readonly sameWithin: number;
  readonly openTransfers: FindOpenTransfers;
  /** How the school of the act is paid. */
  readonly payee: Payee | undefined;
};

/**
 * What the page of an act showed (`shows: { lines: true }`), against what it would show now: asked after the lock, answered where the two
 * differ. A caller that showed no page names no lines, and nothing is compared.
 */
export type AsksChanged = {
  /** `among`: the page showed more of the same kind than what this is done to, such as all of whom some were ticked. */
  readonly changed: (
    now: Shown,
    how?: { readonly among: true },
  ) => (Stale & { readonly current: ChangedShown }) | undefined;
};

/** `value` is plain JSON, the same the first time and when the attempt is repeated. */
type Done<V> = { readonly kind: "done"; readonly value: V };
export type Refused = { readonly kind: "refused"; readonly findings: readonly Finding[] };
/** `why` is for programs; a page explains itself. */
export type Forbidden = { readonly kind: "forbidden"; readonly why?: Lack };
export type Invalid = { readonly kind: "invalid"; readonly issues: readonly Issue[] };
/** Optimistic locking: the row was saved meanwhile; `current` is its new state, to show beside the input. */
export type Stale = { readonly kind: "stale"; readonly current: unknown };
export type Outcome<V> = Done<V> | Refused | Forbidden | Invalid | Stale;

/** A done act’s value and the audit chain of its subject; `keep.ts` noted the rows as they were written. */
type Deed<V> = Done<V> & {
  readonly chain: string;
  readonly erases: boolean;
  readonly begins?: boolean;
};

/** An act as its room writes it. */
export type DeclaredAct<F extends TSchema, V, P> = ActParts<F, V, P> & Binds & { readonly shows?: Shows<Static<F>> };

export type Act<F extends TSchema = TSchema, V = unknown, P = unknown> = ActParts<F, V, P> & {
  /**
   * It binds (`binding.ts`), so it needs recent authentication: `perform` refuses a session older than half an hour, and every token. A
   * page that performs it asks on the spot.
   */
  readonly binds?: true;
  /** Why, in its own words: where its tables do not say it, or why not, though they do. */
  readonly because?: Binds;
  /** How it knows what its page showed of what it signs, numbers, publishes, moves or accepts. */
  readonly shows?: Shows;
};

type ActParts<F extends TSchema, V, P> = {
  readonly name: string;
  readonly label: Label;
  readonly who: Permission;
  /** Set for accounts and their sessions, which belong to the deployment and not to one of its schools. */
  readonly scope?: "deployment";
  readonly form: F;
  /** The state transitions it makes: the machine and the kind of move. */
  readonly from?: Leaves | readonly Leaves[];
  /** The output schema: the value is projected on it, and OpenAPI’s responses come from it. */
  readonly output?: TSchema;
  /**
   * Its effect reaches every school of the deployment: a person signed in only by one school's identity provider may not do it,
   * as that provider vouches for that school alone. Its page says `everywhere: true`.
   */
  readonly everywhere?: true;
  /** The tables it writes: `livret audit verify` must find all of their rows recorded, and from them follows whether it binds. */
  readonly writes: readonly Table[];
  /** Slow work without SQL (a password hash), done before the transaction so as not to hold it open. */
  prepare?(given: Preparing<Static<F>>): Promise<P>;
  perform(
    given: Performing<Static<F>> & AsksChanged & { readonly prepared: P },
  ): Promise<Deed<V> | Exclude<Outcome<V>, Done<V>>>;
};

type Preparing<I> = {
  readonly input: I;
  readonly actor: Actor;
  readonly at: Date;
  readonly today: Day;
  readonly zone: string;
  readonly law: Performing<unknown>["law"];
  readonly timetable: Timetable;
  /** Reads the database, in a transaction of its own. */
  readonly look: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly hashCost: HashCost | undefined;
};

export type View<F extends TSchema = TSchema, V = unknown> = {
  readonly name: string;
  readonly label: Label;
  readonly who: Permission;
  readonly scope?: "deployment";
  readonly form: F;
  readonly output?: TSchema;
  /** `undefined` if the thing does not exist or this actor may not see it: the caller cannot tell which. */
  read(given: Performing<Static<F>>): Promise<V | undefined>;
};

export type Seen<V> =
  | { readonly kind: "found"; readonly value: V }
  | { readonly kind: "missing" }
  | Forbidden
  | Invalid;

/**
 * What a duty does to somebody that an act of theirs would have prevented: by the day before, a row of one of these keys stood on each of
 * these chains (`kind:id`). Or why no act could have.
 */
type Foretold<F extends TSchema> =
  | { readonly unpreventable: string }
  | { readonly by: readonly string[]; whom(tx: Tx, input: Static<F>): Promise<readonly string[]> };

/** A scheduled act, and the inputs it is due for. */
export type Duty<F extends TSchema = TSchema> = {
  readonly act: Act<F>;
  readonly foretold: Foretold<F>;
  /** The oldest first; each with the day it was due and a stable key, which makes the attempt idempotent. */
  due(
    given: Omit<Performing<unknown>, "input" | "actor">,
    limit: number,
  ): Promise<{ readonly input: Static<F>; readonly day: Day; readonly key: string }[]>;
};

/** The output schema must match the return type; otherwise the result is neither act nor view, and does not compile where it is listed. */
type If<V, G extends TSchema, Declared> =
  Sent<V> extends Static<G> ? Declared : { "the output schema must match the return type": Sent<V> };

export function defineAct<F extends TSchema, V, P = undefined, G extends TSchema = TSchema>({
  binds,
  free,
  ...act
}: DeclaredAct<F, V, P> & { readonly output?: G }): If<V, G, Act<F, Projected<V, Static<G>>>> {
  heldToShow(act);
  const because = { ...(binds !== undefined && { binds }), ...(free !== undefined && { free }) };
  const whole = { ...act, ...(doesBind({ ...act, ...because }) && { binds: true }), because };
  // The type of `prepared` matters only inside the act.
  return whole as unknown as If<V, G, Act<F, Projected<V, Static<G>>>>;
}
export function defineView<F extends TSchema, V, G extends TSchema = TSchema>(
  view: View<F, V> & { readonly output?: G },
): If<V, G, View<F, Projected<V, Static<G>>>> {
  return view as unknown as If<V, G, View<F, Projected<V, Static<G>>>>;
}

export function done<V>(value: V, chain: string): Deed<V> {
  return { kind: "done", value, chain, erases: false };
}
/** Done, and the chain is new: the subject’s id was just made, so it has no earlier record. */
export function begun<V>(value: V, chain: string): Deed<V> {
  return { ...done(value, chain), begins: true };
}
/** Done, and the subject is erased: the chain’s salt and the outcomes kept for its attempts are deleted. */
export function erased<V>(value: V, chain: string): Deed<V> {
  return { kind: "done", value, chain, erases: true };
}
export function refused(...findings: Finding[]): Refused {
  return { kind: "refused", findings };
}
export function invalid(issues: readonly Issue[]): Invalid {
  return { kind: "invalid", issues };
}
export function stale(current: unknown): Stale {
  return { kind: "stale", current };
}
export const FORBIDDEN: Forbidden = { kind: "forbidden" };

export type Request<I> = { readonly actor: Actor; readonly establishment: string; readonly input: I };

export async function perform<F extends TSchema, V>(
  world: ActWorld,
  act: Act<F, V>,
  /** `shown`: the lines that the page showed (`carriedLines`); absent where no page was shown. */
  request: Request<Static<F>> & { readonly attempt: string; readonly shown?: string },
): Promise<Outcome<V>> {
  const { actor, input } = request;
  const establishment = placeOf(act, request);
  const unfit = unfitFor(act, request);
  if (unfit) return unfit;
  const attempt = readAttempt(request.attempt, actorKey(actor), [act.name, input]);
  const begunAt = world.now();
  const prepared = await act.prepare?.({
    input,
    actor,
    at: begunAt,
    today: dayIn(begunAt, world.zone(establishment)),
    zone: world.zone(establishment),
    law: (diploma, which) => world.law(establishment, diploma, which),
    timetable: world.timetable ?? NOTHING_KNOWN,
    look: (work) => withSchool(world.db, establishment, work),
    hashCost: world.passwords,
  });
  const at = world.now();
  const trying = { request, attempt, at, prepared };
  const outcome = await withSchool(world.db, establishment, (tx) => performIn(tx, world, act, trying), {
    keep: (tried) => tried.kind === "done",
  }).catch(unlessRepeated);
  if (outcome.kind === "done") {
    world.given?.(act, outcome.value);
    return outcome;
  }
  // Nothing was written: the same attempt was made before, or this is its first refusal.
  return withSchool(world.db, establishment, (tx) => settle<V>(tx, attempt, outcome, at));
}

/** Runs many acts (`performWithin`) in one transaction and writes their records in one batch at its end. */
export function performTogether<T>({ db }: ActWorld, establishment: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withSchool(db, establishment, async (tx) => {
    recordTogether(tx);
    const result = await work(tx);
    await writeTogether(tx);
    return result;
  });
}

/**
 * An act inside the caller's transaction, for batches (the demonstration). A fault rolls all of them back; a repeated attempt is a
 * bug of the caller.
 */
export async function performWithin<F extends TSchema, V>(
  tx: Tx,
  world: ActWorld,
  act: Act<F, V>,
  request: Request<Static<F>> & { readonly attempt: string },
): Promise<Outcome<V>> {
  const { actor, input } = request;
  const unfit = unfitFor(act, request);
  if (unfit) return unfit;
  const attempt = readAttempt(request.attempt, actorKey(actor), [act.name, input]);
  return performIn(tx, world, act, { request, attempt, at: world.now(), prepared: undefined });
}

/** Whether this attempt of this actor has an outcome already, done or refused. */
export async function hasOutcome(
  { db }: Pick<ActWorld, "db">,
  { actor, establishment, attempt }: Omit<Request<unknown>, "input"> & { readonly attempt: string },
): Promise<boolean> {
  const { id } = readAttempt(attempt, actorKey(actor), null);
  const among = (place: string) => withSchool(db, place, (tx) => isAttempted(tx, id));
  return (await among(establishment)) || (await among(DEPLOYMENT));
}

/** Checks permission and input before anything is done or looked up. */
function unfitFor(act: Act, { actor, input, attempt }: Attempted): Forbidden | Invalid | undefined {
  if (!may(actor, act.who)) return FORBIDDEN;
  const why = tokenLacks(actor, { ...act, kind: "act" });
  if (why) return { kind: "forbidden", why };
  const issues = [...attemptIssues(attempt), ...inputIssues(act.form, input)];
  return issues.length > 0 ? invalid(issues) : undefined;
}
type Attempted = Request<unknown> & { readonly attempt: string };

type Trying<I> = {
  readonly request: Request<I> & { readonly shown?: string };
  readonly attempt: Attempt;
  readonly at: Date;
  readonly prepared: unknown;
};
/** `fault`: thrown where no attempt of this id is recorded. */
type Repeated = { readonly kind: "repeated"; readonly fault: unknown };
function unlessRepeated(fault: unknown): Repeated {
  if (mayBeRepeated(fault)) return { kind: "repeated", fault };
  throw fault;
}

const NOT_FRESH = issue(
  "",
  "Montrez d’abord à nouveau que c’est bien vous : votre connexion date de plus d’une demi-heure.",
  "First show again that it is you: you signed in more than half an hour ago.",
);

const NO_NEW_CODE = issue(
  "",
  "Montrez d’abord à nouveau que c’est bien vous : votre code date de plus d’une demi-heure. Fermez votre session, puis rouvrez le lien de votre invitation, qui vous envoie un nouveau code.",
  "First show again that it is you: your code is more than half an hour old. End your session, then open the link of your invitation again, which sends you a new code.",
);

const NOT_THEIR_OWN = issue(
  "",
  "Cela compte dans toutes les écoles : le service de connexion d’une école n’y suffit pas. Montrez d’abord que c’est bien vous par votre mot de passe ou une clé d’accès.",
  "This counts in every school: the sign-in service of one school is not enough for it. First show that it is you by your password or a passkey.",
);

/** The act, its record and its attempt, in one transaction. */
async function performIn<F extends TSchema, V>(
  tx: Tx,
  world: ActWorld,
  act: Act<F, V>,
  { request, attempt, at, prepared }: Trying<Static<F>>,
): Promise<Outcome<V>> {
  const { actor } = request;
  if (act.binds && actor.kind === "account" && !isFresh(actor, at)) return invalid([NOT_FRESH]);
  if (act.binds && actor.kind === "guest" && !isFresh(actor, at)) return invalid([NO_NEW_CODE]);
  if (act.everywhere && actor.kind === "account" && actor.onlyIn !== undefined) return invalid([NOT_THEIR_OWN]);
  letGo(tx);
  beginAsking(tx);
  const around = { tx, ...surroundings(world, placeOf(act, request), at) };
  let compared = false;
  const changed: AsksChanged["changed"] = (now, how) => {
    compared = true;
    return changedSince(request.shown, now, how?.among ?? false);
  };
  const deed = await act.perform({
    ...around,
    changed,
    input: request.input,
    actor,
    prepared,
  });
  const notes = takeNotes(tx);
  if (deed.kind !== "done") return deed;
  if (act.shows && "lines" in act.shows && !compared)
    throw new Error(`${act.name} is done without having asked whether what was shown has changed`);
  heldToStanding(tx, world.standing, { name: act.name, from: [act.from ?? []].flat(), notes });
  const { chain, erases, value, begins = false } = deed;
  const due = actor.kind === "clock" ? actor.day : null;
  if (erases) {
    await writeTogether(tx);
    await forgetAttemptsOn(tx, chain);
  }
  const outcome: Done<V> = { kind: "done", value: projected(act.output, value) as V };
  const { stored, beside } = byChain(chain, notes);
  const record = { chain, act: act.name, actor: recordedName(actor), at, due, erases, stored, begins };
  await appendRecord(tx, record, lockOutcome(attempt, outcome), beside);
  await keepWaiting(around, world.waits, notes);
  await writeCounts(tx, around.today);
  return outcome;
}

/** The answer where what was shown is not what stands; an act whose caller showed no page compares nothing. */
function changedSince(text: string | undefined, now: Shown, among: boolean): ReturnType<AsksChanged["changed"]> {
  if (text === undefined) return undefined;
  const carried = linesCarried(text);
  const shown = among && carried ? ofThoseIn(carried, now) : carried;
  if (shown && carriedLines(shown) === carriedLines(now)) return undefined;
  return { kind: "stale", current: { shown, now } };
}

/** Sorts the rows written: those of the act's own chain, and those of each other chain. */
function byChain(own: string, rows: readonly Noted[]): { stored: readonly Stored[]; beside: readonly Beside[] } {
  const { [own]: stored = [], ...others } = Object.groupBy(rows, ({ of = own }) => of) as Record<string, Noted[]>;
  return { stored, beside: Object.entries(others).map(([chain, theirs]) => ({ chain, stored: theirs })) };
}

async function settle<V>(tx: Tx, attempt: Attempt, outcome: Outcome<V> | Repeated, at: Date): Promise<Outcome<V>> {
  const first = await firstOutcome(tx, attempt);
  if (first === "reused") return invalid([ATTEMPT_REUSED]);
  if (first !== undefined) return first.outcome as Outcome<V>;
  // A refusal is final for this attempt; invalid or stale input may be corrected and sent again.
  if (outcome.kind === "refused") await keepOutcome(tx, attempt, outcome, at);
  if (outcome.kind === "repeated") throw outcome.fault;
  return outcome;
}

/** One transaction in which several views of a school are read, the same question once. */
export type Reading = {
  readonly tx: Tx;
  readonly establishment: string;
  readonly answered: Map<string, Promise<Seen<unknown>>>;
};

/** Nothing slow belongs into `work`: it holds a connection. */
export function inOneReading<T>(
  { db }: Pick<ActWorld, "db">,
  establishment: string,
  work: (reading: Reading) => Promise<T>,
): Promise<T> {
  return withSchool(db, establishment, (tx) => work({ tx, establishment, answered: new Map() }), { asksOnce: true });
}

export async function view<F extends TSchema, V>(
  world: ActWorld,
  seen: View<F, V>,
  request: Request<Static<F>>,
  reading?: Reading,
): Promise<Seen<V>> {
  if (reading === undefined) return viewed(world, seen, request);
  const { actor, establishment, input } = request;
  const asked = JSON.stringify([seen.name, actor, establishment, input]);
  const known = reading.answered.get(asked);
  if (known) return known as Promise<Seen<V>>;
  const answer = viewed(world, seen, request, reading);
  reading.answered.set(asked, answer);
  return answer;
}

async function viewed<F extends TSchema, V>(
  world: ActWorld,
  seen: View<F, V>,
  request: Request<Static<F>>,
  reading?: Reading,
): Promise<Seen<V>> {
  const { actor, input } = request;
  const establishment = placeOf(seen, request);
  if (!may(actor, seen.who)) return FORBIDDEN;
  const why = tokenLacks(actor, { ...seen, kind: "view" });
  if (why) return { kind: "forbidden", why };
  const issues = inputIssues(seen.form, input);
  if (issues.length > 0) return invalid(issues);
  const reads = (tx: Tx) => seen.read({ tx, ...surroundings(world, establishment, world.now()), input, actor });
  const read =
    reading?.establishment === establishment
      ? await reads(reading.tx)
      : await withSchool(world.db, establishment, reads);
  if (read === undefined) return { kind: "missing" };
  const value = projected(seen.output, read) as V;
  world.given?.(seen, value);
  return { kind: "found", value };
}

function placeOf({ scope }: { scope?: "deployment" }, { establishment }: { establishment: string }): string {
  return scope === "deployment" ? DEPLOYMENT : establishment;
}

export function surroundings(
  world: ActWorld,
  establishment: string,
  at: Date,
): Omit<Performing<unknown>, "tx" | "input" | "actor"> {
  const zone = world.zone(establishment);
  const law: Performing<unknown>["law"] = (diploma, which) => world.law(establishment, diploma, which);
  const periods = world.periods?.(establishment) ?? [];
  const opened: Performing<unknown>["opened"] = (school) => ({
    ...world.access?.(school),
    zone: world.zone(school),
    paysOnline: world.payments?.(school) !== undefined,
  });
  const sameWithin = world.sameWithin?.(establishment) ?? 0;
  const payee = world.payee?.(establishment);
  const today = dayIn(at, zone);
  const stands = asksStanding(world.standing, today);
  const reached = world.reached ?? nobody;
  const performed = world.performed ?? nothingPerformed;
  const paperEnded = world.paperEnded ?? nothingEnded;
  const timetable = world.timetable ?? NOTHING_KNOWN;
  const openTransfers = world.openTransfers ?? (() => Promise.resolve([]));
  return {
    establishment,
    at,
    zone,
    today,
    decide: world.decide,
    law,
    stands,
    reached,
    performed,
    paperEnded,
    timetable,
    periods,
    opened,
    sameWithin,
    openTransfers,
    payee,
  };
}

const nobody: FindReached = () => Promise.resolve(undefined);
const nothingEnded: FindsPaperEnded = () => Promise.resolve(undefined);
const nothingPerformed: FindsPerformed = () => Promise.resolve({ performed: [], unknown: [] });

const validators = new WeakMap<TSchema, (value: unknown) => Issue[]>();

function inputIssues(form: TSchema, input: unknown): Issue[] {
  let validate = validators.get(form);
  if (!validate) {
    validate = validator(form as unknown as JsonSchema);
    validators.set(form, validate);
  }
  const issues = validate(input);
  return issues.length === 0 && !isStorable(input) ? [UNSTORABLE] : issues;
}

const UNSTORABLE = issue(
  "",
  "Ces données contiennent un caractère qui ne peut pas être conservé, ou trop de niveaux.",
  "This holds a character that cannot be stored, or too many levels.",
);
const MAX_DEPTH = 32;

/** PostgreSQL's JSON refuses U+0000 and lone surrogates, and deeply nested JSON overflows the stack of recursive code. */
function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (typeof value !== "object" || value === null) return true;
  return (
    depth < MAX_DEPTH && Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part, depth + 1))
  );
}
