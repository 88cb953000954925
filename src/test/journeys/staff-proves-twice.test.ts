import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { generatedCode } from "../../people/rules/one-time-code.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { giveRoles, makeAccount, PASSWORD } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const ADDRESS = "nadia@exemple.fr";

describe("an administrator comes to work", () => {
  let world: World;
  let close: () => Promise<void>;
  let app: FastifyInstance;
  let she: Visitor;
  let now = new Date("2026-11-25T08:00:00Z");
  let secret = "";
  let recovery: string[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const person = await makeAccount(world, { name: "Nadia", address: ADDRESS });
    await giveRoles(world, person, ["administrator"]);
    she = visitor(app, "/faire-ess");
  });
  after(async () => {
    await app.close();
    await close();
  });
  const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
  const signIn = (who: Visitor) => who.fill("/connexion", { address: ADDRESS, password: PASSWORD });
  const mails = () =>
    withSchool(world.db, DEPLOYMENT, (tx) =>
      tx.selectFrom("mail").select("subject").where("to_address", "=", ADDRESS).orderBy("id").execute(),
    );

  it("signs in with her password, and is told that her role waits for more", async () => {
    await signIn(she);
    match(plain((await she.open("/compte")).text), /Vos rôles attendent une seconde preuve/);
    const work = await she.open("/equipe");
    equal(work.status, 303);
    match(work.location!, /^\/compte\/second-facteur\?vers=/);
    const next = await she.open(work.location!);
    match(next.location!, /^\/compte\/preuves\?vers=/);
    match(plain((await she.open(next.location!)).text), /L’école vous a confié un rôle/);
  });

  it("reads the picture with her telephone, or copies the key", async () => {
    const path = "/compte/preuves/application?vers=%2Ffaire-ess%2Fequipe";
    await she.fill(path, { do: "begin" });
    const page = await she.open(path);
    match(page.text, /<svg /);
    secret = /<p class="code spelled">([A-Z2-7 ]+)<\/p>/.exec(page.text)![1]!.replaceAll(" ", "");
    equal(secret.length, 32);
  });

  it("types a wrong code, then the right one, and keeps her recovery codes", async () => {
    const path = "/compte/preuves/application?vers=%2Ffaire-ess%2Fequipe";
    const wrong = generatedCode(secret, now) === "000000" ? "000001" : "000000";
    const refused = await she.fill(path, { code: wrong, label: "mon téléphone" });
    match(plain(refused.text), /Ce n’est pas le code que l’application montre/);
    const before = she.cookies.get(SESSION_COOKIE);
    const codes = await she.fill(path, { code: generatedCode(secret, now), label: "mon téléphone" });
    equal(codes.status, 200);
    recovery = [...codes.text.matchAll(/<code>([0-9A-Z-]+)<\/code>/g)].map(([, code]) => code!);
    equal(recovery.length, 8);
    ok(she.cookies.get(SESSION_COOKIE) !== before, "the session is another");
    equal((await she.open("/equipe")).status, 200);
    ok((await mails()).some(({ subject }) => /seconde preuve a été ajoutée/.test(subject)));
  });

  it("keeps neither the codes nor her password where they could be read", async () => {
    const rows = await withSchool(world.db, DEPLOYMENT, async (tx) => [
      ...(await tx.selectFrom("recovery_code").selectAll().execute()),
      ...(await tx.selectFrom("audit_record").select("stored").execute()),
      ...(await tx.selectFrom("attempt").select("outcome").execute()).map(({ outcome }) =>
        Buffer.from(outcome).toString("latin1"),
      ),
    ]);
    const text = JSON.stringify(rows);
    ok(text.length > 1000);
    for (const code of recovery) ok(!text.includes(code));
  });

  it("comes back another day, and a code serves once", async () => {
    later(86_400);
    const phone = visitor(app, "/faire-ess");
    await signIn(phone);
    const way = (await phone.open("/equipe")).location!;
    const code = generatedCode(secret, now);
    equal((await phone.fill(way, { code })).location, "/equipe");
    equal((await phone.open("/equipe")).status, 200);
    const thief = visitor(app, "/faire-ess");
    await signIn(thief);
    match(plain((await thief.fill(way, { code })).text), /Ce code n’est pas bon, ou il a déjà servi/);
    equal((await thief.open("/equipe")).status, 303);
  });

  it("enters with a recovery code when her telephone is lost, once, and is told by mail", async () => {
    const elsewhere = visitor(app, "/faire-ess");
    await signIn(elsewhere);
    const [first] = recovery;
    // As in a browser where she was signed in before any was marked.
    elsewhere.cookies.delete("livret_known");
    const path = "/compte/second-facteur?vers=%2Ffaire-ess%2Fequipe";
    equal((await elsewhere.fill(path, { code: first!.toLowerCase().replaceAll("-", " ") })).location, "/equipe");
    equal((await elsewhere.open("/equipe")).status, 200);
    ok(elsewhere.cookies.has("livret_known"), "the browser is known from then on");
    ok((await mails()).some(({ subject }) => /code de secours a servi/.test(subject)));
    const again = visitor(app, "/faire-ess");
    await signIn(again);
    equal((await again.fill(path, { code: first! })).status, 422);
  });

  it("waits after ten wrong codes, and nobody guesses on", async () => {
    later(3600);
    const guesser = visitor(app, "/faire-ess");
    await signIn(guesser);
    for (let at = 0; at < 10; at++)
      equal((await guesser.fill("/compte/second-facteur", { code: `00000${at}` })).status, 422);
    const right = await guesser.fill("/compte/second-facteur", { code: generatedCode(secret, now) });
    match(plain(right.text), /Trop de/);
    later(15 * 60 + 1);
    equal((await guesser.fill("/compte/second-facteur", { code: generatedCode(secret, now) })).status, 303);
  });

  it("removes the lost telephone, once she has confirmed that it is her", async () => {
    later(40 * 60);
    const owner = visitor(app, "/faire-ess");
    await signIn(owner);
    later(31 * 60);
    const page = await owner.open("/compte/preuves");
    const factor = /name="factor" value="([0-9a-f-]+)"/.exec(page.text)![1]!;
    const asked = await owner.sendFrom(page, "/compte/preuves", { factor, do: "" });
    match(plain(asked.text), /Confirmez que c’est bien vous/);
    const done = await owner.sendFrom(asked, "/compte/preuves", { factor, do: "", "again-password": PASSWORD });
    equal(done.location, "/compte/preuves");
    match(plain((await owner.open("/compte/preuves")).text), /L’école vous a confié un rôle/);
    equal((await owner.open("/equipe")).status, 303);
  });
});
