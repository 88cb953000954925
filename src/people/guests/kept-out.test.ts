/** A stranger who knows a guest’s address, and whatever they ask and try in their name, keeps nobody out. */
import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { perform } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { type Visitor, visitor } from "../../test/journeys/visitor.ts";
import { actorOf, deed, giveRoles, lastCode, makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { newAttempt } from "../../test/world.ts";
import { buildServer } from "../../web/server.ts";
import { askCode, tryLastCode } from "../codes/acts.ts";
import { inviteGuest } from "./acts.ts";

const SCHOOL = "faire-ess";
const ANNE = "anne@exemple.fr";
const ANYONE = { kind: "anyone" } as const;

describe("a guest whose address a stranger knows", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let path = "";
  let anne: Visitor;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const head = await makeAccount(world, { name: "Ines Vidal", address: "ines@exemple.fr" });
    await giveRoles(world, head, ["head-of-training"]);
    const actor = await actorOf(world, await openedSession(world, head, ["password", "totp"]));
    const asked = { name: "Anne", address: ANNE, language: "fr", until: "2026-12-20" } as const;
    await deed(world, inviteGuest, actor, { ...asked, roles: ["trainer"] });
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").selectAll().where("to_address", "=", ANNE).execute(),
    );
    path = /\/invitation\/[\w-]+/.exec(JSON.stringify(mails))![0];
    anne = visitor(app, `/${SCHOOL}`);
  });
  after(async () => {
    await app.close();
    await close();
  });

  /** From so many places that no code is sent to the address any more, and none of it may be tried. */
  const besieged = async (link?: string) => {
    const invitation = link === undefined ? {} : { invitation: { school: SCHOOL, link } };
    for (let n = 0; n < 14; n++) {
      const caller = String(n % 7).repeat(64);
      const asking = { address: ANNE, language: "fr" as const, school: SCHOOL, caller, ...invitation };
      await perform(world, askCode, { actor: ANYONE, establishment: "*", attempt: newAttempt(), input: asking });
      const trying = { address: ANNE, code: "000000", caller, ...invitation };
      await perform(world, tryLastCode, { actor: ANYONE, establishment: "*", attempt: newAttempt(), input: trying });
    }
  };
  const comesIn = async (who: Visitor) => {
    await who.fill(path, { do: "send" });
    return who.fill(path, { do: "", code: await lastCode(world, ANNE) });
  };

  it("comes in for the first time by their link, whatever was asked and tried in their name", async () => {
    await besieged();
    equal((await comesIn(anne)).location, "/invite");
    ok(anne.cookies.has("livret_guest_known"), "the browser is known from then on");
  });

  it("takes the last code that came, whoever asked for it, in a browser that asked for none", async () => {
    now = new Date("2026-11-25T12:00:00Z");
    await deed(world, askCode, ANYONE, { address: ANNE, language: "fr", school: SCHOOL });
    const other = visitor(app, `/${SCHOOL}`);
    const received = await other.fill(path, { do: "", code: await lastCode(world, ANNE) });
    equal(received.location, "/invite");
  });

  it("takes it too where they had asked for one themselves", async () => {
    now = new Date("2026-11-25T15:00:00Z");
    const third = visitor(app, `/${SCHOOL}`);
    await third.fill(path, { do: "send" });
    await deed(world, askCode, ANYONE, { address: ANNE, language: "fr", school: SCHOOL });
    equal((await third.fill(path, { do: "", code: await lastCode(world, ANNE) })).location, "/invite");
  });

  it("comes in where they came in before, though the stranger has their link as well", async () => {
    now = new Date("2026-11-25T18:00:00Z");
    await besieged(path.split("/").at(-1));
    const unknown = visitor(app, `/${SCHOOL}`);
    match((await unknown.fill(path, { do: "send" })).text, /Trop de codes/);
    equal((await comesIn(anne)).location, "/invite");
  });
});
