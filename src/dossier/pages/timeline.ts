/** A dossier's history, latest first: facts, receipts, mails, messages, charges, and who opened it. */
import { type Html, html, href } from "../../kit/html.ts";
import type { Day } from "../../kit/day.ts";
import { beginsAt, dayIn } from "../../kit/zone.ts";
import { sayRole } from "../../people/sentences.ts";
import type { Visit } from "../../page/page.ts";
import { arrangedWords, sayArranged } from "../arranged-words.ts";
import type { Asked } from "../complement-acts.ts";
import { sayItem } from "../complement-items.ts";
import type { Followed } from "../follow-views.ts";
import { followingWords } from "../following-words.ts";
import { sayExactly, sayMoment } from "../sentences.ts";
import { arranged } from "../rules/arranged.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { dossierIn } from "./holding.ts";
import type { Following } from "./next-step.ts";
import { receiptAt } from "./receipt-pdf.ts";

/** `place`: the order within one instant. Consequences of a fact (mails) come after it. */
type Happened = { readonly at: Date; readonly place: number; readonly said: Html | string; readonly day?: Day };
const AFTER_ALL = 1_000_000;

/** The office's internal facts: in the person's data export, but not here. */
const OF_THE_OFFICE: ReadonlySet<string> = new Set(["assigned", "judged", "day-fixed"]);

export function timeline(visit: Visit, { opened, followed }: Following): Html {
  const { lang, school } = visit;
  const words = dossierWords(lang).timeline;
  const happened = [
    ...facts(visit, opened),
    ...receipts(visit, opened),
    ...letters(visit, followed),
    ...charges(visit, { opened, followed }),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.place - a.place);
  return html`<h2>${words.heading}</h2>
<ol class="timeline-list">${happened.map(({ at, day, said }) =>
    day === undefined
      ? html`<li><time datetime="${at.toISOString()}">${sayMoment(at, school.timezone, lang)}</time> ${said}</li>`
      : html`<li><time datetime="${day}">${dossierWords(lang).start.day(day)}</time> ${said}</li>`,
  )}</ol>`;
}

/** A charge has a day and no time: it comes with what was submitted on that day, or begins the day. */
function charges({ lang, school }: Visit, { opened, followed }: Following): Happened[] {
  return followed.dues.map(({ chargedOn: day, total }) => {
    const sent = opened.submissions
      .map(({ sentAt, submittedAt }) => sentAt ?? submittedAt)
      .find((at) => dayIn(at, school.timezone) === day);
    const at = sent ?? beginsAt({ day, time: "00:00" }, school.timezone) ?? new Date(day);
    return { at, place: AFTER_ALL, day, said: followingWords(lang).timeline.charged(total) };
  });
}

function facts({ lang }: Visit, { facts: all, intake, dossier }: OpenedDossier): Happened[] {
  const { kinds } = dossierWords(lang).timeline;
  const more = followingWords(lang).timeline;
  const own: Readonly<Record<string, string>> = {
    entered: `${followingWords(lang).entered.mark[dossier.entered]}.`,
    carried: more.carried,
    confirmed: more.confirmed,
    disputed: more.disputed,
    "taken-over": more.takenOver,
  };
  return all
    .filter(({ kind }) => !OF_THE_OFFICE.has(kind))
    .map(({ kind, at, place, details }) => {
      if (kind === "arranged") return { at, place, said: sayDecision({ kind, place, details }, lang) };
      if (kind !== "complement-asked")
        return { at, place, said: own[kind] ?? kinds[kind as keyof typeof kinds] ?? kind };
      const { items, dueOn } = details as unknown as Asked;
      return { at, place, said: more.asked(items.map((item) => sayItem(item, intake, lang)).join(", "), dueOn) };
    });
}

function sayDecision(fact: Parameters<typeof arranged>[0][number], lang: Visit["lang"]): string {
  return arrangedWords(lang).told(sayArranged(arranged([fact])!.arranged, lang));
}

function receipts(visit: Visit, { submissions }: OpenedDossier): Happened[] {
  const words = dossierWords(visit.lang).timeline;
  const more = followingWords(visit.lang).timeline;
  const { lang, school } = visit;
  return submissions.map(({ number, place, submittedAt, sentAt, late, kind }) => {
    const what =
      kind === "whole" ? (late ? words.late : words.submitted) : late ? more.complementLate : more.complement;
    const link = visit.link(receiptAt.to({ ...dossierIn(visit), number }));
    const confirmed =
      sentAt && dossierWords(lang).receipt.confirmedThen(sayExactly(submittedAt, school.timezone, lang));
    return {
      at: sentAt ?? submittedAt,
      place,
      said: html`${what} <a class="ds-link" href="${href(link)}">${words.receipt(number)}</a>${confirmed && html`<br><span class="small">${confirmed}</span>`}`,
    };
  });
}

function letters(visit: Visit, { letters: mails, messages, openings }: Followed): Happened[] {
  const { lang } = visit;
  const words = followingWords(lang).timeline;
  return [
    ...mails.map(({ at, subject }) => ({ at, place: AFTER_ALL, said: words.letter(subject) })),
    ...messages.map(({ at, side }) => ({
      at,
      place: AFTER_ALL,
      said: side === "person" ? words.fromYou : words.fromSchool,
    })),
    ...openings.map(({ at, roles, what }) => {
      const who = roles.length === 0 ? words.somebody : words.one(roles.map((role) => sayRole(role, lang)).join(", "));
      return { at, place: AFTER_ALL, said: words.opened(who, what[lang]) };
    }),
  ];
}
