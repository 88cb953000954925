/**
 * Each door of the référentiel × the side of its boundary on which a person stands × the kind of title × where it was
 * awarded, asked of the decision itself. The measures and lengths are read from the référentiel, none is written here.
 */
import { addDays } from "../kit/day.ts";
import type { DoorEntry } from "../law/diploma.ts";
import { ask } from "./law-world.ts";
import { law } from "./reach.ts";

const { diploma } = law;
/** Any day of the law will do; titles are awarded long before it. */
const ON = "2026-03-01";
const AWARDED = "2000-01-01";
const ABROAD = "BE";

/** One less than what is asked, exactly that, one more: a level or a year of study for titles, a day for experience. */
const SIDES = [-1, 0, 1] as const;
type Side = (typeof SIDES)[number];
const SIDE_WORDS: Readonly<Record<Side, string>> = { [-1]: "below", 0: "exactly", 1: "above" };
export const PLACES = ["in France", "abroad", "abroad with an attestation"] as const;
type Place = (typeof PLACES)[number];

type Branch = Extract<DoorEntry["opens"], { all: unknown }>["all"][number];
type Leaf = Exclude<Branch, { any: unknown }>;
type TitleAsked = Extract<Leaf, { title: unknown }>["title"];
type Kind = (typeof diploma.titleKinds)[number];

type Row = { readonly sides: readonly string[]; readonly squares: readonly (readonly string[])[] };
export type DoorTable = { readonly door: DoorEntry; readonly heads: readonly string[]; readonly rows: readonly Row[] };

export const LEGEND: readonly (readonly [word: string, meaning: string])[] = [
  ["yes", "the door is met"],
  ["decide", "a person must decide, the title being of the right kind and measure but awarded abroad"],
  ["unknown", "nobody can tell without an attestation of the title’s level"],
  ["kind", "no: the door is not for this kind of title, whatever its level or years"],
  ["title", "no: the title, or its attestation, is below what the door asks"],
  ["time", "no: the experience is a day short"],
  ["title, time", "no: the title is below, and the experience a day short"],
  ["corps", "no: the person belongs to none of the corps"],
  ["waiver", "no: no waiver was granted"],
];

export function doorTables(): DoorTable[] {
  return diploma.doors.map((door) => {
    const leaves = leavesOf(door);
    const years = leaves.flatMap((leaf) => ("experience" in leaf ? [leaf.experience.years] : []))[0];
    const titles = leaves.flatMap((leaf) => ("title" in leaf ? [leaf.title] : []));
    const heads = years === undefined ? [] : ["experience"];
    return titles.length > 0
      ? {
          door,
          heads: ["title", ...heads, ...diploma.titleKinds.map((kind) => kind.kind)],
          rows: titleRows(door, titles, years),
        }
      : { door, heads: [...heads, "held", "not held"], rows: heldRows(door, leaves, years) };
  });
}

function leavesOf({ opens }: DoorEntry): readonly Leaf[] {
  const branches: readonly Branch[] = "all" in opens ? opens.all : [opens];
  return branches.flatMap((branch) => ("any" in branch ? branch.any : [branch]));
}

/** The sides of the experience asked for; one row where none is. */
const timesOf = (years: number | undefined) => (years === undefined ? [undefined] : SIDES);

function titleRows(door: DoorEntry, titles: readonly TitleAsked[], years: number | undefined): Row[] {
  return SIDES.flatMap((side) =>
    timesOf(years).map((time) => ({
      sides: [side, time].flatMap((one) => (one === undefined ? [] : [SIDE_WORDS[one]])),
      squares: diploma.titleKinds.map((kind) => {
        const asked = titles.find((one) => one.kind === kind.kind);
        return PLACES.map((place) => {
          const title = titleAt(kind, asked ?? muchOf(kind), side, place);
          const state = outcome(door, { titles: [title], experience: experienceOf(years, time) });
          if (asked === undefined) return state === "not-met" ? "kind" : unexplained(door, state);
          // Without the attestation it is judged on, a title is on no side of the boundary.
          const below = side < 0 && !(place === "abroad" && asked.abroad === "attestation");
          return word(door, state, [...(below ? ["title"] : []), ...(time === -1 ? ["time"] : [])]);
        });
      }),
    })),
  );
}

