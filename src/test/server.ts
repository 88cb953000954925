/** The real application over the project's own data and a database of its own, without a socket. */
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import type { Opened } from "../db/open.ts";
import { loadCases } from "../law/cases.ts";
import { loadLaws } from "../law/load.ts";
import { buildServer, type ServerOptions } from "../web/server.ts";
import type { World } from "../act/world.ts";
import { lawWorld } from "../house/world.ts";
import { given } from "./given.ts";
import { openWorkshop } from "./workshop.ts";
import { QUICK, testDatabase } from "./world.ts";

const NOW = new Date("2026-11-25T09:00:00Z");
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const LAWS = loadLaws(ROOT);
/** Read for the few tests that ask. */
let cases: ReturnType<typeof loadCases> | undefined;

/** A world over a database and a folder of files of its own, and how it is closed. */
export async function testWorldOf(
  more: Partial<World> = {},
): Promise<{ world: World; opened: Opened; folder: string; close: () => Promise<void> }> {
  const opened = await testDatabase();
  const { documents, files, folder, close: closeWorkshop } = openWorkshop();
  const world: World = {
    ...lawWorld(LAWS, { diploma: undefined, establishment: undefined }),
    db: opened.db,
    version: "test",
    now: () => NOW,
    ready: async () => [],
    cases: () => (cases ??= loadCases(ROOT)),
    documents,
    files,
    given,
    passwords: QUICK,
    ...more,
  };
  const close = async () => {
    await closeWorkshop();
    await opened.close();
  };
  return { world, opened, folder, close };
}

/** Closing the application closes its world. */
export async function testServer(more: Partial<World> = {}, options: ServerOptions = {}): Promise<FastifyInstance> {
  const { world, close } = await testWorldOf(more);
  const app = await buildServer(world, { perMinute: 1_000_000, ...options });
  app.addHook("onClose", close);
  return app;
}
