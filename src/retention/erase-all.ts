/**
 * Erases all that may be erased of a person on request: first what the school holds, each thing by its own act in their name, then the
 * account, if no school holds anything of theirs. What must stay is listed with the reason.
 */
import { randomUUID } from "node:crypto";
import { type Act, type Actor, perform } from "../act/act.ts";
import { DEPLOYMENT, type Tx, withSchool } from "../db/school.ts";
import { dayIn } from "../kit/zone.ts";
import { placesOf } from "../act/world.ts";
import { DONE, type Job, type Worked, type Working } from "../jobs/job.ts";
import { presentAddress } from "../mail/address.ts";
import { heldBy } from "./held.ts";
import type { Retained, Subject } from "./retained.ts";
import { eraseAll, erasureDone } from "./requests.ts";
import type { KeptLine } from "./rules/request.ts";
import { findRequest } from "./store.ts";

export function allEraser(retained: readonly Retained[], eraseOwn: Act): Job<{ request: string }> {
  return { errand: eraseAll, atOnce: 1, work: (given) => eraseEverything(given, retained, eraseOwn) };
}

type Given = Working<{ request: string }>;

async function eraseEverything(given: Given, retained: readonly Retained[], eraseOwn: Act): Promise<Worked> {
  const { world, establishment, ids } = given;
  const found = await withSchool(world.db, establishment, async (tx) => {
    const request = await findRequest(tx, ids.request);
    return request && { request, to: await presentAddress(tx, `account:${request.account}`) };
  });
  if (!found?.to || found.request.state === "ready") return DONE;
  const { account } = found.request;
  const erasing = { given, eraseOwn, subject: { account } };
  const outcome: KeptLine[] = [];
  // The request itself stays, as evidence of the answer.
  const here = retained.filter(({ place, kind }) => place === "school" && kind !== "request");
  for (const holding of here) outcome.push(...(await eraseRetained(erasing, establishment, holding)));
  const accounts = retained.filter(({ place }) => place === "deployment");
  const needed = await isNeeded(given, retained, { account });
  for (const { label } of accounts) {
    const line = { label, erased: needed ? 0 : 1, kept: needed ? 1 : 0, months: null };
    outcome.push({ ...line, why: needed ? "needed" : null });
  }
  // Reported already by a worker that seemed dead.
  if (found.request.state === "asked") {
    const actor = { kind: "clock", day: dayIn(world.now(), world.zone(establishment)) } as const;
    const input = { request: ids.request, to: found.to, outcome };
    const report = await perform(world, erasureDone, { actor, establishment, attempt: randomUUID(), input });
    if (report.kind !== "done") throw new Error(`An erasure was not told: ${report.kind}`);
  }
  if (!needed) for (const holding of accounts) await eraseRetained(erasing, DEPLOYMENT, holding);
  return DONE;
}

type Erasing = { readonly given: Given; readonly eraseOwn: Act; readonly subject: Subject };

async function eraseRetained(
  { given, eraseOwn, subject }: Erasing,
  place: string,
  holding: Retained,
): Promise<KeptLine[]> {
  const { world } = given;
  const { name, label, kind } = holding;
  const chains = await withSchool(world.db, place, (tx) => holding.chains(tx, subject));
  const months = world.periods?.(place).find((one) => one.kind === kind)?.months ?? null;
  const actor: Actor = {
    kind: "account",
    account: subject.account,
    session: given.ids.request,
    roles: [],
    authenticatedAt: world.now(),
  };
  const isStillThere = async (chain: string) =>
    (await withSchool(world.db, place, (tx) => holding.chains(tx, subject))).includes(chain);
  const counts = new Map<KeptLine["why"], number>();
  for (const chain of chains) {
    const keptFor = () => withSchool(world.db, place, (tx) => whyKept(tx, chain, holding));
    let why = await keptFor();
    if (why === null) {
      const input = { holding: name, chain };
      const outcome = await perform(world, eraseOwn, { actor, establishment: place, attempt: randomUUID(), input });
      // Held or bound meanwhile, or erased with something else. In any other case the erasure fails rather than reports a success.
      if (outcome.kind !== "done" && (await isStillThere(chain))) {
        why = await keptFor();
        if (why === null) throw new Error(`${name} was not erased: ${outcome.kind}`);
      }
    }
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  return [...counts].map(([why, count]) => ({
    label,
    erased: why === null ? count : 0,
    kept: why === null ? 0 : count,
    why,
    months: why === "period" || why === "bound" ? months : null,
  }));
}

async function whyKept(tx: Tx, chain: string, holding: Retained): Promise<KeptLine["why"]> {
  const { erase, untilOver, bound } = holding;
  if (await heldBy(tx, holding, chain)) return "held";
  if (!erase || untilOver) return "period";
  return (await bound?.(tx, chain)) ? "bound" : null;
}

/** Whether a school still holds something of theirs: the account is shared by the whole deployment. */
async function isNeeded({ world }: Given, retained: readonly Retained[], subject: Subject): Promise<boolean> {
  for (const place of placesOf(world.laws)) {
    if (place === DEPLOYMENT) continue;
    const left = await withSchool(world.db, place, async (tx) => {
      for (const holding of retained) {
        if (holding.place !== "school" || holding.kind === "request") continue;
        if ((await holding.chains(tx, subject)).length > 0) return true;
      }
      return false;
    });
    if (left) return true;
  }
  return false;
}
