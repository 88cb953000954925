/** The second proof, asked of whoever comes to work: a code, a recovery code or a passkey. */
import { href, html } from "../../../kit/html.ts";
import { act, fieldErrors, see } from "../../../page/acting.ts";
import { button, errorSummary, type FieldError, form, textField } from "../../../page/form.ts";
import { textOf } from "../../../page/form-values.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { heldMark } from "../../../page/session.ts";
import { letIn, onTheWay, wayOn } from "../../pages/proof.ts";
import { deviceOf } from "../../rules/device.ts";
import { proveSecond } from "../acts.ts";
import { askPasskey, showPasskey } from "../passkey-acts.ts";
import { mayWork } from "../../views.ts";
import { seeProofs } from "../views.ts";
import { type FromScript, fromScript, originOf, passkeyForm } from "./passkey-form.ts";
import { proofWords } from "./words.ts";

export const secondFactorPage: Page = {
  name: "second-facteur",
  path: "/compte/second-facteur",
  who: "mind one’s own account",
  view: (visit) => question(visit, []),
  submit: async (visit, sent) => {
    const script = fromScript(sent);
    if (script) return byPasskey(visit, script, (errors) => question(visit, errors));
    const words = proofWords(visit.lang).prove;
    const code = textOf(sent, "code").slice(0, 50);
    if (code === "") return question(visit, [{ field: "code", message: words.missing }]);
    const device = deviceOf(visit.request.headers["user-agent"]);
    const outcome = await act(visit, proveSecond, { code, device, ...heldMark(visit) }, { sent });
    if (outcome.kind === "invalid") return question(visit, fieldErrors(outcome.issues, visit.lang));
    if (outcome.kind !== "done" || outcome.value.token === null)
      return question(visit, [{ field: "code", message: words.wrong }]);
    return letIn(visit, outcome.value);
  },
};

/** What a script asks, or the passkey it brings: whoever is not signed in is let in by it. */
export async function byPasskey(
  visit: Visit,
  script: FromScript,
  again: (errors: readonly FieldError[]) => PageResult | Promise<PageResult>,
): Promise<PageResult> {
  if ("asks" in script) {
    const asked = await act(visit, askPasskey, { origin: originOf(visit) });
    return asked.kind === "done" ? { json: asked.value } : { json: {}, status: 403 };
  }
  const refused = () => again([{ field: "passkey", message: proofWords(visit.lang).passkey.wrong }]);
  if (script.challenge.length !== 36) return refused();
  const device = deviceOf(visit.request.headers["user-agent"]);
  const outcome = await act(visit, showPasskey, { ...script, device, ...heldMark(visit) });
  return outcome.kind === "done" ? letIn(visit, outcome.value) : refused();
}

async function question(visit: Visit, errors: readonly FieldError[]): Promise<PageResult> {
  const { lang } = visit;
  const { factors = [], codesLeft = 0 } = (await see(visit, seeProofs, {})) ?? {};
  // In this school: what another's sign-in service said is no proof here.
  if (mayWork(visit.person?.means ?? [])) return { redirect: wayOn(visit, "/compte") };
  if (factors.length === 0) return { redirect: onTheWay(visit, "/compte/preuves") };
  const words = proofWords(lang).prove;
  const generator = factors.some(({ kind }) => kind === "totp");
  const passkey = factors.some(({ kind }) => kind === "passkey");
  const action = onTheWay(visit, visit.path);
  const code = textField({
    name: "code",
    label: generator ? words.code : words.codeRecovery,
    hint: generator ? (codesLeft > 0 && words.codeHint) || undefined : words.recoveryHint,
    autocomplete: "one-time-code",
    size: 22,
    value: "",
    errors,
    lang,
  });
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
${passkey && html`<div id="passkey">${passkeyForm(visit, { does: "get", go: words.passkey, action })}</div>`}
${form(visit, html`${code}<div class="actions">${button(words.go)}</div>`, { action })}
<details class="ds-details"><summary>${words.lost}</summary><div><p>${words.lostWhy}</p>
<p><a class="ds-link" href="${href(visit.link("/aide"))}#contact">${visit.school.name}</a></p></div></details>`;
  const parts = { title: words.heading, main, error: errors.length > 0, back: "/compte" };
  return {
    html: layout(visit, { ...parts, ...(passkey && { scripts: ["passkey" as const] }) }),
    status: errors.length > 0 ? 422 : 200,
  };
}
