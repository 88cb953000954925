/** Reading a contract or convention, by the office and by the person; and the same as a PDF. */
import { may } from "../../../act/permissions.ts";
import type { HouseDocument } from "../../../documents/blocks.ts";
import { documentHtml } from "../../../documents/pages/document.ts";
import { verifyingAt } from "../../../issued-documents/words.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { schoolPath } from "../../../kit/school-path.ts";
import { isId } from "../../../kit/shapes.ts";
import { printFor, see } from "../../../page/acting.ts";
import { linkButton } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { layout } from "../../../page/layout.ts";
import { originOf, type Page, type PageResult, type Visit } from "../../../page/page.ts";
import { issueContractPaper, issueQuote } from "../paper-acts.ts";
import { contractPaper, contractQuote } from "../paper-views.ts";
import { readingWords } from "../page-words.ts";
import { CONTRACT_TEMPLATE } from "../template.ts";
import { places } from "../../pages/places.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof contractPaper.read>>>;

const documentOf = ({ document }: Seen) => document as unknown as HouseDocument;

const isSource = (source: string) => /^[a-z-]{1,60}$/.test(source);

async function paperSeen(visit: Visit, { dossier, source }: { readonly dossier: string; readonly source?: string }) {
  if (!isId(dossier) || (source !== undefined && !isSource(source))) return undefined;
  return see(visit, contractPaper, { dossier, ...(source !== undefined && { source }) });
}

export const paperPage = formPage({
  name: "contrat-papier",
  route: places.paper,
  who: "see the contracts",
  words: readingWords,
  seen: paperSeen,
  form: {
    go: ({ words }) => ({ label: words.go, variant: "secondary" }),
    act: issueContractPaper,
    showing: ({ seen }) => seen.lines,
    done: "edite",
  },
  also: (form) => ({
    quote: form({
      go: ({ words }) => ({ label: words.quoteGo, variant: "secondary" }),
      act: issueQuote,
      showing: ({ seen }) => seen.lines,
      done: "devis",
    }),
  }),
  shown: ({ visit, lang, words, seen, params }, { form, also }) => {
    const complete = seen.missing.length === 0;
    const issues = may(visit.actor, issueContractPaper.who) && complete && !seen.signed;
    const lack = ({ label, to }: Seen["missing"][number]) =>
      html`<li>${to === null ? label[lang] : html`<a class="ds-link" href="${href(visit.link(to))}">${label[lang]}</a>`}</li>`;
    const main = html`${
      complete
        ? html`<p>${seen.signed ? words.signed : words.draft}</p><p>${linkButton(visit.link(places.paperPdf.to(params)), words.pdf, "secondary")}</p>`
        : html`<div class="ds-alert" data-color="warning"><p>${words.missing}</p><ul>${seen.missing.map(lack)}</ul></div>`
    }
${issues && html`<p>${words.goWhy}</p>${form()}`}
${quoted(visit, seen, { to: places.quotePdf.to(params), form: also.quote })}
${read(visit, seen)}`;
    return { title: words.titles[seen.paper](seen.name), main, back: places.contract.to({ dossier: params.dossier }) };
  },
});

type Quoting = { readonly to: string; readonly form: () => Html };

function quoted(visit: Visit, { quote, signed }: Seen, { to, form }: Quoting): Html | false {
  const { lang, actor, link } = visit;
  const words = readingWords(lang);
  if (!quote || signed) return false;
  const lacks = quote.missing.map((one) => one[lang]).join(", ");
  return html`<h2>${words.quoteHeading}</h2>
${quote.code !== null && html`<p>${linkButton(link(to), words.quotePdf, "secondary")}</p>`}
${lacks !== "" ? html`<p>${words.quoteMissing(lacks)}</p>` : may(actor, issueQuote.who) && form()}`;
}

