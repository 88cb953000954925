/** The Nu checker, the one the W3C runs: a second opinion on all the HTML of a walk, asked once since Java starts slowly. */
import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type Document = { readonly name: string; readonly html: string };

type NuMessage = {
  type: string;
  subType?: string;
  url?: string;
  lastLine?: number;
  lastColumn?: number;
  message: string;
  extract?: string;
};

const JAR = fileURLToPath(new URL("build/dist/vnu.jar", import.meta.resolve("vnu-jar/package.json")));

/** The sentence to skip with where there is no Java; CI counts a skip as a failure. */
export function noJava(): string | false {
  const found = spawnSync("java", ["-version"], { stdio: "ignore" });
  return found.status === 0
    ? false
    : "The Nu checker needs a Java runtime: install the Debian package default-jre-headless.";
}

/** One sentence for each error or warning, with the name of its document. */
export async function nuFaults(documents: readonly Document[]): Promise<string[]> {
  if (documents.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), "livret-nu-"));
  try {
    const files = documents.map((_, at) => join(folder, `${at}.html`));
    await Promise.all(documents.map(({ html }, at) => writeFile(files[at]!, html)));
    const messages = await ask(folder);
    return messages.filter(isFault).map((message) => say(message, documents));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Nu answers on standard error, and its exit code says only that there is something to read. */
function ask(folder: string): Promise<NuMessage[]> {
  return new Promise((resolve, reject) => {
    execFile(
      "java",
      ["-Xss1024k", "-jar", JAR, "--format", "json", "--exit-zero-always", folder],
      { maxBuffer: 1 << 28 },
      (error, _, stderr) => {
        if (error) return reject(error);
        try {
          // The virtual machine may warn, on lines of its own, before the answer.
          const { messages } = JSON.parse(stderr.slice(Math.max(0, stderr.indexOf('{"messages"')))) as {
            messages: NuMessage[];
          };
          resolve(messages);
        } catch {
          reject(new Error(`The Nu checker did not answer in JSON: ${stderr.slice(0, 400)}`));
        }
      },
    );
  });
}

function isFault({ type, subType, message }: NuMessage): boolean {
  // A guess from all the words of the page, of which people's own may be most: `language.ts` judges ours, run by run.
  if (message?.startsWith("This document appears to be written in ")) return false;
  return type === "error" || type === "non-document-error" || subType === "warning";
}

function say({ url, lastLine, lastColumn, message, extract }: NuMessage, documents: readonly Document[]): string {
  const at = Number(/(\d+)\.html$/.exec(url ?? "")?.[1]);
  const name = documents[at]?.name ?? url ?? "a document";
  return `${name}, line ${lastLine}, column ${lastColumn}: ${message}${extract ? ` (${extract.replace(/\s+/g, " ").trim()})` : ""}`;
}
