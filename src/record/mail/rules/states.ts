/** How far a mail got, and what stood in its way, by names of ours. */

import type { Machine } from "../../../kit/machine.ts";

export const MAIL_STATES = ["queued", "sending", "sent", "in-doubt", "failed", "bounced", "to-hand"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** What may happen to a mail once the server has had it, or has been given up. */
export const MAIL: Machine<MailState, "bounced" | "sent-again" | "handed"> = {
  name: "mail",
  thing: { fr: "Ce courriel", en: "This mail" },
  again: { fr: "il", en: "it" },
  states: {
    queued: { fr: "en attente d’envoi", en: "waiting to be sent" },
    sending: { fr: "en cours d’envoi", en: "being sent" },
    sent: { fr: "envoyé", en: "sent" },
    "in-doubt": { fr: "peut-être envoyé", en: "perhaps sent" },
    failed: { fr: "abandonné", en: "given up" },
    bounced: { fr: "revenu", en: "returned" },
    "to-hand": { fr: "à remettre sur papier", en: "to be handed over on paper" },
  },
  moves: {
    // What is still on its way cannot have come back, and what came back needs no second note.
    bounced: { from: ["sent", "in-doubt"], to: ["bounced"] },
    "sent-again": { from: ["failed", "bounced"] },
    // A letter waits until somebody notes that it went.
    handed: { from: ["to-hand"], to: ["sent"] },
  },
};

/** Why a mail is not sent, or not outside. */
export type MailProblem =
  | "no-server"
  | "kept-inside"
  | "unreachable"
  | "refused-for-now"
  | "refused"
  | "no-answer"
  | "returned";
