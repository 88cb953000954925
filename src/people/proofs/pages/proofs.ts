/** One's second proofs: which there are, adding one, taking one away, and the recovery codes, shown once. */
import { html, href, raw } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { renderSVG } from "uqr";
import { act, fieldErrors, see } from "../../../page/acting.ts";
import { button, errorSummary, type FieldError, form, summaryCard, textField } from "../../../page/form.ts";
import { textOf } from "../../../page/form-values.ts";
import { layout } from "../../../page/layout.ts";
import type { Form, Page, PageResult, SignedVisit, Visit } from "../../../page/page.ts";
import { keepSession } from "../../../page/session.ts";
import { onTheWay, wayOn } from "../../pages/proof.ts";
import { deviceOf } from "../../rules/device.ts";
import { generatorAddress } from "../../rules/one-time-code.ts";
import { addGenerator, beginGenerator, removeFactor, renewRecoveryCodes } from "../acts.ts";
import { addPasskey, askNewPasskey } from "../passkey-acts.ts";
import { seeNewGenerator, seeProofs } from "../views.ts";
import { fromScript, originOf, passkeyForm } from "./passkey-form.ts";
import { proofWords } from "./words.ts";

export const proofsPage: Page = {
  name: "compte-preuves",
  path: "/compte/preuves",
  who: "mind one’s own account",
  fresh: true,
  everywhere: true,
  view: (visit) => listed(visit as SignedVisit, []),
  submit: async (visit, sent) => {
    const again = (errors: readonly FieldError[]) => listed(visit as SignedVisit, errors);
    const script = fromScript(sent);
    if (script && "asks" in script) {
      const asked = await act(visit, askNewPasskey, { origin: originOf(visit), site: visit.school.name });
      return asked.kind === "done" ? { json: asked.value } : { json: {}, status: 403 };
    }
    if (script) return newPasskey(visit, sent, script, again);
    if (sent.get("do") === "renew") {
      const outcome = await act(visit, renewRecoveryCodes, {}, { sent });
      return outcome.kind === "done" ? keepCodes(visit, outcome.value.codes) : again([]);
    }
    await act(visit, removeFactor, { factor: sent.get("factor").slice(0, 36) }, { sent });
    return { redirect: visit.link(visit.path) };
  },
};

async function newPasskey(
  visit: Visit,
  sent: Form,
  { challenge, response }: { challenge: string; response: string },
  again: (errors: readonly FieldError[]) => Promise<PageResult>,
): Promise<PageResult> {
  const words = proofWords(visit.lang);
  const label = textOf(sent, "label").slice(0, 60) || words.proofs.passkeyLabel;
  const device = deviceOf(visit.request.headers["user-agent"]);
  const outcome = await act(visit, addPasskey, { challenge, response, label, device }, { sent });
  if (outcome.kind !== "done") return again([{ field: "label", message: words.passkey.wrong }]);
  return addedProof(visit, outcome.value);
}

/** The codes that came with the first proof, or on to where the person was going. */
function addedProof(visit: Visit, { token, codes }: { token: string | null; codes: readonly string[] }): PageResult {
  if (token !== null) keepSession(visit, token);
  return codes.length > 0 ? keepCodes(visit, codes) : { redirect: wayOn(visit, "/compte/preuves") };
}

