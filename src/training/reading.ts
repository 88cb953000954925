/** Who reads the files of a training: whoever it is about, whoever sees the training, and of a work whoever directs it. */
import { actorName, may } from "../act/permissions.ts";
import type { FileReader } from "../record/files/reading.ts";
import { directedBy } from "./works/store.ts";
import { everIn, membershipsOf } from "./study/kept.ts";
import { groupOn } from "./rules/study.ts";
import { findEnrolment } from "./cohorts/store.ts";

export const readsTrainingFile: FileReader = async ({ tx, actor, id, file }) => {
  const enrolment = await findEnrolment(tx, id);
  if (!enrolment) return undefined;
  const whose = `account:${enrolment.account}`;
  if ("account" in actor && actor.account === enrolment.account) return { whose, back: "/formation" };
  const [kind, exam] = file.slot.split(":");
  if (kind === "work" && may(actor, "direct a mémoire")) {
    const theirs = await directedBy(tx, actorName(actor));
    if (theirs.some((one) => one.enrolment === id && one.exam === exam)) return { whose, back: "/memoires" };
  }
  return may(actor, "see the training") ? { whose, back: `/inscriptions/${id}` } : undefined;
};

/** A partnership that was signed on paper: of nobody, for those who see the training. */
export const readsStudyFile: FileReader = async ({ actor, id }) =>
  may(actor, "see the training") ? { whose: null, back: `/etudes-de-terrain/${id}` } : undefined;

/** The agreement signed on paper and the report of a group: for those who are in it that day, and for those who see the training. */
export const readsGroupFile: FileReader = async ({ tx, actor, id, at }) => {
  const own = "account" in actor ? (await everIn(tx, id)).find(({ account }) => account === actor.account) : undefined;
  // By the day of the calendar without a zone: whoever left today reads for an hour or two more at the most.
  const day = at.toISOString().slice(0, 10);
  if (own && groupOn(await membershipsOf(tx, [own.enrolment]), day) === id)
    return { whose: `account:${own.account}`, back: `/formation/${own.enrolment}/etude` };
  return may(actor, "see the training") ? { whose: null, back: `/groupes-d-etude/${id}` } : undefined;
};
