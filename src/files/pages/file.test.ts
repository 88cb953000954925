import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { withSchool } from "../../db/school.ts";
import { FILE_READERS } from "../../house/house.ts";
import { giveRoles, type Invented, makeAccount, openedSession } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { openingsOf } from "../../openings/openings.ts";
import { attachFile, findFile } from "../attach.ts";
import { receiveUpload } from "../receive.ts";
import { fileKey } from "../rules/file-key.ts";

const SCHOOL = "faire-ess";

describe("a file, opened", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  let her: Invented;
  let other: Invented;
  let officer: Invented;

  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    her = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    other = await makeAccount(world, { name: "Basile", address: "basile@exemple.fr" });
    officer = await makeAccount(world, { name: "Odile", address: "odile@exemple.fr" });
    await giveRoles(world, officer, ["admission-officer"]);
    // A subject whose files its own person and the officers may read.
    Object.assign(FILE_READERS, {
      test: async ({ actor, file }) =>
        actor.kind === "account" && (actor.account === file.account || actor.roles.includes("admission-officer"))
          ? { whose: `account:${file.account}` }
          : undefined,
    } satisfies typeof FILE_READERS);
  });
  after(async () => {
    delete (FILE_READERS as Record<string, unknown>).test;
    await app.close();
    await close();
  });

  const sent = async (name: string, bytes = pdf({ comment: randomUUID() })) => {
    const stream = Readable.from([bytes]);
    const received = await receiveUpload(world, { establishment: SCHOOL, account: her.account, stream, name });
    assert.ok("upload" in received);
    return received.upload;
  };
  const attached = async (name: string, bytes?: Buffer) => {
    const upload = await sent(name, bytes);
    await withSchool(world.db, SCHOOL, (tx) =>
      attachFile(tx, { upload, account: her.account, about: "test:1", slot: "cv", at: world.now() }),
    );
    return upload;
  };
  const open = async (id: string, who: Invented | undefined, query = "") => {
    const means = who === officer ? (["password", "totp"] as const) : (["password"] as const);
    const cookie = who ? `${SESSION_COOKIE}=${await openedSession(world, who, means)}` : "";
    return app.inject({ url: `/faire-ess/fichier/${id}${query}`, headers: { cookie } });
  };
  const scanned = (id: string, scan: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const { sha256 } = (await findFile(tx, id))!;
      await tx.updateTable("file_copy").set({ scan }).where("sha256", "=", sha256).execute();
    });
  const pathOf = async (id: string) => {
    const file = (await withSchool(world.db, SCHOOL, (tx) => findFile(tx, id)))!;
    return join(world.files!.store.scratch, "..", fileKey(SCHOOL, file));
  };

  it("is handed to be kept, and never shown or run by the browser", async () => {
    const bytes = pdf({ comment: "whole" });
    const { statusCode, headers, rawPayload } = await open(await attached("Mon CV été.pdf", bytes), her);
    assert.equal(statusCode, 200);
    assert.deepEqual(rawPayload, bytes);
    assert.equal(
      headers["content-disposition"],
      "attachment; filename=\"Mon CV ete.pdf\"; filename*=UTF-8''Mon%20CV%20%C3%A9t%C3%A9.pdf",
    );
    assert.equal(headers["content-type"], "application/pdf");
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["content-security-policy"], "default-src 'none'; sandbox");
    assert.equal(headers["cache-control"], "no-store");
    assert.equal(Number(headers["content-length"]), bytes.length);
  });

  it("is there for whoever its subject says, and for nobody else, signed in or not", async () => {
    const id = await attached("cv.pdf");
    assert.equal((await open(id, other)).statusCode, 404);
    assert.equal((await open(id, undefined)).statusCode, 303);
    assert.equal((await open(randomUUID(), her)).statusCode, 404);
    assert.equal((await open("..%2f..%2fetc%2fpasswd", her)).statusCode, 404);
    // In another school's place the same id is nothing.
    const upload = await sent("brouillon.pdf");
    assert.equal((await open(upload, her)).statusCode, 200);
    assert.equal((await open(upload, officer)).statusCode, 404);
  });

  it("that nobody scanned says so to whoever did not send it, before anything else", async () => {
    const id = await attached("cv.pdf");
    const { body, headers } = await open(id, officer);
    assert.match(body, /Ce fichier n’a pas été analysé/);
    assert.equal(headers["content-disposition"], undefined);
    assert.equal((await open(id, officer, "?ouvrir=oui")).headers["content-type"], "application/pdf");
    await scanned(id, "clean");
    assert.equal((await open(id, officer)).headers["content-type"], "application/pdf");
  });

  it("leaves a trace for the person it is about, once it was handed to somebody else", async () => {
    const id = await attached("diplome.pdf");
    const seen = () => withSchool(world.db, SCHOOL, (tx) => openingsOf(tx, { whose: `account:${her.account}` }));
    const before = (await seen()).length;
    await open(id, her);
    await open(id, officer);
    assert.equal((await seen()).length, before);
    await open(id, officer, "?ouvrir=oui");
    // The clock stands still, so that openings of one instant come in any order.
    const opening = (await seen()).find(({ what }) => what.fr.includes("diplome.pdf"));
    assert.equal(opening!.opener, `account:${officer.account}`);
  });

  it("is handed to nobody while it is being scanned, nor when it holds a virus", async () => {
    const id = await attached("cv.pdf");
    await scanned(id, "waiting");
    assert.match((await open(id, her)).body, /en cours d’analyse/);
    now = new Date(now.getTime() + 11 * 60_000);
    assert.match(
      (await open(id, her)).body,
      /attend d’être analysé.*rien n’est à envoyer de nouveau.*25\snovembre\s2026/s,
    );
    await scanned(id, "infected");
    const { statusCode, body } = await open(id, officer, "?ouvrir=oui");
    assert.equal(statusCode, 410);
    assert.match(body, /contient un virus/);
  });

  it("cannot be had while the store is away, which its page says, and nobody is told that it is lost", async () => {
    const id = await attached("cv.pdf");
    const shelf = join(await pathOf(id), "..");
    renameSync(shelf, `${shelf}.away`);
    writeFileSync(shelf, "");
    const { statusCode, body } = await open(id, her);
    assert.equal(statusCode, 503);
    assert.match(body, /Notre stockage ne répond pas. Le fichier n’est pas perdu/);
    rmSync(shelf);
    renameSync(`${shelf}.away`, shelf);
    assert.equal((await open(id, her)).statusCode, 200);
  });

  it("that vanished or changed where it was kept is not handed out, and its page says so", async () => {
    const [changed, vanished] = [await attached("cv.pdf"), await attached("cv.pdf")];
    const bytes = readFileSync(await pathOf(changed));
    bytes[20]! ^= 1;
    writeFileSync(await pathOf(changed), bytes);
    rmSync(await pathOf(vanished));
    for (const id of [changed, vanished]) {
      const { statusCode, body } = await open(id, her);
      assert.equal(statusCode, 410);
      assert.match(body, /n’est plus tel qu’il a été reçu/);
    }
  });

  it("that changed far from its beginning is cut off before its end", async () => {
    const id = await attached("long.pdf", pdf({ comment: "x".repeat(500_000) }));
    const bytes = readFileSync(await pathOf(id));
    bytes[400_000]! ^= 1;
    writeFileSync(await pathOf(id), bytes);
    await assert.rejects(open(id, her), /not what it was|aborted|destroyed/);
  });
});
