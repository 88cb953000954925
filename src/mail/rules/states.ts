/** The delivery states of a mail, and the reasons for a failure. */

import type { Machine } from "../../kit/machine.ts";

export const MAIL_STATES = ["queued", "sending", "sent", "in-doubt", "failed", "bounced", "to-hand"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** What may happen to a mail that was sent or given up. */
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
    // A mail still on its way cannot have bounced, and a bounce is recorded once.
    bounced: { from: ["sent", "in-doubt"], to: ["bounced"] },
    "sent-again": { from: ["failed", "bounced"] },
    // A letter waits until the office notes that it went.
    handed: { from: ["to-hand"], to: ["sent"] },
  },
};

/** Why a mail was not sent, or not outside. */
export type MailProblem =
  | "no-server"
  | "kept-inside"
  | "unreachable"
  | "refused-for-now"
  | "refused"
  | "no-answer"
  | "returned";
