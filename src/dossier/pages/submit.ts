/** The whole dossier on one page, the declaration, and submitting, which is not saving; then the receipt. */
import { asksExperience } from "../../law/doors.ts";
import { allows } from "../../kit/machine.ts";
import { DOSSIER } from "../rules/state.ts";
import { sayDeadline } from "../../kit/moment.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { type Lang, sayEuros } from "../../kit/lang.ts";
import { formPage } from "../../page/form-page.ts";
import { linkButton, summaryList } from "../../page/form.ts";
import { agreed, carried, day } from "../../page/kinds.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { byHand, declarationOf } from "../signing.ts";
import { pieceItem, shownHash } from "../standing.ts";
import { submitDossier } from "../submit-acts.ts";
import { sayItem } from "../complement-items.ts";
import { pagesOutside, type Task, unfinished } from "../rules/completeness.ts";
import { SECTIONS } from "../rules/sections.ts";
import { receiptAt, receiptPdfAt, submittedOf } from "./receipt-pdf.ts";
import { receiptNext } from "../documents/receipt.ts";
import { enteringWords } from "../entering/words.ts";
import { followingWords } from "../following-words.ts";
import { sayExactly } from "../sentences.ts";
import type { OpenedDossier, Submission } from "../views.ts";
import { dossierWords } from "../words.ts";
import { declaredParts } from "./declared.ts";
import { givenBackFold } from "./given-back.ts";
import { below, dossierIn, dossierOf, handingIn, underItsLaw } from "./holding.ts";
import { resultWords } from "../../inquiry/pages/result-words.ts";
import { endsBefore } from "../../law/registration.ts";
import { programmeWords } from "../../catalogue/sentences.ts";
import { mayEnter } from "./may-enter.ts";
import { isPiece, PIECES, taskPath } from "./going-on.ts";
import { readOnly } from "./section.ts";

export const dossierSubmit = formPage({
  name: "dossier-deposer",
  route: handingIn,
  who: "apply",
  timed: true,
  words: (lang) => dossierWords(lang),
  seen: async (visit) => {
    const opened = await dossierOf(visit);
    return opened && { ...opened, ...declared(visit, opened) };
  },
  elsewhere: ({ visit, seen }) => (allows(DOSSIER, "submitted", seen.state.state) ? undefined : below(visit)),
  form: {
    fields: ({ lang, words: { submit }, seen }) => ({
      // Decides whether it came before the closing.
      ...(byHand(seen) === "paper" && { receivedOn: receivedOn(enteringWords(lang).enter) }),
      agreed: agreed({ label: seen.heading, hint: seen.declaration, box: seen.agree, missing: submit.notAgreed }),
      shown: carried<string>(),
    }),
    begin: ({ visit, seen }) => ({ receivedOn: visit.today, shown: shownHash(seen, seen.declaration) }),
    arranged: ({ receivedOn: day, agreed: box }, { visit, words, seen: { intake, now, submissions } }) => {
      const until = sayDeadline(intake.closesAt, visit.school.timezone, visit.lang);
      const fees = intake.fees.reduce((sum, { amount }) => sum + amount, 0);
      // Asked once: not of a person who submits again.
      const asked = fees > 0 && submissions.length === 0;
      return html`${day}${box}${asked && html`<p>${words.submit.fees(sayEuros(fees, visit.lang))}</p>${beforePaying(visit, intake)}`}<p>${now > intake.closesAt ? words.tasks.lateNow(until) : words.submit.after(until)}</p>`;
    },
    go: ({ words }) => words.submit.submit,
    check: ({ receivedOn: day = "" }, { visit, lang }) =>
      day > visit.today ? { receivedOn: enteringWords(lang).enter.noDay } : {},
    act: submitDossier,
    input: ({ shown, receivedOn: came }, { params, seen }) => ({
      shown,
      ...(came !== undefined && { receivedOn: came }),
      dossier: params.dossier,
      words: seen.declaration,
    }),
    done: ({ submission: number }, { params }) => receiptAt.to({ ...params, number }),
    stale: ({ words }) => ({ said: words.submit.changed }),
    forbidden: ({ visit }) => ({ to: below(visit) }),
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const left = unfinished(seen.tasks);
    const fold = (summary: string, keys: readonly string[], content: Html) =>
      html`<details class="ds-details"${left.some(({ key }) => keys.includes(key)) && html` open`}><summary>${summary}</summary><div>${content}</div></details>`;
    const main = html`${SECTIONS.map((section) => {
      const heading = words.sections[section.key as keyof typeof words.sections].heading;
      const content = html`${readOnly(section, seen.sections[section.key] ?? {}, lang)}
<p><a class="ds-link" href="${visit.link(below(visit, `partie/${section.key}`))}">${words.submit.change}<span class="ds-sr-only"> ${heading}</span></a></p>`;
      return fold(heading, [section.key], content);
    })}
${fold(words.submit.declared(asksExperience(visit.law.diploma)), ["titles", "experience", "plan"], declaredParts(visit, seen))}
${fold(
  words.submit.pieces(seen.files.length),
  left.filter(isPiece).map(({ key }) => key),
  html`${filesList(visit, seen)}
<p><a class="ds-link" href="${visit.link(below(visit, PIECES))}">${words.submit.change}<span class="ds-sr-only"> ${words.tasks.pieces}</span></a></p>`,
)}
${mayEnter(visit, seen)?.block}
<h2>${seen.heading}</h2>
${
  left.length > 0
    ? html`<p>${words.submit.unfinished}</p><ul>${left.map((task) => html`<li>${leftOf(visit, seen, task)}</li>`)}</ul><div class="actions">${linkButton(visit.link(below(visit)), words.submit.backToTasks)}</div>`
    : form()
}`;
    return { title: words.submit.heading, lead: words.submit.lead, main, back: below(visit) };
  },
});

