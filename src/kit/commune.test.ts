import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { communesOf, findCommunes, nearCommunes, onlyCommune, townsOf } from "./commune.ts";

const first = (typed: string) => {
  const [one] = findCommunes(typed);
  return one && `${one.code} ${one.name} (${one.department})`;
};

describe("communes by name", () => {
  it("finds one without its accents, hyphens or capitals", () => {
    assert.equal(first("montpellier"), "34172 Montpellier (Hérault)");
    assert.equal(first("CHALONS EN CHAMPAGNE"), "51108 Châlons-en-Champagne (Marne)");
    assert.equal(first("st etienne"), "42218 Saint-Étienne (Loire)");
  });

  it("offers the names that a slip of the hand may have meant, the largest first", () => {
    assert.equal(findCommunes("Montpelier").length, 0);
    assert.equal(nearCommunes("Montpelier")[0]?.name, "Montpellier");
    assert.ok(nearCommunes("Montpelier").length <= 5);
    assert.deepEqual(nearCommunes("Lile"), [], "too short a name is near too many");
    assert.deepEqual(nearCommunes("Xyzzyx"), []);
  });

  it("tells homonyms apart by département, by number or by name", () => {
    assert.equal(first("Saint-Denis 93"), "93066 Saint-Denis (Seine-Saint-Denis)");
    assert.equal(first("saint denis réunion"), "97411 Saint-Denis (La Réunion)");
    assert.equal(onlyCommune("Saint-Denis"), undefined);
  });

  it("knows overseas, Corsica and the arrondissements of Paris", () => {
    assert.equal(first("Nouméa"), "98818 Nouméa (Nouvelle-Calédonie)");
    assert.equal(first("Ajaccio"), "2A004 Ajaccio (Corse-du-Sud)");
    assert.ok(findCommunes("Paris").some(({ code, name }) => code === "75113" && name === "Paris 13e Arrondissement"));
  });

  it("knows communes that have merged, with the name of today", () => {
    const found = findCommunes("Arbignieu")[0]!;
    assert.deepEqual([found.code, found.name, found.today], ["01015", "Arbignieu", "Arboys en Bugey"]);
    assert.deepEqual(
      communesOf("01015")
        .map(({ name }) => name)
        .toSorted(),
      ["Arbignieu", "Arboys en Bugey"],
    );
  });

  it("takes a name typed whole that only one has, and a code", () => {
    assert.equal(onlyCommune("montpellier")!.code, "34172");
    assert.equal(onlyCommune("34172")!.name, "Montpellier");
    assert.equal(onlyCommune("2a004")!.name, "Ajaccio");
    assert.equal(onlyCommune("Montpel"), undefined);
    assert.equal(onlyCommune("Paris"), undefined, "the civil register names the arrondissement");
  });

  it("finds nothing where nothing is", () => {
    assert.deepEqual(findCommunes(""), []);
    assert.deepEqual(findCommunes("  - "), []);
    assert.deepEqual(findCommunes("Poudlard"), []);
  });

  it("names the towns of today under a postcode, however it is spaced", () => {
    assert.deepEqual(townsOf("34 000"), ["Montpellier"]);
    assert.deepEqual(townsOf("34160").includes("Castries") && townsOf("34160").length > 1, true);
    assert.deepEqual(townsOf("99999"), []);
  });
});
