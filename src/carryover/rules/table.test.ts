import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { plain } from "../../kit/sheet.ts";
import { lawOf } from "../../law/load.ts";
import { laws } from "../../test/law-world.ts";
import { readCents, readMinutes } from "./cells.ts";
import { columnsOf } from "./columns.ts";
import { examples } from "./example.ts";
import { type Known, knownCohort, studiedIn } from "./known.ts";
import { MOST_ROWS, type Table } from "./heads.ts";
import { readTable } from "./table.ts";

const { establishment, diplomas } = laws.establishments[0]!.data;
const [{ diploma, version }] = diplomas as [(typeof diplomas)[number]];
const law = lawOf(laws, diploma, version, establishment)!;
const [unit = "", second = ""] = law.diploma.domains.flatMap(({ units }) => units.map((one) => one.unit));
const [domain = ""] = law.diploma.domains.map((one) => one.domain);
const [named] = law.diploma.catalogue;
const [held] = law.diploma.held;

const cohort = knownCohort({ id: "c", name: "Promotion 2025-2028", startsOn: "2025-09-15", endsOn: "2028-06-30" }, law);
const known: Known = {
  today: "2026-11-30",
  cohorts: [cohort],
  people: [],
  staff: new Set(["chef@exemple.fr"]),
  registered: [
    { id: "p1", name: "Mairie d’Exemple" },
    { id: "p2", name: "Jumeau" },
    { id: "p3", name: "JUMEAU" },
  ],
  price: (_, __, { others }) => 1_192_000 - others / 10,
  due: () => ({
    minutes: new Map([
      [unit, 6_000],
      [second, 0],
    ]),
  }),
};

const ADA: Readonly<Record<string, string>> = {
  "Nom de naissance": "Durand",
  Prénoms: "Ada",
  "Né le": "28/02/1985",
  "Adresse électronique": "ada@exemple.fr",
  Promotion: "promotion 2025-2028",
  "Informations remises le": "01/07/2025",
  "Contrat signé le": "10/07/2025",
  [`Heures suivies ${unit}`]: "62,5",
  "Heures suivies jusqu’au": "15/11/2026",
  "Heures attestées par": "Anne Roux, responsable de formation",
};

/** A table whose lines are these people, each differing from Ada. */
function tableOf(...people: readonly Readonly<Record<string, string>>[]): Table {
  const head = [...new Set([ADA, ...people].flatMap((one) => Object.keys(one)))];
  const rows = people.map((one, index) => {
    const whole = { ...ADA, ...one };
    return { line: index + 2, cells: head.map((heading) => whole[heading] ?? "") };
  });
  return { head: { line: 1, cells: head }, rows };
}
const BOB = { "Nom de naissance": "Martin", Prénoms: "Bob", "Adresse électronique": "bob@exemple.fr" };

const told = (table: Table, more: Partial<Known> = {}) =>
  readTable(table, { ...known, ...more }).faults.map(({ line, heading, said }) => `${line} ${heading}: ${said.en}`);
const toldOf = (person: Readonly<Record<string, string>>, more: Partial<Known> = {}) => told(tableOf(person), more);

