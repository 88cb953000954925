/** The child of a test that kills it: puts one file after the other in a folder, and tells of each. */
import { createHash, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderStore } from "../files/folder-store.ts";
import { fileKey } from "../files/rules/file-key.ts";

/** What it says: how many it has put. */
export type Told = number;

const store = folderStore(process.argv[2]!);
for (let at = 0; ; at++) {
  const bytes = randomBytes(300_000);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const path = join(store.scratch, `${process.pid}-${at}`);
  writeFileSync(path, bytes);
  await store.put(fileKey("faire-ess", { sha256, copy: "01234567" }), { path, size: bytes.length, sha256 });
  process.send!(at satisfies Told);
}
