/** A submission's receipt, for the office: the last one is examined, earlier ones may be asked about. */
import { html } from "../../kit/html.ts";
import { isId } from "../../kit/shapes.ts";
import { see } from "../../page/acting.ts";
import { linkButton } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { receiptFile } from "../../dossier/pages/receipt-pdf.ts";
import { filesList } from "../../dossier/pages/submit.ts";
import { sayExactly } from "../../dossier/sentences.ts";
import { seeDossier } from "../views.ts";
import { notHere } from "./own.ts";
import { officeWords } from "../words.ts";
import { confirmedThen } from "./happened.ts";
import { keepingList } from "./list.ts";

async function receiptHere(visit: Visit) {
  const { dossier = "", number } = visit.params;
  const opened = isId(dossier) ? await see(visit, seeDossier, { dossier }) : undefined;
  const submission = opened?.submissions.find((one) => one.number === number);
  return opened && submission && { opened, submission };
}

export const officeReceipt: Page = {
  name: "dossiers-recepisse",
  path: "/dossiers/:dossier/recepisse/:number",
  who: "see the dossiers",
  view: async (visit): Promise<PageResult> => {
    const submitted = await receiptHere(visit);
    if (!submitted) return notHere(visit);
    const { lang, school, link } = visit;
    const { opened, submission } = submitted;
    const words = officeWords(lang);
    const back = `/dossiers/${opened.dossier.id}`;
    const { number, submittedAt, sentAt, late, kind } = submission;
    const marks = [
      ...(kind === "complement" ? [words.dossier.complementMark] : []),
      ...(late ? [words.dossier.lateMark] : []),
    ];
    const title = words.receipt.heading(number);
    const main = html`<h1>${title}</h1>
<p class="lead">${opened.submissions.at(-1) === submission ? words.receipt.latest : words.receipt.lead}</p>
<p>${words.dossier.receipt(number, sayExactly(sentAt ?? submittedAt, school.timezone, lang))}${marks.map((mark) => html` <span class="ds-tag" data-color="neutral">${mark}</span>`)}${sentAt && html` ${confirmedThen(submission, school.timezone, lang)}`}</p>
<div class="actions">${linkButton(link(`${back}/recepisse/${number}/pdf`), words.receipt.pdf)}</div>
<h2>${words.receipt.files}</h2>
${filesList(visit, { files: submission.files, intake: opened.intake })}
<p class="made">${words.receipt.sealed} <code class="hash">${submission.shown}</code></p>`;
    return {
      html: layout(visit, { title: `${title} – ${opened.dossier.number}`, main, back: keepingList(visit, back) }),
    };
  },
};

export const officeReceiptPdf: Page = {
  name: "dossiers-recepisse-pdf",
  path: "/dossiers/:dossier/recepisse/:number/pdf",
  who: "see the dossiers",
  view: async (visit): Promise<PageResult> => {
    const submitted = await receiptHere(visit);
    return submitted
      ? receiptFile(visit, submitted.opened, submitted.submission, submitted.opened.dues)
      : notHere(visit);
  },
};