/** A door that no title opens: with a corps or a waiver, and without. Titles of every kind are held beside it: they change nothing. */
function heldRows(door: DoorEntry, leaves: readonly Leaf[], years: number | undefined): Row[] {
  const held = Object.assign({}, ...leaves.map(factOf)) as Record<string, unknown>;
  const lacks = "corps" in held ? "corps" : "waiver";
  const titles = diploma.titleKinds.map((kind) => titleAt(kind, muchOf(kind), 0, "in France"));
  return timesOf(years).map((time) => {
    const short = time === -1 ? ["time"] : [];
    const square = (facts: object, why: readonly string[]) => {
      const states = [[], titles].map((all) =>
        outcome(door, { titles: all, experience: experienceOf(years, time), ...facts }),
      );
      return [...new Set(states)].map((state) => word(door, state, why));
    };
    return { sides: time === undefined ? [] : [SIDE_WORDS[time]], squares: [square(held, short), square({}, [lacks])] };
  });
}

function factOf(leaf: Leaf): Record<string, unknown> {
  if ("corps" in leaf) return { corps: [leaf.corps[0]] };
  return "waiver" in leaf ? { [diploma.waivers.find((one) => one.waiver === leaf.waiver)!.input]: true } : {};
}

/** `why` is what falls short: there is a reason when and only when the door is not open. */
function word(door: DoorEntry, state: string, why: readonly string[]): string {
  if (state !== "not-met")
    return why.length === 0 ? ({ met: "yes", "needs-decision": "decide" }[state] ?? state) : unexplained(door, state);
  return why.length > 0 ? why.join(", ") : unexplained(door, state);
}

function unexplained(door: DoorEntry, state: string): never {
  throw new Error(`The table cannot explain why door ${door.door} is "${state}"`);
}

/** Much of a kind, to show that no amount of it opens a door meant for another. */
function muchOf(kind: Kind): TitleAsked {
  const most = kind.measure === "level" ? { level: diploma.levels.known.at(-1)! - 1 } : { years: 8 };
  return { kind: kind.kind, abroad: "decision", ...most };
}

function titleAt(kind: Kind, asked: TitleAsked, side: Side, place: Place): object {
  const measure = kind.measure === "level" ? { level: asked.level! + side } : { yearsOfStudy: asked.years! + side };
  const title = { kind: kind.kind, awardedOn: AWARDED, ...measure };
  if (place === "in France") return title;
  if (place === "abroad") return { ...title, country: ABROAD };
  const { attestedLevel, attestedYears } = asked;
  const attested = {
    ...(attestedLevel !== undefined && { level: attestedLevel + side }),
    ...(attestedYears !== undefined && { yearsOfStudy: attestedYears + side }),
  };
  return { ...title, country: ABROAD, attestation: Object.keys(attested).length > 0 ? attested : measure };
}

/** One full-time post that ends on the day asked about: a day short of what is asked, the number itself, or a day over. */
function experienceOf(years: number | undefined, side: Side | undefined): object[] {
  if (years === undefined || side === undefined) return [];
  const days = years * diploma.experience!.year.days + side;
  const { field } = diploma.experience!.fields.find((one) => one.counts === "yes")!;
  return [{ from: addDays(ON, 1 - days), to: ON, share: 1, field }];
}

function outcome({ door }: DoorEntry, facts: object): string {
  const decided = ask("eligibility", { id: door, on: ON, diploma: diploma.diploma, ...facts });
  if ("fault" in decided)
    throw new Error(decided.fault.issues.map(({ path, message }) => `${path}: ${message("en")}`).join("\n"));
  const { doors } = decided.answer("en") as { doors: { door: string; outcome: string }[] };
  return doors.find((one) => one.door === door)!.outcome;
}
