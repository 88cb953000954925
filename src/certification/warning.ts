/**
 * Today's warnings for entries no jury has ruled on: unanswered dispenses, five-year limits ending before the jury, missing hours and
 * works. They block nothing.
 */
import type { Performing } from "../act/act.ts";
import { enrolledPersons } from "../training/enrolled.ts";
import { broughtBy } from "./brought.ts";
import { awaitedFound, clockFound, daysOf, warningsOf } from "./presenting.ts";
import { holdingOf } from "./rules/deliberation.ts";
import type { Entry, Session } from "./rules/facts.ts";
import type { Said } from "./said.ts";
import { lastSealed } from "./store.ts";
import { lawOf } from "./load.ts";

type Presented = Pick<Entry, "id" | "enrolment" | "exams">;

/** By enrolment. */
export async function warnedNow(
  context: Performing<unknown>,
  session: Session,
  entries: readonly Presented[],
): Promise<ReadonlyMap<string, readonly Said[]>> {
  const { tx } = context;
  const ruled = await lastSealed(
    tx,
    entries.map(({ id }) => id),
  );
  const toRule = entries.filter(({ id }) => !ruled.has(id));
  const [only] = toRule;
  const which = toRule.length === 1 ? { enrolment: only!.enrolment } : { diploma: session.diploma };
  const theirs = new Map((await enrolledPersons(tx, which)).map((one) => [one.enrolment, one]));
  const brought = await broughtBy(
    context,
    toRule.map(({ enrolment }) => enrolment),
  );
  const days = await daysOf(tx, session);
  const warned = new Map<string, readonly Said[]>();
  for (const { enrolment, exams } of toRule) {
    const { lawVersion = session.lawVersion } = theirs.get(enrolment) ?? {};
    const law = lawOf(context, { ...session, lawVersion });
    if (!law) continue;
    const holder = { law, holding: holdingOf(brought, enrolment), days };
    const missing = await warningsOf(context, { law, enrolment, exams });
    warned.set(enrolment, [...awaitedFound(holder), ...clockFound(holder), ...missing]);
  }
  return warned;
}
