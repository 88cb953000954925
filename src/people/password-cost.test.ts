/** What the hash of a password costs is a setting of the world, which only the tests take low. */
import { deepEqual, match, ok } from "node:assert/strict";
import { rmSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { perform } from "../act/act.ts";
import { readConfig } from "../config/config.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { startThere } from "../house/start.ts";
import { madeFolder } from "../test/made-folder.ts";
import { makeAccount, PASSWORD } from "../test/people.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { signIn } from "./sessions/acts.ts";

const REAL = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
const LOW = /^\$argon2id\$v=19\$m=8,t=1,p=1\$/;

describe("the hash of a password", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  const hashOf = (world: TestWorld["world"], account: string) =>
    withSchool(world.db, DEPLOYMENT, (tx) =>
      tx.selectFrom("account").select("password").where("id", "=", account).executeTakeFirstOrThrow(),
    ).then(({ password }) => password ?? "");

  it("costs in the service what is right for people", async () => {
    const data = await madeFolder();
    const read = readConfig({ LIVRET_DATA: data });
    ok(read.ok);
    const { world, close } = await startThere(read.config, { reads: false });
    try {
      const { account } = await makeAccount(world, { name: "Nadia", address: "nadia@exemple.fr" });
      match(await hashOf(world, account), REAL);
    } finally {
      await close();
      rmSync(data, { recursive: true, force: true });
    }
  });

  it("tells its own cost: one that was made with one setting holds with another", async () => {
    const { passwords: _, ...real } = t.world;
    for (const [name, made, asked, looks] of [
      ["louise", t.world, real, LOW],
      ["marie", real, t.world, REAL],
    ] as const) {
      const { account, address } = await makeAccount(made, { name, address: `${name}@exemple.fr` });
      match(await hashOf(made, account), looks);
      const opens = async (password: string) => {
        const input = { address, password, device: "Firefox, Android" };
        const how = { actor: { kind: "anyone" }, establishment: DEPLOYMENT, attempt: newAttempt(), input } as const;
        const outcome = await perform(asked, signIn, how);
        return outcome.kind === "done" && outcome.value.token !== null;
      };
      deepEqual([await opens(PASSWORD), await opens(`${PASSWORD}s`)], [true, false]);
    }
  });
});
