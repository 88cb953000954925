/** Who may read the files of a training: the trainee, staff who see the training, the director of a written work, and the trainer of a lesson that is contested with one. */
import { actorName, may } from "../act/permissions.ts";
import type { FileReader } from "../files/reading.ts";
import { directedBy } from "./works/store.ts";
import { findEnrolment } from "./cohorts/store.ts";
import { findLesson } from "./lessons/store.ts";
import { traineeActor } from "./enrolled.ts";

export const readsTrainingFile: FileReader = async ({ tx, actor, id, file }) => {
  const enrolment = await findEnrolment(tx, id);
  if (!enrolment) return undefined;
  const whose = traineeActor(enrolment);
  if ("account" in actor && actor.account === enrolment.account) return { whose, back: "/formation" };
  const [kind, of] = file.slot.split(":");
  if (kind === "work" && may(actor, "direct a work")) {
    const directed = await directedBy(tx, actorName(actor));
    if (directed.some((one) => one.enrolment === id && one.exam === of)) return { whose, back: "/memoires" };
  }
  if (kind === "attendance" && may(actor, "correct attendance") && of !== undefined) {
    const lesson = await findLesson(tx, of);
    if (lesson?.trainer === actorName(actor)) return { whose, back: `/seances/${lesson.id}/corriger/${id}` };
  }
  return may(actor, "see the training") ? { whose, back: `/inscriptions/${id}` } : undefined;
};
