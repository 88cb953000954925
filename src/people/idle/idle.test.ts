import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { PROVEN_TABLES } from "../../house/house.ts";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { runDue } from "../../worker/run-due.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { aDossier } from "../../test/dossiers.ts";
import { deed, giveRoles, type Invented, makeAccount, PASSWORD } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import type { World } from "../../act/world.ts";
import { signIn } from "../sessions/acts.ts";

describe("an account that nobody uses", () => {
  let world: World;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  const person = (name: string) => makeAccount(world, { name, address: `${name}@exemple.fr` });
  let idle: Invented;
  let back: Invented;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    idle = await person("idle");
    back = await person("back");
    await giveRoles(world, await person("officer"), ["admission-officer"]);
    await aDossier(world, await person("candidate"));
  });
  after(() => close());

  const on = async (day: string) => {
    now = new Date(`${day}T00:30:00Z`);
    await runDue(world, DEPLOYMENT);
  };
  const left = () =>
    withSchool(world.db, DEPLOYMENT, async (tx) => {
      const rows = await tx.selectFrom("account").select("name").orderBy("name").execute();
      return rows.map(({ name }) => name);
    });
  const mails = () =>
    withSchool(world.db, DEPLOYMENT, async (tx) => {
      const rows = await tx.selectFrom("mail").select(["to_address as to", "subject"]).orderBy("id").execute();
      return rows.filter(({ subject }) => subject.includes("sera effacé"));
    });

  it("is warned a month before its period is over, once; whoever works here or applied is not", async () => {
    // Their sessions end by themselves, which is the last that happens to them.
    await on("2028-01-10");
    await on("2030-12-11");
    deepEqual(await mails(), []);
    await on("2030-12-12");
    await on("2030-12-20");
    const told = await mails();
    deepEqual(new Set(told.map(({ to }) => to)), new Set([back.address, idle.address]));
    match(told[0]!.subject, /à partir du 11\sjanvier\s2031/);
  });

  it("stays for whoever signs in, and goes for whoever did not, not a day before it was said", async () => {
    const input = { address: back.address, password: PASSWORD, device: "" };
    await deed(world, signIn, { kind: "anyone" }, input);
    await on("2031-01-10");
    deepEqual(await left(), ["back", "candidate", "idle", "officer"]);
    await on("2031-01-12");
    deepEqual(await left(), ["back", "candidate", "officer"]);
    deepEqual(
      (await mails()).map(({ to }) => to),
      [back.address],
    );
  });

  it("leaves a record that says it was erased at the end of its period, and no other trace", async () => {
    const report = await verifyAudit(world.db, {
      establishment: DEPLOYMENT,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    deepEqual(report.tampered, []);
    const [gone] = report.erased.filter(({ chain }) => chain === `account:${idle.account}`);
    deepEqual([gone?.by, gone?.act], ["clock", "purgeOne"]);
    const reports = await withSchool(world.db, DEPLOYMENT, (tx) =>
      tx.selectFrom("purge_report").select("erased").execute(),
    );
    equal(reports.length, 1);
    match(JSON.stringify(reports[0]!.erased), /"months":36.*"holding":"account"/);
  });
});
