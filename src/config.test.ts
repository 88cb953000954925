import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { type Environment, keptSecret, readConfig, sayConfigProblems } from "./config.ts";

const SECRET = "0123456789abcdef0123456789abcdef";

function configOf(env: Environment, files: Record<string, string> = {}) {
  const read = readConfig(env, (path) => {
    if (files[path] === undefined) throw new Error("ENOENT");
    return files[path];
  });
  return read.ok ? read.config : read.problems.map(({ name }) => name);
}

describe("the configuration", () => {
  it("needs nothing: the embedded database, on this machine only, in French", () => {
    assert.deepEqual(configOf({}), {
      port: 3000,
      host: "127.0.0.1",
      data: "./data",
      databaseUrl: undefined,
      ownerUrl: undefined,
      lang: "fr",
      establishment: undefined,
      diploma: undefined,
      secret: undefined,
    });
  });

  it("takes an empty variable for one not given", () => {
    assert.deepEqual(configOf({ PORT: "", LIVRET_LANG: "", DATABASE_URL: "" }), configOf({}));
  });

  it("migrates as whoever the application is, unless told who owns the tables", () => {
    const databaseUrl = "postgresql://livret_app@db/livret";
    assert.partialDeepStrictEqual(configOf({ DATABASE_URL: databaseUrl }), { databaseUrl, ownerUrl: databaseUrl });
    const ownerUrl = "postgresql://owner@db/livret";
    assert.partialDeepStrictEqual(configOf({ DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl }), {
      databaseUrl,
      ownerUrl,
    });
  });

  it("reads a secret from the file that a variable names", () => {
    assert.partialDeepStrictEqual(configOf({ LIVRET_SECRET_FILE: "/run/secret" }, { "/run/secret": `${SECRET}\n` }), {
      secret: SECRET,
    });
    assert.deepEqual(configOf({ LIVRET_SECRET_FILE: "/run/none" }), ["LIVRET_SECRET_FILE"]);
    assert.deepEqual(
      configOf({ LIVRET_SECRET: SECRET, LIVRET_SECRET_FILE: "/run/secret" }, { "/run/secret": SECRET }),
      ["LIVRET_SECRET"],
    );
  });

  it("tells every problem at once", () => {
    const wrong = { PORT: "http", LIVRET_LANG: "de", DATABASE_OWNER_URL: "mysql://db", LIVRET_SECRET: "short" };
    assert.deepEqual(configOf(wrong), [
      "PORT",
      "LIVRET_LANG",
      "DATABASE_OWNER_URL",
      "DATABASE_OWNER_URL",
      "LIVRET_SECRET",
    ]);
  });

  it("accepts port 65535 and not the next", () => {
    assert.partialDeepStrictEqual(configOf({ PORT: "65535" }), { port: 65_535 });
    assert.deepEqual(configOf({ PORT: "65536" }), ["PORT"]);
  });

  it("says what is wrong in both languages, and never a password", () => {
    const read = readConfig({ DATABASE_URL: "mysql://someone:hunter2@db/livret", PORT: "x" });
    assert.ok(!read.ok);
    assert.match(
      sayConfigProblems(read.problems, "fr"),
      /^La configuration ne convient pas\u00a0:\n {2}PORT\u00a0: « x » n’est pas un port/,
    );
    assert.match(
      sayConfigProblems(read.problems, "en"),
      /^The configuration is not right:\n {2}PORT: "x" is not a port/,
    );
    assert.doesNotMatch(sayConfigProblems(read.problems, "fr"), /hunter2/);
  });
});

describe("the kept secret", () => {
  it("is drawn once, and readable by its owner alone", () => {
    const data = mkdtempSync(join(tmpdir(), "livret-secret-"));
    try {
      const secret = keptSecret(data);
      assert.ok(secret.length >= 32);
      assert.equal(keptSecret(data), secret);
      assert.equal(statSync(join(data, "secret")).mode & 0o777, 0o600);
    } finally {
      rmSync(data, { recursive: true });
    }
  });
});
