import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { differingCounts } from "./counts.ts";

describe("two counts of the same on a page", () => {
  it("are told with both numbers, one of them as one", () => {
    deepEqual(differingCounts(["113 programmes à signer", "Dont 3 programmes à signer aujourd’hui"]), [
      "113 and 3 programme à signer",
    ]);
    deepEqual(differingCounts(["12 papiers attendent une signature", "1 papier attend"]), ["12 and 1 papier attend"]);
    deepEqual(differingCounts(["1\u202f204 dossiers à examiner", "204 dossiers à examiner"]), [
      "1204 and 204 dossier à examiner",
    ]);
  });

  it("are none where they agree, or count other things", () => {
    deepEqual(differingCounts(["3 programmes à signer", "3 programmes à signer", "2 contrats à signer"]), []);
    deepEqual(differingCounts(["3 séances", "4 séances", "2,5 heures à suivre", "5 heures à suivre"]), []);
  });
});
