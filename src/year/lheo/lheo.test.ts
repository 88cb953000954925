/** The offer of a real school: read by its director, given as a file where nothing is missing, by page and by program. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { type Actor, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { HEAD_OF_TRAINING, openedIntake, preparedIntake } from "../../test/intakes.ts";
import { withNumbers } from "../../test/offers.ts";
import { deed, openedSession } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { employed } from "../../test/trainees.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { buildServer } from "../../web/server.ts";
import { offerFault } from "./documents/valid.ts";
import { seeLheoOffer } from "./views.ts";

const SCHOOL = "faire-ess";
const FORMATION = "lheo/offres/formation[1]";

type Seen = NonNullable<Awaited<ReturnType<typeof seeLheoOffer.read>>>;

describe("the offer in the format LHÉO", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let director: Actor;
  let cookie: string;
  let now = new Date("2026-11-25T09:00:00Z");

  before(async () => {
    const told = lawWorld(withNumbers(withExampleLegal(LAWS)), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const one = await employed(world, "Dora Directrice", "director");
    director = one.actor;
    cookie = `${SESSION_COOKIE}=${await openedSession(world, one, ["password", "totp"])}`;
  });
  after(async () => {
    await app.close();
    await close();
  });

  const read = (actor = director) =>
    view(world, seeLheoOffer, { actor, establishment: SCHOOL, input: { diplomas: ["deis"] } });
  const seen = async (): Promise<Seen> => {
    const found = await read();
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  const get = (path: string) => app.inject({ url: `/${SCHOOL}${path}`, headers: { cookie } });
  const missing = async () => (await seen()).faults.map(({ path }) => path);

  it("lacks its sessions while no cohort and no intake are announced, and gives no file", async () => {
    deepEqual(await missing(), [`${FORMATION}/action[1]/session[1]`, `${FORMATION}/action[2]/session[1]`]);
    equal((await seen()).xml, null);
    const page = await get("/annee/offre");
    equal(page.statusCode, 200);
    match(page.body, /Le fichier ne peut pas être créé.: il manque 1.session annoncée\./);
    match(page.body, /Ouvrez la prochaine promotion/);
    const file = await get("/annee/offre.xml");
    deepEqual([file.statusCode, file.headers.location], [303, `/${SCHOOL}/annee/offre`]);
  });

  it("asks for the end of an intake that is open and has no cohort, and not for one in preparation", async () => {
    await preparedIntake(world);
    equal((await missing()).length, 2);
    await openedIntake(world);
    deepEqual(await missing(), [
      `${FORMATION}/action[1]/session[1]/periode/fin`,
      `${FORMATION}/action[2]/session[1]/periode/fin`,
    ]);
    const { body } = await get("/annee/offre");
    match(body, /Le fichier ne peut pas être créé.: il manque 1.date de fin\./);
    match(body, /Rentrée de septembre.2027<\/a>, commence le 13.septembre.2027/);
    const [, to = ""] = /<a class="ds-link" href="([^"]*debut=2027-09-13[^"]*)"/.exec(body) ?? [];
    const opening = (await app.inject({ url: to.replaceAll("&amp;", "&"), headers: { cookie } })).body;
    match(
      opening,
      /name="startsOn-day" value="13"[^]*name="startsOn-month" value="9"[^]*name="startsOn-year" value="2027"/,
    );
    match(opening, /value="Rentrée de septembre.2027"/);
  });

  it("gives a valid file once the cohort is open, with its days and that the intake recruits", async () => {
    const days = { startsOn: "2027-09-13", endsOn: "2030-06-28" };
    await deed(world, openCohort, HEAD_OF_TRAINING, { diploma: "deis", name: "2027-2030", ...days });
    deepEqual(await missing(), []);
    const { xml, formations, actions, sessions } = await seen();
    deepEqual([formations, actions, sessions], [1, 2, 2]);
    equal(await offerFault(xml!), undefined);
    match(xml!, /<debut>20270913<\/debut>\s*<fin>20300628<\/fin>/);
    match(xml!, /<debut>20261102<\/debut>\s*<fin>20270331<\/fin>/);
    match(xml!, /<etat-recrutement>1</);
    match((await get("/annee/offre")).body, /Le fichier est complet/);
    const file = await get("/annee/offre.xml");
    deepEqual([file.statusCode, file.body], [200, xml]);
    match(String(file.headers["content-type"]), /^application\/xml/);
    match(String(file.headers["content-disposition"]), /lheo-faire-ess-2026-11-25\.xml/);
  });

  it("says that the session is closed after the last minute of its intake, and leaves it out from its first day on", async () => {
    now = new Date("2027-04-01T07:00:00Z");
    match((await seen()).xml!, /<etat-recrutement>2</);
    now = new Date("2027-09-13T07:00:00Z");
    ok((await seen()).xml!.includes("20270913"));
    now = new Date("2027-09-14T07:00:00Z");
    equal((await seen()).xml, null);
    now = new Date("2026-11-25T09:00:00Z");
  });

  it("is for who sees the year alone", async () => {
    const trainer = await employed(world, "Tom Formateur", "trainer");
    equal((await read(trainer.actor)).kind, "forbidden");
    const input = { diplomas: ["deis", "another"] };
    equal((await view(world, seeLheoOffer, { actor: director, establishment: SCHOOL, input })).kind, "missing");
    equal((await app.inject({ url: `/${SCHOOL}/annee/offre.xml` })).statusCode, 303);
  });

  it("names what a code means and how sure its source is", async () => {
    const { lines } = await seen();
    const rome = lines.find(({ element }) => element === "code-ROME")!;
    deepEqual([rome.value, rome.confidence], ["K1802", "unverified"]);
    const page = (await get("/annee/offre")).body;
    match(page, /K1802[\s\S]*?développement local[\s\S]*?non vérifié/);
  });
});
