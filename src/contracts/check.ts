/** The doctor's check of contracts: where each stands is computed again from its facts. */
import { isDeepStrictEqual } from "node:util";
import type { Performing } from "../act/act.ts";
import type { Check, SchoolCheck } from "../act/check.ts";
import type { World } from "../act/world.ts";
import type { Tx } from "../db/school.ts";
import { type Label, plural } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import { keptOf } from "./rules/contract.ts";
import { agreedOn, decidedOn } from "./settling.ts";
import { allStates, type KeptState } from "./store.ts";

export const contractsCheck =
  (world: World): SchoolCheck =>
  async (tx: Tx, establishment: string): Promise<Check | undefined> => {
    const kept = await allStates(tx);
    if (kept.length === 0) return undefined;
    const law: Performing<unknown>["law"] = (diploma, which) => world.law(establishment, diploma, which);
    const today = dayIn(world.now(), world.zone(establishment));
    const wrong: KeptState[] = [];
    for (const one of kept) {
      const { decide } = world;
      const agreed = await agreedOn({ tx, law, establishment, today, decide }, one.id);
      const answered = agreed && decidedOn({ decide, today }, agreed);
      const decided = answered && "fr" in answered ? answered.fr : undefined;
      const { id: _, ...stored } = one;
      if (!agreed || !isDeepStrictEqual(stored, keptOf(agreed.read, decided, agreed.money))) wrong.push(one);
    }
    const [first] = wrong;
    const label = first === undefined ? sound(establishment, kept.length) : say(establishment, wrong.length, first.id);
    return { name: "contracts", ok: first === undefined, label };
  };

function sound(establishment: string, count: number): Label {
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "contrat, qui en est là où ses faits le mettent", "contrats, qui en sont là où leurs faits les mettent", "fr")}.`,
    en: `${establishment}: ${count} ${plural(count, "contract, standing where its facts say", "contracts, standing where their facts say", "en")}.`,
  };
}

function say(establishment: string, count: number, first: string): Label {
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "contrat n’en est pas là où ses faits le mettent", "contrats n’en sont pas là où leurs faits les mettent", "fr")}, dont ${first}. Signalez-le\u00a0: ce défaut est dans le programme.`,
    en: `${establishment}: ${count} ${plural(count, "contract does", "contracts do", "en")} not stand where the facts say, among them ${first}. Report it: the fault is in the program.`,
  };
}
