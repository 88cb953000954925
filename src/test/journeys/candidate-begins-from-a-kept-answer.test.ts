/** An answer kept some days ago begins a dossier in one press, by somebody who has no account yet; its code stands nowhere but where it was typed. */
import { doesNotMatch, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { anIntake } from "../dossiers.ts";
import { makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { APPLY, fullAnswers } from "./answers.ts";
import { date, hiddenOf, plain } from "./sent-forms.ts";
import { visitor, type Visitor } from "./visitor.ts";
import { openWay, stepByStep, type Way } from "./ways.ts";

const BEGIN = "Commencer mon dossier avec ces réponses";
const START = "/deis/dossier/commencer";

let world: World;
let app: FastifyInstance;
let origin = "";
let close: () => Promise<void>;
before(async () => {
  ({ world, close } = await testWorldOf({ now: () => new Date("2026-11-25T20:00:00Z") }));
  await anIntake(world);
  app = await buildServer(world, { perMinute: 1_000_000 });
  origin = await app.listen({ port: 0, host: "127.0.0.1" });
});
after(async () => {
  app.server.closeAllConnections();
  await app.close();
  await close();
});

/** Somebody who kept an answer, and its code. */
async function kept(): Promise<{ she: Visitor; code: string }> {
  const she = visitor(app, "/faire-ess");
  await she.fillAll(fullAnswers);
  await she.sendFrom(await she.open(`${APPLY}/resultat`), `${APPLY}/conserver`, {});
  const [code] = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec((await she.open(`${APPLY}/conservee`)).text)!;
  return { she, code };
}

async function codeSentTo(address: string): Promise<string> {
  const mails = await withSchool(world.db, DEPLOYMENT, (tx) =>
    tx.selectFrom("mail").select("subject").where("to_address", "=", address).orderBy("id").execute(),
  );
  return /^\d{6}/.exec(mails.at(-1)!.subject)![0];
}

describe("a candidate who kept her answer and has no account", { skip: await noBrowser() }, () => {
  let way: Way;
  let code = "";
  const step = stepByStep();
  before(async () => {
    ({ code } = await kept());
    way = await openWay("no script");
  });
  after(() => way.tab.close());

  step("opens it again with its code, and begins her dossier by one button, which asks her who she is", async () => {
    await way.page.goto(`${origin}/faire-ess/reponse`);
    await way.arrives(/^Reprendre une réponse/);
    await way.write("Code de la réponse", code);
    await way.send("Ouvrir la réponse");
    await way.arrives(/^Réponse n° Q-2026/);
    await way.send(BEGIN);
    await way.arrives(/^Se connecter ou créer un compte/);
  });

  step("makes an account with the code of a mail, and is in her dossier, begun, with her answers in it", async () => {
    await way.write("Quelle est votre adresse électronique ?", "claire@exemple.fr");
    await way.send("Recevoir un code");
    await way.arrives(/^Quel est le code/);
    const sent = await codeSentTo("claire@exemple.fr");
    await way.write("Code de six chiffres", sent === "000000" ? "000001" : "000000");
    await way.send("Continuer");
    await way.refused("Ce n’est pas ce code. Il reste 4 essais.", "textbox", "Code de six chiffres");
    await way.write("Code de six chiffres", sent);
    await way.send("Continuer");
    await way.arrives(/^Dossier D-2026-00000\d/);
    await way.described("Vos diplômes et titres", "Terminé");
    await way.follow("Vos diplômes et titres");
    await way.arrives(/^Vos diplômes/);
    await way.says(/Belgique/);
  });

  step("has gone by no address in which the code of her answer stands, in any writing", () => {
    const bare = code.replaceAll("-", "").toLowerCase();
    for (const url of way.tab.seen.requests)
      ok(!decodeURIComponent(url).replaceAll("-", "").toLowerCase().includes(bare), url);
    return Promise.resolve();
  });
});

describe("a kept answer that begins a dossier", () => {
  async function signedIn({ cookies }: Visitor, address: string) {
    const person = await makeAccount(world, { name: "Louise Martin", address });
    cookies.set(SESSION_COOKIE, await openedSession(world, person));
  }

  it("begins it at once for somebody who is signed in, once however often it is pressed", async () => {
    const { she } = await kept();
    await signedIn(she, "louise@exemple.fr");
    const shown = await she.open(`${APPLY}/conservee`);
    match(plain(shown.text), new RegExp(BEGIN));
    const places = [await she.sendFrom(shown, START, {}), await she.sendFrom(shown, START, {})].map(
      ({ location }) => location!,
    );
    match(places[0]!, /^\/deis\/dossier\/[0-9a-f-]{36}$/);
    equal(places[1], places[0]);
    match(plain((await she.open(`${places[0]}/titres`)).text), /4 septembre 2017/);
  });

  it("is begun by no address that somebody else made: without the button, nothing is", async () => {
    const { she } = await kept();
    await signedIn(she, "anna@exemple.fr");
    equal((await she.open(START)).location, "/deis/dossier");
    equal(
      (await she.open(`${START}?intake=${hiddenOf((await she.open(`${APPLY}/conservee`)).text).intake}`)).location,
      "/deis/dossier",
    );
    doesNotMatch(plain((await she.open("/deis/dossier")).text), /D-2026/);
  });

  it("waits for its person alone: the press is used once, and goes nowhere without the answer", async () => {
    const { she } = await kept();
    const asked = await she.sendFrom(await she.open(`${APPLY}/conservee`), START, {});
    equal(asked.location, `/connexion?vers=${encodeURIComponent(`/faire-ess${START}`)}`);
    equal((await she.open(START)).location, asked.location);
    await she.fill("/reponse/supprimer", { erase: "yes" });
    await signedIn(she, "zoe@exemple.fr");
    equal((await she.open(START)).location, "/deis/dossier");
    equal(she.cookies.has("livret_begin"), false);
    doesNotMatch(plain((await she.open("/deis/dossier")).text), /D-2026/);
  });

  it("may be the answer given just now, which is not kept, and which goes before one kept earlier", async () => {
    const { she } = await kept();
    await she.fillAll([[`${APPLY}/titre/2`, { choice: "title:IDE", ...date("awarded", 30, 6, 2014) }]]);
    const sent = await she.sendFrom(await she.open(`${APPLY}/resultat`), START, {});
    equal(sent.location, `/connexion?vers=${encodeURIComponent(`/faire-ess${START}`)}`);
    await signedIn(she, "mona@exemple.fr");
    const { location } = await she.open(START);
    match(location!, /^\/deis\/dossier\/[0-9a-f-]{36}$/);
    match(plain((await she.open(`${location}/titres`)).text), /30 juin 2014/);
  });

  it("is not offered while no intake is open", async () => {
    const other = await testWorldOf({ now: () => new Date("2026-11-25T20:00:00Z") });
    const closed = await buildServer(other.world, { perMinute: 1_000_000 });
    const she = visitor(closed, "/faire-ess");
    await she.fillAll(fullAnswers);
    await she.sendFrom(await she.open(`${APPLY}/resultat`), `${APPLY}/conserver`, {});
    doesNotMatch(plain((await she.open(`${APPLY}/conservee`)).text), new RegExp(BEGIN));
    doesNotMatch((await she.open(`${APPLY}/resultat`)).text, /dossier\/commencer/);
    await closed.close();
    await other.close();
  });
});
