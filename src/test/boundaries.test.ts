/** Who may import whom, and who may write which table: the house of design.md, checked on every file. */
import { deepStrictEqual, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { readMigrations } from "../db/migrate.ts";
import { type Source, violations } from "./boundaries.ts";

const SRC = fileURLToPath(new URL("..", import.meta.url));

function sources(): Source[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("test/"))
    .map((name) => read(name, readFileSync(join(SRC, name), "utf8")));
}

/** The project's own imports of a file, as paths below `src/`; packages go by their name. */
function read(name: string, text: string): Source {
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target]) =>
    target!.startsWith(".") ? relative(SRC, resolve(SRC, dirname(name), target!)) : target!,
  );
  return { name, text, imports };
}

describe("the house", () => {
  it("has nobody importing upwards, or another's store, and no table written by a stranger", () => {
    const all = sources();
    ok(all.length > 50, "the files were not found");
    deepStrictEqual(violations(all, readMigrations()), []);
  });

  const planted: readonly [string, string, string][] = [
    ["kit that knows of training", "kit/day.ts", 'import { x } from "../law/law.ts";'],
    ["law that reads a rule", "law/law.ts", 'import { x } from "../decisions/eligibility/rule.ts";'],
    ["a rule that reads the disk", "decisions/eligibility/rule.ts", 'import { readFileSync } from "node:fs";'],
    ["a rule that reads a clock", "decisions/eligibility/rule.ts", "const now = Date.now();"],
    ["a rule that reads a store", "inquiry/rules/draft.ts", 'import { x } from "../store.ts";'],
    ["a page that reads a store", "inquiry/pages/start.ts", 'import { x } from "../store.ts";'],
    ["a subject that reads another's store", "inquiry/acts.ts", 'import { x } from "../billing/store.ts";'],
    ["an earlier subject that uses a later one's act", "billing/acts.ts", 'import { x } from "../training/acts.ts";'],
    ["a subject that opens a door", "inquiry/acts.ts", 'import { x } from "../web/server.ts";'],
    ["the kit of pages that knows a subject", "page/form-page.ts", 'import { x } from "../billing/acts.ts";'],
    ["an act that shows a page", "inquiry/store.ts", 'import { x } from "../page/form-page.ts";'],
    ["production code that uses a test", "inquiry/acts.ts", 'import { x } from "../test/world.ts";'],
    ["a table written by a stranger", "billing/store.ts", "sql`update kept_answer set x = 1`"],
    ["a table written by a stranger in Kysely's words", "billing/store.ts", 'tx.deleteFrom("kept_answer")'],
    ["a row written and not noted", "billing/x.ts", 'await tx.insertInto("charge").values(row).execute();'],
    ["the same in SQL", "billing/x.ts", "await sql`delete from charge where id = 1`.execute(tx);"],
    [
      "a row noted in another function than writes it",
      "billing/x.ts",
      'function a() { tx.deleteFrom("charge") }\nfunction b() { keep(tx, "charge", row) }',
    ],
    ["a page that reads a store of its own room", "people/guests/pages/x.ts", 'import { x } from "../store.ts";'],
    ["a table read by who comes before its owner", "billing/store.ts", 'tx.selectFrom("dossier")'],
    ["the same in SQL", "people/store.ts", "sql`select 1 from account join dossier on true`"],
    ["a file that uses itself by way of no other", "kit/a.ts", 'import { x } from "./a.ts";'],
    ["a room that is none", "kit/a.ts", 'import { x } from "../utils/x.ts";'],
    ["a manifest read by a subject", "office/acts.ts", 'import { manifest } from "../dossier/manifest.ts";'],
    ["the law named in code", "page/page.ts", 'const title = "CAFERUIS";'],
  ];
  for (const [what, name, text] of planted) {
    it(`refuses ${what}`, () => {
      ok(violations([read(name, text)], readMigrations()).length > 0);
    });
  }
});
