import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { bundleNames } from "./bundle.ts";

const named = (name: string) => bundleNames([{ slot: "cv", name }])[0];

describe("the names of files in one archive", () => {
  it("say the number, the piece and what the file was called", () => {
    const files = ["Diplôme.PDF", "relevé 2.jpeg"].map((name) => ({ slot: "proof-of-title", name }));
    deepEqual(bundleNames(files), ["01-proof-of-title-Diplôme.pdf", "02-proof-of-title-relevé_2.jpeg"]);
  });

  it("sort as they are numbered up to a hundred", () => {
    const names = bundleNames(Array.from({ length: 11 }, () => ({ slot: "cv", name: "a.pdf" })));
    deepEqual([names[8], names[9], names[10]], ["09-cv-a.pdf", "10-cv-a.pdf", "11-cv-a.pdf"]);
  });

  it("lead out of no folder, and hold nothing that a system or a shell reads as its own", () => {
    equal(named("../../etc/passwd"), "01-cv-_etc_passwd");
    equal(named("C:\\a\\b:c*?.pdf"), "01-cv-C_a_b_c_.pdf");
    equal(named("a\u202egnp.exe\u0000.pdf"), "01-cv-a_gnp_exe_.pdf");
    equal(named("$(rm -rf) `x`.pdf"), "01-cv-_rm_-rf_x_.pdf");
    equal(named("line\nbreak.pdf"), "01-cv-line_break.pdf");
  });

  it("compose their accents, whichever system they come from", () => {
    equal(named("e\u0301te\u0301.pdf"), "01-cv-été.pdf");
  });

  it("keep the ending of a long name, and of one without an ending all that there is room for", () => {
    equal(named(`${"a".repeat(80)}.pdf`), `01-cv-${"a".repeat(80)}.pdf`);
    equal(named(`${"a".repeat(81)}.pdf`), `01-cv-${"a".repeat(80)}.pdf`);
    equal(named("𠮷".repeat(81)), `01-cv-${"𠮷".repeat(80)}`);
    equal(named("a.abcde"), "01-cv-a.abcde");
    equal(named("a.abcdef"), "01-cv-a_abcdef");
    equal(named("a."), "01-cv-a_");
    equal(named(".pdf"), "01-cv-.pdf");
    equal(named(""), "01-cv-");
  });
});
