/* Of a server alone: on the embedded database one process does all. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { type Opened, openServer } from "../db/open.ts";
import { askCode } from "../people/codes/acts.ts";
import { findMark } from "../deployment/clock/store.ts";
import { queueState } from "../jobs/queue.ts";
import { deed } from "../test/people.ts";
import { startPostgres } from "../test/postgres.ts";
import { startService, stopServices } from "../test/service.ts";
import { type MailPeer, startMailPeer } from "../test/smtp.ts";
import { testActWorld } from "../test/world.ts";

const postgres = await startPostgres();

describe("a process that serves beside one that works", {
  skip: postgres === null && "apt-get install postgresql-17",
}, () => {
  const url = postgres?.url ?? "";
  let peer: MailPeer;
  let opened: Opened;
  before(async () => {
    peer = await startMailPeer();
  });
  after(stopServices);
  after(async () => {
    await opened?.close();
    await peer.close();
    await postgres?.stop();
  });

  const start = (work: string) =>
    startService(mkdtempSync(join(tmpdir(), "livret-parted-")), {
      DATABASE_URL: url,
      LIVRET_WORK: work,
      LIVRET_SMTP_URL: peer.url,
      LIVRET_MAIL_FROM: "ecole@exemple.fr",
      LIVRET_PUBLIC_URL: "http://localhost",
    });
  const waiting = async () => (await withSchool(opened.db, DEPLOYMENT, queueState)).waiting;
  const mark = () => withSchool(opened.db, DEPLOYMENT, findMark);
  const statuses = (origin: string, paths: readonly string[]) =>
    Promise.all(paths.map(async (path) => (await fetch(`${origin}${path}`)).status));

  it("serves all, and leaves the mails to the other; the other sends them, and serves its health alone", async () => {
    const serving = await start("off");
    opened = await openServer(url, url);
    const { pathname } = new URL((await fetch(serving.origin)).url);
    deepEqual(await statuses(serving.origin, ["/readyz", pathname, `${pathname}/connexion`]), [200, 200, 200]);
    const asked = { address: "camille@exemple.fr", language: "fr", school: pathname.slice(1) } as const;
    await deed(testActWorld(opened.db), askCode, { kind: "anyone" }, asked);
    equal(await serving.kill("SIGTERM"), 0);
    // One that works leaves its mark however soon it is stopped.
    deepEqual([await waiting(), await mark()], [1, undefined]);
    const working = await start("only");
    match(working.written(), /LIVRET_WORK=only/);
    deepEqual(await statuses(working.origin, ["/healthz", "/readyz", "/version", "/metrics"]), [200, 200, 200, 200]);
    deepEqual(await statuses(working.origin, ["/", pathname, "/openapi.json", "/docs"]), [404, 404, 404, 404]);
    while ((await waiting()) > 0);
    deepEqual(
      peer.taken.map(({ to }) => [to].flat()[0]?.text),
      ["camille@exemple.fr"],
    );
    equal(await working.kill("SIGTERM"), 0);
    ok(await mark());
  });
});
