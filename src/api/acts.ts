/**
 * `POST /api/<school>/acts/<act>` and `POST /api/<school>/views/<view>`: every declared act and view that somebody from
 * outside may call. The secret that a holder shows goes in `Authorization: Bearer`, the attempt in `Idempotency-Key`.
 */
import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Act, type Actor, type Outcome, perform, type Seen, type View, view } from "../act.ts";
import { ACTS } from "../acts.ts";
import { readObject } from "../kit/json.ts";
import type { Lang } from "../kit/lang.ts";
import { MAX_LINE } from "../kit/lines.ts";
import { type Issue, sayIssues } from "../kit/schema.ts";
import { may } from "../people/rules/permissions.ts";
import { VIEWS } from "../views.ts";
import type { World } from "../world.ts";
import { langOf, sendProblem } from "./problem.ts";

/** Acts of the calendar and of the operator have no door here. */
const fromOutside = ({ who }: { who: Act["who"] }) =>
  may({ kind: "anyone" }, who) || may({ kind: "holder", secret: "" }, who);
export const OPEN_ACTS = ACTS.filter(fromOutside);
export const OPEN_VIEWS = VIEWS.filter(fromOutside);

type Calling = {
  readonly establishment: string;
  readonly actor: Actor;
  readonly input: unknown;
  readonly attempt: string;
  readonly lang: Lang;
};

export function actRoutes(app: FastifyInstance, world: World): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/json", { parseAs: "buffer", bodyLimit: MAX_LINE }, (_request, body, done) =>
      done(null, body),
    );
    for (const act of OPEN_ACTS) {
      scope.post(`/api/:school/acts/${act.name}`, (request, reply) =>
        called(world, act, request, reply, async (calling) =>
          sendOutcome(reply, calling.lang, await perform(world, act, calling)),
        ),
      );
    }
    for (const seen of OPEN_VIEWS) {
      scope.post(`/api/:school/views/${seen.name}`, (request, reply) =>
        called(world, seen, request, reply, async (calling) =>
          sendSeen(reply, calling.lang, await view(world, seen, calling)),
        ),
      );
    }
  });
}

async function called(
  world: World,
  { who }: Act | View,
  request: FastifyRequest,
  reply: FastifyReply,
  then: (calling: Calling) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const lang = langOf(request);
  const { school } = request.params as { school: string };
  if (!world.laws.establishments.some(({ data }) => data.establishment === school))
    return sendProblem(reply, lang, 404, "not-found");
  const read = Buffer.isBuffer(request.body) ? readObject(request.body) : { object: {} };
  if ("issues" in read) return sendInvalid(reply, lang, read.issues);
  return then({
    establishment: school,
    actor: actorOf(request, who),
    input: read.object,
    attempt: attemptOf(request),
    lang,
  });
}

/** Whoever shows a secret holds what it opens; what it opens, the act finds out. */
function actorOf(request: FastifyRequest, who: Act["who"]): Actor {
  const [, secret] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
  return secret !== undefined && may({ kind: "holder", secret }, who) ? { kind: "holder", secret } : { kind: "anyone" };
}

function attemptOf(request: FastifyRequest): string {
  const key = request.headers["idempotency-key"];
  return typeof key === "string" ? key : randomUUID();
}

function sendOutcome(reply: FastifyReply, lang: Lang, outcome: Outcome<unknown>): FastifyReply {
  switch (outcome.kind) {
    case "done":
      return reply.header("content-language", lang).header("cache-control", "no-store").send(outcome.value);
    case "invalid":
      return sendInvalid(reply, lang, outcome.issues);
    case "stale":
      return sendProblem(reply, lang, 409, "stale", { current: outcome.current });
    case "refused":
      return sendProblem(reply, lang, 409, "refused", {
        conditions: outcome.findings.map(({ condition }) => condition),
      });
    default:
      return sendProblem(reply, lang, 403, "forbidden");
  }
}

function sendSeen(reply: FastifyReply, lang: Lang, seen: Seen<unknown>): FastifyReply {
  if (seen.kind === "found")
    return reply.header("content-language", lang).header("cache-control", "no-store").send(seen.value);
  if (seen.kind === "invalid") return sendInvalid(reply, lang, seen.issues);
  return seen.kind === "forbidden"
    ? sendProblem(reply, lang, 403, "forbidden")
    : sendProblem(reply, lang, 404, "not-found");
}

function sendInvalid(reply: FastifyReply, lang: Lang, issues: readonly Issue[]): FastifyReply {
  return sendProblem(reply, lang, 422, "invalid", { issues: sayIssues(issues, lang) });
}
