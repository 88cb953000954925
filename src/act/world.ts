/**
 * The world a door opens on: what `main.ts` builds once and hands to everything. A subject that brings something to it says
 * so beside the thing itself (`declare module`), so that what lies beneath the subjects knows none of them.
 */
import { DEPLOYMENT } from "../db/school.ts";
import type { Defaults } from "../decisions/decide.ts";
import type { Day } from "../kit/day.ts";
import type { LawCase } from "../law/cases.ts";
import type { Establishment } from "../law/establishment.ts";
import type { Law } from "../law/law.ts";
import type { Laws } from "../law/load.ts";
import type { Act, ActWorld, View } from "./act.ts";
import type { Programs } from "./programs.ts";

export interface World extends Omit<ActWorld, "payments"> {
  readonly laws: Laws;
  readonly defaults: Defaults;
  readonly version: string;
  readonly house: House;
  /** Worked cases, shown beside the articles they illustrate; a door that shows none may do without. */
  readonly cases?: () => readonly LawCase[];
  /** Where people reach the service, without a slash at the end; absent where nobody said. */
  readonly publicUrl?: string;
  /** What must hold before this process takes requests. */
  readonly ready: () => Promise<readonly { readonly name: string; readonly ok: boolean }[]>;
}

/** What is gathered of all subjects (`house/house.ts`), for those that speak of all of them. */
export interface House {
  readonly acts: readonly Act[];
  readonly views: readonly View[];
  readonly programs: Programs;
}

/** Every place that acts are recorded in: the deployment's own, and each school's. */
export function placesOf({ establishments }: Laws): string[] {
  return [DEPLOYMENT, ...establishments.map(({ data }) => data.establishment)];
}

/** The law in force on a day of each diploma that a school prepares for, in the order of its file. */
export function taughtOn({ law }: Pick<World, "law">, school: Establishment, on: Day): Law[] {
  const names = [...new Set(school.diplomas.map(({ diploma }) => diploma))];
  return names.flatMap((diploma) => law(school.establishment, diploma, { on }) ?? []);
}
