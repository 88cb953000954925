/** What is collected for other bodies, such as a university’s fee, and what of it was handed on. */
import { may } from "../../act/permissions.ts";
import { type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { amount, day as sayTheDay, money, officeFrame } from "../../billing/charges/pages/parts.ts";
import { see } from "../../page/acting.ts";
import type { Forms } from "../../page/declared.ts";
import { table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { day, text } from "../../page/kinds.ts";
import { noteHandedOn, takeBackHandedOn } from "../third/acts.ts";
import { seeHandedOn } from "../third/views.ts";
import { entries, third } from "./routes.ts";
import { booksWords } from "./words.ts";

const thirdWords = (lang: Lang) => booksWords(lang).third;

export const thirdPage = formPage({
  name: "finances-tiers",
  route: third,
  who: "see the accounts",
  words: thirdWords,
  seen: (visit) => see(visit, seeHandedOn, {}),
  form: {
    fields: ({ lang, seen }) => ({
      amount: amount({ lang, most: leftOf(seen) }),
      on: day({ label: thirdWords(lang).fields.on, missing: booksWords(lang).dayFault }),
      payee: text({ label: thirdWords(lang).fields.payee }),
      piece: text({ label: thirdWords(lang).fields.piece }),
    }),
    begin: ({ visit, seen }) => ({
      amount: Math.max(0, leftOf(seen)),
      on: visit.today,
      payee: seen.given[0]?.payee ?? "",
    }),
    act: noteHandedOn,
    done: "reverse",
  },
  also: (form) => ({
    back: form({
      item: "id",
      fields: { reason: text() },
      go: ({ words }) => words.takeBack,
      look: "tertiary",
      act: takeBackHandedOn,
      done: "annule",
      // Another person took it back.
      forbidden: () => ({ to: third.to() }),
    }),
  }),
  shown: ({ visit, lang, words, seen }, forms) => {
    const mayNote = may(visit.actor, noteHandedOn.who);
    const left = leftOf(seen);
    const main = html`${seen.asked === 0 ? html`<p>${words.none}</p>` : sums(seen, lang)}
${mayNote && left > 0 && html`<h2>${words.noteTitle}</h2>${forms.form()}`}
${seen.given.length > 0 && html`<h2>${words.given.title}</h2>${seen.given.map((one) => givenCard(one, lang, mayNote ? forms : undefined))}`}
${seen.of.length > 0 && ofWhom(seen, lang)}`;
    return { title: words.title, lead: words.lead, main, back: entries.to() };
  },
  frame: (visit, parts) => officeFrame(visit, parts, "entries"),
});

type Seen = NonNullable<Awaited<ReturnType<typeof seeHandedOn.read>>>;

function leftOf({ asked, handed }: Seen): number {
  return asked - handed;
}

function sums(seen: Seen, lang: Lang): Html {
  const { sums: words } = thirdWords(lang);
  return table({
    id: "collected",
    caption: words.caption,
    head: [words.asked, words.paid, words.handed, words.left],
    rows: [[seen.asked, seen.paid, seen.handed, leftOf(seen)].map((cents) => money(cents, lang))],
    numeric: [0, 1, 2, 3],
    stacks: true,
  });
}

function givenCard(one: Seen["given"][number], lang: Lang, forms: Forms<"back"> | undefined): Html {
  const { given: words, takeBackOf } = thirdWords(lang);
  const said = words.line(money(one.amount, lang), one.payee, sayTheDay(one.on, lang), one.piece);
  if (one.takenBackOn !== null)
    return html`<p><s>${said}</s> ${words.takenBack(sayTheDay(one.takenBackOn, lang), one.takenBackWhy ?? "")}</p>`;
  const of = takeBackOf(money(one.amount, lang), sayTheDay(one.on, lang));
  return html`<p>${said}</p>
${forms && html`<details class="ds-details"${forms.returned && html` open`}><summary>${of}</summary><div>${forms.also.back(one.id, { of })}</div></details>`}`;
}

function ofWhom({ of }: Seen, lang: Lang): Html {
  const { of: words } = thirdWords(lang);
  return html`<h2>${words.title}</h2>
${table({
  id: "of-whom",
  caption: words.caption,
  head: [words.name, words.number, words.on, words.amount, words.paid],
  rows: of.map(({ number, on, name, called, amount: asked, paid }) => [
    html`${name} <span class="exact">${called}</span>`,
    html`<span class="exact">${number}</span>`,
    sayTheDay(on, lang),
    money(asked, lang),
    money(paid, lang),
  ]),
  numeric: [3, 4],
  stacks: true,
})}`;
}
