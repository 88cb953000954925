import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { fileURLToPath } from "node:url";
import { LANGS } from "../../kit/lang.ts";
import { loadCases } from "../../law/cases.ts";
import { lawOf, loadLaws } from "../../law/load.ts";
import { INVENTED, leastLaw } from "../../test/invented.ts";
import { openedIntake } from "../../test/intakes.ts";
import { LAWS, testServer, testWorldOf } from "../../test/server.ts";
import { inSight, wordsInSight } from "../../test/visible-words.ts";
import { lawWorld } from "../../house/world.ts";
import { buildServer } from "../../web/server.ts";
import { factsOf, sayKey } from "../case-facts.ts";
import { ruleEntries } from "../entry-list.ts";
import { entryFigures } from "../entry-words.ts";
import { programmeWords } from "../sentences.ts";

const law = lawOf(LAWS, "deis", "2006", "faire-ess")!;
const words = (body: string) => body.replace(/<[^>]*>/g, " ").replace(/[\s\u00a0\u202f]+/g, " ");

describe("the diploma's page", () => {
  let app: FastifyInstance;
  before(async () => {
    app = await testServer();
  });
  after(() => app.close());

  const read = async (url: string) => {
    const answer = await app.inject({ url });
    assert.equal(answer.statusCode, 200, url);
    return answer.body;
  };

  for (const lang of ["fr", "en"] as const) {
    const url = lang === "fr" ? "/faire-ess/deis" : "/faire-ess/en/deis";

    it(`names each door, unit, exam, relief, funder and silence (${lang})`, async () => {
      const said = words(await read(url)).toLowerCase();
      const { doors, domains, reliefs, unread } = law.diploma;
      const { funders, admission, page } = law.school;
      const facts = [
        ...unread,
        ...admission.silent,
        ...page.profession,
        ...page.objectives,
        ...page.methods,
        ...page.onward,
      ];
      const labels = [
        ...doors.map(({ short }) => short),
        ...domains.flatMap(({ units, exam }) => [exam.label, exam.form, ...units.map(({ label }) => label)]),
        ...[...funders, ...facts].map(({ label }) => label),
      ].map((label) => label[lang]);
      for (const text of [...labels, ...reliefs.map(({ title }) => title)]) {
        const wanted = text
          .replace(/[\s\u00a0\u202f]+/g, " ")
          .replaceAll("'", "&#39;")
          .toLowerCase();
        assert.ok(said.includes(wanted), wanted);
      }
    });

    it(`describes the course as schema.org does (${lang})`, async () => {
      const body = await read(url);
      const [, text] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)!;
      const data = JSON.parse(text!) as { "@context": string; "@graph": Record<string, unknown>[] };
      assert.equal(data["@context"], "https://schema.org");
      const [page, programme, school] = data["@graph"];
      assert.equal(page!["@type"], "WebPage");
      assert.equal(page!.dateModified, law.school.page.updatedOn);
      assert.deepEqual(page!.mainEntity, { "@id": programme!["@id"] });
      assert.equal(programme!["@type"], "EducationalOccupationalProgram");
      assert.deepEqual(programme!.provider, { "@id": school!["@id"] });
      assert.equal((programme!.programPrerequisites as string[]).length, law.diploma.doors.length);
      assert.match(programme!.url as string, /^http:\/\/localhost(?::\d+)?\/faire-ess/);
      const prices = (programme!.offers as { priceSpecification: { price: string } }[]).map(
        (one) => one.priceSpecification.price,
      );
      assert.deepEqual(
        prices,
        law.school.price.lines.map(({ unitAmount }) => (unitAmount / 100).toFixed(2)),
      );
      assert.deepEqual(school!.address, {
        "@type": "PostalAddress",
        streetAddress: "1011 rue du Pont de Lavérune, CS 70022",
        postalCode: "34077",
        addressLocality: "Montpellier cedex 3",
      });
      assert.equal((programme!.financialAidEligible as string[]).length, 4);
      assert.equal(programme!.startDate, undefined);
    });
  }

  it("gives programs the days and the places of the intake that it announces", async () => {
    const { world, close } = await testWorldOf();
    await openedIntake(world, { places: 24 });
    const open = await buildServer(world, { perMinute: 1_000_000 });
    const { body } = await open.inject({ url: "/faire-ess/deis" });
    await open.close();
    await close();
    const [, text] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)!;
    const [, programme] = (JSON.parse(text!) as { "@graph": Record<string, unknown>[] })["@graph"];
    const { applicationStartDate, applicationDeadline, startDate, maximumEnrollment } = programme!;
    assert.deepEqual(
      [applicationStartDate, applicationDeadline, startDate, maximumEnrollment],
      ["2026-11-02T08:00:00.000Z", "2027-03-31T21:59:59.999Z", "2027-09-13", 24],
    );
  });

  it("says that the head-counts of the rates are not published", async () => {
    const body = await read("/faire-ess/deis");
    assert.equal(body.match(/<em>non publié<\/em>/g)?.length, law.school.indicators!.rates.length);
    assert.match(words(body), /sur un petit groupe, une seule personne/);
  });

  it("draws the hours of each domain to one scale", async () => {
    const body = await read("/faire-ess/deis");
    const widths = [...body.matchAll(/<rect class="(?:bar|practice)"[^>]*width="([\d.]+)%"/g)].map(
      ([, width]) => width,
    );
    assert.deepEqual(widths, ["70.59", "58.82", "41.18", "35.29"]);
  });

  it("says what an adult asks first, and beside its question what the school has not published", async () => {
    const brief = words((await read("/faire-ess/deis")).split('id="essentiel"')[1]!.split("</section>")[0]!);
    assert.match(brief, /Durée 3 ans au plus : 700 h de cours et 175 h de pratique\./);
    assert.match(brief, /Rythme L’école ne l’a pas publié\. Posez la question/);
    assert.match(brief, /Prix 14 860 € si un financeur paie 11 920 € si vous payez vous-même/);
    assert.match(brief, /Résultats 89 % : taux de réussite 2022, sans le nombre de personnes/);
  });

  it("folds the law, the units, the competences and the jury, and leaves fewer than 800 words in sight", async () => {
    const body = await read("/faire-ess/deis");
    const count = wordsInSight(body);
    assert.ok(count > 400 && count <= 800, String(count));
    for (const hidden of ["UF1.1", "DC3.1", "Cadre national", programmeWords.fr.jury])
      assert.ok(body.includes(hidden) && !inSight(body).includes(hidden), hidden);
  });

  it("keeps the address of every part", async () => {
    const body = await read("/faire-ess/deis");
    const old =
      "metier acces admission programme allegements epreuves blocs vae prix resultats handicap contacts silences etat-du-droit";
    for (const id of old.split(" ")) assert.equal(body.split(` id="${id}"`).length, 2, id);
  });

  it("leads to both journeys", async () => {
    const body = await read("/faire-ess/en/deis");
    assert.match(body, /href="\/faire-ess\/en\/deis\/candidater"/);
    assert.match(body, /href="\/faire-ess\/en\/deis\/parcours"/);
  });

  it("gives no page to a diploma the school does not prepare for", async () => {
    assert.equal((await app.inject({ url: "/faire-ess/inconnu" })).statusCode, 404);
  });
});

