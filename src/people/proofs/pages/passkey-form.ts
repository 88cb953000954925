/** The form of a passkey, hidden until its script shows it, and what the script asks and sends. */
import { type Html, html } from "../../../kit/html.ts";
import { button, form } from "../../../page/form.ts";
import type { Form, Visit } from "../../../page/page.ts";
import { proofWords } from "./words.ts";

export function passkeyForm(
  visit: Visit,
  { does, go, action, before }: { does: "get" | "create"; go: string; action: string; before?: Html },
): Html {
  const words = proofWords(visit.lang).passkey;
  const data = { passkey: does, wait: words.wait, failed: words.failed };
  const content = html`${before}
<input type="hidden" name="by" value="passkey"><input type="hidden" name="challenge" value=""><input type="hidden" name="response" value="">
<div class="actions">${button(go, { variant: "secondary" })}</div>
<p role="status"></p>`;
  return html`<div hidden>${form(visit, content, { action, data })}</div>
<noscript><p class="small">${words.noScript}</p></noscript>`;
}

export type FromScript = { readonly asks: true } | { readonly challenge: string; readonly response: string };

/** `undefined` where the form is another one. */
export function fromScript(sent: Form): FromScript | undefined {
  if (sent.get("by") !== "passkey") return undefined;
  if (sent.get("step") === "ask") return { asks: true };
  return { challenge: sent.get("challenge").slice(0, 36), response: sent.get("response").slice(0, 20_000) };
}

/** The site as the browser knows it: a passkey works there and nowhere else. */
export function originOf({ request }: Visit): string {
  return `${request.protocol}://${request.host}`;
}
