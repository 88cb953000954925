/** A demonstration, made and entered; and everything that must not be one. */
import { deepEqual, doesNotMatch, equal, fail, match, ok, rejects, throws } from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { type RawBuilder, sql } from "kysely";
import type { TSchema } from "typebox";
import { type Actor, perform, type View, view } from "../../act/act.ts";
import { PROVEN_TABLES } from "../../house/house.ts";
import { DOSSIER_STATES } from "../../dossier/rules/state.ts";
import { confidedDossiers, readConfided } from "../../dossier/views.ts";
import { GROUPS } from "../../office/rules/queue.ts";
import { seeDossier, seeQueue } from "../../office/views.ts";
import type { Draft } from "../../inquiry/rules/draft.ts";
import { CHARGE_STATES } from "../../billing/rules/charge-state.ts";
import type { Config } from "../../config/config.ts";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { makeDemoAccount } from "../../people/demo/acts.ts";
import { runJobs } from "../../worker/run-jobs.ts";
import { ROLES, type Role } from "../../act/permissions.ts";
import { sayRole } from "../../people/sentences.ts";
import { insideTransport } from "../../mail/inside.ts";
import { listMails } from "../../mail/views.ts";
import { birthOf } from "../../deployment/birth/birth.ts";
import { verifyAudit } from "../../audit/verify.ts";
import type { Started } from "../../house/start.ts";
import { StartError } from "../../house/start-error.ts";
import { ROOT } from "../../test/law-world.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { withSchools } from "../../test/several-schools.ts";
import { newAttempt } from "../../test/world.ts";
import { buildServer } from "../../web/server.ts";
import type { World } from "../../act/world.ts";
import { lawWorld } from "../../house/world.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { buildDemo, BY_GUESTS, DemoError, schoolsToFill } from "./build.ts";
import { chance } from "./chance.ts";
import { isByHand, LIVES } from "./lives.ts";
import { demonstrate, refuseOpenDemo } from "./first-start.ts";
import { inventedPdf } from "../../house/lives/paper.ts";
import { inventPerson } from "./person.ts";

