/** A disk that is really full: a small file system of its own, which only root may mount. */
import { deepEqual, rejects } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { sql } from "kysely";
import { DatabaseAway, DiskFull, toldFault } from "./away.ts";
import { openPGlite } from "./open.ts";
import { withSchool } from "./school.ts";

const folder = mkdtempSync(join(tmpdir(), "livret-full-"));
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=120m", "tmpfs", folder]).status === 0;

describe("the embedded database on a disk that is full", { skip: !mounted && "only root mounts a small disk" }, () => {
  after(() => {
    if (mounted) spawnSync("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  it("is away for what would be written, reads on, and writes again once there is room", async () => {
    const opened = await openPGlite({ dataDir: join(folder, "data") });
    await opened.asOwner((owner) => owner.run("create table heap (line text); grant all on heap to livret_app"));
    const [ballast, { bavail, bsize }] = [join(folder, "ballast"), statfsSync(folder)];
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 300_000));
    const write = () =>
      withSchool(opened.db, "here", (tx) =>
        sql`insert into heap select string_agg(md5(i::text), '') from generate_series(1, 20000) i`.execute(tx),
      );
    const fill = async () => {
      for (let time = 0; time < 60; time++) await write();
    };
    await rejects(fill(), DiskFull);
    await withSchool(opened.db, "here", (tx) => sql`select count(*) from heap`.execute(tx));
    rmSync(ballast);
    await write();
    await opened.close();
  });
});

describe("a fault of a full disk", () => {
  it("is answered as a database that is away is, by whatever name it comes", () => {
    const faults = [{ code: "53100" }, { code: "ENOSPC" }, { errno: 51 }];
    const told = faults.map((one) => toldFault(Object.assign(new Error("write"), one)));
    deepEqual(
      told.map((one) => one instanceof DatabaseAway && one instanceof DiskFull && one.statusCode),
      [503, 503, 503],
    );
  });
});
