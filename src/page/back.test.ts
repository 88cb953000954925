import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { cameFrom, comingFrom, goingOn } from "./back.ts";

describe("the page that led here", () => {
  it("goes with a form’s next page, unless that is the page itself or says another", () => {
    const query = { de: "/a-faire?quand=late" };
    const to = ["/dossiers/1", "/dossiers/1?fait=oui#note", "/a-faire", "/personnes/1?de=%2Fdossiers"];
    deepEqual(
      to.map((one) => goingOn({ query }, one)),
      [
        "/dossiers/1?de=%2Fa-faire%3Fquand%3Dlate",
        "/dossiers/1?fait=oui&de=%2Fa-faire%3Fquand%3Dlate#note",
        "/a-faire",
        "/personnes/1?de=%2Fdossiers",
      ],
    );
    equal(goingOn({ query: {} }, "/dossiers/1"), "/dossiers/1");
  });

  it("is one of this school", () => {
    for (const de of ["https://exemple.org/", "//exemple.org", "/\\exemple.org", "/../ponant", "javascript:1"])
      equal(cameFrom({ query: { de } }), undefined, de);
    const within = comingFrom("/a-faire", "/personnes/1");
    equal(cameFrom({ query: { de: within } }), within, "with its own");
  });
});