async function listed(visit: SignedVisit, errors: readonly FieldError[]): Promise<PageResult> {
  const { lang, person, school } = visit;
  const words = proofWords(lang).proofs;
  const { factors = [], codesLeft = 0 } = (await see(visit, seeProofs, {})) ?? {};
  const needed = factors.length === 0 && person.roles.length > 0;
  const cards = factors.map(({ id, kind, label, addedAt }) =>
    summaryCard({
      title: label,
      rows: [
        { key: words.kind, value: words.kinds[kind] },
        { key: words.since, value: sayDay(dayIn(new Date(addedAt), school.timezone), lang) },
      ],
      actions: form(
        visit,
        html`<input type="hidden" name="factor" value="${id}">${button(html`${words.remove}<span class="ds-sr-only"> ${words.removed(label)}</span>`, { variant: "secondary" })}`,
      ),
      lang,
    }),
  );
  const name = textField({
    name: "label",
    label: words.label,
    hint: words.labelHint,
    value: words.passkeyLabel,
    errors,
    lang,
  });
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
<p class="lead">${needed ? words.needed : words.lead}</p>
${factors.length === 0 && !needed && html`<p>${words.none}</p>`}
${cards}
<h2>${words.add}</h2>
<h3>${words.addGenerator}</h3>
<p>${words.addGeneratorWhy}</p>
<p><a class="ds-link" href="${href(onTheWay(visit, "/compte/preuves/application"))}">${proofWords(lang).generator.heading}</a></p>
<h3>${words.addPasskey}</h3>
<p>${words.addPasskeyWhy}</p>
${passkeyForm(visit, { does: "create", go: words.goPasskey, action: onTheWay(visit, visit.path), before: name })}
${
  factors.length > 0 &&
  html`<h2>${words.codes}</h2><p>${words.codesLeft(codesLeft)}</p>
${form(visit, html`<input type="hidden" name="do" value="renew">${button(words.renew, { variant: "secondary" })}`)}`
}`;
  return {
    html: layout(visit, {
      title: words.heading,
      main,
      back: "/compte",
      error: errors.length > 0,
      scripts: ["passkey"],
    }),
    status: errors.length > 0 ? 422 : 200,
  };
}

export const generatorPage: Page = {
  name: "compte-preuves-application",
  path: "/compte/preuves/application",
  who: "mind one’s own account",
  fresh: true,
  everywhere: true,
  view: (visit) => generator(visit, [], ""),
  submit: async (visit, sent) => {
    if (sent.get("do") === "begin") {
      await act(visit, beginGenerator, {}, { sent });
      return { redirect: onTheWay(visit, visit.path) };
    }
    const words = proofWords(visit.lang);
    const label = textOf(sent, "label").slice(0, 60);
    const code = textOf(sent, "code").slice(0, 50);
    const errors = [
      ...(label === "" ? [{ field: "label", message: words.proofs.labelMissing }] : []),
      ...(code === "" ? [{ field: "code", message: words.generator.missing }] : []),
    ];
    if (errors.length > 0) return generator(visit, errors, label);
    const device = deviceOf(visit.request.headers["user-agent"]);
    const outcome = await act(visit, addGenerator, { code, label, device }, { sent });
    if (outcome.kind === "invalid") return generator(visit, fieldErrors(outcome.issues, visit.lang), label);
    if (outcome.kind !== "done") return { redirect: onTheWay(visit, visit.path) };
    return addedProof(visit, outcome.value);
  },
};

async function generator(visit: Visit, errors: readonly FieldError[], label: string): Promise<PageResult> {
  const { lang, school } = visit;
  const words = proofWords(lang).generator;
  const asked = await see(visit, seeNewGenerator, {});
  const action = onTheWay(visit, visit.path);
  const parts = { title: words.heading, back: "/compte/preuves", error: errors.length > 0 };
  if (!asked) {
    const begin = html`<input type="hidden" name="do" value="begin">${button(words.begin)}`;
    return { html: layout(visit, { ...parts, lead: words.lead, main: form(visit, begin, { action }) }) };
  }
  const said = generatorAddress(asked.secret, { account: asked.address, issuer: school.name });
  const names = proofWords(lang).proofs;
  const fields = html`<h2>${words.type}</h2>
${textField({ name: "code", label: words.code, inputmode: "numeric", autocomplete: "one-time-code", size: 8, value: "", errors, lang })}
${textField({ name: "label", label: names.label, hint: names.labelHint, value: label || names.generatorLabel, errors, lang })}
<div class="actions">${button(words.go)}</div>`;
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
<h2>${words.scan}</h2>
<figure class="qr" role="img" aria-label="${words.picture}">${raw(renderSVG(said, { border: 2 }))}</figure>
<p>${words.copy}</p>
<p class="code spelled">${asked.secret.match(/.{1,4}/g)!.join(" ")}</p>
${form(visit, fields, { action })}`;
  return { html: layout(visit, { ...parts, main }), status: errors.length > 0 ? 422 : 200 };
}

function keepCodes(visit: Visit, codes: readonly string[]): PageResult {
  const { lang } = visit;
  const words = proofWords(lang).codes;
  const main = html`<p>${words.why}</p>
<h2>${words.list}</h2>
<ol class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
<p><a class="ds-button" href="${href(wayOn(visit, "/compte/preuves"))}">${words.go}</a></p>`;
  return { html: layout(visit, { title: words.heading, lead: words.lead, main }) };
}
