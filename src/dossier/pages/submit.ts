/** Everything on one page, what is agreed to, and the act of handing in, which is not saving; then the receipt. */
import { sayDeadline } from "../../kit/moment.ts";
import { type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { act } from "../../page/acting.ts";
import {
  button,
  checkboxes,
  dateField,
  errorSummary,
  type FieldError,
  form,
  linkButton,
  summaryList,
} from "../../page/form.ts";
import { datePartsOf, partsOf, readDate } from "../../page/form-values.ts";
import type { Form, Page, PageResult, Visit } from "../../page/page.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { shownHash } from "../standing.ts";
import { submitDossier } from "../submit-acts.ts";
import { unfinished } from "../rules/completeness.ts";
import { SECTIONS } from "../rules/sections.ts";
import { submittedOf } from "./receipt-pdf.ts";
import { receiptNext } from "../documents/receipt.ts";
import { enteringWords } from "../entering/words.ts";
import { followingWords } from "../following-words.ts";
import { sayExactly } from "../sentences.ts";
import type { OpenedDossier, Submission } from "../views.ts";
import { dossierWords } from "../words.ts";
import { declaredParts } from "./declared.ts";
import { below, dossierOf } from "./holding.ts";
import { mayEnter } from "./may-enter.ts";
import { readOnly } from "./section.ts";

export const dossierSubmit: Page = {
  name: "dossier-deposer",
  path: "/:diploma/dossier/:dossier/deposer",
  who: "apply",
  fresh: true,
  timed: true,
  view: async (visit) => {
    const opened = await dossierOf(visit);
    if (!opened) return { notFound: true };
    if (opened.state.state !== "draft") return { redirect: visit.link(below(visit)) };
    return checking(visit, opened, []);
  },
  submit: async (visit, sent) => {
    const opened = await dossierOf(visit);
    if (!opened) return { notFound: true };
    if (opened.state.state !== "draft") return { redirect: visit.link(below(visit)) };
    const words = dossierWords(visit.lang).submit;
    if (sent.get("agreed") !== "yes") return checking(visit, opened, [{ field: "agreed", message: words.notAgreed }]);
    const received = receivedOn(visit, sent, opened);
    if ("errors" in received) return checking(visit, opened, received.errors, datePartsOf(sent, "receivedOn"));
    const { declaration } = declared(visit, opened);
    const input = { dossier: opened.dossier.id, shown: sent.get("shown"), words: declaration, ...received };
    const outcome = await act(visit, submitDossier, input, { sent });
    if (outcome.kind === "done") return { redirect: visit.link(below(visit, `recepisse/${outcome.value.submission}`)) };
    const again = await dossierOf(visit);
    if (!again || again.state.state !== "draft") return { redirect: visit.link(below(visit)) };
    if (outcome.kind === "stale") return checking(visit, again, [{ field: "agreed", message: words.changed }]);
    if (outcome.kind === "invalid")
      return checking(
        visit,
        again,
        outcome.issues.map(({ message }) => ({ field: "agreed", message: message(visit.lang) })),
      );
    return { redirect: visit.link(below(visit)) };
  },
};

/** Entered by the office in somebody’s stead, for as long as they have no account. */
function byHand({ dossier }: OpenedDossier): "paper" | "phone" | undefined {
  return dossier.account === null && dossier.entered !== "online" ? dossier.entered : undefined;
}

/** What is agreed to: the person’s own words, or the attestation of whoever entered them. */
function declared({ lang }: Visit, opened: OpenedDossier) {
  const { submit } = dossierWords(lang);
  const { enter } = enteringWords(lang);
  const hand = byHand(opened);
  return hand === undefined
    ? { declaration: submit.declaration, heading: submit.declarationHeading, agree: submit.agree }
    : { declaration: enter.declaration[hand], heading: enter.declarationHeading, agree: enter.agree };
}

/** The day on which a dossier on paper came: the closing is judged by it. */
function receivedOn(
  { lang, today }: Visit,
  sent: Form,
  opened: OpenedDossier,
): { readonly receivedOn?: string } | { readonly errors: readonly FieldError[] } {
  if (byHand(opened) !== "paper") return {};
  const read = readDate(datePartsOf(sent, "receivedOn"));
  if ("day" in read && read.day <= today) return { receivedOn: read.day };
  return { errors: [{ field: "receivedOn-day", message: enteringWords(lang).enter.noDay }] };
}

function checking(
  visit: Visit,
  opened: OpenedDossier,
  errors: readonly FieldError[],
  received = partsOf(visit.today),
): PageResult {
  const { lang, school } = visit;
  const words = dossierWords(lang);
  const { intake, tasks, now } = opened;
  const open = unfinished(tasks);
  const late = now > intake.closesAt;
  const until = sayDeadline(intake.closesAt, school.timezone, lang);
  const body = html`${SECTIONS.map((section) => {
    const heading = words.sections[section.key as keyof typeof words.sections].heading;
    return html`<h2>${heading}</h2>${readOnly(section, opened.sections[section.key] ?? {}, lang)}
<p><a class="ds-link" href="${visit.link(below(visit, `partie/${section.key}`))}">${words.submit.change}<span class="ds-sr-only"> ${heading}</span></a></p>`;
  })}
${declaredParts(visit, opened)}
<h2>${words.tasks.pieces}</h2>
${filesList(visit, opened, { hashes: false })}`;
  const { declaration, heading, agree: agreeing } = declared(visit, opened);
  const agree = html`<input type="hidden" name="shown" value="${shownHash(opened, declaration)}">
${byHand(opened) === "paper" && dateField({ name: "receivedOn", legend: enteringWords(lang).enter.receivedOn, hint: enteringWords(lang).enter.receivedHint, value: received, errors, lang })}
${checkboxes({
  name: "agreed",
  legend: heading,
  hint: declaration,
  options: [{ value: "yes", label: agreeing }],
  values: [],
  errors,
  lang,
})}
<p>${late ? words.tasks.lateNow(until) : words.submit.after(until)}</p>
<div class="actions">${button(words.submit.submit)}</div>`;
  const main = html`${errorSummary(errors, lang)}
<h1>${words.submit.heading}</h1>
<p class="lead">${words.submit.lead}</p>
${body}
${mayEnter(visit, opened)?.block}
<h2>${heading}</h2>
${
  open.length > 0
    ? html`<p>${words.submit.unfinished}</p><div class="actions">${linkButton(visit.link(below(visit)), words.submit.backToTasks)}</div>`
    : form(visit, agree)
}`;
  return page(
    visit,
    { title: words.submit.heading, main, error: errors.length > 0, back: below(visit) },
    errors.length > 0 ? 422 : 200,
  );
}

/** Their hashes are what a receipt proves; before there is one they only hinder reading. */
export function filesList(
  visit: Visit,
  { files, intake }: Pick<OpenedDossier, "files" | "intake">,
  { hashes = true }: { readonly hashes?: boolean } = {},
): Html {
  const { lang } = visit;
  const words = dossierWords(lang);
  if (files.length === 0) return html`<p>${words.submit.noFiles}</p>`;
  const names = new Map(intake.pieces.map(({ key, label }) => [key, label[lang]]));
  return summaryList(
    [...Map.groupBy(files, ({ slot }) => slot)].map(([slot, those]) => ({
      key: names.get(slot) ?? slot,
      value: html`${those.map((file) => html`<p>${file.name}<br><span class="made">${words.submit.file(file.pages, file.size)}</span>${hashes && html`<br><code class="hash">${file.sha256}</code>`}</p>`)}`,
    })),
    lang,
  );
}

export const dossierReceipt: Page = {
  name: "dossier-recepisse",
  path: "/:diploma/dossier/:dossier/recepisse/:number",
  who: "apply",
  view: async (visit) => {
    const found = await submittedOf(visit);
    return found ? receipt(visit, found) : { notFound: true };
  },
};

type Submitted = NonNullable<Awaited<ReturnType<typeof submittedOf>>>;

function receipt(visit: Visit, { opened, submission, dues }: Submitted): PageResult {
  const { lang, school } = visit;
  const words = dossierWords(lang);
  const { intake } = opened;
  const { submittedAt, sentAt } = submission;
  const exactly = (at: Date) => sayExactly(at, school.timezone, lang);
  const said = sentAt
    ? `${words.receipt.sent(exactly(sentAt))} ${words.receipt.confirmedThen(exactly(submittedAt))}`
    : words.receipt.at(exactly(submittedAt));
  // Whoever enters it in somebody’s stead owes nothing of it.
  const owes = opened.dossier.account !== null && dues.some(({ balance, suspended }) => balance > 0 && !suspended);
  const main = html`<h1>${receiptHeading(submission, lang)}</h1>
<div class="verdict"><p><strong>${words.receipt.number(submission.number)}</strong></p><p>${said}</p></div>
<h2>${words.receipt.next}</h2>
<ul>${receiptNext(submission, intake, school.timezone, lang).map((one) => html`<li>${one}</li>`)}</ul>
${owes && html`<div class="actions">${linkButton(visit.link("/compte/paiements"), followingWords(lang).next.toPay)}</div>`}
<div class="actions">${linkButton(visit.link(below(visit, `recepisse/${submission.number}/pdf`)), words.receipt.pdf)}${linkButton(visit.link(below(visit)), words.receipt.follow, "secondary")}</div>
<h2>${words.receipt.files}</h2>
${filesList(visit, { files: submission.files, intake })}
<p class="made">${words.receipt.sealed} <code class="hash">${submission.shown}</code></p>`;
  return page(visit, { title: words.receipt.number(submission.number), main, back: below(visit) });
}

function receiptHeading({ kind, late }: Submission, lang: Lang): string {
  const words = kind === "complement" ? followingWords(lang).receipt : dossierWords(lang).receipt;
  return late ? words.lateHeading : words.heading;
}
