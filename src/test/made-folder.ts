/** A data folder whose database was made before, as a second start finds it: making one each time would cost seconds. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { templateFile } from "./world.ts";

/** In a folder of its own, or in the one that is given. */
export async function madeFolder(data = mkdtempSync(join(tmpdir(), "livret-made-"))): Promise<string> {
  const folder = join(data, "pg");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Its names begin with a slash, which tar takes off, and says so.
  await promisify(execFile)("tar", ["-xf", await templateFile(), "-C", folder]);
  return data;
}
