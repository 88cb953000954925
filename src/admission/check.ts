/** The doctor's check of admissions: stored standings must equal those computed again from the facts. */
import { isDeepStrictEqual } from "node:util";
import type { Performing } from "../act/act.ts";
import type { World } from "../act/world.ts";
import type { Tx } from "../db/school.ts";
import { type Label, plural } from "../kit/lang.ts";
import type { Check, SchoolCheck } from "../act/check.ts";
import { lastDay } from "./rules/list.ts";
import { answerOn, listIn, standingIn } from "./settling.ts";
import { allStandings, decidedOtherwise, heardOtherwise, lastEligibility, listsOf, type Standing } from "./store.ts";

export const admissionsCheck =
  (world: World): SchoolCheck =>
  async (tx: Tx, establishment: string): Promise<Check | undefined> => {
    const kept = await allStandings(tx);
    if (kept.length === 0) return undefined;
    const computed = await computedAgain(tx, { world, establishment });
    const copied = new Set([...(await heardOtherwise(tx)), ...(await decidedOtherwise(tx))]);
    const wrong = kept.filter((one) => copied.has(one.id) || !isDeepStrictEqual(one, computed.get(one.id)));
    const [first] = wrong;
    const label = first === undefined ? sound(establishment, kept.length) : say(establishment, wrong.length, first.id);
    return { name: "admissions", ok: first === undefined, label };
  };

type Looking = { readonly world: World; readonly establishment: string };

/** Computed on each list's last day of activity: offers due to lapse since then are still for the calendar to process. */
async function computedAgain(tx: Tx, { world, establishment }: Looking): Promise<Map<string, Standing>> {
  const law: Performing<unknown>["law"] = (diploma, which) => world.law(establishment, diploma, which);
  const standings = new Map((await lastEligibility(tx)).map((one) => [one.id, one]));
  for (const { commission, list, people } of await listsOf(tx)) {
    const listed = await listIn({ tx, law }, commission, list);
    if (!listed) continue;
    for (const candidate of answerOn(listed, lastDay(listed.list)).candidates)
      if (people.includes(candidate.id)) standings.set(candidate.id, standingIn(listed, candidate));
  }
  return standings;
}

function sound(establishment: string, count: number): Label {
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "candidature décidée, qui en est là où les faits la mettent", "candidatures décidées, qui en sont là où les faits les mettent", "fr")}.`,
    en: `${establishment}: ${count} ${plural(count, "candidacy decided, standing where its facts say", "candidacies decided, standing where their facts say", "en")}.`,
  };
}

function say(establishment: string, count: number, first: string): Label {
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "candidature n’en est pas là où ses faits la mettent", "candidatures n’en sont pas là où leurs faits les mettent", "fr")}, dont ${first}. Signalez-le\u00a0: ce défaut est dans le programme.`,
    en: `${establishment}: ${count} ${plural(count, "candidacy does", "candidacies do", "en")} not stand where the facts say, among them ${first}. Report it: the fault is in the program.`,
  };
}
