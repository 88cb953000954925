/** A route makes the links to its page. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { ownParams, route } from "./route.ts";

describe("a route", () => {
  it("puts in each parameter, and what is asked after it, leaving out what is not there", () => {
    const files = route("/dossiers/:dossier/pieces/:file");
    equal(files.path, "/dossiers/:dossier/pieces/:file");
    equal(files.to({ dossier: "a", file: "b" }), "/dossiers/a/pieces/b");
    equal(files.to({ dossier: "a", file: "b" }, { fait: "note", vers: undefined }), "/dossiers/a/pieces/b?fait=note");
    equal(route("/finances").to(), "/finances");
    equal(route("/finances").to({}, { voir: "a-rendre" }), "/finances?voir=a-rendre");
  });

  it("keeps a parameter one part of the address, whatever is in it", () => {
    equal(route("/dossiers/:dossier").to({ dossier: "a/../b?c#d" }), "/dossiers/a%2F..%2Fb%3Fc%23d");
  });

  it("is not made without its parameters, or with those of another", () => {
    const dossier = route("/dossiers/:dossier");
    // @ts-expect-error: a parameter is missing
    dossier.to({});
    // @ts-expect-error: another’s parameter
    dossier.to({ charge: "a" });
  });

  it("takes of an address what it names itself, and not the school that stands before it", () => {
    const all = { school: "faire-ess", jury: "j1", entry: "e1" };
    deepEqual(ownParams(route("/jurys/:jury/candidats/:entry"), all), { jury: "j1", entry: "e1" });
  });
});
