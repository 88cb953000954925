/** A wrong command line is told so before anything is opened or made. */
import { deepEqual, equal, match } from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { livret, livretWithoutPrivilege } from "../test/cli.ts";
import { askedBy } from "./asked.ts";

const nowhere = () => join(mkdtempSync(join(tmpdir(), "livret-usage-")), "data");

/** What is said first of a line that asks nothing which can be done. */
function told(args: string[], usual?: string): string {
  const asked = askedBy(args, usual);
  return asked.kind === "wrong" ? asked.error.said[asked.lang].split("\n")[0]! : `${args.join(" ")}: ${asked.kind}`;
}

/** The same of the program itself, after it was seen that nothing was printed nor made, and that it ended on 2. */
async function said(args: string[], env: Record<string, string> = {}): Promise<string> {
  const data = nowhere();
  const ran = await livret(args, "", { LIVRET_DATA: data, ...env });
  deepEqual([ran.code, ran.stdout, existsSync(data)], [2, "", false], `${args.join(" ")}: ${ran.stderr}`);
  return ran.stderr.split("\n")[0]!;
}

describe("a word too many", () => {
  it("is told with what was probably meant", () => {
    match(told(["decide", "eligibility", "people.ndjson"]), /« people\.ndjson ».*--in people\.ndjson/);
    match(told(["decide", "eligibility", "pathway", "--lang", "en"]), /"pathway".*one decision at a time/);
    match(told(["law", "2", "1°"]), /livret law "2 1°"/);
  });

  it("opens no database and makes none", async () => {
    equal(told(["audit", "foo"]), "« foo » n’a pas sa place ici.");
    equal(told(["doctor", "zz"]), "« zz » n’a pas sa place ici.");
    equal(told(["doctor", "files", "zz"]), "« zz » n’a pas sa place ici.");
    equal(told(["migrate", "now", "--lang", "en"]), '"now" does not belong here.');
    equal(told(["account", "give", "king", "a@b.fr"]), "« king » n’a pas sa place ici.");
    equal(await said(["act", "nothing"]), "Aucun acte ne s’appelle « nothing ».");
    equal(await said(["invent"]), "Commande inconnue : « invent ».");
  });

  it("is missed where one is wanted", () => {
    equal(told(["mail"]), "Usage : livret mail bounce < MESSAGE");
    match(told(["decide"]), /^Usage : livret decide <eligibility\|/);
  });
});

describe("a wrong option", () => {
  it("is named", async () => {
    equal(told(["law", "--langue", "fr"]), "Option inconnue : --langue. Vouliez-vous dire --lang ?");
    equal(told(["law", "--colour"]), "Option inconnue : --colour.");
    equal(await said(["law", "--langue", "en"]), "Unknown option: --langue. Did you mean --lang?");
    equal(told(["decide", "quote", "--in"]), "--in demande une valeur.");
    equal(
      told(["demo", "--dossiers", "-1"]),
      "--dossiers demande une valeur ; si elle commence par un tiret, écrivez --dossiers=-…",
    );
    match(await said(["demo", "--dossiers=-1"]), /« -1 » n’en est pas un/);
    equal(told(["law", "--help=yes"]), "--help ne prend pas de valeur.");
    equal(told(["law", "--in", "x"]), "--in ne va pas avec « law ».");
    match(await said(["demo", "--dossiers", "many"]), /^--dossiers demande un nombre entier de 1 à/);
  });

  it("may be a language that is not spoken, wherever it is asked for", async () => {
    equal(told(["law", "--lang", "de"]), "--lang ne connaît que fr et en : « de » n’en est pas.");
    equal(told(["law"], "de"), "LIVRET_LANG ne connaît que fr et en : « de » n’en est pas.");
    equal(await said(["law", "--lang", "de"], { LIVRET_LANG: "en" }), '--lang only knows fr and en: "de" is neither.');
  });
});

const COMMANDS = [
  ["doctor"],
  ["audit", "verify"],
  ["view", "myDossiers"],
  ["clock", "accept"],
  ["migrate"],
  ["account", "list"],
  ["act", "startInquiry"],
];

describe("a command without a database", () => {
  it("says that there is no database, and makes none", async () => {
    for (const args of COMMANDS) {
      const data = nowhere();
      const ran = await livret(args, "", { LIVRET_DATA: data });
      deepEqual([ran.code, ran.stdout, existsSync(data)], [1, "", false], args.join(" "));
      match(ran.stderr, /^Il n’y a pas de base dans le dossier .*data/);
    }
  });

  it("says that the folder is shut to it, or is none", async () => {
    const [closed, file, long] = [nowhere(), nowhere(), join(nowhere(), "x".repeat(120))];
    mkdirSync(closed, 0o000);
    writeFileSync(file, "");
    const shut = await livretWithoutPrivilege(["doctor"], { LIVRET_DATA: closed });
    chmodSync(closed, 0o700);
    deepEqual([shut.code, shut.stdout], [1, ""]);
    match(shut.stderr, /^LIVRET_DATA : le dossier .* ne s’ouvre pas \(ce compte du système n’y a pas droit\)\. Lancez/);
    const said = async (data: string) => (await livret(["clock", "--lang", "en"], "", { LIVRET_DATA: data })).stderr;
    match(await said(file), /^LIVRET_DATA: the folder .* cannot be opened \(it is a file\)\. Run the command as/);
    match(await said(long), /^LIVRET_DATA: the folder .* cannot be opened \(its path is too long\)\./);
  });

  it("lists its names without one", async () => {
    const data = nowhere();
    const ran = await livret(["view", "--lang", "en"], "", { LIVRET_DATA: data });
    deepEqual([ran.code, existsSync(data)], [0, false]);
    match(ran.stdout, /^myDossiers /m);
  });
});
