import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { postalAddress } from "./postal-address.ts";

describe("a postal address", () => {
  it("has the postcode and the town of its last line that has any", () => {
    const streets = ["1011 rue du Pont de Lavérune", "CS 70022"];
    const town = { postcode: "34077", town: "Montpellier cedex 3" };
    deepEqual(postalAddress([...streets, "34077 Montpellier cedex 3"]), { streets, ...town });
    deepEqual(postalAddress(["10000 rue longue", "34077 Montpellier cedex 3"]), {
      streets: ["10000 rue longue"],
      ...town,
    });
    deepEqual(postalAddress(["34077 Montpellier cedex 3", "France"]), { streets: ["France"], ...town });
  });

  it("has neither where no line has any", () => {
    const none = { postcode: undefined, town: undefined };
    deepEqual(postalAddress(["Le phare"]), { streets: ["Le phare"], ...none });
    deepEqual(postalAddress(["3407 Montpellier"]), { streets: ["3407 Montpellier"], ...none });
    deepEqual(postalAddress([]), { streets: [], ...none });
  });
});
