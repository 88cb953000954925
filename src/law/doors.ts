/** A door read once: groups of alternatives that must each be met, and the experience that follows them. */
import type { Diploma, DoorEntry } from "./diploma.ts";
import { FULL } from "./experience.ts";
import {
  better,
  kindBit,
  type ReadTitle,
  type State,
  type TitleKind,
  type TitleOpener,
  titleState,
  worse,
} from "./titles.ts";

type Branch = Extract<DoorEntry["opens"], { all: unknown }>["all"][number];
type Leaf = Exclude<Branch, { any: unknown }>;
type ExperienceCondition = Extract<Leaf, { experience: unknown }>;
type CorpsCondition = Extract<Leaf, { corps: unknown }>;
export type WaiverCondition = Extract<Leaf, { waiver: unknown }>;
export type Opener = TitleOpener | CorpsCondition | WaiverCondition;

export type Door = {
  readonly entry: DoorEntry;
  /** Each group wants one of its openers. */
  readonly groups: readonly (readonly Opener[])[];
  readonly experience: ExperienceCondition | undefined;
  /** Ten-thousandths of a full-time day. */
  readonly required: number;
  /** The bits of the kinds of titles that its groups ask for. */
  readonly kinds: number;
};

/** One way through a group, or through all of them: its state, and the day after which experience counts. */
export type Choice = {
  readonly state: State;
  /** The day number of the award; −∞ for what has no date. */
  readonly after: number;
  readonly parts: readonly Part[];
};
export type Part = { readonly opener: Opener; readonly title: ReadTitle | undefined; readonly state: State };

/** What a person holds, as doors read it. */
export type Held = {
  readonly titles: readonly ReadTitle[];
  readonly corps: readonly string[];
  readonly waivers: readonly string[];
  /** The bits of the kinds of these titles. */
  readonly kinds: number;
  /** Some title awarded abroad has an attestation: it may close a door that what was declared would open. */
  readonly attested: boolean;
};

export function holding(titles: readonly ReadTitle[], corps: readonly string[], waivers: readonly string[]): Held {
  let kinds = 0;
  let attested = false;
  for (const title of titles) {
    kinds |= title.bit;
    if (title.abroad && title.attested !== undefined) attested = true;
  }
  return { titles, corps, waivers, kinds, attested };
}

const read = new WeakMap<Diploma, readonly Door[]>();

/** The doors of a law, read the first time they are asked for: pages ask at every request. */
export function readDoors(law: Diploma): readonly Door[] {
  let doors = read.get(law);
  if (doors) return doors;
  doors = law.doors.map((entry) => readDoor(law, entry));
  read.set(law, doors);
  return doors;
}

function readDoor(law: Diploma, entry: DoorEntry): Door {
  const kinds = new Map(law.titleKinds.map((kind) => [kind.kind, kind]));
  const branches: readonly Branch[] = "all" in entry.opens ? entry.opens.all : [entry.opens];
  const groups: Opener[][] = [];
  let experience: ExperienceCondition | undefined;
  for (const branch of branches) {
    if ("experience" in branch) experience = branch;
    else groups.push(("any" in branch ? branch.any : [branch]).map((leaf) => openerOf(leaf, kinds)));
  }
  const required = experience ? experience.experience.years * law.experience!.year.days * FULL : 0;
  const asked = groups.flat().map((opener) => ("title" in opener ? kindBit(law, opener.kind) : 0));
  return { entry, groups, experience, required, kinds: asked.reduce((all, bit) => all | bit, 0) };
}

function openerOf(leaf: Leaf, kinds: ReadonlyMap<string, TitleKind>): Opener {
  return "title" in leaf
    ? { title: leaf, kind: kinds.get(leaf.title.kind)! }
    : (leaf as CorpsCondition | WaiverCondition);
}

/** Quickly: no way leads through a door when nothing held is of a sort that it asks for. */
export function asksForSome(door: Door, held: Held): boolean {
  return (
    (door.kinds & held.kinds) !== 0 || held.corps.length > 0 || held.waivers.length > 0 || door.groups.length === 0
  );
}

/** Every way through each group of a door with what is held, future titles included; some may have none. */
export function waysThroughGroups(door: Door, held: Held): readonly (readonly Choice[])[] {
  return door.groups.map((group) => waysThroughGroup(group, held));
}

/** Every way through all the groups at once; empty where some group has none. */
export function waysThrough(groups: readonly (readonly Choice[])[]): readonly Choice[] {
  let ways = groups[0] ?? UNCONDITIONAL;
  for (let at = 1; at < groups.length; at++) ways = combine(ways, groups[at]!);
  return ways;
}

const UNCONDITIONAL: readonly Choice[] = [{ state: "met", after: Number.NEGATIVE_INFINITY, parts: [] }];

function waysThroughGroup(group: readonly Opener[], held: Held): readonly Choice[] {
  const choices: Choice[] = [];
  for (const opener of group) {
    if ("title" in opener) {
      for (const title of held.titles) {
        const state = titleState(opener, title);
        if (state !== "not-met") choices.push({ state, after: title.awarded, parts: [{ opener, title, state }] });
      }
    } else if (
      "corps" in opener ? opener.corps.some((name) => held.corps.includes(name)) : held.waivers.includes(opener.waiver)
    ) {
      choices.push({
        state: "met",
        after: Number.NEGATIVE_INFINITY,
        parts: [{ opener, title: undefined, state: "met" }],
      });
    }
  }
  return choices;
}

function combine(left: readonly Choice[], right: readonly Choice[]): readonly Choice[] {
  return left.flatMap((a) =>
    right.map((b) => ({
      state: worse(a.state, b.state),
      after: Math.max(a.after, b.after),
      parts: [...a.parts, ...b.parts],
    })),
  );
}

/** The state of a way once its experience is weighed: what is doubtful in either makes the whole doubtful. */
export function stateWithExperience(state: State, required: number, sure: number, wide: number): State {
  if (sure >= required) return state;
  if (wide < required) return "not-met";
  return better(state, "unknown") ? "needs-decision" : "unknown";
}

/** Whether any way in asks for it; what none asks for, nobody is asked about. */
export function asksExperience(law: Diploma): boolean {
  return readDoors(law).some((door) => door.experience);
}
export function asksCorps(law: Diploma): boolean {
  return law.corps.length > 0;
}
export function asksWaivers(law: Diploma): boolean {
  return law.waivers.length > 0;
}
