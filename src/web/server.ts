/** The HTTP server: one Fastify application with the API and the pages, and the headers of every answer. */
import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { actRoutes } from "../api/acts.ts";
import { decideRoutes } from "../api/decide.ts";
import { docsRoutes } from "../api/docs.ts";
import { openApiRoutes } from "../api/openapi.ts";
import { langOf, sendProblem } from "../api/problem.ts";
import { fileRoutes } from "../api/files.ts";
import { paymentRoutes } from "../api/payments.ts";
import { operationRoutes } from "../api/operations.ts";
import type { World } from "../act/world.ts";
import { assetRoutes } from "../page/assets.ts";
import { logFault } from "../page/acting.ts";
import { errorPage } from "./errors.ts";
import { hostOf } from "./host.ts";
import { REST_OF_API, refuseOtherMethods } from "./methods.ts";
import type { Page } from "../page/page.ts";
import { rootFileRoutes } from "./root-files.ts";
import { pageRoutes } from "./routes.ts";
import { FORM_WITH_FILES } from "./sent-form.ts";

const API = ["/api/", "/openapi.json", "/healthz", "/readyz", "/version", "/metrics"];

/** In bytes: the longest journey is a few hundred short fields. */
const FORM_LIMIT = 512 * 1024;

/** Requests a minute from one address: above what a school's shared address sends, below a machine gone wild. */
const PER_MINUTE = 3_000;

/** A whole request with files, over a slow line; and a form without files, a few thousand characters. */
const UPLOAD_MS = 15 * 60_000;
const FORM_MS = 60_000;
/** The longest silence of a connection, in both directions. */
const SILENT_MS = 2 * 60_000;

/** How long open requests may take once the service stops; and how often idle connections are closed meanwhile. */
const CLOSING_MS = 10_000;
const IDLE_MS = 200;
/** A restart takes less. */
const RETRY_SECONDS = 30;

type Told = readonly [status: string, fr: string, en: string];
const UNPARSED: Told = [
  "400 Bad Request",
  "Cette demande ne peut pas être lue : rien n’a été enregistré.",
  "This request cannot be read: nothing was recorded.",
];
const UNPARSED_BY_CODE: Readonly<Record<string, Told>> = {
  HPE_HEADER_OVERFLOW: [
    "431 Request Header Fields Too Large",
    "Les en-têtes de cette demande sont trop longs : effacez les cookies de ce site, ou raccourcissez l’adresse.",
    "The headers of this request are too long: delete this site’s cookies, or shorten the address.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    "408 Request Timeout",
    "Cette demande a mis trop de temps à arriver : rien n’a été enregistré.",
    "This request took too long to arrive: nothing was recorded.",
  ],
};

const CONTENT_SECURITY = {
  "default-src": "'none'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "script-src": "'self'",
  "connect-src": "'self'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
  "base-uri": "'none'",
} as const;

export type ServerOptions = {
  readonly logger?: boolean;
  readonly perMinute?: number;
  readonly perToken?: number;
  /** Acts a minute from one network without a credential. */
  readonly perStranger?: number;
  /** Files a minute per token. */
  readonly filesPerToken?: number;
  readonly proxies?: number;
  /** The token for `/metrics`; without it, only this machine may read them. */
  readonly metricsToken?: string | undefined;
  readonly pages?: readonly Page[];
  /** Serves only the operators' routes: for a worker process. */
  readonly operationsOnly?: boolean;
  /** Milliseconds for a form to arrive. */
  readonly formMs?: number;
  /** Milliseconds for open requests once the application is closing. */
  readonly closingMs?: number;
};

export async function buildServer(world: World, options: ServerOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger ? { serializers: { req: sayRequest } } : false,
    genReqId: () => randomUUID(),
    // A path may hold a secret, such as an invitation link: the log names the route, never the address.
    logController: new Fastify.LogController({ disableRequestLogging: true }),
    bodyLimit: FORM_LIMIT,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    requestTimeout: UPLOAD_MS,
    connectionTimeout: SILENT_MS,
    clientErrorHandler: answerUnparsed,
    frameworkErrors: (error, request, reply) => void answerUnrouted(world, error, request, reply),
    trustProxy: options.proxies ? (_address, hop) => hop < (options.proxies ?? 0) : false,
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: Object.fromEntries(
        Object.entries(CONTENT_SECURITY).map(([directive, sources]) => [directive, sources.split(" ")]),
      ),
    },
    xFrameOptions: { action: "deny" },
    referrerPolicy: { policy: "same-origin" },
    hsts: false,
  });
  await app.register(compress, { threshold: 1024, encodings: ["br", "gzip"] });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: FORM_LIMIT });
  await app.register(multipart, { throwFileSizeLimit: false, limits: FORM_WITH_FILES });
  await app.register(rateLimit, { max: options.perMinute ?? PER_MINUTE, timeWindow: "1 minute" });
  app.addHook("onRequest", (request, reply, next) => {
    const host = hostOf(request);
    if (host === "one" || (host === "none" && isApi(request))) return next();
    answerWrong(world, request, reply, 400);
  });
  refuseOtherMethods(app, world, (request, reply) => answerWrong(world, request, reply, 405));
  app.addHook("onRequest", (request, _reply, next) => cutSlow(request, options.formMs ?? FORM_MS, next));
  app.addHook("onResponse", logLine);
  closeSoon(app, options.closingMs ?? CLOSING_MS);
  app.setErrorHandler((error: FastifyError, request, reply) => onError(world, error, request, reply));
  app.setNotFoundHandler((request, reply) => answerWrong(world, request, reply, 404));
  operationRoutes(app, world, options);
  if (options.operationsOnly) return app;
  decideRoutes(app, world);
  actRoutes(app, world, options);
  fileRoutes(app, world, options);
  paymentRoutes(app, world);
  openApiRoutes(app, world);
  docsRoutes(app, world);
  app.all(REST_OF_API, (request, reply) => answerWrong(world, request, reply, 404));
  assetRoutes(app, world);
  rootFileRoutes(app, world);
  pageRoutes(app, world, options.pages);
  return app;
}

