/** A parsed door: groups of alternatives, each of which must be met, and the experience that follows them. */
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
  /** Each group is met by any of its openers. */
  readonly groups: readonly (readonly Opener[])[];
  readonly experience: ExperienceCondition | undefined;
  /** Ten-thousandths of a full-time day. */
  readonly required: number;
  /** The bit mask of the kinds of titles that its groups ask for. */
  readonly kinds: number;
};

/** A way through a group, or through all of them: its state, and the day after which experience counts. */
export type Choice = {
  readonly state: State;
  /** The day number of the award; −∞ without a date. */
  readonly after: number;
  readonly parts: readonly Part[];
};
export type Part = { readonly opener: Opener; readonly title: ReadTitle | undefined; readonly state: State };

/** What a person holds, prepared for the doors. */
export type Held = {
  readonly titles: readonly ReadTitle[];
  readonly corps: readonly string[];
  readonly waivers: readonly string[];
  /** The bit mask of the kinds of these titles. */
  readonly kinds: number;
  /** A title awarded abroad has an attestation, which may close a door that the declaration would open. */
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

const doorsOf = new WeakMap<Diploma, readonly Door[]>();

/** The doors of a law, parsed once: pages need them at every request. */
export function readDoors(law: Diploma): readonly Door[] {
  let doors = doorsOf.get(law);
  if (doors) return doors;
  doors = law.doors.map((entry) => readDoor(law, entry));
  doorsOf.set(law, doors);
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
  const bits = groups.flat().map((opener) => ("title" in opener ? kindBit(law, opener.kind) : 0));
  return { entry, groups, experience, required, kinds: bits.reduce((all, bit) => all | bit, 0) };
}

function openerOf(leaf: Leaf, kinds: ReadonlyMap<string, TitleKind>): Opener {
  return "title" in leaf
    ? { title: leaf, kind: kinds.get(leaf.title.kind)! }
    : (leaf as CorpsCondition | WaiverCondition);
}

/** A quick rejection: no way leads through a door if nothing held is of a kind that it asks for. */
export function asksForSome(door: Door, held: Held): boolean {
  return (
    (door.kinds & held.kinds) !== 0 || held.corps.length > 0 || held.waivers.length > 0 || door.groups.length === 0
  );
}

/** All ways through each group of a door, future titles included; a group may have none. */
export function waysThroughGroups(door: Door, held: Held): readonly (readonly Choice[])[] {
  return door.groups.map((group) => waysThroughGroup(group, held));
}

/** All ways through all groups at once; empty if a group has none. */
export function waysThrough(groups: readonly (readonly Choice[])[]): readonly Choice[] {
  let ways = groups[0] ?? UNCONDITIONAL;
  for (let index = 1; index < groups.length; index++) ways = combine(ways, groups[index]!);
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

/** The state of a way with its experience: a doubt in either makes the whole doubtful. */
export function stateWithExperience(state: State, required: number, sure: number, wide: number): State {
  if (sure >= required) return state;
  if (wide < required) return "not-met";
  return better(state, "unknown") ? "needs-decision" : "unknown";
}

/** Whether any door asks for experience: if none does, people are not asked. */
export function asksExperience(law: Diploma): boolean {
  return readDoors(law).some((door) => door.experience);
}
export function asksCorps(law: Diploma): boolean {
  return law.corps.length > 0;
}
export function asksWaivers(law: Diploma): boolean {
  return law.waivers.length > 0;
}
