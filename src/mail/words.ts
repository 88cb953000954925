/** The words for the states of a mail, for its reader and the office. */
import type { Label } from "../kit/lang.ts";
import type { MailProblem, MailState } from "./rules/states.ts";

export const MAIL_STATE_WORDS: Readonly<Record<MailState, Label>> = {
  queued: { fr: "à envoyer", en: "to be sent" },
  sending: { fr: "en cours d’envoi", en: "being sent" },
  sent: { fr: "envoyé", en: "sent" },
  "in-doubt": { fr: "peut-être envoyé", en: "perhaps sent" },
  failed: { fr: "non envoyé", en: "not sent" },
  bounced: { fr: "refusé ou revenu", en: "refused or returned" },
  "to-hand": { fr: "lettre à remettre", en: "letter to hand over" },
};

/** The state of one mail, which may be a letter. */
export function mailStateWords({ state, postal }: { readonly state: MailState; readonly postal: unknown }): Label {
  return postal !== null && state === "sent" ? HANDED : MAIL_STATE_WORDS[state];
}

const HANDED: Label = { fr: "lettre remise", en: "letter handed over" };

/** The plural of the states. */
export const MAIL_STATES_WORDS: Readonly<Record<MailState, Label>> = {
  ...MAIL_STATE_WORDS,
  sent: { fr: "envoyés", en: "sent" },
  "in-doubt": { fr: "peut-être envoyés", en: "perhaps sent" },
  failed: { fr: "non envoyés", en: "not sent" },
  bounced: { fr: "refusés ou revenus", en: "refused or returned" },
  "to-hand": { fr: "lettres à remettre", en: "letters to hand over" },
};

export const MAIL_PROBLEM_WORDS: Readonly<Record<MailProblem, Label>> = {
  "no-server": {
    fr: "non envoyé\u00a0: aucun serveur de courrier n’est configuré",
    en: "not sent: no mail server is configured",
  },
  "kept-inside": {
    fr: "gardé ici\u00a0: cette démonstration n’envoie aucun courriel au-dehors",
    en: "kept here: this demonstration sends no mail outside",
  },
  unreachable: { fr: "le serveur de courrier ne répond pas", en: "the mail server cannot be reached" },
  "refused-for-now": {
    fr: "le serveur de courrier refuse pour l’instant",
    en: "the mail server refuses for the time being",
  },
  refused: { fr: "le serveur du destinataire refuse ce courriel", en: "the addressee’s server refuses this mail" },
  "no-answer": {
    fr: "le serveur n’a pas confirmé\u00a0: le courriel sera renvoyé à l’identique",
    en: "the server did not confirm: the same mail will be sent again",
  },
  returned: { fr: "revenu après l’envoi", en: "returned after it was sent" },
};
