/** The forms of a passkey: its script first asks what the device is to sign, then sends what it signed. */
import { type Html, html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { act } from "../../../page/acting.ts";
import type { Declare } from "../../../page/declared.ts";
import { carried } from "../../../page/kinds.ts";
import type { Visit } from "../../../page/page.ts";
import { browserIn, letIn, stillOnTheWay } from "../../pages/proof.ts";
import { askPasskey, showPasskey } from "../passkey-acts.ts";
import { proofWords } from "./words.ts";

/** What the script brings. */
export const signed = () => ({ challenge: carried<string>(), response: carried<string>() });

/** What the script is told: what to do, and what to say meanwhile. */
export function telling(does: "get" | "create", lang: Lang) {
  const { wait, failed } = proofWords(lang).passkey;
  return { passkey: does, wait, failed };
}

export function withoutScript(lang: Lang): Html {
  return html`<noscript><p class="small">${proofWords(lang).passkey.noScript}</p></noscript>`;
}

type At = { readonly visit: Visit; readonly lang: Lang };

/** Showing one: whoever is not signed in is let in by it. Neither is under the attempt of the form, since what was signed is good once. */
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

/** The site as the browser knows it: a passkey works there and nowhere else. */
export function originOf({ request }: Visit): string {
  return `${request.protocol}://${request.host}`;
}
