/**
 * Erases one thing of a holding, because its period is over or on request. Each is an act on its own chain, so that the record keeps when
 * and by whom, and nothing else.
 */
import { Type } from "typebox";
import { type Act, defineAct, erased, FORBIDDEN, type Performing, stale } from "../act/act.ts";
import type { Day } from "../kit/day.ts";
import { lockChain } from "../act/chain.ts";
import { countNotes } from "../act/keep.ts";
import { forgetOpenings } from "../openings/openings.ts";
import type { Retained } from "./retained.ts";
import { heldBy } from "./held.ts";
import { insertErasure } from "./store.ts";
import { closed } from "../kit/shapes.ts";
import * as output from "./output.ts";

const One = Type.Object({ holding: Type.String({ maxLength: 60 }), chain: Type.String({ maxLength: 200 }) }, closed);
type One = { readonly holding: string; readonly chain: string };

/** The two erasing acts: they differ in who may and when, not in what they do. */
export function erasingActs(retained: readonly Retained[]): { purgeOne: Act<typeof One>; eraseOwn: Act<typeof One> } {
  const writes = [...new Set(retained.flatMap(({ leaves = [] }) => leaves))];
  const named = (name: string) => retained.find((one) => one.name === name);
  const purgeOne = defineAct({
    name: "purgeOne",
    label: { fr: "Effacer ce dont la durée est passée", en: "Erase what is past its period" },
    who: "let time pass",
    form: One,
    writes,
    async perform(given) {
      const { input, actor, periods } = given;
      const holding = named(input.holding);
      const period = periods.find(({ kind }) => kind === holding?.kind);
      // Since the list was made it may have been put on hold, or used again.
      if (!holding?.erase || !period || actor.kind !== "clock") return FORBIDDEN;
      const { tx, today } = given;
      await lockChain(tx, input.chain);
      if (holding.still && !(await holding.still(tx, input.chain, { period, today }))) return stale({ used: true });
      return eraseOne(given, holding, "period", actor.day);
    },
  });
  const eraseOwn = defineAct({
    name: "eraseOwn",
    label: { fr: "Effacer ce qui me concerne", en: "Erase what is about me" },
    who: "mind one’s own account",
    form: One,
    output: output.eraseOwn,
    binds: "what it erases does not come back",
    writes,
    async perform(given) {
      const { tx, input, actor, today } = given;
      const holding = named(input.holding);
      if (!holding?.erase || holding.untilOver || actor.kind !== "account") return FORBIDDEN;
      const own = await holding.chains(tx, { account: actor.account });
      if (!own.includes(input.chain)) return FORBIDDEN;
      await lockChain(tx, input.chain);
      if (await holding.bound?.(tx, input.chain)) return FORBIDDEN;
      return eraseOne(given, holding, "asked", today);
    },
  });
  return { purgeOne, eraseOwn };
}

async function eraseOne(
  { tx, input: { chain }, at }: Performing<One>,
  holding: Retained,
  why: "period" | "asked",
  dueOn: Day,
) {
  // Stale, not forbidden: a hold is lifted one day.
  if (await heldBy(tx, holding, chain)) return stale({ held: true });
  await holding.erase!(tx, chain, at);
  const rows = countNotes(tx);
  if (rows === 0) return FORBIDDEN;
  await forgetOpenings(tx, { about: chain });
  const kind = holding.kind ?? holding.name;
  await insertErasure(tx, { holding: holding.name, kind, why, dueOn, rows, at });
  return erased({ rows }, chain);
}
