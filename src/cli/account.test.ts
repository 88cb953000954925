import { deepEqual, equal, match } from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { livret } from "../test/cli.ts";
import { bodyOf, hiddenOf } from "../test/journeys/sent-forms.ts";
import { madeFolder } from "../test/made-folder.ts";
import { type Service, startService, stopServices } from "../test/service.ts";

describe("the first administrator of a school", () => {
  const data = mkdtempSync(join(tmpdir(), "livret-account-"));
  const env = { LIVRET_DATA: data };
  let service: Service;
  let cookie = "";
  before(async () => {
    service = await startService(await madeFolder(data), { LIVRET_DEMO: "off" });
  });
  after(async () => {
    await service.kill("SIGTERM");
    stopServices();
    rmSync(data, { recursive: true, force: true });
  });

  const keep = (response: Response) => {
    const jar = new Map(
      cookie
        .split("; ")
        .filter(Boolean)
        .map((one) => one.split(/=(.*)/s, 2) as [string, string]),
    );
    for (const set of response.headers.getSetCookie())
      jar.set(...(set.split(";")[0]!.split(/=(.*)/s, 2) as [string, string]));
    cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    return response;
  };
  const fill = async (path: string, fields: Record<string, string>) => {
    const url = `${service.origin}/faire-ess${path}`;
    const page = await keep(await fetch(url, { headers: { cookie }, redirect: "manual" })).text();
    const body = new URLSearchParams(bodyOf({ ...hiddenOf(page), ...fields }));
    return keep(await fetch(url, { method: "POST", body, headers: { cookie }, redirect: "manual" }));
  };
  const run = (...args: string[]) => livret(args, "", env);

  it("asks for a code where no mail is sent, and is read it by whoever runs the service", async () => {
    const none = await run("account", "code", "nadia@exemple.fr");
    equal(none.code, 1);
    match(none.stderr, /Aucun code n’attend pour cette adresse/);
    await fill("/connexion/code", { address: "nadia@exemple.fr" });
    const read = await run("account", "code", "nadia@exemple.fr");
    match(read.stdout, /^\d{6}\n$/);
    const entered = await fill("/connexion/code/recu", { code: read.stdout.trim() });
    equal(entered.headers.get("location"), "/faire-ess/compte?entree=1");
    await fill("/compte/nom", { name: "Nadia" });
  });

  it("is given the role, while the service runs", async () => {
    const early = await run("account", "give", "administrator", "personne@exemple.fr");
    equal(early.code, 1);
    match(early.stderr, /Personne n’a de compte à cette adresse/);
    const given = await run("account", "give", "administrator", "nadia@exemple.fr");
    equal(given.code, 0, given.stderr);
    match(given.stdout, /Nadia a maintenant le rôle administration du service/);
    const list = await run("account", "list", "--lang", "en");
    equal(list.stdout, "nadia@exemple.fr\tNadia\tadministrator\twaits for a second proof\n");
  });

  it("gives nobody alone what acts for the State, and confirms what the director offers", async () => {
    const alone = await run("account", "give", "authority", "nadia@exemple.fr");
    equal(alone.code, 1);
    match(alone.stderr, /Ce rôle agit pour l’État\s: le directeur le propose/);
    const authority = JSON.stringify({ address: "etat@exemple.fr", role: "authority" });
    const asNadia = () => livret(["act", "giveRole", "--as", "nadia@exemple.fr"], authority, env);
    match((await asNadia()).stderr, /Ce rôle agit pour l’État/);
    equal((await run("account", "give", "director", "nadia@exemple.fr")).code, 0);
    equal((await asNadia()).code, 0);
    const waits = await run("account", "confirm");
    const [, id = ""] = /^(\S+)\tetat@exemple\.fr\tautorité/.exec(waits.stdout) ?? [];
    match(
      (await livret(["act", "confirmRole", "--as", "nadia@exemple.fr"], JSON.stringify({ id }), env)).stderr,
      /Une autre/,
    );
    equal((await run("account", "confirm", id)).code, 0);
    equal((await run("account", "confirm")).stdout, "");
    equal((await run("account", "confirm", id)).code, 1);
    equal((await run("account", "take", "director", "nadia@exemple.fr")).code, 0);
  });

  it("has acts done in her name, with what she may and no more", async () => {
    const input = JSON.stringify({ address: "nadia@exemple.fr", role: "finance" });
    const own = await livret(["act", "giveRole", "--as", "nadia@exemple.fr"], input, env);
    match(own.stderr, /Personne ne se confie un rôle/);
    equal((await run("account", "give", "finance", "nadia@exemple.fr")).code, 0);
    const sealing = await livret(["act", "keepTimestamp", "--as", "nadia@exemple.fr"], "{}", env);
    equal(sealing.code, 1);
    const staff = await livret(["view", "seeStaff", "--as", "nadia@exemple.fr"], "", env);
    const { staff: rows } = JSON.parse(staff.stdout) as { staff: { role: string }[] };
    deepEqual(rows.map(({ role }) => role).sort(), ["administrator", "finance"]);
    const nobody = await livret(["view", "seeStaff", "--as", "personne@exemple.fr"], "", env);
    equal(nobody.code, 1);
  });

  it("does what her role allows and not what is hers to do, and lists the one apart from the other", async () => {
    const as = (kind: string, name: string, input = "{}") =>
      livret([kind, name, "--as", "nadia@exemple.fr"], input, env);
    for (const [kind, name] of [
      ["view", "myDossiers"],
      ["act", "saveSection"],
    ] as const) {
      const own = await as(kind, name);
      equal(own.code, 1);
      match(
        own.stderr,
        /est à la personne elle-même\s: elle le fait sur ses pages, ou par un jeton à elle \(LIVRET_TOKEN\)/,
      );
    }
    // What binds her takes no program.
    match((await as("act", "submitDossier")).stderr, /est à la personne elle-même\s: elle le fait sur ses pages\./);
    equal((await as("view", "seeOpenIntakes", JSON.stringify({ diploma: "deis" }))).code, 0, "for anybody");
    const [byRole, byToken] = (await run("act")).stdout.split("\n\n") as [string, string];
    match(byRole, /^giveRole /m);
    match(byToken, /^Par un jeton seulement \(LIVRET_TOKEN\), ce qui est à la personne elle-même\s:$/m);
    match(byToken, /^saveSection /m);
    for (const part of [byRole, byToken]) equal(/^(?:makeToken|submitDossier|endSession) /m.test(part), false);
  });

  it("reads an input whole: no letter is cut in two, and what is too long is said to be", async () => {
    const long = (letters: number) => JSON.stringify({ [`k${"é".repeat(letters)}`]: 1 });
    const ran = await livret(["act", "giveRole", "--as", "nadia@exemple.fr"], long(300_000), env);
    equal(ran.stderr.includes(`\nk${"é".repeat(300_000)}: Cette clé n’est pas connue ici.\n`), true);
    const file = join(data, "long.json");
    writeFileSync(file, long(600_000));
    for (const [args, input] of [
      [["act", "giveRole"], long(600_000)],
      [["view", "seeStaff", "--in", file], ""],
    ] as const) {
      const refused = await livret([...args, "--as", "nadia@exemple.fr"], input, env);
      equal(refused.code, 1);
      match(refused.stderr, /L’entrée est trop longue\s: au plus 1\sMio \(1\s048\s576\soctets\)\./);
    }
  });

  it("is a program where a token is shown instead of her name, and is told what that one lacks", async () => {
    const until = new Date().toLocaleDateString("sv", { timeZone: "Europe/Paris" });
    const made = await fill("/compte/jetons", { do: "make", label: "essai", reach: "read", until });
    const LIVRET_TOKEN = /Bearer (livret_[\w-]+)/.exec(await made.text())![1]!;
    const read = await livret(["view", "myDossiers"], "", { ...env, LIVRET_TOKEN });
    equal(read.code, 0, read.stderr);
    const act = await livret(["act", "startInquiry"], JSON.stringify({ facts: {} }), { ...env, LIVRET_TOKEN });
    equal(act.code, 1);
    match(act.stderr, /ne permet que de lire.* Il lui manque « Commencer une recherche » \(startInquiry\)/);
    equal((await livret(["view", "seeStaff"], "", { ...env, LIVRET_TOKEN })).code, 1, "one proof gives no role");
    const unknown = await livret(["view", "myDossiers"], "", { ...env, LIVRET_TOKEN: "livret_inconnu" });
    match(unknown.stderr, /Ce jeton ne vaut pas ici/);
  });

  it("is found in the record as the operator acting in her name", async () => {
    const taken = await run("account", "take", "finance", "nadia@exemple.fr", "Elle part en congé.");
    equal(taken.code, 0, taken.stderr);
    const verified = await run("audit", "verify");
    equal(verified.code, 0, verified.stdout);
  });

  it("is told how to write the command that is badly written", async () => {
    const wrong = await run("account", "give", "emperor", "nadia@exemple.fr");
    equal(wrong.code, 2);
    match(wrong.stderr, /livret account list/);
    equal((await run("act", "nothing")).code, 2);
    match((await run("act")).stdout, /giveRole/);
    const nowhere = await run("account", "list", "--school", "nulle-part");
    equal(nowhere.code, 2);
    match(nowhere.stderr, /Aucun établissement ne s’appelle «\snulle-part\s»\. Il y a\s: faire-ess\./);
    // Said to the command and not to the service, which was started without it.
    equal((await livret(["account", "list"], "", { ...env, LIVRET_ESTABLISHMENT: "nulle-part" })).code, 2);
  });
});

