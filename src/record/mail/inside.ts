/** What a demonstration sends mails by: nothing leaves the house, and one domain of invented addresses takes none. */
import type { Transport } from "./transport.ts";

/** Mails to it come back, so that a demonstration has some that did. */
export const UNREACHABLE = "introuvable.invalid";

export const insideTransport: Transport = {
  outside: false,
  hand: async ({ to }) =>
    to.endsWith(`@${UNREACHABLE}`)
      ? { kind: "refused", said: "550 5.1.1 No such address (said by the demonstration itself)" }
      : { kind: "accepted", said: "kept inside" },
};
