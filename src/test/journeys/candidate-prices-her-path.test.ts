import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { testServer } from "../server.ts";
import { APPLY, named, noMoreTitles, PATH } from "./answers.ts";
import { date, errorsIn, plain } from "./sent-forms.ts";
import { visitor } from "./visitor.ts";
import { inSight, wordsInSight } from "../visible-words.ts";

let app: FastifyInstance;
before(async () => {
  app = await testServer();
});
after(() => app.close());

const withTitle = (title: string) => [
  named(PATH, title, [1, 7, 2015]),
  noMoreTitles(PATH),
  [`${PATH}/cursus`, { track: "deis" }] as const,
];

describe("a candidate who prices her path", () => {
  it("sees every hour, every exam and every way of paying with no relieving title", async () => {
    const she = visitor(app, "/faire-ess");
    await she.fillAll([noMoreTitles(PATH), [`${PATH}/cursus`, { track: "deis" }]]);
    const text = plain((await she.open(`${PATH}/resultat`)).text);
    assert.match(text, /Il vous resterait 700 h de théorie et 175 h de pratique\. 3 épreuves à passer/);
    // What it costs stands under the hours and the exams, before any table.
    assert.match(
      text,
      /3 épreuves à passer\. à votre charge si vous payez seul, remise de 2 940,00 € déduite 11 920,00 €/,
    );
    // No funder is said to pay all of it without what it cannot pay; nor an intake that the registration does not reach.
    assert.match(
      text,
      /\(CPF\) : paie 5 000,00 € au plus et laisse 103,20 € à votre charge \(non vérifié\)\. Avec ce seul financeur, au moins 7 920,00 €/,
    );
    assert.equal(text.match(/L’enregistrement RNCP39644 prend fin le 31 décembre 2026/g)?.length, 1);
    assert.ok(text.indexOf("Le prix, selon qui paie") < text.indexOf("Les heures, unité par unité"));
    assert.match(text, /Vous seul 14 700,00 € 160,00 € −2 940,00 € 11 920,00 €/);
    assert.match(
      text,
      /\(CPF\) ou projet de transition professionnelle : tout le coût pédagogique 14 700,00 € 160,00 € 0,00 € 14 860,00 € 160,00 €/,
    );
  });

  it("reads what is hers to pay in a few lines, and opens the tables, the units and the exams", async () => {
    const she = visitor(app, "/faire-ess");
    await she.fillAll(withTitle("CAFERUIS"));
    const { text } = await she.open(`${PATH}/resultat`);
    assert.ok(wordsInSight(text) <= 210, String(wordsInSight(text)));
    assert.match(inSight(text), /à votre charge si vous payez seul, remise de 1 869,00 € déduite 7 636,00 €/);
    for (const folded of ["UF1.1", "Coût pédagogique", "textes contradictoires"])
      assert.ok(plain(text).includes(folded) && !inSight(text).includes(folded), folded);
  });

  it("sees a contested exam as such, with both articles and the note", async () => {
    const she = visitor(app, "/faire-ess");
    await she.fillAll(withTitle("CAFERUIS"));
    const text = plain((await she.open(`${PATH}/resultat`)).text);
    assert.match(text, /2 épreuves à passer, et 1 à confirmer par l’autorité régionale/);
    assert.match(text, /DF3[^.]*Épreuve à confirmer/);
    assert.match(text, /textes contradictoires/);
  });

  it("uses the titles she declared to know whether she may apply", async () => {
    const she = visitor(app, "/faire-ess");
    await she.fillAll([named(APPLY, "DSTS", [1, 7, 2004]), noMoreTitles(APPLY), [`${PATH}/cursus`, { track: "deis" }]]);
    assert.match(
      plain((await she.open(`${PATH}/resultat`)).text),
      /Il vous resterait 0 h de théorie et 175 h de pratique\. 1 épreuve à passer/,
    );
  });

  it("follows a unit in full when she declines its relief", async () => {
    const she = visitor(app, "/faire-ess");
    await she.fillAll([...withTitle("CAFERUIS"), [`${PATH}/renoncer`, { units: ["UF1.1", "UF2.1"] }]]);
    assert.match(plain((await she.open(`${PATH}/resultat`)).text), /Il vous resterait 550 h de théorie/);
  });

  it("is offered a protocol only with a title that allows one", async () => {
    const she = visitor(app, "/faire-ess");
    await she.fillAll(withTitle("CAFERUIS"));
    assert.equal((await she.open(`${PATH}/allegement`)).location, `${PATH}/resultat`);
    await she.fillAll([
      named(PATH, "CAFDES", [1, 7, 2018]),
      noMoreTitles(PATH),
      [`${PATH}/allegement`, { has: "yes", protocol: "P-12", "hours-2": "40,5" }],
    ]);
    assert.match(plain((await she.open(`${PATH}/resultat`)).text), /Allègement accordé par le protocole P-12 : 40,5 h/);
    assert.match(
      errorsIn((await she.fill(`${PATH}/allegement`, { has: "yes", protocol: "P-12", "hours-2": "40,3" })).text)[0]!,
      /UF1\.3 : .*0,5 h/,
    );
  });

  it("adds her own mix of funders, to the cent, and refuses more than the tuition", async () => {
    const she = visitor(app, "/faire-ess");
    await she.fillAll([
      noMoreTitles(PATH),
      [`${PATH}/cursus`, { track: "deis" }],
      [`${PATH}/financement`, { rest: "personal", "amount-cpf": "4 700,00" }],
    ]);
    const text = plain((await she.open(`${PATH}/resultat`)).text);
    assert.match(text, /Votre répartition 14 700,00 € 160,00 € −2 000,00 € 12 860,00 € 8 160,00 €/);
    const refused = await she.fill(`${PATH}/financement`, { rest: "personal", "amount-cpf": "14 701" });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /name="amount-cpf" value="14 701"/);
  });

  it("no longer pays for a domain that she holds, nor sits its exam", async () => {
    const she = visitor(app, "/faire-ess");
    await she.fillAll([noMoreTitles(PATH), [`${PATH}/cursus`, { track: "deis" }]]);
    await she.fillAll([
      [`${PATH}/acquis`, { "held-0": "vae", ...date("on-0", 1, 2, 2024), "held-1": "no", "held-2": "no" }],
    ]);
    assert.match(
      plain((await she.open(`${PATH}/resultat`)).text),
      /Il vous resterait 400 h de théorie et 175 h de pratique\. 2 épreuves/,
    );
    const later = await she.fill(`${PATH}/acquis`, {
      "held-0": "vae",
      ...date("on-0", 1, 2, 2030),
      "held-1": "no",
      "held-2": "no",
    });
    assert.match(errorsIn(later.text)[0]!, /DF1 : cette date ne peut pas être dans l’avenir/);
  });
});
