/* Of a server, where several connections are at it at once: the embedded database has one, which does one thing after the other. */
import { equal, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { type Actor, type Outcome, perform } from "../act/act.ts";
import { hashSecret } from "../kit/secret.ts";
import { actorOf, addGeneratorTo, deed, lastCode, makeAccount, openedSession, PASSWORD } from "../test/people.ts";
import { startPostgres } from "../test/postgres.ts";
import { type TestWorld, testWorld } from "../test/world.ts";
import { askCode, tryCode, tryLastCode } from "./codes/acts.ts";
import { confirmIdentity, proveSecond } from "./proofs/acts.ts";
import { generatedCode } from "./rules/one-time-code.ts";
import { signIn } from "./sessions/acts.ts";

const given = process.env.LIVRET_TEST_DATABASE_URL;
const own = given === undefined ? await startPostgres() : null;
if (own) process.env.LIVRET_TEST_DATABASE_URL = own.url;

// Last of all: a database that is kept for the next test is dropped when all of them are done.
after(() => own?.stop());

const ANYONE: Actor = { kind: "anyone" };
const MANY = 40;

describe("wrong tries at the same moment", {
  skip: (given ?? own?.url) === undefined && "apt-get install postgresql-17",
}, () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  type Told = { readonly token?: string | null; readonly ticket?: string | null };
  /** Of so many at once, how many were compared and found wrong, and how many were right. */
  const atOnce = async (tries: readonly (() => Promise<Outcome<Told>>)[]) => {
    const outcomes = await Promise.all(tries.map((one) => one()));
    const told = outcomes.flatMap((one) => (one.kind === "done" ? [one.value] : []));
    const right = told.filter(({ token, ticket }) => (token ?? ticket ?? null) !== null).length;
    return { wrong: told.length - right, right };
  };
  const person = (key: string) => makeAccount(t.world, { name: key, address: `${key}@exemple.fr` });
  const asking = { establishment: "faire-ess" };
  const wrongCode = (right: string) => (right === "000000" ? "000001" : "000000");

  it("at a code, on the page that asked, are compared five times", async () => {
    const address = "page@exemple.fr";
    const { request } = await deed(t.world, askCode, ANYONE, { address, language: "fr", school: "faire-ess" });
    const code = wrongCode(await lastCode(t.world, address));
    const one = () =>
      perform(t.world, tryCode, { actor: ANYONE, ...asking, attempt: randomUUID(), input: { request, code } });
    equal((await atOnce(Array.from({ length: MANY }, () => one))).wrong, 5);
  });

  it("at the last code of an address, are compared five times from one place and ten from all", async () => {
    for (const [address, places, most] of [
      ["place@exemple.fr", 1, 5],
      ["partout@exemple.fr", MANY, 10],
    ] as const) {
      await deed(t.world, askCode, ANYONE, { address, language: "fr", school: "faire-ess" });
      const code = wrongCode(await lastCode(t.world, address));
      const from = (at: number) => hashSecret(`${address} ${at % places}`).toString("hex");
      const tries = Array.from({ length: MANY }, (_, at) => () => {
        const input = { address, code, caller: from(at) };
        return perform(t.world, tryLastCode, { actor: ANYONE, ...asking, attempt: randomUUID(), input });
      });
      equal((await atOnce(tries)).wrong, most, address);
    }
  });

  it("at a code that was asked, are five requests an hour, however many ask at once", async () => {
    const one = () => {
      const input = { address: "flot@exemple.fr", language: "fr" as const, school: "faire-ess" };
      return perform(t.world, askCode, { actor: ANYONE, ...asking, attempt: randomUUID(), input });
    };
    const outcomes = await Promise.all(Array.from({ length: MANY }, one));
    equal(outcomes.filter(({ kind }) => kind === "done").length, 5);
  });

  it("at a second proof, be it of a generator or a recovery code, are compared ten times, and a right one after them waits", async () => {
    const claire = await person("claire");
    const { secret, codes } = await addGeneratorTo(t.world, claire);
    const actor = await actorOf(t.world, await openedSession(t.world, claire));
    const typed = (at: number) => (at % 2 === 0 ? "7KQM2XW9RT4H0BNE" : wrongCode(generatedCode(secret, t.world.now())));
    const tries = Array.from({ length: MANY }, (_, at) => (): Promise<Outcome<Told>> => {
      const request = { actor, ...asking, attempt: randomUUID(), input: { code: typed(at), device: "" } };
      return at % 3 === 0 ? perform(t.world, proveSecond, request) : perform(t.world, confirmIdentity, request);
    });
    equal((await atOnce(tries)).wrong, 10);
    const input = { code: codes[0]!, device: "" };
    const late = await perform(t.world, proveSecond, { actor, ...asking, attempt: randomUUID(), input });
    equal(late.kind, "invalid");
  });

  it("at one recovery code that is right, let in once", async () => {
    const rose = await person("rose");
    const { codes } = await addGeneratorTo(t.world, rose);
    const actors: Actor[] = [];
    for (let at = 0; at < 8; at++) actors.push(await actorOf(t.world, await openedSession(t.world, rose)));
    const tries = actors.map((actor) => () => {
      const input = { code: codes[0]!, device: "" };
      return perform(t.world, proveSecond, { actor, ...asking, attempt: randomUUID(), input });
    });
    equal((await atOnce(tries)).right, 1);
  });

  it("at a password are answered ten times, at the door and by whoever confirms who they are", async () => {
    const luc = await person("luc");
    const actor = await actorOf(t.world, await openedSession(t.world, luc));
    const password = "pas du tout ça";
    const door = () => {
      const input = { address: luc.address, password, device: "" };
      return perform(t.world, signIn, { actor: ANYONE, ...asking, attempt: randomUUID(), input });
    };
    const again = () => {
      const input = { password, device: "" };
      return perform(t.world, confirmIdentity, { actor, ...asking, attempt: randomUUID(), input });
    };
    for (const one of [door, again]) {
      // Fewer than wait in the line of those that are compared.
      const { wrong } = await atOnce(Array.from({ length: 20 }, () => one));
      ok(wrong <= 10, String(wrong));
    }
    const input = { address: luc.address, password: PASSWORD, device: "" };
    equal((await perform(t.world, signIn, { actor: ANYONE, ...asking, attempt: randomUUID(), input })).kind, "invalid");
  });
});
