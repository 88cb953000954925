/** The evening of a result: what can be done now, until when, before whom; on the page, in the mail, and by its view. */
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { type Actor, perform, view } from "../act/act.ts";
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
  SCHOOL,
  trainee,
  type Trainee,
} from "../test/certifying.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { deed, freshly, type Invented, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { newAttempt } from "../test/world.ts";
import { openExamSession } from "./acts.ts";
import { answerResultAppeal, lodgeResultAppeal } from "./after/appeal-acts.ts";
import { seeAfter } from "./after/views.ts";
import { myResults } from "./views.ts";

describe("the evening of a result", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let now = new Date("2030-05-12T08:00:00Z");
  let held: Held;
  let secretary: Invented;
  let groups: Examined;
  let [ada, ben]: Trainee[] = [];
  const on = (day: string, hour = "08") => {
    now = new Date(`${day}T${hour}:00:00Z`);
  };
  const page = async (who: Trainee, lang = "", path = "/mes-epreuves") => {
    const cookie = `${SESSION_COOKIE}=${await openedSession(world, who)}`;
    const answer = await app.inject({ url: `/${SCHOOL}${lang}${path}`, headers: { cookie } });
    equal(answer.statusCode, 200);
    return answer.body.replaceAll(/[\u00a0\u202f]/g, " ");
  };
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    [ada, ben] = [await trainee(world, "Ada Admise"), await trainee(world, "Ben Diplômé")];
    held = await aSession(world, { secretary, trainees: [ada, ben] });
    groups = await arranged(world, held, { day: "2030-06-11" });
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("no longer has an exam that is over under those to sit", async () => {
    match(await page(ada!), /<h2>Épreuves à passer<\/h2>/);
    on("2030-06-12");
    const text = await page(ada!);
    doesNotMatch(text, /Épreuves à passer/);
    match(text, /<h2>Épreuves passées<\/h2>/);
  });

  it("says after a partial validation when to sit again, until when it counts, the price and whom to ask", async () => {
    await allMarked(world, held, groups, {
      "Ada Admise": [8, 9, 11, 11.5, 13],
      "Ben Diplômé": [12, 11, 11, 11.5, 13],
    });
    on("2030-06-25");
    await decided(world, held);
    const before = await page(ada!);
    match(before, /Et maintenant \?/);
    match(before, /Aucune autre session n’est encore ouverte/);
    match(before, /sans limite de nombre/);
    match(before, /L’école n’a pas publié ce prix/);
    match(before, /à compléter le 25 juin 2035 au plus tard/);
    match(before, /\/messages">Lui écrire<\/a>/);
    doesNotMatch(before, /Épreuves passées|Épreuves à passer/);
    const days = { from: "2031-06-02", until: "2031-06-20", receivesBy: "2031-05-02" };
    await deed(world, openExamSession, await held.secretary(), { diploma: "deis", name: "Juin 2031", ...days });
    match(await page(ada!), /Juin 2031, 2 juin 2031 – 20 juin 2031/);
    doesNotMatch(await page(ben!), /Et maintenant \?/);
  });

  it("says on the first page which exam is left, when again, until when the others count and how to contest", async () => {
    const first = await page(ada!, "", "/mon-parcours");
    match(
      first,
      /Le jury a décidé[^]*non validé[^]*Juin 2031, 2 juin 2031[^]*à compléter le 25 juin 2035 au plus tard/,
    );
    match(first, /Vous n’êtes pas d’accord \? Vous pouvez contester la décision jusqu’au lundi 26 août 2030/);
    doesNotMatch(first, /Votre prochaine séance|Ma semaine/);
    doesNotMatch(await page(ben!, "", "/mon-parcours"), /Le jury a décidé/);
  });

  it("takes an appeal to the school within its time, once, and tells its answer with its grounds", async () => {
    on("2030-08-25");
    const results = async (person: Trainee) => {
      const seen = await view(world, myResults, {
        actor: await freshly(world, person),
        establishment: SCHOOL,
        input: {},
      });
      ok(seen.kind === "found");
      return seen.value.results[0]!;
    };
    const { id: result } = await results(ada!);
    const said = "La note de l’oral n’est pas celle que le jury m’a dite.";
    const lodges = async (person: Trainee, text = said) => {
      const input = { actor: await freshly(world, person), establishment: SCHOOL, attempt: newAttempt() };
      return (await perform(world, lodgeResultAppeal, { ...input, input: { result, text } })).kind;
    };
    match(await page(ada!), new RegExp(`href="/faire-ess/mes-epreuves/${result}/recours"`));
    deepEqual([await lodges(ben!), await lodges(ada!, "  ")], ["forbidden", "invalid"]);
    on("2030-08-27");
    deepEqual([await lodges(ada!), /\/recours"/.test(await page(ada!))], ["invalid", false]);
    on("2030-08-25");
    deepEqual([await lodges(ada!), await lodges(ada!)], ["done", "invalid"]);
    match(await page(ada!), /Votre recours du 25 août 2030 est enregistré/);
    const lines = async () => {
      const asked = { actor: await held.secretary(), establishment: SCHOOL, input: {} };
      const seen = await view(world, world.house.myWaiting, asked);
      ok(seen.kind === "found");
      return seen.value.lines.filter(({ key }) => key === "answerResultAppeal");
    };
    const [line] = await lines();
    const [, enrolment = ""] = line!.chain.split(":");
    const after = async (actor: Actor) => {
      const seen = await view(world, seeAfter, { actor, establishment: SCHOOL, input: { enrolment } });
      ok(seen.kind === "found");
      return seen.value.appeals;
    };
    const [appeal] = await after(await held.secretary());
    equal(appeal!.text, said);
    deepEqual(await after({ ...(await held.secretary()), roles: ["auditor"] }), []);
    const she = visitor(app, `/${SCHOOL}`);
    she.cookies.set(SESSION_COOKIE, await openedSession(world, secretary, ["password", "totp"]));
    const open = await she.open(`/apres-les-jurys?pour=${enrolment}`);
    match(open.text, /<h2>Recours contre un résultat<\/h2>[^]*La note de l’oral/);
    const answer = { enrolment, appeal: appeal!.id, outcome: "reviewed" as const, grounds: "Le report est faux." };
    await deed(world, answerResultAppeal, await held.secretary(), answer);
    deepEqual(await lines(), []);
    match(
      await page(ada!),
      /Réponse du 25 août 2030 à votre recours : Le jury va délibérer de nouveau\.[^]*Le report est faux/,
    );
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select(["subject", "paragraphs"]).where("subject", "like", "%recours%").execute(),
    );
    equal(mails.length, 2);
    match(JSON.stringify(mails), /Le report est faux/);
  });

  it("says before which court and until which day, and after that day only that it is over", async () => {
    const mail = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("paragraphs").where("subject", "=", "Vos résultats sont là").execute(),
    );
    equal(mail.length, 2);
    match(
      JSON.stringify(mail[0]!.paragraphs).replaceAll(/[\u00a0\u202f]/g, " "),
      /jusqu’au lundi 26.août 2030\. Tribunal administratif de Montpellier, 6 rue Pitot/,
    );
    on("2030-08-26");
    match(await page(ada!), /jusqu’au <strong>lundi 26 août 2030<\/strong>/);
    match(await page(ben!, "/en"), /Administrative court of Montpellier<br>6 rue Pitot/);
    match(await page(ada!), /href="https:\/\/citoyens\.telerecours\.fr"/);
    on("2030-08-27");
    const late = await page(ada!);
    match(late, /Le délai pour contester cette décision a fini le 26 août 2030/);
    doesNotMatch(late, /telerecours/);
    const seen = await view(world, myResults, { actor: await freshly(world, ada!), establishment: SCHOOL, input: {} });
    ok(seen.kind === "found");
    equal(seen.value.results[0]!.remedies[0]!.by, "2030-08-26");
  });
});
