/** When a person pays what: the days as a line, and the same as a table with what each payment is for. */
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay, sayMinutes } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import { table } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { euros, type OwnSeen } from "./own-parts.ts";
import { ownWords } from "./own-words.ts";

type Schedule = NonNullable<OwnSeen["money"]["schedule"]>;
type Payment = Schedule["payments"][number];

const LOOKS = { paid: "done", part: "part", late: "late", asked: "now", suspended: "now", "to-come": "todo" } as const;

type Dates = {
  readonly signedOn: string | null;
  readonly schoolSignedOn: string | null;
  readonly lastDay: string | null;
  readonly schedule: Schedule;
};

/** At most so many stand side by side. */
const ACROSS = 9;

export function marksHtml(
  visit: Visit,
  { signedOn, schoolSignedOn, lastDay, schedule }: Dates,
  { wide }: { readonly wide: boolean },
): Html {
  const { lang } = visit;
  const words = ownWords(lang).after;
  const marks = [
    ...signedMarks({ signedOn, schoolSignedOn }, lang),
    ...(lastDay
      ? [{ day: lastDay, html: mark("edge", shortDay(lastDay, lang), words.marks.edge, words.marks.edgeWhy) }]
      : []),
    ...schedule.payments.map((one) => ({ day: one.due, html: paymentMark(visit, one) })),
  ].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  return html`<ol class="${wide && marks.length <= ACROSS ? "dates across" : "dates"}" aria-label="${words.line}">${marks.map((one) => one.html)}</ol>`;
}

/** The time to withdraw runs from the later of the two: one mark where both signed on a day. */
function signedMarks({ signedOn, schoolSignedOn }: Pick<Dates, "signedOn" | "schoolSignedOn">, lang: Visit["lang"]) {
  const words = ownWords(lang).after.marks;
  const at = (day: string, said: string) => ({ day, html: mark("done", shortDay(day, lang), said) });
  if (signedOn === null) return [];
  if (signedOn === schoolSignedOn) return [at(signedOn, words.signed)];
  return [at(signedOn, words.you), ...(schoolSignedOn === null ? [] : [at(schoolSignedOn, words.school)])];
}

function mark(state: string, on: string, sum: string, small?: string): Html {
  return html`<li data-state="${state}"><span>${on}</span><span class="sum">${sum}</span>${small !== undefined && small !== "" && html`<span class="small muted">${small}</span>`}</li>`;
}

function paymentMark({ lang }: Visit, { due, amount, state, kind }: Payment): Html {
  const words = ownWords(lang).after;
  const said = state === "to-come" ? (kind ? words.kinds[kind] : "") : words.states[state];
  return mark(LOOKS[state], shortDay(due, lang), euros(amount, lang), said);
}

/** « 24 déc. 2026 »: as the line is narrow. */
function shortDay(day: string, lang: Visit["lang"]): string {
  const months =
    lang === "fr"
      ? "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc."
      : "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec";
  const number = Number(day.slice(8));
  const month = months.split(" ")[Number(day.slice(5, 7)) - 1]!;
  return `${lang === "fr" && number === 1 ? "1er" : number}\u00a0${month}\u00a0${day.slice(0, 4)}`;
}

export function paymentsTable({ lang, link }: Visit, { payments, total, paid, minutes }: Schedule): Html {
  const words = ownWords(lang).after;
  const percents = percentsOf(payments, minutes);
  return table({
    id: "payments",
    caption: words.caption,
    head: [words.due, words.amount, words.pays, words.askedCell, words.paidCell],
    rows: payments.map((one, at) => [
      sayDay(one.due, lang),
      euros(one.amount, lang),
      paysFor(one, percents?.[at], lang),
      one.number === null
        ? words.notAsked
        : html`<a class="ds-link" href="${href(link(`/compte/paiements/factures/${one.number}`))}">${one.number}</a>`,
      one.state === "to-come" ? "–" : euros(one.paid, lang),
    ]),
    foot: [words.inAll, euros(total, lang), "", "", euros(paid, lang)],
    numeric: [1, 4],
    stacks: true,
  });
}

/** What a payment is for: the hours of its period, and what of all hours these are. */
function paysFor({ of, kind }: Payment, percent: number | undefined, lang: Visit["lang"]): string {
  const words = ownWords(lang).after;
  if (!of) return kind ? capital(words.kinds[kind]) : "–";
  const said = words.hoursOf(sayMinutes(of.minutes, lang), sayDay(of.from, lang), sayDay(of.to, lang));
  return percent === undefined ? said : `${said} (${words.percent(percent)})`;
}

/**
 * Whole percents of all hours, by the largest remainders: where the payments are for all of them they add up to 100, as
 * 26.7 + 26.7 + 26.7 + 19.9 is shown as 27 + 27 + 26 + 20. Undefined where there are no hours.
 */
export function percentsOf(
  payments: readonly { readonly of: { readonly minutes: number } | null }[],
  minutes: number,
): readonly number[] | undefined {
  if (minutes === 0) return undefined;
  const parts = payments.map(({ of }) => (of?.minutes ?? 0) * 100);
  const down = parts.map((part) => Math.floor(part / minutes));
  const sum = parts.reduce((all, part) => all + part, 0);
  const more = Math.round(sum / minutes) - down.reduce((all, part) => all + part, 0);
  const left = (at: number) => parts[at]! % minutes;
  const first = parts.map((_, at) => at).toSorted((a, b) => left(b) - left(a) || a - b);
  const raised = new Set(first.slice(0, more));
  return down.map((part, at) => part + (raised.has(at) ? 1 : 0));
}

/** When the person would pay, by the days that the course has today; nothing as long as it has none, or where nothing is to be paid. */
export function plannedHtml(visit: Visit, { money: { schedule }, startsOn }: OwnSeen): Html | false {
  if (!schedule || schedule.payments.length === 0) return false;
  const { lang } = visit;
  const words = ownWords(lang).planned;
  const percents = percentsOf(schedule.payments, schedule.minutes);
  return html`<p>${words.ifStarts(sayDay(startsOn, lang))} ${!schedule.set && words.notSet}</p>
${table({
  id: "planned",
  caption: words.caption,
  head: [ownWords(lang).after.due, ownWords(lang).after.amount, ownWords(lang).after.pays],
  rows: schedule.payments.map((one, at) => [
    sayDay(one.due, lang),
    euros(one.amount, lang),
    paysFor(one, percents?.[at], lang),
  ]),
  foot: [ownWords(lang).after.inAll, euros(schedule.total, lang), ""],
  numeric: [1],
  stacks: true,
})}
<p class="small">${words.why}</p>`;
}
