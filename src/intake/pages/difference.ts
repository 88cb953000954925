/** Two versions of the settings side by side, in words: for a concurrent save and the log of changes. */
import { canonical } from "../../kit/canonical.ts";
import { type Html, html } from "../../kit/html.ts";
import { type Lang, sayMoney } from "../../kit/lang.ts";
import { sayMinute, sayWeekday } from "../../kit/moment.ts";
import type { Visit } from "../../page/page.ts";
import type { Settings } from "../rules/settings.ts";
import { intakeWords, saySetting } from "../words.ts";

type Difference = { readonly field: string; readonly one: string; readonly other: string };

function differences(one: Partial<Settings>, other: Partial<Settings>, lang: Lang): Difference[] {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])] as (keyof Settings)[];
  return keys
    .filter((key) => canonical(one[key] ?? null) !== canonical(other[key] ?? null))
    .map((key) => ({ field: nameOf(key, lang), one: sayValue(one, key, lang), other: sayValue(other, key, lang) }));
}

export function sayDifferences({ lang }: Visit, before: Partial<Settings>, after: Partial<Settings>): Html {
  const words = intakeWords(lang).show;
  return html`<dl class="summary">${differences(before, after, lang).map(
    ({ field, one, other }) => html`<div><dt>${field}</dt><dd>${words.was} ${one}, ${words.is} ${other}</dd></div>`,
  )}</dl>`;
}

function nameOf(key: keyof Settings, lang: Lang): string {
  const words = intakeWords(lang);
  const { form } = words;
  const names: Readonly<Record<keyof Settings, string>> = {
    label: form.name,
    opens: form.opens,
    closes: form.closes,
    entryOn: form.entryOn,
    decidesBy: form.decidesBy,
    interviewsFrom: form.interviewsFrom,
    interviewsTo: form.interviewsTo,
    places: form.places,
    answerWithin: form.answerWithin,
    callsUntil: form.callsUntil,
    fees: form.fees,
    pieces: form.pieces,
    pagesOutside: form.outside,
    interview: form.interview,
    admissionValidity: form.validity,
    waitingList: form.waiting,
    appeal: form.appeal,
    toCheck: form.toCheck,
  };
  return names[key];
}

/** One line per value; lists keep what distinguishes them. */
function sayValue(settings: Partial<Settings>, key: keyof Settings, lang: Lang): string {
  const words = intakeWords(lang);
  const value = settings[key] ?? null;
  if (value === null) return words.form.nothing;
  switch (key) {
    case "label":
    case "appeal":
      return Object.values(settings[key]!).filter(Boolean).join(" / ") || words.form.nothing;
    case "opens":
    case "closes":
      return `${sayWeekday(settings[key]!.day, lang)} ${sayMinute(settings[key]!, lang)}`;
    case "fees":
      return settings.fees!.map(({ label, amount }) => `${label[lang]} ${sayMoney(amount, lang)}`).join(", ");
    case "pieces":
      return settings.pieces!.map(({ label }) => label[lang]).join(", ");
    case "interview":
      return settings.interview!.map(({ value: minutes }) => String(minutes ?? words.form.nothing)).join(", ");
    case "pagesOutside":
      return words.terms.outside[settings.pagesOutside!];
    case "admissionValidity": {
      const { months } = settings.admissionValidity!;
      return months === 0 ? words.terms.thisIntake : words.terms.months(months);
    }
    case "waitingList": {
      const { kind, most } = settings.waitingList!;
      return kind === "none" ? words.form.waitingNone : `${words.form.waitingRanked} (${most ?? words.form.nothing})`;
    }
    case "toCheck":
      return settings.toCheck!.map((one) => saySetting(one, lang)).join(", ") || words.form.nothing;
    case "places":
    case "answerWithin":
      return String(settings[key]);
    default:
      return sayWeekday(settings[key]!, lang);
  }
}
