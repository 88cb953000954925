import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { legalIssues, type Legal, unstated, vatOn } from "./legal.ts";
import { laws } from "../test/law-world.ts";

const { regimes } = laws.establishments[0]!.data.money!.invoices;
const all: Legal = {
  form: { fr: "Association déclarée", en: "Registered association" },
  siren: "732829320",
  siret: "73282932000074",
  activity: { number: "91340000000", registeredWith: { fr: "préfet de région", en: "prefect of the region" } },
  vat: [
    { from: "2026-01-01", to: "2026-12-31", regime: "nonprofit" },
    { from: "2027-01-01", regime: "attested", attestation: "3511-2027-1" },
  ],
  mediator: { name: "Médiation", address: ["1 rue de l’Accord", "75001 Paris"], url: "https://mediation.exemple" },
};
const paths = (legal: Legal) => legalIssues(legal, regimes).map(({ path }) => path);

describe("what a school says of itself on papers about money", () => {
  it("is named where it is unknown, each thing by its key, and nothing is made up for it", () => {
    equal(unstated({}, "2027-03-01").length, 6);
    deepEqual(unstated(all, "2027-03-01"), []);
    const { mediator: _, ...others } = all;
    deepEqual(
      unstated(others, "2027-03-01").map(({ en }) => en),
      ["the mediator of consumption (mediator)"],
    );
  });

  it("has one regime of VAT on a day, from its first to its last, or none", () => {
    equal(vatOn(all, "2025-12-31"), undefined);
    equal(vatOn(all, "2026-01-01")?.regime, "nonprofit");
    equal(vatOn(all, "2026-12-31")?.regime, "nonprofit");
    equal(vatOn(all, "2027-01-01")?.regime, "attested");
    equal(unstated(all, "2025-12-31").length, 1);
  });

  it("is refused with a wrong digit, or an establishment of another body", () => {
    deepEqual(paths(all), []);
    deepEqual(paths({ ...all, siren: "732829321" }), ["legal.siren", "legal.siret"]);
    deepEqual(paths({ ...all, siret: "73282932000075" }), ["legal.siret"]);
  });

  it("is refused with a regime that there is not, one without the attestation it rests on, and two on one day", () => {
    const vat = (...regimes: NonNullable<Legal["vat"]>) => paths({ ...all, vat: regimes });
    deepEqual(vat({ from: "2027-01-01", regime: "none" }), ["legal.vat[0].regime"]);
    deepEqual(vat({ from: "2027-01-01", regime: "attested" }), ["legal.vat[0].attestation"]);
    deepEqual(vat({ from: "2027-01-01", to: "2026-01-01", regime: "outside" }), ["legal.vat[0].from"]);
    const first = { from: "2026-01-01", to: "2027-01-01", regime: "outside" };
    deepEqual(vat(first, { from: "2027-01-01", regime: "outside" }), ["legal.vat[1].from"]);
    deepEqual(vat(first, { from: "2027-01-02", regime: "outside" }), []);
  });
});
