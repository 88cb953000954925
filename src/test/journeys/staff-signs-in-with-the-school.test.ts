import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { after, before, beforeEach, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { perform } from "../../act/act.ts";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import type { Means } from "../../act/permissions.ts";
import { beginGenerator } from "../../people/proofs/acts.ts";
import { recognisedBy } from "../../people/recognised.ts";
import { makeToken } from "../../people/tokens/acts.ts";
import { takeRole } from "../../people/staff/acts.ts";
import { openProvider, type Provider } from "../../people/provider/provider.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { lawWorld } from "../../house/world.ts";
import { actorOf, giveRoles, type Invented, lastCode, makeAccount, openedSession, PASSWORD } from "../people.ts";
import { type Claims, type ProviderPeer, startProvider } from "../provider.ts";
import { LAWS, testWorldOf } from "../server.ts";
import { withSchools } from "../several-schools.ts";
import { newAttempt } from "../world.ts";
import { hiddenOf, plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const PUBLIC = "http://livret.test";
const BACK = "/faire-ess/connexion/ecole/retour";
const NO_DEFAULTS = { diploma: undefined, establishment: undefined };

describe("somebody of the school signs in with the school’s own service", () => {
  let world: World;
  let close: () => Promise<void>;
  let app: FastifyInstance;
  let peer: ProviderPeer;
  let now = new Date();
  /** What the service made of the last return: its code goes to the log. */
  let came: Awaited<ReturnType<Provider["cameBack"]>>;
  before(async () => {
    peer = await startProvider(() => [PUBLIC + BACK]);
    const { issuer, clientId, clientSecret } = peer;
    const real = openProvider({ school: "faire-ess", issuer, clientId, clientSecret, name: "Mon École" });
    const provider: Provider = { ...real, cameBack: async (...back) => (came = await real.cameBack(...back)) };
    const laws = lawWorld(withSchools(LAWS, [{ establishment: "autre-ecole", name: "École du Ponant" }]), NO_DEFAULTS);
    ({ world, close } = await testWorldOf({ ...laws, now: () => now, provider, publicUrl: PUBLIC }));
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
    await peer.close();
  });
  beforeEach(() => {
    peer.forge = undefined;
    peer.forgeKey = undefined;
    now = new Date();
  });

  /** From the button of our page to the provider's page that leads back: the address it would send the browser to. */
  const signedInThere = async (who: Visitor, login: string, vers = ""): Promise<string> => {
    const page = await who.open(`/connexion${vers}`);
    match(plain(page.text), /Se connecter avec Mon École/);
    const csrf = hiddenOf(page.text)._csrf!;
    const left = await who.send("POST", `/connexion/ecole${vers}`, new URLSearchParams({ _csrf: csrf }).toString());
    equal(left.status, 200);
    const url = /href="(http:\/\/127[^"]+)"/.exec(left.text)![1]!.replaceAll("&amp;", "&");
    return throughProvider(url, login);
  };

  /** From the page of their account to the service, which asks them anew, and back. */
  const tied = async (who: Visitor, login: string): Promise<Awaited<ReturnType<Visitor["open"]>>> => {
    const page = await who.open("/compte/ecole");
    const left = await who.sendFrom(page, "/compte/ecole", { do: "link" });
    const url = /href="(http:\/\/127[^"]+)"/.exec(left.text)![1]!.replaceAll("&amp;", "&");
    match(url, /prompt=login/);
    return who.open(pathOf(await throughProvider(url, login)));
  };
  const entered = async (person: Invented, means: readonly Means[] = ["password"], school = "/faire-ess") => {
    const who = visitor(app, school);
    who.cookies.set(SESSION_COOKIE, await openedSession(world, person, means));
    return who;
  };

  it("is not let in by the address of an account, be it the same, and is told how to tie the two", async () => {
    peer.people.set("nadia", { email: "Nadia@exemple.fr", email_verified: true, name: "Nadia Benali" });
    const known = await makeAccount(world, { name: "Nadia", address: "nadia@exemple.fr" });
    await giveRoles(world, known, ["administrator"]);
    await staysOut("nadia", /n’est pas relié à ce service.*Connectez-vous autrement, puis ouvrez/);
  });

  it("ties their account to it themselves, signed in, and is told by mail", async () => {
    const [{ id: nadia }] = (await accountsCalled("Nadia")) as [{ id: string }];
    const she = await entered({ account: nadia, name: "Nadia", address: "nadia@exemple.fr" });
    match(plain((await she.open("/compte")).text), /Service de connexion de l’école/);
    match(plain((await she.open("/compte/ecole")).text), /Votre compte n’est relié à aucun service/);
    equal((await tied(she, "nadia")).location, "/compte/ecole?fait=relie");
    match(plain((await she.open("/compte/ecole?fait=relie")).text), /ouvre maintenant votre compte.*127\.0\.0\.1/);
    const mails = await withSchool(world.db, DEPLOYMENT, (tx) =>
      tx.selectFrom("mail").select("subject").where("to_address", "=", "nadia@exemple.fr").orderBy("id").execute(),
    );
    ok(mails.some(({ subject }) => /ouvre maintenant votre compte/.test(subject)));
  });

  it("is let in as themselves by the service that they tied their account to, and may work at once", async () => {
    const she = visitor(app, "/faire-ess");
    const back = await signedInThere(she, "nadia", "?vers=%2Ffaire-ess%2Fequipe");
    const entered = await she.open(pathOf(back));
    equal(entered.location, "/equipe", plain(entered.text));
    const team = await she.open("/equipe");
    equal(team.status, 200);
    ok(!plain(team.text).includes("n’a pas encore de seconde preuve"));
  });

  it("is known again by the service's own name for them, whatever their address became", async () => {
    peer.people.set("nadia", { email: "autre@exemple.fr", email_verified: true, name: "Nadia Benali" });
    const she = visitor(app, "/faire-ess");
    const entered = await she.open(pathOf(await signedInThere(she, "nadia")));
    equal(entered.location, "/compte?entree=1", "to what they came back for");
    ok(she.cookies.has("livret_known"));
    match(plain((await she.open("/compte/acces")).text), /nadia@exemple\.fr/);
  });

  it("gets an account where they had none", async () => {
    peer.people.set("luc", { email: "luc@exemple.fr", email_verified: true, name: "Luc Petit" });
    const he = visitor(app, "/faire-ess");
    equal((await he.open(pathOf(await signedInThere(he, "luc")))).location, "/compte?entree=1");
    match(plain((await he.open("/compte")).text), /Luc Petit/);
    equal((await he.open("/equipe")).status, 403);
  });

  const accountsCalled = (name: string) =>
    withSchool(world.db, DEPLOYMENT, (tx) => tx.selectFrom("account").select("id").where("name", "=", name).execute());

  const staysOut = async (login: string, said: RegExp) => {
    const who = visitor(app, "/faire-ess");
    const answer = await who.open(pathOf(await signedInThere(who, login)));
    equal(answer.status, 403);
    match(plain(answer.text), said);
    equal((await who.open("/compte")).status, 303);
  };

  it("stays out where the service does not vouch for the address, even one of an account here", async () => {
    await makeAccount(world, { name: "Cible", address: "cible@exemple.fr" });
    peer.people.set("mallory", { email: "cible@exemple.fr", email_verified: false, name: "Cible" });
    await staysOut("mallory", /ne confirme pas votre adresse électronique/);
  });

  const NOT_OURS = /ne correspond à aucune demande en cours/;
  const SETTINGS = /ne s’entendent pas : un réglage est à revoir/;
  const CLOCK = "OAUTH_JWT_TIMESTAMP_CHECK_FAILED";
  for (const [what, forge, said, code] of [
    ["another nonce", (claims: Claims) => ({ ...claims, nonce: "of another request" }), NOT_OURS, /nonce$/],
    ["no nonce", (claims: Claims) => ({ ...claims, nonce: undefined }), SETTINGS, /^OAUTH_INVALID_RESPONSE$/],
    ["another audience", (claims: Claims) => ({ ...claims, aud: "another-client" }), SETTINGS, /aud$/],
    ["another issuer", (claims: Claims) => ({ ...claims, iss: "http://127.0.0.1:1" }), SETTINGS, /iss$/],
    [
      "a token that ended",
      (claims: Claims) => ({ ...claims, exp: 1_700_000_000, iat: 1_600_000_000 }),
      SETTINGS,
      new RegExp(`^${CLOCK} exp$`),
    ],
    [
      "a clock that is ahead",
      (claims: Claims) => ({ ...claims, nbf: Number(claims.iat) + 600 }),
      SETTINGS,
      new RegExp(`^${CLOCK} nbf$`),
    ],
  ] as const)
    it(`stays out where the service comes with ${what}, which is told by its own sentence and in the log`, async () => {
      peer.forge = forge;
      await staysOut("luc", said);
      ok("problem" in came);
      match(came.code!, code);
    });

  it("is told what to do where the secret is wrong, or where the service died in the midst", async () => {
    const other = await startProvider(() => [PUBLIC + BACK]);
    other.people.set("luc", { email: "luc@exemple.fr", email_verified: true, name: "Luc Petit" });
    const { issuer, clientId, clientSecret } = other;
    for (const [secret, status, said, code] of [
      ["another", 403, SETTINGS, /^invalid_client/],
      [
        clientSecret,
        503,
        /ne répond pas. Réessayez dans quelques minutes/,
        /^(?:ECONNREFUSED|ECONNRESET|UND_ERR_SOCKET)/,
      ],
    ] as const) {
      const real = openProvider({ school: "faire-ess", issuer, clientId, clientSecret: secret, name: "Mon École" });
      const provider: Provider = { ...real, cameBack: async (...back) => (came = await real.cameBack(...back)) };
      const elsewhere = await buildServer({ ...world, provider }, { perMinute: 1_000_000 });
      const who = visitor(elsewhere, "/faire-ess");
      const back = await signedInThere(who, "luc");
      if (status === 503) await other.close();
      const answer = await who.open(pathOf(back));
      equal(answer.status, status);
      match(plain(answer.text), said);
      ok("problem" in came);
      match(came.code!, code);
      await elsewhere.close();
    }
  });

  it("has a name that can be read, whatever the service calls them", async () => {
    for (const [login, name, shown] of [
      ["nul", "A\0\u202eB", /A<span class="rest"> B/],
      ["blank", " ", /blank/],
    ] as const) {
      peer.people.set(login, { email: `${login}@exemple.fr`, email_verified: true, name });
      const who = visitor(app, "/faire-ess");
      equal((await who.open(pathOf(await signedInThere(who, login)))).status, 303);
      match(/class="who"[^]*?<\/a>/.exec((await who.open("/compte")).text)![0], shown);
    }
  });

  it("may no more from the moment a role is taken back, though still signed in", async () => {
    peer.people.set("rose", { email: "rose@exemple.fr", email_verified: true, name: "Rose" });
    const known = await makeAccount(world, { name: "Rose", address: "rose@exemple.fr" });
    await giveRoles(world, known, ["administrator"]);
    await tied(await entered(known), "rose");
    const she = visitor(app, "/faire-ess");
    await she.open(pathOf(await signedInThere(she, "rose")));
    equal((await she.open("/equipe")).status, 200);
    const grants = await withSchool(world.db, "faire-ess", (tx) =>
      tx.selectFrom("role_grant").select("id").where("account", "=", known.account).execute(),
    );
    const how = { actor: { kind: "operator" }, establishment: "faire-ess" } as const;
    for (const { id } of grants)
      equal((await perform(world, takeRole, { ...how, attempt: newAttempt(), input: { id } })).kind, "done");
    equal((await she.open("/equipe")).status, 403);
    equal((await she.open("/compte")).status, 200);
  });

  it("stays out where another state comes back, or that of another browser", async () => {
    const one = visitor(app, "/faire-ess");
    const two = visitor(app, "/faire-ess");
    const ones = await signedInThere(one, "luc");
    const twos = await signedInThere(two, "luc");
    equal((await two.open(pathOf(ones))).status, 403);
    const altered = new URL(twos);
    altered.searchParams.set("state", "x".repeat(43));
    const three = visitor(app, "/faire-ess");
    await signedInThere(three, "luc");
    equal((await three.open(pathOf(altered.href))).status, 403);
    equal((await three.open("/compte")).status, 303);
  });

  it("stays out where the way back is taken a second time, or too late", async () => {
    const he = visitor(app, "/faire-ess");
    const back = await signedInThere(he, "luc");
    const cookies = new Map(he.cookies);
    equal((await he.open(pathOf(back))).status, 303);
    const again = visitor(app, "/faire-ess");
    for (const [name, value] of cookies) again.cookies.set(name, value);
    equal((await again.open(pathOf(back))).status, 403);
    const slow = visitor(app, "/faire-ess");
    const late = await signedInThere(slow, "luc");
    now = new Date(now.getTime() + 15 * 60_000);
    equal((await slow.open(pathOf(late))).status, 403);
  });

  it("stays out where they gave up there, and is told so", async () => {
    const he = visitor(app, "/faire-ess");
    const back = new URL(await signedInThere(he, "luc"));
    const gaveUp = await he.open(
      `${BACK.slice("/faire-ess".length)}?error=access_denied&state=${back.searchParams.get("state")}`,
    );
    match(plain(gaveUp.text), /a refusé, ou vous avez renoncé/);
  });

  describe("and has no password here, when what they do binds them", () => {
    const TOKEN = { do: "make", label: "export", reach: "read", until: "" };
    /** Signed in 31 minutes ago, a form sent, and asked who they are. */
    const asked = async (): Promise<{ who: Visitor; page: Awaited<ReturnType<Visitor["open"]>> }> => {
      peer.people.set("zoe", { email: "zoe@exemple.fr", email_verified: true, name: "Zoé" });
      now = new Date(Date.now() - 31 * 60_000);
      const who = visitor(app, "/faire-ess");
      await who.open(pathOf(await signedInThere(who, "zoe")));
      now = new Date();
      const until = new Date(now.getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
      const page = await who.fill("/compte/jetons", { ...TOKEN, until });
      match(plain(page.text), /Confirmez que c’est bien vous.*Confirmer avec Mon École/);
      match(page.text, /action="\/faire-ess\/connexion\/ecole"\s+target="_blank"/);
      return { who, page };
    };
    /** In the other tab, to the service and back. */
    const confirmed = async (who: Visitor, page: { text: string }, login: string) => {
      const body = new URLSearchParams({ _csrf: hiddenOf(page.text)._csrf!, again: "1" });
      const left = await who.send("POST", "/connexion/ecole", body.toString());
      const url = /href="(http:\/\/127[^"]+)"/.exec(left.text)![1]!.replaceAll("&amp;", "&");
      match(url, /prompt=login/);
      match(url, /max_age=0/);
      return who.open(pathOf(await throughProvider(url, login)));
    };

    it("is asked there anew, in another tab, and what was sent goes on", async () => {
      const { who, page } = await asked();
      const before = who.cookies.get(SESSION_COOKIE);
      match(plain((await who.sendFrom(page, "/compte/jetons", {})).text), /Confirmez que c’est bien vous/);
      const back = await confirmed(who, page, "zoe");
      match(plain(back.text), /C’est confirmé/);
      notEqual(who.cookies.get(SESSION_COOKIE), before);
      match((await who.sendFrom(page, "/compte/jetons", {})).text, /livret_[\w-]{32}/);
      const other = visitor(app, "/faire-ess");
      other.cookies.set(SESSION_COOKIE, before!);
      equal((await other.open("/compte")).status, 303, "the session before opens nothing any more");
    });

    it("is not confirmed by somebody else’s answer, nor by an answer given earlier", async () => {
      const { who, page } = await asked();
      match(plain((await confirmed(who, page, "luc")).text), /sous un autre nom/);
      peer.forge = (claims) => ({ ...claims, auth_time: Number(claims.auth_time) - 60 });
      match(plain((await confirmed(who, page, "zoe")).text), /ne dit pas vous avoir redemandé/);
      peer.forge = ({ auth_time: _gone, ...claims }) => claims;
      match(plain((await confirmed(who, page, "zoe")).text), /ne dit pas vous avoir redemandé/);
      match(plain((await who.sendFrom(page, "/compte/jetons", {})).text), /Confirmez que c’est bien vous/);
    });
  });

  describe("and works in another school too", () => {
    let known: Invented;
    before(async () => {
      peer.people.set("ada", { email: "ada@mon-ecole.fr", email_verified: true, name: "Ada" });
      known = await makeAccount(world, { name: "Ada", address: "ada@exemple.fr" });
      await giveRoles(world, known, ["administrator"]);
      await giveRoles(world, known, ["administrator"], "autre-ecole");
      peer.forge = undefined;
      now = new Date();
      equal((await tied(await entered(known), "ada")).location, "/compte/ecole?fait=relie");
    });
    /** Signed in by the service of the first school, in both schools of one browser. */
    const vouched = async () => {
      const here = visitor(app, "/faire-ess");
      equal((await here.open(pathOf(await signedInThere(here, "ada")))).location, "/compte?entree=1");
      const there = visitor(app, "/autre-ecole");
      there.cookies.set(SESSION_COOKIE, here.cookies.get(SESSION_COOKIE)!);
      return { here, there };
    };

    it("is nobody there by the word of this one’s service, and is told so and how to prove otherwise", async () => {
      const { here, there } = await vouched();
      equal((await here.open("/equipe")).status, 200);
      const shut = await there.open("/equipe");
      equal(shut.location, "/connexion?vers=%2Fautre-ecole%2Fequipe");
      equal((await there.open("/compte")).status, 303, "nor the account as a candidate sees it");
      match(
        plain((await there.open(shut.location)).text),
        /connecté par le service de connexion de .*qui ne vaut que pour elle. Pour École du Ponant, montrez autrement/,
      );
      const form = { address: known.address, password: PASSWORD };
      equal((await there.fill(shut.location, form)).location, "/equipe");
      match((await there.open("/equipe")).location!, /second-facteur/, "and gives a second proof of their own");
      equal((await here.open("/compte")).status, 303, "the session of the service ended when another took its place");
    });

    it("has one proof there, and not two, with the password added to the service’s word", async () => {
      const { here, there } = await vouched();
      const asked = await here.fill("/compte/adresse", { address: "voleur@exemple.fr" });
      await here.sendFrom(asked, "/compte/adresse", { "again-password": PASSWORD });
      there.cookies.set(SESSION_COOKIE, here.cookies.get(SESSION_COOKIE)!);
      equal((await here.open("/equipe")).status, 200);
      equal((await there.open("/compte")).status, 200);
      match((await there.open("/equipe")).location!, /second-facteur/);
      match((await there.open("/compte/second-facteur")).location!, /compte\/preuves/, "which asks, and does not loop");
    });

    it("changes nothing by it that counts in every school: address and second proofs ask for the password", async () => {
      const { here } = await vouched();
      const asked = await here.fill("/compte/adresse", { address: "voleur@exemple.fr" });
      match(plain(asked.text), /compte dans toutes les écoles.*qui ne vaut que pour elle. Donnez votre mot de passe/);
      ok(!plain(asked.text).includes("Confirmer avec Mon École"));
      equal((await here.sendFrom(asked, "/compte/adresse", { "again-password": "pas du tout ça" })).status, 422);
      for (const path of ["/compte/preuves", "/compte/preuves/application", "/compte/ecole"])
        match(plain((await here.sendFrom(asked, path, { do: "begin" })).text), /compte dans toutes les écoles/);
      const actor = await actorOf(world, here.cookies.get(SESSION_COOKIE)!);
      const outcome = await perform(world, beginGenerator, {
        actor,
        establishment: "faire-ess",
        attempt: newAttempt(),
        input: {},
      });
      equal(outcome.kind, "invalid", "nor by another door");
      equal((await here.sendFrom(asked, "/compte/adresse", { "again-password": PASSWORD })).status, 303);
    });

    it("has no token there by it", async () => {
      const { here } = await vouched();
      const actor = await actorOf(world, here.cookies.get(SESSION_COOKIE)!);
      const until = new Date(now.getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
      const made = async (school: string) => {
        const input = { school, label: "export", reach: "read" as const, until };
        return perform(world, makeToken, { actor, establishment: school, attempt: newAttempt(), input });
      };
      equal((await made("faire-ess")).kind, "done");
      equal((await made("autre-ecole")).kind, "forbidden");
    });

    it("signs nothing there by it: what is signed says how one was recognised there", async () => {
      const { here } = await vouched();
      const actor = await actorOf(world, here.cookies.get(SESSION_COOKIE)!);
      const said = (school: string) => withSchool(world.db, school, (tx) => recognisedBy(tx, actor));
      deepEqual(await said("faire-ess"), ["provider"]);
      deepEqual(await said("autre-ecole"), []);
    });

    it("finds no button of that service in the other school, and cannot come back from it there", async () => {
      const there = visitor(app, "/autre-ecole");
      equal(plain((await there.open("/connexion")).text).includes("Mon École"), false);
      const csrf = hiddenOf((await there.open("/connexion")).text)._csrf!;
      equal((await there.send("POST", "/connexion/ecole", `_csrf=${csrf}`)).status, 404);
      equal((await there.open("/connexion/ecole/retour?code=a&state=b")).status, 404);
    });
  });

  it("is tied by nobody else: not by another session, nor to a person there who opens another account", async () => {
    peer.people.set("tom", { email: "tom@exemple.fr", email_verified: true, name: "Tom" });
    const tom = await makeAccount(world, { name: "Tom", address: "tom@exemple.fr" });
    const he = await entered(tom);
    const left = await he.sendFrom(await he.open("/compte/ecole"), "/compte/ecole", { do: "link" });
    const url = /href="(http:\/\/127[^"]+)"/.exec(left.text)![1]!.replaceAll("&amp;", "&");
    const back = pathOf(await throughProvider(url, "tom"));
    // Somebody else signed in on this computer while he was there.
    const next = await makeAccount(world, { name: "Suivante", address: "suivante@exemple.fr" });
    he.cookies.set(SESSION_COOKIE, await openedSession(world, next));
    match(plain((await he.open(back)).text), NOT_OURS);
    match(plain((await tied(await entered(tom), "luc")).text), /ouvre déjà un autre compte/);
  });

  it("unties it, and is out of every session that it had opened", async () => {
    peer.people.set("remi", { email: "remi@exemple.fr", email_verified: true, name: "Rémi" });
    const remi = await makeAccount(world, { name: "Rémi", address: "remi@exemple.fr" });
    const he = await entered(remi);
    await tied(he, "remi");
    const by = visitor(app, "/faire-ess");
    await by.open(pathOf(await signedInThere(by, "remi")));
    equal((await by.open("/compte")).status, 200);
    const tie = /name="tie" value="([^"]*)"/.exec((await he.open("/compte/ecole")).text)![1]!;
    equal((await he.fill("/compte/ecole", { do: "", tie })).location, "/compte/ecole?fait=detache");
    equal((await by.open("/compte")).status, 303);
    equal((await he.open("/compte")).status, 200);
    await staysOut("remi", /n’est pas relié à ce service/);
  });

  it("opens no more an account that it made, once the owner of its address chose a password", async () => {
    peer.people.set("val", { email: "val@exemple.fr", email_verified: true, name: "Val" });
    const by = visitor(app, "/faire-ess");
    await by.open(pathOf(await signedInThere(by, "val")));
    equal((await by.open("/compte")).status, 200);
    const owner = visitor(app, "/autre-ecole");
    await owner.fill("/connexion/code", { address: "val@exemple.fr" });
    await owner.fill("/connexion/code/recu", { code: await lastCode(world, "val@exemple.fr") });
    equal((await owner.fill("/connexion/mot-de-passe", { password: PASSWORD })).status, 303);
    equal((await by.open("/compte")).status, 303);
    await staysOut("val", /n’est pas relié à ce service/);
  });

  it("is told that the service does not answer, where it does not", async () => {
    const off = { issuer: "http://127.0.0.1:1", clientId: "a", clientSecret: "b", name: undefined };
    const gone = openProvider({ school: "faire-ess", ...off });
    const other = await testWorldOf({ provider: gone, publicUrl: PUBLIC });
    const elsewhere = await buildServer(other.world, { perMinute: 1_000_000 });
    const who = visitor(elsewhere, "/faire-ess");
    const page = await who.open("/connexion");
    const csrf = hiddenOf(page.text)._csrf!;
    const answer = await who.send("POST", "/connexion/ecole", new URLSearchParams({ _csrf: csrf }).toString());
    match(plain(answer.text), /ne répond pas/);
    await elsewhere.close();
    await other.close();
  });

  it("cannot be let in by a token that another key signed", async () => {
    peer.forgeKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    peer.forge = (claims) => claims;
    const he = visitor(app, "/faire-ess");
    const answer = await he.open(pathOf(await signedInThere(he, "luc")));
    notEqual(answer.status, 303);
  });
});

const pathOf = (url: string) => url.slice(PUBLIC.length + "/faire-ess".length);

/** At the provider, as a browser would: its cookies kept, its forms filled in, until it leads back to us. */
async function throughProvider(start: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 12; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const method = body ? "POST" : "GET";
    const answer = await fetch(url, { method, redirect: "manual", headers: { cookie }, ...(body && { body }) });
    for (const set of answer.headers.getSetCookie()) {
      const [name, value] = set.split(";")[0]!.split(/=(.*)/s, 2) as [string, string];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    body = undefined;
    const to = answer.headers.get("location");
    if (to !== null) {
      url = new URL(to, url).href;
      if (url.startsWith(PUBLIC)) return url;
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`the provider shows no form: ${page.slice(0, 2000)}`);
    url = new URL(action.replaceAll("&amp;", "&"), url).href;
    body = new URLSearchParams(hiddenOf(page));
    for (const [, name, value] of page.matchAll(/type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g))
      body.set(name!, value!);
    if (/name="login"/.test(page)) {
      body.set("login", login);
      body.set("password", "whatever");
    }
  }
  throw new Error("the provider never led back");
}
