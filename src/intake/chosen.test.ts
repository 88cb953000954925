/** Intakes are chosen by one condition: no statement of a later room lists them around it. */
import { deepEqual, ok } from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";

/** Statements that read intakes by another rule, by their words: with the reason. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "from intake i where i.id = any(": "the intakes of these chains",
  "from intake i where i.id =": "one intake",
  "from intake i where i.settings ->> 'entryOn' <": "candidates who were deferred, by their own intake",
  "from intake i join intake before": "candidates who were deferred, by their own intake",
  "from intake union select diploma from cohort": "the diplomas in which somebody is, carried over too",
  "from intake where state = 'open'": "one that is open was never carried over",
  'selectFrom("intake").select("id").where("state", "=", "open")': "the same",
  "from intake n join interview_day d": "days of interviews, which nobody carried over has",
};

const flat = (text: string) => text.replaceAll(/\s+/g, " ");

/** Each statement's words from `from intake` on. */
function listings(source: string): string[] {
  const text = flat(source);
  return [...text.matchAll(/from intake\b|selectFrom\("intake"\)/g)].map(({ index }) => text.slice(index, index + 220));
}

const isLeftOut = (words: string) =>
  words.includes("CHOSEN") || Object.keys(OTHERWISE).some((known) => words.startsWith(known));

describe("the intakes that are chosen", () => {
  it("are read by no statement around the one condition", () => {
    const files = globSync("src/**/*.ts").filter(
      (file) => !/^src\/(intake|test|cli\/demo)\/|\.test\.ts$|^src\/db\//.test(file),
    );
    ok(files.length > 500);
    const around = files.flatMap((file) =>
      listings(readFileSync(file, "utf8")).flatMap((words) => (isLeftOut(words) ? [] : [`${file}: ${words}`])),
    );
    deepEqual(around, []);
  });

  it("would be found where a statement listed all", () => {
    const planted = "sql`select id from intake\n where state <> 'preparing' order by prepared_at desc`";
    deepEqual(listings(planted).filter(isLeftOut), []);
    deepEqual(listings(planted).length, 1);
  });
});
