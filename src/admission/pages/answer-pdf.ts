/** The answer as a PDF: of today, or as it was kept. */
import { createHash } from "node:crypto";
import { html } from "../../kit/html.ts";
import type { Law } from "../../law/law.ts";
import type { Page, PageResult, Visit } from "../../web/page.ts";
import { ANSWER_TEMPLATE, type AnswerFacts, answerDocument } from "../documents/answer.ts";
import type { EligibilityInput } from "../rules/eligibility.ts";
import { page } from "./frame.ts";
import { keptFacts } from "./kept.ts";
import { answered, decide } from "./result.ts";
import { resultWords } from "./result-words.ts";

export const answerPdf: Page = {
  name: "candidater-resultat-pdf",
  path: "/:diploma/candidater/resultat.pdf",
  view: async (visit) => {
    const found = await answered(visit);
    if ("redirect" in found) return found;
    const { law, lang, today } = visit;
    return send(visit, {
      law,
      lang,
      number: numberOf(law, found.input),
      date: today,
      input: found.input,
      answer: found.answer,
    });
  },
};

export const keptPdf: Page = {
  name: "reponse-ouverte-pdf",
  path: "/reponse/ouverte.pdf",
  view: async (visit) => {
    const facts = await keptFacts(visit);
    if (!facts?.current) return { redirect: visit.link("/reponse") };
    const { kept, law, input } = facts;
    const { origin } = new URL(`${visit.request.protocol}://${visit.request.host}`);
    return send(visit, {
      law,
      lang: visit.lang,
      number: kept.number,
      date: kept.createdOn,
      input,
      answer: decide(law, input),
      kept: { until: kept.expiresOn, address: `${origin}${visit.link("/reponse")}` },
    });
  },
};

/** An answer that is not kept has no number of its own: the same facts under the same law always have the same one. */
function numberOf(law: Law, input: EligibilityInput): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([law.basis, input]))
    .digest("hex");
  return `${input.on.slice(0, 4)}-${digest.slice(0, 8).toUpperCase()}`;
}

async function send(visit: Visit, facts: AnswerFacts): Promise<PageResult> {
  const words = resultWords(visit.lang).pdf;
  const { documents } = visit.world;
  if (!documents)
    return page(
      visit,
      { title: words.unavailable, main: html`<h1>${words.unavailable}</h1><p>${words.unavailableWhy}</p>` },
      503,
    );
  const file = await documents.render(ANSWER_TEMPLATE, answerDocument(facts));
  return { file, type: "application/pdf", name: `${words.file}-${facts.number}.pdf` };
}
