/** Where carrying people over begins: the empty table, sending it filled in, and what was carried over. */
import { type Html, html } from "../../kit/html.ts";
import { sayDay, sayMinutes, sayNumber } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { see } from "../../page/acting.ts";
import { linkButton, table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { smallFile } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { places } from "../../training/cohorts/pages/places.ts";
import { readCarryOver } from "../acts.ts";
import { MAX_FILE } from "../rules/file.ts";
import { seeCarryColumns, seeCarryOvers } from "../views.ts";
import { carry, carryCheck, emptyBook, emptyCsv, fileIn } from "./routes.ts";
import { carryWords, EXAMPLE } from "./words.ts";

export const carryPage = formPage({
  name: "reprise",
  route: carry,
  who: "carry people over",
  readsFiles: MAX_FILE,
  words: (lang) => carryWords(lang).begin,
  seen: async (visit) => {
    const seen = await see(visit, seeCarryOvers, {});
    const { columns, examples } = (await see(visit, seeCarryColumns, {})) ?? { columns: [], examples: [] };
    return seen && { ...seen, columns, examples };
  },
  form: {
    fields: ({ words }) => ({
      file: smallFile({
        label: words.fields.file,
        hint: words.fileHint,
        accept: ".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        tooBig: words.tooBig,
      }),
    }),
    check: ({ file }, { words }) => ((file?.bytes.length ?? 0) === 0 ? { file: words.missing } : {}),
    act: readCarryOver,
    input: ({ file }) => ({
      name: file?.name.slice(-200) || "–",
      content: (file?.bytes ?? Buffer.alloc(0)).toString("base64"),
    }),
    on: { content: "file" },
    done: ({ file, carried }) => (carried ? carry.to({}, { fait: "deja" }) : carryCheck.to(fileIn(file))),
  },
  told: ({ visit: { query }, words }) => {
    const [counts = "", people, minutes] = /^(\d{1,6})-(\d{1,9})$/.exec(query.fait ?? "") ?? [];
    return { deja: words.already, ...(people !== undefined && { [counts]: words.done(+people, +minutes!) }) };
  },
  shown: ({ visit, words, seen: { done, cohorts, columns, examples } }, { form }) => {
    const main =
      cohorts === 0
        ? html`<p>${words.noCohort}</p><div class="actions">${linkButton(visit.link(places.cohorts.to()), words.toCohorts)}</div>`
        : html`<h2>${words.empty}</h2><p>${words.emptyWhy}</p>
<div class="actions">${linkButton(visit.link(emptyBook.to()), words.book, "secondary")}${linkButton(visit.link(emptyCsv.to()), words.csv, "secondary")}</div>
<details class="ds-details"><summary>${words.columns}</summary><div>${columnsTable(visit, columns)}</div></details>
${examples.length > 0 && html`<details class="ds-details"><summary>${words.examples}</summary><div><p>${words.examplesWhy}</p>${examplesTable(visit, columns, examples)}</div></details>`}
<h2>${words.send}</h2><p>${words.money}</p>
${form()}`;
    return {
      title: words.title,
      lead: words.lead,
      main: html`${main}${done.length > 0 && pastTable(visit, done)}`,
      back: places.cohorts.to(),
    };
  },
});

type Seen = NonNullable<Awaited<ReturnType<typeof seeCarryColumns.read>>>;
type Columns = Seen["columns"];
type Done = NonNullable<Awaited<ReturnType<typeof seeCarryOvers.read>>>["done"];

function columnsTable({ lang }: Visit, columns: Columns): Html {
  const words = carryWords(lang).begin;
  return table({
    id: "columns",
    caption: words.columns,
    head: [words.column, words.example],
    rows: columns.map(({ key, label, needed }) => [
      needed ? html`${label[lang]} <strong>*</strong> (${words.star})` : label[lang],
      EXAMPLE[key.split(":")[0]!] || "–",
    ]),
    stacks: true,
  });
}

/** A column of the table on each line, a person in each column. */
function examplesTable({ lang }: Visit, columns: Columns, examples: Seen["examples"]): Html {
  const words = carryWords(lang).begin;
  const used = columns.filter(({ key }) => examples.some(({ cells }) => (cells[key] ?? "") !== ""));
  return table({
    id: "examples",
    caption: words.examples,
    head: [words.column, ...examples.map(({ label }) => label[lang])],
    rows: used.map(({ key, label }) => [label[lang], ...examples.map(({ cells }) => cells[key] || "–")]),
    stacks: true,
  });
}

function pastTable({ lang, school }: Visit, done: Done): Html {
  const words = carryWords(lang).begin;
  return html`<h2>${words.past}</h2>${table({
    id: "past",
    caption: words.past,
    head: [words.when, words.fileName, words.people, words.hours],
    rows: done.map(({ at, name, people, minutes }) => [
      sayDay(dayIn(new Date(at), school.timezone), lang),
      html`<span class="typed">${name}</span>`,
      sayNumber(people, lang),
      sayMinutes(minutes, lang),
    ]),
    numeric: [2, 3],
    stacks: true,
  })}`;
}
