/** What the subjects declare is gathered whole. */
import { deepEqual, throws } from "node:assert/strict";
import { describe, it } from "node:test";
import { ACTS, DUTIES, SUBJECTS } from "./house.ts";
import { mindNames } from "./names.ts";

describe("the house", () => {
  it("has every duty of every subject fall due, be its subject named in their order or not", () => {
    const left = SUBJECTS.flatMap(({ name, duties = [] }) =>
      duties.every((one) => DUTIES.includes(one)) ? [] : [name],
    );
    deepEqual(left, []);
  });

  it("does not start with two acts or views of one name, and names the rooms that give it", () => {
    const [one, two] = SUBJECTS.filter(({ views = [] }) => views.length > 0);
    const [view] = one!.views!;
    const act = { ...ACTS[0]!, name: view!.name };
    const said = new RegExp(`“${one!.name}” and “${two!.name}” both have an act or a view “${view!.name}”`);
    throws(() => mindNames([one!, { ...two!, views: [view!] }]), said);
    throws(() => mindNames([one!, { ...two!, acts: [act] }]), said);
    throws(
      () => mindNames([{ ...one!, acts: [act] }]),
      new RegExp(`“${one!.name}” gives the name “${view!.name}” to two`),
    );
  });
});