describe("a table of people in training", () => {
  it("is read line by line: who they are, what they hold, what they followed and who attests it", () => {
    const { people, faults } = readTable(tableOf({}, { ...BOB, [`Heures suivies ${unit}`]: "" }), known);
    deepEqual(faults, []);
    const [ada, bob] = people;
    deepEqual(
      { ...ada!, cohort: ada!.cohort.id },
      {
        line: 2,
        identity: { birthName: "Durand", usedName: "", givenNames: "Ada", bornOn: "1985-02-28" },
        contact: { phone: "", street: "", postcode: "", city: "" },
        address: "ada@exemple.fr",
        cohort: "c",
        givenOn: "2025-07-01",
        contractOn: "2025-07-10",
        relief: {
          on: "2025-07-10",
          paper: "",
          facts: { titles: [], held: [], declined: [], ...(cohort.grants && { grants: [] }) },
        },
        money: { shares: [], billed: [] },
        followed: { until: "2026-11-15", by: "Anne Roux, responsable de formation", units: [{ unit, minutes: 3_750 }] },
      },
    );
    equal(bob!.followed, null);
  });

  it("takes headings of either language, whatever their case, accents and marks", () => {
    const { head, rows } = tableOf({});
    const labels = new Map(columnsOf(studiedIn([cohort])).map(({ label }) => [label.fr, label.en]));
    const cells = head.cells.map((heading, at) => (at % 2 === 0 ? labels.get(heading)! : heading.toUpperCase()));
    deepEqual(told({ head: { line: 1, cells }, rows }), []);
  });

  it("says a column that is missing, unknown, there twice, or a line that is too wide", () => {
    const { head, rows } = tableOf({});
    const without = (heading: string) => {
      const kept = head.cells.flatMap((one, at) => (one === heading ? [] : [at]));
      const some = ({ line, cells }: Table["head"]) => ({ line, cells: kept.map((at) => cells[at]!) });
      return { head: some(head), rows: rows.map(some) };
    };
    deepEqual(told(without("Né le")), ["1 : The column “Born on” is missing: add it."]);
    deepEqual(told(without("Adresse électronique")), []);
    const more = (heading: string, cell: string): Table => ({
      head: { line: 1, cells: [...head.cells, heading] },
      rows: rows.map(({ line, cells }) => ({ line, cells: [...cells, cell] })),
    });
    ok(told(more("Taille", "170"))[0]!.startsWith("1 Taille: This column is not known"));
    deepEqual(told(more("", "")), []);
    ok(told(more("prenoms", "x"))[0]!.startsWith("1 prenoms: This column is there twice"));
    ok(told({ head, rows: rows.map(({ line, cells }) => ({ line, cells: [...cells, "x"] })) })[0]!.startsWith("2 : "));
    ok(told({ head, rows: [] })[0]!.includes("no line"));
    ok(told({ head, rows: Array.from({ length: MOST_ROWS + 1 }, () => rows[0]!) })[0]!.includes("more than 300"));
  });

  it("says each cell that is empty or that cannot be what its column holds", () => {
    const faultOf = (heading: string, typed: string) => toldOf({ [heading]: typed }).join();
    for (const heading of ["Nom de naissance", "Prénoms", "Né le", "Promotion", "Contrat signé le"])
      equal(faultOf(heading, ""), `2 ${heading}: This cell is empty: fill it in.`);
    ok(faultOf("Né le", "31/02/1985").includes("no day"));
    ok(faultOf("Né le", "01/12/2026").includes("not come yet"));
    ok(faultOf("Adresse électronique", "ada").includes("no mail address"));
    ok(faultOf("Adresse électronique", "CHEF@exemple.fr").includes("works here"));
    ok(faultOf(`Heures suivies ${unit}`, "douze").includes("no number of hours"));
    ok(faultOf("Promotion", "2099").includes("No cohort"));
    ok(faultOf("Nom de naissance", "x".repeat(101)).includes("100 characters"));
  });

  it("names in the reader’s words a column that lines depend on and the table lacks, once for all of them", () => {
    const people = [{}, BOB].map((one) => ({ ...one, "Titre obtenu le": "27/06/2017" }));
    deepEqual(
      told(tableOf(...people)).filter((one) => one.includes("is missing")),
      ["2 : The column “Title recognised” is missing: add it, or empty the cells that depend on it."],
    );
  });

  it("keeps days in order", () => {
    ok(
      toldOf({ "Contrat signé le": "27/02/1985", "Informations remises le": "27/02/1985" })[0]!.includes(
        "before “Born",
      ),
    );
    ok(toldOf({ "Informations remises le": "11/07/2025" })[0]!.includes("after “Contract"));
    deepEqual(toldOf({ "Informations remises le": "10/07/2025" }), []);
    ok(toldOf({ "Heures suivies jusqu’au": "09/07/2025" })[0]!.includes("before “Contract"));
    deepEqual(toldOf({ "Heures suivies jusqu’au": "10/07/2025" }), []);
    const later = { ...cohort, startsOn: "2026-12-01" };
    ok(toldOf({}, { cohorts: [later] })[0]!.includes("nobody is in training there yet"));
    deepEqual(toldOf({}, { cohorts: [{ ...cohort, startsOn: "2026-11-30" }] }), []);
    ok(toldOf({}, { cohorts: [{ ...cohort, endsOn: "2025-07-09" }] })[0]!.includes("The cohort ended"));
  });

  it("asks for who attests hours, and until when; and refuses more of a unit than is due", () => {
    deepEqual(toldOf({ "Heures attestées par": "" }), ["2 Heures attestées par: Fill in “Hours attested by” as well."]);
    ok(toldOf({ "Heures suivies jusqu’au": "" })[0]!.includes("Hours followed until"));
    deepEqual(toldOf({ [`Heures suivies ${unit}`]: "100" }), []);
    ok(toldOf({ [`Heures suivies ${unit}`]: "100 h 01" })[0]!.includes("only 100\u00a0h"));
    ok(toldOf({ [`Heures suivies ${second}`]: "1" })[0]!.includes("nothing to follow"));
  });

  it("takes a title and a validation by a dated decision and its paper alone", () => {
    const decision = { "Allègements décidés le": "01/07/2025", "Pièce de la décision": "Protocole 12" };
    const title = { "Titre reconnu": named!.label.fr, "Titre obtenu le": "27/06/2017" };
    const [person] = readTable(tableOf({ ...title, ...decision }), known).people;
    deepEqual(person!.relief.facts.titles, [{ title: named!.title, awardedOn: "2017-06-27" }]);
    deepEqual([person!.relief.on, person!.relief.paper], ["2025-07-01", "Protocole 12"]);
    equal(toldOf({ ...title, ...decision, "Allègements décidés le": "", "Pièce de la décision": "" }).length, 2);
    ok(toldOf({ ...title, ...decision, "Titre reconnu": "Permis de conduire" })[0]!.includes("not one that"));
    ok(toldOf({ ...title, ...decision, "Titre obtenu le": "02/07/2025" })[0]!.includes("after “Reliefs"));
    const validated = { [`${domain} validé le`]: "20/06/2025", [`${domain} validé par`]: held!.by };
    const [other] = readTable(tableOf({ ...validated, ...decision }), known).people;
    deepEqual(other!.relief.facts.held, [{ domain, validatedOn: "2025-06-20", by: held!.by }]);
    ok(toldOf({ ...validated, ...decision, [`${domain} validé par`]: "" })[0]!.includes("as well"));
    ok(toldOf({ ...validated, ...decision, [`${domain} validé par`]: "le sort" })[0]!.includes("Possible are"));
  });

  describe("with money", () => {
    const own = cohort.payers.find((one) => one.own)!;
    const other = cohort.payers.find((one) => !one.own)!;
    const share = { [`Part, ${own.label.fr}`]: "8 000,50 €", "Facturé jusqu’au": "31/10/2026" };
    const theirs = { [`Part, ${other.label.fr}`]: "3919,50", [`Payeur, ${other.label.fr}`]: "mairie d’exemple" };

    it("takes who pays what, and what was invoiced and paid of it until a day", () => {
      const asked = { [`Facturé, ${own.label.fr}`]: "4000", [`Payé, ${own.label.fr}`]: "3 500" };
      const number = { [`Dernière facture, ${own.label.fr}`]: "2026-117" };
      const [person] = readTable(tableOf({ ...share, ...theirs, ...asked, ...number }), known).people;
      deepEqual(person!.money, {
        shares: [
          { source: own.payer, amount: 800_050, payer: null, enters: null },
          { source: other.payer, amount: 391_950, payer: "p1", enters: null },
        ],
        billed: [{ source: own.payer, invoiced: 400_000, paid: 350_000, until: "2026-10-31", number: "2026-117" }],
      });
    });

    it("refuses more invoiced than the share, more paid than invoiced, and money of nobody", () => {
      const of = (more: Readonly<Record<string, string>>) => toldOf({ ...share, ...more });
      ok(of({ [`Facturé, ${own.label.fr}`]: "8000,51" })[0]!.includes("more than the share"));
      ok(of({ [`Payé, ${own.label.fr}`]: "0,01" })[0]!.includes("more than was invoiced"));
      ok(of({ [`Facturé, ${own.label.fr}`]: "100", "Facturé jusqu’au": "" })[0]!.includes("Invoiced until"));
      ok(of({ [`Facturé, ${other.label.fr}`]: "100" })[0]!.includes("No part of the training"));
      ok(of({ ...theirs, [`Payeur, ${other.label.fr}`]: "Jumeau" })[0]!.includes("Several payers"));
      ok(of({ ...theirs, [`Payeur, ${other.label.fr}`]: "" })[0]!.includes("as well"));
      ok(of({ [`Part, ${own.label.fr}`]: "beaucoup" })[0]!.includes("no amount"));
    });

    it("takes a payer that the register has not, to be entered once for all its lines, and says whose name is nearly the same", () => {
      const payer = `Payeur, ${other.label.fr}`;
      const table = tableOf(
        { ...theirs, [payer]: "Commune de  Lattes" },
        { ...BOB, ...theirs, [payer]: "COMMUNE DE LATTES" },
        { "Nom de naissance": "Petit", "Adresse électronique": "", ...theirs, [payer]: "Mairie d’Exemple-sur-Lez" },
        { "Nom de naissance": "Roux", "Adresse électronique": "", ...theirs },
      );
      const { faults, newPayers, people } = readTable(table, known);
      deepEqual(faults, []);
      deepEqual(newPayers, [
        { key: "commune de lattes", name: "Commune de  Lattes", lines: [2, 3], like: [] },
        { key: "mairie d exemple sur lez", name: "Mairie d’Exemple-sur-Lez", lines: [4], like: ["Mairie d’Exemple"] },
      ]);
      deepEqual(
        people.map(({ money }) => money.shares[0]!.enters),
        ["Commune de  Lattes", "COMMUNE DE LATTES", "Mairie d’Exemple-sur-Lez", null],
      );
    });

    it("says where the shares are not the price of today’s quote, and takes them as they were signed", () => {
      const whole = readTable(tableOf({ ...share, [`Part, ${own.label.fr}`]: "11920" }), known);
      deepEqual([whole.faults, whole.notes], [[], []]);
      const { notes, people } = readTable(tableOf({ ...share, ...theirs }), known);
      equal(people.length, 1);
      ok(notes[0]!.said.en.includes("€11,920.00") && notes[0]!.said.en.includes("€11,528.05"), notes[0]!.said.en);
    });
  });

  it("says all that is wrong with a line at once, though its cohort is not known and its hours are too many", () => {
    const own = cohort.payers.find((one) => one.own)!;
    const line = {
      Promotion: "2099",
      "Né le": "hier",
      [`Heures suivies ${unit}`]: "douze",
      [`Part, ${own.label.fr}`]: "beaucoup",
      [`${domain} validé par`]: "le sort",
    };
    const headings = (person: Readonly<Record<string, string>>) =>
      readTable(tableOf(person), known).faults.map(({ heading }) => heading);
    for (const heading of Object.keys(line)) ok(headings(line).includes(heading), heading);
    // 100 hours are due.
    deepEqual(headings({ Téléphone: "0".repeat(31), [`Heures suivies ${unit}`]: "101" }).toSorted(), [
      `Heures suivies ${unit}`,
      "Téléphone",
    ]);
  });

  it("names somebody twice, or whom the school knows, of a line with other faults too", () => {
    const wrong = { "Contrat signé le": "demain" };
    ok(told(tableOf({}, { ...wrong, "Adresse électronique": "" })).some((one) => one.includes("already on line 2")));
    const someone = { number: "D-2026-000001", usedName: "", givenNames: "Ada", bornOn: "1985-02-28", address: null };
    const found = toldOf({ ...wrong, Promotion: "2099" }, { people: [{ ...someone, birthName: "DURAND" }] });
    deepEqual(
      found.map((one) => one.split(":")[0]!).toSorted((a, b) => a.localeCompare(b, "fr")),
      ["2 Contrat signé le", "2 Nom de naissance", "2 Promotion"],
    );
  });

  it("reads the lines that the page shows as examples, one for each way of paying, without a fault", () => {
    const due = { minutes: new Map(cohort.units.map((one) => [one, 6_000])) };
    const shown = examples({ cohort, today: known.today, price: known.price });
    equal(shown.length, new Set(cohort.payers.map(({ paper }) => paper)).size);
    const columns = columnsOf(studiedIn([cohort]));
    const head = { line: 1, cells: columns.map(({ label }) => label.fr) };
    const rows = shown.map(({ cells }, at) => ({ line: at + 2, cells: columns.map(({ key }) => cells[key] ?? "") }));
    const { faults, people, notes } = readTable({ head, rows }, { ...known, due: () => due });
    deepEqual(faults, []);
    equal(people.length, shown.length);
    ok(people.every(({ money, followed }) => money.shares.length > 0 && money.billed.length > 0 && followed));
    // Who pays alone pays the price of the quote.
    deepEqual(
      notes.filter(({ line }) => line === 2),
      [],
    );
    deepEqual(examples({ cohort, today: "2025-09-14", price: known.price }), []);
  });

  it("has a column of its own for each thing, in each language", () => {
    for (const lang of ["fr", "en"] as const) {
      const labels = columnsOf(studiedIn([cohort])).map(({ label }) => plain(label[lang]));
      equal(new Set(labels).size, labels.length);
    }
  });

  it("says what the rules refuse of these facts, at the cell that they come from", () => {
    const said = { fr: "non", en: "no" };
    const refused = (path: string) => () => ({ refused: [{ path, said }] });
    const decision = { "Allègements décidés le": "01/07/2025", "Pièce de la décision": "Protocole 12" };
    const title = { "Titre reconnu": named!.label.fr, "Titre obtenu le": "27/06/2017" };
    deepEqual(toldOf({ ...title, ...decision }, { due: refused("titles[0].awardedOn") }), ["2 Titre reconnu: no"]);
    deepEqual(toldOf({}, { due: refused("maquette") }), ["2 Promotion: no"]);
  });

  it("names nobody twice, and nobody whom the school knows", () => {
    ok(told(tableOf({}, { ...BOB, "Adresse électronique": "ADA@exemple.fr" }))[0]!.includes("that of line 2"));
    ok(told(tableOf({}, { "Adresse électronique": "", Prénoms: "ADA Marie" }))[0]!.includes("already on line 2"));
    deepEqual(told(tableOf({}, { "Adresse électronique": "", "Né le": "01/03/1985" })), []);
    const someone = { number: "D-2026-000001", usedName: "", givenNames: "Ada", bornOn: "1985-02-28" };
    const byName = { ...someone, address: null, birthName: "DURAND" };
    const byMail = { ...someone, address: "Ada@exemple.fr", birthName: "Autre" };
    ok(toldOf({}, { people: [byName] })[0]!.startsWith("2 Nom de naissance: The school knows"));
    ok(toldOf({}, { people: [byMail] })[0]!.startsWith("2 Adresse électronique: The school knows"));
    ok(
      toldOf(
        { "Nom d’usage": "Petit", "Adresse électronique": "" },
        { people: [{ ...byName, birthName: "Petit" }] },
      )[0],
    );
  });

  it("gives either people or faults, whatever stands in it, and a fault names a cell that is there", () => {
    const headings = columnsOf(studiedIn([cohort])).map(({ label }) => label.fr);
    const cell = fc.oneof(
      fc.constantFrom(...Object.values(ADA), "", "x", "31/12/2026", "1 h", "0", held!.by, named!.label.fr),
      fc.string({ maxLength: 12 }),
    );
    const table = fc
      .tuple(fc.shuffledSubarray([...headings, "Taille", ""]), fc.integer({ min: 0, max: 4 }))
      .chain(([head, count]) =>
        fc.record({
          head: fc.constant({ line: 1, cells: head }),
          rows: fc
            .array(fc.array(cell, { maxLength: head.length + 1 }), { minLength: count, maxLength: count })
            .map((all) => all.map((cells, at) => ({ line: at + 2, cells }))),
        }),
      );
    const near = fc
      .array(fc.dictionary(fc.constantFrom(...headings), cell, { maxKeys: 3 }), { minLength: 1, maxLength: 4 })
      .map((people) => tableOf(...people));
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(table, near), (asked) => {
        const { people, faults } = readTable(asked, known);
        ok(faults.length > 0 ? people.length === 0 : people.length === asked.rows.length);
        read += people.length;
        for (const { line, at, heading, typed } of faults) {
          const row = [asked.head, ...asked.rows].find((one) => one.line === line);
          ok(row);
          if (at === null) continue;
          equal(asked.head.cells[at], heading);
          equal((row.cells[at] ?? "").trim(), typed.trim());
        }
      }),
      { numRuns: 500 },
    );
    ok(read > 0);
  });
});

describe("hours as people type them", () => {
  it("are whole minutes, or nothing", () => {
    const read = ["12", "12,5", "12.25", "12 h 30", "12h", "0", "12:05", "7,2"].map(readMinutes);
    deepEqual(read, [720, 750, 735, 750, 720, 0, 725, 432]);
    for (const typed of ["", "-1", "12 h 60", "1,001", "douze", "12 heures", "1e3", "123456"])
      equal(readMinutes(typed), undefined, typed);
  });
});

describe("amounts as people type them", () => {
  it("are whole cents, or nothing", () => {
    const read = ["12", "1 200,5", "1\u202f200,50 €", "0.07", "7eur"].map(readCents);
    deepEqual(read, [1_200, 120_050, 120_050, 7, 700]);
    for (const typed of ["", "-1", "1,234", "1.200,00", "douze", "12345678", "€"])
      equal(readCents(typed), undefined, typed);
  });
});
