/** A session as its acts and views take it: locked, with its law and all that is known of it; and who of the register acts. */
import type { Performing } from "../act/act.ts";
import { actorName, type Actor } from "../act/permissions.ts";
import type { Tx } from "../db/school.ts";
import { allows } from "../kit/machine.ts";
import type { Law } from "../law/law.ts";
import { shownAs } from "../issued-documents/sign.ts";
import { broughtBy } from "./brought.ts";
import { type Deliberating, holdingOf, type Jury } from "./rules/deliberation.ts";
import type { Certifying, Entry, Person, Session } from "./rules/facts.ts";
import { JURY, juryState } from "./rules/jury.ts";
import { marksTold } from "./rules/marks.ts";
import { marksShared } from "./rules/reports.ts";
import { toSit } from "./rules/standing.ts";
import {
  findJury,
  findSession,
  lastSealed,
  listFacts,
  listJuries,
  listSealed,
  loadSession,
  lockSession,
} from "./store.ts";

export const sessionChain = (id: string) => `exam-session:${id}`;
export const personChain = (id: string) => `exam-person:${id}`;
export const juryChain = (id: string) => `jury:${id}`;
/** What somebody in training may read of their own exams, and takes a copy of. */
export const certifiedChain = (enrolment: string) => `certified:${enrolment}`;

type Given = Pick<Performing<unknown>, "tx" | "law">;
export type SessionWithLaw = { readonly of: Certifying; readonly law: Law };

/** Locked, unless it is only read. */
export async function sessionWithLaw(
  { tx, law }: Given,
  id: string,
  reads?: "reads",
): Promise<SessionWithLaw | undefined> {
  const session = await (reads ? findSession(tx, id) : lockSession(tx, id));
  const found = session && lawOf({ law }, session);
  if (!found) return undefined;
  const of = await loadSession(tx, session);
  return { of: { ...of, marks: marksShared(found.diploma, of) }, law: found };
}

export function lawOf({ law }: Pick<Given, "law">, { diploma, lawVersion }: Session): Law | undefined {
  return law(diploma, { version: lawVersion });
}

/** Who of the register this is. */
export function meIn(persons: readonly Person[], actor: Actor): readonly Person[] {
  const name = actorName(actor);
  return persons.filter(({ actors }) => actors.includes(name));
}

/**
 * A jury with whom it rules on: those whom no other has sealed, or of a second deliberation the one it is for; and with the marks that
 * are told. One of its members may be marking apart, and everything that a jury is shown or told comes from here.
 */
export async function deliberating(given: Given, id: string, reads?: "reads"): Promise<Deliberating | undefined> {
  const { tx } = given;
  const asked = await findJury(tx, id);
  const found = asked && (await sessionWithLaw(given, asked.session, reads));
  // Read again behind the lock: whoever was first may have closed it.
  const jury = found && (await findJury(tx, id));
  if (!jury) return undefined;
  const { law } = found;
  const of = { ...found.of, marks: marksTold(law.diploma, found.of) };
  const entries = await ruledOn(tx, of, jury);
  const brought = await broughtBy(
    given,
    entries.map(({ enrolment }) => enrolment),
    { but: jury.only },
  );
  // Judged again on the day: a jury rules on no exam that is acquired by then. What a closed one ruled on is what it sealed.
  const ruled = isOpen(jury) ? entries.map((entry) => stillToSit({ law, brought, jury }, entry)) : entries;
  const facts = await listFacts(tx, id);
  return { law, of, brought, jury, facts, entries: ruled.filter(({ exams }) => exams.length > 0), shownAs };
}

function stillToSit({ law, brought, jury }: Pick<Deliberating, "law" | "brought" | "jury">, entry: Entry): Entry {
  const { answer } = toSit(law, holdingOf(brought, entry.enrolment), jury.on);
  return { ...entry, exams: entry.exams.filter((exam) => !answer.acquired.includes(exam)) };
}

async function ruledOn(tx: Tx, of: Certifying, jury: Jury): Promise<readonly Entry[]> {
  if (jury.only !== null) return of.entries.filter(({ id }) => id === jury.only);
  const sealed = await lastSealed(
    tx,
    of.entries.map(({ id }) => id),
  );
  const others = [...sealed.values()].filter((one) => one.jury !== jury.id).map(({ entry }) => entry);
  if (isOpen(jury)) return of.entries.filter(({ id }) => !others.includes(id));
  // Those it sealed at the time: another may have gone back to one of them since.
  const own = await sealedBy(tx, jury.id);
  return of.entries.filter(({ id }) => own.includes(id));
}

async function sealedBy(tx: Tx, jury: string): Promise<readonly string[]> {
  return (await listSealed(tx, jury)).flatMap(({ entry }) => entry ?? []);
}

/** The juries of a session that nobody has closed. */
export async function openJuries(tx: Tx, session: string): Promise<readonly Jury[]> {
  return (await listJuries(tx, session)).filter(isOpen);
}

const isOpen = (jury: Jury) => allows(JURY, "closed", juryState(jury));
