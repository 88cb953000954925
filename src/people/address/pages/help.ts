/** An administrator helps whoever lost their mailbox or their second proofs, once sure of who they are. */
import { href, html } from "../../../kit/html.ts";
import { act, fieldErrors } from "../../../page/acting.ts";
import { button, errorSummary, type FieldError, form, radios, textField } from "../../../page/form.ts";
import { textOf } from "../../../page/form-values.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { endSessionsOf, giveAddress, removeProofs } from "../acts.ts";
import { addressWords } from "./words.ts";

type Asked = { readonly address: string; readonly what: string; readonly to: string; readonly reason: string };
/** What needs nothing but who it is for, and why. */
const OTHERS = new Map([
  ["proofs", removeProofs],
  ["sessions", endSessionsOf],
]);
const NOTHING: Asked = { address: "", what: "", to: "", reason: "" };

export const helpAccountPage: Page = {
  name: "equipe-aider",
  path: "/equipe/aider",
  who: "help with an account",
  fresh: true,
  view: (visit) => shown(visit, NOTHING, []),
  submit: async (visit, sent) => {
    const words = addressWords(visit.lang).help;
    const asked: Asked = {
      address: textOf(sent, "address"),
      what: textOf(sent, "what"),
      to: textOf(sent, "to"),
      reason: textOf(sent, "reason"),
    };
    const errors = [
      ...(asked.address === "" ? [{ field: "address", message: words.missingAddress }] : []),
      ...(asked.what === "" ? [{ field: "what", message: words.missingWhat }] : []),
      ...(asked.reason === "" ? [{ field: "reason", message: words.missingReason }] : []),
    ];
    if (errors.length > 0) return shown(visit, asked, errors);
    const school = visit.school.establishment;
    const { address, to, reason } = asked;
    const other = OTHERS.get(asked.what);
    const outcome = other
      ? await act(visit, other, { school, address, reason }, { sent })
      : await act(visit, giveAddress, { school, address, to: to || "-", reason }, { sent });
    if (outcome.kind === "invalid") return shown(visit, asked, fieldErrors(outcome.issues, visit.lang));
    if (outcome.kind !== "done") throw new Error(`An account could not be helped: ${outcome.kind}`);
    const main = html`<p>${words.done(outcome.value.name)}</p>
${!other && html`<p>${words.unless}</p>`}
<p><a class="ds-link" href="${href(visit.link(visit.path))}">${words.more}</a></p>`;
    return { html: layout(visit, { title: words.doneHeading, main, back: "/equipe" }) };
  },
};

function shown(visit: Visit, asked: Asked, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = addressWords(lang).help;
  const to = textField({ name: "to", label: words.to, type: "email", value: asked.to, errors, lang });
  const fields = html`${textField({ name: "address", label: words.address, type: "email", value: asked.address, errors, lang })}
${radios({
  name: "what",
  legend: words.what,
  options: [
    { value: "address", label: words.whats.address, hint: words.whys.address },
    { value: "proofs", label: words.whats.proofs, hint: words.whys.proofs },
    { value: "sessions", label: words.whats.sessions, hint: words.whys.sessions },
  ],
  follow: { address: to },
  value: asked.what === "" ? undefined : asked.what,
  errors,
  lang,
})}
${textField({ name: "reason", label: words.reason, hint: words.reasonHint, value: asked.reason, errors, lang })}
<div class="actions">${button(words.go)}</div>`;
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
${form(visit, fields)}`;
  return {
    html: layout(visit, { title: words.heading, main, back: "/equipe", error: errors.length > 0 }),
    status: errors.length > 0 ? 422 : 200,
  };
}
