/** What whoever starts the service reads where the system refuses a folder. */
import { doesNotThrow, equal, throws } from "node:assert/strict";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { describe, it } from "node:test";
import { readConfig } from "../config/config.ts";
import { LAWS } from "../test/server.ts";
import { withSchools } from "../test/several-schools.ts";
import { refuseUnknown, shut } from "./start.ts";
import type { StartError } from "./start-error.ts";

function errorOf(refused: () => unknown): unknown {
  try {
    refused();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was refused");
}

describe("a sign-in service", () => {
  const several = withSchools(LAWS, [{ establishment: "autre-ecole" }]);
  const refused = (laws: typeof LAWS, school?: string) => {
    const read = readConfig({
      LIVRET_OIDC_ISSUER: "https://sso.exemple.fr",
      LIVRET_OIDC_CLIENT_ID: "livret",
      LIVRET_PUBLIC_URL: "https://livret.exemple.fr",
      ...(school !== undefined && { LIVRET_OIDC_SCHOOL: school }),
    });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { config } = read;
    return () => refuseUnknown(config, laws);
  };

  it("is the only school’s where there is one, and is said whose it is where there are several", () => {
    doesNotThrow(refused(LAWS));
    throws(refused(several), (error: StartError) => error.said.fr.startsWith("LIVRET_OIDC_SCHOOL : à donner"));
    doesNotThrow(refused(several, "autre-ecole"));
    throws(refused(several, "nulle-part"), (error: StartError) => /n’est pas connu ici/.test(error.said.fr));
  });
});

describe("a folder that the system refuses", () => {
  const why = (error: unknown, lang: "fr" | "en") => /^.*? \((.*)\)/.exec(shut("/d", error).said[lang])?.[1];

  it("is told why in words, in both languages", () => {
    const lock = errorOf(() => new DatabaseSync(tmpdir()));
    equal(why(lock, "fr"), "ce compte du système n’y a pas droit");
    const none = errorOf(() => readdirSync("/nowhere/diplomas"));
    equal(why(none, "fr"), "/nowhere/diplomas n’existe pas");
    equal(why(none, "en"), "there is no /nowhere/diplomas");
    const readOnly = Object.assign(new Error("listen EROFS: read-only file system"), { code: "EROFS" });
    equal(why(readOnly, "fr"), "ce disque est en lecture seule");
    equal(why(new Error("something else"), "en"), "something else");
  });
});
