/** To take back what was handed in, told before what that changes: nothing is examined until it is handed in again. */
import { sayDeadline } from "../../kit/moment.ts";
import { type Html, html } from "../../kit/html.ts";
import { act, see } from "../../page/acting.ts";
import { button, form, linkButton } from "../../page/form.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { type Followed, followDossier } from "../follow-views.ts";
import { takeBackDossier } from "../submit-acts.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { below, isHere } from "./holding.ts";
import { doneOrNot } from "./not-done.ts";

export const dossierTakeBack: Page = {
  name: "dossier-reprendre",
  path: "/:diploma/dossier/:dossier/reprendre",
  who: "apply",
  fresh: true,
  view: (visit) => asked(visit),
  submit: async (visit, sent) => {
    const { dossier = "" } = visit.params;
    return doneOrNot(visit, await act(visit, takeBackDossier, { dossier }, { sent }));
  },
};

async function asked(visit: Visit): Promise<PageResult> {
  const followed = await see(visit, followDossier, { dossier: visit.params.dossier! });
  if (!followed || !isHere(visit, followed.opened.intake)) return { notFound: true };
  const { opened } = followed;
  if (!mayTakeBack(opened)) return { redirect: visit.link(below(visit)) };
  const { lang, school } = visit;
  const words = dossierWords(lang).takeBack;
  const until = sayDeadline(opened.intake.closesAt, school.timezone, lang);
  const told = [
    words.until(until),
    ...(opened.state.state === "late" ? [words.late] : []),
    words.turn,
    words.receipts,
    ...fees(visit, followed),
  ];
  const actions = html`<div class="actions">${button(words.confirm)}${linkButton(visit.link(below(visit)), words.keep, "secondary")}</div>`;
  const main = html`<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
<ul>${told.map((one) => html`<li>${one}</li>`)}</ul>
${form(visit, actions)}`;
  return page(visit, { title: words.heading, main, back: below(visit) });
}

/** The fee is charged the first time alone; taking back moves nothing of it. */
function fees({ lang }: Visit, { dues }: Followed): string[] {
  const words = dossierWords(lang).takeBack;
  return dues.map(({ balance, total, reference, state, suspended }) => {
    if (suspended) return words.suspended;
    return balance > 0 ? words.owed(balance, reference) : state === "paid" ? words.paid(total) : words.settled;
  });
}

/** As the act has it: until the closing, and not while the school waits for an answer. */
function mayTakeBack({ state, intake, now }: OpenedDossier): boolean {
  return (state.state === "submitted" || state.state === "late") && now <= intake.closesAt;
}

/** Where it is offered: what it changes is said on the page that it leads to. */
export function offerToTakeBack(visit: Visit, opened: OpenedDossier): Html | false {
  const { lang, school } = visit;
  const words = dossierWords(lang).tasks;
  return (
    mayTakeBack(opened) &&
    html`<p>${words.takeBackWhy(sayDeadline(opened.intake.closesAt, school.timezone, lang))}</p>
<div class="actions">${linkButton(visit.link(below(visit, "reprendre")), words.takeBack, "secondary")}</div>`
  );
}
