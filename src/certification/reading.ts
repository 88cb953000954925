/** Who may read the files of certification: signed orders, minutes, the receipt of a diploma. */
import { actorName, may } from "../act/permissions.ts";
import type { FileReader } from "../files/reading.ts";
import { enrolledPersons, traineeActor } from "../training/enrolled.ts";
import { everInGroup } from "../training/study/groups.ts";
import { worksDeposited } from "../training/works/deposited.ts";
import { isInSession, isWithin, seesSession } from "./let-in.ts";
import { examsReadOf, findJury } from "./store.ts";

export const readsSessionFile: FileReader = async ({ tx, actor, id }) =>
  (await seesSession(tx, actor, id)) ? { whose: null, back: `/certifications/${id}` } : undefined;

/** The minutes name every candidate: only the secretary and the State read them. */
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

/** A candidate's deposited work, for the examiners of that exam, from their convocation until a jury has ruled; the latest deposit only. */
export const readsWorkBeforehand: FileReader = async ({ tx, actor, id, file }) => {
  const [kind, exam] = file.slot.split(":");
  if (kind !== "work" || !may(actor, "examine")) return undefined;
  const theirs = await examsReadOf(tx, { actor: actorName(actor), enrolment: id });
  const readable = theirs.find((read) => read.exam === exam);
  const deposited = (await worksDeposited(tx, [id])).some((work) => work.exam === exam && work.file === file.id);
  const [person] = await enrolledPersons(tx, { enrolment: id });
  if (!readable || !deposited || !person) return undefined;
  return { whose: traineeActor(person), back: `/examens/${readable.group}` };
};

/** A study group's report, likewise, for the examiners of any of its members. It belongs to no single person. */
export const readsReportBeforehand: FileReader = async ({ tx, actor, id, file }) => {
  const [kind, exam] = file.slot.split(":");
  if (kind !== "report" || !may(actor, "examine")) return undefined;
  for (const enrolment of await everInGroup(tx, id)) {
    const readable = (await examsReadOf(tx, { actor: actorName(actor), enrolment })).find((read) => read.exam === exam);
    const stands = readable && (await worksDeposited(tx, [enrolment])).some((work) => work.file === file.id);
    if (stands) return { whose: null, back: `/examens/${readable.group}` };
  }
  return undefined;
};
