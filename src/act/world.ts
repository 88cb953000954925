/**
 * The dependencies that `main.ts` builds once and passes to everything. A subject adds its own beside their code
 * (`declare module`), so that the layers below the subjects know none of them.
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
  /** Worked cases, shown beside the articles they illustrate. */
  readonly cases?: () => readonly LawCase[];
  /** The public address of the service, without a trailing slash; absent where not set. */
  readonly publicUrl?: string;
  /** Readiness checks: all must be ok before this process takes requests. */
  readonly ready: () => Promise<readonly { readonly name: string; readonly ok: boolean }[]>;
}

/** All subjects' acts and views, gathered by `house/house.ts` for code that works on all of them. */
export interface House {
  readonly acts: readonly Act[];
  readonly views: readonly View[];
  readonly programs: Programs;
}

/** Every place (tenant) with audit records: the deployment and each school. */
export function placesOf({ establishments }: Laws): string[] {
  return [DEPLOYMENT, ...establishments.map(({ data }) => data.establishment)];
}

/** The law in force on a day for each diploma that a school prepares for, in the order of its file. */
export function taughtOn({ law }: Pick<World, "law">, school: Establishment, on: Day): Law[] {
  const names = [...new Set(school.diplomas.map(({ diploma }) => diploma))];
  return names.flatMap((diploma) => law(school.establishment, diploma, { on }) ?? []);
}
