/** A data folder whose database was made before, as a second start finds it: making one each time would cost seconds. */
import { mkdirSync, mkdtempSync, openAsBlob } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPGlite } from "../db/open.ts";
import { templateFile } from "./world.ts";

/** In a folder of its own, or in the one that is given. */
export async function madeFolder(data = mkdtempSync(join(tmpdir(), "livret-made-"))): Promise<string> {
  mkdirSync(data, { recursive: true });
  const opened = await openPGlite({ dataDir: join(data, "pg"), loadDataDir: await openAsBlob(await templateFile()) });
  await opened.close();
  return data;
}
