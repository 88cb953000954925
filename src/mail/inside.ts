/** The transport of a demonstration: no mail leaves, and one invented domain refuses all. */
import type { Transport } from "./transport.ts";

/** Mails to this domain bounce, so that a demonstration has some. */
export const UNREACHABLE = "introuvable.invalid";

export const insideTransport: Transport = {
  outside: false,
  hand: async ({ to }) =>
    to.endsWith(`@${UNREACHABLE}`)
      ? { kind: "refused", said: "550 5.1.1 No such address (said by the demonstration itself)" }
      : { kind: "accepted", said: "gardé dans la démonstration (kept inside)" },
};
