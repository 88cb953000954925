/* Of a server alone: the embedded database is never away. */
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { sql } from "kysely";
import { startPostgres } from "../test/postgres.ts";
import { startService, stopServices } from "../test/service.ts";
import { newAbsence } from "./absence.ts";
import { DatabaseAway } from "./away.ts";
import { openServer } from "./open.ts";
import { withSchool } from "./school.ts";

// Its own, whatever server the other tests use: it is stopped in their midst.
const postgres = await startPostgres();

describe("a server that is restarted", { skip: postgres === null && "apt-get install postgresql-17" }, () => {
  const { url, away } = postgres ?? { url: "", away: async () => {} };
  after(stopServices);
  after(() => postgres?.stop());

  it("breaks what is under way between two statements, told once, and nothing after it", async (t) => {
    const told: string[] = [];
    const opened = await openServer(url, url, { onLost: (code) => told.push(code) });
    t.after(() => opened.close());
    const under = Promise.withResolvers<void>();
    const broken = [1, 2, 3].map(() =>
      withSchool(opened.db, "here", async (tx) => {
        await sql`select 1`.execute(tx);
        await under.promise;
        await sql`select 2`.execute(tx);
      }),
    );
    const refusals = broken.map((one) => rejects(one, DatabaseAway));
    await withSchool(opened.db, "here", (tx) => sql`select 1`.execute(tx));
    await away(async () => {
      under.resolve();
      await Promise.all(refusals);
      await rejects(
        withSchool(opened.db, "here", (tx) => sql`select 1`.execute(tx)),
        DatabaseAway,
      );
    });
    deepEqual(told, ["57P01"]);
    await withSchool(opened.db, "here", (tx) => sql`select 1`.execute(tx));
  });

  it("is away for a statement of its own as for a transaction, and told back once it answers, with what it missed", async (t) => {
    const told: (string | number)[] = [];
    const tell = (one: string | number) => void told.push(one);
    const opened = await openServer(url, url, { onLost: tell, onBack: tell });
    t.after(() => opened.close());
    const alone = () => sql`select 1`.execute(opened.db);
    await alone();
    await away(async () => {
      for (let time = 0; time < 3; time++) await rejects(alone(), DatabaseAway);
    });
    await alone();
    await alone();
    const [code, unanswered] = told;
    match(String(code), /^(?:57P01|ECONNREFUSED|ECONNRESET|closed)$/);
    deepEqual([unanswered, told.length], [3, 2]);
  });

  it("is answered in words while it is away, by a process that lives and answers again", async (t) => {
    const data = mkdtempSync(join(tmpdir(), "livret-away-"));
    const service = await startService(data, { DATABASE_URL: url });
    const { pathname } = new URL((await fetch(service.origin)).url);
    const page = `${service.origin}${pathname}/rappels/nobodys`;
    const asked = { method: "POST", headers: { "content-type": "application/json" }, body: '{"diploma":"deis"}' };
    const api = () => fetch(`${service.origin}/api${pathname}/views/seeOpenIntakes`, asked);
    // Whoever shows something is looked for before anything else, known or not.
    const shows = [
      () => fetch(`${service.origin}${pathname}/compte`, { headers: { cookie: "livret_session=nobodys" } }),
      () => fetch(`${service.origin}${pathname}/compte`, { headers: { cookie: "livret_guest=nobodys" } }),
      () =>
        fetch(`${service.origin}/api${pathname}/views/seeOpenIntakes`, {
          ...asked,
          headers: { ...asked.headers, authorization: "Bearer livret_nobodys" },
        }),
    ];
    const enough = new AbortController();
    const seen = new Set<number>();
    const readers = Array.from({ length: 12 }, async () => {
      while (!enough.signal.aborted)
        for (const ask of [() => fetch(page), api, ...shows]) seen.add((await ask()).status);
    });
    t.after(() => enough.abort());
    await away(async () => {
      const answer = await api();
      equal(answer.status, 503);
      ok(Number(answer.headers.get("retry-after")) > 0);
      match(await answer.text(), /unavailable/);
      const shown = await fetch(page);
      equal(shown.status, 503);
      ok(shown.headers.has("retry-after"));
      match(await shown.text(), /<h1[^>]*>Le service n’est pas disponible/);
      for (const show of shows) {
        const told = await show();
        deepEqual([told.status, Number(told.headers.get("retry-after")) > 0], [503, true], told.url);
        match(await told.text(), /Le service n’est pas disponible|unavailable/);
      }
    });
    enough.abort();
    await Promise.all(readers);
    equal(service.child.exitCode, null);
    equal(seen.has(500), false, [...seen].join(" "));
    equal((await api()).status, 200);
    equal(service.written().match(/"service":"database"/g)?.length, 1);
    equal(service.written().match(/"back":"database","unanswered":\d+/g)?.length, 1);
    deepEqual(service.written().match(/"level":(?:50|60)/g), null, service.written());
    equal(await service.kill("SIGTERM"), 0);
  });
});

describe("a server that comes and goes", () => {
  it("is told of once a minute at most, and what went unanswered meanwhile is counted", () => {
    const told: (string | number)[] = [];
    let now = 0;
    const tell = (one: string | number) => void told.push(one);
    const { unanswered, asking } = newAbsence({ onLost: tell, onBack: tell }, () => now);
    const refused = Object.assign(new Error("no"), { code: "ECONNREFUSED" });
    const before = asking();
    for (let time = 0; time < 5; time++) unanswered(refused);
    before();
    deepEqual(told, ["ECONNREFUSED"], "an answer to what was asked before says nothing of now");
    asking()();
    deepEqual(told, ["ECONNREFUSED", 5]);
    for (let time = 0; time < 100; time++, asking()()) unanswered(refused);
    deepEqual(told, ["ECONNREFUSED", 5]);
    now = 60_000;
    unanswered(refused);
    asking()();
    deepEqual(told, ["ECONNREFUSED", 5, "ECONNREFUSED", 101]);
  });
  it("is there when all our connections are in use", () => {
    const told: string[] = [];
    const { unanswered } = newAbsence({ onLost: (code) => told.push(code) });
    unanswered(new Error("timeout exceeded when trying to connect"));
    deepEqual(told, []);
  });
});