/** Errors before routing: no hook has run, so the security headers are set here. */
function answerUnrouted(world: World, error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const policy = Object.entries(CONTENT_SECURITY).map(([directive, sources]) => `${directive} ${sources}`);
  reply.headers({
    "content-security-policy": policy.join(";"),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
  });
  // No address of ours has a parameter so long.
  const status = error.code === "FST_ERR_MAX_PARAM_LENGTH" ? 404 : error.code === "FST_ERR_BAD_URL" ? 400 : 500;
  return answerWrong(world, request, reply, status);
}

/** Requests that the HTTP parser rejects, such as headers too long: neither page nor language is known. */
function answerUnparsed(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
  const [status, fr, en] = UNPARSED_BY_CODE[error.code ?? ""] ?? UNPARSED;
  const body = `${fr}\n${en}\n`;
  const head = `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}`;
  socket.end(`${head}\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n${body}`);
}

/** A body that never ends holds a connection: one without files has a minute. */
function cutSlow(request: FastifyRequest, ms: number, next: () => void): void {
  const { raw } = request;
  const { "content-type": type = "", "content-length": length, "transfer-encoding": chunked } = raw.headers;
  const brings = chunked !== undefined || (length !== undefined && length !== "0");
  if (brings && !/^(?:multipart\/form-data|application\/octet-stream)\b/i.test(type)) {
    const timer = setTimeout(() => {
      // A reader of the body answers 408; without a reader, the connection is cut.
      if (raw.listenerCount("error") > 0) raw.emit("error", Object.assign(new Error("too slow"), { statusCode: 408 }));
      else raw.destroy();
    }, ms).unref();
    raw.once("end", () => clearTimeout(timer)).once("close", () => clearTimeout(timer));
  }
  next();
}

/**
 * Once the application is closing, open requests are answered and no connection is kept alive; one still open after `ms` is cut. Otherwise
 * a busy browser, or a form without an end, would keep the database open.
 */
function closeSoon(app: FastifyInstance, ms: number): void {
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
    const idle = setInterval(() => app.server.closeIdleConnections(), IDLE_MS);
    const rest = setTimeout(() => app.server.closeAllConnections(), ms);
    app.server.once("close", () => {
      clearInterval(idle);
      clearTimeout(rest);
    });
  });
  app.addHook("onSend", async (_request, reply) => {
    if (closing) reply.header("connection", "close");
  });
}

function isApi({ url }: { readonly url: string }): boolean {
  return API.some((path) => url === path || url.startsWith(path));
}

const CODES: Readonly<Record<number, string>> = {
  404: "not-found",
  405: "method",
  408: "too-slow",
  413: "too-large",
  415: "media-type",
  429: "too-many",
  503: "unavailable",
};

function onError(world: World, error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  const known = status >= 400 && status < 500 ? status : status === 503 ? 503 : 500;
  // The message may quote what a person typed: the log has only the kind of fault and its place in the code.
  if (known === 500) logFault(request, error);
  // Does not wait for the rest of the body.
  if (known === 408) reply.header("connection", "close");
  if (known === 503) reply.header("retry-after", RETRY_SECONDS);
  return answerWrong(world, request, reply, known, { busy: known === 503 && error.code === "busy" });
}

/** A page for people, a problem for programs. */
function answerWrong(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  how: { readonly busy?: boolean } = {},
): FastifyReply {
  if (!isApi(request)) return errorPage(world, request, reply, status, how);
  const more = status === 413 ? { most: request.routeOptions.bodyLimit } : {};
  const code = how.busy ? "busy" : (CODES[status] ?? (status === 500 ? "fault" : "bad-request"));
  return sendProblem(reply, langOf(request), status, code, more);
}

async function logLine(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  request.log.info(
    {
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    },
    "request",
  );
}

function sayRequest(request: FastifyRequest): Record<string, unknown> {
  return { method: request.method };
}
