/** For operators: is the process alive, is it ready, which version is it, what does it measure. */
import type { FastifyInstance } from "fastify";
import type { World } from "../act/world.ts";
import { metricRoute, type MetricsOptions } from "./metrics.ts";
import { langOf, sendProblem } from "./problem.ts";

/** `/healthz` says that the process answers; `/readyz` that the database does, with the right migrations. */
export function operationRoutes(app: FastifyInstance, world: World, options: MetricsOptions): void {
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (request, reply) => {
    const checks = await world.ready();
    const ready = checks.every((check) => check.ok);
    const named = Object.fromEntries(checks.map(({ name, ok }) => [name, ok]));
    if (ready) return reply.send({ status: "ready", checks: named });
    return sendProblem(reply, langOf(request), 503, "unavailable", { checks: named });
  });
  app.get("/version", async () => ({
    version: world.version,
    laws: world.laws.files.map(({ name, hash }) => ({ name, hash })),
  }));
  metricRoute(app, world, options);
}
