/** The work that follows acts on files. */
import { perform } from "../../act.ts";
import { withSchool } from "../../db/school.ts";
import type { World } from "../../world.ts";
import { dayIn } from "../../kit/zone.ts";
import { enqueue } from "../jobs/queue.ts";
import { DONE, type Job } from "../jobs/job.ts";
import { setFileAside } from "./acts.ts";
import { removeBytes, searchBytes } from "./attach.ts";
import { fileKey } from "./rules/file-key.ts";
import { awaitSearch, filesHolding, findCopy, giveUpSearch, recordSearch, unsearched } from "./store.ts";

/** Nothing names this copy, and nothing ever will: the same bytes sent again are another copy. */
export const bytesRemover: Job<{ sha256: string; copy: string }> = {
  errand: removeBytes,
  async work({ world, establishment, ids }) {
    if (!world.files) throw new Error("This world keeps no files");
    await world.files.store.remove(fileKey(establishment, ids));
    return DONE;
  },
};

/** Searches bytes for viruses; those that hold one are handed to nobody from then on, and their senders are told. */
export const bytesSearcher: Job<{ sha256: string; copy: string }> = {
  errand: searchBytes,
  atOnce: 2,
  async work({ world, establishment, ids }) {
    const { files, db, now, zone } = world;
    if (!files) throw new Error("This world keeps no files");
    if (!files.scanner) {
      await withSchool(db, establishment, giveUpSearch);
      return DONE;
    }
    const { sha256, copy } = ids;
    let kept = await withSchool(db, establishment, (tx) => findCopy(tx, ids));
    if (kept?.scan === "waiting") {
      const bytes = await files.store.open(fileKey(establishment, ids));
      // Vanished: the doctor says so.
      if (!bytes) return DONE;
      const { found } = await files.scanner.search(bytes.stream);
      await withSchool(db, establishment, (tx) => recordSearch(tx, { sha256, copy, found, at: now() }));
      kept = await withSchool(db, establishment, (tx) => findCopy(tx, ids));
    }
    if (kept?.scan !== "infected") return DONE;
    const actor = { kind: "clock", day: dayIn(now(), zone(establishment)) } as const;
    for (const id of await withSchool(db, establishment, (tx) => filesHolding(tx, sha256))) {
      // Named by the file: however often this is done, the mail goes once.
      const attempt = `setFileAside:${id}:${copy}`;
      await perform(world, setFileAside, { actor, establishment, attempt, input: { id } });
    }
    return DONE;
  },
};

const BATCH = 200;

/**
 * What a start finds: with an antivirus, what came before it is searched too; with none any more, what waited for it is no
 * longer kept back, and is marked as searched by nobody.
 */
export async function mindSearches(world: Pick<World, "db" | "now" | "files">, establishment: string): Promise<void> {
  if (world.files?.scanner) await searchWhatCameBefore(world, establishment);
  else await withSchool(world.db, establishment, giveUpSearch);
}

/** Once there is an antivirus, what came before it is searched too. Several processes may start at the same time. */
export async function searchWhatCameBefore(
  { db, now }: Pick<World, "db" | "now">,
  establishment: string,
): Promise<void> {
  for (let more = true; more; ) {
    more = await withSchool(db, establishment, async (tx) => {
      const copies = await unsearched(tx, BATCH);
      for (const copy of copies) if (await awaitSearch(tx, copy)) await enqueue(tx, searchBytes, copy, now());
      return copies.length > 0;
    });
  }
}
