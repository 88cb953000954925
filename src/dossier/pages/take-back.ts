/** Taking a submission back, after saying what that changes: it is not examined until submitted again. */
import { mayMove } from "../../act/standing.ts";
import { DOSSIER } from "../rules/state.ts";
import { sayDeadline } from "../../kit/moment.ts";
import { type Html, html } from "../../kit/html.ts";
import { formPage } from "../../page/form-page.ts";
import { linkButton } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import type { Followed } from "../follow-views.ts";
import { takeBackDossier } from "../submit-acts.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { below, dossierIn, followedOf } from "./holding.ts";
import { notDone } from "./not-done.ts";

const takingBack = route("/:diploma/dossier/:dossier/reprendre");

export const dossierTakeBack = formPage({
  name: "dossier-reprendre",
  route: takingBack,
  who: "apply",
  words: (lang) => dossierWords(lang).takeBack,
  seen: followedOf,
  elsewhere: ({ visit, seen }) => (mayTakeBack(seen.opened) ? undefined : below(visit)),
  late: notDone,
  form: {
    beside: ({ visit, words }) => linkButton(visit.link(below(visit)), words.keep, "secondary"),
    act: takeBackDossier,
    done: (_, { visit }) => below(visit),
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const { state, intake } = seen.opened;
    const consequences = [
      words.until(sayDeadline(intake.closesAt, visit.school.timezone, lang)),
      ...(state.state === "late" ? [words.late] : []),
      words.turn,
      words.receipts,
      ...fees(visit, seen),
    ];
    const main = html`<ul>${consequences.map((one) => html`<li>${one}</li>`)}</ul>
${form()}`;
    return { title: words.heading, lead: words.lead, main, back: below(visit) };
  },
});

/** Charged once, at the first submission; taking back does not change the fee. */
function fees({ lang }: Visit, { dues }: Followed): string[] {
  const words = dossierWords(lang).takeBack;
  return dues.map(({ balance, total, reference, state, suspended }) => {
    if (suspended) return words.suspended;
    return balance > 0
      ? words.owed(balance, reference)
      : state === "paid"
        ? words.paid(total)
        : state === "refunded"
          ? words.refunded(total)
          : words.settled;
  });
}

/** As in the act: until the closing, unless a complement is awaited. */
function mayTakeBack({ state: { state }, intake, now, kept }: OpenedDossier): boolean {
  return mayMove(DOSSIER, "taken-back", { state, kept }) && now <= intake.closesAt;
}

/** The link; its page says what it changes. */
export function offerToTakeBack(visit: Visit, opened: OpenedDossier): Html | false {
  const { lang, school } = visit;
  const words = dossierWords(lang).tasks;
  return (
    mayTakeBack(opened) &&
    html`<p>${words.takeBackWhy(sayDeadline(opened.intake.closesAt, school.timezone, lang))}</p>
<div class="actions">${linkButton(visit.link(takingBack.to(dossierIn(visit))), words.takeBack, "secondary")}</div>`
  );
}
