/* Of the embedded database alone, which prepares the statements without running them. */
import { deepEqual } from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { type Judged, judgeRows } from "./judge.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Each with the faults that are to be found in it, by its line. */
const STATEMENTS: readonly (readonly [statement: string, ...faults: string[]])[] = [
  [
    "sql<{ id: string; name: string; account: string | null; contract_on: Day | null }>`select id, name, account, contract_on from enrolment`",
  ],
  ["sql<{ id: number }>`select id from enrolment`", "id is declared number and given as string"],
  ["sql<{ at: string }>`select enrolled_at as at from enrolment`", "at is declared string and given as Date"],
  ["sql<{ account: string }>`select account from enrolment`", "account may be null, and is declared without"],
  ["sql<{ name: string | null }>`select name from enrolment`", "name is never null, and is declared with it"],
  ["sql<{ id: string; name: string }>`select id from enrolment`", "name is declared and not given"],
  ["sql<{ id: string }>`select id, name from enrolment`", "name is given and not declared"],
  ["sql<{ id: string; name?: string }>`select id from enrolment`"],
  ["sql<{ id: string }>`select idd from enrolment`", 'column "idd" does not exist'],
  // Composed of fragments: a constant, a function’s, each branch of a condition, a list.
  ["sql<{ id: string; on: Day }>`select ${COLUMNS} from cohort where id in (${uuids(ids)})`"],
  [
    "sql<{ id: string; on: Day }>`select ${ids.length > 1 ? COLUMNS : sql`id`} from cohort`",
    "on is declared and not given",
  ],
  ["sql<{ name: string; id: string }>`select name, id from enrolment where ${whose}`"],
  // Outer joins, and what a condition excludes.
  [
    "sql<{ number: string }>`select d.number from enrolment e left join dossier d on d.id = e.dossier`",
    "number may be null, and is declared without",
  ],
  [
    "sql<{ number: string }>`select d.number from enrolment e left join dossier d on d.id = e.dossier where d.number > ${ids[0]}`",
  ],
  ["sql<{ account: string }>`select account from enrolment where account is not null`"],
  ["sql<{ account: string | null }>`select account from enrolment where account is not null`"],
  [
    "sql<{ account: string }>`select account from enrolment where account is not null or id is not null`",
    "account may be null, and is declared without",
  ],
  // Unions, common tables, subqueries.
  [
    "sql<{ x: string }>`select name as x from enrolment union all select account::text from enrolment`",
    "x may be null, and is declared without",
  ],
  [
    "sql<{ x: string | null }>`with w as (select id as x from enrolment) select x from w`",
    "x is never null, and is declared with it",
  ],
  [
    "sql<{ many: number; last: Date }>`select count(*) as many, max(enrolled_at) as last from enrolment`",
    "last may be null, and is declared without",
  ],
  ["sql<{ cohort: string; last: Date }>`select cohort, max(enrolled_at) as last from enrolment group by cohort`"],
  [
    "sql<{ there: boolean | null }>`select exists (select from dossier) as there`",
    "there is never null, and is declared with it",
  ],
  [
    "sql<{ id: string; contents: { a: number } }>`select id, coalesce(contents, '{}') as contents from dossier_section`",
  ],
  // Of a column among those of Kysely’s, and of a statement that writes.
  [
    "tx.selectFrom('enrolment').select(sql<number>`max(contract_on)`.as('last'))",
    "it is declared number and given as string",
  ],
  [
    "sql<{ account: string }>`update enrolment set name = ${ids[0]} returning account`",
    "account may be null, and is declared without",
  ],
];

const PLANTED = `import { type Kysely, sql } from "kysely";
type Day = string;
declare const tx: Kysely<any>;
declare const ids: string[];
const COLUMNS = sql\`id, \${day("starts_on")} as "on"\`;
function day(column: string) { return sql.raw(\`to_char(\${column}, 'YYYY-MM-DD')\`); }
const uuids = (all: readonly string[]) => sql.join(all.map((id) => sql\`\${id}::uuid\`));
named(sql\`id = \${ids[0]}::uuid\`);
function named(whose: ReturnType<typeof sql>) { return HERE; }
`;

describe("a row type that a template declares", () => {
  const folder = mkdtempSync(join(tmpdir(), "livret-rows-"));
  let judged: Judged;

  before(async () => {
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    const extend = {
      extends: join(ROOT, "tsconfig.json"),
      include: ["."],
      compilerOptions: { types: [], incremental: false },
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(extend));
    STATEMENTS.forEach(([statement], place) => {
      const text = statement.includes("${whose}")
        ? PLANTED.replace("HERE", statement)
        : `${PLANTED.replace("HERE", "whose")}${statement};`;
      writeFileSync(join(folder, `${place}.ts`), text);
    });
    judged = await judgeRows(folder, () => true);
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [place, [statement, ...faults]] of STATEMENTS.entries())
    it(faults.length === 0 ? `holds: ${statement}` : `does not hold: ${statement}`, () => {
      const own = judged.faults.filter((fault) => fault.startsWith(`${place}.ts:`));
      deepEqual(
        own.map((fault) => fault.slice(fault.indexOf(": ") + 2).trim()),
        faults,
      );
    });

  it("is read of every statement", () => deepEqual([judged.unread, judged.count], [[], STATEMENTS.length]));
});
