import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Law } from "../../law/law.ts";
import { lawOf, loadLaws } from "../../law/load.ts";
import type { QuoteInput } from "../../decisions/quote/rule.ts";
import { waysRule } from "../../billing/rules/ways.ts";
import { limitsInShort, limitsNote, priceFindings, priceTables, pricedWays, sharesInShort } from "./price.ts";

const law = lawOf(loadLaws("."), "deis", "2006", "faire-ess")!;
const plain: QuoteInput = { id: "p", on: "2026-11-25", titles: [], track: "deis", funding: [] };
const space = /[\u00a0\u202f]/g;

function shares(input: QuoteInput, lang: "fr" | "en" = "fr"): [string, string][] {
  return sharesInShort(law.school, pricedWays(waysRule(law)(input)), lang).map(({ amount, when }) => [
    amount.replace(space, " "),
    when.replace(space, " "),
  ]);
}

describe("what a path costs, in short", () => {
  it("tells what a person pays alone, then what is left where one funder pays all the tuition", () => {
    // 700 h at 21 €, a fifth less for oneself; 160 € of selection, always one's own.
    assert.deepEqual(shares(plain), [
      ["11 920,00 €", "à votre charge si vous payez seul, remise de 2 940,00 € déduite"],
      [
        "160,00 €",
        "à votre charge, sur 14 860,00 € en tout, si tout le coût pédagogique est pris en charge : plan de développement des compétences de l’employeur, période de reconversion ou projet de transition professionnelle",
      ],
    ]);
  });

  it("begins with the mix that the person described", () => {
    const mixed = shares({ ...plain, funding: [{ source: "cpf", amount: 400_000 }] });
    assert.equal(mixed.length, 3);
    // 10 700 € of tuition are left, less a fifth; and 160 €.
    assert.deepEqual(mixed[0], [
      "8 720,00 €",
      "à votre charge avec votre répartition, sur 12 720,00 € en tout, remise de 2 140,00 € déduite",
    ]);
  });

  it("gives one figure where every way comes to the same", () => {
    const held = law.diploma.domains.map(({ domain }) => ({ domain, validatedOn: "2024-02-01", by: "vae" }));
    assert.deepEqual(shares({ ...plain, held }), [["160,00 €", "à votre charge, quelle que soit la façon de payer"]]);
    assert.deepEqual(shares({ ...plain, held }, "en"), [["€160.00", "for you to pay, whichever way it is paid"]]);
  });
});

describe("what a funder cannot pay", () => {
  const said = (input: QuoteInput, lang: "fr" | "en" = "fr", of: Law["school"] = law.school) => {
    const ways = pricedWays(waysRule({ ...law, school: of })(input));
    return limitsInShort(of, ways, lang).map((one) => one.replace(space, " "));
  };
  const unlimited = {
    ...law.school,
    funders: law.school.funders.map(({ ceiling: _ceiling, ownShare: _own, ...one }) => one),
  };
  const withOnly = (amount: number) => ({
    ...law.school,
    funders: law.school.funders.map((one) => (one.ceiling ? { ...one, ceiling: { ...one.ceiling, amount } } : one)),
  });

  it("is told with the figures, with what would be left to the person at the least", () => {
    // 9 700 € above the ceiling, less a fifth; and 160 €.
    assert.deepEqual(said(plain), [
      "Compte personnel de formation (CPF) : paie 5 000,00 € au plus et laisse 103,20 € à votre charge (non vérifié). Avec ce seul financeur, au moins 7 920,00 € sont à votre charge ; demandez-lui si les 103,20 € s’y ajoutent.",
    ]);
    assert.match(
      said(plain, "en")[0]!,
      /: pays €5,000.00 at most and leaves €103.20 for you to pay.+at least €7,920.00/i,
    );
  });

  it("is at the least what the funder leaves to the person, where its ceiling is not reached", () => {
    assert.match(said(plain, "fr", withOnly(2_000_000))[0]!, /au moins 263,20 € sont à votre charge/);
    // A cent above it, and the share that is left is still the larger.
    assert.match(said(plain, "fr", withOnly(1_469_999))[0]!, /au moins 263,20 € sont à votre charge/);
  });

  it("is nothing to say where nothing is left to pay for, or nobody has a limit", () => {
    const held = law.diploma.domains.map(({ domain }) => ({ domain, validatedOn: "2024-02-01", by: "vae" }));
    assert.deepEqual(said({ ...plain, held }), []);
    assert.deepEqual(said(plain, "fr", unlimited), []);
  });

  it("is cited among what the price rests on, as not verified", () => {
    const found = priceFindings(law, waysRule(law)(plain), []).slice(0, 2);
    assert.deepEqual(
      found.map(({ condition, met, confidence }) => [condition, met, confidence]),
      [
        ["ceiling-cpf", null, "unverified"],
        ["own-share-cpf", null, "unverified"],
      ],
    );
  });

  it("is pointed at under the table of ways", () => {
    assert.equal(
      limitsNote(law.school, pricedWays(waysRule(law)(plain)), "fr"),
      "Dans les limites dites plus haut : compte personnel de formation (CPF).",
    );
    assert.equal(limitsNote(unlimited, pricedWays(waysRule(law)(plain)), "fr"), undefined);
  });
});

describe("the ways to fund a path, side by side", () => {
  const rows = (input: QuoteInput) =>
    priceTables(law.school, pricedWays(waysRule(law)(input)), "fr").ways.rows.map((row) =>
      row
        .map((cell) => (typeof cell === "string" ? cell : cell.text))
        .join(" | ")
        .replace(space, " "),
    );

  it("names on one row the funders by whom everybody pays the same", () => {
    assert.deepEqual(rows(plain), [
      "Vous seul | 14 700,00 € | 160,00 € | −2 940,00 € | 11 920,00 € | 11 920,00 €",
      "Plan de développement des compétences de l’employeur, période de reconversion, compte personnel de formation (CPF) ou projet de transition professionnelle : tout le coût pédagogique | 14 700,00 € | 160,00 € | 0,00 € | 14 860,00 € | 160,00 €",
    ]);
  });

  it("keeps the person alone and their own mix apart, even where all come to the same", () => {
    const held = law.diploma.domains.map(({ domain }) => ({ domain, validatedOn: "2024-02-01", by: "vae" }));
    const free = rows({ ...plain, held, funding: [{ source: "cpf", amount: 400_000 }] });
    assert.deepEqual(
      free.map((row) => row.split(" | ")[0]!.slice(0, 10)),
      ["Vous seul", "Plan de dé"],
    );
    assert.equal(rows({ ...plain, funding: [{ source: "cpf", amount: 400_000 }] }).length, 3);
  });
});
