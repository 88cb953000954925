import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { SUBJECTS } from "../house/house.ts";
import { activityWords } from "./activity-words.ts";

/** Tables whose rows are in the chain of a dossier, or of what is asked to be paid for it. */
const ON_A_DOSSIER = new Set([
  ..."dossier dossier_section dossier_fact dossier_message dossier_confirmation dossier_note dossier_reminder".split(
    " ",
  ),
  ..."submission stored_file charge_due charge_suspension charge_suspension_end payment payment_reversal refund waiver online_payment".split(
    " ",
  ),
]);
/** They erase the dossier, and its record with it. */
const ERASING = /^(?:erase|purge)/;

describe("the log of a dossier", () => {
  it("has words, in both languages, for every act that may stand in it", () => {
    // What comes after the office attaches files to its own things.
    const last = SUBJECTS.findIndex(({ name }) => name === "office");
    const known = SUBJECTS.slice(0, last + 1).flatMap(({ acts: theirs = [] }) => theirs);
    const acts = known.filter(
      ({ name, writes }) => writes.some((table) => ON_A_DOSSIER.has(table)) && !ERASING.test(name),
    );
    for (const lang of ["fr", "en"] as const)
      deepEqual(
        acts.map(({ name }) => name).filter((name) => !Object.hasOwn(activityWords[lang].acts, name)),
        [],
      );
  });
});
