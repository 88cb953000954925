/** For operators: is the process alive, is it ready, which version is it, what does it measure. */
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { World } from "../world.ts";
import { langOf, sendProblem } from "./problem.ts";

/** `/healthz` only says that the process answers; `/readyz` that the database does, with the right migrations. */
export function operationRoutes(app: FastifyInstance, world: World): void {
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
  metricRoute(app);
}

function metricRoute(app: FastifyInstance): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    name: "livret_http_request_seconds",
    help: "Time to answer, by route, method and status",
    // The route's pattern, never the address: no value a person typed becomes a label.
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [register],
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get("/metrics", async (_request, reply) => reply.type(register.contentType).send(await register.metrics()));
}
