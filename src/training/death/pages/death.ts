/** Recording a death, on a page of the person’s; and what every page about them then says. */
import { may } from "../../../act/permissions.ts";
import { href, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { see } from "../../../page/acting.ts";
import { summaryList } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { day, longText, text } from "../../../page/kinds.ts";
import type { PersonParts } from "../../../page/person.ts";
import { personAt } from "../../../page/person-link.ts";
import { route } from "../../../page/route.ts";
import { recordDeath, takeBackDeath } from "../acts.ts";
import { seeDeath } from "../views.ts";
import { deathWords } from "../words.ts";

const deathAt = route("/personnes/:person/deces");

export const deathPage = formPage({
  name: "personnes-deces",
  route: deathAt,
  who: "record a death",
  words: (lang) => deathWords[lang],
  seen: async (visit, { person }) => (isId(person) ? see(visit, seeDeath, { person }) : undefined),
  form: {
    fields: {
      on: day(),
      paper: text(),
      name: text({ optional: true }),
      address: longText({ rows: 4, optional: true }),
    },
    check: ({ paper, name, address }, { words }) => ({
      ...(paper.length > MOST_PAPER && { paper: words.tooLong }),
      ...(name !== undefined &&
        (name.length > MOST_LINE || address === undefined) && {
          [name.length > MOST_LINE ? "name" : "address"]: name.length > MOST_LINE ? words.tooLong : words.wantsAddress,
        }),
      ...(address !== undefined && name === undefined && { name: words.wantsName }),
      ...(address !== undefined && tooLong(address) && { address: words.longAddress }),
    }),
    act: recordDeath,
    input: ({ on, paper, name, address }, { seen }) => ({
      person: seen.person,
      on,
      paper,
      ...(name !== undefined && address !== undefined && { instead: { name, lines: linesOf(address) } }),
    }),
    confirm: ({ on, paper, name, address }, { words, lang, seen: { ends } }) => ({
      title: words.confirm,
      rows: [
        { key: words.died, value: sayDay(on, lang) },
        { key: words.paper, value: paper },
        { key: words.instead, value: name === undefined ? words.nobody : [name, ...linesOf(address ?? "")].join(", ") },
        { key: words.ends, value: endsOf(ends, words) },
      ],
      go: words.go,
    }),
    done: "note",
    on: { person: "on" },
  },
  also: (form) => ({
    takeBack: form({
      go: ({ words }) => words.takeBack,
      look: "tertiary",
      act: takeBackDeath,
      input: (_typed, { seen }) => ({ person: seen.person }),
      done: "retire",
      forbidden: ({ params }) => ({ to: deathAt.to(params) }),
    }),
  }),
  shown: ({ lang, words, seen: { name, person, recorded, ends } }, { form, also }) => {
    const rows = recorded
      ? [
          { key: words.died, value: sayDay(recorded.diedOn, lang) },
          { key: words.paper, value: recorded.paper },
          {
            key: words.instead,
            value: recorded.instead ? [recorded.instead.name, ...recorded.instead.lines].join(", ") : words.nobody,
          },
        ]
      : [{ key: words.ends, value: endsOf(ends, words) }];
    const main = html`${summaryList(rows, lang)}<p>${words.insteadWhy}</p>
${recorded ? html`<p>${words.takeBackWhy}</p>${also.takeBack("")}` : form()}`;
    return { title: words.heading(name), lead: words.lead, main, back: personAt.to({ person }) };
  },
});

/** As the act takes them. */
const [MOST_PAPER, MOST_LINE, MOST_LINES] = [500, 200, 8];

function tooLong(address: string): boolean {
  const lines = linesOf(address);
  return lines.length > MOST_LINES || lines.some((line) => line.length > MOST_LINE);
}

function linesOf(address: string): string[] {
  return address
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

type Ends = { readonly trainings: readonly string[]; readonly applications: readonly string[] };

function endsOf({ trainings, applications }: Ends, words: (typeof deathWords)["fr"]): string {
  const all = [
    ...trainings.map((cohort) => words.training(cohort)),
    ...applications.map((number) => words.application(number)),
  ];
  return all.length === 0 ? words.none : all.join(" ; ");
}

/** First of a person’s parts once it is recorded; before, a link under their details. */
export const deathPart: PersonParts = async (visit, { person }) => {
  const death = await see(visit, seeDeath, { person });
  const { lang, link, actor } = visit;
  const words = deathWords[lang];
  const records = may(actor, recordDeath.who);
  const to = deathAt.to({ person });
  if (!death) return [];
  if (!death.recorded)
    return records ? [{ key: "deces", title: words.title, seldom: { to, label: words.record } }] : [];
  const { diedOn, instead } = death.recorded;
  const main = html`<p class="ds-alert" data-color="warning">${words.said(sayDay(diedOn, lang))}</p>
${summaryList([{ key: words.instead, value: instead ? [instead.name, ...instead.lines].join(", ") : words.nobody }], lang)}
${records && html`<p><a class="ds-link" href="${href(link(to))}">${words.open}</a></p>`}`;
  return [
    {
      key: "deces",
      title: words.title,
      main,
      events: [{ at: diedOn, subject: "deces", kind: words.title, what: words.title, ...(records && { to }) }],
    },
  ];
};
