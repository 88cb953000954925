import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { defineAct, done, perform } from "../../act/act.ts";
import type { Means } from "../../act/permissions.ts";
import { html } from "../../kit/html.ts";
import { lastCode, makeAccount, openedSession, PASSWORD } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { newAttempt } from "../../test/world.ts";
import { signIn } from "../sessions/acts.ts";
import { testWorldOf } from "../../test/server.ts";
import { button, form, textField } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import { act } from "../../page/acting.ts";
import type { Page } from "../../page/page.ts";
import { pages } from "../../house/pages.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";

/** What the page was given, each time it was. */
type Taken = { text: string; many: readonly string[]; names: readonly string[]; attempt: string; account: string };
const taken: Taken[] = [];
/** The names of the files that came with it. */
const brought: (readonly string[])[] = [];

const sign = defineAct({
  name: "testSign",
  label: { fr: "Signer", en: "Sign" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({}),
  binds: "an act of tests",
  writes: [],
  perform: async () => done({}, "essai:signature"),
});

const signing: Page = {
  name: "signing",
  path: "/signer",
  who: "mind one’s own account",
  takesFiles: true,
  view: (visit) => {
    const field = textField({ name: "text", label: "Texte", value: "", errors: [], lang: visit.lang });
    return { html: layout(visit, { title: "Signer", main: form(visit, html`${field}${button("Signer")}`) }) };
  },
  submit: async (visit, sent) => {
    const { get, all, names, files } = sent;
    const outcome = await act(visit, sign, {}, { sent });
    if (outcome.kind !== "done") throw new Error(outcome.kind);
    taken.push({
      text: get("text"),
      many: all("many"),
      names,
      attempt: get("_attempt"),
      account: visit.person!.account,
    });
    brought.push(files.map(({ name }) => name));
    return { redirect: visit.link("/fait") };
  },
};

describe("what binds a person", () => {
  let world: World;
  let close: () => Promise<void>;
  let app: FastifyInstance;
  let now = new Date("2026-11-25T20:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000, pages: [signing, ...pages] });
  });
  after(async () => {
    await app.close();
    await close();
  });
  const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));

  const entered = async (address: string, means: readonly Means[] = ["password"]) => {
    const person = await makeAccount(world, { name: "Claire", address });
    const her = visitor(app, "/faire-ess");
    her.cookies.set(SESSION_COOKIE, await openedSession(world, person, means));
    return { her, person };
  };

  it("goes through within thirty minutes of signing in, and asks one second later", async () => {
    const { her } = await entered("a@exemple.fr");
    later(29.99);
    equal((await her.fill("/signer", { text: "oui" })).location, "/fait");
    later(0.01);
    const asked = await her.fill("/signer", { text: "oui" });
    equal(asked.status, 200);
    match(plain(asked.text), /Confirmez que c’est bien vous/);
    equal(taken.length, 1);
  });

  it("asks whoever came in by a code for another one, mailed to their own address, and goes on with what was sent", async () => {
    taken.length = 0;
    const { her, person } = await entered("code@exemple.fr", ["code"]);
    later(31);
    const asked = await her.fill("/signer", { text: "oui" });
    match(plain(asked.text), /Vous n’avez pas de mot de passe. Nous envoyons un code à code@exemple.fr/);
    ok(!asked.text.includes('name="again-password"'));
    const mailed = await her.sendFrom(asked, "/signer", { "again-mail": "1" });
    const code = await lastCode(world, "code@exemple.fr");
    const wrong = await her.sendFrom(mailed, "/signer", { "again-mailed": code === "000000" ? "000001" : "000000" });
    equal(wrong.status, 422);
    match(plain(wrong.text), /Ce n’est pas ce code. Il reste 4 essais/);
    deepEqual(taken, []);
    equal((await her.sendFrom(wrong, "/signer", { "again-mailed": code })).location, "/fait");
    deepEqual(
      taken.map(({ text, account }) => [text, account]),
      [["oui", person.account]],
    );
  });

  it("takes no code that was sent to another address", async () => {
    const { her } = await entered("d-elle@exemple.fr", ["code"]);
    later(31);
    const other = visitor(app, "/faire-ess");
    await other.fill("/connexion", { do: "code", email: "autre@exemple.fr" });
    const held: unknown = JSON.parse(Buffer.from(other.cookies.get("livret_proof")!, "base64url").toString());
    const { request } = held as { request: string };
    const asked = await her.fill("/signer", { text: "oui" });
    const code = await lastCode(world, "autre@exemple.fr");
    const sent = await her.sendFrom(asked, "/signer", { "again-request": request, "again-mailed": code });
    equal(sent.status, 422);
  });

  it("goes on with all that was sent, under the same attempt, once the password is right; the token changes", async () => {
    taken.length = 0;
    const { her, person } = await entered("b@exemple.fr");
    const shown = await her.open("/signer");
    later(31);
    const before = her.cookies.get(SESSION_COOKIE);
    const attempt = /name="_attempt" value="([^"]+)"/.exec(shown.text)![1]!;
    const asked = await her.sendFrom(shown, "/signer", { text: "d’accord <b>", many: ["1", "2"] });
    const wrong = await her.sendFrom(asked, "/signer", {
      text: "d’accord <b>",
      many: ["1", "2"],
      "again-password": "non",
    });
    equal(wrong.status, 422);
    match(plain(wrong.text), /Ce n’est pas votre mot de passe/);
    ok(!wrong.text.includes('value="non"'), "a password is never printed");
    const text = /name="text" value="([^"]*)"/.exec(wrong.text)![1];
    equal(text, "d’accord &lt;b&gt;");
    const done = await her.sendFrom(wrong, "/signer", {
      text: "d’accord <b>",
      many: ["1", "2"],
      "again-password": PASSWORD,
    });
    equal(done.location, "/fait");
    deepEqual(taken, [
      { text: "d’accord <b>", many: ["1", "2"], names: taken[0]!.names, attempt, account: person.account },
    ]);
    ok(!taken[0]!.names.some((name) => /password|csrf/.test(name)), "the page never sees the password");
    notEqual(her.cookies.get(SESSION_COOKIE), before);
    equal((await her.fill("/signer", { text: "encore" })).location, "/fait");
    const stolen = visitor(app, "/faire-ess");
    stolen.cookies.set(SESSION_COOKIE, before!);
    equal((await stolen.open("/signer")).status, 303);
  });

  it("waits after ten wrong passwords, however right the eleventh", async () => {
    const { her } = await entered("c@exemple.fr");
    later(31);
    const asked = await her.fill("/signer", { text: "oui" });
    for (let at = 0; at < 10; at++)
      equal((await her.sendFrom(asked, "/signer", { "again-password": "non" })).status, 422);
    const waits = await her.sendFrom(asked, "/signer", { "again-password": PASSWORD });
    match(plain(waits.text), /Trop de mots de passe refusés/);
  });

  it("is confirmed although a stranger guessed at the password, from there or from elsewhere", async () => {
    const { her, person } = await entered("g@exemple.fr");
    later(31);
    const input = { address: person.address, password: "non", device: "", caller: "a".repeat(64) };
    for (let at = 0; at < 11; at++) {
      const request = { actor: { kind: "anyone" }, establishment: "faire-ess", attempt: newAttempt(), input } as const;
      equal((await perform(world, signIn, request)).kind, at < 10 ? "done" : "invalid");
    }
    const asked = await her.fill("/signer", { text: "oui" });
    equal((await her.sendFrom(asked, "/signer", { text: "oui", "again-password": PASSWORD })).location, "/fait");
  });

  it("keeps what was filled in where the session had ended, and goes on under the account that signs in", async () => {
    taken.length = 0;
    const { her, person } = await entered("d@exemple.fr");
    const shown = await her.open("/signer");
    later(31 * 24 * 60);
    const asked = await her.sendFrom(shown, "/signer", { text: "long texte" });
    match(plain(asked.text), /Rien n’est perdu/);
    const done = await her.sendFrom(asked, "/signer", { "again-address": person.address, "again-password": PASSWORD });
    equal(done.location, "/fait");
    equal(taken[0]!.text, "long texte");
    equal(taken[0]!.account, person.account);
  });

  it("is not done by a form of another site, confirmed or not", async () => {
    const { her } = await entered("e@exemple.fr");
    later(31);
    const forged = await her.send(
      "POST",
      "/signer",
      new URLSearchParams({ text: "x", "again-password": PASSWORD }).toString(),
    );
    equal(forged.status, 403);
  });

  it("is confirmed beforehand too, on a page of its own that leads back", async () => {
    const { her } = await entered("f@exemple.fr");
    later(31);
    const path = "/compte/confirmer?vers=%2Ffaire-ess%2Fsigner";
    equal((await her.fill(path, { "again-password": PASSWORD })).location, "/signer");
    equal((await her.fill("/signer", { text: "oui" })).location, "/fait");
  });

  it("goes on with the files that came with the form, and takes no others in their place", async () => {
    brought.length = 0;
    const { her } = await entered("h@exemple.fr");
    later(31);
    const asked = await her.sendFiles("/signer", [["lettre.pdf", pdf().toString("latin1")]]);
    match(plain(asked.text), /Confirmez que c’est bien vous/);
    deepEqual(brought, []);
    const forged = JSON.stringify({ field: "files", name: "autre.pdf", upload: "../autre" });
    await her.sendFrom(asked, "/signer", { "again-file": [forged], "again-password": "non" });
    equal((await her.sendFrom(asked, "/signer", { "again-password": PASSWORD })).location, "/fait");
    deepEqual(brought, [["lettre.pdf"]]);
  });

  it("is asked on the page before, of those who may act there, where a page takes files", async () => {
    const before: Page = { ...signing, path: "/deposer", name: "deposing", asksFirst: "mind one’s own account" };
    const other: Page = { ...before, path: "/lire", name: "reading", asksFirst: "handle the dossiers" };
    const here = await buildServer(world, { perMinute: 1_000_000, pages: [before, other, ...pages] });
    const { her: session } = await entered("i@exemple.fr");
    const her = visitor(here, "/faire-ess");
    her.cookies.set(SESSION_COOKIE, session.cookies.get(SESSION_COOKIE)!);
    equal((await her.open("/deposer")).status, 200);
    later(31);
    equal((await her.open("/lire")).status, 200);
    const sent = await her.open("/deposer");
    equal(sent.location, "/compte/confirmer?vers=%2Ffaire-ess%2Fdeposer");
    equal((await her.fill(sent.location, { "again-password": PASSWORD })).location, "/deposer");
    equal((await her.open("/deposer")).status, 200);
    await here.close();
  });
});
