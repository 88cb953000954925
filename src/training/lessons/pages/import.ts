/** Imports a table of lessons: pasted or uploaded, checked line by line, then planned as a whole. */
import { type Html, html } from "../../../kit/html.ts";
import { sayNumber } from "../../../kit/lang.ts";
import { decoded } from "../../../kit/sheet.ts";
import { isId } from "../../../kit/shapes.ts";
import { see } from "../../../page/acting.ts";
import type { Field } from "../../../page/field.ts";
import { fileField, table, textArea } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { text } from "../../../page/kinds.ts";
import type { Form, Visit } from "../../../page/page.ts";
import { places } from "../../cohorts/pages/places.ts";
import { COLUMNS } from "../../rules/lesson-table.ts";
import { MAX_TABLE } from "../forms.ts";
import { importLessons } from "../import.ts";
import { checkLessons, seeLessons } from "../views.ts";
import { importWords } from "./import-words.ts";

const TABLE = "table";

export const importLessonsPage = formPage({
  name: "promotion-seances-importer",
  route: places.importLessons,
  who: "run the training",
  readsFiles: MAX_TABLE,
  words: importWords,
  seen: async (visit, { cohort }, sent) => {
    if (!isId(cohort)) return undefined;
    const typed = sent ? tableIn(sent, TABLE) : "";
    const checked = isTable(typed) ? await see(visit, checkLessons, { cohort, table: typed }) : undefined;
    if (checked) return { name: checked.cohort.name, checked };
    const { today } = visit;
    const seen = await see(visit, seeLessons, { cohort, from: today, until: today });
    return seen && { name: seen.cohort.name, checked };
  },
  form: {
    fields: ({ words }) => ({
      table: tableField(words),
      ground: text({ label: words.ground, hint: words.groundHint, optional: true }),
    }),
    go: ({ words }) => words.check,
    check: ({ ground }, { lang, words, seen: { checked } }) => {
      if (!checked) return { table: words.tooBig };
      if (checked.fault) return { table: checked.fault[lang] };
      const { wrong, new: planned } = checked.counts;
      if (wrong > 0) return { table: words.wrong(wrong) };
      if (planned === 0) return { table: words.nothingNew };
      return checked.asks.length > 0 && !ground ? { ground: words.asks } : {};
    },
    confirm: (values, { visit, words, params, seen: { checked } }) => ({
      title: words.go,
      lead: html`<p>${words.counts(checked!.counts.new, checked!.counts.known)}</p>${asked(visit, checked!)}${linesTable(visit, checked!)}`,
      as: values,
      go: words.go,
      back: places.importLessons.to(params),
    }),
    act: importLessons,
    input: ({ ground, ...typed }, { params }) => ({ ...typed, cohort: params.cohort, ...(ground && { ground }) }),
    // The problems are shown per line, below.
    invalid: ({ words }) => ({ said: words.again }),
    done: (_, { params, seen: { checked } }) => {
      const first = checked?.lines.find(({ state }) => state === "new");
      const semaine = first?.on ?? undefined;
      return places.lessons.to(params, { ...(semaine && { semaine }), fait: "importees" });
    },
  },
  shown: ({ visit, words, params, seen: { name, checked } }, { form }) => ({
    title: words.title(name),
    lead: words.lead,
    main: html`${checked && asked(visit, checked)}${checked && linesTable(visit, checked)}<p>${words.columns}</p>${form()}`,
    back: places.lessons.to(params),
  }),
});

function isTable(typed: string): boolean {
  return typed.trim() !== "" && typed.length <= MAX_TABLE;
}

type Checked = NonNullable<Awaited<ReturnType<typeof checkLessons.read>>>;
type Line = Checked["lines"][number];

/** The lines to correct first; then all, in order. */
function linesTable(visit: Visit, { lines }: Checked): Html {
  const { lang } = visit;
  const words = importWords(lang);
  const wrong = lines.filter(({ state }) => state === "wrong");
  const number = ({ line }: Line) => `${words.line} ${sayNumber(line, lang)}`;
  return html`${
    wrong.length > 0 &&
    table({
      id: "wrong-lines",
      caption: words.wrongLines,
      head: [words.line, words.said, words.problem],
      rows: wrong.map((one) => [number(one), written(one), listed(one.problems.map(({ said }) => said[lang]))]),
      stacks: true,
    })
  }${
    lines.length > 0 &&
    table({
      id: "lines",
      caption: words.lines,
      head: [words.line, words.said, words.state],
      rows: lines.map((one) => [number(one), written(one), stateOf(visit, one)]),
      stacks: true,
    })
  }`;
}

function written({ cells }: Line): Html {
  const filled = COLUMNS.map((column) => cells[column]).filter((one) => one !== "");
  return html`<span class="typed">${filled.join(" ; ")}</span>`;
}

function listed(sentences: readonly string[]): Html {
  return html`${sentences.map((one, place) => html`${place > 0 && html`<br>`}${one}`)}`;
}

function stateOf({ lang }: Visit, { state }: Line): Html {
  const words = importWords(lang);
  const color = { new: "info", known: "neutral", wrong: "danger" } as const;
  return html`<span class="ds-tag" data-color="${color[state]}">${words.states[state]}</span>`;
}

/** What asks a ground, each once. */
function asked({ lang }: Visit, { asks }: Checked): Html {
  return html`${asks.length > 0 && html`<ul>${asks.map((one) => html`<li>${one[lang]}</li>`)}</ul>`}`;
}

/** One field of two controls: an uploaded file is put into the text area, so that it can be corrected there. */
function tableField(words: ReturnType<typeof importWords>): Field<string> {
  return {
    label: words.paste,
    brings: true,
    parts: ["", "-file"],
    read: (typed, name) => {
      const file = typed.small?.find(({ field }) => field === `${name}-file`);
      if (file && "problem" in file) return { fault: words.tooBig, control: "-file" };
      const value = tableIn(typed, name);
      return value.trim() === "" ? { fault: words.missing } : { value };
    },
    write: (value, name) => ({ [name]: value }),
    print: ({ name, typed, errors, lang }) => html`${fileField({
      name: `${name}-file`,
      label: words.file,
      accept: ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain",
      errors,
      lang,
    })}
${textArea({ name, label: words.paste, rows: 12, value: tableIn(typed, name), errors, lang })}`,
    say: (value) => value,
  };
}

function tableIn(typed: Form, name: string): string {
  const file = typed.small?.find(({ field }) => field === `${name}-file`);
  return file && "bytes" in file && file.bytes.length > 0 ? decoded(file.bytes) : typed.get(name);
}
