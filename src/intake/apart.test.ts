/** Intakes of one name are told apart by what differs, and no further. */
import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { intakesApart } from "./apart.ts";

const intake = (name: string, entryOn: string, closes = "2027-01-15", diploma = "deis") => ({
  label: { fr: name, en: name },
  entryOn,
  diploma,
  closesAt: new Date(`${closes}T22:59:00Z`),
});
const told = (...all: ReturnType<typeof intake>[]) => intakesApart(all, "Europe/Paris").map(({ label }) => label.fr);

describe("intakes of one name", () => {
  it("leaves names alone that nobody shares", () => {
    deepEqual(told(intake("Rentrée 2027", "2027-09-06"), intake("Rentrée 2028", "2028-09-04")), [
      "Rentrée 2027",
      "Rentrée 2028",
    ]);
  });

  it("says the month of the start of those that share one", () => {
    deepEqual(told(intake("Rentrée", "2027-09-06"), intake("Rentrée", "2028-02-07"), intake("Autre", "2027-09-06")), [
      "Rentrée, septembre 2027",
      "Rentrée, février 2028",
      "Autre",
    ]);
  });

  it("says the diploma, then the closing, of those that also begin in one month", () => {
    deepEqual(
      told(
        intake("Rentrée", "2027-09-06"),
        intake("Rentrée", "2027-09-20", "2027-03-01"),
        intake("Rentrée", "2027-09-06", "2027-01-15", "deass"),
      ),
      ["Rentrée, DEIS, close le 15 janvier 2027", "Rentrée, DEIS, close le 1er mars 2027", "Rentrée, DEASS"],
    );
  });
});
