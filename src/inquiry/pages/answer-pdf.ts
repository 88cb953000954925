/** An answer as a PDF: of today, or as kept. */
import { createHash } from "node:crypto";
import { pathDocument, pathPart } from "../path-documents/path-and-price.ts";
import { html } from "../../kit/html.ts";
import type { Law } from "../../law/law.ts";
import type { HouseDocument } from "../../documents/blocks.ts";
import { printFor } from "../../page/acting.ts";
import { originOf, type Page, type PageResult, type Visit } from "../../page/page.ts";
import { ANSWER_TEMPLATE, answerDocument } from "../documents/answer.ts";
import type { FrameFacts } from "../documents/frame.ts";
import { announcedOf, nextEntry } from "../../intake/pages/notice.ts";
import { page } from "./frame.ts";
import { keptFacts } from "./kept.ts";
import { decide } from "../rules/opens.ts";
import { answered } from "./result.ts";
import { resultWords } from "./result-words.ts";

export const answerPdf: Page = {
  name: "candidater-resultat-pdf",
  path: "/:diploma/candidater/resultat.pdf",
  view: async (visit) => {
    const result = await answered(visit);
    if ("redirect" in result) return result;
    // A paper would print days that nobody gave.
    if (result.ends) return { redirect: visit.link(`/${visit.params.diploma}/candidater/resultat`) };
    const { law, lang, today } = visit;
    const { input, answer } = result;
    const entryOn = nextEntry(await announcedOf(visit));
    return sendDocument(visit, input, (number) =>
      answerDocument({ law, lang, number, date: today, entryOn, input, answer }),
    );
  },
};

export const keptPdf: Page = {
  name: "reponse-ouverte-pdf",
  path: "/reponse/ouverte.pdf",
  view: async (visit) => {
    const facts = await keptFacts(visit);
    if (!facts?.current) return { redirect: visit.link("/reponse") };
    const { kept, law, asked } = facts;
    const { lang } = visit;
    const frame: FrameFacts = {
      law,
      lang,
      number: kept.number,
      date: kept.createdOn,
      entryOn: nextEntry(await announcedOf({ ...visit, law })),
      kept: { until: kept.expiresOn, address: `${originOf(visit)}${visit.link("/reponse")}` },
    };
    const { eligibility: input, path } = asked;
    return send(visit, kept.number, () => {
      if (!input) return pathDocument({ ...frame, input: path! });
      const answer = decide(law, input);
      const more = path && { more: pathPart(law, path, answer.findings, lang) };
      return answerDocument({ ...frame, input, answer, ...more });
    });
  },
};

/** An answer not kept has a number derived from its facts and law: always the same. */
export function sendDocument(
  visit: Visit,
  input: { readonly on: string },
  build: (number: string) => HouseDocument,
): Promise<PageResult> {
  const number = numberOf(visit.law, input);
  return send(visit, number, () => build(number));
}

function numberOf(law: Law, input: { readonly on: string }): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([law.basis, input]))
    .digest("hex");
  return `${input.on.slice(0, 4)}-${digest.slice(0, 8).toUpperCase()}`;
}

async function send(visit: Visit, number: string, build: () => HouseDocument): Promise<PageResult> {
  const words = resultWords(visit.lang).pdf;
  const { documents } = visit.world;
  if (!documents)
    return page(
      visit,
      { title: words.unavailable, main: html`<h1>${words.unavailable}</h1><p>${words.unavailableWhy}</p>` },
      503,
    );
  const file = await printFor(visit, documents, ANSWER_TEMPLATE, build());
  return { file, type: "application/pdf", name: `${words.file}-${number}.pdf` };
}
