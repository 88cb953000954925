/** One page to sign in or to begin: nobody has to know beforehand whether they have an account. */
import { type Html, html } from "../../kit/html.ts";
import { act, fieldErrors } from "../../page/acting.ts";
import { button, errorSummary, type FieldError, form, linkButton, textField } from "../../page/form.ts";
import { textOf } from "../../page/form-values.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { heldMark } from "../../page/session.ts";
import { signIn } from "../sessions/acts.ts";
import { fromScript, passkeyForm } from "../proofs/pages/passkey-form.ts";
import { byPasskey } from "../proofs/pages/second.ts";
import { proofWords } from "../proofs/pages/words.ts";
import { deviceOf } from "../rules/device.ts";
import { providerOf } from "../provider/provider.ts";
import { providerWords } from "../provider/words.ts";
import { callerOf, letIn, onTheWay, wayOn } from "./proof.ts";
import { peopleWords } from "./words.ts";

export const signInPage: Page = {
  name: "connexion",
  path: "/connexion",
  view: (visit) => (visit.person ? { redirect: wayOn(visit, "/compte") } : shown(visit, "", [])),
  submit: async (visit, sent) => {
    const script = fromScript(sent);
    if (script) return byPasskey(visit, script, (errors) => shown(visit, "", errors));
    const words = peopleWords(visit.lang).signIn;
    const address = textOf(sent, "address");
    const password = sent.get("password").slice(0, 1000);
    const errors = [
      ...(address === "" ? [{ field: "address", message: words.missingAddress }] : []),
      ...(password === "" ? [{ field: "password", message: words.missingPassword }] : []),
    ];
    if (errors.length > 0) return shown(visit, address, errors);
    const device = deviceOf(visit.request.headers["user-agent"]);
    const outcome = await act(
      visit,
      signIn,
      { address, password, device, caller: callerOf(visit), ...heldMark(visit) },
      { sent, actor: { kind: "anyone" } },
    );
    if (outcome.kind === "invalid") return shown(visit, address, fieldErrors(outcome.issues, visit.lang));
    if (outcome.kind !== "done" || outcome.value.token === null)
      return shown(visit, address, [{ field: "password", message: words.wrong }]);
    return letIn(visit, outcome.value);
  },
};

/** To whoever is signed in by the service of another school, which is why they are nobody here. */
function elsewhere({ lang, world, school, person, session }: Visit): Html | undefined {
  if (person || session?.onlyIn === undefined) return undefined;
  const there = world.laws.establishments.find(({ data }) => data.establishment === session.onlyIn)?.data.name;
  return html`<p class="ds-alert" data-color="info">${providerWords(lang).elsewhere(there ?? session.onlyIn, school.name)}</p>`;
}

function shown(visit: Visit, address: string, errors: readonly FieldError[]): PageResult {
  const { lang, world, school } = visit;
  const provider = providerOf(world, school.establishment);
  const words = peopleWords(lang).signIn;
  const fields = html`${textField({ name: "address", label: words.address, type: "email", autocomplete: "username", value: address, errors, lang })}
${textField({ name: "password", label: words.password, type: "password", autocomplete: "current-password", value: "", errors, lang })}
<div class="actions">${button(words.go)}</div>`;
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
${elsewhere(visit)}<p class="lead">${words.lead}</p>
<h2>${words.new}</h2>
<p>${words.newWhy}</p>
<div class="actions">${linkButton(onTheWay(visit, "/connexion/code"), words.newGo, "secondary")}</div>
<h2>${words.known}</h2>
${form(visit, fields, { action: onTheWay(visit, visit.path) })}
${
  provider &&
  html`<h2>${providerWords(lang).heading}</h2><p>${providerWords(lang).why}</p>
${form(visit, button(providerWords(lang).go(provider.name), { variant: "secondary" }), { action: onTheWay(visit, "/connexion/ecole") })}`
}
<div id="passkey">${passkeyForm(visit, { does: "get", go: proofWords(lang).passkey.signIn, action: onTheWay(visit, visit.path) })}</div>`;
  return {
    html: layout(visit, { title: words.heading, main, error: errors.length > 0, scripts: ["passkey"] }),
    status: errors.length > 0 ? 422 : 200,
  };
}
