/** The invented diploma and its school, in a folder of its own that a test may spoil. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";

/** The folder of the invented law, to be read and left alone. */
export const INVENTED = fileURLToPath(new URL("fixtures/invented", import.meta.url));
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
