/** The real application over the project's own data, without a socket. */
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { loadLaws } from "../law/load.ts";
import { buildServer } from "../web/server.ts";
import type { World } from "../world.ts";

export const NOW = new Date("2026-11-25T09:00:00Z");

export async function testServer(more: Partial<World> = {}): Promise<FastifyInstance> {
  const laws = loadLaws(fileURLToPath(new URL("../..", import.meta.url)));
  const world: World = { laws, defaults: { diploma: undefined, establishment: undefined }, version: "test", now: () => NOW, ready: async () => [], ...more };
  return buildServer(world, { perMinute: 1_000_000 });
}
