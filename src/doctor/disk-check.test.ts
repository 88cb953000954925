import { deepEqual, equal, match } from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { isDiskFull } from "../kit/disk.ts";
import { diskCheck, diskChecks } from "./disk-check.ts";

describe("the disk, as the doctor sees it", () => {
  it("is told once of all the folders on it", async () => {
    const [one, two] = [tmpdir(), mkdtempSync(join(tmpdir(), "livret-disk-"))];
    const checks = await diskChecks([one, two, one]);
    deepEqual([checks.length, checks[0]!.label.en.startsWith(`Disk of ${one}: `)], [1, true]);
  });

  it("is a fault where little is left, with what to do", () => {
    equal(diskCheck({ folder: "/d", left: 300_000_000 }).ok, true);
    const { ok, label } = diskCheck({ folder: "/d", left: 299_999_999 });
    equal(ok, false);
    match(label.fr, /^Disque de \/d\u00a0: reste 0,2\u00a0Go\. Libérez-en/);
    match(label.en, /^Disk of \/d: 0\.2\u00a0GB left\. Free some of it/);
  });
});

describe("an error", () => {
  it("is told to be of a full disk by whatever name the system and the database have for it", () => {
    const full = [{ code: "ENOSPC" }, { code: "53100" }, { errno: 51 }, { message: "write: No space left on device" }];
    for (const of of full) equal(isDiskFull(Object.assign(new Error("failed"), of)), true, JSON.stringify(of));
    equal(isDiskFull(Object.assign(new Error("failed"), { code: "ENOENT", errno: -2 })), false);
  });
});
