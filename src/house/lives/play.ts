/**
 * Plays lives: each step by its person at its minute, through `perform` and `view` like any caller, with the outcome compared to the
 * expected one. The command, the tests and the demonstration share it.
 */
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { type Act, type Actor, perform, type View, view } from "../../act/act.ts";
import { may, type Permission } from "../../act/permissions.ts";
import { addFile } from "../../dossier/acts.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { dayIn } from "../../kit/zone.ts";
import { receiveUpload } from "../../files/receive.ts";
import { fileProblems } from "../../files/words.ts";
import { reasonsIn } from "./life.ts";
import { type Difference, differences } from "./match.ts";
import { filledIn, isThere, valueAt } from "./names.ts";
import { inventedPdf } from "./paper.ts";
import { accountActor, guestActor, guestId, type Hosts, makeAccount, type Member, member } from "./people.ts";
import type { Script, Step } from "./script.ts";
import type { Stage } from "./stage.ts";

/** The outcome of a step as the API would tell it: values as JSON. */
export type Came =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "refused"; readonly all: readonly string[] }
  | { readonly kind: "invalid"; readonly all: readonly string[]; readonly issues: readonly Issue[] }
  | { readonly kind: "stale"; readonly current: unknown }
  | { readonly kind: "forbidden" };

export type Played = {
  readonly step: Step;
  /** How many acts the calendar did before it. */
  readonly due: number;
  readonly came: Came;
  /** Empty where the outcome is as expected. */
  readonly differences: readonly Difference[];
};

/** The people of one run of a life, and the values kept so far. */
export type Cast = {
  readonly people: ReadonlyMap<string, Member>;
  /** Who invites guests: people of the life, or school staff shared by all lives. */
  readonly hosts: Hosts;
  readonly kept: Map<string, unknown>;
};

export function castOf({ people: written, life }: Script): Cast {
  const people = new Map([...written].map(([name, person]) => [name, member(name, person, life)]));
  return { people, hosts: hostsAmong(people), kept: new Map() };
}

/** The cast at the end of the life before, plus the new people. */
export function castAfter({ people: before, kept }: Cast, script: Script): Cast {
  const people = new Map([...castOf(script).people, ...before]);
  return { people, hosts: hostsAmong(people), kept };
}

function hostsAmong(people: Cast["people"]): Hosts {
  const host = (role: keyof Hosts) =>
    [...people.values()].find(({ written }) => written.roles?.includes(role)) ??
    member(role, { roles: [role] }, "school");
  return { "head-of-training": host("head-of-training"), director: host("director") };
}

/** To the end, or to the first step that differs, which is told last. */
export function playLife(stage: Stage, script: Script, tell: (played: Played) => void): Promise<boolean> {
  return playSteps(stage, castOf(script), script.steps, tell);
}

export async function playSteps(
  stage: Stage,
  cast: Cast,
  steps: readonly Step[],
  tell: (played: Played) => void,
): Promise<boolean> {
  for (const step of steps) {
    const played = await playStep(stage, cast, step);
    tell(played);
    if (played.differences.length > 0) return false;
  }
  return true;
}

