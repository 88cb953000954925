import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { contentDisposition } from "./disposition.ts";
import { fileKey, readFileKey } from "./file-key.ts";
import { MOST_BYTES } from "../../kit/file-problem.ts";
import { fileTypeOf, HEAD } from "./file-type.ts";

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));

describe("what a file is", () => {
  const JPEG = [0xff, 0xd8, 0xff];
  const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

  it("is told by its first bytes, all of them", () => {
    equal(fileTypeOf(bytes(JPEG, "rest")), "jpeg");
    equal(fileTypeOf(bytes(PNG, "rest")), "png");
    for (const mark of [JPEG, PNG])
      for (let at = 0; at < mark.length; at++)
        equal(
          fileTypeOf(
            bytes(
              mark.map((byte, n) => (n === at ? byte ^ 1 : byte)),
              "rest",
            ),
          ),
          undefined,
        );
    equal(fileTypeOf(bytes([])), undefined);
  });

  it("is a photo of a telephone by its brand, where brands stand", () => {
    for (const brand of ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"])
      equal(fileTypeOf(bytes([0, 0, 0, 24], "ftyp", brand, "rest")), "heic", brand);
    equal(fileTypeOf(bytes([0, 0, 0, 24], "ftyp", "isom")), undefined);
    equal(fileTypeOf(bytes([0, 0, 0, 24], "moov", "heic")), undefined);
    equal(fileTypeOf(bytes("ftyp", "heic")), undefined);
  });

  it("is a PDF by a mark that may stand a little later, within what readers look at", () => {
    equal(fileTypeOf(bytes("%PDF-1.7")), "pdf");
    equal(fileTypeOf(bytes(" ".repeat(HEAD - 5), "%PDF-")), "pdf");
    equal(fileTypeOf(bytes(" ".repeat(HEAD - 4), "%PDF-")), undefined);
    equal(fileTypeOf(bytes("%PDF")), undefined);
  });

  it("is no PDF where a page, an archive or a program hides one", () => {
    for (const start of ["<html>", "\n  <svg>", "PK\u0003\u0004", "MZ", "#!/bin/sh\n", "GIF89a", "RIFF", "\x7fELF"])
      equal(fileTypeOf(bytes(start, "%PDF-1.7")), undefined, start);
    equal(fileTypeOf(bytes("scan <x>", "%PDF-1.7")), "pdf");
    // Further than a disguise begins, it is content.
    equal(fileTypeOf(bytes(" ".repeat(64), "<html>%PDF-1.7")), "pdf");
  });
});

describe("the largest file that is taken", () => {
  it("is of 20 MiB", () => equal(MOST_BYTES, 20_971_520));
});

describe("a file handed out", () => {
  it("is kept and not shown, under its name, for readers old and new", () => {
    equal(contentDisposition("cv.pdf"), `attachment; filename="cv.pdf"; filename*=UTF-8''cv.pdf`);
    equal(
      contentDisposition('Relevé "2026" (n° 1)*\'!.pdf'),
      `attachment; filename="Releve _2026_ (n_ 1)___.pdf"; filename*=UTF-8''Relev%C3%A9%20%222026%22%20%28n%C2%B0%201%29%2A%27%21.pdf`,
    );
  });

  it("cannot begin another header", () => equal(contentDisposition('a"\r\nX: y').includes("\n"), false));

  it("with half of a sign in its name is handed out all the same", () =>
    equal(contentDisposition("a\ud800b"), `attachment; filename="a_b"; filename*=UTF-8''a%EF%BF%BDb`));
});

describe("where bytes stand in the store", () => {
  const sha256 = "0a".repeat(32);
  const copy = "1234abcd";

  it("is under the school’s own prefix, by their hash", () =>
    equal(fileKey("ecole-1", { sha256, copy }), `ecole-1/0a/${sha256}-1234abcd`));

  it("is read back from the key, and nothing else is a key", () => {
    deepEqual(readFileKey(fileKey("ecole-1", { sha256, copy })), { establishment: "ecole-1", sha256, copy });
    for (const key of [
      "",
      `ecole/0b/${sha256}-${copy}`,
      `/0a/${sha256}-${copy}`,
      `ECOLE/0a/${sha256}-${copy}`,
      `ecole/0a/${sha256}-${copy}0`,
      `ecole/0a/${sha256}`,
      `ecole/0a/${sha256.slice(2)}-${copy}`,
      `x/ecole/0a/${sha256}-${copy}`,
      `../0a/${sha256}-${copy}`,
    ])
      equal(readFileKey(key), undefined, key);
  });
});
