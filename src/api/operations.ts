/** For operators: is the process alive, is it ready, which version is it, what does it measure. */
import type { FastifyInstance } from "fastify";
import type { World } from "../world.ts";

export function operationRoutes(app: FastifyInstance, _world: World): void {
  app.get("/healthz", async () => ({ status: "ok" }));
}
