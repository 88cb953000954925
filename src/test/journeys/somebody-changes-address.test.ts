import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { perform } from "../../act/act.ts";
import { PROVEN_TABLES } from "../../house/house.ts";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { removeProofs } from "../../people/address/acts.ts";
import { postMail } from "../../mail/post.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { aDossier } from "../dossiers.ts";
import {
  actorOf,
  addGeneratorTo,
  giveRoles,
  type Invented,
  lastCode,
  makeAccount,
  openedSession,
  PASSWORD,
} from "../people.ts";
import { testWorldOf } from "../server.ts";
import { plain } from "./sent-forms.ts";
import { newAttempt } from "../world.ts";
import { type Visitor, visitor } from "./visitor.ts";

describe("somebody changes address, or lost theirs", () => {
  let world: World;
  let close: () => Promise<void>;
  let app: FastifyInstance;
  let now = new Date("2026-11-25T20:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
  });

  const entered = async (person: Invented, means: ("password" | "totp")[] = ["password"]): Promise<Visitor> => {
    const who = visitor(app, "/faire-ess");
    who.cookies.set(SESSION_COOKIE, await openedSession(world, person, means));
    return who;
  };
  const mailsTo = (address: string, place = DEPLOYMENT) =>
    withSchool(world.db, place, (tx) =>
      tx.selectFrom("mail").select(["subject", "paragraphs"]).where("to_address", "=", address).orderBy("id").execute(),
    );
  /** The school knows whom it has written to. */
  const writtenTo = ({ account, address }: Invented, school = "faire-ess") =>
    withSchool(world.db, school, (tx) => {
      const about = `account:${account}`;
      return postMail(tx, {
        reader: about,
        to: address,
        lang: "fr",
        subject: "Bonjour",
        paragraphs: [],
        about,
        at: now,
      });
    });

  it("proves the new address by a code, signs in with it, and the old one is told", async () => {
    const person = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    const she = await entered(person);
    const poor = await she.fill("/compte/adresse", { address: "claire" });
    equal(poor.status, 422);
    equal((await she.fill("/compte/adresse", { address: "claire@neuf.fr" })).location, "/compte/adresse/code");
    const code = await lastCode(world, "claire@neuf.fr");
    const wrong = code === "000000" ? "000001" : "000000";
    match(plain((await she.fill("/compte/adresse/code", { code: wrong })).text), /Il reste 4 essais/);
    equal((await she.fill("/compte/adresse/code", { code })).location, "/compte/acces");
    match(plain((await she.open("/compte/acces")).text), /claire@neuf\.fr/);
    const told = await mailsTo("claire@exemple.fr");
    ok(told.some(({ subject }) => /adresse de votre compte a été changée/.test(subject)));
    const signIn = (address: string) => visitor(app, "/faire-ess").fill("/connexion", { address, password: PASSWORD });
    equal((await signIn("claire@neuf.fr")).status, 303);
    equal((await signIn("claire@exemple.fr")).status, 422);
  });

  it("cannot take the address of somebody else, whose mailbox they share", async () => {
    await makeAccount(world, { name: "Luc", address: "luc@exemple.fr" });
    const she = await entered(await makeAccount(world, { name: "Ève", address: "eve@exemple.fr" }));
    await she.fill("/compte/adresse", { address: "luc@exemple.fr" });
    const refused = await she.fill("/compte/adresse/code", { code: await lastCode(world, "luc@exemple.fr") });
    match(plain(refused.text), /Un autre compte a déjà cette adresse/);
  });

  it("changes the name they are called by", async () => {
    const she = await entered(await makeAccount(world, { name: "Anne Martin", address: "anne@exemple.fr" }));
    equal((await she.fill("/compte/nom", { name: "Anne Dupont" })).location, "/compte/acces");
    match(plain((await she.open("/compte")).text), /Anne Dupont/);
    ok((await mailsTo("anne@exemple.fr")).some(({ subject }) => /Votre nom a été changé/.test(subject)));
  });

  it("is helped by an administrator who says how they made sure, and enters by the new address alone", async () => {
    const lost = await makeAccount(world, { name: "Rose", address: "rose@perdue.fr" });
    await writtenTo(lost);
    const rose = await entered(lost);
    const admin = await makeAccount(world, { name: "Nadia", address: "nadia@exemple.fr" });
    await giveRoles(world, admin, ["administrator"]);
    const she = await entered(admin, ["password", "totp"]);
    const silent = await she.fill("/equipe/aider", { address: "rose@perdue.fr", what: "address", to: "rose@neuve.fr" });
    match(plain(silent.text), /Dites comment vous vous en êtes assuré/);
    const asked = {
      address: "rose@perdue.fr",
      what: "address",
      to: "rose@neuve.fr",
      reason: "Venue au guichet, passeport",
    };
    match(plain((await she.fill("/equipe/aider", asked)).text), /Le compte de Rose a été changé/);
    equal((await rose.open("/compte")).status, 303, "her sessions ended");
    for (const address of ["rose@perdue.fr", "rose@neuve.fr"]) {
      equal((await rose.fill("/connexion", { address, password: PASSWORD })).status, 422);
      ok((await mailsTo(address)).some(({ subject }) => /L’école a changé l’adresse/.test(subject)));
    }
    await rose.fill("/connexion/code", { address: "rose@neuve.fr" });
    const given = await rose.fill("/connexion/code/recu", { code: await lastCode(world, "rose@neuve.fr") });
    equal(given.location, "/compte?entree=1");
    match(plain((await rose.open("/compte")).text), /Rose/);
    const [help] = await withSchool(world.db, DEPLOYMENT, (tx) => tx.selectFrom("account_help").selectAll().execute());
    equal(help!.reason, "Venue au guichet, passeport");
    equal(help!.helped_by, admin.account);
  });

  it("has their lost telephone removed by an administrator, and adds another", async () => {
    const colleague = await makeAccount(world, { name: "Inès", address: "ines@exemple.fr" });
    await giveRoles(world, colleague, ["finance"]);
    const { token } = await addGeneratorTo(world, colleague);
    const admin = await makeAccount(world, { name: "Salma", address: "salma@exemple.fr" });
    await giveRoles(world, admin, ["administrator"]);
    const she = await entered(admin, ["password", "totp"]);
    const asked = { address: "ines@exemple.fr", what: "proofs", reason: "Appelée à son poste" };
    match(plain((await she.fill("/equipe/aider", asked)).text), /Le compte de Inès a été changé/);
    const ines = visitor(app, "/faire-ess");
    ines.cookies.set(SESSION_COOKIE, token);
    equal((await ines.open("/compte")).status, 303);
    await ines.fill("/connexion", { address: "ines@exemple.fr", password: PASSWORD });
    match((await ines.open("/compte/second-facteur")).location!, /\/compte\/preuves/);
    const own = { address: "salma@exemple.fr", what: "proofs", reason: "moi-même" };
    equal((await she.fill("/equipe/aider", own)).status, 422);
  });

  it("is not helped by a school that does not know them, nor by one administrator into another school", async () => {
    const stranger = await makeAccount(world, { name: "Paul", address: "paul@exemple.fr" });
    const director = await makeAccount(world, { name: "Zoé", address: "zoe@ailleurs.fr" });
    await giveRoles(world, director, ["director"], "autre-ecole");
    await writtenTo(director);
    const admin = await makeAccount(world, { name: "Ada", address: "ada@exemple.fr" });
    await giveRoles(world, admin, ["administrator"]);
    const she = await entered(admin, ["password", "totp"]);
    for (const address of [stranger.address, director.address, "personne@exemple.fr"]) {
      const asked = { address, what: "address", to: "voleur@exemple.fr", reason: "parce que" };
      const refused = await she.fill("/equipe/aider", asked);
      equal(refused.status, 422);
      match(plain(refused.text), /L’école ne connaît aucun compte à cette adresse/);
    }
    const clerk = await makeAccount(world, { name: "Bob", address: "bob@exemple.fr" });
    await giveRoles(world, clerk, ["director"]);
    equal((await (await entered(clerk, ["password", "totp"])).open("/equipe/aider")).status, 403);
  });

  it("is offered a role, which is worth nothing to anybody until they accept it", async () => {
    const paul = await makeAccount(world, { name: "Paul", address: "paul@offre.fr" });
    const admin = await makeAccount(world, { name: "Nour", address: "nour@exemple.fr" });
    await giveRoles(world, admin, ["administrator"]);
    const she = await entered(admin, ["password", "totp"]);
    const offer = (role: string) => she.fill("/equipe", { do: "", address: paul.address, role });
    equal((await offer("finance")).location, "/equipe?fait=confie");
    match(plain((await she.open("/equipe")).text), /Rôles proposés et sans réponse.*paul@offre\.fr/s);
    const theft = { address: paul.address, what: "address", to: "voleur@exemple.fr", reason: "au guichet" };
    const unhelped = async () => {
      const refused = await she.fill("/equipe/aider", theft);
      equal(refused.status, 422);
      match(plain(refused.text), /L’école ne connaît aucun compte à cette adresse/);
    };
    await unhelped();

    const he = await entered(paul, ["password", "totp"]);
    match(plain((await he.open("/compte")).text), /vous propose un rôle/);
    deepEqual((await actorOf(world, he.cookies.get(SESSION_COOKIE)!)).roles, []);
    const [mail] = (await mailsTo(paul.address, "faire-ess")).filter(({ subject }) =>
      /Un rôle vous est proposé/.test(subject),
    );
    match(JSON.stringify(mail!.paragraphs), /Il ne vaut rien tant que vous ne l’avez pas accepté/);
    const page = await he.open("/compte/roles");
    equal((await he.sendFrom(page, "/compte/roles", { do: "decline" })).location, "/compte");
    equal(/vous propose un rôle/.test((await he.open("/compte")).text), false);
    await unhelped();
    // What was declined cannot be accepted by the page that showed it.
    await he.sendFrom(page, "/compte/roles", { do: "accept", _attempt: "" });
    deepEqual((await actorOf(world, he.cookies.get(SESSION_COOKIE)!)).roles, []);

    await offer("finance");
    const taking = (await she.open("/equipe")).text.match(/\/equipe\/retirer\/[0-9a-f-]{36}/g)!.at(-1)!;
    const [shown, elsewhere] = [await she.open(taking), await she.open(taking)];
    match(
      plain((await she.sendFrom(shown, taking, {})).text),
      /La proposition du rôle «\sfinances\s», faite à paul@offre\.fr, est retirée/,
    );
    // The same form again did it; the one of another tab did not, and is told so.
    equal((await she.sendFrom(shown, taking, {})).location, "/equipe?fait=retire");
    equal((await she.sendFrom(elsewhere, taking, {})).location, "/equipe?fait=deja");
    match(plain((await she.open("/equipe?fait=deja")).text), /Ce rôle n’était déjà plus là/);
    await he.fill("/compte/roles", { do: "accept" });
    deepEqual((await actorOf(world, he.cookies.get(SESSION_COOKIE)!)).roles, [], "it was taken back before");

    await offer("finance");
    equal((await he.fill("/compte/roles", { do: "accept" })).location, "/compte");
    deepEqual((await actorOf(world, he.cookies.get(SESSION_COOKIE)!)).roles, ["finance"]);
    match(
      plain((await she.fill("/equipe/aider", { ...theft, to: "paul@neuve.fr" })).text),
      /Le compte de Paul a été changé/,
    );
    const told = (await mailsTo(paul.address)).find(({ subject }) => /L’école a changé l’adresse/.test(subject));
    match(JSON.stringify(told!.paragraphs), /dites-le tout de suite à la direction/);
  });

  it("is not helped by another school, whatever it is to them, while this one holds a dossier of theirs", async () => {
    const rose = await makeAccount(world, { name: "Rose", address: "rose@dossier.fr" });
    const admin = await makeAccount(world, { name: "Eve", address: "eve@ailleurs.fr" });
    await giveRoles(world, admin, ["administrator"], "autre-ecole");
    await giveRoles(world, rose, ["interviewer"], "autre-ecole");
    const eve = await actorOf(world, await openedSession(world, admin, ["password", "totp"]), "autre-ecole");
    const help = () =>
      perform(world, removeProofs, {
        actor: eve,
        establishment: "autre-ecole",
        attempt: newAttempt(),
        input: { school: "autre-ecole", address: rose.address, reason: "au guichet" },
      });
    equal((await help()).kind, "done", "until there is one");
    await aDossier(world, rose);
    equal((await help()).kind, "invalid");
  });

  it("accepts a role on the last day it is offered for and not on the next, when the school offers it again", async () => {
    const admin = await makeAccount(world, { name: "Iris", address: "iris@exemple.fr" });
    await giveRoles(world, admin, ["administrator"]);
    const lea = await makeAccount(world, { name: "Léa", address: "lea@offre.fr" });
    const days = (count: number) => (now = new Date(now.getTime() + count * 86_400_000));
    const offer = async (role: string) => {
      const she = await entered(admin, ["password", "totp"]);
      equal((await she.fill("/equipe", { do: "", address: lea.address, role })).location, "/equipe?fait=confie");
    };
    await offer("finance");
    const [mail] = (await mailsTo(lea.address, "faire-ess")).slice(-1);
    match(plain(JSON.stringify(mail!.paragraphs)), /Vous pouvez répondre jusqu’au 25 décembre 2026/);
    days(30);
    const onTime = await entered(lea, ["password", "totp"]);
    match(plain((await onTime.open("/compte/roles")).text), /À accepter jusqu’au 25 décembre 2026/);
    equal((await onTime.fill("/compte/roles", { do: "accept" })).location, "/compte");
    deepEqual((await actorOf(world, onTime.cookies.get(SESSION_COOKIE)!)).roles, ["finance"]);

    await offer("director");
    days(30);
    const late = await entered(lea, ["password", "totp"]);
    const shown = await late.open("/compte/roles");
    now = new Date("2027-01-24T23:00:00Z");
    late.cookies.set(SESSION_COOKIE, await openedSession(world, lea, ["password", "totp"]));
    const { text } = await late.sendFrom(shown, "/compte/roles", { do: "accept" });
    match(plain(text), /n’a pas été accepté à temps : la proposition a pris fin/);
    match(plain(text), /A pris fin le 24 janvier 2027.*demandez-lui de vous proposer ce rôle de nouveau/s);
    equal(/vous propose un rôle/.test(plain((await late.open("/compte")).text)), false);
    deepEqual((await actorOf(world, late.cookies.get(SESSION_COOKIE)!)).roles, ["finance"]);

    const she = await entered(admin, ["password", "totp"]);
    const team = await she.open("/equipe");
    match(plain(team.text), /proposé le 25 décembre 2026 : sans réponse le 24 janvier 2027, la proposition a pris fin/);
    const again = { do: "", address: lea.address, role: "director" };
    equal((await she.sendFrom(team, "/equipe", again)).location, "/equipe?fait=confie");
    match(plain((await she.open("/equipe")).text), /proposé le 25 janvier 2027, à accepter jusqu’au 24 février 2027/);
    equal((await late.fill("/compte/roles", { do: "accept" })).location, "/compte");
    deepEqual((await actorOf(world, late.cookies.get(SESSION_COOKIE)!)).roles, ["finance", "director"]);
    const { tampered } = await verifyAudit(world.db, {
      establishment: "faire-ess",
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    // The mails of this file's own hand stand in no act.
    deepEqual(
      tampered.filter(({ chain }) => chain.startsWith("staff:")),
      [],
    );
  });
});
