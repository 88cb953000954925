/** The project’s law, with a next version of its diploma, which names a title and a field anew, and with another diploma. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { type Laws, loadLaws } from "../law/load.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The last day of the version that we have, and the first of the next. */
const LAST_DAY = "2026-12-31";
const FIRST_DAY = "2027-01-01";
export const NEXT = "2027";
export const OTHER = "other";

export function withNextLaw(): Laws {
  const folder = mkdtempSync(join(tmpdir(), "livret-next-law-"));
  try {
    for (const one of ["diplomas", "establishments"]) cpSync(join(ROOT, one), join(folder, one), { recursive: true });
    const now = join(folder, "diplomas/deis/2006.yaml");
    const text = readFileSync(now, "utf8");
    const started = 'version: "2006"';
    writeFileSync(now, text.replace("from: 2006-09-01\n", `from: 2006-09-01\nto: ${LAST_DAY}\n`));
    const next = text
      .replace(started, `version: "${NEXT}"`)
      .replace("from: 2006-09-01\n", `from: ${FIRST_DAY}\n`)
      .replaceAll("DEASS", "DEASS-NEW")
      .replaceAll("social-intervention", "social-work");
    writeFileSync(join(folder, `diplomas/deis/${NEXT}.yaml`), next);
    mkdirSync(join(folder, "diplomas", OTHER));
    writeFileSync(join(folder, "diplomas", OTHER, "2006.yaml"), text.replace("diploma: deis\n", `diploma: ${OTHER}\n`));
    const school = join(folder, "establishments/faire-ess.yaml");
    const data = parse(readFileSync(school, "utf8")) as { diplomas: object[] };
    const [taught] = data.diplomas;
    // A school may list its newest version first.
    const diplomas = [{ ...taught!, version: NEXT }, ...data.diplomas, { ...taught!, diploma: OTHER }];
    writeFileSync(school, stringify({ ...data, diplomas }, { aliasDuplicateObjects: false }));
    return loadLaws(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
