/** Stylesheets, the font and the few scripts, served from this origin alone. */
import type { FastifyInstance } from "fastify";
import type { World } from "../world.ts";

export function assetRoutes(_app: FastifyInstance, _world: World): void {}
