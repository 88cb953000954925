/** All files of a dossier in one archive: what is in it, for whom, and what is noted of it. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { withSchool } from "../../db/school.ts";
import type { Role } from "../../act/permissions.ts";
import { filesAbout } from "../../files/attach.ts";
import { fileKey } from "../../files/rules/file-key.ts";
import { openingsOf } from "../../openings/openings.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../../test/dossiers.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { giveRoles, type Invented, makeAccount, openedSession } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { CONFIDENTIAL } from "../rules/sections.ts";

const SCHOOL = "faire-ess";

/** The entries of an archive that compresses nothing, by the list at its end. */
function entriesOf(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const found = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, name, extra, comment] = [24, 28, 30, 32].map((offset, place) =>
      place === 0 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    found.set(zip.toString("utf8", at + 46, at + 46 + name), zip.subarray(from, from + size));
    at += 46 + name + extra + comment;
  }
  return found;
}

describe("all files of a dossier at once", () => {
  let world: World;
  let close: () => Promise<void>;
  let app: FastifyInstance;
  let dossier = "";
  let her: Invented;
  const staff = new Map<Role, string>();
  before(async () => {
    ({ world, close } = await testWorldOf());
    app = await buildServer(world, { perMinute: 1_000_000 });
    her = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    dossier = await aDossier(world, her, {
      declared: DECLARED_IN_FULL,
      sections: FULL_SECTIONS,
      files: [...FULL_FILES, ["cv", "../..\\mon CV $(x).pdf", pdf({ pages: 4 })]],
    });
    for (const role of ["admission-officer", "finance"] as const) {
      const one = await makeAccount(world, { name: role, address: `${role}@exemple.fr` });
      await giveRoles(world, one, [role]);
      staff.set(role, await openedSession(world, one, ["password", "passkey"]));
    }
  });
  after(async () => {
    await app.close();
    await close();
  });

  const get = async (session: string, query = "", lang = "") => {
    const url = `/${SCHOOL}${lang}/fichiers/${dossier}${query}`;
    const { statusCode, headers, rawPayload } = await app.inject({ url, cookies: { [SESSION_COOKIE]: session } });
    return { status: statusCode, headers, bytes: rawPayload, text: plain(rawPayload.toString("utf8")) };
  };
  const own = async (lang = "") => get(await openedSession(world, her), "", lang);
  const officer = (query = "") => get(staff.get("admission-officer")!, query);
  const files = () => withSchool(world.db, SCHOOL, (tx) => filesAbout(tx, `dossier:${dossier}`));
  const openings = () => withSchool(world.db, SCHOOL, (tx) => openingsOf(tx, { about: `dossier:${dossier}` }));
  const scanned = (id: string, scan: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const { sha256 } = await tx
        .selectFrom("stored_file")
        .select("sha256")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      await tx.updateTable("file_copy").set({ scan }).where("sha256", "=", sha256).execute();
      return sha256;
    });

  it("come to the person in one archive of the length that was announced, each whole, under a safe name", async () => {
    const { status, headers, bytes } = await own();
    equal(status, 200);
    equal(headers["content-type"], "application/zip");
    equal(Number(headers["content-length"]), bytes.length);
    match(String(headers["content-disposition"]), /^attachment.*fichiers-D-\d{4}-\d+\.zip/);
    const entries = entriesOf(bytes);
    const kept = await files();
    equal(entries.size, kept.length + 1);
    const names = [...entries.keys()].slice(1);
    for (const [at, file] of kept.entries())
      equal(createHash("sha256").update(entries.get(names[at]!)!).digest("hex"), file.sha256);
    ok(
      names.some((name) => /^\d\d-cv-[_a-z]*mon_CV_x_\.pdf$/i.test(name)),
      names.join(" "),
    );
    ok(names.every((name) => /^\d\d-[a-z-]+-[\p{L}\p{N}_-]*\.[a-z]+$/u.test(name)));
  });

  it("come with a list of the piece, the name, the size and the hash of each, in the language of the page", async () => {
    for (const [lang, said] of [
      ["", /Fichiers du dossier .*Ce que contient l’archive/s],
      ["/en", /Files of application .*What the archive holds/s],
    ] as const) {
      const list = plain(
        entriesOf((await own(lang)).bytes)
          .get("index.html")!
          .toString("utf8"),
      );
      match(list, said);
      for (const { sha256, size } of await files()) ok(list.includes(sha256) && list.includes(String(size)));
    }
    deepEqual(await openings(), []);
  });

  it("are the author’s alone while it is a draft, and nobody’s who may not see dossiers", async () => {
    equal((await officer()).status, 404);
    await handedIn(world, her, dossier);
    equal((await officer()).status, 200);
    ok([403, 404].includes((await get(staff.get("finance")!, "?ouvrir=oui")).status));
  });

  it("are not handed to others unsearched before they are told so, and each is then noted as opened, once", async () => {
    const warned = await officer();
    match(String(warned.headers["content-type"]), /text\/html/);
    match(warned.text, /n’ont pas été recherchés pour les virus/);
    deepEqual(await openings(), []);
    equal((await officer("?ouvrir=oui")).headers["content-type"], "application/zip");
    await officer("?ouvrir=oui");
    const names = (await files()).map(({ name }) => `la pièce « ${name} »`);
    deepEqual((await openings()).map(({ what }) => what.fr).toSorted(), [...new Set(names)].toSorted());
  });

  it("wait for a store that does not answer", async () => {
    const store = world.files!.store as { sizeOf: unknown };
    const { sizeOf } = store;
    store.sizeOf = () => Promise.reject(new Error("away"));
    try {
      const { status, text } = await own();
      equal(status, 503);
      match(text, /Le service des fichiers ne répond pas/);
    } finally {
      store.sizeOf = sizeOf;
    }
  });

  it("leave out what is searched still, holds a virus, or has vanished, and say so", async () => {
    const kept = await files();
    const distinct = [...new Map(kept.map((one) => [one.sha256, one])).values()];
    ok(distinct.length >= 3, "three files of different bytes");
    const [waiting, infected, gone] = distinct as [(typeof kept)[0], (typeof kept)[0], (typeof kept)[0]];
    await scanned(waiting.id, "waiting");
    await scanned(infected.id, "infected");
    await world.files!.store.remove(fileKey(SCHOOL, gone));
    const lost = new Set([waiting, infected, gone].map(({ sha256 }) => sha256));
    const entries = entriesOf((await own()).bytes);
    equal(entries.size, 1 + kept.filter(({ sha256 }) => !lost.has(sha256)).length);
    const list = plain(entries.get("index.html")!.toString("utf8"));
    match(list, /Ce qui n’y est pas/);
    for (const why of [/recherche de virus en cours/, /un virus y a été trouvé/, /plus dans le magasin/])
      match(list, why);
    for (const { sha256 } of [waiting, infected, gone]) ok(!list.includes(sha256));
  });

  it("leave out, for the office, what is said of a disability", async () => {
    await withSchool(world.db, SCHOOL, (tx) => tx.updateTable("file_copy").set({ scan: "clean" }).execute());
    const before = entriesOf((await officer()).bytes).size;
    const mine = entriesOf((await own()).bytes).size;
    const one = (await files()).at(-1)!;
    await withSchool(world.db, SCHOOL, (tx) =>
      tx.updateTable("stored_file").set({ slot: CONFIDENTIAL.key }).where("id", "=", one.id).execute(),
    );
    deepEqual([entriesOf((await officer()).bytes).size, entriesOf((await own()).bytes).size], [before - 1, mine]);
  });

  it("say that there is nothing to give where nothing passed", async () => {
    await withSchool(world.db, SCHOOL, (tx) => tx.updateTable("file_copy").set({ scan: "infected" }).execute());
    match((await officer()).text, /Aucun fichier ne peut être donné/);
    match((await own()).text, /Aucun fichier ne peut être donné/);
  });
});