describe("the page of a small diploma", () => {
  const laws = loadLaws(INVENTED);
  let app: FastifyInstance;
  before(async () => {
    app = await testServer(lawWorld(laws, { diploma: undefined, establishment: undefined }));
  });
  after(() => app.close());

  for (const url of ["/ponant", "/ponant/lighthouse", "/ponant/en/lighthouse"]) {
    it(`has no heading, list or sentence with nothing in it (${url})`, async () => {
      const { body } = await app.inject({ url });
      assert.doesNotMatch(body, /<(ul|ol|dl|dd|p|tbody|div class="cards")\b[^>]*>\s*<\/\1>/);
      assert.doesNotMatch(body, /<\/h3>\s*(?:<h[23]|<\/section>|<details)|<\/h2>\s*<\/section>/);
      assert.doesNotMatch(words(body), /: \.|, \.|Formacode/);
    });
  }

  it("leaves out of its data for search engines what is empty", async () => {
    const { body } = await app.inject({ url: "/ponant/lighthouse" });
    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)!;
    assert.doesNotMatch(data!, /""|\[\]|null/);
  });

  it("has none of the parts of which it has nothing to say", async () => {
    const { body } = await app.inject({ url: "/ponant/lighthouse" });
    const ids = [...body.matchAll(/<(?:section|details) [^>]*?id="([^"]+)"/g)].map(([, id]) => id);
    assert.ok(ids.includes("acces") && !ids.includes("resultats") && !ids.includes("metier"));
  });

  it("counts one of a thing as one", () => {
    assert.match(programmeWords.fr.accessLead(1), /une voie\./);
    assert.equal(programmeWords.fr.exams(1), "L’épreuve");
    assert.match(programmeWords.en.agreed(1, 6.5, 10), /^1 marker gives a mark\./);
  });
});

