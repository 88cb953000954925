/**
 * One walk from a conforming dossier to the diploma in a school of its own: who is in it, what they made so far, and how somebody
 * tries an act. What is tried may be refused in every way but one: an exception is a bug, and ends the walk.
 */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, type View, view } from "../../act/act.ts";
import type { Role } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { openStage } from "../../house/lives/stage.ts";
import { stepByStep } from "../../worker/step-by-step.ts";
import { addDays, type Day } from "../../kit/day.ts";
import { beginsAt, dayIn } from "../../kit/zone.ts";
import { acting, conforming, type Conforming, WITH_A_MASTER } from "../admissions.ts";
import { employed, type Held, SCHOOL } from "../certifying.ts";
import { DECLARED_IN_FULL } from "../dossiers.ts";
import { openedIntake } from "../intakes.ts";
import type { Invented } from "../people.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { LAWS, testWorldOf } from "../server.ts";
import { watched } from "../answering.ts";
import { type Foretelling, foretelling } from "../foretold.ts";

export { SCHOOL };
export const PLACES = 2;

/** What chance has in hand: all of it comes from the seed, so that a walk that fails can be walked again. */
export type Dice = {
  readonly one: <T>(among: readonly T[]) => T;
  readonly chance: (percent: number) => boolean;
  readonly upTo: (most: number) => number;
};

export function diceOf(gen: fc.GeneratorValue): Dice {
  const upTo = (most: number) => gen(fc.integer, { min: 0, max: most });
  return { upTo, one: (among) => among[upTo(among.length - 1)]!, chance: (percent) => upTo(99) < percent };
}

/** As it should be: what mostly happens does, and what rarely happens does not. */
export const calmly = (dice: Dice): Dice => ({ ...dice, chance: (percent) => percent >= 50 });

export type Walker = Conforming & { enrolment?: string };
export type Lesson = { readonly id: string; readonly on: Day; readonly from: string; readonly trainer: string };
type Staff = Readonly<Record<"director" | "officer" | "trainer" | "colleague" | "secretary", Invented>>;

export type Life = {
  readonly world: World;
  readonly intake: string;
  readonly walkers: readonly Walker[];
  readonly staff: Staff;
  /** Places that an appeal gave beside those of the intake. */
  added: number;
  commission?: { readonly id: string; version: number };
  cohort?: string;
  readonly lessons: Lesson[];
  held?: Held & { readonly from: Day };
  readonly groups: { readonly id: string; readonly exam: string; readonly by: readonly number[] }[];
  jury?: string;
  /** What had been marked and sealed when it was last asked what somebody may read of it. */
  asked?: string;
  /** What was met on the way: acts that were refused by a rule, or for what they asked. */
  readonly met: Set<string>;
  /** What the calendar did to somebody without a line that stood the day before. */
  readonly foretelling: Foretelling;
  readonly today: () => Day;
  readonly moveTo: (day: Day, time: string) => Promise<void>;
};

export type Deed = (life: Life, dice: Dice) => Promise<void>;

export async function begun(): Promise<{ life: Life; close: () => Promise<void> }> {
  const { world: given, close } = await testWorldOf(
    lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined }),
  );
  const met = new Set<string>();
  const foretold: Foretelling = { faults: [], asked: met };
  const watching = { ...given, waits: watched(given.waits, met) };
  const { world, ...stage } = openStage(watching, SCHOOL, foretelling(stepByStep(), foretold));
  const today = () => dayIn(world.now(), world.zone(SCHOOL));
  const moveTo = async (day: Day, time: string) => {
    await stage.moveTo(beginsAt({ day, time }, world.zone(SCHOOL))!);
  };
  await moveTo("2026-11-25", "10:00");
  const { id: intake } = await openedIntake(world, { places: PLACES, answerWithin: 7 });
  const walkers: Walker[] = [];
  for (const [name, declared] of WALKERS) walkers.push(await conforming(world, name, declared, intake));
  const staff = {
    director: await employed(world, "Jeanne Directrice", "director"),
    officer: await employed(world, "Odile Admission", "head-of-training"),
    trainer: await employed(world, "Louis Formateur", "trainer"),
    colleague: await employed(world, "Lise Formatrice", "trainer"),
    secretary: await employed(world, "Sophie Certification", "certification-secretary"),
  };
  const made = { added: 0, lessons: [], groups: [], met, foretelling: foretold };
  return { life: { world, intake, walkers, staff, ...made, today, moveTo }, close };
}

const WALKERS = [
  ["Ada Alpha", DECLARED_IN_FULL],
  ["Bea Bravo", WITH_A_MASTER],
  ["Cléo Charlie", DECLARED_IN_FULL],
] as const;

const ROLES: Readonly<Record<keyof Staff, readonly Role[]>> = {
  director: ["director", "head-of-training"],
  officer: ["admission-officer", "head-of-training"],
  trainer: ["trainer"],
  colleague: ["trainer"],
  secretary: ["certification-secretary"],
};

/** Just signed in, with what their role asks. */
export function as({ world, staff }: Life, who: keyof Staff): Actor {
  return acting(world, ROLES[who], staff[who].account);
}

export function walking({ world }: Life, { who }: Walker): Actor {
  return acting(world, [], who.account);
}

/** Whom it is for, mostly; now and then anybody else of the school. */
export function mostly(life: Life, dice: Dice, right: Actor): Actor {
  if (dice.chance(93)) return right;
  const others = [
    ...Object.keys(ROLES).map((one) => as(life, one as keyof Staff)),
    ...life.walkers.map((one) => walking(life, one)),
  ];
  return dice.one(others);
}

/** The value where it was done; nothing where it was refused, in whichever way. */
export async function tries<F extends TSchema, V>(
  life: Life,
  act: Act<F, V>,
  actor: Actor,
  input: object,
): Promise<V | undefined> {
  const asked = { actor, establishment: SCHOOL, attempt: randomUUID(), input: input as Static<F> };
  const outcome = await perform(life.world, act, asked);
  if (outcome.kind === "refused" || outcome.kind === "invalid") life.met.add(`${act.name} ${outcome.kind}`);
  return outcome.kind === "done" ? outcome.value : undefined;
}

export async function sees<F extends TSchema, V>(
  { world }: Life,
  seen: View<F, V>,
  actor: Actor,
  input: object,
): Promise<V | undefined> {
  const found = await view(world, seen, { actor, establishment: SCHOOL, input: input as Static<F> });
  return found.kind === "found" ? found.value : undefined;
}

export const later = ({ today }: Life, days: number): Day => addDays(today(), days);
