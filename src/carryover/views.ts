/** What a table would do, what was carried over, and the columns of an empty table. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { nameOf } from "../dossier/standing.ts";
import { closed, Id } from "../kit/shapes.ts";
import { FileId } from "./acts.ts";
import { carryLines } from "./carry-lines.ts";
import { exampleLines, gathered, taughtCohorts } from "./gathered.ts";
import { columnsOf } from "./rules/columns.ts";
import { knownCohort, studiedIn } from "./rules/known.ts";
import type { CarriedPerson } from "./rules/person.ts";
import { readTable } from "./rules/table.ts";
import { carriedFrom, carryOvers, findDraft } from "./store.ts";
import * as output from "./output.ts";

const SHOWN = 50;
const Nothing = Type.Object({}, closed);

export const seeCarryOvers = defineView({
  name: "seeCarryOvers",
  label: { fr: "Voir les reprises de personnes en formation", en: "See which people in training were carried over" },
  who: "carry people over",
  form: Nothing,
  output: output.seeCarryOvers,
  async read({ tx, law }) {
    const done = (await carryOvers(tx, SHOWN)).map(({ id, name, people, minutes, at }) => {
      return { id, name, people, minutes, at: at.toISOString() };
    });
    return { done, cohorts: (await taughtCohorts({ tx, law })).length };
  },
});

/** The columns for the cohorts that there are. */
export const seeCarryColumns = defineView({
  name: "seeCarryColumns",
  label: { fr: "Voir les colonnes d’un tableau de reprise", en: "See the columns of a table to carry people over" },
  who: "carry people over",
  form: Nothing,
  output: output.seeCarryColumns,
  async read(context) {
    const { tx, law: lawOf } = context;
    const cohorts = (await taughtCohorts({ tx, law: lawOf })).map(({ cohort, law }) => knownCohort(cohort, law));
    const columns = columnsOf(studiedIn(cohorts));
    return {
      columns: columns.map(({ key, label, needed = false }) => ({ key, label, needed })),
      examples: [...(await exampleLines(context))],
    };
  },
});

/** The table that a person came by, and their line as it was read; null of anybody else. */
export const seeCarriedFrom = defineView({
  name: "seeCarriedFrom",
  label: { fr: "Voir de quel tableau vient une personne", en: "See which table somebody came by" },
  who: "carry people over",
  form: Type.Object({ dossier: Id }, closed),
  output: output.seeCarriedFrom,
  async read({ tx, input: { dossier } }) {
    const from = await carriedFrom(tx, dossier);
    return { from: from ? { ...from, at: from.at.toISOString() } : null };
  },
});

/** The dry run: what would be done, or what is to be mended first. */
export const seeCarryDraft = defineView({
  name: "seeCarryDraft",
  label: { fr: "Voir ce que fera une reprise", en: "See what carrying over will do" },
  who: "carry people over",
  form: Type.Object({ file: FileId }, closed),
  output: output.seeCarryDraft,
  async read(context) {
    const draft = await findDraft(context.tx, context.input.file);
    if (!draft) return undefined;
    const { people, faults, notes, newPayers } = readTable(draft, await gathered(context, draft));
    const { name, format, rows } = draft;
    return {
      name,
      format,
      lines: rows.length,
      people: people.map(personShown),
      units: unitsOf(people),
      money: moneyOf(people),
      carrying: [...carryLines(people)],
      faults: faults.map((one) => ({ ...one })),
      notes: notes.map((one) => ({ ...one })),
      newPayers: newPayers.map(({ key, name, lines, like }) => ({ key, name, lines: [...lines], like: [...like] })),
    };
  },
});

function moneyOf(people: readonly Pick<CarriedPerson, "money">[]) {
  const shares = people.flatMap(({ money }) => money.shares);
  const billed = people.flatMap(({ money }) => money.billed);
  return {
    shares: shares.reduce((all, { amount }) => all + amount, 0),
    invoiced: billed.reduce((all, one) => all + one.invoiced, 0),
    paid: billed.reduce((all, one) => all + one.paid, 0),
  };
}

function personShown(person: CarriedPerson) {
  const { line, identity, cohort, followed, relief, address } = person;
  const { shares, invoiced, paid } = moneyOf([person]);
  return {
    price: shares,
    owed: invoiced - paid,
    line,
    name: nameOf(identity)!,
    cohort: cohort.name,
    minutes: (followed?.units ?? []).reduce((all, { minutes }) => all + minutes, 0),
    until: followed?.until ?? null,
    by: followed?.by ?? null,
    titles: relief.facts.titles.length,
    held: relief.facts.held.map(({ domain }) => domain),
    invited: address !== "",
  };
}

/** In the order of the référentiel of the first who followed each. */
function unitsOf(people: readonly CarriedPerson[]) {
  const all = people.flatMap(({ followed }) => followed?.units ?? []);
  return [...Map.groupBy(all, ({ unit }) => unit)].map(([unit, own]) => ({
    unit,
    minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
  }));
}