/** As the page is read, with its spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

const SCHOOL = "faire-ess";
const PUBLIC = "https://candidatures.exemple.fr";
const HOW = { schools: [SCHOOL], dossiers: LIVES.length, seed: 7, parallel: 1 };

describe("a demonstration", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  before(async () => {
    const made = await testWorldOf();
    close = made.close;
    await buildDemo(made.world, HOW);
    const demo = await birthOf(made.world.db);
    world = { ...made.world, publicUrl: PUBLIC, ...(demo && { demo }) };
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
  });

  const accountOf = (role: Role) =>
    world.demo!.shown.find(({ label }) => label.fr.endsWith(` – ${sayRole(role, "fr")}`))!.account;
  const entered = ROLES.filter((role) => !BY_GUESTS.includes(role));
  const staff = (role: Role): Actor => {
    const account = accountOf(role);
    return { kind: "account", account, session: account, roles: [role], authenticatedAt: world.now() };
  };
  const seen = async <F extends TSchema, V>(one: View<F, V>, role: Role, input: object = {}): Promise<V> => {
    const answer = await view(world, one as View<TSchema, V>, { actor: staff(role), establishment: SCHOOL, input });
    return answer.kind === "found" ? answer.value : fail(`${one.name}: ${answer.kind}`);
  };
  const asked = <V>(text: RawBuilder<V>) => withSchool(world.db, SCHOOL, async (tx) => (await text.execute(tx)).rows);

  it("has candidates in every state, and in every group of the queue", async () => {
    const states = (await asked(sql<{ state: string }>`select distinct state from dossier_state`)).map(
      ({ state }) => state,
    );
    deepEqual(states.sort(), [...DOSSIER_STATES].sort());
    const { counts } = await seen(seeQueue, "admission-officer");
    // The commission of the running intake is still to come.
    for (const group of GROUPS) equal((counts[group] ?? 0) > 0, group !== "decided", group);
  });

  it("has staff of every role, those to enter as whose work no guest shows, and the first candidate of each kind who has an account", () => {
    const lives = LIVES.filter(({ life }) => !isByHand(life));
    equal(world.demo!.shown.length, ROLES.length - BY_GUESTS.length + lives.length);
    for (const { said } of lives)
      ok(
        world.demo!.shown.some(({ label }) => label.fr.endsWith(said.fr)),
        said.fr,
      );
    for (const role of entered) ok(accountOf(role));
  });

  it("has fees in every state, paid by every means, and money that a person must decide about", async () => {
    const states = (await asked(sql<{ state: string }>`select distinct state from charge_state`)).map(
      ({ state }) => state,
    );
    deepEqual(states.sort(), [...CHARGE_STATES].sort());
    const means = (await asked(sql<{ means: string }>`select distinct means from payment`)).map(({ means }) => means);
    deepEqual(means.sort(), ["cash", "cheque", "online", "transfer"]);
    for (const what of [
      sql`select from payment_reversal`,
      sql`select from bank_line_state where remaining > 0`,
      sql`select from online_event where outcome = 'unknown'`,
    ])
      ok((await asked(what)).length > 0);
  });

  it("has people who ask for arrangements, and say why to one person alone", async () => {
    const { rows } = await seen(confidedDossiers, "disability-advisor");
    ok(rows.some(({ hasSaid }) => hasSaid));
    const { dossier } = rows.find(({ hasSaid }) => hasSaid)!;
    ok((await seen(readConfided, "disability-advisor", { dossier })).said.said);
  });

  it("has an application that is being examined: parts judged well, one not, others not yet", async () => {
    const { parts } = await seen(seeQueue, "admission-officer", { officer: accountOf("admission-officer") });
    const examined = [];
    for (const { id } of parts.flatMap(({ rows }) => rows)) {
      const { verdicts, tasks } = await seen(seeDossier, "admission-officer", { dossier: id });
      const said = Object.values(verdicts).map(({ conform }) => conform);
      examined.push(said.includes(true) && said.includes(false) && said.length < tasks.length);
    }
    ok(examined.includes(true));
  });

  it("has nobody who hands in what nothing they declared calls for", async () => {
    const sent = await asked(sql<{ slot: string; name: string; draft: Draft }>`
      select f.slot, f.name, s.contents as draft from stored_file f
      join dossier_section s on f.about = 'dossier:' || s.dossier and s.section = 'declared'`);
    ok(sent.length > 6 * 7);
    const called: Readonly<Record<string, (draft: Draft) => boolean>> = {
      "foreign-attestation": ({ titles }) => titles.some(({ country }) => typeof country === "string"),
      "relief-requests": ({ plan }) => (plan?.held ?? []).length > 0,
      "proof-of-experience": ({ periods }) => periods.length > 0,
    };
    for (const { slot, name, draft } of sent) {
      ok(!name.includes(slot), name);
      ok(called[slot]?.(draft) ?? true, name);
    }
  });

  it("has mails that came back, once the service has seen to them", async () => {
    const before = await seen(listMails, "admission-officer", { state: "bounced" });
    equal(before.mails.length, 0);
    const mail = {
      transport: insideTransport,
      from: "demonstration@livret.invalid",
      publicUrl: "http://127.0.0.1:3000",
    };
    await runJobs({ ...world, mail });
    ok((await seen(listMails, "admission-officer", { state: "bounced" })).mails.length > 0);
  });

  it("says in the account of the staff how much waits behind each entry, to those who see it", async () => {
    const { counts } = await seen(seeQueue, "admission-officer");
    const first = (counts.answered ?? 0) + (counts.submitted ?? 0) + (counts.late ?? 0);
    const back = (await seen(listMails, "admission-officer", { state: "bounced" })).mails.length;
    const [bank] = await asked(sql<{ open: number }>`
      select count(*)::integer as open from bank_line_state where remaining <> 0`);
    const accountAs = async (role: Role) => {
      const them = visitor(app, `/${SCHOOL}`);
      await them.fill("/demonstration", { account: accountOf(role) });
      return plain((await them.open("/compte")).text);
    };
    const director = await accountAs("director");
    ok(first > 1 && back > 1 && bank!.open > 0, `${first}, ${back}, ${bank!.open}`);
    match(director, new RegExp(`>${first} à regarder<`));
    match(director, new RegExp(`>${back} ne sont arrivés à personne<`));
    match(director, new RegExp(`>${bank!.open} opérations? de la banque à rapprocher<`));
    doesNotMatch(await accountAs("interviewer"), /à regarder|à rapprocher|arrivés à personne/);
  });

  it("tells whoever has nothing to do here yet that it will be here", async () => {
    const him = visitor(app, `/${SCHOOL}`);
    await him.fill("/demonstration", { account: accountOf("interviewer") });
    match((await him.open("/compte")).text, /href="\/faire-ess\/mes-entretiens"/);
    match(plain((await him.open("/mes-entretiens")).text), /Aucun entretien ne vous est confié pour le moment/);
  });

  it("names its public address in links, and never the Host that a request brings", async () => {
    const foreign = { host: "ailleurs.exemple" };
    const officer = visitor(app, `/${SCHOOL}`, foreign);
    await officer.fill("/demonstration", { account: accountOf("admission-officer") });
    const { parts } = await seen(seeQueue, "admission-officer", { group: "to-confirm" });
    const asked = await officer.fill(`/deis/dossier/${parts[0]!.rows[0]!.id}/faire-confirmer`, {});
    match(asked.text, new RegExp(`<code class="hash">${PUBLIC}/${SCHOOL}/deis/confirmer/`));
    for (const text of [asked.text, (await officer.open("/deis")).text]) doesNotMatch(text, /ailleurs/);
  });

  it("gives its tables away as files to keep", async () => {
    const officer = visitor(app, `/${SCHOOL}`);
    await officer.fill("/demonstration", { account: accountOf("admission-officer") });
    const { intake } = await seen(seeQueue, "admission-officer");
    const url = `/${SCHOOL}/dossiers/export?campagne=${intake}`;
    const { headers } = await app.inject({ url, cookies: Object.fromEntries(officer.cookies) });
    match(String(headers["content-type"]), /^text\/csv/);
    match(String(headers["content-disposition"]), /^attachment; /);
  });

  it("has pages that the office opens all day, light enough, in bytes as they were printed", async () => {
    const officer = visitor(app, `/${SCHOOL}`);
    await officer.fill("/demonstration", { account: accountOf("admission-officer") });
    const bytes = async (to: string) => {
      const { text, status } = await officer.open(to);
      equal(status, 200, to);
      return { size: Buffer.byteLength(text), text };
    };
    const { intake, parts } = await seen(seeQueue, "admission-officer");
    const queue = await bytes("/dossiers");
    const rows = parts.flatMap((part) => part.rows);
    const ofRows = [...queue.text.matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) => Buffer.byteLength(row));
    equal(ofRows.length, rows.length);
    // Fifty rows, in eleven groups, are 40 KB.
    const average = ofRows.reduce((sum, one) => sum + one) / rows.length;
    ok(average <= 550, `${average} bytes a row`);
    ok(queue.size <= 10_000 + 700 * parts.length + 550 * rows.length, `${queue.size}`);
    const most = { "a group": 39_000, "a dossier": 41_000, "a person": 24_000, "the home": 20_000 };
    const weigh = async (what: keyof typeof most, to: string) => {
      const { size } = await bytes(to);
      ok(size <= most[what], `${what}: ${size}, ${to}`);
    };
    const people = await withSchool(world.db, SCHOOL, async (tx) => {
      const all = await tx.selectFrom("dossier").select(["id", "account"]).execute();
      return new Set(all.map(({ id, account }) => account ?? id));
    });
    for (const group of GROUPS) await weigh("a group", `/dossiers?campagne=${intake}&groupe=${group}`);
    for (const { id } of rows) await weigh("a dossier", `/dossiers/${id}?groupe=submitted&apres=mvhb2zqo&vue=mvjff1gp`);
    for (const person of people) await weigh("a person", `/personnes/${person}`);
    await weigh("the home", "/a-faire");
  });

  it("was made by acts, whose record holds", async () => {
    for (const establishment of [DEPLOYMENT, SCHOOL]) {
      const given = { establishment, zone: "Europe/Paris", tables: PROVEN_TABLES };
      deepEqual((await verifyAudit(world.db, given)).tampered, []);
    }
  });

  it("says on every page that it is one", async () => {
    const anyone = visitor(app, `/${SCHOOL}`);
    for (const path of ["", "/deis", "/aide", "/rien-du-tout", "/demonstration"])
      match((await anyone.open(path)).text, /tout est inventé/, path);
  });

  it("has its people in groups by what there is to see, of which the first is open", async () => {
    const { text } = await visitor(app, `/${SCHOOL}`).open("/demonstration");
    const groups = [...text.matchAll(/<details class="ds-details"( open)?><summary>([^<]+)/g)];
    deepEqual(
      groups.map(([, open, group]) => [group, open !== undefined]),
      [
        ["Le bureau", true],
        ["Une candidature", false],
        ["Les personnes invitées", false],
      ],
    );
    equal(text.match(/<form/g)!.length, 1);
    const [, link] = /href="\/faire-ess(\/invitation\/[\w-]+)"/.exec(text)!;
    equal((await visitor(app, `/${SCHOOL}`).open(link!)).status, 200);
    match(text, /Une candidature<[^]*type="radio"[^]*– déposée</);
  });

  it("is entered as one of its people without a password, who lands on what is theirs or where they were going", async () => {
    const her = visitor(app, `/${SCHOOL}`);
    const { account } = world.demo!.shown.find(({ label }) => label.fr.endsWith(" – déposée"))!;
    const entered = await her.fill("/demonstration", { account });
    const landed = await her.open(entered.location!);
    equal(landed.location, "/mon-parcours");
    match(plain((await her.open("/mon-parcours")).text), /L’école examine votre dossier[^]*Étape 2 sur 8/);
    const going = `/demonstration?vers=/${SCHOOL}/compte/acces`;
    equal((await her.fill(going, { account })).location, "/compte/acces");
  });

  it("shows a stranger the code that no mail brings, who then makes an account", async () => {
    const them = visitor(app, `/${SCHOOL}`);
    await them.fill("/connexion/code", { address: "visite@exemple.fr" });
    const { text } = await them.open("/connexion/code/recu");
    const [, code] =
      /aucun courriel ne part. Le code qui serait envoyé est <strong>(\d{6})</.exec(plain(text)) ?? fail();
    doesNotMatch(text, /dans un courriel envoyé/);
    const given = await them.fill("/connexion/code/recu", { code: code! });
    equal(given.location, "/compte?entree=1");
  });

  it("begins its course on a Monday", async () => {
    const intakes = await asked(sql<{ on: string }>`select settings->>'entryOn' as on from intake`);
    deepEqual(
      intakes.map(({ on }) => new Date(`${on}T12:00:00Z`).getUTCDay()),
      intakes.map(() => 1),
    );
  });

  it("lets nobody in as somebody who is not shown", async () => {
    const him = visitor(app, `/${SCHOOL}`);
    const sent = await him.fill("/demonstration", { account: "00000000-0000-4000-8000-000000000000" });
    equal(sent.status, 422);
    equal((await him.open("/compte")).status, 303);
  });

  it("cannot be made of a database that was used", async () => {
    await rejects(buildDemo(world, HOW), DemoError);
  });
});

describe("a demonstration of a deployment with two schools", () => {
  it("has applications and people to enter as in each, and leaves out a school that has nothing to apply for yet", async (test) => {
    const taught = LAWS.establishments[0]!.data.diplomas;
    const later = { establishment: "plus-tard", diplomas: taught.map((one) => ({ ...one, version: "9999" })) };
    const laws = withSchools(LAWS, [{ establishment: "autre" }, later]);
    const { world, close } = await testWorldOf(lawWorld(laws, { diploma: undefined, establishment: undefined }));
    test.after(close);
    const schools = schoolsToFill(world);
    deepEqual(schools, [SCHOOL, "autre"]);
    await buildDemo(world, { ...HOW, schools, dossiers: 2 });
    const { shown } = (await birthOf(world.db))!;
    for (const school of schools) {
      equal(shown.filter((one) => one.school === school).length, ROLES.length - BY_GUESTS.length + 1);
      const made = await withSchool(world.db, school, (tx) => tx.selectFrom("dossier").select("id").execute());
      equal(made.length, 1);
    }
  });
});

describe("a demonstration with lives", () => {
  it("has those whom they are about at their stations today, and tells of one that goes otherwise than it is written", async (test) => {
    const folder = mkdtempSync(join(tmpdir(), "livret-shown-"));
    test.after(() => rmSync(folder, { recursive: true }));
    const own = (name: string) => readFileSync(join(ROOT, `diplomas/deis/lives/${name}.yaml`), "utf8");
    const shown = (text: string, day: string, who: string) =>
      text.replace(
        /^says:/m,
        `shown: { on: "${day}", group: application, people: { ${who}: { fr: "à suivre", en: "to follow" } } }\nsays:`,
      );
    const conforming = join(folder, "conforming.yaml");
    const differs = join(folder, "differs.yaml");
    writeFileSync(join(folder, "opened-intake.yaml"), own("opened-intake"));
    writeFileSync(conforming, shown(own("conforming"), "2027-01-21", "candidate"));
    const wrong = own("opened-intake")
      .replace(/^life: .*/m, "life: differs")
      .replace("diploma: deis }", "diploma: none }");
    writeFileSync(differs, shown(wrong, "2026-11-03", "head"));
    const { world, close } = await testWorldOf();
    test.after(close);
    const told: string[] = [];
    const lives = [conforming, differs];
    await buildDemo(world, { ...HOW, dossiers: 1, lives, onFault: ({ en }) => told.push(en) });
    equal(told.length, 1);
    match(told[0]!, /differs\.yaml:\d+: expect: wanted "done", got \{"invalid":\["diploma"\]\}/);
    const { shown: people } = (await birthOf(world.db))!;
    const [claire, ...more] = people.filter(
      ({ label }) => label.fr.includes("à suivre") && label.fr.startsWith("Claire"),
    );
    deepEqual(more, []);
    equal(claire!.label.en, "Claire Durand – to follow");
    equal(claire!.group, "application");
    const stands = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("dossier").select("id").where("account", "=", claire!.account).execute(),
    );
    equal(stands.length, 1);
  });
});