describe("the page of a diploma that has the least", () => {
  for (const lang of LANGS) {
    it(`tells of nothing that it has not (${lang})`, async (test) => {
      const app = await testServer(
        lawWorld(loadLaws(leastLaw(test).path), { diploma: undefined, establishment: undefined }),
      );
      test.after(() => app.close());
      const at = lang === "fr" ? "/ponant" : "/ponant/en";
      const { body } = await app.inject({ url: `${at}/lighthouse` });
      const ids = [...body.matchAll(/<(?:section|details) [^>]*?id="([^"]+)"/g)].map(([, id]) => id);
      assert.deepEqual(ids, [
        "essentiel",
        "acces",
        "admission",
        "prix",
        "programme",
        "epreuves",
        "contacts",
        "aussi",
        "etat-du-droit",
      ]);
      const none = programmeWords[lang];
      for (const heading of [none.experienceCount, none.relief, none.jury, none.time, none.funders])
        assert.ok(!body.includes(`>${heading}</h`), heading);
      assert.ok(words(body).includes(words(none.priceNone)));
      assert.doesNotMatch(body, /"description":""/);
      const home = words((await app.inject({ url: at })).body);
      assert.match(home, lang === "fr" ? /Vos titres, et la réponse/ : /Your titles, and the answer/);
      const questions = words((await app.inject({ url: `${at}/lighthouse/candidater` })).body);
      assert.doesNotMatch(questions, /emplois et leur|dates of your jobs/);
      const path = words((await app.inject({ url: `${at}/lighthouse/parcours` })).body);
      assert.doesNotMatch(path, /si vous en avez|if you have any/);
      const rule = words((await app.inject({ url: `${at}/lighthouse/regle` })).body);
      assert.match(rule, lang === "fr" ? /Les niveaux comptés : 1, 2 et 3\./ : /The levels that count: 1, 2 and 3\./);
      const help = words((await app.inject({ url: `${at}/aide` })).body);
      assert.doesNotMatch(help, /frais de sélection|chiffres romains|selection fee|Roman numerals/);
    });
  }
});

describe("a school of several diplomas", () => {
  it("names each on its home, with its own questions, and none on the pages of the school", async (test) => {
    const { diplomas, establishments, ...rest } = loadLaws(INVENTED);
    const [{ data, file }] = diplomas as [(typeof diplomas)[number]];
    const beacon = { ...data, diploma: "beacon", abbreviation: "AEB", label: { fr: "attestation", en: "attestation" } };
    const [school] = establishments;
    const [taught] = school!.data.diplomas;
    const both = { ...school!.data, diplomas: [taught!, { ...taught!, diploma: "beacon" }] };
    const laws = {
      ...rest,
      diplomas: [...diplomas, { data: beacon, file }],
      establishments: [{ ...school!, data: both }],
    };
    const app = await testServer(lawWorld(laws, { diploma: undefined, establishment: undefined }));
    test.after(() => app.close());
    const home = (await app.inject({ url: "/ponant" })).body;
    assert.match(words(home), /École du Ponant prépare au diplôme de gardien de phare et à l’attestation\./);
    for (const to of ["lighthouse/candidater", "beacon/candidater", "lighthouse/parcours", "beacon/parcours"])
      assert.ok(home.includes(`href="/ponant/${to}"`), to);
    const titleOf = async (url: string) => /<title>(.*?)<\/title>/.exec((await app.inject({ url })).body)![1];
    assert.doesNotMatch((await titleOf("/ponant/aide"))!, /DGP|AEB/);
    assert.match((await titleOf("/ponant/beacon"))!, /AEB/);
    const questions = words((await app.inject({ url: "/ponant/beacon/candidater" })).body);
    assert.match(questions, /Puis-je candidater . – AEB/);
  });
});

describe("the legal notice", () => {
  it("names what the school's file does, and says what is missing", async (test) => {
    const { establishments, ...rest } = loadLaws(INVENTED);
    const [school] = establishments;
    const notice = { director: "la gardienne", officer: "dpo@exemple.fr" };
    const laws = { ...rest, establishments: [{ ...school!, data: { ...school!.data, notice } }] };
    const app = await testServer(lawWorld(laws, { diploma: undefined, establishment: undefined }));
    test.after(() => app.close());
    const said = words((await app.inject({ url: "/ponant/mentions-legales" })).body);
    assert.match(said, /Directeur de la publication la gardienne/);
    assert.match(said, /Hébergeur non communiqué/);
    assert.match(said, /délégué à la protection des données : dpo@exemple\.fr\./);
  });
});

describe("the end of the registration", () => {
  const NOTICE = /registration-notice/;
  const homeOn = async (day: string) => {
    const app = await testServer({ now: () => new Date(`${day}T12:00:00Z`) });
    const { body } = await app.inject({ url: "/faire-ess" });
    await app.close();
    return body;
  };
  it("is announced once an intake within a year may come after it", async () => {
    assert.doesNotMatch(await homeOn("2025-12-31"), NOTICE);
    assert.match(await homeOn("2026-01-01"), NOTICE);
  });
  it("is told as past from the day after", async () => {
    assert.match(words(await homeOn("2026-12-31")), /prend fin le 31 décembre 2026/);
    assert.match(words(await homeOn("2027-01-01")), /a pris fin le 31 décembre 2026/);
  });
});

