/**
 * The copy of everything held about a person: one ZIP with the rows as stored (JSON), the files, the mails, and a page that shows it all.
 * Recorded rows are found through the records of the person's chains, so that a subject cannot forget one; each subject adds its
 * unrecorded rows (`also`).
 */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type PassThrough, type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { perform } from "../act/act.ts";
import { attemptFor } from "../act/attempts.ts";
import { DEPLOYMENT, type Tx, withSchool } from "../db/school.ts";
import { dayIn } from "../kit/zone.ts";
import type { Row } from "../kit/sql.ts";
import { removeBytesOf } from "../files/backed-up.ts";
import { fileKey } from "../files/rules/file-key.ts";
import { type FileStore, ofStore } from "../files/file-store.ts";
import { DONE, type Job, type Worked, type Working } from "../jobs/job.ts";
import type { Retained, Subject } from "./retained.ts";
import { buildCopy, copyReady, removeCopy } from "./requests.ts";
import { type CopiedFile, type CopiedRetained, copyPage, mailText, pathOfFile, pathOfMail } from "./rules/copy-page.ts";
import { chainContents } from "./contents.ts";
import { type DataRequest, findRequest } from "./store.ts";
import { presentAddress } from "../mail/address.ts";

export function copyKey(establishment: string, request: string): string {
  return `${establishment}/exports/${request}.zip`;
}

export function copyBuilder(retained: readonly Retained[]): Job<{ request: string }> {
  return { errand: buildCopy, atOnce: 1, work: (given) => build(given, retained) };
}

export const copyRemover: Job<{ request: string }> = {
  errand: removeCopy,
  work: ({ world, establishment, ids }) => removeBytesOf(world, establishment, copyKey(establishment, ids.request)),
};

async function build(given: Working<{ request: string }>, retained: readonly Retained[]): Promise<Worked> {
  const { world, establishment, ids } = given;
  const { request: id } = ids;
  const found = await withSchool(world.db, establishment, async (tx) => {
    const request = await findRequest(tx, id);
    return request && { request, to: await presentAddress(tx, `account:${request.account}`) };
  });
  // Done already by a worker that seemed dead, or the account is gone.
  if (!found?.to || found.request.state !== "asked") return DONE;
  if (!world.files) throw new Error("This world keeps no files");
  const { store } = world.files;
  const path = join(store.scratch, `copy-${id}.zip`);
  try {
    const made = await writeCopy(given, retained, found.request, { store, path });
    await store.put(copyKey(establishment, id), { path, ...made });
    const actor = { kind: "clock", day: dayIn(world.now(), world.zone(establishment)) } as const;
    const input = { request: id, to: found.to, ...made };
    await perform(world, copyReady, { actor, establishment, attempt: attemptFor("copyReady", id), input });
  } finally {
    await rm(path, { force: true });
  }
  return DONE;
}

type Target = { readonly store: FileStore; readonly path: string };

async function writeCopy(
  { world, establishment }: Working<{ request: string }>,
  retained: readonly Retained[],
  { account, language }: DataRequest,
  { store, path }: Target,
): Promise<{ size: number; sha256: string }> {
  const copied: CopiedRetained[] = [];
  for (const place of [DEPLOYMENT, establishment]) {
    const those = retained.filter((one) => (one.place === "deployment") === (place === DEPLOYMENT));
    const read = await withSchool(world.db, place, (tx) => readRetained(tx, those, { account }), { snapshot: true });
    copied.push(...read);
  }
  const zip = new ZipFile();
  const out = zip.outputStream as PassThrough;
  const hash = createHash("sha256");
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  const at = world.now();
  const options = { mtime: at, mode: 0o100600 };
  const school = world.laws.establishments.find(({ data }) => data.establishment === establishment)!.data;
  const fill = async () => {
    const page = copyPage({ copied, lang: language, school: school.name, at, zone: school.timezone, account });
    zip.addBuffer(Buffer.from(page), "index.html", options);
    const data = copied.map(({ name, label, chains, also }) => ({ name, label, chains, also }));
    zip.addBuffer(Buffer.from(JSON.stringify(data, null, 2)), "donnees.json", options);
    for (const { mails, files } of copied) {
      for (const mail of mails) zip.addBuffer(Buffer.from(mailText(mail)), pathOfMail(mail), options);
      for (const file of files) await addFile(zip, store, establishment, file, options);
    }
    zip.end();
  };
  // yazl emits its errors and then never ends: an error on either side destroys the output.
  const fail = (fault: unknown) => void out.destroy(fault as Error);
  zip.on("error", fail);
  await ofStore(Promise.all([pipeline(out, count, createWriteStream(path, { mode: 0o600 })), fill().catch(fail)]));
  return { size, sha256: hash.digest("hex") };
}

/** Files are opened one after the other, to limit open handles. */
async function addFile(
  zip: ZipFile,
  store: FileStore,
  establishment: string,
  file: CopiedFile,
  options: { mtime: Date; mode: number },
): Promise<void> {
  const key = fileKey(establishment, file);
  const out = zip.outputStream as PassThrough;
  // A missing file is reported by the doctor; the rest of the copy goes on.
  if ((await store.sizeOf(key)) === undefined) return;
  const add = async (give: (fault: null, stream: Readable) => void) => {
    const found = await store.open(key);
    if (!found) throw new Error("A file vanished while it was copied");
    const { stream } = found;
    const close = () => stream.destroy();
    stream.once("error", (fault) => out.destroy(fault));
    stream.once("close", () => out.off("close", close));
    if (out.destroyed) close();
    else out.once("close", close);
    give(null, stream);
  };
  zip.addReadStreamLazy(pathOfFile(file), { ...options, compress: false }, (give) => {
    add(give).catch((fault: Error) => out.destroy(fault));
  });
}

async function readRetained(tx: Tx, retained: readonly Retained[], subject: Subject): Promise<CopiedRetained[]> {
  const copied: CopiedRetained[] = [];
  for (const { name, label, chains, untold, also } of retained) {
    const contents = [];
    for (const chain of await chains(tx, subject))
      contents.push(await chainContents(tx, chain, { untold: (await untold?.(tx, chain)) ?? [] }));
    const more = (await also?.(tx, subject)) ?? {};
    const rows = [...contents.map((one) => one.rows), more];
    const all = (table: string) => rows.flatMap((one) => one[table] ?? []);
    if (contents.length === 0 && Object.values(more).every((one) => one.length === 0)) continue;
    const files = await copiesOf(tx, [...all("stored_file"), ...all("upload")]);
    copied.push({ name, label, chains: contents, also: more, mails: all("mail") as never, files });
  }
  return copied;
}

async function copiesOf(tx: Tx, rows: readonly Row[]): Promise<CopiedFile[]> {
  const hashes = [...new Set(rows.map((row) => String(row.sha256)))];
  if (hashes.length === 0) return [];
  const copies = await tx.selectFrom("file_copy").select(["sha256", "copy"]).where("sha256", "in", hashes).execute();
  const known = new Map(copies.map(({ sha256, copy }) => [sha256, copy]));
  return rows.flatMap((row) => {
    const sha256 = String(row.sha256);
    const copy = known.get(sha256);
    return copy ? [{ id: String(row.id), name: String(row.name), sha256, copy }] : [];
  });
}
