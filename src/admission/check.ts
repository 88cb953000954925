/** What the doctor says of admissions: where everybody stands, computed again from the facts, is what is kept. */
import { isDeepStrictEqual } from "node:util";
import type { World } from "../act/world.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { type Label, plural } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import type { Check, SchoolCheck } from "../record/check.ts";
import { answerOn, listIn, standingIn } from "./settling.ts";
import { allStandings, lastEligibility, listsOf, offersOver, type Standing } from "./store.ts";

export const admissionsCheck =
  (world: World): SchoolCheck =>
  async (tx: Tx, establishment: string): Promise<Check | undefined> => {
    const today = dayIn(world.now(), world.zone(establishment));
    const kept = await allStandings(tx);
    if (kept.length === 0) return undefined;
    const computed = await computedAgain(tx, { world, establishment, today });
    const wrong = kept.filter((one) => !isDeepStrictEqual(one, computed.get(one.id)));
    const [first] = wrong;
    const label = first === undefined ? sound(establishment, kept.length) : say(establishment, wrong.length, first.id);
    return { name: "admissions", ok: first === undefined, label };
  };

type Looking = { readonly world: World; readonly establishment: string; readonly today: Day };

/** Of a list whose offers the calendar has still to let lapse, on the day before it does. */
async function computedAgain(tx: Tx, { world, establishment, today }: Looking): Promise<Map<string, Standing>> {
  const law = (diploma: string, which: { readonly version: string } | { readonly on: Day }) =>
    world.law(establishment, diploma, which);
  const due = new Map((await offersOver(tx, today)).map(({ list, lastDay }) => [list, lastDay]));
  const found = new Map((await lastEligibility(tx)).map((one) => [one.id, one]));
  for (const { commission, list, people } of await listsOf(tx)) {
    const listed = await listIn({ tx, law }, commission, list);
    if (!listed) continue;
    const lastDay = due.get(list);
    const on = lastDay === undefined || lastDay >= today ? today : lastDay;
    for (const one of answerOn(listed, latest(on, listed.list.terms.decidedOn)).candidates)
      if (people.includes(one.id)) found.set(one.id, standingIn(listed, one));
  }
  return found;
}

function latest(one: Day, other: Day): Day {
  return one > other ? one : other;
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
