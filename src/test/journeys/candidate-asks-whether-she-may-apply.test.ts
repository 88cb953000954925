import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { loadLaws } from "../../law/load.ts";
import { lawWorld } from "../../house/world.ts";
import { inventedLaw } from "../invented.ts";
import { testServer } from "../server.ts";
import { inSight, wordsInSight } from "../visible-words.ts";
import { APPLY, foreign, fullAnswers, named, noMoreTitles, noMoreWork, theRest, worked } from "./answers.ts";
import { bodyOf, date, errorsIn, type Fields, type Filled, hiddenOf, plain } from "./sent-forms.ts";
import { visitor } from "./visitor.ts";

let app: FastifyInstance;
before(async () => {
  app = await testServer();
});
after(() => app.close());

const candidate = () => visitor(app, "/faire-ess");
const TITLES = `${APPLY}/titres`;
const verdict = (text: string) => plain(/<h1[^>]*>([^]*?)<\/h1>/.exec(text)![1]!);

describe("a candidate who asks whether she may apply", () => {
  it("is told yes, with the article, when a diploma and its experience are there", async () => {
    const she = candidate();
    await she.fillAll([
      named(APPLY, "DEASS", [27, 6, 2019]),
      noMoreTitles(APPLY),
      worked({ from: [1, 9, 2019] }),
      ...theRest,
    ]);
    const { status, text } = await she.open(`${APPLY}/resultat`);
    assert.equal(status, 200);
    assert.equal(verdict(text), "Oui, vous pouvez candidater");
    assert.match(plain(text), /Voie C3 Ouverte/);
    assert.match(text, /href="\/faire-ess\/deis\/regle\/doors\.C3/);
    const ends = /L’enregistrement RNCP39644 prend fin le 31 décembre 2026, peut-être avant la prochaine rentrée/g;
    assert.equal(plain(text).match(ends)?.length, 1);
  });

  it("is told from which day, when the experience still grows", async () => {
    const she = candidate();
    await she.fillAll([
      named(APPLY, "DEASS", [27, 6, 2019]),
      noMoreTitles(APPLY),
      worked({ from: [1, 9, 2025] }),
      ...theRest,
    ]);
    assert.match(verdict((await she.open(`${APPLY}/resultat`)).text), /^Pas encore : à partir du 30 août 2028/);
  });

  it("is told that nobody can tell yet without the attestation of a foreign title, and what to ask for", async () => {
    const she = candidate();
    await she.fillAll([foreign(APPLY), noMoreTitles(APPLY), worked({ from: [1, 9, 2021] }), ...theRest]);
    const text = plain((await she.open(`${APPLY}/resultat`)).text);
    assert.match(text, /On ne peut pas encore le savoir/);
    assert.match(text, /l’attestation de niveau de votre diplôme étranger, à demander/);
  });

  it("is told that the school decides, when her experience is doubtful", async () => {
    const she = candidate();
    await she.fillAll([
      named(APPLY, "DEASS", [27, 6, 2019]),
      noMoreTitles(APPLY),
      worked({ from: [1, 9, 2019], field: "to-decide" }),
      ...theRest,
    ]);
    assert.equal(verdict((await she.open(`${APPLY}/resultat`)).text), "L’établissement doit décider");
  });

  it("is told no, and what would change it, when nothing opens a route", async () => {
    const she = candidate();
    await she.fillAll([noMoreTitles(APPLY), ...theRest]);
    const text = plain((await she.open(`${APPLY}/resultat`)).text);
    assert.match(text, /Non, pas dans la situation que vous avez déclarée/);
    assert.match(
      text,
      /Les 7 voies sont fermées .*Sans expérience demandée Voie C1 .*Avec 3 ans .*Avec 5 ans .*Voie C4/,
    );
    assert.equal(text.match(/Non rempli/g)?.length, 7);
  });

  it("is told, with a no, of the diploma by experience, with its article and where to go, and with a yes is not", async () => {
    const she = candidate();
    await she.fillAll([noMoreTitles(APPLY), ...theRest]);
    const no = await she.open(`${APPLY}/resultat`);
    const way = /Le diplôme sans cette formation (Le diplôme s’obtient aussi.*?) Les 7 voies/;
    const [, told] = way.exec(plain(no.text))!;
    assert.match(inSight(no.text), /s’obtient aussi, en tout ou partie/);
    assert.match(told!, /en tout ou partie, par la validation des acquis de l’expérience .*art\. D\. 451-17/);
    assert.match(told!, /vae\.gouv\.fr\)?.*non vérifié/);
    assert.match(no.text, /href="\/faire-ess\/deis\/regle\/vae\.other-way/);
    const other = candidate();
    await other.fillAll(fullAnswers);
    assert.doesNotMatch(plain((await other.open(`${APPLY}/resultat`)).text), /Le diplôme sans cette formation/);
  });

  it("reads at most 150 words of any answer without pressing, and what it rests on in a fold", async () => {
    const dees = named(APPLY, "DEES", [27, 6, 2019]);
    const answers: Readonly<Record<string, readonly Filled[]>> = {
      "Oui, vous pouvez candidater": fullAnswers,
      "Pas encore": [dees, noMoreTitles(APPLY), worked({ from: [1, 9, 2025] }), ...theRest],
      "L’établissement doit décider": [
        dees,
        noMoreTitles(APPLY),
        worked({ from: [1, 9, 2019], field: "to-decide" }),
        ...theRest,
      ],
      "On ne peut pas encore le savoir": [foreign(APPLY), noMoreTitles(APPLY), ...theRest],
      "Non, pas dans la situation": [noMoreTitles(APPLY), ...theRest],
    };
    for (const [says, steps] of Object.entries(answers))
      for (const lang of ["", "/en"]) {
        const she = visitor(app, `/faire-ess${lang}`);
        await she.fillAll(steps);
        const { text } = await she.open(`${APPLY}/resultat`);
        if (lang === "") assert.ok(verdict(text).startsWith(says), verdict(text));
        assert.ok(wordsInSight(text) <= 150, `${says}: ${wordsInSight(text)}`);
        assert.ok(plain(text).includes("C3") && !inSight(text).includes("art."), says);
      }
  });

  it("reads with a yes what her titles leave to follow and to pay, and which exam is in doubt", async () => {
    const she = candidate();
    await she.fillAll([named(APPLY, "CAFERUIS", [1, 7, 2018]), noMoreTitles(APPLY), noMoreWork]);
    const text = inSight((await she.open(`${APPLY}/resultat`)).text);
    assert.match(text, /Heures 445 h de cours au lieu de 700 Prix 7 636 € si vous payez, 9 505 € si un autre paie/);
    assert.match(text, /À vérifier L’État dira si vous êtes dispensé de l’épreuve du DF3/);
  });

  it("is asked when the course began only where a dated level depends on it, on the same page", async () => {
    const she = candidate();
    const deass = { choice: "title:DEASS", _then: "add" };
    assert.equal((await she.fill(TITLES, { ...deass, ...date("awarded", 31, 12, 2020) })).location, TITLES);
    const asked = await she.fill(TITLES, { ...deass, ...date("awarded", 1, 1, 2021) });
    assert.equal(asked.status, 200);
    assert.match(asked.text, /name="started-year"/);
    assert.match(asked.text, /name="awarded-year" value="2021"/);
    const given = await she.sendFrom(asked, TITLES, {
      ...deass,
      ...date("awarded", 1, 1, 2021),
      ...date("started", 4, 9, 2017),
    });
    assert.equal(given.location, TITLES);
    assert.match(plain((await she.open(TITLES)).text), /Début de la formation : 4 septembre 2017/);
  });

  it("finds a diploma by some letters of its name, with and without accents, and takes a whole name at once", async () => {
    const she = candidate();
    const found = await she.fill(TITLES, { q: "educ spec", ...date("awarded", 27, 6, 2004) });
    assert.equal(found.status, 200);
    assert.match(found.text, /value="title:DEES"/);
    assert.doesNotMatch(found.text, /value="title:DEJE"|value="title:IDE"/);
    assert.match(found.text, /name="awarded-year" value="2004"/);
    const whole = { q: "Diplôme d’État d’éducateur spécialisé (DEES)", ...date("awarded", 27, 6, 2004) };
    assert.equal((await she.fill(TITLES, whole)).location, `${APPLY}/experience`);
    const none = await she.sendFrom(found, TITLES, { q: "educ spec", ...date("awarded", 27, 6, 2004) });
    assert.equal(none.status, 422);
    assert.match(errorsIn(none.text)[0]!, /choisissez-le dans la liste/);
  });

  it("is asked its level, and the country, only of a diploma that is not in the list", async () => {
    const she = candidate();
    const rncp = { choice: "kind:rncp", ...date("awarded", 1, 6, 2021) };
    const shown = await she.fill(TITLES, { q: "chef de projet" });
    const asked = await she.sendFrom(shown, TITLES, { q: "chef de projet", ...rncp });
    assert.equal(asked.status, 200);
    assert.match(asked.text, /name="measure"/);
    const sent = await she.sendFrom(asked, TITLES, { ...rncp, q: "", measure: "6", country: "", level: "", years: "" });
    assert.equal(sent.location, `${APPLY}/experience`);
    assert.match(plain((await she.open(TITLES)).text), /Délivré : France · Niveau ou durée des études : niveau 6/);
  });

  it("adds a diploma once when the button is pressed twice, and two diplomas from two tabs", async () => {
    const she = candidate();
    await she.fillAll([named(APPLY, "IDE", [1, 7, 2010])]);
    const shown = await she.open(TITLES);
    const dees = { choice: "title:DEES", ...date("awarded", 27, 6, 2004), _then: "add" };
    for (const sent of [dees, dees, { ...dees, choice: "title:DEEJE" }])
      assert.equal((await she.sendFrom(shown, TITLES, sent)).location, TITLES);
    assert.deepEqual(
      [...(await she.open(TITLES)).text.matchAll(/id="titles-\d+-name">[^<]*\((\w+)\)/g)].map(([, title]) => title),
      ["IDE", "DEES", "DEEJE"],
    );
  });

  it("reads a date in one field, with any separator, and a month by its name", async () => {
    const she = candidate();
    await she.fillAll([named(APPLY, "DSTS", [1, 1, 2000])]);
    for (const typed of [
      date("awarded", "27.6.2004", "", ""),
      date("awarded", "27", "Juin", "2004"),
      date("awarded", "2004-06-27", "", ""),
    ]) {
      assert.equal((await she.fill(`${APPLY}/titre/1`, { choice: "title:DSTS", ...typed })).status, 303);
      assert.match((await she.open(`${APPLY}/titre/1`)).text, /id="awarded-day" name="awarded-day" value="27"/);
    }
  });

  it("finds each answer again when she goes back", async () => {
    const she = candidate();
    await she.fillAll(fullAnswers);
    assert.match((await she.open(`${APPLY}/periode/3`)).text, /name="percent" value="50"/);
    const foreigner = (await she.open(`${APPLY}/titre/1`)).text;
    assert.match(foreigner, /<option value="BE" selected>/);
    assert.match(foreigner, /<details[^>]* open>/);
    assert.match((await she.open(`${APPLY}/titre/2`)).text, /value="title:DEASS" checked/);
  });

  it("removes a period only after saying yes", async () => {
    const she = candidate();
    await she.fillAll(fullAnswers);
    await she.fill(`${APPLY}/periode/3/retirer`, { remove: "no" });
    assert.equal((await she.open(`${APPLY}/periode/3`)).status, 200);
    await she.fill(`${APPLY}/periode/3/retirer`, { remove: "yes" });
    assert.equal((await she.open(`${APPLY}/periode/3`)).location, `${APPLY}/experience`);
  });

  it("is led to the first open question when she asks for the result too early", async () => {
    const she = candidate();
    assert.equal((await she.open(`${APPLY}/resultat`)).location, APPLY);
    assert.match(plain((await she.open(APPLY)).text), /Vos diplômes .*Son nom, ou quelques lettres/);
    await she.fillAll([noMoreTitles(APPLY)]);
    for (const page of ["", "/resultat"])
      assert.equal((await she.open(`${APPLY}${page}`)).location, `${APPLY}/experience`);
  });

  it("is asked of a corps and a waiver only where nothing else opens a door", async () => {
    const she = candidate();
    await she.fillAll([named(APPLY, "DEASS", [27, 6, 2019]), noMoreTitles(APPLY), worked({ from: [1, 9, 2019] })]);
    assert.equal((await she.fill(...noMoreWork)).location, `${APPLY}/resultat`);
    const other = candidate();
    await other.fillAll([noMoreTitles(APPLY)]);
    assert.equal((await other.fill(...noMoreWork)).location, `${APPLY}/corps`);
    assert.equal((await other.fill(`${APPLY}/corps`, { corps: "none" })).location, `${APPLY}/dispense`);
    assert.equal((await other.fill(`${APPLY}/dispense`, { "waiver-vae-jury": "no" })).location, `${APPLY}/resultat`);
  });

  it("keeps her answer when the inquiry was lost meanwhile", async () => {
    const she = candidate();
    await she.fillAll([named(APPLY, "IDE", [1, 7, 2010])]);
    const shown = await she.open(TITLES);
    she.cookies.delete("livret_inquiry_deis");
    const dees = { choice: "title:DEES", ...date("awarded", 27, 6, 2004) };
    assert.equal((await she.sendFrom(shown, TITLES, dees)).location, `${APPLY}/experience`);
    assert.match(plain((await she.open(TITLES)).text), /éducateur spécialisé \(DEES\)/);
  });

  it("changes each answer from the page of her answer, and is back there", async () => {
    const she = candidate();
    await she.fillAll(fullAnswers);
    const answer = (await she.open(`${APPLY}/resultat`)).text;
    for (const page of ["titre/1", "titre/2", "titres", "periode/3", "experience", "corps", "dispense"])
      assert.ok(answer.includes(`href="/faire-ess${APPLY}/${page}"`), page);
    const changed = await she.fill(`${APPLY}/periode/3`, {
      ...date("from", 1, 9, 2019),
      ...date("to", 31, 8, 2023),
      share: "full",
      field: "social-intervention",
    });
    assert.equal(changed.location, `${APPLY}/resultat`);
    const nurse = { choice: "title:IDE", ...date("awarded", 30, 6, 2014) };
    assert.equal((await she.fill(`${APPLY}/titre/2`, nurse)).location, `${APPLY}/resultat`);
  });

  it("erases everything when she asks for it", async () => {
    const she = candidate();
    await she.fillAll(fullAnswers);
    const token = she.cookies.get("livret_inquiry_deis")!;
    assert.match((await she.open(`${APPLY}/resultat`)).text, new RegExp(`href="/faire-ess${APPLY}/effacer"`));
    // Not by one tap: she is asked, and may say no.
    assert.equal((await she.fill(`${APPLY}/effacer`, {})).status, 422);
    assert.equal((await she.fill(`${APPLY}/effacer`, { erase: "no" })).location, `${APPLY}/resultat`);
    assert.equal((await she.open(`${APPLY}/resultat`)).status, 200);
    assert.equal((await she.fill(`${APPLY}/effacer`, { erase: "yes" })).location, `${APPLY}/efface`);
    she.cookies.set("livret_inquiry_deis", token);
    assert.equal((await she.open(`${APPLY}/resultat`)).location, APPLY);
  });
});

describe("a candidate who does not know every day", () => {
  const years = (from: string, to: string): Filled => [
    `${APPLY}/experience`,
    { ...date("from", "", "", from), ...date("to", "", "", to), share: "full", field: "social-intervention" },
  ];
  const graduate = (year: string): Filled => [TITLES, { choice: "title:DEASS", ...date("awarded", "", "", year) }];

  it("is told the same as with the days, where they change nothing, and reads back what she typed", async () => {
    const she = candidate();
    await she.fillAll([graduate("2010"), years("2012", "2020")]);
    const { text } = await she.open(`${APPLY}/resultat`);
    assert.equal(verdict(text), "Oui, vous pouvez candidater");
    const told = plain(text);
    assert.match(told, /Nous comptons au moins ce qui est sûr/);
    assert.match(told, /Votre DEASS \(niveau 5 selon notre interprétation\), obtenu en 2010/);
    assert.match(told, /De 2012 à 2020/);
    assert.doesNotMatch(told, /31 décembre 20(10|12)|1er janvier 20(12|20)/);
  });

  it("is told that a date changes everything, both answers, the piece that settles it, and where to give the days", async () => {
    const she = candidate();
    await she.fillAll([graduate("2017"), years("2022", "2024")]);
    const { text } = await she.open(`${APPLY}/resultat`);
    assert.equal(verdict(text), "Peut-être : une date change tout");
    const told = plain(text);
    assert.match(told, /entre 1 an \(367 jours\) et 3 ans \(1 096 jours\) d’expérience\. Il en faut 3 ans/);
    assert.match(told, /Au mieux Oui, vous pouvez candidater Au pire Non/);
    assert.match(told, /Ce qui le dira Les dates de vos justificatifs d’emploi/);
    assert.match(text, new RegExp(`href="/faire-ess${APPLY}/periode/2"[^>]*>Donner les jours`));
    const days = {
      ...date("from", 1, 1, 2022),
      ...date("to", 31, 12, 2024),
      share: "full",
      field: "social-intervention",
    };
    await she.fillAll([[`${APPLY}/periode/2`, days]]);
    assert.equal(verdict((await she.open(`${APPLY}/resultat`)).text), "Oui, vous pouvez candidater");
  });

  it("is not told yes while the start of her course, on which the level of her diploma depends, is not said", async () => {
    const she = candidate();
    const hers = date("awarded", "", "", "2021");
    const since = { ...date("from", 1, 1, 2023), ongoing: "yes", share: "full", field: "social-intervention" };
    await she.fillAll([
      [TITLES, { choice: "title:DEASS", ...hers, ...date("started", "", "", "") }],
      [`${APPLY}/experience`, { ...since, ...date("from", 1, 6, 2024) }],
    ]);
    const { text } = await she.open(`${APPLY}/resultat`);
    const told = plain(text);
    assert.match(verdict(text), /^Peut-être/);
    assert.match(told, /Vous n’avez pas dit quand votre formation a commencé \(.+\)\. La réponse en dépend/);
    assert.match(told, /Ce qui le dira Le début de la formation/);
    assert.match(text, new RegExp(`href="/faire-ess${APPLY}/titre/1"[^>]*>Dire quand elle a commencé`));
    const settled: Filled = [
      `${APPLY}/titre/1`,
      { choice: "title:DEASS", ...hers, ...date("started", "", "", "2019") },
    ];
    await she.fillAll([settled]);
    assert.equal(verdict((await she.open(`${APPLY}/resultat`)).text), "Oui, vous pouvez candidater");
  });

  it("gets no paper and keeps nothing before every day is given, since both hold days", async () => {
    const she = candidate();
    await she.fillAll([graduate("2010"), years("2012", "2020")]);
    const { text } = await she.open(`${APPLY}/resultat`);
    assert.match(plain(text), /Pour conserver la réponse ici, ou en faire un PDF, donnez d’abord tous les jours/);
    assert.doesNotMatch(text, /resultat\.pdf|\/conserver"/);
    assert.equal((await she.open(`${APPLY}/resultat.pdf`)).location, `${APPLY}/resultat`);
  });

  it("writes a year or a month wherever a whole date may stand", async () => {
    const she = candidate();
    await she.fillAll([named(APPLY, "DSTS", [1, 1, 2000])]);
    for (const [typed, kept] of [
      [date("awarded", "2017", "", ""), ["", "", "2017"]],
      [date("awarded", "juin 2017", "", ""), ["", "6", "2017"]],
      [date("awarded", "", "juin", "2017"), ["", "6", "2017"]],
      [date("awarded", "27", "6", "2017"), ["27", "6", "2017"]],
    ] as const) {
      assert.equal((await she.fill(`${APPLY}/titre/1`, { choice: "title:DSTS", ...typed })).status, 303);
      const { text } = await she.open(`${APPLY}/titre/1`);
      const value = (part: string) => new RegExp(`name="awarded-${part}" value="([^"]*)"`).exec(text)![1];
      assert.deepEqual(["day", "month", "year"].map(value), [...kept]);
    }
    const alone = await she.fill(`${APPLY}/titre/1`, { choice: "title:DSTS", ...date("awarded", "27", "", "2017") });
    assert.match(errorsIn(alone.text)[0]!, /Indiquez le mois/);
  });
});

describe("two tabs of one candidate", () => {
  it("show both values when one saves over what the other has seen, and keep the one she chooses", async () => {
    const she = candidate();
    await she.fillAll([noMoreTitles(APPLY)]);
    const first = await she.open(`${APPLY}/corps`);
    await she.fill(`${APPLY}/corps`, { corps: "pjj-educator" });
    const stale = await she.sendFrom(first, `${APPLY}/corps`, { corps: "penitentiary-director" });
    assert.equal(stale.status, 409);
    assert.match(
      plain(stale.text),
      /Éducateurs de la protection judiciaire.*Directeurs de l’administration pénitentiaire/,
    );
    assert.match((await she.open(`${APPLY}/corps`)).text, /value="pjj-educator" checked/);
    assert.equal((await she.sendFrom(stale, `${APPLY}/corps`, {})).status, 303);
    assert.match((await she.open(`${APPLY}/corps`)).text, /value="penitentiary-director" checked/);
  });

  it("do not disturb each other on different questions", async () => {
    const she = candidate();
    await she.fillAll([noMoreTitles(APPLY)]);
    const corps = await she.open(`${APPLY}/corps`);
    await she.fill(`${APPLY}/dispense`, { "waiver-vae-jury": "yes" });
    assert.equal((await she.sendFrom(corps, `${APPLY}/corps`, { corps: "none" })).status, 303);
  });
});

describe("a form badly filled in", () => {
  const refusals: readonly (readonly [what: string, fields: Fields, says: RegExp])[] = [
    ["an empty date", date("awarded", "", "", ""), /Indiquez la date : l’année suffit/],
    ["a day that does not exist", date("awarded", 31, 2, 2019), /Ce jour n’existe pas/],
    ["a month that is none", date("awarded", 1, 13, 2019), /Indiquez le mois/],
    ["a year in two digits", date("awarded", 1, 1, 19), /quatre chiffres/],
    ["a year to come", date("awarded", "", "", 2107), /Donnez l’année où ce diplôme a été obtenu/],
    ["HTML", date("awarded", "<script>alert(1)</script>", 1, 2019), /Ce jour n’existe pas/],
    ["SQL", date("awarded", "1'; drop table inquiry; --", 1, 2019), /Ce jour n’existe pas/],
    ["a field of a hundred thousand characters", date("awarded", "9".repeat(100_000), 1, 2019), /Ce jour n’existe pas/],
  ];
  for (const [what, fields, says] of refusals) {
    it(`is refused in a sentence for ${what}, its values kept`, async () => {
      const she = candidate();
      const { status, text } = await she.fill(TITLES, { choice: "title:DSTS", ...fields });
      assert.equal(status, 422);
      assert.match(errorsIn(text)[0]!, says);
      assert.match(text, /<title>Erreur\s: /);
      assert.doesNotMatch(text, /<script>alert/);
      assert.match(text, new RegExp(`name="awarded-year" value="${String(fields["awarded-year"])}"`));
    });
  }

  it("is refused whole when several things are wrong, each beside its field", async () => {
    const she = candidate();
    await she.fillAll([noMoreTitles(APPLY)]);
    const { text } = await she.fill(`${APPLY}/experience`, {
      ...date("from", 1, 2, 2020),
      ...date("to", 1, 1, 2020),
      share: "percent",
      percent: "120",
    });
    assert.deepEqual(errorsIn(text), [
      "La fin de la période ne peut pas être avant son début.",
      "Indiquez un pourcentage de temps plein, entre 0,01 et 100, avec deux décimales au plus.",
      "Dites si cette expérience relève du champ demandé.",
    ]);
    assert.match(text, /id="percent"[^>]*aria-describedby="percent-error"[^>]*aria-invalid="true"/);
  });

  it("is never a fault of the server when the bytes are no UTF-8", async () => {
    const she = candidate();
    const shown = await she.open(TITLES);
    const body = `${bodyOf(hiddenOf(shown.text))}&choice=title:DSTS&q=%ff&awarded-day=%ff%fe&awarded-month=1&awarded-year=%C3%28`;
    assert.equal((await she.send("POST", TITLES, body)).status, 200);
    const again = `${bodyOf(hiddenOf(shown.text))}&choice=title:DSTS&awarded-day=%ff%fe&awarded-month=1&awarded-year=%C3%28`;
    assert.equal((await she.send("POST", TITLES, again)).status, 422);
  });

  it("is refused for names that the référentiel does not have", async () => {
    const she = candidate();
    const day = date("awarded", 1, 1, 2000);
    assert.equal((await she.fill(TITLES, { choice: "title:constructor", ...day })).status, 422);
    assert.equal((await she.fill(TITLES, { choice: "kind:__proto__", ...day })).status, 422);
    const abroad = { choice: "kind:rncp", measure: "6", country: "ZZ", level: "", years: "", ...day };
    assert.equal((await she.fill(TITLES, abroad)).status, 422);
  });

  it("takes fifty titles and not one more", async () => {
    const she = candidate();
    await she.fillAll(Array.from({ length: 50 }, () => named(APPLY, "DSTS", [1, 1, 2000])));
    const { status, text } = await she.fill(...named(APPLY, "DSTS", [1, 1, 2000]));
    assert.equal(status, 422);
    assert.match(errorsIn(text)[0]!, /50 titres au plus/);
  });
});

describe("a diploma that the list does not name", () => {
  it("is found by its kind, with its years and name said on the first page, and keeps its name", async () => {
    const she = visitor(app, "/faire-ess");
    const first = await she.open(`${APPLY}/titres`);
    assert.match(plain(first.text), /Bac \+ combien \?.*Obtenu à l’étranger/);
    const said = { q: "master politiques sociales", bac: "5", ...date("awarded", "", "", 2015) };
    const asked = await she.sendFrom(first, TITLES, { ...said, _then: "search" });
    assert.match(plain(asked.text), /Une question de plus Lequel \?.*Lequel \? Licence, master, doctorat…/);
    const sent = await she.sendFrom(asked, TITLES, { ...said, choice: "kind:higher-education", _found: said.q });
    assert.equal(sent.status, 303);
    const list = plain((await she.open(TITLES)).text);
    assert.match(list, /Master politiques sociales \(diplôme d’enseignement supérieur/);
    assert.match(list, /5 années d’études/);
  });

  it("is not one of France where it was obtained abroad", async () => {
    const she = visitor(app, "/faire-ess");
    const { status, text } = await she.fill(TITLES, {
      choice: "title:DEASS",
      country: "BE",
      ...date("awarded", 1, 6, 2015),
    });
    assert.equal(status, 422);
    assert.match(errorsIn(text)[0]!, /délivré en France/);
  });
});

describe("the same questions in English", () => {
  it("lead to the same answer", async () => {
    const she = visitor(app, "/faire-ess/en");
    await she.fillAll(fullAnswers);
    assert.equal(verdict((await she.open(`${APPLY}/resultat`)).text), "Yes, you may apply");
  });
});

describe("another diploma, which is a file", () => {
  it("asks its own questions and gives its own answer, without a line of code", async (test) => {
    const laws = loadLaws(inventedLaw(test).path);
    const other = await testServer(lawWorld(laws, { diploma: undefined, establishment: undefined }));
    test.after(() => other.close());
    const she = visitor(other, "/ponant");
    const base = "/lighthouse/candidater";
    const nautical = { choice: "kind:nautical", measure: "2", country: "", level: "", years: "" };
    const atSea = { ...date("from", 1, 1, 2024), ...date("to", 31, 12, 2025), share: "full", field: "at-sea" };
    await she.fillAll([
      [`${base}/titres`, { ...nautical, ...date("awarded", 1, 5, 2020) }],
      [`${base}/experience`, atSea],
    ]);
    assert.match(plain((await she.open(`${base}/titre/1`)).text), /Niveau 2, ancien niveau pilote/);
    const { text } = await she.open(`${base}/resultat`);
    assert.equal(verdict(text), "Oui, vous pouvez candidater");
    assert.match(plain(text), /Voie SEA Ouverte/);
  });
});
