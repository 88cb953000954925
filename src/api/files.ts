/**
 * `POST /api/<school>/files`: the bytes of one file, sent by a program for its owner. The answer is the id by which an act attaches it
 * (`addFile`); an unattached file is deleted after a day. The bytes are the whole body, or the one file of a form as browsers and `curl -F`
 * send it; they are never whole in memory.
 */
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { MOST_BYTES } from "../kit/file-problem.ts";
import { fileProblems } from "../files/words.ts";
import { receiveUpload } from "../files/receive.ts";
import { may, tokenLacks } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { sendForbidden } from "./acts.ts";
import { bearerOf, ownerOf, sendUnknown } from "./bearer.ts";
import { langOf, sendProblem } from "./problem.ts";

/** Files a minute per token: enough to fill dossiers, too few to fill a disk. */
const PER_TOKEN = 60;

export function fileRoutes(app: FastifyInstance, world: World, { filesPerToken = PER_TOKEN } = {}): void {
  app.register(async (scope) => {
    const byKey = scope.createRateLimit({ max: filesPerToken, timeWindow: "1 minute", keyGenerator: bearerOf });
    // The parser of multipart forms stays.
    scope.removeContentTypeParser(["application/json", "text/plain", "application/x-www-form-urlencoded"]);
    scope.addContentTypeParser("application/octet-stream", (_request, payload, done) => done(null, payload));
    scope.post("/api/:school/files", async (request, reply) => {
      const lang = langOf(request);
      const { school: establishment } = request.params as { school: string };
      const known = world.laws.establishments.some(({ data }) => data.establishment === establishment);
      if (!known || !world.files) return sendProblem(reply, lang, 404, "not-found");
      const actor = await ownerOf(world, establishment, request);
      if (typeof actor === "string") return sendUnknown(reply, lang, actor);
      const open = world.house.programs.takeFiles.filter(({ who }) => may(actor, who));
      const [first] = open;
      if (!first) return sendProblem(reply, lang, 403, "forbidden");
      if (open.every((act) => tokenLacks(actor, { ...act, kind: "act" })))
        return sendForbidden(reply, lang, tokenLacks(actor, { ...first, kind: "act" }), first);
      const counted = await byKey(request);
      if (!counted.isAllowed && counted.isExceeded) return sendProblem(reply, lang, 429, "too-many");
      const sent = await bodyOf(request);
      if (sent === undefined) return sendProblem(reply, lang, 415, "file-type");
      const { name, bytes } = sent;
      if (name === undefined) return sendProblem(reply, lang, 400, "file-name");
      const stream = Readable.from(upTo(bytes, MOST_BYTES));
      const received = await receiveUpload(world, { establishment, account: actor.account, stream, name });
      reply.header("content-language", lang).header("cache-control", "no-store");
      if ("upload" in received) return reply.status(201).send({ upload: received.upload });
      const { problem, fault } = received;
      if (fault !== undefined) request.log.error({ fault: fault.name, code: fault.code }, "files");
      // The rest of an oversized file is not read: the connection cannot be reused.
      if (problem === "too-big") reply.header("connection", "close");
      return sendProblem(reply, lang, problem === "store-away" ? 503 : 422, "file", {
        problem,
        detail: fileProblems[lang][problem],
      });
    });
  });
}

/** The file of either kind of body; `undefined` where there is none. */
async function bodyOf(request: FastifyRequest): Promise<{ name: string | undefined; bytes: Readable } | undefined> {
  if (!request.isMultipart())
    return request.body instanceof Readable ? { name: nameOf(request), bytes: request.body } : undefined;
  // One byte over the limit, to report a file too big instead of cutting it.
  const limits = { files: 1, fields: 0, fileSize: MOST_BYTES + 1 };
  const part = await request.file({ limits }).catch(() => undefined);
  if (!part) return undefined;
  return { name: part.filename.trim() === "" ? nameOf(request) : part.filename.slice(0, 500), bytes: part.file };
}

/** In a header, since logs keep addresses: both forms of RFC 6266. */
function nameOf(request: FastifyRequest): string | undefined {
  const disposition = request.headers["content-disposition"] ?? "";
  const [, encoded] = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition) ?? [];
  const [, plain] = /filename="([^"]*)"/i.exec(disposition) ?? [];
  try {
    const name = encoded === undefined ? plain : decodeURIComponent(encoded);
    return name === undefined || name.trim() === "" ? undefined : name.slice(0, 500);
  } catch {
    return undefined;
  }
}

async function* upTo(body: Readable, most: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    yield chunk;
    if (size > most) return;
  }
}