/** In French whatever the reader's language, as it is signed. */
function read(visit: Visit, seen: Seen): Html {
  const words = readingWords(visit.lang);
  return html`${visit.lang !== "fr" && html`<p>${words.french}</p>`}<div lang="fr">${documentHtml(documentOf(seen))}</div>`;
}

export const ownPaperPage: Page = {
  name: "dossier-contrat-papier",
  path: places.ownPaper.path,
  who: "agree on one’s training",
  view: async (visit) => {
    const { dossier = "", diploma = "" } = visit.params;
    const seen = await paperSeen(visit, { dossier });
    if (!seen) return { notFound: true };
    const words = readingWords(visit.lang);
    const to = { dossier, diploma };
    const main = html`${
      seen.missing.length === 0
        ? html`<p>${seen.signed ? words.signed : words.draft}</p><p>${linkButton(visit.link(places.ownPaperPdf.to(to)), words.pdf, "secondary")}</p>`
        : html`<p>${words.ownMissing}</p>`
    }
${read(visit, seen)}`;
    return { html: layout(visit, { title: words.own, main, back: places.own.to(to) }) };
  },
};

/** A paper that lacks anything is not printed. */
async function printed(visit: Visit, seen: Seen | undefined): Promise<PageResult> {
  return seen && seen.missing.length === 0 ? printedPaper(visit, seen) : { notFound: true };
}

/** With how to verify it, once it is signed. */
export async function printedPaper(
  visit: Visit,
  seen: Pick<Seen, "paper" | "signed" | "code"> & { readonly document: object },
): Promise<PageResult> {
  const { world, school } = visit;
  if (!world.documents) return { notFound: true };
  const document = seen.document as HouseDocument;
  const at = (code: string) => `${originOf(visit)}${schoolPath(school.establishment, "fr", `/verifier/${code}`)}`;
  const verified =
    seen.code === null || !seen.signed
      ? []
      : [{ kind: "note", label: "Ce document est-il vrai ?", text: verifyingAt(at(seen.code), seen.code) } as const];
  const data = { ...document, blocks: [...document.blocks, ...verified] };
  const file = await printFor(visit, world.documents, CONTRACT_TEMPLATE, data);
  const called = seen.paper === "contract" ? "contrat" : "convention";
  return { file, type: "application/pdf", name: `${called}-${document.number}.pdf` };
}

export const paperPdfPage: Page = {
  name: "contrat-papier-pdf",
  path: places.paperPdf.path,
  who: "see the contracts",
  view: async (visit) => {
    const { dossier = "", source = "" } = visit.params;
    return printed(visit, await paperSeen(visit, { dossier, source }));
  },
};

export const quotePdfPage: Page = {
  name: "contrat-devis-pdf",
  path: places.quotePdf.path,
  who: "see the contracts",
  view: async (visit) => {
    const { dossier = "", source = "" } = visit.params;
    const { documents } = visit.world;
    const known = isId(dossier) && isSource(source);
    const quote = known ? await see(visit, contractQuote, { dossier, source }) : undefined;
    if (!quote || !documents) return { notFound: true };
    const document = quote.document as unknown as HouseDocument;
    const file = await printFor(visit, documents, CONTRACT_TEMPLATE, document);
    return { file, type: "application/pdf", name: `devis-${document.number}.pdf` };
  },
};

export const ownConventionPdfPage: Page = {
  name: "dossier-convention-pdf",
  path: places.ownConventionPdf.path,
  who: "agree on one’s training",
  view: async (visit) => {
    const { dossier = "", source = "" } = visit.params;
    const seen = await paperSeen(visit, { dossier, source });
    return printed(visit, seen?.paper === "convention" ? seen : undefined);
  },
};

export const ownPaperPdfPage: Page = {
  name: "dossier-contrat-papier-pdf",
  path: places.ownPaperPdf.path,
  who: "agree on one’s training",
  view: async (visit) => printed(visit, await paperSeen(visit, { dossier: visit.params.dossier ?? "" })),
};
