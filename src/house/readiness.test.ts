/** A disk that is really full: a small file system of its own, which only root may mount. */
import { deepEqual } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { testDatabase } from "../test/world.ts";
import { readinessOf } from "./readiness.ts";

const folder = mkdtempSync(join(tmpdir(), "livret-ready-"));
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=20m", "tmpfs", folder]).status === 0;

describe("a service whose disk is full", { skip: !mounted && "only root mounts a small disk" }, () => {
  after(() => {
    if (mounted) spawnSync("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  it("is not ready, and says that it is the disk; it is again once there is room", async () => {
    const opened = await testDatabase();
    const ready = readinessOf(opened, [folder]);
    const disk = async () => (await ready()).map(({ name, ok }) => [name, ok]);
    const sound = [
      ["database", true],
      ["migrations", true],
    ];
    deepEqual(await disk(), [...sound, ["disk", true]]);
    const { bavail, bsize } = statfsSync(folder);
    const ballast = join(folder, "ballast");
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 5_000_000));
    deepEqual(await disk(), [...sound, ["disk", false]]);
    rmSync(ballast);
    deepEqual(await disk(), [...sound, ["disk", true]]);
    await opened.close();
  });

  it("is not ready where its folder is gone", async () => {
    const opened = await testDatabase();
    deepEqual((await readinessOf(opened, [join(folder, "gone")])()).at(-1), { name: "disk", ok: false });
    await opened.close();
  });
});
