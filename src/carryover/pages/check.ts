/** The dry run: what a table would do, counted and line by line; or its cells to mend. */
import { href, type Html, html } from "../../kit/html.ts";
import { type Lang, sayDay, sayList, sayMinutes, sayMoney, sayNumber } from "../../kit/lang.ts";
import { see } from "../../page/acting.ts";
import { linkButton, table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import type { Field } from "../../page/field.ts";
import { choice, ticks } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { carryOver } from "../acts.ts";
import { seeCarryDraft } from "../views.ts";
import { carry, carryCheck } from "./routes.ts";
import { carryWords } from "./words.ts";

/** Rows shown per table: the rest is counted. */
const MOST_SHOWN = 300;

export const carryCheckPage = formPage({
  name: "reprise-verifier",
  route: carryCheck,
  who: "carry people over",
  words: (lang) => carryWords(lang).check,
  // Deleted, or carried over by a colleague, while the page was open: the act says which.
  seen: async (visit, { file }, sent) => {
    const known = /^[0-9a-f]{64}$/.test(file);
    const draft = known ? await see(visit, seeCarryDraft, { file: `sha256:${file}` }) : undefined;
    return draft || (known && sent) ? { draft } : undefined;
  },
  missing: (visit) => ({ redirect: visit.link(carry.to()) }),
  form: {
    fields: ({ words, seen: { draft }, lang }) => ({
      ...entering(draft, lang),
      invite: choice({
        options: [
          { value: "yes", label: words.inviteYes },
          { value: "no", label: words.inviteNo },
        ],
        otherwise: "no",
      }),
    }),
    beside: ({ visit, words }) => linkButton(visit.link(carry.to()), words.back, "secondary"),
    act: carryOver,
    showing: ({ seen: { draft } }) => draft?.carrying ?? [],
    input: ({ invite, payers = [] }, { params }) => ({
      file: `sha256:${params.file}`,
      invite: invite === "yes",
      payers,
    }),
    done: ({ already, people, minutes }) => carry.to({}, { fait: already ? "deja" : `${people}-${minutes}` }),
  },
  shown: ({ visit, words, seen: { draft } }, { form }) => ({
    title: words.title,
    ...(draft && { lead: words.lead(draft.name, draft.lines) }),
    main: draft
      ? draft.faults.length > 0
        ? toMend(visit, draft)
        : html`${planned(visit, draft)}${form()}`
      : html`<p>${words.gone} <a class="ds-link" href="${href(visit.link(carry.to()))}">${words.back}</a></p>`,
    back: carry.to(),
  }),
});

/** Each new payer is ticked before it is entered in the register. */
function entering(draft: Draft | undefined, lang: Lang): { payers?: Field<string[]> } {
  if (!draft || draft.newPayers.length === 0) return {};
  const { payers: words, fields } = carryWords(lang).check;
  const options = draft.newPayers.map(({ key, name, lines, like }) => {
    const on = words.on(
      name,
      lines
        .slice(0, FEW)
        .map((line) => sayNumber(line, lang))
        .join(", "),
      lines.length,
    );
    return { value: key, label: like.length === 0 ? on : words.like(on, sayList(like.slice(0, FEW), lang)) };
  });
  return { payers: ticks({ label: fields.payers, hint: words.hint, options }) };
}

/** As many lines, or names, as one label has. */
const FEW = 5;

type Draft = NonNullable<Awaited<ReturnType<typeof seeCarryDraft.read>>>;

function toMend(visit: Visit, { faults }: Draft): Html {
  const { lang, link } = visit;
  const words = carryWords(lang).check;
  return html`<p><strong>${words.toMend(faults.length)}</strong></p>
${table({
  id: "faults",
  caption: words.faults,
  head: [words.line, words.column, words.typed, words.problem],
  rows: faults
    .slice(0, MOST_SHOWN)
    .map(({ line, heading, typed, said }) => [
      `${words.line} ${sayNumber(line, lang)}`,
      heading === "" ? words.whole : heading,
      typed === "" ? "–" : html`<span class="typed">${typed.slice(0, 200)}</span>`,
      said[lang],
    ]),
  stacks: true,
})}
${more(visit, faults.length)}
<div class="actions">${linkButton(link(carry.to()), words.back)}</div>`;
}

function planned(visit: Visit, { people, units, money, notes }: Draft): Html {
  const { lang } = visit;
  const words = carryWords(lang).check;
  const minutes = people.reduce((all, one) => all + one.minutes, 0);
  return html`<dl class="figures"><div><dt>${words.people}</dt><dd>${sayNumber(people.length, lang)}</dd></div><div><dt>${words.hours}</dt><dd>${sayMinutes(minutes, lang)}</dd></div>${money.shares > 0 && html`<div><dt>${words.price}</dt><dd>${sayMoney(money.shares, lang)}</dd></div><div><dt>${words.invoiced}</dt><dd>${sayMoney(money.invoiced, lang)}</dd></div><div><dt>${words.owed}</dt><dd>${sayMoney(money.invoiced - money.paid, lang)}</dd></div>`}</dl>
${notes.length > 0 && html`<h2>${words.notes}</h2><ul>${notes.slice(0, MOST_SHOWN).map(({ line, said }) => html`<li>${words.note(sayNumber(line, lang), said[lang])}</li>`)}</ul>`}
${
  units.length > 0 &&
  table({
    id: "units",
    caption: words.units,
    head: [words.unit, words.hours],
    rows: units.map((one) => [one.unit, sayMinutes(one.minutes, lang)]),
    numeric: [1],
    stacks: true,
  })
}
${table({
  id: "people",
  caption: words.lines,
  head: [
    words.line,
    words.name,
    words.cohort,
    words.hours,
    words.until,
    words.reliefs,
    words.price,
    words.owed,
    words.mail,
  ],
  rows: people
    .slice(0, MOST_SHOWN)
    .map((one) => [
      `${words.line} ${sayNumber(one.line, lang)}`,
      one.name,
      one.cohort,
      sayMinutes(one.minutes, lang),
      one.until === null ? "–" : `${sayDay(one.until, lang)}, ${one.by}`,
      [...(one.titles > 0 ? [words.withTitle] : []), ...one.held].join(", ") || "–",
      one.price === 0 ? "–" : sayMoney(one.price, lang),
      one.owed === 0 ? "–" : sayMoney(one.owed, lang),
      one.invited ? words.mailed : words.notMailed,
    ]),
  numeric: [3, 6, 7],
  stacks: true,
})}
${more(visit, people.length)}`;
}

function more({ lang }: Visit, count: number): Html | false {
  return count > MOST_SHOWN && html`<p>${carryWords(lang).check.more(sayNumber(count - MOST_SHOWN, lang))}</p>`;
}
