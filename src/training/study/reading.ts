/** Who reads the papers of a collective study: those who see the training, and of a group those who are in it. */
import { may } from "../../act/permissions.ts";
import type { FileReader } from "../../files/reading.ts";
import { groupOn } from "../rules/study.ts";
import { everIn, membershipsOf } from "./kept.ts";

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
