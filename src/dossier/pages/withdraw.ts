/** To withdraw, told before what becomes of the fee and until when one may go back on it; and the way back. */
import { sayDeadline } from "../../kit/moment.ts";
import { type Html, html } from "../../kit/html.ts";
import { longestOf } from "../../kit/shapes.ts";
import { act, fieldErrors, see } from "../../page/acting.ts";
import { button, errorSummary, type FieldError, form, linkButton, textArea } from "../../page/form.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { type Followed, followDossier } from "../follow-views.ts";
import { resumeDossier, withdrawDossier } from "../submit-acts.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { below, isHere, underItsLaw } from "./holding.ts";
import { doneOrNot } from "./not-done.ts";

export const dossierWithdraw: Page = {
  name: "dossier-retirer",
  path: "/:diploma/dossier/:dossier/retirer",
  who: "apply",
  fresh: true,
  view: (visit) => asked(visit, "", []),
  submit: async (visit, sent) => {
    const { dossier = "" } = visit.params;
    const reason = sent.get("reason").trim();
    const outcome = await act(visit, withdrawDossier, { dossier, ...(reason !== "" && { reason }) }, { sent });
    const errors = outcome.kind === "invalid" ? fieldErrors(outcome.issues, visit.lang) : [];
    return errors.some(({ field }) => field === "reason") ? asked(visit, reason, errors) : doneOrNot(visit, outcome);
  },
};

async function asked(visit: Visit, typed: string, errors: readonly FieldError[]): Promise<PageResult> {
  const followed = await see(visit, followDossier, { dossier: visit.params.dossier! });
  if (!followed || !isHere(visit, followed.opened.intake)) return { notFound: true };
  const { intake, state, now } = followed.opened;
  if (state.state === "withdrawn") return { redirect: visit.link(below(visit)) };
  const { lang, school } = visit;
  const words = dossierWords(lang).withdraw;
  const until = sayDeadline(intake.closesAt, school.timezone, lang);
  const reason = textArea({
    name: "reason",
    label: words.reason,
    rows: 3,
    most: longestOf(withdrawDossier.form.properties.reason),
    optional: true,
    value: typed,
    errors,
    lang,
  });
  const actions = html`<div class="actions">${button(words.confirm, { danger: true })}${linkButton(visit.link(below(visit)), words.keep, "secondary")}</div>`;
  const main = html`${errorSummary(errors, lang)}<h1>${words.heading}</h1>
<p>${words.lead} ${now > intake.closesAt ? words.forGood(until) : words.until(until)}</p>
${feeLines(underItsLaw(visit, followed.opened.intake), followed)}
${form(visit, html`${reason}${actions}`)}`;
  const frame = { title: words.heading, main, back: below(visit), error: errors.length > 0 };
  return page(visit, frame, errors.length > 0 ? 422 : 200);
}

/** What is owed or paid, and what the school says, or does not say, of what becomes of it. */
function feeLines({ lang, law }: Visit, { dues }: Followed): Html {
  const words = dossierWords(lang).withdraw;
  if (dues.length === 0) return html`<p>${words.noFee}</p>`;
  const silent = law.school.admission.silent.find(({ key }) => key === "fee-refund")?.label[lang];
  return html`<ul>${dues.map(({ balance, total, reference, state }) => html`<li>${balance > 0 ? words.owed(balance, reference) : state === "paid" ? words.paid(total) : words.settled}</li>`)}</ul>
<p>${silent} ${words.askFee}</p>`;
}

/** Until the closing, the way back from a withdrawal. */
export function wayBack(visit: Visit, { state, intake, now }: OpenedDossier): Html | false {
  const { lang, school } = visit;
  const words = dossierWords(lang).withdraw;
  if (state.state !== "withdrawn" || now > intake.closesAt) return false;
  return html`<p>${words.mayResume(sayDeadline(intake.closesAt, school.timezone, lang))}</p>
${form(visit, html`<div class="actions">${button(words.resume, { variant: "secondary" })}</div>`, { action: visit.link(below(visit, "revenir")) })}`;
}

export const dossierResume: Page = {
  name: "dossier-revenir",
  path: "/:diploma/dossier/:dossier/revenir",
  who: "apply",
  fresh: true,
  view: (visit) => ({ redirect: visit.link(below(visit)) }),
  submit: async (visit, sent) => {
    const { dossier = "" } = visit.params;
    return doneOrNot(visit, await act(visit, resumeDossier, { dossier }, { sent }));
  },
};
