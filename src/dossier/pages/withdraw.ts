/** Withdrawing, after saying what becomes of the fee and how long it can be undone; and undoing it. */
import { mayMove } from "../../act/standing.ts";
import { allows } from "../../kit/machine.ts";
import { DOSSIER } from "../rules/state.ts";
import { sayDeadline } from "../../kit/moment.ts";
import { type Html, href, html } from "../../kit/html.ts";
import { longestOf } from "../../kit/shapes.ts";
import { formPage } from "../../page/form-page.ts";
import { button, form as postForm, linkButton } from "../../page/form.ts";
import { longText } from "../../page/kinds.ts";
import { carriedLines, type Shown } from "../../act/shows.ts";
import { see, SHOWN } from "../../page/acting.ts";
import { silentOn } from "../../law/silent.ts";
import type { MineParts } from "../../page/mine.ts";
import type { Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import type { Followed } from "../follow-views.ts";
import { owedAgainIn, resumedLines } from "../resuming.ts";
import { resumeDossier, withdrawDossier } from "../submit-acts.ts";
import { myDossiers, openDossier, type OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { below, dossierAt, dossierIn, dossierOf, followedOf, underItsLaw } from "./holding.ts";
import { notDone } from "./not-done.ts";
import { endedIn } from "./reached.ts";

export const withdrawal = route("/:diploma/dossier/:dossier/retirer");
const resumption = route("/:diploma/dossier/:dossier/revenir");

export const dossierWithdraw = formPage({
  name: "dossier-retirer",
  route: withdrawal,
  who: "apply",
  words: (lang) => dossierWords(lang).withdraw,
  seen: async (visit) => {
    const followed = await followedOf(visit);
    return followed && { ...followed, over: await isOver(visit, followed.opened) };
  },
  elsewhere: ({ visit, seen }) => (mayWithdraw(seen.opened) ? undefined : below(visit)),
  late: notDone,
  form: {
    fields: { reason: longText({ rows: 3, most: longestOf(withdrawDossier.form.properties.reason), optional: true }) },
    go: ({ words, seen }) => ({ label: seen.over ? words.over.confirm : words.confirm, danger: true }),
    beside: ({ visit, words }) => linkButton(visit.link(below(visit)), words.keep, "secondary"),
    act: withdrawDossier,
    done: (_, { visit }) => below(visit),
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const { intake, now } = seen.opened;
    const until = sayDeadline(intake.closesAt, visit.school.timezone, lang);
    if (seen.over) {
      const link = html`<a class="ds-link" href="${href(visit.link("/compte/donnees"))}">${words.over.data}</a>`;
      return { title: words.over.heading, main: html`<p>${words.over.lead} ${link}</p>${form()}`, back: below(visit) };
    }
    const main = html`<p>${words.lead} ${now > intake.closesAt ? words.forGood(until) : words.until(until)}</p>
${feeLines(underItsLaw(visit, intake), seen)}
${form()}`;
    return { title: words.heading, main, back: below(visit) };
  },
});

function mayWithdraw({ state: { state }, kept }: OpenedDossier): boolean {
  return mayMove(DOSSIER, "withdrawn", { state, kept });
}

/** The candidacy ended otherwise: nothing is left to withdraw, but to have it erased. */
export async function isOver(visit: Visit, { dossier, state: { state } }: OpenedDossier): Promise<boolean> {
  if (state === "draft" || state === "withdrawn") return false;
  return state === "declined" || (await endedIn(visit, dossier.id));
}

/** The link; or, if something prevents it, how to leave instead. */
export function wayOut(visit: Visit, opened: OpenedDossier, over: boolean): Html | false {
  const { lang } = visit;
  const kept = opened.kept.filter(({ moves }) => moves.includes("withdrawn"));
  if (mayWithdraw(opened))
    return html`<li><a class="ds-link" href="${href(visit.link(withdrawal.to(dossierIn(visit))))}">${over ? dossierWords(lang).withdraw.over.link : dossierWords(lang).tasks.withdraw}</a></li>`;
  return (
    allows(DOSSIER, "withdrawn", opened.state.state) && html`${kept.map(({ says }) => html`<li>${says[lang]}</li>`)}`
  );
}

/** Amounts due or paid, and the school's word, or silence, on refunds. */
function feeLines({ lang, law }: Visit, { dues }: Followed): Html {
  const words = dossierWords(lang).withdraw;
  if (dues.length === 0) return html`<p>${words.noFee}</p>`;
  return html`<ul>${dues.map(({ balance, total, reference, state }) => html`<li>${balance > 0 ? words.owed(balance, reference) : state === "paid" ? words.paid(total) : state === "refunded" ? words.refunded(total) : words.settled}</li>`)}</ul>
<p>${silentOn(law, "fee-refund")?.[lang]} ${words.askFee}</p>`;
}

/** On one's first page: until when a withdrawal can be undone. */
export const withdrawnMinePart: MineParts = async (visit) => {
  const { lang, school, link } = visit;
  const words = dossierWords(lang).withdraw;
  const parts = [];
  for (const { id: dossier, state } of (await see(visit, myDossiers, {}))?.dossiers ?? []) {
    const opened = state === "withdrawn" ? await see(visit, openDossier, { dossier }) : undefined;
    if (!opened || !mayResume(opened)) continue;
    const { diploma, closesAt } = opened.intake;
    const main = html`<section><p>${words.mayResume(sayDeadline(closesAt, school.timezone, lang))}</p>
<p class="actions">${linkButton(link(dossierAt.to({ diploma, dossier })), words.toResume, "secondary")}</p></section>`;
    parts.push({ place: "first" as const, html: main });
  }
  return parts;
};

function mayResume({ state, intake, now, kept }: OpenedDossier): boolean {
  return mayMove(DOSSIER, "resumed", { state: state.state, kept }) && now <= intake.closesAt;
}

/** The button to undo a withdrawal, until the closing. */
export function wayBack(visit: Visit, opened: OpenedDossier, dues: Followed["dues"]): Html | false {
  const { lang, school } = visit;
  const { intake } = opened;
  const words = dossierWords(lang).withdraw;
  if (!mayResume(opened)) return false;
  const { law } = underItsLaw(visit, intake);
  const days = owedAgainIn({ law, dues });
  return html`<p>${words.mayResume(sayDeadline(intake.closesAt, school.timezone, lang))}</p>
${days !== null && html`<p>${words.owedAgain(days)}</p>`}
${postForm(visit, html`<div class="actions">${button(words.go, { variant: "secondary" })}</div>`, {
  action: visit.link(resumption.to(dossierIn(visit))),
  hidden: { [SHOWN]: carriedLines(resumed(visit, intake, dues)) },
})}`;
}

function resumed(visit: Visit, intake: OpenedDossier["intake"], dues: Followed["dues"]): Shown {
  const { law } = underItsLaw(visit, intake);
  return resumedLines({ closesAt: intake.closesAt, zone: visit.school.timezone, law, dues });
}

/** Its form is on the dossier's page. */
export const dossierResume = formPage({
  name: "dossier-revenir",
  route: resumption,
  who: "apply",
  words: (lang) => dossierWords(lang).withdraw,
  seen: async (visit) => {
    const opened = await dossierOf(visit);
    return opened && { ...opened, dues: (await followedOf(visit))?.dues ?? [] };
  },
  elsewhere: ({ visit }) => below(visit),
  late: notDone,
  form: {
    act: resumeDossier,
    showing: ({ visit, seen }) => resumed(visit, seen.intake, seen.dues),
    done: (_, { visit }) => below(visit),
  },
  shown: ({ words }) => ({ title: words.go }),
});
