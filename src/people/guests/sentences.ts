/** What a guest is invited for, in words. */
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay, sayList } from "../../kit/lang.ts";
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
  payer: {
    fr: "lire et signer ce qui concerne les formations que votre structure paie",
    en: "read and sign what concerns the trainings that your body pays for",
  },
};

export function sayInvitedFor(roles: readonly GuestRole[], lang: Lang): string {
  return sayList(
    roles.map((role) => FOR[role][lang]),
    lang,
  );
}

/** Until when, within a sentence: of who pays alone the calendar moves the day ahead as long as something of it is alive. */
export function sayInvitedUntil(roles: readonly GuestRole[], until: Day, lang: Lang): string {
  const day = sayDay(until, lang);
  const least = roles.length > 0 && roles.every((role) => role === "payer");
  if (lang === "fr") return least ? `au moins jusqu’au ${day}` : `jusqu’au ${day}`;
  return least ? `until ${day} at least` : `until ${day}`;
}
