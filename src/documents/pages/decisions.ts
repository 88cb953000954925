/** What people decided of an application: each subject tells its own, for the complete file of how it was decided. */
import type { Visit } from "../../page/page.ts";

declare module "../../act/world.ts" {
  interface House {
    readonly decisions: readonly Decisions[];
  }
}

export type MadeDecision = {
  readonly at: Date;
  readonly what: string;
  /** As written; empty where none is. */
  readonly ground: string;
  readonly by: { readonly name: string | null; readonly who: "self" | "clock" | "staff" };
};

/** Of a dossier of the reader's own, or for staff who see the admissions; earliest first. */
export type Decisions = (visit: Visit, dossier: string) => Promise<readonly MadeDecision[]>;

export async function decisionsIn(visit: Visit, dossier: string): Promise<readonly MadeDecision[]> {
  const all: MadeDecision[] = [];
  for (const one of visit.world.house.decisions) all.push(...(await one(visit, dossier)));
  return all;
}
