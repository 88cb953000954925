import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { contentDisposition } from "./disposition.ts";
import { fileKey, readFileKey } from "./file-key.ts";
import { fileName } from "./file-name.ts";
import { fileTypeOf } from "./file-type.ts";

describe("the name of a file", () => {
  it("is its sender's, and ends as what the file is", () => {
    assert.equal(fileName("Mon CV (été 2026).pdf", "pdf"), "Mon CV (été 2026).pdf");
    assert.equal(fileName("IMG_0001.HEIC", "jpeg"), "IMG_0001.HEIC.jpg");
    assert.equal(fileName("photo.JPEG", "jpeg"), "photo.jpg");
    assert.equal(fileName("cv.pdf.exe", "pdf"), "cv.pdf.exe.pdf");
  });

  it("keeps nothing of a path, of signs that print nothing, or that turn the direction of reading", () => {
    assert.equal(fileName("../../etc/passwd", "pdf"), "passwd.pdf");
    assert.equal(fileName("C:\\Users\\anne\\cv.pdf", "pdf"), "cv.pdf");
    assert.equal(fileName("photo\u202egpj.exe", "jpeg"), "photogpj.exe.jpg");
    assert.equal(fileName("a\0b\r\nset-cookie: x=1\u0007.pdf", "pdf"), "a b set-cookie_ x=1.pdf");
    assert.equal(fileName(".htaccess", "pdf"), "htaccess.pdf");
    for (const empty of ["", "...", "\u200b", ".pdf", "/"]) assert.equal(fileName(empty, "pdf"), "document.pdf");
  });

  it("begins and ends with a sign of its own, however many dots and blanks stand around", () => {
    assert.equal(fileName(" .. cv .. ", "pdf"), "cv.pdf");
    assert.equal(fileName("..  cv. . .pdf", "pdf"), "cv.pdf");
    assert.equal(fileName("cv.pdf. .", "pdf"), "cv.pdf");
  });

  it("is made at once, however long a name somebody sends to keep the service busy", () => {
    for (const run of [".", " .", "a. "]) {
      const given = `a${run.repeat(200_000)}b`;
      const made: unknown = runInNewContext("fileName(given, 'pdf')", { fileName, given }, { timeout: 5_000 });
      assert.match(String(made), /^a[^]*\.pdf$/);
    }
  });

  it("of 120 characters is whole, and of one more ends in a sign that says that it was cut", () => {
    assert.equal(fileName("x".repeat(120), "pdf"), `${"x".repeat(120)}.pdf`);
    assert.equal(fileName("x".repeat(121), "pdf"), `${"x".repeat(119)}….pdf`);
  });

  it("of ten thousand characters is cut between two of them", () => {
    assert.equal(Array.from(fileName("👩".repeat(10_000), "pdf")).length, 124);
    assert.ok(fileName("👩".repeat(10_000), "pdf").isWellFormed());
  });

  it("is one line of printable signs whatever was sent, and goes into a header as one parameter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
        const name = fileName(given, "png");
        assert.match(name, /^[^\p{Cc}\p{Cf}\p{Cs}/\\"<>|:*?]+\.png$/u);
        const header = contentDisposition(name);
        assert.match(header, /^attachment; filename="[\w. ()-]+"; filename\*=UTF-8''[\w.~%-]+$/);
        assert.equal(decodeURIComponent(header.split("UTF-8''")[1]!), name);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the type of a file", () => {
  const type = (text: string) => fileTypeOf(Buffer.from(text, "latin1"));

  it("is told by its first bytes, whatever its name", () => {
    assert.equal(type("%PDF-1.7\n"), "pdf");
    assert.equal(type("\xef\xbb\xbf%PDF-1.7\n"), "pdf");
    assert.equal(type("\xff\xd8\xff\xe1"), "jpeg");
    assert.equal(type("\x89PNG\r\n\x1a\n"), "png");
    assert.equal(type("\0\0\0\x18ftypheic"), "heic");
    assert.equal(type("\0\0\0\x18ftypmif1"), "heic");
  });

  it("is none of ours for a page, a program, an archive, a drawing or a film, even with the mark of a PDF inside", () => {
    for (const bytes of [
      "<html>%PDF-1.7",
      "\n <svg onload=x>%PDF-",
      "PK\x03\x04 %PDF-1.7",
      "MZ\x90\0 %PDF-1.7",
      "#!/bin/sh\n%PDF-",
      "\0\0\0\x18ftypisom",
      "\0\0\0\x18ftypavif",
      "GIF89a",
      "",
      "%PD",
    ])
      assert.equal(type(bytes), undefined, bytes);
  });
});

describe("the key of a file", () => {
  it("says the school and the hash, and is read back", () => {
    const copy = { sha256: "ab".repeat(32), copy: "0123abcd" };
    assert.deepEqual(readFileKey(fileKey("faire-ess", copy)), { establishment: "faire-ess", ...copy });
    for (const other of [
      "faire-ess/ac/" + "ab".repeat(32) + "-0123abcd",
      "../ab/" + "ab".repeat(32) + "-0123abcd",
      "x",
    ])
      assert.equal(readFileKey(other), undefined);
  });
});
