/**
 * `node src/test/upgrade/keep.ts COMMIT`: keeps a filled database of a release beside this file. Its own program fills it, somebody
 * signs in, and work is left to be done; today's program only packs it.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { livretProcess } from "../cli.ts";
import { LAWS } from "../server.ts";
import { enterAs, KEPT, type Kept, programOf, runOf, serviceOf } from "./release.ts";

const [commit] = process.argv.slice(2);
if (commit === undefined) throw new Error("node src/test/upgrade/keep.ts COMMIT");
const school = LAWS.establishments[0]!.data.establishment;
const root = mkdtempSync(join(tmpdir(), "livret-release-"));
const program = programOf(commit, join(root, "program"));
if (program === undefined) throw new Error(`The commit ${commit} is not in this history.`);
const env = { LIVRET_DATA: join(root, "data") };
const made = await runOf(program, ["demo", "--dossiers", "24", "--schools", "1"], env);
if (made.code !== 0) throw new Error(made.text);
const service = await serviceOf(program, env);
const session = await enterAs(service.origin, school);
await service.stop();
// Work that waits for the next start: the mail of a role that is offered.
const listed = await runOf(program, ["account", "list"], env);
const [address] = /[\w.-]+@[\w.-]+/.exec(listed.text) ?? [];
const asked = await runOf(program, ["account", "give", "finance", address!, "--school", school], env);
if (asked.code !== 0) throw new Error(asked.text);
const folder = join(root, "backup");
const packed = await livretProcess(["backup", folder], "", env);
if (packed.code !== 0) throw new Error(packed.stderr);
const kept: Kept = { commit, school, session };
writeFileSync(join(folder, "release.json"), JSON.stringify(kept));
spawnSync("tar", ["-czf", join(KEPT, `${commit}.tar.gz`), "-C", folder, "."], { stdio: "inherit" });
rmSync(root, { recursive: true, force: true });
