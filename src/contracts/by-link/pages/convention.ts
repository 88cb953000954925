/** The convention of who pays: read, taken as a PDF with its quote, signed, or declined with words. */
import type { HouseDocument } from "../../../documents/blocks.ts";
import { documentHtml } from "../../../documents/pages/document.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay, sayList, sayMoney } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { printFor, see } from "../../../page/acting.ts";
import { linkButton } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { agreed, carried, longText, text } from "../../../page/kinds.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { printedPaper } from "../../papers/pages/papers.ts";
import { readingWords } from "../../papers/page-words.ts";
import { CONTRACT_TEMPLATE } from "../../papers/template.ts";
import { declineConvention, signConvention } from "../acts.ts";
import { payerConvention } from "../views.ts";
import { payingWords } from "../words.ts";
import { paying } from "./places.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof payerConvention.read>>>;
type At = { readonly payer: string; readonly dossier: string; readonly source: string };

async function conventionSeen(visit: Visit, { payer, dossier, source }: At) {
  if (!isId(payer) || !isId(dossier) || !/^[a-z-]{1,60}$/.test(source)) return undefined;
  return see(visit, payerConvention, { payer, dossier, source });
}

const mayBeSigned = ({ state, missing }: Seen) => (state === "to-sign" || state === "declined") && missing.length === 0;

export const payerConventionPage = formPage({
  name: "payeur-convention",
  route: paying.convention,
  who: "pay for others",
  words: payingWords,
  seen: conventionSeen,
  told: ({ words }) => words.sign.done,
  form: {
    words: "sign",
    fields: ({ words: { sign: words } }) => ({
      name: text({ autocomplete: "name" }),
      quality: text({ autocomplete: "organization-title" }),
      agreed: agreed({ label: words.fields.agreed, hint: words.proof, box: words.box, missing: words.notAgreed }),
      shown: carried<string>(),
    }),
    begin: ({ visit, seen }) => ({ shown: seen.shown, name: visit.guest?.name ?? "" }),
    act: signConvention,
    input: ({ name, quality, shown }, { params, words }) => ({
      ...params,
      name,
      quality,
      shown,
      words: words.sign.box,
    }),
    on: { payer: "agreed", dossier: "agreed", source: "agreed", words: "agreed" },
    done: (_, { params }) => paying.convention.to(params, { fait: "signe" }),
  },
  shown: ({ visit, lang, words: { sign: words }, seen, params }, { form }) => {
    const { state, person, amount, missing, quote, document } = seen;
    const signs = mayBeSigned(seen);
    const main = html`${seen.endedOn !== null && html`<p class="ds-alert" data-color="info">${words.ended(person, sayDay(seen.endedOn, lang))}</p>`}<p>${words.amount(sayMoney(amount, lang), seen.training[lang], sayDay(seen.startsOn, lang))}${signs && html` ${words.inside}`}</p>
${standing(visit, seen)}
${missing.length > 0 && html`<p class="ds-alert" data-color="warning">${words.missing} ${sayList([...new Set(missing.map((one) => one[lang]))], lang)}.</p>`}
<p class="actions">${document !== null && missing.length === 0 && linkButton(visit.link(paying.conventionPdf.to(params)), words.pdf, "secondary")}
${quote && linkButton(visit.link(paying.quotePdf.to(params)), words.quote, "secondary")}</p>
${document === null ? seen.signedBy !== null && html`<p>${words.elsewhere}</p>` : read(visit, document)}
${
  signs &&
  html`<h2 id="signer">${words.heading}</h2>${form()}
<p><a class="ds-link" href="${href(visit.link(paying.decline.to(params)))}">${words.decline}</a></p>`
}`;
    return { title: words.title[state](person), main, back: paying.home.to({ payer: params.payer }) };
  },
});

function standing({ lang }: Visit, { signedBy, countersigned, declined, endedOn }: Seen): Html {
  const { sign: words } = payingWords(lang);
  const waits = endedOn === null && words.waitsSchool;
  return html`${signedBy && html`<p>${words.signedBy(signedBy.by, sayDay(signedBy.on, lang))} ${countersigned ? words.bySchool(countersigned.by, sayDay(countersigned.on, lang)) : waits}</p>`}${declined && endedOn === null && html`<div class="ds-alert" data-color="info"><p>${words.declinedBy(declined.by, sayDay(declined.on, lang))}</p><p lang="fr">${declined.words}</p></div>`}`;
}

/** In French whatever the reader's language, as it is signed. */
function read({ lang }: Visit, document: HouseDocument): Html {
  return html`<details class="ds-details"><summary>${payingWords(lang).sign.whole}</summary><div>${lang !== "fr" && html`<p>${readingWords(lang).french}</p>`}<div lang="fr">${documentHtml(document)}</div></div></details>`;
}

export const payerDeclinePage = formPage({
  name: "payeur-convention-refuser",
  route: paying.decline,
  who: "pay for others",
  words: payingWords,
  seen: conventionSeen,
  elsewhere: ({ seen, params }) => (mayBeSigned(seen) ? undefined : paying.convention.to(params)),
  form: {
    words: "declining",
    fields: { words: longText({ rows: 4, most: 1_000 }) },
    act: declineConvention,
    input: ({ words }, { params }) => ({ ...params, words }),
    on: { payer: "words", dossier: "words", source: "words" },
    done: (_, { params }) => paying.convention.to(params, { fait: "refus" }),
  },
  shown: ({ words: { declining: words }, seen, params }, { form }) => ({
    title: words.title,
    lead: words.lead(seen.person),
    main: form(),
    back: paying.convention.to(params),
  }),
});

const at = ({ params: { payer = "", dossier = "", source = "" } }: Visit): At => ({ payer, dossier, source });

export const payerConventionPdfPage: Page = {
  name: "payeur-convention-pdf",
  path: paying.conventionPdf.path,
  who: "pay for others",
  view: async (visit) => {
    const seen = await conventionSeen(visit, at(visit));
    if (!seen?.document || seen.missing.length > 0) return { notFound: true };
    const { document, code } = seen;
    return printedPaper(visit, { document, code, paper: "convention", signed: seen.signedBy !== null });
  },
};

export const payerQuotePdfPage: Page = {
  name: "payeur-devis-pdf",
  path: paying.quotePdf.path,
  who: "pay for others",
  view: async (visit) => {
    const { documents } = visit.world;
    const quote = (await conventionSeen(visit, at(visit)))?.quote;
    if (!quote || !documents) return { notFound: true };
    const document = quote.document as unknown as HouseDocument;
    const file = await printFor(visit, documents, CONTRACT_TEMPLATE, document);
    return { file, type: "application/pdf", name: `devis-${document.number}.pdf` };
  },
};
