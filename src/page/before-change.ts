/** What later subjects show before a training is interrupted, ended or taken up, or hours are decided: the page of it knows none of them. */
import type { Day } from "../kit/day.ts";
import type { Html } from "../kit/html.ts";
import type { Visit } from "./page.ts";

declare module "../act/world.ts" {
  interface House {
    readonly beforeChanges: readonly BeforeChange[];
  }
}

type Training = {
  readonly of: "training";
  readonly enrolment: string;
  readonly kind: string;
  readonly on: Day;
  /** Into which one returns. */
  readonly cohort?: string | undefined;
};
type Hours = {
  readonly of: "hours";
  readonly dossier: string;
  readonly grants: readonly { readonly unit: string; readonly hours: number }[] | undefined;
  readonly held: readonly { readonly domain: string; readonly validatedOn: Day; readonly by: string }[];
};

/** Undefined where it changes nothing there. */
export type BeforeChange = (visit: Visit, change: Training | Hours) => Promise<Html | undefined>;

/** What all of them show; empty where nothing changes anywhere. */
export async function shownBefore(visit: Visit, change: Training | Hours): Promise<readonly Html[]> {
  const shown = await Promise.all(visit.world.house.beforeChanges.map((one) => one(visit, change)));
  return shown.filter((one) => one !== undefined);
}
