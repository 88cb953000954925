/** Guests invited in a demonstration: no mail brings their link, so the page that one enters by has it. */
import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { insideTransport } from "../../mail/inside.ts";
import { actorOf, deed, giveRoles, makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { runJobs } from "../../worker/run-jobs.ts";
import { inviteGuest, revokeGuest } from "../guests/acts.ts";
import { seeInvitation } from "../guests/views.ts";
import { seeDemoGuests } from "./views.ts";

const SCHOOL = "faire-ess";
const HOLDER = { kind: "holder", secret: "" } as const;

describe("the guests of a demonstration", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Awaited<ReturnType<typeof actorOf>>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-11-25T09:00:00Z") }));
    const account = await makeAccount(world, { name: "Ines Vidal", address: "ines@exemple.fr" });
    await giveRoles(world, account, ["head-of-training"]);
    head = await actorOf(world, await openedSession(world, account, ["password", "totp"]));
  });
  after(() => close());

  const invited = async (name: string, address: string) => {
    const asked = { name, address, language: "fr", until: "2026-12-20" } as const;
    return (await deed(world, inviteGuest, head, { ...asked, roles: ["trainer"] })).guest;
  };
  const listed = async () => {
    const seen = await view(world, seeDemoGuests, { actor: HOLDER, establishment: SCHOOL, input: {} });
    return seen.kind === "found" ? seen.value.guests : [];
  };

  it("are shown nowhere by their link where mail is sent, or waits to be", async () => {
    await invited("Anne", "anne@exemple.fr");
    deepEqual(await listed(), []);
    const hand = async () => ({ kind: "accepted", said: "250 OK" }) as const;
    await runJobs({ ...world, mail: { transport: { outside: true, hand }, ...FROM } });
    deepEqual(await listed(), []);
  });

  it("are listed with a link that opens, once invited, until they are let in no more", async () => {
    const guest = await invited("Lucie Amand", "lucie@exemple.fr");
    await runJobs({ ...world, mail: { transport: insideTransport, ...FROM } });
    const [lucie, ...others] = await listed();
    deepEqual([lucie?.guest, lucie?.name, others], [guest, "Lucie Amand", []]);
    const asked = { actor: { kind: "holder", secret: lucie!.link }, establishment: SCHOOL, input: {} } as const;
    equal((await view(world, seeInvitation, asked)).kind, "found");
    await deed(world, revokeGuest, head, { id: guest });
    deepEqual(await listed(), []);
  });
});

const FROM = { from: "ecole@exemple.fr", publicUrl: "http://127.0.0.1:3000" };
