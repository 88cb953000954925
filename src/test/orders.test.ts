/** Every list has an order of its own: what it is sorted by ends in something of which there is one, else alike rows stand by chance. */
import { deepEqual } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const SRC = fileURLToPath(new URL("..", import.meta.url));

/** An id, which is greater the later it was made (`kit/id.ts`); what is counted within the thing that is listed; whom there is once. */
const ENDS: ReadonlySet<string> = new Set(
  "id number place position seq version chain sha256 copy account actor who section".split(" "),
);

/** What ends in something else, each with what makes it whole. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "agenda/book.ts: turn": "distinct by it",
  "billing/debtors/store.ts: debtor": "one of each debtor",
  "billing/payers/store.ts: email": "distinct by it",
  "books/facts/store.ts: charge": "one sum a charge of each debtor",
  "contracts/by-link/paid-for.ts: p.about": "distinct by it",
  "year/portals/store.ts: p.year": "one of each diploma",
  "year/portals/store.ts: state": "grouped by it",
  "year/bpf/store.ts: document": "each is one",
  "year/bpf/store.ts: trainer": "grouped by it",
  "year/bpf/store.ts: enrolment": "its id",
  "year/bpf/store.ts: unit": "grouped by the enrolment and the unit",
  "year/bpf/store.ts: lesson": "one record of each of an enrolment",
  "year/bpf/store.ts: lesson\n        rows between unbounded preceding and 1 preceding": "the same",
  "year/director/proofs-store.ts: p.part": "names one of several of the same thing",
  "year/check.ts: 1": "distinct by it",
  "year/check.ts: a.survey": "grouped by it",
  "year/passages/store.ts: l.file": "one row a person and file",
  "year/passages/store.ts: w.enrolment": "grouped by it",
  "year/passages/store.ts: diploma": "distinct by it",
  "year/figures/store.ts: diploma": "distinct by the year and the diploma",
  "year/director/store.ts: unit": "grouped by the cohort and the unit",
  "year/director/store.ts: month": "grouped by it",
  "year/director/store.ts: diploma": "each once, of a union",
  "year/director/evidence-store.ts: proof": "grouped by it",
  "year/surveys/store.ts: b.survey": "the key of its table",
  "billing/charges/states/store.ts: debtor": "the key of its table",
  "billing/charges/states/store.ts: s.debtor": "the key of its table",
  "books/closings/store.ts: journal": "grouped by it",
  "books/closings/store.ts: debtor": "distinct by it",
  "books/facts/store.ts: key": "the key of one fact",
  "books/facts/store.ts: d.debtor": "grouped by it",
  "books/lines/store.ts: t.key": "the key of one fact",
  "books/facts/store.ts: of.debtor": "distinct by it",
  "books/facts/store.ts: payment": "the keys of one fact; looked up together",
  "books/facts/store.ts: u.debtor": "distinct by it",
  "books/income/store.ts: min(s.fact)": "the key of one fact, of those of a group",
  "contracts/performed.ts: i.source": "grouped by it",
  "training/attendance/latest.ts: a.countersigned": "grouped by all of them",
  "billing/ages/store.ts: 1": "grouped by it",
  "billing/ages/store.ts: 2": "grouped by both",
  "billing/waits.ts: level": "once of a charge",
  "contracts/billed.ts: q.about": "grouped by it",
  "contracts/payers/store.ts: p.about": "grouped by it",
  "contracts/billed.ts: l -> 'covers' ->> 'from'": "both its days are ordered, and nothing else is read",
  "contracts/payers/store.ts: q.code": "one of each paper",
  "billing/ages/store.ts: debtor": "the key of its table",
  "billing/dunning/store.ts: level": "one of each of a charge",
  "billing/debtors/store.ts: d.debtor": "one row of each is asked for",
  "billing/waits.ts: debtor": "the key of its table",
  "certification/standing.ts: s.name": "distinct by it",
  "office/persons/store.ts: said.key": "a key of one fact, which is ordered by its place",
  "admission/store.ts: a.list": "grouped by it",
  "admission/store.ts: one.list": "grouped by it",
  "billing/kept/store.ts: 1": "the id is its first column",
  "certification/retention.ts: x.enrolment": "grouped by it",
  "db/migrate.ts: name": "the key of its table",
  "dossier/store.ts: ${order}": "the section or the place, given with the list",
  "interviews/store.ts: i.dossier": "one interview of each stands",
  "audit/agreements.ts: 1": "distinct by it",
  "audit/checkpoint-verify.ts: 1": "distinct by it",
  "doctor/doctor.ts: 1": "distinct by it",
  "jobs/queue.ts: name": "grouped by it",
  "mail/store.ts: state": "grouped by it",
  "office/persons/store.ts: person": "grouped by it",
  "office/figures/views.ts: step": "grouped by the week and the step",
  "training/works/deposited.ts: exam": "distinct by the enrolment and the exam",
  "openings/store.ts: o.about": "distinct by it",
  "certification/after/waits.ts: 1": "distinct by it",
  "certification/store.ts: 1": "distinct by it",
  "waiting/store.ts: x.part": "the chain, the key and the part, of one reader",
  "waiting/store.ts: x.key": "one key of one reader",
  "waiting/store.ts: g.part": "the chain, the key and the part, of one reader",
  "waiting/store.ts: w.at": "its place among all of a reader",
  "deployment/overdue/store.ts: due": "the act, the key and the day, once for each",
  "deployment/overdue/store.ts: act": "grouped by it",
  "waiting/reminders/store.ts: a.part": "the chain and the part, of one key, once for each",
  "waiting/reminders/store.ts: part": "the chain, the key and the part, once for each",
  "intake/store.ts: diploma": "distinct by it",
  "audit/verify.ts: 2": "distinct by both",
  "reminders/store.ts: intake": "distinct by both",
  "retention/contents.ts: ${order}": "the id, alone or after a moment",
  "retention/store.ts: why": "grouped by all three",
  "training/study/groups.ts: m.enrolment": "one of each",
};

const CALLS = /(?:\.orderBy\((?:[^()`]|`[^`]*`)*\)\s*)+/g;
const CALL = /\.orderBy\(\s*(?:sql(?:<\w+>)?)?["`]([^"`]*)["`]/g;
/** To where the words of an order go: a name in quotes is part of it, the end of a text in quotes is not. */
const SAID =
  /\border by ((?:[^()`"]|"\w+"|\$\{\w+\}|\([^()]*\))*?)(?=[`)]|"(?!\w+")|\s+(?:limit|offset|for|returning|on conflict)\s)/g;
