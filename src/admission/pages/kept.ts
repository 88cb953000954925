/** An answer kept under a code: keeping it, opening it again as it was, deleting it at once. */
import { randomUUID } from "node:crypto";
import { type Html, html } from "../../kit/html.ts";
import { readCode } from "../../kit/secret.ts";
import type { Law } from "../../law/law.ts";
import { lawOf } from "../../law/load.ts";
import { button, errorSummary, form, linkButton, textField } from "../../web/form.ts";
import { textOf } from "../../web/form-values.ts";
import type { Form, Page, PageResult, Visit } from "../../web/page.ts";
import type { EligibilityInput } from "../rules/eligibility.ts";
import { fromInput } from "./draft.ts";
import { page } from "./frame.ts";
import { beginInquiry, eraseKept, keepAnswer, keptAnswer, type Reopened, reopenAnswer } from "./inquiry.ts";
import { answered, answerParts, decide } from "./result.ts";
import { resultWords } from "./result-words.ts";
import { type SaidAnswer, saidParts } from "./said-answer.ts";

const ATTEMPT = /^[\w-]{16,120}$/;

export const keepPage: Page = {
  name: "candidater-conserver",
  path: "/:diploma/candidater/conserver",
  view: (visit) => ({ redirect: visit.link(`/${visit.params.diploma}/candidater/resultat`) }),
  submit: async (visit, sent) => {
    const found = await answered(visit);
    if ("redirect" in found) return found;
    const { diploma, version, establishment } = visit.law.basis;
    const attempt = ATTEMPT.test(sent.get("_attempt")) ? sent.get("_attempt") : randomUUID();
    const kept = await keepAnswer(visit, { eligibility: { ...found.input, diploma, version, establishment } }, attempt);
    if (!kept) throw new Error("An answer that was just given could not be kept");
    return { redirect: visit.link(`/${visit.params.diploma}/candidater/conservee`) };
  },
};

export const keptPage: Page = {
  name: "candidater-conservee",
  path: "/:diploma/candidater/conservee",
  view: async (visit) => {
    const kept = await keptAnswer(visit);
    if (!kept) return { redirect: visit.link("/reponse") };
    const words = resultWords(visit.lang).kept;
    const result = `/${visit.params.diploma}/candidater/resultat`;
    const main = html`<h1>${words.heading}</h1>
<dl class="summary">
<div><dt>${words.number}</dt><dd>${kept.number}</dd></div>
<div><dt>${words.code}</dt><dd><code class="secret">${kept.code}</code></dd></div>
</dl>
<p><strong>${words.secret}</strong></p>
<p>${words.until(kept.expiresOn)}</p>
<h2>${words.how}</h2>
<p>${words.howTo}</p>
<div class="actions">${linkButton(visit.link("/reponse/ouverte"), words.see)}${linkButton(visit.link(result), words.back, "secondary")}</div>
${deletion(visit)}`;
    return page(visit, { title: words.heading, main, back: result });
  },
};

function deletion(visit: Visit): Html {
  const words = resultWords(visit.lang).kept;
  return html`<h2>${words.erase}</h2>
<p>${words.eraseWhy}</p>
${form(visit, button(words.erase, { variant: "secondary", danger: true }), { action: visit.link("/reponse/supprimee") })}`;
}

export const reopenPage: Page = {
  name: "reponse",
  path: "/reponse",
  view: (visit) => codeForm(visit, "", undefined),
  submit: async (visit, sent) => {
    const words = resultWords(visit.lang).reopen;
    const typed = textOf(sent, "code");
    const code = readCode(typed);
    if (code !== undefined && (await reopenAnswer(visit, code))) return { redirect: visit.link("/reponse/ouverte") };
    return codeForm(visit, typed, typed === "" ? words.missing : words.unknown);
  },
};

function codeForm(visit: Visit, value: string, fault: string | undefined): PageResult {
  const words = resultWords(visit.lang).reopen;
  const errors = fault === undefined ? [] : [{ field: "code", message: fault }];
  const field = textField({
    name: "code",
    label: words.label,
    hint: words.hint,
    value,
    size: 24,
    errors,
    lang: visit.lang,
  });
  const main = html`${errorSummary(errors, visit.lang)}
<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
${form(visit, html`${field}<div class="actions">${button(words.show)}</div>`)}`;
  return page(visit, { title: words.heading, main, error: errors.length > 0 }, errors.length > 0 ? 422 : 200);
}

/** What a kept answer was about, under the law it was given; `current` where that law still stands. */
export type KeptFacts = {
  readonly kept: Reopened;
  readonly law: Law;
  readonly input: EligibilityInput;
  readonly current: boolean;
};

export async function keptFacts(visit: Visit): Promise<KeptFacts | undefined> {
  const kept = await keptAnswer(visit);
  if (!kept) return undefined;
  const { diploma, version, establishment, ...input } = kept.inputs.eligibility as EligibilityInput &
    Record<"diploma" | "version" | "establishment", string>;
  const law = lawOf(visit.world.laws, diploma, version, establishment) ?? visit.law;
  const then = (kept.answers.eligibility as SaidAnswer).basis;
  const current =
    then.hash === law.basis.hash &&
    then.establishmentHash === law.basis.establishmentHash &&
    then.rules === law.basis.rules;
  return { kept, law, input, current };
}

export const openedPage: Page = {
  name: "reponse-ouverte",
  path: "/reponse/ouverte",
  view: async (visit) => {
    const facts = await keptFacts(visit);
    if (!facts) return { redirect: visit.link("/reponse") };
    const { kept, law, input, current } = facts;
    const words = resultWords(visit.lang);
    const under: Visit = { ...visit, law };
    // The same files and rules give the same answer, in either language; else it is shown in the words it was given in.
    const parts = current
      ? answerParts(under, input, decide(law, input))
      : saidParts(under, kept.answers.eligibility as SaidAnswer, kept.language);
    const main = html`<p>${words.reopen.openedHeading(kept.number)}. ${words.reopen.asKept(kept.createdOn)} ${words.kept.until(kept.expiresOn)}${!current && html` ${words.reopen.otherLaw}`}</p>
${parts}
<h2>${words.next}</h2>
<div class="next">
<div>${form(visit, button(words.reopen.startAgain))}<p>${words.reopen.startAgainWhy}</p></div>
${current && html`<div>${linkButton(visit.link("/reponse/ouverte.pdf"), words.nextPdf, "secondary")}</div>`}
</div>
${deletion(visit)}`;
    return page(under, { title: words.reopen.openedHeading(kept.number), main, back: "/reponse" });
  },
  // What was declared becomes the answers of a new inquiry, today.
  submit: async (visit: Visit, _sent: Form) => {
    const facts = await keptFacts(visit);
    if (!facts) return { redirect: visit.link("/reponse") };
    await beginInquiry({ ...visit, law: facts.law }, fromInput(facts.law.diploma, facts.input));
    return { redirect: visit.link(`/${facts.law.diploma.diploma}/candidater/verifier`) };
  },
};

export const deletedPage: Page = {
  name: "reponse-supprimee",
  path: "/reponse/supprimee",
  view: (visit) => {
    const words = resultWords(visit.lang).reopen;
    const main = html`<h1>${words.erasedHeading}</h1>
<p class="lead">${words.erased}</p>
<div class="actions">${linkButton(visit.link("/"), words.home)}</div>`;
    return page(visit, { title: words.erasedHeading, main });
  },
  submit: async (visit) => {
    await eraseKept(visit);
    return { redirect: visit.link(visit.path) };
  },
};
