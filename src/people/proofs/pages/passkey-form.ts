/** The forms of a passkey: the script first fetches the challenge, then sends what the device signed. */
import { type Html, html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { act } from "../../../page/acting.ts";
import type { Declare } from "../../../page/declared.ts";
import { carried } from "../../../page/kinds.ts";
import type { Visit } from "../../../page/page.ts";
import { browserIn, letIn, stillOnTheWay } from "../../pages/proof.ts";
import { askPasskey, showPasskey } from "../passkey-acts.ts";
import { proofWords } from "./words.ts";

/** The fields that the script fills in. */
export const signed = () => ({ challenge: carried<string>(), response: carried<string>() });

/** The script's instructions: what to do, and what to say meanwhile. */
export function telling(does: "get" | "create", lang: Lang) {
  const { wait, failed } = proofWords(lang).passkey;
  return { passkey: does, wait, failed };
}

export function withoutScript(lang: Lang): Html {
  return html`<noscript><p class="small">${proofWords(lang).passkey.noScript}</p></noscript>`;
}

type At = { readonly visit: Visit; readonly lang: Lang };

/** Shows a passkey; it also signs in. Both requests have attempt ids of their own, since a signature is valid once. */
export function showing<C extends At>(form: Declare<C>, label: (at: C) => string) {
  return {
    ask: form({
      which: () => (visit) => act(visit, askPasskey, { origin: originOf(visit) }),
      done: (asked) => ({ json: asked }),
    }),
    passkey: form({
      fields: signed,
      script: ({ lang }) => telling("get", lang),
      action: stillOnTheWay,
      go: (at) => ({ label: label(at), variant: "secondary" }),
      which: (brought) => (visit) => act(visit, showPasskey, { ...brought, ...browserIn(visit) }),
      done: (entered, { visit }) => letIn(visit, entered),
    }),
  };
}

/** The origin as the browser knows it: a passkey is bound to it. */
export function originOf({ request }: Visit): string {
  return `${request.protocol}://${request.host}`;
}
