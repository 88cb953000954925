/** Where a person stands past the examination of their application, for the pages about it. */
import { currentOf } from "../../act/way.ts";
import { see } from "../../page/acting.ts";
import type { Visit } from "../../page/page.ts";

/** Whether the candidacy of one's own dossier ended without a place. */
export async function endedIn(visit: Visit, dossier: string): Promise<boolean> {
  const seen = await see(visit, visit.world.house.myWay, {});
  return currentOf(seen?.ways.find((one) => one.dossier === dossier)?.stations ?? [])?.state === "over";
}

/** Undefined while the school examines it. */
export async function reachedIn(visit: Visit, dossier: string): Promise<string | undefined> {
  const seen = await see(visit, visit.world.house.myWay, {});
  const current = currentOf(seen?.ways.find((one) => one.dossier === dossier)?.stations ?? []);
  const examined = current && (current.station !== "application" || current.state === "done");
  return examined ? current.heading[visit.lang] : undefined;
}
