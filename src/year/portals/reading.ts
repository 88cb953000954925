/** Who may read a receipt: staff who see the accounts, and the person whom it is about. */
import { may } from "../../act/permissions.ts";
import type { FileReader } from "../../files/reading.ts";
import { findEnrolment } from "../../training/cohorts/enrolment.ts";

export const readsReceipt: FileReader = async ({ tx, actor, id, file }) => {
  const account = (await findEnrolment(tx, id))?.account ?? null;
  const whose = account === null ? null : `account:${account}`;
  if ("account" in actor && actor.account !== undefined && actor.account === account) return { whose };
  const [, line = ""] = file.slot.split(":");
  return may(actor, "see the accounts") ? { whose, back: `/finances/a-declarer/${line}` } : undefined;
};