/** Where payment is asked: what becomes of the fee, and what the diploma's page says of the end of the registration. */
function beforePaying(visit: Visit, intake: OpenedDossier["intake"]): Html {
  const { lang, today, link } = visit;
  const { law } = underItsLaw(visit, intake);
  const { diploma } = law;
  return html`${givenBackFold(law, lang)}${
    endsBefore(diploma, today, intake.entryOn) &&
    html`<p>${resultWords(lang).intake.ends(diploma.registration.until)} <a class="ds-link" href="${href(link(`/${intake.diploma}/question`))}">${programmeWords[lang].registrationNext}</a></p>`
  }`;
}

/** A part that holds back the submission, with the link to it, and what is wrong with a text of too few or too many pages. */
export function leftOf(visit: Visit, { intake, files }: OpenedDossier, task: Task): Html {
  const { lang } = visit;
  const { pieces: words } = dossierWords(lang);
  const piece = intake.pieces.find(({ key }) => pieceItem(key) === task.key);
  const counted = piece && pagesOutside(piece, files);
  const { min, max } = piece?.pages ?? { min: 0, max: 0 };
  const mend = intake.pagesOutside === "refuse" ? words.replace : words.mend;
  const link = html`<a class="ds-link" href="${href(visit.link(taskPath(visit, task)))}">${sayItem(task.key, intake, lang)}</a>`;
  return counted === undefined
    ? link
    : html`${link}${lang === "fr" ? "\u00a0: " : ": "}${words.outside(counted, min, max)} ${mend}`;
}

/** The declaration: the person’s, or the attestation of the officer who entered it. */
function declared({ lang }: Visit, opened: OpenedDossier) {
  const { submit } = dossierWords(lang);
  const { enter } = enteringWords(lang);
  const declaration = declarationOf(opened, lang);
  return byHand(opened) === undefined
    ? { declaration, heading: submit.declarationHeading, agree: submit.agree }
    : { declaration, heading: enter.declarationHeading, agree: enter.agree };
}

type Received = ReturnType<typeof enteringWords>["enter"];

function receivedOn({ receivedOn: legend, receivedHint: hint, noDay: missing }: Received) {
  return day({ label: legend, hint, missing });
}

/** Without the hashes, which the printed receipt proves. */
export function filesList(visit: Visit, { files, intake }: Pick<OpenedDossier, "files" | "intake">): Html {
  const { lang } = visit;
  const words = dossierWords(lang);
  if (files.length === 0) return html`<p>${words.submit.noFiles}</p>`;
  const names = new Map(intake.pieces.map(({ key, label }) => [key, label[lang]]));
  return summaryList(
    [...Map.groupBy(files, ({ slot }) => slot)].map(([slot, slotFiles]) => ({
      key: names.get(slot) ?? slot,
      value: html`${slotFiles.map((file) => html`<p>${file.name}<br><span class="made">${words.submit.file(file.pages, file.size)}</span></p>`)}`,
    })),
    lang,
  );
}

export const dossierReceipt: Page = {
  name: "dossier-recepisse",
  path: receiptAt.path,
  who: "apply",
  view: async (visit) => {
    const submitted = await submittedOf(visit);
    return submitted ? receipt(visit, submitted) : { notFound: true };
  },
};

type Submitted = NonNullable<Awaited<ReturnType<typeof submittedOf>>>;

function receipt(visit: Visit, { opened, submission, dues }: Submitted): PageResult {
  const { lang, school } = visit;
  const words = dossierWords(lang);
  const { intake } = opened;
  const { submittedAt, sentAt } = submission;
  const exactly = (at: Date) => sayExactly(at, school.timezone, lang);
  const recorded = sentAt
    ? `${words.receipt.sent(exactly(sentAt))} ${words.receipt.confirmedThen(exactly(submittedAt))}`
    : words.receipt.at(exactly(submittedAt));
  // An officer who entered it owes nothing.
  const owes = opened.dossier.account !== null && dues.some(({ balance, suspended }) => balance > 0 && !suspended);
  const main = html`<h1>${receiptHeading(submission, lang)}</h1>
<div class="verdict"><p><strong>${words.receipt.number(submission.number)}</strong></p><p>${recorded}</p></div>
<h2>${words.receipt.next}</h2>
<ul>${receiptNext(submission, intake, school.timezone, lang).map((one) => html`<li>${one}</li>`)}</ul>
${owes && beforePaying(visit, intake)}
${owes && html`<div class="actions">${linkButton(visit.link("/compte/paiements"), followingWords(lang).next.toPay)}</div>`}
<div class="actions">${linkButton(visit.link(receiptPdfAt.to({ ...dossierIn(visit), number: submission.number })), words.receipt.pdf)}${linkButton(visit.link("/mon-parcours"), words.receipt.onward, "secondary")}</div>
<details class="ds-details"><summary>${words.receipt.files}</summary><div>${filesList(visit, { files: submission.files, intake })}
<p>${words.receipt.sealed}</p></div></details>`;
  return page(visit, { title: words.receipt.number(submission.number), main, back: below(visit) });
}

function receiptHeading({ kind, late }: Submission, lang: Lang): string {
  const words = kind === "complement" ? followingWords(lang).receipt : dossierWords(lang).receipt;
  return late ? words.lateHeading : words.heading;
}
