/** Who may read the papers of a collective study: staff who see the training, and the members of the group. */
import { may } from "../../act/permissions.ts";
import type { FileReader } from "../../files/reading.ts";
import { groupOn } from "../rules/study.ts";
import { everIn, membershipsOf } from "./kept.ts";

/** A partnership signed on paper: only staff who see the training. */
export const readsStudyFile: FileReader = async ({ actor, id }) =>
  may(actor, "see the training") ? { whose: null, back: `/etudes-de-terrain/${id}` } : undefined;

/** The signed agreement and the report of a group: its members of that day, and staff who see the training. */
export const readsGroupFile: FileReader = async ({ tx, actor, id, at }) => {
  const member =
    "account" in actor ? (await everIn(tx, id)).find(({ account }) => account === actor.account) : undefined;
  // By the UTC day: a member who left today can read for an hour or two longer at most.
  const day = at.toISOString().slice(0, 10);
  if (member && groupOn(await membershipsOf(tx, [member.enrolment]), day) === id)
    return { whose: `account:${member.account}`, back: `/formation/${member.enrolment}/etude` };
  return may(actor, "see the training") ? { whose: null, back: `/groupes-d-etude/${id}` } : undefined;
};
