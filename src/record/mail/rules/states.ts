/** How far a mail got, and what stood in its way, by names of ours. */

export const MAIL_STATES = ["queued", "sending", "sent", "in-doubt", "failed", "bounced"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Why a mail is not sent, or not outside. */
export type MailProblem =
  | "no-server"
  | "kept-inside"
  | "unreachable"
  | "refused-for-now"
  | "refused"
  | "no-answer"
  | "returned";
