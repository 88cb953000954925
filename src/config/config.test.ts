import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { type Environment, readConfig, sayConfigProblems } from "./config.ts";
import { listSettings, SETTINGS } from "./settings.ts";

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
      proxies: 0,
      metricsToken: undefined,
      law: undefined,
      log: true,
      work: "on",
      demo: true,
      demoHost: undefined,
      publicUrl: undefined,
      oidc: undefined,
      smtpUrl: undefined,
      mailFrom: undefined,
      timestampUrl: undefined,
      timestampCa: undefined,
      stripe: [],
      stripeUrl: undefined,
      files: "data/files",
      bucket: undefined,
      clamd: undefined,
    });
  });

  it("takes an empty variable for one not given", () => {
    assert.deepEqual(configOf({ PORT: "", LIVRET_LANG: "", DATABASE_URL: "" }), configOf({}));
  });

  it("takes words for yes and for no, and refuses any other", () => {
    for (const word of ["off", "no", "NON", "false", "0"])
      assert.partialDeepStrictEqual(configOf({ LIVRET_DEMO: word, LIVRET_LOG: word }), { demo: false, log: false });
    for (const word of ["on", "oui", "1"])
      assert.partialDeepStrictEqual(configOf({ LIVRET_DEMO: word }), { demo: true });
    assert.deepEqual(configOf({ LIVRET_DEMO: "never", LIVRET_LOG: "debug" }), ["LIVRET_LOG", "LIVRET_DEMO"]);
  });

  it("parts the work from the pages only where several processes may work", () => {
    const DATABASE_URL = "postgresql://livret@db/livret";
    for (const [word, work] of [
      ["on", "on"],
      ["off", "off"],
      ["NON", "off"],
      ["only", "only"],
    ] as const)
      assert.partialDeepStrictEqual(configOf({ LIVRET_WORK: word, DATABASE_URL }), { work });
    assert.deepEqual(configOf({ LIVRET_WORK: "some", DATABASE_URL }), ["LIVRET_WORK"]);
    for (const word of ["off", "only"]) assert.deepEqual(configOf({ LIVRET_WORK: word }), ["LIVRET_WORK"]);
    assert.partialDeepStrictEqual(configOf({ LIVRET_WORK: "on" }), { work: "on" });
  });

  it("refuses what goes with a setting that is not given, and what would go to two databases", () => {
    assert.deepEqual(configOf({ LIVRET_S3_REGION: "gra" }), ["LIVRET_S3_REGION"]);
    assert.deepEqual(configOf({ LIVRET_OIDC_NAME: "Our school" }), ["LIVRET_OIDC_NAME"]);
    assert.deepEqual(configOf({ LIVRET_OIDC_SCHOOL: "faire-ess" }), ["LIVRET_OIDC_SCHOOL"]);
    const two = { DATABASE_URL: "postgresql://a@db/livret", DATABASE_OWNER_URL: "postgresql://b@db/livrets" };
    assert.deepEqual(configOf(two), ["DATABASE_OWNER_URL"]);
    const authority = { LIVRET_TSA_URL: "https://tsa.test/", LIVRET_TSA_CA: "/ca" };
    assert.deepEqual(configOf(authority, { "/ca": "no certificate" }), ["LIVRET_TSA_CA"]);
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

  it("reads an address that holds a password from the file that a variable names", () => {
    const url = "postgresql://livret_app:hidden@db/livret";
    assert.partialDeepStrictEqual(configOf({ DATABASE_URL_FILE: "/run/url" }, { "/run/url": `${url}\n` }), {
      databaseUrl: url,
    });
    assert.deepEqual(configOf({ DATABASE_URL_FILE: "/run/none" }), ["DATABASE_URL_FILE"]);
    assert.deepEqual(configOf({ DATABASE_URL: url, DATABASE_URL_FILE: "/run/url" }, { "/run/url": url }), [
      "DATABASE_URL",
    ]);
  });

  it("takes the keys of online payment from a file too, and never repeats them", () => {
    const files = { "/run/keys": "faire-ess=sk_live_hidden\n" };
    const env = { LIVRET_STRIPE_KEYS_FILE: "/run/keys", LIVRET_STRIPE_SECRETS: "faire-ess=whsec_hidden" };
    const account = { school: "faire-ess", key: "sk_live_hidden", secrets: ["whsec_hidden"] };
    assert.partialDeepStrictEqual(configOf(env, files), { stripe: [account] });
    const wrong = readConfig({ ...env, LIVRET_STRIPE_SECRETS: "hidden" }, () => "faire-ess=sk_live_hidden");
    assert.ok(!wrong.ok);
    assert.deepEqual(
      wrong.problems.map(({ name }) => name),
      ["LIVRET_STRIPE_SECRETS"],
    );
    assert.ok(!sayConfigProblems(wrong.problems, "en").includes("hidden"));
  });

  it("reaches the interface of online payment elsewhere by https, or on this machine with test keys, and nowhere else", () => {
    const keys = (kind: string) => ({ LIVRET_STRIPE_KEYS: `a=sk_${kind}_1`, LIVRET_STRIPE_SECRETS: "a=whsec_1" });
    const at = (kind: string, LIVRET_STRIPE_URL: string) => configOf({ ...keys(kind), LIVRET_STRIPE_URL });
    assert.partialDeepStrictEqual(at("live", "https://proxy.example/"), { stripeUrl: "https://proxy.example" });
    assert.partialDeepStrictEqual(at("test", "http://127.0.0.1:8000"), { stripeUrl: "http://127.0.0.1:8000" });
    const refused = ["LIVRET_STRIPE_URL"];
    assert.deepEqual(at("live", "http://127.0.0.1:8000"), refused);
    for (const url of [
      "http://proxy.example",
      "ftp://127.0.0.1",
      "https://proxy.example/v1",
      "https://a:b@c.example",
      "x",
    ])
      assert.deepEqual(at("test", url), refused, url);
  });

  it("tells every problem at once", () => {
    const wrong = { PORT: "http", LIVRET_LANG: "de", DATABASE_OWNER_URL: "mysql://db", LIVRET_PROXIES: "many" };
    assert.deepEqual(configOf(wrong), [
      "PORT",
      "LIVRET_LANG",
      "DATABASE_OWNER_URL",
      "DATABASE_OWNER_URL",
      "LIVRET_PROXIES",
    ]);
  });

  it("sends mails through a server, from an address, with links to where people reach the service", () => {
    const given = {
      LIVRET_SMTP_URL: "smtps://livret:s%40cret@mail.example.org",
      LIVRET_MAIL_FROM: "livret@example.org",
      LIVRET_PUBLIC_URL: "https://livret.example.org/",
    };
    assert.partialDeepStrictEqual(configOf(given), {
      smtpUrl: given.LIVRET_SMTP_URL,
      mailFrom: given.LIVRET_MAIL_FROM,
      publicUrl: "https://livret.example.org",
    });
    assert.deepEqual(configOf({ LIVRET_SMTP_URL: "smtp://localhost" }), ["LIVRET_MAIL_FROM", "LIVRET_PUBLIC_URL"]);
    const wrong = {
      LIVRET_SMTP_URL: "http://mail.example.org",
      LIVRET_MAIL_FROM: "Livret <livret@example.org>",
      LIVRET_PUBLIC_URL: "https://example.org/livret",
    };
    assert.deepEqual(configOf(wrong), Object.keys(wrong));
  });

  it("keeps files in a folder or in a bucket, whose access comes whole and may stand in files", () => {
    assert.partialDeepStrictEqual(configOf({ LIVRET_DATA: "/srv/livret" }), { files: "/srv/livret/files" });
    assert.partialDeepStrictEqual(configOf({ LIVRET_FILES: "/srv/papers" }), { files: "/srv/papers" });
    const given = {
      LIVRET_S3_URL: "https://s3.example.org/papers/",
      LIVRET_S3_KEY: "livret",
      LIVRET_S3_SECRET_FILE: "/run/secret",
    };
    const bucket = { url: "https://s3.example.org/papers", region: "us-east-1", key: "livret", secret: "s3cret" };
    const read = readConfig(given, () => "s3cret\n");
    assert.ok(read.ok);
    assert.deepEqual(read.config.bucket, bucket);
    assert.deepEqual(configOf({ LIVRET_S3_URL: "https://s3.example.org" }), [
      "LIVRET_S3_URL",
      "LIVRET_S3_KEY",
      "LIVRET_S3_SECRET",
    ]);
    assert.deepEqual(configOf({ LIVRET_S3_KEY: "livret" }), ["LIVRET_S3_KEY"]);
    const both = { LIVRET_S3_URL: "https://a/b", LIVRET_S3_KEY: "k", LIVRET_S3_SECRET: "s", LIVRET_FILES: "/srv" };
    assert.deepEqual(configOf(both), ["LIVRET_FILES"]);
  });

  it("has files searched by a clamd that it reaches over the network or on this machine", () => {
    for (const clamd of ["tcp://clamav:3310", "/run/clamav/clamd.ctl"])
      assert.partialDeepStrictEqual(configOf({ LIVRET_CLAMD: clamd }), { clamd });
    for (const clamd of ["http://clamav:3310", "clamav"])
      assert.deepEqual(configOf({ LIVRET_CLAMD: clamd }), ["LIVRET_CLAMD"]);
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

  it("takes a sign-in service whole, over TLS, and says what is missing", () => {
    const whole = {
      LIVRET_OIDC_ISSUER: "https://sso.exemple.fr",
      LIVRET_OIDC_CLIENT_ID: "livret",
      LIVRET_OIDC_CLIENT_SECRET_FILE: "/run/secret",
      LIVRET_PUBLIC_URL: "https://livret.exemple.fr",
    };
    const read = readConfig(whole, () => "s3cret\n");
    assert.ok(read.ok);
    assert.equal(read.config.oidc?.clientSecret, "s3cret");
    const named = (env: Record<string, string>) => {
      const found = readConfig(env, () => "s3cret");
      return found.ok ? [] : found.problems.map(({ name }) => name);
    };
    assert.deepEqual(named({ LIVRET_OIDC_ISSUER: "https://sso.exemple.fr" }), [
      "LIVRET_OIDC_CLIENT_ID",
      "LIVRET_PUBLIC_URL",
    ]);
    assert.deepEqual(named({ ...whole, LIVRET_OIDC_ISSUER: "http://sso.exemple.fr" }), ["LIVRET_OIDC_ISSUER"]);
    assert.deepEqual(named({ LIVRET_OIDC_CLIENT_ID: "livret" }), ["LIVRET_OIDC_ISSUER"]);
  });
});

describe("the settings", () => {
  const names = Object.values(SETTINGS).map(({ name }) => name);
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const chapter = readme.split("\n## ").find((one) => one.startsWith("Settings\n"))!;

  it("stand in the README, all of them and no other", () => {
    const told = new Set(
      chapter.match(/`(?:PORT|HOST|DATABASE_[A-Z_]+|LIVRET_[A-Z0-9_]+)`/g)?.map((one) => one.slice(1, -1)),
    );
    for (const name of told) assert.ok(names.includes(name.replace(/_FILE$/, "") as (typeof names)[number]), name);
    assert.deepEqual(
      names.filter((name) => !told.has(name)),
      [],
    );
  });

  it("are listed in both languages with what stands in their place", () => {
    for (const lang of ["fr", "en"] as const)
      for (const name of names) assert.ok(listSettings(lang).includes(`  ${name}`));
    assert.match(listSettings("fr"), /^ {2}PORT\n {6}le port où écouter \(à défaut : 3000\)$/m);
    assert.match(listSettings("en"), /^ {2}DATABASE_URL \(or, in a file, DATABASE_URL_FILE\)$/m);
  });

  it("have a sentence for every value that is refused", () => {
    for (const one of Object.values(SETTINGS)) assert.equal("fits" in one, "refusal" in one, one.name);
  });
});
