/** The invented diploma and its school, in a folder of its own that a test may spoil. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** The folder of the invented law, to be read and left alone. */
export const INVENTED = fileURLToPath(new URL("fixtures/invented", import.meta.url));
/** One that has the least: nothing that a school grants, nothing before an interview, no directed work, no study of several. */
export const BARE = fileURLToPath(new URL("fixtures/bare", import.meta.url));
export const DIPLOMA = "diplomas/lighthouse/1890.yaml";
export const SCHOOL = "establishments/ponant.yaml";

export type Folder = {
  readonly path: string;
  /** Replaces a text that stands once in a file; gives the line on which the replacement starts. */
  readonly spoil: (file: string, text: string, by: string) => number;
};

/** A copy of the invented law, removed when the test ends. */
export function inventedLaw(test: TestContext): Folder {
  const path = mkdtempSync(join(tmpdir(), "livret-law-"));
  test.after(() => rmSync(path, { recursive: true }));
  cpSync(INVENTED, path, { recursive: true });
  const spoil = (file: string, text: string, by: string) => {
    const before = readFileSync(join(path, file), "utf8");
    const [head, tail, ...others] = before.split(text);
    if (head === undefined || tail === undefined || others.length > 0)
      throw new Error(`"${text}" does not stand once in ${file}`);
    writeFileSync(join(path, file), head + by + tail);
    return head.split("\n").length;
  };
  return { path, spoil };
}

/** As a file has it. */
type Raw = Record<string, unknown>;

/**
 * A copy of the invented law that is left with what no file may do without: a door that a title opens, and only oneself to
 * pay, nothing. No experience counts, nothing relieves or is held already, no clock runs, no rate is published.
 */
export function leastLaw(test: TestContext): Folder {
  const folder = inventedLaw(test);
  const without = (file: string, change: (data: Raw) => void) => {
    const data = parse(readFileSync(join(folder.path, file), "utf8")) as Raw;
    change(data);
    writeFileSync(join(folder.path, file), JSON.stringify(data, undefined, 1));
  };
  without(DIPLOMA, (data) => {
    for (const key of ["experience", "grants", "clock"]) delete data[key];
    for (const key of ["reliefs", "held", "corps", "waivers"]) data[key] = [];
    data.jury = { powers: [], colleges: [], quotas: [] };
    (data.levels as Raw).legacy = {};
    const [, door] = data.doors as (Raw & { opens: { all: unknown[] } })[];
    data.doors = [{ ...door, opens: door!.opens.all[0] }];
  });
  without(SCHOOL, (data) => {
    const [taught] = data.diplomas as (Raw & { funders: (Raw & { personal?: boolean })[] })[];
    delete taught!.indicators;
    taught!.price = { lines: [] };
    taught!.funders = taught!.funders
      .filter(({ personal }) => personal)
      .map(({ payPercent: _discount, ...oneself }) => oneself);
  });
  return folder;
}
