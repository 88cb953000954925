/** A school invites somebody without an account: a link by mail, a code, a page of their own, and what ends it. */
import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { perform, view } from "../../act/act.ts";
import { ACTS, PROVEN_TABLES, VIEWS } from "../../house/house.ts";
import type { Opened } from "../../db/open.ts";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { runDue } from "../../worker/run-due.ts";
import { guestOf } from "../../people/guests/views.ts";
import { recordBounce } from "../../mail/acts.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { buildServer } from "../../web/server.ts";
import { GUEST_COOKIE, SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { deed, giveRoles, lastCode, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { newAttempt } from "../world.ts";
import { plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const SCHOOL = "faire-ess";
const ANNE = "anne@exemple.fr";

describe("a guest", () => {
  let world: World;
  let opened: Opened;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let head: Visitor;
  let anne: Visitor;
  let link = "";
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, opened, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const person = await makeAccount(world, { name: "Camille Vidal", address: "camille@exemple.fr" });
    await giveRoles(world, person, ["head-of-training"]);
    head = visitor(app, `/${SCHOOL}`);
    head.cookies.set(SESSION_COOKIE, await openedSession(world, person, ["password", "totp"]));
    anne = visitor(app, `/${SCHOOL}`);
  });
  after(async () => {
    await app.close();
    await close();
  });

  const invite = (fields: Record<string, string> = {}) =>
    head.fill("/equipe/invites", {
      do: "",
      name: "Anne Martin",
      address: ANNE,
      roles: "interviewer",
      until: "2026-12-02",
      ...fields,
    });
  const mailsTo = (address: string, place = SCHOOL) =>
    withSchool(world.db, place, (tx) =>
      tx.selectFrom("mail").selectAll().where("to_address", "=", address).orderBy("id").execute(),
    );
  /** The link of the last invitation that was sent to an address. */
  const linkTo = async (address: string) => {
    const links = (await mailsTo(address))
      .map((mail) => JSON.stringify(mail))
      .flatMap((text) => /\/invitation\/[\w-]+/.exec(text) ?? []);
    return links.at(-1)!;
  };
  const askedCode = async (who: Visitor, path: string, address = ANNE) => {
    equal((await who.fill(path, { do: "send" })).location, path);
    return lastCode(world, address);
  };
  const later = (hours: number) => (now = new Date(now.getTime() + hours * 3_600_000));
  const cardOf = async (name: string) =>
    /(?<card>Anne Martin.*?Dernière visite \S+(?: \S+ \d{4})?)/.exec(
      plain((await head.open("/equipe/invites")).text).replace(name, name),
    )?.groups?.card ?? "";

  it("is named by the head of training, for one thing and until a day that the school allows", async () => {
    match(plain((await head.open("/compte")).text), /Invités/);
    const poor = await invite({ address: "anne", role: "" });
    equal(poor.status, 422);
    match(plain((await invite({ address: "anne" })).text), /Cette adresse n’est pas complète/);
    match(plain((await invite({ until: "2027-11-25" })).text), /Choisissez une fin parmi/);
    equal((await invite()).status, 303);
    match(plain((await invite()).text), /Cette personne est déjà invitée pour cela/);
    match(await cardOf("Anne"), /entretiens de sélection Jusqu’au 2 décembre 2026 Dernière visite jamais/);
    link = await linkTo(ANNE);
    ok(link);
    const [row] = await opened.asOwner((owner) => owner.query<{ row: string }>(`select g::text as row from guest g`));
    ok(!row!.row.includes(link.split("/").at(-1)!), "the hash alone is kept");
  });

  it("opens the link, which does nothing by itself and tells nobody the address, and receives a code by a button", async () => {
    const shown = await anne.open(link);
    match(
      plain(shown.text),
      /Anne Martin, l’école vous invite à conduire des entretiens de sélection, jusqu’au 2 décembre 2026/,
    );
    ok(!shown.text.includes(ANNE));
    equal((await mailsTo(ANNE, DEPLOYMENT)).length, 0);
    const code = await askedCode(anne, link);
    match(code, /^\d{6}$/);
    ok(!JSON.stringify(await mailsTo(ANNE)).includes(code), "whoever reads the school’s mails cannot come in as her");
    match(plain((await anne.open(link)).text), /Code de six chiffres/);
  });

  it("comes in with both, under a session of the school’s own choosing, and finds who let her in and what awaits her", async () => {
    anne.cookies.set(GUEST_COOKIE, "chosen-by-somebody-else-00000000");
    equal((await anne.open("/invite")).status, 403);
    const code = await lastCode(world, ANNE);
    const wrong = code === "000000" ? "000001" : "000000";
    match(plain((await anne.fill(link, { do: "", code: wrong })).text), /Il reste 4 essais/);
    equal((await anne.fill(link, { do: "", code })).location, "/invite");
    notEqual(anne.cookies.get(GUEST_COOKIE), "chosen-by-somebody-else-00000000");
    const home = await anne.open("/invite");
    match(
      plain(home.text),
      /Bonjour Anne Martin.*Ce qui vous attend Mes entretiens.*jusqu’au 2 décembre 2026.*Qui vous invite Camille Vidal/,
    );
    match(home.text, /href="\/faire-ess\/invite"[^>]*>.*Anne<span class="rest"> Martin/);
    match(await cardOf("Anne"), /Dernière visite 25 novembre 2026/);
  });

  it("sees where her invitation is open, and ends one of her sessions from another", async () => {
    const library = visitor(app, `/${SCHOOL}`, {
      "user-agent": "Mozilla/5.0 (X11; Linux x64; rv:140.0) Firefox/140.0",
    });
    const code = await askedCode(library, link);
    equal((await library.fill(link, { do: "", code })).location, "/invite");
    const home = await anne.open("/invite");
    match(plain(home.text), /\(cet appareil\) Depuis le 25 novembre 2026 à 10 h 00 Fermer ma session/);
    match(plain(home.text), /Firefox[^(]*Depuis le 25 novembre 2026 à 10 h 00 Fermer la connexion de : /);
    const sessions = [...home.text.matchAll(/name="session" value="([0-9a-f-]{36})"/g)].map(([, id]) => id!);
    equal(sessions.length, 2);
    const { actor } = (await guestOf(world.db, library.cookies.get(GUEST_COOKIE)!, {
      establishment: SCHOOL,
      at: now,
      today: "2026-11-25",
    }))!;
    equal((await anne.sendFrom(home, "/invite", { session: actor.session })).location, "/invite");
    equal((await library.open("/invite")).status, 403);
    equal((await anne.open("/invite")).status, 200, "this one is still open");
    // Somebody else's session is nobody's to end.
    equal((await anne.sendFrom(home, "/invite", { session: crypto.randomUUID() })).location, "/invite");
    equal((await anne.open("/invite")).status, 200);
  });

  it("takes a copy of what is held about her, without a secret", async () => {
    const copy = await anne.open("/invite/donnees");
    equal(copy.status, 200);
    const held = JSON.parse(copy.text) as { rows: Record<string, object[]>; happened: { act: string }[] };
    deepEqual(Object.keys(held.rows).sort(), ["guest", "guest_browser", "guest_session", "mail"]);
    ok(held.happened.some(({ act }) => act === "enterAsGuest"));
    ok(!/_hash/.test(copy.text));
  });

  it("may nothing but what she is invited for: no page of those who work here, no act or view of anybody with an account", async () => {
    for (const path of ["/compte", "/dossiers", "/equipe", "/equipe/invites", "/compte/jetons"])
      ok([303, 403].includes((await anne.open(path)).status), path);
    const guest = (await guestOf(world.db, anne.cookies.get(GUEST_COOKIE)!, {
      establishment: SCHOOL,
      at: now,
      today: "2026-11-25",
    }))!;
    deepEqual(guest.actor.roles, ["interviewer"]);
    const asked = { actor: guest.actor, establishment: SCHOOL, input: { "no such field": true } as never };
    const may: string[] = [];
    for (const act of ACTS)
      if ((await perform(world, act, { ...asked, attempt: newAttempt() })).kind !== "forbidden") may.push(act.name);
    for (const seen of VIEWS) if ((await view(world, seen, asked)).kind !== "forbidden") may.push(seen.name);
    const interviewing = [
      "guestWaiting",
      "saveGrid",
      "proposeGrid",
      "agreeGrid",
      "declareInterviewLink",
      "heldInterviews",
      "openGrid",
      "openHeardText",
      // The text that a candidate analyses may be a file.
      "openFile",
      "openFilesOf",
    ];
    const calendar = ["myCalendar", "seeGuestCalendar", "makeGuestCalendar", "revokeGuestCalendar"];
    deepEqual(new Set(may), new Set(["leaveAsGuest", "myInvitation", "myGuestData", ...calendar, ...interviewing]));
  });

  it("is nobody in another school, in another browser, or with a code for another address", async () => {
    const token = anne.cookies.get(GUEST_COOKIE)!;
    const elsewhere = { establishment: "autre-ecole", at: now, today: "2026-11-25" };
    equal(await guestOf(world.db, token, elsewhere), undefined);
    const stranger = visitor(app, `/${SCHOOL}`);
    equal((await stranger.open("/invite")).status, 403);
    equal((await stranger.open("/invitation/not-a-link")).status, 404);
    // A code that somebody had sent to themselves, with a link that is not theirs.
    await stranger.fill("/connexion/code", { address: "voleur@exemple.fr" });
    const code = await lastCode(world, "voleur@exemple.fr");
    const shown = await stranger.open(link);
    equal((await stranger.sendFrom(shown, link, { do: "", code })).status, 422);
    equal((await stranger.open("/invite")).status, 403);
    // A session as a guest opens no account, and the other way round.
    stranger.cookies.set(SESSION_COOKIE, token);
    equal((await stranger.open("/compte")).status, 303);
    stranger.cookies.set(GUEST_COOKIE, head.cookies.get(SESSION_COOKIE)!);
    equal((await stranger.open("/invite")).status, 403);
  });

  it("is not guessed: five tries a code, five codes an hour", async () => {
    const guesser = visitor(app, `/${SCHOOL}`);
    const right = await askedCode(guesser, link);
    const wrong = right === "000000" ? "000001" : "000000";
    for (let at = 0; at < 5; at++) equal((await guesser.fill(link, { do: "", code: wrong })).status, 422);
    match(plain((await guesser.fill(link, { do: "", code: right })).text), /Ce code ne vaut plus/);
    // With those of this hour before: hers, and that of the library.
    for (let at = 0; at < 2; at++) await askedCode(guesser, link);
    const refused = await guesser.fill(link, { do: "send" });
    equal(refused.status, 422);
    match(plain(refused.text), /Trop de codes ont été demandés pour cette adresse/);
  });

  it("leaves, and comes in again with a new code; a working day later she is out", async () => {
    const token = anne.cookies.get(GUEST_COOKIE)!;
    equal((await anne.fill("/invite", {})).location, "/invite");
    anne.cookies.set(GUEST_COOKIE, token);
    equal((await anne.open("/invite")).status, 403, "what was left is closed, whoever kept the cookie");
    later(2);
    const code = await askedCode(anne, link);
    equal((await anne.fill(link, { do: "", code })).location, "/invite");
    equal((await anne.open("/invite")).status, 200);
    later(12);
    const out = await anne.open("/invite");
    equal(out.status, 403);
    match(plain(out.text), /ouvrez le lien du courriel d’invitation/);
    equal((await anne.open("/invite/donnees")).location, "/invite");
  });

  it("gets a new link, after which the old one and what it opened are no more", async () => {
    const head2 = await openedHead();
    const entered = await askedCode(anne, link);
    await anne.fill(link, { do: "", code: entered });
    equal((await anne.open("/invite")).status, 200);
    const page = await head2.open("/equipe/invites");
    const guest = /name="guest" value="([0-9a-f-]{36})"/.exec(page.text)![1]!;
    const renewed = { do: "renew", guest, [`until-${guest}`]: "2026-12-25" };
    equal((await head2.sendFrom(page, "/equipe/invites", renewed)).status, 303);
    equal((await anne.open("/invite")).status, 403);
    equal((await anne.open(link)).status, 404);
    notEqual(await linkTo(ANNE), link);
    link = await linkTo(ANNE);
    match(plain((await anne.open(link)).text), /jusqu’au 25 décembre 2026/);
  });

  const openedHead = async () => {
    const who = visitor(app, `/${SCHOOL}`);
    const [head] = await opened.asOwner((owner) =>
      owner.query<{ account: string }>(`select account from role_grant where role = 'head-of-training'`),
    );
    who.cookies.set(SESSION_COOKIE, await openedSession(world, head!, ["password", "totp"]));
    return who;
  };

  it("is out at once when the invitation is taken back, is told by mail, and may be invited anew", async () => {
    head = await openedHead();
    const code = await askedCode(anne, link);
    await anne.fill(link, { do: "", code });
    equal((await anne.open("/invite")).status, 200);
    const page = await head.open("/equipe/invites");
    const guest = /name="guest" value="([0-9a-f-]{36})"/.exec(page.text)![1]!;
    equal((await head.sendFrom(page, "/equipe/invites", { do: "revoke", guest })).status, 303);
    equal((await anne.open("/invite")).status, 403);
    equal((await anne.open(link)).status, 404);
    ok((await mailsTo(ANNE)).some(({ subject }) => subject.includes("pris fin")));
    match(plain((await head.open("/equipe/invites")).text), /Invitations terminées Anne Martin.*Invitation retirée/);
    equal((await invite()).status, 303);
    link = await linkTo(ANNE);
  });

  it("is out after the last day, whether or not the calendar came by, and the calendar closes the invitation", async () => {
    later(1);
    const late = new Date("2026-12-02T20:00:00Z");
    now = late;
    const code = await askedCode(anne, link);
    await anne.fill(link, { do: "", code });
    now = new Date("2026-12-02T22:59:59Z");
    equal((await anne.open("/invite")).status, 200);
    now = new Date("2026-12-02T23:00:00Z");
    equal((await anne.open("/invite")).status, 403);
    equal((await anne.open(link)).status, 404);
    await runDue(world, SCHOOL);
    const rows = await opened.asOwner((owner) =>
      owner.query<{ by: string }>(`select ended_by as by from guest where ended_at is not null order by ended_at`),
    );
    deepEqual(rows.at(-1), { by: "clock" });
  });

  const isIntact = async () => {
    for (const establishment of [SCHOOL, DEPLOYMENT]) {
      const all = { establishment, zone: "Europe/Paris", tables: PROVEN_TABLES };
      deepEqual((await verifyAudit(world.db, all)).tampered, []);
    }
  };

  it("leaves a record in which nothing was tampered with", isIntact);

  it("is forgotten after the period that the school set", async () => {
    now = new Date("2028-12-03T09:00:00Z");
    await runDue(world, SCHOOL);
    const left = await opened.asOwner((owner) => owner.query(`select 1 from guest`));
    deepEqual(left, []);
    deepEqual(await mailsTo(ANNE), []);
    await isIntact();
  });

  it("is said to be badly written where the mail came back, and is invited again at the right address", async () => {
    now = new Date("2028-12-04T09:00:00Z");
    head = await openedHead();
    equal((await invite({ address: "anne@exemple.test", until: "2028-12-11" })).status, 303);
    const [mail] = await mailsTo("anne@exemple.test");
    await opened.asOwner((owner) => owner.run(`update mail_sending set state = 'sent' where id = '${mail!.id}'`));
    await deed(world, recordBounce, { kind: "operator" }, { mail: mail!.id, said: "550 No such user" });
    match(plain((await head.open("/equipe/invites")).text), /Courriel revenu : l’adresse est sans doute mal écrite/);
  });

  it("is invited by nobody who may not", async () => {
    const finance = await makeAccount(world, { name: "Inès", address: "ines@exemple.fr" });
    await giveRoles(world, finance, ["finance"]);
    const she = visitor(app, `/${SCHOOL}`);
    she.cookies.set(SESSION_COOKIE, await openedSession(world, finance, ["password", "totp"]));
    equal((await she.open("/equipe/invites")).status, 403);
    const auditor = await makeAccount(world, { name: "Éric", address: "eric@exemple.fr" });
    await giveRoles(world, auditor, ["auditor"]);
    const he = visitor(app, `/${SCHOOL}`);
    he.cookies.set(SESSION_COOKIE, await openedSession(world, auditor, ["password", "totp"]));
    ok(!(await he.open("/equipe/invites")).text.includes("<form method"));
  });

  it("is asked for more later, and is one guest with one link that opens both, until the later of the two days", async () => {
    const bea = { name: "Béa Roux", address: "bea@exemple.fr", until: "2028-12-11" };
    equal((await invite(bea)).status, 303);
    const first = await linkTo(bea.address);
    equal((await invite({ ...bea, roles: "examiner", until: "2029-01-03" })).status, 303);
    const second = await linkTo(bea.address);
    notEqual(second, first);
    const she = visitor(app, `/${SCHOOL}`);
    equal((await she.open(first)).status, 404);
    match(
      plain((await she.open(second)).text),
      /vous invite à conduire des entretiens de sélection et examiner des épreuves, jusqu’au 3 janvier 2029/,
    );
    match(
      plain((await head.open("/equipe/invites")).text),
      /Béa Roux.*?entretiens de sélection, examen des épreuves Jusqu’au 3 janvier 2029/,
    );
  });
});
