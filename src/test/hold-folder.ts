/** A process that tries to hold a folder when told to, says whether it does, and stays until it is killed. */
import { once } from "node:events";
import { holdFolder } from "../db/folder.ts";

const [dir = ""] = process.argv.slice(2);
console.log("ready");
await once(process.stdin, "data");
const held = await holdFolder(dir, async ({ argv, lang }, { out, err }) => {
  await out(`${argv.join(" ")} ${lang}\n`);
  await err("é\n");
  return 7;
});
console.log("release" in held ? "won" : `lost to ${held.heldBy.pid}`);
