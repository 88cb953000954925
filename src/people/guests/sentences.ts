/** What a guest is invited for, in words. */
import { type Lang, sayList } from "../../kit/lang.ts";
import type { GuestRole } from "../../act/permissions.ts";

/** What a guest is invited for, within a sentence. */
const FOR: Readonly<Record<GuestRole, Readonly<Record<Lang, string>>>> = {
  interviewer: { fr: "conduire des entretiens de sélection", en: "hold selection interviews" },
  trainer: { fr: "former des stagiaires", en: "train trainees" },
  "memoire-director": { fr: "diriger un travail", en: "direct a work" },
  examiner: { fr: "examiner des épreuves", en: "examine candidates" },
  "jury-member": { fr: "siéger au jury", en: "sit on the jury" },
  "partner-establishment": {
    fr: "représenter l’établissement partenaire",
    en: "represent the partner establishment",
  },
  authority: { fr: "agir pour l’autorité régionale", en: "act for the regional authority" },
  payer: { fr: "suivre les formations que votre structure paie", en: "follow the trainings that your body pays for" },
};

export function sayInvitedFor(roles: readonly GuestRole[], lang: Lang): string {
  return sayList(
    roles.map((role) => FOR[role][lang]),
    lang,
  );
}
