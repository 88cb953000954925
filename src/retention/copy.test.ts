import { deepEqual, equal, ok } from "node:assert/strict";
import { once } from "node:events";
import { mkdir, readdir, rename, rm, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { type Actor, perform } from "../act/act.ts";
import { withSchool } from "../db/school.ts";
import { runJobs } from "../worker/run-jobs.ts";
import { type Invented, makeAccount } from "../test/people.ts";
import { pdf } from "../test/sent-files.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import type { World } from "../act/world.ts";
import { receiveUpload } from "../files/receive.ts";
import { askForData } from "./requests.ts";

const establishment = "faire-ess";

describe("a copy of somebody’s data that cannot be written", () => {
  let world: World;
  let close: () => Promise<void>;
  let person: Invented;
  let shelf: string;
  let bytes: string;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    person = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    const { account } = person;
    for (const name of ["un.pdf", "deux.pdf"])
      ok(
        "upload" in
          (await receiveUpload(world, {
            establishment,
            account,
            name,
            stream: Readable.from([pdf({ comment: name })]),
          })),
      );
    const root = dirname(world.files!.store.scratch);
    const [kept] = await readdir(join(root, establishment));
    shelf = join(root, establishment, kept!);
    const [first] = await readdir(shelf);
    bytes = join(shelf, first!);
    const actor: Actor = { kind: "account", account, session: "s", roles: [], authenticatedAt: now };
    const input = { kind: "copy" as const, language: "fr" as const };
    equal((await perform(world, askForData, { actor, establishment, attempt: newAttempt(), input })).kind, "done");
  });
  after(() => close());

  /** Half a minute or more later it is tried again; how the try ended. */
  const tried = async () => {
    now = new Date(now.getTime() + 3_600_000);
    await runJobs(world);
    return withSchool(world.db, establishment, async (tx) => {
      const work = await tx.selectFrom("data_request_work").select("state").executeTakeFirstOrThrow();
      const job = tx.selectFrom("job").select("problem").where("name", "=", "buildCopy");
      return [work.state, (await job.executeTakeFirst())?.problem ?? null];
    });
  };
  const aside = async (work: () => Promise<unknown>) => {
    await rename(bytes, `${shelf}.aside`);
    try {
      return await work();
    } finally {
      await rm(bytes, { recursive: true, force: true });
      await rename(`${shelf}.aside`, bytes);
    }
  };

  it("as a file cannot be opened, waits, and harms nothing else", async () => {
    const said = await aside(async () => {
      // It is there, and nobody can open it: a socket, whose own name may not be as long.
      const path = join(world.files!.store.scratch, "..", "s");
      const socket = createServer().listen(path);
      await once(socket, "listening");
      await symlink(path, bytes);
      const found = await tried();
      socket.close();
      return found;
    });
    deepEqual(said, ["asked", "StoreFault: the store of files failed: ENXIO"]);
  });

  it("as a file breaks off while it is read, waits, and harms nothing else", async () => {
    const said = await aside(async () => {
      await mkdir(bytes);
      return tried();
    });
    deepEqual(said, ["asked", "StoreFault: the store of files failed: EISDIR"]);
  });

  it("as there is nowhere to write it, waits, and harms nothing else", async () => {
    const { scratch } = world.files!.store;
    await rename(scratch, `${scratch}.aside`);
    const said = await tried();
    await rename(`${scratch}.aside`, scratch);
    deepEqual(said, ["asked", "StoreFault: the store of files failed: ENOENT"]);
  });

  it("is written as soon as it can be", async () => {
    deepEqual(await tried(), ["ready", null]);
  });
});
