/** Arriving files, on this machine's disk. */
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** No upload takes this long: older files were left by a process that died. */
const OLD = 24 * 3_600_000;

/** Other processes may share the folder: only old files are removed. */
export function clearScratch(folder: string): void {
  const limit = Date.now() - OLD;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && found.mtimeMs < limit) rmSync(path, { force: true });
  }
}
