import { ok, throws } from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { lawsIn, servedLaws } from "./law-folder.ts";
import { StartError } from "./start-error.ts";
import { ROOT } from "../test/law-world.ts";

describe("the folder of the law", () => {
  it("may have no school yet for whoever looks at the law, and not for the service", () => {
    const folder = mkdtempSync(join(tmpdir(), "livret-law-"));
    cpSync(join(ROOT, "diplomas"), join(folder, "diplomas"), { recursive: true });
    mkdirSync(join(folder, "establishments"));
    ok(lawsIn(folder).diplomas.length > 0);
    const said = /^LIVRET_LAW : le dossier \/.* n’a aucun établissement\. Mettez-y/;
    throws(
      () => servedLaws(folder),
      (error) => error instanceof StartError && said.test(error.said.fr),
    );
  });
});