describe("« La règle »", () => {
  const cases = loadCases(fileURLToPath(new URL("../../..", import.meta.url)));
  let app: FastifyInstance;
  before(async () => {
    app = await testServer({ cases: () => cases });
  });
  after(() => app.close());

  it("leads from each article to each of its entries", async () => {
    const { body } = await app.inject({ url: "/faire-ess/deis/regle" });
    for (const { id } of ruleEntries(law)) assert.ok(body.includes(`href="/faire-ess/deis/regle/${id}"`), id);
  });
  it("has a page for every entry, in both languages, each with words and not a name", async () => {
    for (const { id } of ruleEntries(law)) {
      for (const lang of ["", "/en"]) {
        const answer = await app.inject({ url: `/faire-ess${lang}/deis/regle/${id}` });
        assert.equal(answer.statusCode, 200, id);
        const heading = words(answer.body.split("<h1>")[1]!.split("</h1>")[0]!).trim();
        assert.match(heading, /[.!?…]$/, id);
        assert.doesNotMatch(answer.body, /undefined|\[object/, id);
      }
    }
  });
  it("shows only the entries of one degree of certainty when asked", async () => {
    const { body } = await app.inject({ url: "/faire-ess/deis/regle?certitude=conflict" });
    const shown = ruleEntries(law).filter(({ source }) => source.confidence === "conflict");
    assert.equal(
      body
        .match(/<section class="article">[^]*?<\/section>/g)!
        .join("")
        .match(/<li><a /g)!.length,
      shown.length,
    );
  });
  it("shows the cases a jurist wrote about an entry", async () => {
    const { body } = await app.inject({ url: "/faire-ess/deis/regle/clock" });
    const [one] = cases.filter(({ illustrates }) => illustrates?.includes("clock"));
    assert.ok(one);
    assert.ok(body.includes(`${one.file}:${one.line}`));
  });
  it("tells the facts of every case, and its answer, in words", () => {
    for (const lang of LANGS) {
      const told = { law, lang };
      const keys = (value: unknown): string[] =>
        typeof value !== "object" || value === null
          ? []
          : Object.entries(value).flatMap(([key, child]) => [...(Array.isArray(value) ? [] : [key]), ...keys(child)]);
      const part = (key: string) =>
        law.diploma.domains.some(({ exam }) => exam.components?.some((one) => one.component === key));
      for (const { facts, expect, refused } of cases) {
        const all = keys([facts, expect, refused]);
        // Whom the facts name is called by that name in the answer.
        const people = ((facts.candidates ?? []) as { id: string }[]).map(({ id }) => id);
        assert.deepEqual(
          all.filter((key) => sayKey(key, told) === undefined && !part(key) && !people.includes(key)),
          [],
        );
        const said = String(factsOf(facts, told)) + String(factsOf(expect ?? refused!, told));
        assert.doesNotMatch(said, /undefined|null|true|false|\[object|[a-z][A-Z]|[{}]/, said);
        assert.doesNotMatch(said, /\b\d{4}-\d\d-\d\d\b|\b(?:needs|not)-[a-z]/, said);
      }
    }
  });
  it("tells of each entry the numbers it sets, in the list as on its page", async () => {
    const { body } = await app.inject({ url: "/faire-ess/deis/regle" });
    const list = words(body);
    for (const entry of ruleEntries(law))
      for (const figure of entryFigures(entry, "fr")) assert.ok(list.includes(words(figure)), entry.id);
    for (const { units } of law.diploma.domains)
      for (const { unit } of units) assert.ok(list.includes(`${unit} `), unit);
  });
  it("names the very file in which an entry stands", async () => {
    const fileOf = async (id: string) => (await app.inject({ url: `/faire-ess/deis/regle/${id}` })).body;
    assert.match(await fileOf("clock"), /<code>diplomas\/deis\/2006\.yaml<\/code>/);
    assert.match(await fileOf("contacts.postal"), /<code>establishments\/faire-ess\.yaml<\/code>/);
  });
  it("shows none where none were loaded", async () => {
    const bare = await testServer();
    assert.equal((await bare.inject({ url: "/faire-ess/deis/regle/clock" })).statusCode, 200);
    await bare.close();
  });
  it("has no page for what is not an entry", async () => {
    for (const id of ["doors.C9", "texts", "__proto__", "doors.C1.source"]) {
      assert.equal((await app.inject({ url: `/faire-ess/deis/regle/${id}` })).statusCode, 404, id);
    }
  });
});