describe("a command in a deployment of two schools", () => {
  const law = mkdtempSync(join(tmpdir(), "livret-two-"));
  const env = { LIVRET_DATA: join(law, "data"), LIVRET_LAW: law };
  before(async () => {
    await madeFolder(env.LIVRET_DATA);
    const root = fileURLToPath(new URL("../..", import.meta.url));
    for (const part of ["diplomas", "establishments"]) cpSync(join(root, part), join(law, part), { recursive: true });
    const first = readFileSync(join(law, "establishments", "faire-ess.yaml"), "utf8");
    const other = first.replace(/^establishment: .*$/m, "establishment: autre");
    writeFileSync(join(law, "establishments", "autre.yaml"), other);
  });
  after(() => rmSync(law, { recursive: true, force: true }));

  it("asks in a sentence which one is meant, takes it from the environment, and asks nothing for a code", async () => {
    const asked = await livret(["account", "list", "--lang", "en"], "", env);
    equal(asked.code, 2);
    match(asked.stderr, /There are several schools: say which one by --school SCHOOL, .* They are: autre, faire-ess\./);
    equal((await livret(["account", "list"], "", { ...env, LIVRET_ESTABLISHMENT: "autre" })).code, 0);
    const code = await livret(["account", "code", "nadia@exemple.fr"], "", env);
    equal(code.code, 1);
    match(code.stderr, /Aucun code n’attend/);
  });
});