/** What is told in a comment orders nothing. */
const COMMENT = /^\s*(?:\/\*\*|\*|\/\/|--).*$/gm;

/** What each order of a text ends in: as Kysely is asked for it, one call after the other, and as SQL says it. */
function endsIn(text: string): string[] {
  const code = text.replace(COMMENT, "");
  const called = [...code.matchAll(CALLS)].map(([calls]) => [...calls.matchAll(CALL)].at(-1)![1]!);
  const said = [...code.matchAll(SAID)].map(([, keys]) =>
    keys!
      .split(/,(?![^(]*\))/)
      .at(-1)!
      .trim(),
  );
  return [...called, ...said].map((key) => key.replace(/\s+(?:desc|asc|collate|nulls)\b.*$/s, ""));
}

const isWhole = (end: string) => ENDS.has(end.replace(/^.*\./, ""));

describe("an order of rows", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("test/"))
    .map((name) => ({ name, text: readFileSync(join(SRC, name), "utf8") }));
  const found = files
    // What asks the catalogue of the database: names, which are each there once.
    .filter(({ name }) => name !== "db/dump.ts" && !name.startsWith("backup/"))
    .flatMap(({ name, text }) => endsIn(text).map((end) => ({ end, where: `${name}: ${end}` })));

  it("ends in something of which there is one", () => {
    const open = found.filter(({ end, where }) => !isWhole(end) && !(where in OTHERWISE));
    deepEqual(open, []);
    deepEqual(
      Object.keys(OTHERWISE).filter((one) => !found.some(({ where }) => where === one)),
      [],
      "is no order any more",
    );
  });

  it("may end in the id: none is made by chance", () => {
    deepEqual(
      files.flatMap(({ name, text }) => [...text.matchAll(/\bid(?:: | = )randomUUID\(\)/g)].map(() => name)),
      [],
    );
  });

  it("is read in whichever way it is written", () => {
    const written = [
      'found.orderBy("at", "desc").orderBy("mail.id")',
      'found\n    .orderBy(sql`balance > 0`, "desc")\n    .orderBy("charged_on")\n    .limit(2)',
      "sql`select a from b order by c.name, c.id limit ${most}`",
      "`(select json_agg(x order by x.at, lower(x.name)) from x)`",
      'sql`select a from b order by w."receivedAt" desc, w.name`',
      "/** In order by name. */",
    ];
    deepEqual(
      written.flatMap(endsIn).map((end) => [end, isWhole(end)]),
      [
        ["mail.id", true],
        ["charged_on", false],
        ["c.id", true],
        ["lower(x.name)", false],
        ["w.name", false],
      ],
    );
  });
});
