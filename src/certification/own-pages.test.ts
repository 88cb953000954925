/** What a candidate reads of their own exams: convoked, waiting for the jury, with the diploma, and when its parchment has come. */
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import {
  allMarked,
  arranged,
  aSession,
  decided,
  employed,
  type Examined,
  type Held,
  opened,
  SCHOOL,
  trainee,
  type Trainee,
  withoutRooms,
} from "../test/certifying.ts";
import { deed, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { noteParchment } from "./after/acts.ts";
import { certificationWay } from "./way.ts";

describe("the own pages of a candidate", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let now = new Date("2030-05-12T08:00:00Z");
  let held: Held;
  let groups: Examined;
  let ada: Trainee;
  const on = (day: string, hour = "08") => {
    now = new Date(`${day}T${hour}:00:00Z`);
  };
  const opens = async (path: string) => {
    const cookie = `${SESSION_COOKIE}=${await openedSession(world, ada)}`;
    return app.inject({ url: `/${SCHOOL}${path}`, headers: { cookie } });
  };
  const page = async (path: string) => {
    const answer = await opens(path);
    equal(answer.statusCode, 200);
    return answer.body.replaceAll(/[\u00a0\u202f]/g, " ");
  };
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    ada = await trainee(world, "Ada Admise");
    held = await aSession(world, { secretary, trainees: [ada] });
    groups = await arranged(world, held, { day: "2030-06-11" });
    await withoutRooms(world, Object.values(groups));
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("says that the place will be told, prints the convocation, and writes to the school from a button", async () => {
    const text = await page("/mes-epreuves");
    match(text, /le lieu vous sera dit/);
    match(text, /Si vous ne pouvez pas venir[^]*depuis la page de vos épreuves/);
    match(text, /\/messages"[^>]*>Je ne peux pas venir \(DF1\) : écrire à l’école/);
    const convocation = `/mes-epreuves/convocation/${groups.memoires}`;
    match(text, new RegExp(`href="/faire-ess${convocation}"`));
    const pdf = await opens(convocation);
    deepEqual([pdf.statusCode, pdf.headers["content-type"]], [200, "application/pdf"]);
    match(await page("/mes-documents"), /Convocation : DF1/);
    equal((await opens(`/mes-epreuves/convocation/${held.session}`)).statusCode, 404);
  });

  it("says once the exams are sat whether the marks are given, and when the jury sits", async () => {
    on("2030-06-12");
    const before = await page("/mon-parcours");
    match(before, /<h2 id="step">Vos épreuves sont passées<\/h2>/);
    match(
      before,
      /Les notes ne sont pas encore toutes données\. Le jour du jury n’est pas encore fixé ; la session finit/,
    );
    await allMarked(world, held, groups, { "Ada Admise": [12, 11, 11, 11.5, 13] });
    on("2030-06-20");
    await opened(world, held);
    const text = await page("/mes-epreuves");
    match(text, /Les notes sont données\. Le jury siège le 20 juin 2030\./);
    doesNotMatch(text, /vous recevez un courriel ce jour-là/);
    doesNotMatch(text, /12 × 3|58 sur 100/);
  });

  it("stands at the exams that were sat, and says what is known of their marks and of the jury", async () => {
    const stations = async (today: string) =>
      withSchool(world.db, SCHOOL, async (tx) => {
        const { dossier } = await tx.selectFrom("enrolment").select("dossier").executeTakeFirstOrThrow();
        const seen = await certificationWay(
          { tx, zone: world.zone(SCHOOL), today, now: new Date(`${today}T07:00:00Z`) },
          [dossier],
        );
        return seen.map(({ station, state, heading, says }) => [station, state, heading.fr, says.fr]);
      });
    const [ahead] = await stations("2030-06-11");
    deepEqual(ahead!.slice(0, 3), ["exams", "now", "Vos épreuves approchent"]);
    const [over] = await stations("2030-06-26");
    deepEqual(
      over!.map((one) => one.replaceAll("\u00a0", " ")),
      [
        "exams",
        "now",
        "Vous attendez la décision du jury",
        "Passées à la session « Session de juin 2030 », le jury décide. Les notes sont données. Le jury était prévu le 20 juin 2030.",
      ],
    );
  });
});

describe("the own pages of a graduate", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let now = new Date("2030-05-12T08:00:00Z");
  let held: Held;
  let ada: Trainee;
  const page = async (path: string) => {
    const cookie = `${SESSION_COOKIE}=${await openedSession(world, ada)}`;
    const answer = await app.inject({ url: `/${SCHOOL}${path}`, headers: { cookie } });
    equal(answer.statusCode, 200);
    return answer.body.replaceAll(/[\u00a0\u202f]/g, " ");
  };
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    ada = await trainee(world, "Ada Admise");
    held = await aSession(world, { secretary, trainees: [ada] });
    const groups = await arranged(world, held, { day: "2030-06-11" });
    now = new Date("2030-06-12T08:00:00Z");
    await allMarked(world, held, groups, { "Ada Admise": [12, 11, 11, 11.5, 13] });
    now = new Date("2030-06-25T08:00:00Z");
    await decided(world, held);
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("begins with the diploma: the attestation, the results, and what comes now", async () => {
    const text = await page("/mon-parcours");
    match(text, /Le diplôme vous est délivré[^]*Télécharger l’attestation[^]*Voir mes résultats[^]*Et maintenant/);
    match(text, /L’État établit le diplôme lui-même/);
  });

  it("says the scale of each total beside the marks of which it is made", async () => {
    match(await page("/mes-epreuves"), /12 × 3 \+ 11 × 2 = 58 sur 100, pour un seuil de 50/);
  });

  it("says where, when and with what the parchment is collected, and asks the school what its file leaves out", async () => {
    now = new Date("2030-07-02T08:00:00Z");
    const enrolment = held.enrolments.get("Ada Admise")!;
    await deed(world, noteParchment, await held.secretary(), { enrolment, kind: "received", on: "2030-07-01" });
    const first = await page("/mon-parcours");
    match(first, /Venez chercher votre diplôme/);
    const text = await page("/mes-epreuves");
    const [said] = /<section class="step" id="diplome"[^]*?<\/section>/.exec(text) ?? [];
    ok(said);
    match(said, /1011 rue du Pont de Lavérune[^]*n’a pas publié les jours et les heures[^]*Une pièce d’identité/);
    match(said, /\/messages"[^>]*>Demander à l’école quand venir/);
    const [mail] = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("paragraphs").where("subject", "=", "Votre diplôme est arrivé à l’école").execute(),
    );
    match(JSON.stringify(mail!.paragraphs), /Pont de Lavérune/);
    await deed(world, noteParchment, await held.secretary(), { enrolment, kind: "handed-over", on: "2030-07-02" });
    doesNotMatch(await page("/mes-epreuves"), /Venez chercher/);
  });
});
