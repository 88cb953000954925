/** Who reads the files of a training: whoever it is about, and whoever sees the training. */
import { may } from "../act/permissions.ts";
import type { FileReader } from "../record/files/reading.ts";
import { findEnrolment } from "./cohorts/store.ts";

export const readsTrainingFile: FileReader = async ({ tx, actor, id }) => {
  const enrolment = await findEnrolment(tx, id);
  if (!enrolment) return undefined;
  const whose = `account:${enrolment.account}`;
  if ("account" in actor && actor.account === enrolment.account) return { whose, back: "/formation" };
  return may(actor, "see the training") ? { whose, back: `/inscriptions/${id}` } : undefined;
};
