import { equal, match } from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { passwordHolds } from "../kit/password.ts";
import { hashSecret } from "../kit/secret.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { type Visitor, visitor } from "../test/journeys/visitor.ts";
import { type Invented, lastCode, makeAccount, PASSWORD } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import type { World } from "../act/world.ts";

const SCHOOL_NETWORK = "203.0.113.7";
const HOME = "198.51.100.9";

describe("people behind one shared address", () => {
  let world: World;
  let close: () => Promise<void>;
  let app: FastifyInstance;
  let now = new Date("2026-11-25T09:00:00Z");
  /** Of the browser in which eleve-1 has signed in. */
  let marked = "";
  before(async () => {
    // A millisecond more each time it is read: of two codes, one is always the last.
    ({ world, close } = await testWorldOf({ now: () => (now = new Date(now.getTime() + 1)) }));
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

  it("come in from elsewhere, or from a browser of their own, while somebody there guesses by the dozen; others there wait a moment", async () => {
    const hers = from(SCHOOL_NETWORK);
    equal((await signIn(hers, "eleve-1@exemple.fr")).status, 303);
    hers.cookies.delete("livret_session");
    const guessing = { on: true };
    const place = hashSecret(`2026-11-25:${SCHOOL_NETWORK}`).toString("hex");
    const guess = async () => {
      while (guessing.on) if ((await passwordHolds("pas du tout ça", null, place)) === undefined) await setImmediate();
    };
    const guessers = Array.from({ length: 60 }, guess);
    try {
      const busy = await signIn(from(SCHOOL_NETWORK), "eleve-2@exemple.fr");
      equal(busy.status, 422);
      match(plain(busy.text), /Beaucoup de personnes se connectent en ce moment/);
      match(plain((await signIn(from(SCHOOL_NETWORK), "personne@exemple.fr", "au hasard")).text), /en ce moment/);
      // What must wait anyway is not even compared.
      match(plain((await signIn(from(SCHOOL_NETWORK), "eleve-0@exemple.fr")).text), /pour cette adresse/);
      equal(
        (await signIn(from(HOME), "eleve-3@exemple.fr")).status,
        303,
        "they do not fill the line for another place",
      );
      equal((await signIn(hers, "eleve-1@exemple.fr")).status, 303, "nor for a browser that is known");
      marked = hers.cookies.get("livret_known")!;
    } finally {
      guessing.on = false;
      await Promise.all(guessers);
    }
    equal((await signIn(from(SCHOOL_NETWORK), "eleve-2@exemple.fr")).status, 303);
    const tried = await withSchool(world.db, DEPLOYMENT, (tx) =>
      tx.selectFrom("sign_in_failure").select("id").where("address_key", "in", ["personne@exemple.fr"]).execute(),
    );
    equal(tried.length, 0, "nobody was taken to be wrong");
  });

  it("are asked to come in by a code once somebody there has guessed at hundreds of passwords", async () => {
    // One refusal less than the bound, from there; each of another address, as whoever guesses does.
    await withSchool(world.db, DEPLOYMENT, async (tx) => {
      const caller = hashSecret(`2026-11-25:${SCHOOL_NETWORK}`);
      const before = await tx.selectFrom("sign_in_failure").select("id").where("caller", "=", caller).execute();
      const rows = Array.from({ length: 299 - before.length }, (_, at) => ({
        id: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
        address_key: `victime-${at}@exemple.fr`,
        caller,
        failed_at: now,
      }));
      await tx.insertInto("sign_in_failure").values(rows).execute();
    });
    equal((await signIn(from(SCHOOL_NETWORK), "eleve-2@exemple.fr")).status, 303);
    equal((await signIn(from(SCHOOL_NETWORK), "eleve-2@exemple.fr", "pas du tout ça")).status, 422);
    const refused = await signIn(from(SCHOOL_NETWORK), "eleve-2@exemple.fr");
    equal(refused.status, 422);
    match(plain(refused.text), /depuis votre réseau. Recevez un code par courriel/);
    // Not in a browser of one’s own, whoever guessed there and at whosever password.
    const hers = from(HOME);
    equal((await signIn(hers, "eleve-0@exemple.fr")).status, 422, "ten wrong ones were given from elsewhere");
    const there = visitor(app, "/faire-ess", { "x-forwarded-for": SCHOOL_NETWORK });
    there.cookies.set("livret_known", marked);
    equal((await signIn(there, "eleve-1@exemple.fr")).status, 303);
    const she = from(SCHOOL_NETWORK);
    await she.fill("/connexion/code", { address: "eleve-2@exemple.fr" });
    await she.fill("/connexion/code/recu", { code: await lastCode(world, "eleve-2@exemple.fr") });
    equal((await she.fill("/connexion/mot-de-passe", { password: "quatre loups et un violon" })).status, 303);
  });

  it("are written to at their own address, whatever else is found like it", async () => {
    const who = from(HOME);
    const imitation = await who.fill("/connexion/code", { address: "ｅleve-1@exemple.fr" });
    equal(imitation.status, 422);
    match(plain(imitation.text), /un signe qui imite une lettre/);
    for (const address of ["a@b.fr>", "<a@b.fr", "a@b,c.fr"])
      match(plain((await who.fill("/connexion/code", { address })).text), /Cette adresse n’est pas complète/, address);
    await who.fill("/connexion/code", { address: "Eleve-1@EXEMPLE.fr" });
    equal(await lastCode(world, "Eleve-1@EXEMPLE.fr"), "");
    match(await lastCode(world, "eleve-1@exemple.fr"), /^\d{6}$/);
  });

  it("come in from elsewhere meanwhile, and from there again a quarter of an hour later", async () => {
    equal((await signIn(from(HOME), "eleve-3@exemple.fr")).status, 303);
    now = new Date(now.getTime() + 15 * 60_000 + 1);
    equal((await signIn(from(SCHOOL_NETWORK), "eleve-3@exemple.fr")).status, 303);
  });

  it("have one mailbox each, which nobody floods by writing a note into its address", async () => {
    const stranger = from("192.0.2.77");
    const ask = (note: string) => stranger.fill("/connexion/code", { address: `eleve-5${note}@exemple.fr` });
    for (const note of ["+1", "+2", "", "+3", "+4"]) equal((await ask(note)).status, 303, note);
    for (const note of ["", "+1", "+6"]) match(plain((await ask(note)).text), /Trop de codes/, note);
    // A mailbox whose name begins as another's is another.
    equal((await stranger.fill("/connexion/code", { address: "eleve-55@exemple.fr" })).status, 303);
    equal((await from(HOME).fill("/connexion/code", { address: "eleve-5@exemple.fr" })).status, 303);
  });

  it("come in although a stranger asked for codes in their name, from there or from elsewhere, and tried some", async () => {
    const address = "eleve-4@exemple.fr";
    const stranger = () => from("192.0.2.66");
    for (let at = 0; at < 5; at++) equal((await stranger().fill("/connexion/code", { address })).status, 303);
    match(plain((await stranger().fill("/connexion/code", { address })).text), /Trop de codes/);
    // Another place has its own count; and the last code received serves in any browser, with the address.
    equal((await from(HOME).fill("/connexion/code", { address })).status, 303);
    const right = await lastCode(world, address);
    const wrong = right === "000000" ? "000001" : "000000";
    for (let at = 0; at < 5; at++)
      match(
        plain((await stranger().fill("/connexion/code/recu", { address, code: wrong })).text),
        /Ce n’est pas ce code/,
      );
    match(
      plain((await stranger().fill("/connexion/code/recu", { address, code: right })).text),
      /Trop de codes faux ont été donnés/,
    );
    // An address that no code was sent to is answered alike.
    match(
      plain((await from(HOME).fill("/connexion/code/recu", { address: "nul@exemple.fr", code: right })).text),
      /Ce n’est pas ce code/,
    );
    const she = from(SCHOOL_NETWORK);
    equal((await she.fill("/connexion/code/recu", { address: "", code: right })).status, 422);
    equal((await she.fill("/connexion/code/recu", { address, code: right })).location, "/connexion/mot-de-passe");
    equal((await she.fill("/connexion/mot-de-passe", { password: "cinq ânes et une flûte" })).status, 303);
    equal((await from(HOME).fill("/connexion/code/recu", { address, code: right })).status, 422, "it serves once");
  });

  it("who have signed in from a browser ask for codes there, however many were asked in their name", async () => {
    now = new Date(now.getTime() + 61 * 60_000);
    const [address, other] = ["eleve-5@exemple.fr", "eleve-6@exemple.fr"];
    const hers = from(SCHOOL_NETWORK);
    equal((await signIn(hers, address)).status, 303);
    const mark = hers.cookies.get("livret_known");
    hers.cookies.delete("livret_session");
    for (const place of [SCHOOL_NETWORK, "192.0.2.66"])
      for (let at = 0; at < 5; at++) await from(place).fill("/connexion/code", { address });
    equal((await from(HOME).fill("/connexion/code", { address })).status, 422, "nobody may flood her");
    for (let at = 0; at < 5; at++) equal((await hers.fill("/connexion/code", { address })).status, 303);
    equal((await hers.fill("/connexion/code", { address })).status, 422, "nor she herself");
    // The last code serves there too, however many wrong ones strangers gave for her address, from there and from elsewhere.
    const last = await lastCode(world, address);
    const wrong = last === "000000" ? "000001" : "000000";
    for (const place of [SCHOOL_NETWORK, "192.0.2.66"])
      for (let at = 0; at < 5; at++) await from(place).fill("/connexion/code/recu", { address, code: wrong });
    equal((await from(HOME).fill("/connexion/code/recu", { address, code: last })).status, 422);
    hers.cookies.delete("livret_proof");
    equal((await hers.fill("/connexion/code/recu", { address, code: last })).location, "/connexion/mot-de-passe");
    // It is hers alone: for somebody else the same browser is any browser.
    for (let at = 0; at < 5; at++) await from(SCHOOL_NETWORK).fill("/connexion/code", { address: other });
    equal((await hers.fill("/connexion/code", { address: other })).status, 422);
    await signIn(hers, address);
    equal(hers.cookies.get("livret_known"), mark);
  });

  it("leave no address of theirs behind, only a hash that changes each day", async () => {
    const rows = await withSchool(world.db, DEPLOYMENT, (tx) => tx.selectFrom("sign_in_failure").selectAll().execute());
    equal(JSON.stringify(rows).includes("203.0.113"), false);
  });
});
