/** What waits, as a person reads it: the next step with its day and one button, and the others as rows. */
import { type Day, dayNumber } from "../kit/day.ts";
import { href, type Html, html } from "../kit/html.ts";
import { inBoth } from "../kit/in-both.ts";
import { type Label, sayDay } from "../kit/lang.ts";
import { sayWeekday } from "../kit/moment.ts";
import type { Visit } from "./page.ts";

export type WaitingLine = {
  readonly verb: Label;
  readonly why: Label | null;
  readonly otherwise: Label | null;
  readonly go: Label;
  readonly to: string;
  readonly dueOn: Day | null;
  readonly late: boolean;
  readonly about: Label | null;
};

const daysBetween = (from: Day, to: Day) => dayNumber(to) - dayNumber(from);

/** Days before the due day from which how many are left is said; from a week on it is urgent. */
const NEAR_DAYS = 60;
const URGENT_DAYS = 7;

const stepWords = inBoth({
  by: (day: string) => [`Jusqu’au ${day}`, `Until ${day}`],
  since: (day: string) => [`Attendu depuis le ${day}`, `Awaited since ${day}`],
  today: ["Jusqu’à ce soir, minuit", "Until midnight tonight"],
  whenever: ["Quand vous voulez", "Whenever you like"],
  left: (days: number) => [
    days === 1 ? "encore 1 jour" : `encore ${days} jours`,
    days === 1 ? "1 day left" : `${days} days left`,
  ],
  late: (day: string) => [`depuis le ${day}`, `since ${day}`],
});

export function nextStep({ lang, link, today }: Visit, line: WaitingLine): Html {
  const { dueOn } = line;
  const left = dueOn === null ? undefined : daysBetween(today, dueOn);
  const urgent = left !== undefined && left <= URGENT_DAYS;
  return html`<section class="step${urgent && " urgent"}" aria-labelledby="step">
<p class="by"><strong>${saysBy(dueOn, today, lang)}</strong>${saysLeft(lang, left)}</p>
<h2 id="step">${line.verb[lang]}</h2>
${line.why && html`<p>${line.why[lang]}</p>`}
<a class="ds-button" href="${href(link(line.to))}">${line.go[lang]}</a>
${line.otherwise && html`<p class="small">${line.otherwise[lang]}</p>`}
</section>`;
}

function saysBy(dueOn: Day | null, today: Day, lang: Visit["lang"]): string {
  const words = stepWords[lang];
  if (dueOn === null) return words.whenever;
  if (dueOn < today) return words.since(sayWeekday(dueOn, lang));
  return dueOn === today ? words.today : words.by(sayWeekday(dueOn, lang));
}

/** How long is left; since when it is awaited stands beside it already. */
function saysLeft(lang: Visit["lang"], left: number | undefined): Html | false {
  if (left === undefined || left <= 0 || left > NEAR_DAYS) return false;
  return html` <span class="left">${stepWords[lang].left(left)}</span>`;
}

/** One link a row; the day stands at its end. What is late says what follows otherwise, wherever it stands. */
export function stepRows({ lang, link }: Visit, lines: readonly WaitingLine[]): Html {
  return html`<ul class="rows">${lines.map(
    ({ verb, about, why, otherwise, to, dueOn, late }) =>
      html`<li><a href="${href(link(to))}">${verb[lang]}${about && html` <b>${about[lang]}</b>`}</a>${dueOn !== null && html`<span class="end when">${late ? stepWords[lang].late(sayDay(dueOn, lang)) : sayWeekday(dueOn, lang)}</span>`}${why && html`<span class="small">${why[lang]}</span>`}${late && otherwise && html`<span class="small">${otherwise[lang]}</span>`}</li>`,
  )}</ul>`;
}
