/** Somebody lets a program work in their name: makes a token on a page; the program reads and acts over HTTP; the token is taken back. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { PROVEN_TABLES } from "../../house/house.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { takeRole } from "../../people/staff/acts.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import type { Opened } from "../../db/open.ts";
import { runDue } from "../../worker/run-due.ts";
import { aDossier, anIntake, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS } from "../dossiers.ts";
import { deed, giveRoles, type Invented, lastCode, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { pdf } from "../sent-files.ts";
import { plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const SCHOOL = "faire-ess";

describe("a program that acts in somebody’s name", () => {
  let world: World;
  let opened: Opened;
  let app: FastifyInstance;
  let origin = "";
  let close: () => Promise<void>;
  let sacha: Invented;
  let officer: Visitor;
  let dossier = "";
  let token = "";
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, opened, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000, perToken: 40 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    sacha = await makeAccount(world, { name: "Sacha Bernard", address: "sacha@exemple.fr" });
    await giveRoles(world, sacha, ["admission-officer", "administrator"]);
    await giveRoles(world, await makeAccount(world, { name: "Zoé", address: "zoe@exemple.fr" }), ["administrator"]);
    officer = await entered(sacha, ["password", "totp"]);
    await anIntake(world);
    const claire = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    const full = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    dossier = await aDossier(world, claire, full);
  });
  after(async () => {
    await app.close();
    await close();
  });

  const entered = async (person: Invented, means: ("password" | "totp")[] = ["password"]) => {
    const who = visitor(app, `/${SCHOOL}`);
    who.cookies.set(SESSION_COOKIE, await openedSession(world, person, means));
    return who;
  };
  /** The program, at the other end of a real connection. */
  const call = async (path: string, body: object, shown = token, headers: Record<string, string> = {}) => {
    const bearer = shown === "" ? {} : { authorization: `Bearer ${shown}` };
    const sent = await fetch(`${origin}/api/${SCHOOL}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "fr", ...bearer, ...headers },
      body: JSON.stringify(body),
    });
    const text = await sent.text();
    return { status: sent.status, headers: sent.headers, text, json: JSON.parse(text) as Record<string, unknown> };
  };
  const make = async (who: Visitor, reach: "read" | "all", until = "2026-12-02") => {
    const made = await who.fill("/compte/jetons", { do: "make", label: "export du lundi", reach, until });
    return /Bearer (livret_[\w-]+)/.exec(made.text)?.[1] ?? plain(made.text);
  };

  it("is made on a page by who was just recognised, for as long as the school allows and no longer, and told by mail", async () => {
    now = new Date("2026-11-25T09:31:00Z");
    match(await make(officer, "all"), /Confirmez que c’est bien vous/);
    now = new Date("2026-11-25T09:00:00Z");
    match(await make(officer, "all", "2027-05-25"), /Choisissez une fin parmi celles que l’école permet/);
    match(await make(officer, "all", "2026-11-24"), /Choisissez une fin parmi celles que l’école permet/);
    token = await make(officer, "all");
    match(token, /^livret_[\w-]{32}$/);
    const page = plain((await officer.open("/compte/jetons")).text);
    match(
      page,
      /export du lundi Permet de lire et d’agir Créé le 25 novembre 2026 Dernier emploi jamais Jusqu’au 2 décembre 2026/,
    );
    ok(!page.includes(token), "it is shown once");
    const mails = await withSchool(world.db, DEPLOYMENT, (tx) =>
      tx
        .selectFrom("mail")
        .select(["subject", "paragraphs"])
        .where("to_address", "=", sacha.address)
        .orderBy("id")
        .execute(),
    );
    ok(mails.some(({ subject }) => subject.includes("jeton d’accès")));
    ok(!JSON.stringify(mails).includes(token));
    const rows = await opened.asOwner((owner) => owner.query(`select t::text from api_token t`));
    ok(rows.length === 1 && !JSON.stringify(rows).includes(token.slice(7)), "the hash alone is kept");
  });

  it("reads the queue and notes something, once for one attempt, recorded as its owner’s by that token", async () => {
    const queue = await call("/views/seeQueue", { group: "draft" });
    equal(queue.status, 200, queue.text.slice(0, 300));
    match(queue.text, /Claire/);
    const attempt = { "idempotency-key": "0f6c1f0e-a-program-of-a-test" };
    const noted = await call("/acts/noteDossier", { dossier, text: "Vu par le programme" }, token, attempt);
    equal(noted.status, 200, noted.text);
    deepEqual(
      (await call("/acts/noteDossier", { dossier, text: "Vu par le programme" }, token, attempt)).json,
      noted.json,
    );
    const seen = await call("/views/seeDossier", { dossier });
    equal(seen.status, 200, seen.text.slice(0, 300));
    const [record] = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("audit_record").select("actor").where("act", "=", "noteDossier").execute(),
    );
    match(record!.actor, new RegExp(`^account:${sacha.account} token:[0-9a-f-]{36}$`));
    match(plain((await officer.open("/compte/jetons")).text), /Dernier emploi 25 novembre 2026/);
    match(plain((await officer.open(`/dossiers/${dossier}`)).text), /Vu par le programme/);
  });

  it("does nothing that binds its owner, gives no role, and has no door to accounts and sessions", async () => {
    for (const [path, body] of [
      ["/acts/giveRole", { address: "claire@exemple.fr", role: "director" }],
      ["/acts/submitDossier", {}],
    ] as const) {
      const refused = await call(path, body);
      equal(refused.status, 403);
      equal(refused.json.code, "binds");
      match(String(refused.json.title), /Cet acte engage la personne/);
    }
    for (const path of ["/acts/signIn", "/acts/askCode", "/acts/makeToken", "/acts/changeName", "/views/seeAccount"])
      equal((await call(path, {})).status, 404, path);
    equal((await call("/acts/refundCharge", {})).status, 403, "what its owner may not, it may not");
  });

  it("is told so, in its language, where the token is missing, wrong, in another place, or of another school", async () => {
    const missing = await call("/views/seeQueue", {}, "");
    equal(missing.status, 401);
    equal(missing.headers.get("www-authenticate"), 'Bearer realm="livret"');
    match(missing.headers.get("content-type")!, /^application\/problem\+json/);
    match(String(missing.json.title), /demande un jeton personnel/);
    const english = await call("/views/seeQueue", {}, "livret_wrong", { "accept-language": "en" });
    equal(english.headers.get("www-authenticate"), 'Bearer realm="livret", error="invalid_token"');
    match(String(english.json.title), /no good here/);
    // A session is not a token, nor a token a session, nor does an address or a form carry one.
    const session = officer.cookies.get(SESSION_COOKIE)!;
    equal((await call("/views/seeQueue", {}, "", { cookie: `${SESSION_COOKIE}=${session}` })).status, 401);
    equal((await call("/views/seeQueue", {}, session)).status, 401);
    equal((await call(`/views/seeQueue?access_token=${token}`, {}, "")).status, 401);
    equal((await call("/views/seeQueue", {}, "", { cookie: `${SESSION_COOKIE}=${token}` })).status, 401);
    const thief = visitor(app, `/${SCHOOL}`);
    thief.cookies.set(SESSION_COOKIE, token);
    equal((await thief.open("/compte")).location?.split("?")[0], "/connexion");
    await opened.asOwner((owner) => owner.run("update api_token set school = 'autre-ecole'"));
    equal((await call("/views/seeQueue", {})).status, 401);
    await opened.asOwner((owner) => owner.run(`update api_token set school = '${SCHOOL}'`));
  });

  it("may only read where that is all it was given", async () => {
    const reader = await make(officer, "read");
    equal((await call("/views/seeQueue", {}, reader)).status, 200);
    const refused = await call("/acts/noteDossier", { dossier, text: "Non" }, reader);
    equal(refused.status, 403);
    match(String(refused.json.title), /ne permet que de lire/);
    equal(refused.json.lacks, "noteDossier");
    match(String(refused.json.detail), /Il lui manque « Noter quelque chose/);
    match(refused.headers.get("www-authenticate")!, /insufficient_scope/);
  });

  it("may do what was ticked for it and nothing else, and is told by name what it lacks", async () => {
    const tick = (fields: Record<string, string | string[]>) =>
      officer.fill("/compte/jetons", { do: "make", label: "notes du soir", until: "2026-12-02", ...fields });
    const offered = (await officer.open("/compte/jetons")).text;
    match(offered, /name="dossiers-act" value="noteDossier"/);
    for (const [name, why] of [
      ["submitDossier", "it binds"],
      ["refundCharge", "its owner may not"],
    ])
      ok(!offered.includes(`value="${name}"`), why);
    match(plain((await tick({ reach: "chosen" })).text), /Cochez au moins une chose/);
    match(plain((await tick({ reach: "read", "dossiers-act": "noteDossier" })).text), /Vous avez coché des choses/);
    // What a form names besides is not given: another field, somebody else's right.
    match(plain((await tick({ reach: "chosen", "accounts-act": "refundCharge" })).text), /Cochez au moins une chose/);
    const made = await tick({ reach: "chosen", "dossiers-act": ["noteDossier"], "dossiers-view": ["seeQueue"] });
    const narrow = /Bearer (livret_[\w-]+)/.exec(made.text)![1]!;
    match(
      plain((await officer.open("/compte/jetons")).text),
      /notes du soir Permet seulement : Voir la file des dossiers Noter quelque chose au sujet d’un dossier Créé/,
    );
    equal((await call("/views/seeQueue", {}, narrow)).status, 200);
    equal((await call("/acts/noteDossier", { dossier, text: "Le soir" }, narrow)).status, 200);
    for (const [path, lacks, label] of [
      ["/views/seeDossier", "seeDossier", "Ouvrir le dossier d’un candidat"],
      ["/acts/judgeRest", "judgeRest", "Dire que le reste d’un dossier est conforme"],
    ] as const) {
      const refused = await call(path, { dossier }, narrow);
      deepEqual([refused.status, refused.json.code, refused.json.lacks], [403, "not-chosen", lacks]);
      ok(String(refused.json.detail).includes(label), refused.text);
      match(refused.headers.get("www-authenticate")!, new RegExp(`insufficient_scope", scope="${lacks}"`));
    }
    const file = await fetch(`${origin}/api/${SCHOOL}/files`, {
      method: "POST",
      headers: { authorization: `Bearer ${narrow}`, "content-type": "application/octet-stream" },
      body: new Uint8Array(pdf({})),
    });
    deepEqual([file.status, ((await file.json()) as { lacks: string }).lacks], [403, "addFile"]);
  });

  it("sends a file, which an act of its owner attaches; one that is not taken is told why, and nobody else’s token takes it", async () => {
    const ana = await makeAccount(world, { name: "Ana", address: "ana@exemple.fr" });
    const hers = await make(await entered(ana), "all");
    const begun = await call("/acts/startDossier", { intake: await anIntake(world), language: "fr" }, hers);
    const own = String(begun.json.dossier);
    const named = "attachment; filename*=UTF-8''Mon%20CV%20d%C3%A9finitif.pdf";
    const send = async (bytes: Buffer, { shown = hers, name = named, type = "application/octet-stream" } = {}) => {
      const sent = await fetch(`${origin}/api/${SCHOOL}/files`, {
        method: "POST",
        headers: {
          "content-type": type,
          "accept-language": "fr",
          ...(shown !== "" && { authorization: `Bearer ${shown}` }),
          ...(name !== "" && { "content-disposition": name }),
        },
        body: new Uint8Array(bytes),
      });
      return { status: sent.status, json: (await sent.json()) as Record<string, unknown> };
    };
    const good = await send(pdf({ pages: 3 }));
    equal(good.status, 201, JSON.stringify(good.json));
    const attach = (shown: string) =>
      call("/acts/addFile", { dossier: own, piece: "cv", upload: good.json.upload }, shown);
    equal((await attach(token)).status, 403);
    equal((await attach(hers)).status, 200);
    const files = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("stored_file").select(["name", "pages"]).where("about", "=", `dossier:${own}`).execute(),
    );
    deepEqual(files, [{ name: "Mon CV définitif.pdf", pages: 3 }]);
    // As a form sends it, which needs no header for the name; a form without a file is told what is wanted.
    const inForm = async (form: FormData) => {
      const headers = { authorization: `Bearer ${hers}`, "accept-language": "fr" };
      const sent = await fetch(`${origin}/api/${SCHOOL}/files`, { method: "POST", headers, body: form });
      return { status: sent.status, text: await sent.text() };
    };
    const form = new FormData();
    form.set("file", new Blob([new Uint8Array(pdf({}))]), "Ma lettre.pdf");
    equal((await inForm(form)).status, 201);
    const none = new FormData();
    none.set("note", "rien");
    const refusedForm = await inForm(none);
    equal(refusedForm.status, 415);
    match(refusedForm.text, /multipart\/form-data/);
    const refusals = [
      [await send(Buffer.from("MZ")), 422, "file"],
      [await send(pdf({}), { shown: "" }), 401, "token-missing"],
      [await send(pdf({}), { shown: "livret_wrong" }), 401, "token-unknown"],
      [await send(pdf({}), { shown: await make(await entered(ana), "read") }), 403, "reads-only"],
      [await send(pdf({}), { name: "" }), 400, "file-name"],
      [await send(pdf({}), { type: "application/pdf" }), 415, undefined],
    ] as const;
    for (const [{ status, json }, wanted, code] of refusals) {
      equal(status, wanted, JSON.stringify(json));
      if (code !== undefined) equal(json.code, code);
    }
    equal(refusals[0][0].json.problem, "unknown-type");
    const big = await send(Buffer.concat([pdf({}), Buffer.alloc(20 * 1024 * 1024)]));
    deepEqual([big.status, big.json.problem], [422, "too-big"]);
  });

  it("never has more than its owner: one proof gives no role, a role taken back is gone, a candidate has her own", async () => {
    const half = await make(await entered(sacha), "all");
    equal((await call("/views/seeQueue", {}, half)).status, 403);
    const luc = await makeAccount(world, { name: "Luc", address: "luc@exemple.fr" });
    const his = await make(await entered(luc), "all");
    equal((await call("/views/seeQueue", {}, his)).status, 403);
    deepEqual((await call("/views/myDossiers", {}, his)).status, 200);
    equal((await call("/views/seeDossier", { dossier }, his)).status, 403);
    const [role] = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("role_grant").select("id").where("role", "=", "admission-officer").execute(),
    );
    await deed(world, takeRole, { kind: "operator" }, { id: role!.id });
    await deed(
      world,
      takeRole,
      { kind: "operator" },
      {
        id: (
          await withSchool(world.db, SCHOOL, (tx) =>
            tx.selectFrom("role_grant").select("id").where("account", "=", sacha.account).executeTakeFirstOrThrow(),
          )
        ).id,
      },
    );
    equal((await call("/views/seeQueue", {})).status, 403);
    await giveRoles(world, sacha, ["admission-officer"]);
    equal((await call("/views/seeQueue", {})).status, 200);
  });

  it("is slowed down when it runs wild, wherever it calls from", async () => {
    const wild = await make(officer, "read");
    const answers = new Set<number>();
    let last = await call("/views/myDossiers", {}, wild);
    for (let at = 0; at < 45; at++) answers.add((last = await call("/views/myDossiers", {}, wild)).status);
    deepEqual([...answers], [200, 429]);
    equal(last.json.code, "too-many");
    equal((await call("/views/seeQueue", {})).status, 200, "others are not");
  });

  it("is told so once its token is taken back", async () => {
    const shown = await officer.open("/compte/jetons");
    const id = /name="id" value="([0-9a-f-]{36})"/g;
    for (const [, one] of shown.text.matchAll(id))
      equal(
        (await officer.sendFrom(shown, "/compte/jetons", { do: "revoke", id: one!, _attempt: randomUUID() })).status,
        303,
      );
    const refused = await call("/views/seeQueue", {});
    equal(refused.status, 401);
    match(String(refused.json.title), /retiré/);
  });

  it("stops with the day that was said, and when its owner chooses a new password", async () => {
    token = await make(officer, "read", "2026-12-02");
    const kept = await make(officer, "read", "2026-12-25");
    now = new Date("2026-12-02T22:59:59Z");
    equal((await call("/views/seeQueue", {})).status, 200);
    now = new Date("2026-12-02T23:00:00Z");
    equal((await call("/views/seeQueue", {})).status, 401);
    await runDue(world, DEPLOYMENT);
    const left = await opened.asOwner((owner) =>
      owner.query<{ n: number }>(`select count(*)::int as n from api_token`),
    );
    const before = left[0]!.n;
    equal((await call("/views/seeQueue", {}, kept)).status, 200);
    const anew = visitor(app, `/${SCHOOL}`);
    await anew.fill("/connexion/code", { address: sacha.address });
    await anew.fill("/connexion/code/recu", { code: await lastCode(world, sacha.address) });
    equal((await anew.fill("/connexion/mot-de-passe", { password: "un tout autre mot de passe" })).status, 303);
    equal((await call("/views/seeQueue", {}, kept)).status, 401);
    const after = await opened.asOwner((owner) =>
      owner.query<{ n: number }>(`select count(*)::int as n from api_token`),
    );
    ok(before > after[0]!.n);
    for (const establishment of [SCHOOL, DEPLOYMENT]) {
      const all = { establishment, zone: "Europe/Paris", tables: PROVEN_TABLES };
      // The row that this test moved to another school and back is as it was made.
      deepEqual((await verifyAudit(world.db, all)).tampered, []);
    }
  });
});
