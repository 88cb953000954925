/** The next thing to do, first of all, with the school's clock; then the state of the dossier. */
import { sayDeadline } from "../../kit/moment.ts";
import { type Html, href, html } from "../../kit/html.ts";
import { linkButton } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { unfinished } from "../rules/completeness.ts";
import { type NextThing, nextThing } from "../rules/next.ts";
import { sayMoment } from "../sentences.ts";
import type { Followed } from "../follow-views.ts";
import { followingWords } from "../following-words.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { ownConfirmation } from "../entering/pages/confirm.ts";
import { GOING_ON, isPiece } from "./going-on.ts";
import { below, dossierIn, handingIn } from "./holding.ts";
import { receiptAt } from "./receipt-pdf.ts";
import { offerToTakeBack } from "./take-back.ts";
import { wayBack } from "./withdraw.ts";

export type Following = {
  readonly opened: OpenedDossier;
  readonly followed: Followed;
  /** Where the person stands once the school has examined the application. */
  readonly reached?: string | undefined;
};

function nextOf({ opened, followed }: Following, today: string): NextThing {
  const { dossier, state, tasks } = opened;
  const toConfirm = dossier.entered !== "online" && dossier.account !== null && !followed.confirmed;
  const { unanswered, dues } = followed;
  const parts = unfinished(tasks);
  // All pieces are one line of the list, and one page.
  const left = parts.filter((task) => !isPiece(task)).length + Number(parts.some(isPiece));
  return nextThing({ state, today, left, toConfirm, unanswered, dues });
}

export function nextStep(visit: Visit, following: Following): Html {
  const { lang, school } = visit;
  const { opened } = following;
  const words = dossierWords(lang);
  const clock = words.start.clock(sayMoment(opened.now, school.timezone, lang));
  const next = nextOf(following, visit.today);
  return html`<div class="verdict">
${stands(visit, following)}
${toDo(visit, following, next)}
<p class="made">${clock}</p>
</div>
${feeLine(visit, following, next)}
${wayBack(visit, opened, following.followed.dues)}
${handedIn(visit, opened)}
${earlier(visit, opened)}`;
}

/** The state, in unmistakable words. */
function stands({ lang, school }: Visit, { opened: { state, intake, now }, reached }: Following): Html {
  const words = dossierWords(lang);
  const until = sayDeadline(intake.closesAt, school.timezone, lang);
  if (state.state !== "draft") return html`<p><strong>${reached ?? words.states[state.state].short}</strong></p>`;
  return html`<p><strong>${words.tasks.notSent}</strong> ${now > intake.closesAt ? words.tasks.lateNow(until) : words.tasks.sendBy(until)}</p>`;
}

function toDo(visit: Visit, { opened, reached }: Following, next: NextThing): Html {
  const { lang } = visit;
  const words = dossierWords(lang);
  const labels = followingWords(lang).next;
  const go = (path: string, label: string) => html`<div class="actions">${linkButton(visit.link(path), label)}</div>`;
  switch (next.do) {
    case "finish":
      return html`<p>${words.tasks.left(next.left)}</p>${go(below(visit, GOING_ON), words.tasks.goOn)}`;
    case "submit":
      return html`<p>${words.tasks.ready}</p>${go(handingIn.to(dossierIn(visit)), words.tasks.toSubmit)}`;
    case "answer":
      return html`<p>${next.late ? labels.answerLate(next.dueOn) : labels.answer(next.dueOn)}</p>${go(below(visit, "complement"), labels.toAnswer)}`;
    case "confirm":
      return html`<p>${labels.confirm}</p>${go(ownConfirmation.to(dossierIn(visit)), labels.toConfirm)}`;
    case "reply":
      return html`<p>${labels.reply(next.messages)}</p>${go(below(visit, "messages"), labels.toReply)}`;
    case "pay":
      return html`<p>${(next.late ? labels.payLate : labels.pay)(next.balance, next.dueOn, next.reference)}</p>${go("/compte/paiements", labels.toPay)}`;
    default:
      return html`<p>${reached === undefined && words.states[opened.state.state].next("")} ${labels.nothing}</p>`;
  }
}

/** Amounts due and paid, whatever comes next. */
function feeLine({ lang }: Visit, { followed: { dues } }: Following, next: NextThing): Html | false {
  if (dues.length === 0 || next.do === "pay") return false;
  const words = followingWords(lang).next;
  return html`<ul>${dues.map(({ balance, total, reference, state, suspended }) => {
    // The fee of an unexamined application is for the school to settle: it is not claimed here.
    const owing = suspended ? words.feeSuspended : words.fee;
    const said =
      balance > 0
        ? owing(balance, reference)
        : state === "paid"
          ? words.paid(total)
          : state === "refunded"
            ? words.refunded(total)
            : words.settled;
    return html`<li>${said}</li>`;
  })}</ul>`;
}

/** The receipt and, until the closing, the button to take it back. */
function handedIn(visit: Visit, opened: OpenedDossier): Html | false {
  const words = dossierWords(visit.lang).tasks;
  const last = opened.submissions.at(-1);
  if (!last || opened.state.state === "draft") return false;
  return html`<div class="actions">${linkButton(visit.link(receiptAt.to({ ...dossierIn(visit), number: last.number })), words.receipt(last.number), "secondary")}</div>
${offerToTakeBack(visit, opened)}`;
}

/** Earlier submissions stay readable; after taking back, all of them. */
function earlier(visit: Visit, { state, submissions }: OpenedDossier): Html | false {
  const { lang, school } = visit;
  const before = state.state === "draft" ? submissions : submissions.slice(0, -1);
  if (before.length === 0) return false;
  const { earlier: heading, submittedAt } = followingWords(lang).receipt;
  return html`<h2>${heading}</h2>
<ul>${before
    .toReversed()
    .map(
      ({ number, submittedAt: at }) =>
        html`<li><a class="ds-link" href="${href(visit.link(receiptAt.to({ ...dossierIn(visit), number })))}">${dossierWords(lang).tasks.receipt(number)}</a>, ${submittedAt(sayMoment(at, school.timezone, lang))}</li>`,
    )}</ul>`;
}
