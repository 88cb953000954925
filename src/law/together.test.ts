import { deepEqual } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { DIPLOMA, inventedLaw, SCHOOL } from "../test/invented.ts";
import { said } from "../test/law-faults.ts";

describe("the files of the law together", () => {
  /** The law with another version beside it. */
  const versions = (test: TestContext, version: string, from: string, to?: string) => {
    const folder = inventedLaw(test);
    if (to !== undefined) folder.spoil(DIPLOMA, "from: 1990-01-01\n", `from: 1990-01-01\nto: ${to}\n`);
    const text = readFileSync(join(folder.path, DIPLOMA), "utf8")
      .replace(/from: 1990-01-01\n(?:to: .*\n)?/, `from: ${from}\n`)
      .replace('version: "1890"', `version: "${version}"`);
    writeFileSync(join(folder.path, OTHER), text);
    return folder;
  };
  const OTHER = "diplomas/lighthouse/1891.yaml";

  it("refuses a version that another file says already: the names of files do not choose the law", (test: TestContext) => {
    deepEqual(said(versions(test, "1890", "1991-01-01").path), {
      fr: [`${OTHER}:4: version: « 1890 » est déjà le nom de ce que dit ${DIPLOMA} : lequel des deux vaut ?`],
      en: [`${OTHER}:4: version: "1890" is already the name of what ${DIPLOMA} says: which of the two holds?`],
    });
  });

  it("refuses two versions that hold on one day, and takes one that begins when the other has ended", (test: TestContext) => {
    deepEqual(said(versions(test, "1891", "1990-01-01").path).en, [
      `${OTHER}:7: from: Version 1891 begins on 1990-01-01, when version 1890 (${DIPLOMA}) still holds: it begins on 1990-01-01.`,
    ]);
    deepEqual(said(versions(test, "1891", "1990-01-01").path).fr, [
      `${OTHER}:7: from: La version 1891 commence le 1990-01-01, quand la version 1890 (${DIPLOMA}) vaut encore : elle commence le 1990-01-01.`,
    ]);
    deepEqual(said(versions(test, "1891", "2000-01-01", "2000-01-01").path), {
      fr: [
        `${OTHER}:7: from: La version 1891 commence le 2000-01-01, quand la version 1890 (${DIPLOMA}) vaut encore : elle commence le 1990-01-01 et finit le 2000-01-01.`,
      ],
      en: [
        `${OTHER}:7: from: Version 1891 begins on 2000-01-01, when version 1890 (${DIPLOMA}) still holds: it begins on 1990-01-01 and ends on 2000-01-01.`,
      ],
    });
    // Whichever file comes first.
    deepEqual(said(versions(test, "1891", "1980-01-01").path).en, []);
    // One without an end holds until the next begins.
    for (const to of [undefined, "1999-12-31"])
      deepEqual(said(versions(test, "1891", "2000-01-01", to).path), { fr: [], en: [] });
  });

  it("refuses two schools of one name, and a school that prepares twice for one version", (test: TestContext) => {
    const { path } = inventedLaw(test);
    const text = readFileSync(join(path, SCHOOL), "utf8");
    writeFileSync(join(path, "establishments/zephyr.yaml"), text);
    deepEqual(said(path).fr, [
      `establishments/zephyr.yaml:3: establishment: « ponant » est déjà le nom de ce que dit ${SCHOOL} : lequel des deux vaut ?`,
    ]);
    const [head, taught] = text.split("diplomas:\n") as [string, string];
    writeFileSync(join(path, "establishments/zephyr.yaml"), text.replace("ponant", "zephyr"));
    writeFileSync(join(path, SCHOOL), `${head}diplomas:\n${taught}${taught}`);
    const line = `${head}diplomas:\n${taught}`.split("\n").length;
    deepEqual(said(path).en, [`${SCHOOL}:${line}: diplomas[1]: Name given twice: "lighthouse 1890".`]);
  });
});
