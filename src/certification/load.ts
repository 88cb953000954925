/** A session as acts and views load it: locked, with its law and all its rows; and the actor's register entries. */
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
/** The person's own exams: what they may read and get a copy of. */
export const certifiedChain = (enrolment: string) => `certified:${enrolment}`;

type Context = Pick<Performing<unknown>, "tx" | "law">;
export type SessionWithLaw = { readonly of: Certifying; readonly law: Law };

/** Locked, unless `reads`. */
export async function sessionWithLaw(
  { tx, law }: Context,
  id: string,
  reads?: "reads",
): Promise<SessionWithLaw | undefined> {
  const session = await (reads ? findSession(tx, id) : lockSession(tx, id));
  const sessionLaw = session && lawOf({ law }, session);
  if (!sessionLaw) return undefined;
  const of = await loadSession(tx, session);
  return { of: { ...of, marks: marksShared(sessionLaw.diploma, of) }, law: sessionLaw };
}

export function lawOf({ law }: Pick<Context, "law">, { diploma, lawVersion }: Session): Law | undefined {
  return law(diploma, { version: lawVersion });
}

/** The actor's entries in the register. */
export function meIn(persons: readonly Person[], actor: Actor): readonly Person[] {
  const name = actorName(actor);
  return persons.filter(({ actors }) => actors.includes(name));
}

/**
 * A jury with the entries it rules on: those no other jury has sealed, or the one it reconsiders. Marks still given apart are hidden, since
 * a member may also be marking; all that a jury sees goes through here.
 */
export async function deliberating(context: Context, id: string, reads?: "reads"): Promise<Deliberating | undefined> {
  const { tx } = context;
  const asked = await findJury(tx, id);
  const examSession = asked && (await sessionWithLaw(context, asked.session, reads));
  // Read again once the session is locked: a concurrent act may have closed it.
  const jury = examSession && (await findJury(tx, id));
  if (!jury) return undefined;
  const { law } = examSession;
  const of = { ...examSession.of, marks: marksTold(law.diploma, examSession.of) };
  const entries = await ruledOn(tx, of, jury);
  const brought = await broughtBy(
    context,
    entries.map(({ enrolment }) => enrolment),
    { but: jury.only },
  );
  // An open jury leaves out exams acquired by its day; a closed one keeps what it sealed.
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
  // What it sealed at the time, even if another jury has reconsidered one since.
  const own = await sealedBy(tx, jury.id);
  return of.entries.filter(({ id }) => own.includes(id));
}

async function sealedBy(tx: Tx, jury: string): Promise<readonly string[]> {
  return (await listSealed(tx, jury)).flatMap(({ entry }) => entry ?? []);
}

/** The juries of a session that are not closed. */
export async function openJuries(tx: Tx, session: string): Promise<readonly Jury[]> {
  return (await listJuries(tx, session)).filter(isOpen);
}

const isOpen = (jury: Jury) => allows(JURY, "closed", juryState(jury));
