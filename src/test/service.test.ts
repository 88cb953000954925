/** The service as its operator meets it: started, killed, started again, and asked while it runs. */
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { startInquiry } from "../inquiry/acts.ts";
import { openPGlite } from "../db/open.ts";
import { withSchool } from "../db/school.ts";
import { livretProcess } from "./cli.ts";
import { madeFolder } from "./made-folder.ts";
import { deed } from "./people.ts";
import { type Service, startService, stopServices } from "./service.ts";
import { testActWorld } from "./world.ts";

const folder = () => mkdtempSync(join(tmpdir(), "livret-service-"));

describe("npm start", () => {
  after(stopServices);

  describe("on a folder that has its database", () => {
    let data: string;
    let service: Service;
    before(async () => {
      data = await madeFolder();
      service = await startService(data);
    });

    it("is ready, serves the school's page and says what to try", async () => {
      equal((await fetch(`${service.origin}/readyz`)).status, 200);
      const home = await fetch(service.origin);
      equal(home.status, 200);
      match(await home.text(), /<h1/);
      match(service.written(), /\/candidater/);
    });

    it("refuses a second process on the same folder with what to do, and leaves the first alone", async () => {
      await rejects(startService(data, { LIVRET_LANG: "en" }), /Another Livret process.*LIVRET_DATA.*DATABASE_URL/s);
      equal((await fetch(`${service.origin}/readyz`)).status, 200);
    });

    it("lets the command line work while it runs", async () => {
      for (const command of [["migrate"], ["doctor"], ["audit", "verify"]]) {
        const ran = await livretProcess(command, "", { LIVRET_DATA: data });
        equal(ran.code, 0, `${command.join(" ")}: ${ran.stdout}${ran.stderr}`);
      }
    });

    it("stops cleanly on Ctrl-C, leaves no socket behind, and the command line still works", async () => {
      ok(existsSync(join(data, "livret.sock")));
      equal(await service.kill("SIGINT"), 0);
      ok(!existsSync(join(data, "livret.sock")));
      equal((await livretProcess(["audit", "verify"], "", { LIVRET_DATA: data })).code, 0);
    });
  });

  it("stops between two deeds of the calendar, and leaves the rest to its next start", async () => {
    const data = await madeFolder();
    const folderOf = { dataDir: join(data, "pg") };
    const opened = await openPGlite(folderOf);
    const world = { ...testActWorld(opened.db), now: () => new Date(Date.now() - 2 * 24 * 3_600_000) };
    for (let count = 0; count < 400; count++) await deed(world, startInquiry, { kind: "anyone" }, {});
    await opened.close();
    const service = await startService(data);
    equal(await service.kill("SIGTERM"), 0);
    const later = await openPGlite(folderOf);
    const left = await withSchool(later.db, "faire-ess", (tx) => tx.selectFrom("inquiry").select("id").execute());
    await later.close();
    ok(left.length > 0 && left.length <= 400, `${left.length} are left`);
  });

  it("starts again after kill -9 with what was acknowledged", async () => {
    const data = await madeFolder();
    const first = await startService(data);
    const school = new URL((await fetch(first.origin)).url).pathname.split("/")[1];
    const question = { id: "me", on: "2026-11-25", titles: [], experience: [] };
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ language: "fr", decisions: { eligibility: question } });
    const kept = (await (
      await fetch(`${first.origin}/api/${school}/acts/keepAnswer`, { method: "POST", headers, body })
    ).json()) as { code: string };
    await first.kill("SIGKILL");
    // A process killed as it opens the database leaves PostgreSQL's own lock empty.
    writeFileSync(join(data, "pg", "postmaster.pid"), "");
    const second = await startService(data);
    const opened = await fetch(`${second.origin}/api/${school}/views/openAnswer`, {
      method: "POST",
      headers: { ...headers, authorization: `Bearer ${kept.code}` },
      body: "{}",
    });
    equal(opened.status, 200);
    equal(await second.kill("SIGTERM"), 0);
  });

  it("makes its database anew where the first start was killed in the midst", async () => {
    const data = folder();
    // What such a start leaves, whenever it is killed: files of a cluster that is none yet.
    mkdirSync(join(data, "pg.making"));
    writeFileSync(join(data, "pg.making", "PG_VERSION"), "18\n");
    const service = await startService(data);
    equal((await fetch(`${service.origin}/readyz`)).status, 200);
    deepEqual(
      readdirSync(data).filter((name) => name.startsWith("pg")),
      ["pg"],
    );
    await service.kill("SIGTERM");
  });

  it("says what to do where the database does not open, and shows no password", async () => {
    const broken = folder();
    mkdirSync(join(broken, "pg"));
    writeFileSync(join(broken, "pg", "PG_VERSION"), "18\n");
    await rejects(startService(broken), /^Error: La base du dossier \S+ ne s’ouvre pas .*sauvegarde.*\n$/);
    const nobody = { DATABASE_URL: "postgres://me:secret@127.0.0.1:1/livret", LIVRET_LANG: "en" };
    await rejects(
      startService(folder(), nobody),
      /^Error: The PostgreSQL database of DATABASE_URL \(127\.0\.0\.1:1\/livret\) does not open: [^\n]*ECONNREFUSED(?:(?!secret)[^\n])*\n$/,
    );
  });

  it("says which setting names a place that cannot serve, and what to do", async () => {
    const file = join(folder(), "file");
    writeFileSync(file, "");
    const data = await madeFolder();
    const wrong = [
      [{ LIVRET_LAW: "/nope" }, /LIVRET_LAW.*\/nope/],
      [{ LIVRET_DATA: file }, /LIVRET_DATA.*file/],
      [{ LIVRET_FILES: file }, /LIVRET_FILES.*file/],
      [{ LIVRET_ESTABLISHMENT: "nowhere" }, /LIVRET_ESTABLISHMENT.*faire-ess/],
      [{ HOST: "192.0.2.1" }, /192\.0\.2\.1.*HOST/],
    ] as const;
    for (const [env, said] of wrong)
      await rejects(startService(data, { LIVRET_LANG: "en", ...env }), ({ message }: Error) => {
        match(message, said);
        equal(message.includes("    at "), false, message);
        return true;
      });
  });

  it("makes no database where another program has its port, and says so", async (t) => {
    const other = createServer().listen(0, "127.0.0.1");
    t.after(() => other.close());
    await once(other, "listening");
    const data = folder();
    const { port } = other.address() as AddressInfo;
    await rejects(startService(data, { PORT: String(port) }), {
      message: `Le port ${port} est déjà pris : donnez-en un autre (PORT=…).\n`,
    });
    deepEqual(
      readdirSync(data).filter((name) => name.startsWith("pg")),
      [],
    );
  });

  it("lists every wrong setting at once", async () => {
    await rejects(startService(folder(), { PORT: "many", DATABASE_URL: "nowhere" }), /PORT[\s\S]*DATABASE_URL/);
  });
});