describe("a deployment that is no demonstration", () => {
  it("has no invented account, and no such page", async () => {
    const { world, close } = await testWorldOf();
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const input = { address: "inventee@demonstration.invalid", name: "Inventée", language: "fr" as const };
    const given = { actor: { kind: "operator" } as const, establishment: SCHOOL, attempt: newAttempt(), input };
    equal((await perform(world, makeDemoAccount, given)).kind, "forbidden");
    equal((await app.inject({ url: `/${SCHOOL}/demonstration` })).statusCode, 404);
    // Nor does it show a code, to whoever asked for it and whatever is believed of it.
    for (const each of [app, await buildServer({ ...world, demo: { demo: true, bornAt: world.now(), shown: [] } })]) {
      const them = visitor(each, `/${SCHOOL}`);
      await them.fill("/connexion/code", { address: "visite@exemple.fr" });
      doesNotMatch((await them.open("/connexion/code/recu")).text, />\d{6}</);
      if (each !== app) await each.close();
    }
    await app.close();
    await close();
  });
});

describe("the address of a demonstration", () => {
  const open = (host: string, demoHost?: string) => () =>
    refuseOpenDemo({ demo: {} } as World, { host, demoHost } as Config);
  it("is this machine’s own, or is given twice", () => {
    for (const host of ["127.0.0.1", "::1", "localhost"]) open(host)();
    throws(open("0.0.0.0"), StartError);
    throws(open("0.0.0.0", "192.168.0.1"), StartError);
    open("0.0.0.0", "0.0.0.0")();
  });

  it("is not made at all where it would be open, so that an empty database can still be", async () => {
    // Nothing of a database: there is none to be touched.
    const world = {
      ...lawWorld(LAWS, { diploma: undefined, establishment: undefined }),
      now: () => new Date("2026-11-25T12:00:00Z"),
    } as World;
    const make = demonstrate({ world } as Started, { demo: true, host: "0.0.0.0", lang: "en" } as Config);
    await rejects(make, (error: StartError) => /Une nouvelle base est .*LIVRET_DEMO=off/.test(error.said.fr));
  });
});

describe("invented people", () => {
  it("are the same from the same seed, with so many titles and periods that a dossier has two and four on average, those hardly begun included", async () => {
    const { world, close } = await testWorldOf();
    const law = world.law(SCHOOL, "deis", { on: "2026-11-25" })!;
    await close();
    const people = (seed: number) =>
      Array.from({ length: 500 }, (_, at) => inventPerson(chance(seed + at), at, law, "2026-11-25"));
    deepEqual(people(1), people(1));
    const mean = (count: (one: ReturnType<typeof people>[number]) => number) =>
      people(1).reduce((sum, one) => sum + count(one), 0) / 500;
    ok(Math.abs(mean(({ draft }) => draft.titles.length) - 2.3) < 0.2);
    ok(Math.abs(mean(({ draft }) => draft.periods.length) - 4.6) < 0.4);
  });

  it("have papers with as many pages as they say", async () => {
    const { getDocumentProxy } = await import("unpdf");
    const { numPages } = await getDocumentProxy(new Uint8Array(inventedPdf(9, "École (essai)")));
    equal(numPages, 9);
  });
});
