/** The jobs that follow acts on files. */
import { randomUUID } from "node:crypto";
import { perform } from "../act/act.ts";
import { attemptFor } from "../act/attempts.ts";
import { withSchool } from "../db/school.ts";
import type { World } from "../act/world.ts";
import { allows } from "../kit/machine.ts";
import { dayIn } from "../kit/zone.ts";
import { enqueue, forgetFailed } from "../jobs/queue.ts";
import { DONE, type Job, nextTry } from "../jobs/job.ts";
import { noteClean, setFileAside } from "./acts.ts";
import { removeBytes, searchBytes } from "./attach.ts";
import { removeBytesOf } from "./backed-up.ts";
import type { FileService } from "./service.ts";
import { fileKey } from "./rules/file-key.ts";
import { SCAN } from "./rules/scan.ts";
import { codeOf } from "./file-store.ts";
import {
  awaitSearch,
  filesWithHash,
  findCopy,
  forgotten,
  giveUpSearch,
  recordClean,
  recordSearch,
  unsearched,
} from "./store.ts";
import type { CopyOfBytes } from "./rules/file-key.ts";

/** Nothing references this copy, and nothing will: the same bytes sent again become another copy. */
export const bytesRemover: Job<{ sha256: string; copy: string }> = {
  errand: removeBytes,
  async work({ world, establishment, ids }) {
    if (!world.files) throw new Error("This world keeps no files");
    return removeBytesOf(world, establishment, fileKey(establishment, ids));
  },
};

/**
 * Scans bytes for viruses; infected ones are blocked from then on and their senders are told. A waiting file is not served, so the scan is
 * retried without end.
 */
export const bytesSearcher: Job<{ sha256: string; copy: string }> = {
  errand: searchBytes,
  atOnce: 2,
  async work({ world, establishment, ids, attempt: tries }) {
    const { files, db, now, zone } = world;
    if (!files) throw new Error("This world keeps no files");
    if (!files.scanner) {
      await withSchool(db, establishment, giveUpSearch);
      return DONE;
    }
    const { sha256, copy } = ids;
    let kept = await withSchool(db, establishment, (tx) => findCopy(tx, ids));
    if (kept?.scan === "waiting") {
      const searched = await searchCopy(files, fileKey(establishment, ids)).catch((error: unknown) => ({
        fault: codeOf(error),
      }));
      // Vanished from the store: the doctor reports it, and a new upload of the same bytes is scanned again.
      if (!searched) return DONE;
      if ("fault" in searched) return { kind: "later", at: nextTry(now(), tries), problem: searched.fault };
      const { found } = searched;
      if (found === null) return passClean(world, establishment, ids, tries);
      await withSchool(db, establishment, (tx) => recordSearch(tx, { sha256, copy, found, at: now() }));
      kept = await withSchool(db, establishment, (tx) => findCopy(tx, ids));
    }
    if (!kept || !allows(SCAN, "set-aside", kept.scan)) return DONE;
    const actor = { kind: "clock", day: dayIn(now(), zone(establishment)) } as const;
    for (const id of await withSchool(db, establishment, (tx) => filesWithHash(tx, sha256))) {
      // The attempt is named after the file: on a retry, the mail is not sent again.
      const attempt = attemptFor("setFileAside", id, copy);
      await perform(world, setFileAside, { actor, establishment, attempt, input: { id } });
    }
    return DONE;
  },
};

const ROUNDS = 5;

/** Records the verdict on each file first, then on the copy. The same bytes may be attached meanwhile. */
async function passClean(world: World, establishment: string, ids: CopyOfBytes, tries: number) {
  const { db, now, zone } = world;
  for (let round = 0; round < ROUNDS; round++) {
    const left = await withSchool(db, establishment, (tx) => recordClean(tx, { ...ids, at: now() }));
    if (left.length === 0) return DONE;
    const actor = { kind: "clock", day: dayIn(now(), zone(establishment)) } as const;
    for (const id of left) {
      // Idempotent, so each try gets a new attempt id.
      await perform(world, noteClean, { actor, establishment, attempt: randomUUID(), input: { id } });
    }
  }
  return { kind: "later", at: nextTry(now(), tries), problem: "attached meanwhile" } as const;
}

async function searchCopy({ store, scanner }: FileService, key: string) {
  const bytes = await store.open(key);
  return bytes && scanner!.search(bytes.stream);
}

const BATCH = 200;

/** At each start: with an antivirus, earlier files are scanned too; without one, waiting files are released and marked as not scanned. */
export async function mindSearches(world: Pick<World, "db" | "now" | "files">, establishment: string): Promise<void> {
  if (world.files?.scanner) await searchWhatCameBefore(world, establishment);
  else await withSchool(world.db, establishment, giveUpSearch);
}

/** Enqueues scans of files that came before the antivirus, and of those whose scan was given up. Several processes may start together. */
export async function searchWhatCameBefore(
  { db, now }: Pick<World, "db" | "now">,
  establishment: string,
): Promise<void> {
  await withSchool(db, establishment, (tx) => forgetFailed(tx, searchBytes));
  for (let more = true; more; ) {
    more = await withSchool(db, establishment, async (tx) => {
      const never = await unsearched(tx, BATCH);
      for (const copy of never) if (await awaitSearch(tx, copy)) await enqueue(tx, searchBytes, copy, now());
      const again = await forgotten(tx, searchBytes.name, BATCH);
      for (const copy of again) await enqueue(tx, searchBytes, copy, now());
      return never.length + again.length > 0;
    });
  }
}