/** An exception is a bug: the error names the file and line of the step. */
export function playStep(stage: Stage, cast: Cast, step: Step): Promise<Played> {
  return playIt(stage, cast, step).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${step.file}:${step.lineOf("")}: ${why}`, { cause });
  });
}

async function playIt(stage: Stage, cast: Cast, step: Step): Promise<Played> {
  const due = await stage.moveTo(step.instant);
  for (const person of cast.people.values()) if (!person.written.guest) await makeAccount(stage, person, cast.hosts);
  const known = await namesOf(stage, cast, step);
  const came = asSent(await doing(stage, cast, step, (value) => filledIn(value, known)));
  const { keep = {}, absent = [] } = step.written;
  const value = came.kind === "done" ? came.value : undefined;
  const differing = [
    ...outcomeDifferences(step, came, (wanted) => filledIn(wanted, known)),
    ...Object.entries(keep).flatMap(([name, path]) =>
      came.kind !== "done" || valueAt(value, path) !== undefined
        ? []
        : [{ path: `keep.${name}`, wanted: path, got: undefined }],
    ),
    ...absent.flatMap((path, index) =>
      isThere(value, path) ? [{ path: `absent[${index}]`, wanted: undefined, got: valueAt(value, path) ?? path }] : [],
    ),
  ];
  for (const [name, path] of Object.entries(keep)) cast.kept.set(name, valueAt(value, path));
  return { step, due, came, differences: differing };
}

/** The value of each name; a guest who is named is invited first. */
async function namesOf(
  stage: Stage,
  { people, hosts, kept }: Cast,
  { written }: Step,
): Promise<(name: string) => unknown> {
  const ids = new Map<string, string>();
  const text = JSON.stringify([written.with, written.expect]);
  for (const [name, person] of people)
    if (!person.written.guest) ids.set(name, person.account!);
    else if (text.includes(`"$${name}"`) || text.includes(`"guest:$${name}"`))
      ids.set(name, await guestId(stage, person, hosts));
  return (name) => ids.get(name) ?? kept.get(name);
}

type Fill = (value: unknown) => unknown;

async function doing(stage: Stage, cast: Cast, step: Step, fill: Fill): Promise<Came> {
  const { written, deed } = step;
  if (deed.kind === "file") return sendFile(stage, cast, { written, file: deed.file, fill });
  const { actor, input } = await broughtThere(stage, cast, step, fill);
  return deed.kind === "act" ? doAct(stage, deed.act, actor, input) : see(stage, deed.view, actor, input);
}

export type Ready = { readonly actor: Actor; readonly input: Readonly<Record<string, unknown>> };

/** The actor of a step, signed in as it needs, and its input; nothing is done yet. */
export async function readyFor(stage: Stage, cast: Cast, step: Step): Promise<Ready> {
  const known = await namesOf(stage, cast, step);
  return broughtThere(stage, cast, step, (value) => filledIn(value, known));
}

async function broughtThere(stage: Stage, cast: Cast, { written, deed }: Step, fill: Fill): Promise<Ready> {
  if (deed.kind === "file") throw new Error("a file is sent by no act of its own");
  const input = (fill(written.with) ?? {}) as Record<string, unknown>;
  const { who, binds = false } = deed.kind === "act" ? deed.act : { ...deed.view, binds: false };
  return { actor: await actorOf(stage, cast, written.as, { who, binds, input }), input };
}

type Doing = {
  readonly who: Permission;
  readonly binds: boolean;
  readonly input: Readonly<Record<string, unknown>>;
};

async function actorOf(
  stage: Stage,
  { people, hosts }: Cast,
  as: string,
  { who, binds, input }: Doing,
): Promise<Actor> {
  const person = people.get(as);
  if (person?.written.guest) return guestActor(stage, person, { who, binds }, hosts);
  if (person) return accountActor(stage, person, { binds }, hosts);
  const { world, establishment } = stage;
  if (as === "clock") return { kind: "clock", day: dayIn(world.now(), world.zone(establishment)) };
  if (as === "payment-provider") return { kind: "payment-provider" };
  // The holder of a secret shows it, as in the API.
  const { secret } = input;
  const holds = typeof secret === "string" && may({ kind: "holder", secret }, who);
  return holds ? { kind: "holder", secret } : { kind: "anyone" };
}

async function doAct(stage: Stage, act: Act, actor: Actor, input: unknown): Promise<Came> {
  const { world, establishment, perform: performs = perform } = stage;
  const outcome = await performs(world, act, { actor, establishment, attempt: randomUUID(), input });
  if (outcome.kind === "invalid") return invalid(outcome.issues);
  if (outcome.kind !== "refused") return outcome;
  return { kind: "refused", all: [...new Set(outcome.findings.map(({ condition }) => condition))] };
}

/** A missing thing and a forbidden one look alike from outside. */
async function see({ world, establishment }: Stage, seen: View, actor: Actor, input: unknown): Promise<Came> {
  const outcome = await view(world, seen, { actor, establishment, input });
  if (outcome.kind === "invalid") return invalid(outcome.issues);
  return outcome.kind === "found" ? { kind: "done", value: outcome.value } : { kind: "forbidden" };
}

function invalid(issues: readonly Issue[]): Came {
  return { kind: "invalid", all: [...new Set(issues.map(({ path }) => path))], issues };
}

type Sending = Pick<Step, "written"> & {
  readonly file: { slot?: string; pages: number; dossier?: string };
  readonly fill: Fill;
};

/** Uploads the bytes as a page does; then adds them to the dossier, where one is named. */
async function sendFile(stage: Stage, { people, hosts }: Cast, { written, file, fill }: Sending): Promise<Came> {
  const { world, establishment } = stage;
  const person = people.get(written.as)!;
  const actor = await accountActor(stage, person, { binds: false }, hosts);
  const { slot, pages } = file;
  const stream = Readable.from([inventedPdf(pages, `${slot ?? ""} ${person.name}`.trim())]);
  const name = `${slot ?? "document"}.pdf`;
  const received = await receiveUpload(world, { establishment, account: person.account!, stream, name });
  if ("problem" in received) {
    const { problem } = received;
    return invalid([issue("upload", fileProblems.fr[problem], fileProblems.en[problem])]);
  }
  if (slot === undefined) return { kind: "done", value: received };
  return doAct(stage, addFile, actor, {
    dossier: fill(file.dossier),
    piece: slot,
    upload: received.upload,
  });
}

/** As JSON: dates become texts, undefined values are left out. */
function asSent(came: Came): Came {
  return came.kind === "done"
    ? { kind: "done", value: JSON.parse(JSON.stringify(came.value ?? null)) as unknown }
    : came;
}

function outcomeDifferences({ written, deed }: Step, came: Came, fill: Fill): Difference[] {
  const { expect = "done" } = written;
  const differs = (): Difference[] => [{ path: "expect", wanted: expect, got: shortOf(came) }];
  if (typeof expect === "string") return expect === came.kind ? [] : differs();
  const reasons = reasonsIn(expect);
  if (deed.kind === "view" && came.kind === "done") return differences(fill(expect), came.value, "expect");
  if (!reasons || (came.kind !== "refused" && came.kind !== "invalid") || came.kind !== reasons.kind) return differs();
  const sorted = (all: readonly string[]) => [...new Set(all)].sort().join("\n");
  return sorted(reasons.all) === sorted(came.all) ? [] : differs();
}

/** In the form a life writes it. */
function shortOf(came: Came): unknown {
  if (came.kind === "done") return "done";
  return came.kind === "refused" || came.kind === "invalid" ? { [came.kind]: came.all } : came.kind;
}
