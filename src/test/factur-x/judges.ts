/** Who judges the data of an invoice beside the product itself: the rules of EN 16931, by the Saxon within the Nu checker. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const HERE = import.meta.dirname;
const JAR = fileURLToPath(new URL("build/dist/vnu.jar", import.meta.resolve("vnu-jar/package.json")));

/** The rules that a document breaks, such as `3: BR-CO-15`, and how many were asked of all. */
export function ruleFaults(documents: readonly string[]): { readonly faults: string[]; readonly asked: number } {
  return among(documents, (folder) => {
    const out = join(folder, "out");
    mkdirSync(out);
    const rules = join(folder, "rules.xslt");
    writeFileSync(rules, gunzipSync(readFileSync(join(HERE, "EN16931-CII-validation.xslt.gz"))));
    const judged = join(folder, "in");
    mkdirSync(judged);
    documents.forEach((document, at) => writeFileSync(join(judged, `${at}.xml`), document));
    execFileSync("java", ["-cp", JAR, "net.sf.saxon.Transform", `-s:${judged}`, `-o:${out}`, `-xsl:${rules}`]);
    const reports = readdirSync(out).map((name) => ({ name, said: readFileSync(join(out, name), "utf8") }));
    return {
      faults: reports.flatMap(({ name, said }) =>
        [...said.matchAll(/<svrl:failed-assert[^>]*?\bid="([^"]+)"/g)].map(([, id]) => `${parseInt(name)}: ${id}`),
      ),
      asked: reports.reduce((sum, { said }) => sum + said.split("<svrl:fired-rule").length - 1, 0),
    };
  });
}

function among<T>(documents: readonly string[], work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "livret-factur-x-"));
  try {
    documents.forEach((document, at) => writeFileSync(join(folder, `${at}.xml`), document));
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
