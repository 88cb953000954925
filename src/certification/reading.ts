/** Who may read the papers of certification: what the State signed, the minutes, the receipt of a diploma. */
import { actorName, may } from "../act/permissions.ts";
import type { FileReader } from "../files/reading.ts";
import { enrolledPersons, traineeActor } from "../training/enrolled.ts";
import { everInGroup } from "../training/study/groups.ts";
import { worksDeposited } from "../training/works/deposited.ts";
import { isInSession, isWithin, seesSession } from "./let-in.ts";
import { examsReadOf, findJury } from "./store.ts";

export const readsSessionFile: FileReader = async ({ tx, actor, id }) =>
  (await seesSession(tx, actor, id)) ? { whose: null, back: `/certifications/${id}` } : undefined;

/** The minutes tell of everybody: they are read by those who keep and sign them, and by the State. */
export const readsJuryFile: FileReader = async ({ tx, actor, id }) => {
  const jury = await findJury(tx, id);
  if (!jury || !(may(actor, "prepare the certification") || may(actor, "publish results"))) return undefined;
  if (!(await isInSession(tx, actor, jury.session))) return undefined;
  return { whose: null, ...(may(actor, "hold a deliberation") && { back: `/jurys/${id}` }) };
};

export const readsCertifiedFile: FileReader = async ({ tx, actor, id }) => {
  const [person] = await enrolledPersons(tx, { enrolment: id });
  if (!person) return undefined;
  const whose = traineeActor(person);
  if (actor.kind === "account" && actor.account === person.account) return { whose, back: "/mes-epreuves" };
  const sees = may(actor, "see the certification") && (await isWithin(tx, actor, id));
  return sees ? { whose, back: "/apres-les-jurys" } : undefined;
};

/**
 * The work that a candidate deposited, for those who hear or read it in their exam, from when they are called to the group until a
 * jury has ruled: of that exam alone, and what was deposited last.
 */
export const readsWorkBeforehand: FileReader = async ({ tx, actor, id, file }) => {
  const [kind, exam] = file.slot.split(":");
  if (kind !== "work" || !may(actor, "examine")) return undefined;
  const theirs = await examsReadOf(tx, { actor: actorName(actor), enrolment: id });
  const one = theirs.find((read) => read.exam === exam);
  const deposited = (await worksDeposited(tx, [id])).some((work) => work.exam === exam && work.file === file.id);
  const [person] = await enrolledPersons(tx, { enrolment: id });
  if (!one || !deposited || !person) return undefined;
  return { whose: traineeActor(person), back: `/examens/${one.group}` };
};

/** The report of a group, likewise: for those before whom one of the group comes with it. It is of several, and of nobody's alone. */
export const readsReportBeforehand: FileReader = async ({ tx, actor, id, file }) => {
  const [kind, exam] = file.slot.split(":");
  if (kind !== "report" || !may(actor, "examine")) return undefined;
  for (const enrolment of await everInGroup(tx, id)) {
    const one = (await examsReadOf(tx, { actor: actorName(actor), enrolment })).find((read) => read.exam === exam);
    const stands = one && (await worksDeposited(tx, [enrolment])).some((work) => work.file === file.id);
    if (stands) return { whose: null, back: `/examens/${one.group}` };
  }
  return undefined;
};
