import { equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { type Visitor, visitor } from "../test/journeys/visitor.ts";
import { type Invented, lastCode, makeAccount, PASSWORD } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import type { World } from "../world.ts";

const SCHOOL_NETWORK = "203.0.113.7";
const HOME = "198.51.100.9";

describe("people behind one shared address", () => {
  let world: World;
  let close: () => Promise<void>;
  let app: FastifyInstance;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    // One proxy in front, whose word on the caller's address is taken.
    app = await buildServer(world, { proxies: 1 });
  });
  after(async () => {
    await app.close();
    await close();
  });

  const from = (ip: string): Visitor => visitor(app, "/faire-ess", { "x-forwarded-for": ip });
  const signIn = (who: Visitor, address: string, password = PASSWORD) => who.fill("/connexion", { address, password });

  it("all sign in within the same minutes, one in two after mistyping", async () => {
    const people: Invented[] = [];
    for (let at = 0; at < 30; at++)
      people.push(await makeAccount(world, { name: `Élève ${at}`, address: `eleve-${at}@exemple.fr` }));
    for (const [at, { address }] of people.entries()) {
      const who = from(SCHOOL_NETWORK);
      if (at % 2 === 0) equal((await signIn(who, address, "pas du tout ça")).status, 422);
      equal((await signIn(who, address)).status, 303, address);
    }
  });

  it("are not kept out by one of them who is wrong ten times: that one alone waits", async () => {
    for (let at = 0; at < 10; at++) await signIn(from(SCHOOL_NETWORK), "eleve-0@exemple.fr", "encore faux");
    match(plain((await signIn(from(SCHOOL_NETWORK), "eleve-0@exemple.fr")).text), /pour cette adresse/);
    equal((await signIn(from(SCHOOL_NETWORK), "eleve-1@exemple.fr")).status, 303);
  });

  it("are asked to come in by a code once somebody there has guessed at hundreds of passwords", async () => {
    // As many refusals as the bound, from there; each of another address, as whoever guesses does.
    const { failures } = await withSchool(world.db, DEPLOYMENT, async (tx) => {
      const [one] = await tx.selectFrom("sign_in_failure").select("caller").limit(1).execute();
      const rows = Array.from({ length: 299 }, (_, at) => ({
        id: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
        address_key: `victime-${at}@exemple.fr`,
        caller: one!.caller,
        failed_at: now,
      }));
      await tx.insertInto("sign_in_failure").values(rows).execute();
      return { failures: rows.length };
    });
    equal(failures, 299);
    const refused = await signIn(from(SCHOOL_NETWORK), "eleve-2@exemple.fr");
    equal(refused.status, 422);
    match(plain(refused.text), /depuis votre réseau. Recevez un code par courriel/);
    const she = from(SCHOOL_NETWORK);
    await she.fill("/connexion/code", { address: "eleve-2@exemple.fr" });
    await she.fill("/connexion/code/recu", { code: await lastCode(world, "eleve-2@exemple.fr") });
    equal((await she.fill("/connexion/mot-de-passe", { password: "quatre loups et un violon" })).status, 303);
  });

  it("come in from elsewhere meanwhile, and from there again a quarter of an hour later", async () => {
    equal((await signIn(from(HOME), "eleve-3@exemple.fr")).status, 303);
    now = new Date(now.getTime() + 15 * 60_000 + 1);
    equal((await signIn(from(SCHOOL_NETWORK), "eleve-3@exemple.fr")).status, 303);
  });

  it("leave no address of theirs behind, only a hash that changes each day", async () => {
    const rows = await withSchool(world.db, DEPLOYMENT, (tx) => tx.selectFrom("sign_in_failure").selectAll().execute());
    equal(JSON.stringify(rows).includes("203.0.113"), false);
  });
});
