/**
 * `/metrics`, for Prometheus: how busy the service is, for operators alone. With a token configured, its bearer; without one, only this
 * machine itself, unless a proxy stands in front, through which all the world would seem local.
 */
import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { overdueByAct } from "../deployment/overdue/noting.ts";
import { hashSecret } from "../kit/secret.ts";
import { placesOf, type World } from "../act/world.ts";
import { bearerOf } from "./bearer.ts";
import { langOf, sendProblem } from "./problem.ts";

export type MetricsOptions = { readonly metricsToken?: string | undefined; readonly proxies?: number };

export function metricRoute(
  app: FastifyInstance,
  world: Pick<World, "publicUrl" | "db" | "laws">,
  { metricsToken, proxies = 0 }: MetricsOptions,
): void {
  const { publicUrl } = world;
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
  registerOverdue(register, world);
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  const inFront = proxies > 0 || (publicUrl !== undefined && !isLocal(new URL(publicUrl).hostname));
  app.get("/metrics", async (request, reply) => {
    const lang = langOf(request);
    if (metricsToken !== undefined) {
      reply.header("www-authenticate", "Bearer");
      if (!brings(request, metricsToken)) return sendProblem(reply, lang, 401, "metrics-token");
      reply.removeHeader("www-authenticate");
    } else if (inFront || !isFromHere(request)) return sendProblem(reply, lang, 403, "metrics-closed");
    return reply.type(register.contentType).send(await register.metrics());
  });
}

/** What the calendar could not do, by the act that ought to do it. */
function registerOverdue(register: Registry, { db, laws }: Pick<World, "db" | "laws">): void {
  const overdue = new Gauge({
    name: "livret_overdue_duties",
    help: "What was due and could not be done, by place and act: livret doctor has the reasons",
    labelNames: ["place", "act"],
    registers: [register],
    collect: async () => {
      overdue.reset();
      for (const place of placesOf(laws)) {
        // A database that is away is told by other means, and the rest of the metrics still counts.
        const counts = await overdueByAct(db, place).catch(() => []);
        for (const { act, count } of counts) overdue.set({ place, act }, count);
      }
    },
  });
}

function brings(request: FastifyRequest, token: string): boolean {
  return timingSafeEqual(hashSecret(bearerOf(request)), hashSecret(token));
}

const FORWARDED = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

/** From a local socket, to a local name, without a proxy's header. */
function isFromHere({ socket, host, headers }: FastifyRequest): boolean {
  const hostname = host.replace(/:\d+$/, "");
  return (
    isLocal(socket.remoteAddress ?? "") && isLocal(hostname) && !FORWARDED.some((name) => headers[name] !== undefined)
  );
}

function isLocal(name: string): boolean {
  return /^(?:localhost|(?:::ffff:)?127(?:\.\d+){3}|::1|\[::1\])$/i.test(name);
}
