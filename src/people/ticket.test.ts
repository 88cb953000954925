/** What a right code gives, a ticket: it opens one thing, once. */
import { deepEqual, equal, notEqual } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, perform, view } from "../act/act.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { deed, lastCode, makeAccount, PASSWORD } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import type { World } from "../act/world.ts";
import { enterByCode, settleAccount } from "./acts.ts";
import { changeAddress } from "./address/acts.ts";
import { askCode, expireCode, tryCode } from "./codes/acts.ts";
import { enterAsGuest, inviteGuest } from "./guests/acts.ts";
import { findAccount } from "./store.ts";
import { openProof } from "./views.ts";

const ANYONE: Actor = { kind: "anyone" };
const SCHOOL = "faire-ess";

describe("a ticket", () => {
  let world: World;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => ({ world, close } = await testWorldOf({ now: () => now })));
  after(() => close());

  /** Of a code that this address received. */
  const ticketFor = async (address: string) => {
    const { request } = await deed(world, askCode, ANYONE, { address, language: "fr", school: SCHOOL });
    const { ticket } = await deed(world, tryCode, ANYONE, { request, code: await lastCode(world, address) });
    return { request, ticket: ticket! };
  };
  const choose = (secret: string, attempt = newAttempt(), password = PASSWORD) =>
    perform(world, settleAccount, {
      actor: { kind: "holder", secret },
      establishment: SCHOOL,
      attempt,
      input: { name: "Camille", password, language: "fr", device: "" },
    });
  const enter = (secret: string, attempt = newAttempt()) =>
    perform(world, enterByCode, {
      actor: { kind: "holder", secret },
      establishment: SCHOOL,
      attempt,
      input: { language: "fr", device: "" },
    });
  const passwordOf = async (addressKey: string) =>
    (await withSchool(world.db, DEPLOYMENT, (tx) => findAccount(tx, { addressKey })))!.password;

  it("chooses a password once: neither a second attempt nor its page finds it again", async () => {
    const { ticket } = await ticketFor("camille@exemple.fr");
    const attempt = newAttempt();
    // What was badly written spends nothing.
    equal((await choose(ticket, newAttempt(), "court")).kind, "invalid");
    const first = await choose(ticket, attempt);
    equal(first.kind, "done");
    const kept = await passwordOf("camille@exemple.fr");
    equal((await choose(ticket, newAttempt(), "quatre loups et un violon")).kind, "forbidden");
    equal(await passwordOf("camille@exemple.fr"), kept);
    deepEqual(await choose(ticket, attempt), first, "the same attempt has the same outcome");
    const actor: Actor = { kind: "holder", secret: ticket };
    equal((await view(world, openProof, { actor, establishment: SCHOOL, input: {} })).kind, "missing");
  });

  it("opens an account without a password, once, and by a further code the same account", async () => {
    const first = await enter((await ticketFor("jo@exemple.fr")).ticket);
    const { ticket } = await ticketFor("jo@exemple.fr");
    const second = await enter(ticket);
    if (first.kind !== "done" || second.kind !== "done") throw new Error(`${first.kind}, ${second.kind}`);
    deepEqual([first.value.created, second.value.created], [true, false]);
    equal(second.value.account, first.value.account);
    equal(await passwordOf("jo@exemple.fr"), null);
    equal((await enter(ticket)).kind, "forbidden");
    const holding = { actor: { kind: "anyone" }, establishment: SCHOOL, attempt: newAttempt() } as const;
    equal((await perform(world, enterByCode, { ...holding, input: { language: "fr", device: "" } })).kind, "forbidden");
    const asked = { actor: { kind: "holder", secret: ticket }, establishment: SCHOOL, attempt: newAttempt() } as const;
    const wrong = { language: "de", device: "" } as unknown as { language: "fr"; device: string };
    equal((await perform(world, enterByCode, { ...asked, input: wrong })).kind, "invalid");
  });

  it("opens no account that has a password: another one is chosen, which tells its owner and ends every session", async () => {
    await makeAccount(world, { name: "Lou", address: "lou@exemple.fr" });
    const { ticket } = await ticketFor("lou@exemple.fr");
    equal((await enter(ticket)).kind, "forbidden");
    equal((await choose(ticket, newAttempt(), "quatre loups et un violon")).kind, "done");
  });

  it("is spent by one of two who use it at the same moment", async () => {
    const { ticket } = await ticketFor("sacha@exemple.fr");
    const kinds = (await Promise.all([choose(ticket), choose(ticket)])).map(({ kind }) => kind);
    deepEqual(kinds.toSorted(), ["done", "forbidden"]);
  });

  it("changes an address once, and a password is not chosen by it afterwards", async () => {
    const { account } = await makeAccount(world, { name: "Noa", address: "noa@exemple.fr" });
    const { ticket } = await ticketFor("noa@ailleurs.fr");
    const actor: Actor = { kind: "account", account, session: account, roles: [], authenticatedAt: now };
    const change = () =>
      perform(world, changeAddress, { actor, establishment: SCHOOL, attempt: newAttempt(), input: { ticket } });
    equal((await change()).kind, "done");
    equal((await change()).kind, "forbidden");
    equal((await choose(ticket)).kind, "forbidden");
  });

  it("is one of two for a new address that two people move to at the same moment: one is told that it is taken", async () => {
    for (let at = 0; at < 8; at++) {
      const moves = await Promise.all(
        ["ana", "lou"].map(async (name) => {
          const { account } = await makeAccount(world, { name, address: `${name}-${at}@exemple.fr` });
          const { ticket } = await ticketFor(`deux-${at}@exemple.fr`);
          const actor: Actor = { kind: "account", account, session: account, roles: [], authenticatedAt: now };
          return { actor, establishment: SCHOOL, attempt: newAttempt(), input: { ticket } };
        }),
      );
      const kinds = (await Promise.all(moves.map((move) => perform(world, changeAddress, move)))).map(
        ({ kind }) => kind,
      );
      deepEqual(kinds.toSorted(), ["done", "invalid"]);
    }
  });

  it("lets a guest in once, and is not spent by an invitation of somebody else", async () => {
    const invited = async (address: string) => {
      const { account } = await makeAccount(world, { name: "Camille", address: `head.${address}` });
      const head: Actor = {
        kind: "account",
        account,
        session: account,
        roles: ["head-of-training"],
        authenticatedAt: now,
      };
      const until = "2026-12-01";
      await deed(world, inviteGuest, head, { name: "Lou", address, language: "fr", roles: ["interviewer"], until });
      const mails = await withSchool(world.db, SCHOOL, (tx) =>
        tx.selectFrom("mail").selectAll().where("to_address", "=", address).orderBy("id").execute(),
      );
      return /\/invitation\/([\w-]+)/.exec(JSON.stringify(mails))![1]!;
    };
    const [hers, another] = [await invited("lou@exemple.fr"), await invited("mila@exemple.fr")];
    const { ticket } = await ticketFor("lou@exemple.fr");
    const enter = async (secret: string) => {
      const actor: Actor = { kind: "holder", secret };
      const input = { ticket, device: "" };
      return (await perform(world, enterAsGuest, { actor, establishment: SCHOOL, attempt: newAttempt(), input })).kind;
    };
    equal(await enter(another), "forbidden");
    equal(await enter(hers), "done");
    equal(await enter(hers), "forbidden");
    equal((await choose(ticket)).kind, "forbidden");
  });

  it("leaves nothing behind once its code is over", async () => {
    const { request, ticket } = await ticketFor("jo@exemple.fr");
    equal((await choose(ticket)).kind, "done");
    const spent = () =>
      withSchool(world.db, DEPLOYMENT, (tx) =>
        tx.selectFrom("spent_ticket").selectAll().where("id", "=", request).execute(),
      );
    notEqual((await spent()).length, 0);
    now = new Date(now.getTime() + 3_600_000);
    await deed(world, expireCode, { kind: "clock", day: "2026-11-25" }, { id: request });
    deepEqual(await spent(), []);
  });
});
