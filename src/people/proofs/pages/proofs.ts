/** My second proofs: listing, adding, removing, and the recovery codes, shown once. */
import { html, href, raw } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { renderSVG } from "uqr";
import { act, see } from "../../../page/acting.ts";
import { summaryCard } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { code, text } from "../../../page/kinds.ts";
import { layout } from "../../../page/layout.ts";
import type { PageResult, Visit } from "../../../page/page.ts";
import { keepSession } from "../../../page/session.ts";
import { places } from "../../pages/places.ts";
import { deviceIn, onTheWay, stillOnTheWay, wayOn } from "../../pages/proof.ts";
import { generatorAddress } from "../../rules/one-time-code.ts";
import { addGenerator, beginGenerator, removeFactor, renewRecoveryCodes } from "../acts.ts";
import { addPasskey, askNewPasskey } from "../passkey-acts.ts";
import { seeNewGenerator, seeProofs } from "../views.ts";
import { originOf, signed, telling, withoutScript } from "./passkey-form.ts";
import { type ProofWords, proofWords } from "./words.ts";

const labelled = ({ proofs: { label, labelHint: hint, labelMissing: missing } }: ProofWords) =>
  text({ label, hint, missing });

export const proofsPage = formPage({
  name: "compte-preuves",
  route: places.proofs,
  who: "mind one’s own account",
  everywhere: true,
  words: proofWords,
  seen: (visit) => see(visit, seeProofs, {}),
  form: {
    item: "factor",
    go: ({ words }) => ({ label: words.proofs.remove, variant: "secondary" }),
    act: removeFactor,
    // Removed already.
    forbidden: () => ({ to: places.proofs.to() }),
  },
  also: (form) => ({
    ask: form({
      go: "none",
      which: () => (visit) => act(visit, askNewPasskey, { origin: originOf(visit), site: visit.school.name }),
      done: (asked) => ({ json: asked }),
    }),
    passkey: form({
      fields: ({ words }) => ({ label: labelled(words), ...signed() }),
      begin: ({ words }) => ({ label: words.proofs.passkeyLabel }),
      script: ({ lang }) => telling("create", lang),
      action: stillOnTheWay,
      go: ({ words }) => ({ label: words.proofs.goPasskey, variant: "secondary" }),
      act: addPasskey,
      input: (brought, { visit }) => ({ ...brought, device: deviceIn(visit) }),
      done: (added, { visit }) => addedProof(visit, added),
    }),
    renew: form({
      go: ({ words }) => ({ label: words.proofs.renew, variant: "secondary" }),
      act: renewRecoveryCodes,
      done: ({ codes }, { visit }) => keepCodes(visit, codes),
    }),
  }),
  shown: ({ visit, lang, words: { proofs: words, generator }, seen: { factors, codesLeft } }, { form, also }) => {
    const none = factors.length === 0;
    const needed = none && visit.person!.roles.length > 0;
    const cards = factors.map(({ id, kind, label, addedAt }) =>
      summaryCard({
        title: label,
        rows: [
          { key: words.kind, value: words.kinds[kind] },
          { key: words.since, value: sayDay(dayIn(new Date(addedAt), visit.school.timezone), lang) },
        ],
        actions: form(id, { of: words.removed(label) }),
        lang,
      }),
    );
    const main = html`${none && !needed && html`<p>${words.none}</p>`}
${cards}
<h2>${words.add}</h2>
<h3>${words.addGenerator}</h3>
<p>${words.addGeneratorWhy}</p>
<p><a class="ds-link" href="${href(onTheWay(visit, places.generator.to()))}">${generator.heading}</a></p>
<h3>${words.addPasskey}</h3>
<p>${words.addPasskeyWhy}</p>
${also.passkey()}${withoutScript(lang)}
${!none && html`<h2>${words.codes}</h2><p>${words.codesLeft(codesLeft)}</p>${also.renew()}`}`;
    const lead = needed ? words.needed : words.lead;
    return { title: words.heading, lead, main, back: "/compte", scripts: ["passkey"] };
  },
});

/** Shows the recovery codes that come with the first proof, or goes on to the page that the person came for. */
function addedProof(visit: Visit, { token, codes }: { token: string | null; codes: readonly string[] }): PageResult {
  if (token !== null) keepSession(visit, token);
  return codes.length > 0 ? keepCodes(visit, codes) : { redirect: wayOn(visit, places.proofs.to()) };
}

export const generatorPage = formPage({
  name: "compte-preuves-application",
  route: places.generator,
  who: "mind one’s own account",
  everywhere: true,
  words: proofWords,
  seen: async (visit) => ({ asked: await see(visit, seeNewGenerator, {}) }),
  form: {
    words: "generator",
    fields: ({ words }) => ({ code: code(), label: labelled(words) }),
    begin: ({ words }) => ({ label: words.proofs.generatorLabel }),
    action: stillOnTheWay,
    act: addGenerator,
    input: (typed, { visit }) => ({ ...typed, device: deviceIn(visit) }),
    done: (added, { visit }) => addedProof(visit, added),
    // No generator was begun, or it has expired.
    forbidden: ({ visit }) => ({ to: places.generator.to({}, { vers: visit.query.vers }) }),
  },
  also: (form) => ({
    begin: form({
      action: stillOnTheWay,
      go: ({ words }) => words.generator.begin,
      act: beginGenerator,
      done: (_, { visit }) => ({ redirect: stillOnTheWay({ visit }) }),
    }),
  }),
  shown: ({ visit, words: { generator: words }, seen: { asked } }, { form, also }) => {
    const around = { title: words.heading, lead: words.lead, back: places.proofs.to() };
    if (!asked) return { ...around, main: also.begin() };
    const said = generatorAddress(asked.secret, { account: asked.address, issuer: visit.school.name });
    const main = html`<h2>${words.scan}</h2>
<figure class="qr" role="img" aria-label="${words.picture}">${raw(renderSVG(said, { border: 2 }))}</figure>
<p>${words.copy}</p>
<p class="code spelled">${asked.secret.match(/.{1,4}/g)!.join(" ")}</p>
<h2>${words.type}</h2>
${form()}`;
    return { ...around, main };
  },
});

function keepCodes(visit: Visit, codes: readonly string[]): PageResult {
  const words = proofWords(visit.lang).codes;
  const main = html`<p>${words.why}</p>
<h2>${words.list}</h2>
<ol class="codes">${codes.map((one) => html`<li><code>${one}</code></li>`)}</ol>
<p><a class="ds-button" href="${href(wayOn(visit, places.proofs.to()))}">${words.go}</a></p>`;
  return { html: layout(visit, { title: words.heading, lead: words.lead, main }) };
}
