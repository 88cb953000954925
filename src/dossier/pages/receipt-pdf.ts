/** The receipt as a PDF: always the same. */
import { html } from "../../kit/html.ts";
import { printFor, see } from "../../page/acting.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { resultWords } from "../../inquiry/pages/result-words.ts";
import { RECEIPT_TEMPLATE, receiptDocument } from "../documents/receipt.ts";
import { followDossier } from "../follow-views.ts";
import { type Contents, lineOf } from "../rules/sections.ts";
import type { OpenedDossier, Submission } from "../views.ts";
import { dossierOf, underItsLaw } from "./holding.ts";

export const receiptAt = route("/:diploma/dossier/:dossier/recepisse/:number");
export const receiptPdfAt = route("/:diploma/dossier/:dossier/recepisse/:number/pdf");

export const dossierReceiptPdf: Page = {
  name: "dossier-recepisse-pdf",
  path: receiptPdfAt.path,
  who: "apply",
  view: async (visit) => {
    const submitted = await submittedOf(visit);
    return submitted ? receiptFile(visit, submitted.opened, submitted.submission, submitted.dues) : { notFound: true };
  },
};

type Dues = readonly { readonly reference: string; readonly total: number }[];

/** The submission of the page's URL, with the charges of its dossier. */
export async function submittedOf(visit: Visit) {
  const opened = await dossierOf(visit);
  const submission = opened?.submissions.find(({ number }) => number === visit.params.number);
  if (!opened || !submission) return undefined;
  const followed = await see(visit, followDossier, { dossier: opened.dossier.id });
  return { opened, submission, dues: followed?.dues ?? [] };
}

/** The same document for the person and for examining staff. */
export async function receiptFile(
  visit: Visit,
  { dossier, intake }: Pick<OpenedDossier, "dossier" | "intake">,
  submission: Submission,
  charged: Dues,
): Promise<PageResult> {
  const { lang, world, law } = underItsLaw(visit, intake);
  const words = resultWords(lang).pdf;
  if (!world.documents)
    return page(
      visit,
      { title: words.unavailable, main: html`<h1>${words.unavailable}</h1><p>${words.unavailableWhy}</p>` },
      503,
    );
  const identity = (submission.contents.identity ?? {}) as Contents;
  const names = [lineOf(identity, "birthName"), lineOf(identity, "givenNames")].filter((name) => name !== "");
  const person = names.length === 0 ? null : names.join(" ");
  const { number, entered } = dossier;
  const facts = { law, lang, dossier: number, entered, intake, person, submission, charged };
  const file = await printFor(visit, world.documents, RECEIPT_TEMPLATE, receiptDocument(facts));
  return { file, type: "application/pdf", name: `${submission.number}.pdf` };
}
