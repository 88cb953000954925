/** What enrolled people hold: decided in admission or training, entered by hand, or validated by this school's juries. */
import type { Performing } from "../act/act.ts";
import { type Settled, settledOf } from "../training/programmes/settled.ts";
import { keptUntil } from "./rules/clock.ts";
import { type Brought, broughtOf, holdingOf } from "./rules/deliberation.ts";
import type { Held } from "./rules/facts.ts";
import type { Notified } from "./rules/standing.ts";
import { type Entered, listAfter, listHeld, listResults } from "./store.ts";

type Context = Pick<Performing<unknown>, "tx" | "law">;

/** `but`: the entry whose decision is being reconsidered; its notified results are left out. */
export async function broughtBy(
  context: Context,
  enrolments: readonly string[],
  { but }: { readonly but?: string | null } = {},
): Promise<Brought> {
  const { tx } = context;
  const results = (await listResults(tx, { enrolments })).filter(({ entry }) => entry !== but);
  const notified = results.map((one) => ({
    enrolment: one.enrolment,
    notified: { validated: one.result.validated, notifiedOn: one.notifiedOn } satisfies Notified,
  }));
  const entered = Map.groupBy(await listHeld(tx, enrolments), ({ enrolment }) => enrolment);
  const settled = await settledOf(context, enrolments);
  const after = await listAfter(tx, enrolments);
  const lapses = after.filter(({ kind }) => kind === "lapsed");
  const held = new Map<string, readonly Held[]>();
  for (const enrolment of enrolments)
    held.set(enrolment, [
      ...(settled.get(enrolment) ?? []).map(decidedHeld),
      ...(entered.get(enrolment) ?? []).map(enteredHeld),
    ]);
  return {
    held,
    notified: new Map(
      [...Map.groupBy(notified, ({ enrolment }) => enrolment)].map(([key, them]) => [
        key,
        them.map((one) => one.notified),
      ]),
    ),
    lapsed: new Map(lapses.map(({ enrolment, on }) => [enrolment, on])),
    kept: new Map(
      [...Map.groupBy(after, ({ enrolment }) => enrolment)].flatMap(([enrolment, theirs]) => {
        const until = keptUntil(theirs);
        return until === undefined ? [] : [[enrolment, until] as const];
      }),
    ),
  };
}

/** What one person holds, by domain and as the decision's input. */
export async function standingsOf(context: Context, enrolment: string) {
  const brought = await broughtBy(context, [enrolment]);
  return { standings: broughtOf(brought, enrolment), holding: holdingOf(brought, enrolment) };
}

function decidedHeld({ domain, by, origin }: Settled): Held {
  if ("held" in by)
    return { domain, dispensedBy: null, confirmedBy: null, confirmed: null, validatedOn: by.validatedOn, origin };
  const { title, confirmation } = by;
  const answered = { confirmedBy: confirmation?.by ?? null, confirmed: confirmation?.granted ?? null };
  return { domain, dispensedBy: title, ...answered, validatedOn: null, origin };
}

function enteredHeld({ enrolment: _enrolment, paper, ...entry }: Entered): Held {
  const { dispensedBy, confirmedBy, confirmed, validatedOn } = entry;
  const answer = confirmedBy === null ? null : { granted: confirmed ?? true, by: confirmedBy, on: null };
  const by = dispensedBy ?? "";
  return {
    ...entry,
    origin: { by: { fr: by, en: by }, validatedOn, contested: false, answer, decidedOn: null, paper, source: null },
  };
}
