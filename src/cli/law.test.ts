import { deepEqual, equal, match, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { livret } from "../test/cli.ts";

/** The names of the entries that are shown. */
async function shown(asked: string): Promise<readonly string[]> {
  const { code, stdout, stderr } = await livret(["law", asked]);
  equal(code, 0, stderr);
  return [...stdout.matchAll(/^ {4}(\S+) {2}\[/gm)].map(([, id]) => id!);
}

describe("livret law", () => {
  it("finds an article as people write it", async () => {
    const second = await shown("2");
    ok(second.includes("doors.C3") && !second.some((id) => id.startsWith("training.")), second.join(" "));
    for (const written of ["article 2", "art. 2", "Article 2"]) deepEqual(await shown(written), second, written);
    deepEqual(await shown("d. 451-19"), await shown("D. 451-19"));
    ok((await shown("2, 3°")).includes("doors.C3"));
  });

  it("finds an entry by its name, or by a part of it", async () => {
    ok((await shown("doors.C3")).every((id) => id.startsWith("doors.C3")));
    deepEqual(await shown("C3"), await shown("doors.C3"));
    ok((await shown("doors")).includes("doors.C7"));
    ok((await shown("deass")).some((id) => id.startsWith("catalogue.DEASS")));
  });

  it("says each entry in words, with its figures, and names a part of a text that is no article", async () => {
    const { stdout } = await livret(["law"]);
    const bare = [...stdout.matchAll(/^ {4}(\S+) {2}\[\w+\] {2}(.*)$/gm)].filter(
      ([, id, said]) => said === "" || said === id,
    );
    deepEqual(bare, []);
    match(stdout, /^ {4}domains\.DF1\.exam {2}\[text\] {2}Recherche à dimension professionnelle\. .*\b50\b.*\b100\b/m);
    match(stdout, /^ {2}.*, annexe III$/m);
    match(stdout, /^ {2}.*, article 13, dernier al\.$/m);
  });

  it("says that nothing has that name, and where all of it is", async () => {
    for (const asked of ["99", "C", "article"]) {
      const { code, stdout, stderr } = await livret(["law", asked, "--lang", "en"]);
      deepEqual([code, stdout], [1, ""], asked);
      match(stderr, /^No entry cites article ".*" or is called so\. All of them: livret law$/m);
    }
  });
});
