/** Who may read the papers of certification: what the State signed, the minutes, the receipt of a diploma. */
import { may } from "../act/permissions.ts";
import type { FileReader } from "../record/files/reading.ts";
import { enrolledPersons } from "../training/enrolled.ts";

export const readsSessionFile: FileReader = async ({ actor, id }) =>
  may(actor, "see the certification") ? { whose: null, back: `/certifications/${id}` } : undefined;

/** The minutes tell of everybody: they are read by those who keep and sign them, and by the State. */
export const readsJuryFile: FileReader = async ({ actor, id }) =>
  may(actor, "prepare the certification") || may(actor, "publish results")
    ? { whose: null, ...(may(actor, "hold a deliberation") && { back: `/jurys/${id}` }) }
    : undefined;

export const readsCertifiedFile: FileReader = async ({ tx, actor, id }) => {
  const [person] = await enrolledPersons(tx, { enrolment: id });
  if (!person) return undefined;
  const whose = `account:${person.account}`;
  if (actor.kind === "account" && actor.account === person.account) return { whose, back: "/mes-epreuves" };
  return may(actor, "see the certification") ? { whose, back: "/apres-les-jurys" } : undefined;
};
