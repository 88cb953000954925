/**
 * `POST /api/<school>/acts/<act>` and `POST /api/<school>/views/<view>`: every declared act and view open to outside callers.
 * `Authorization: Bearer` carries a personal token or the secret of a thing, `Idempotency-Key` the attempt. No cookie is read here, so no
 * form of another site can act for a signed-in person.
 */
import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Act, type Actor, type Outcome, perform, type Seen, type View, view } from "../act/act.ts";
import { readObject } from "../kit/json.ts";
import type { Lang } from "../kit/lang.ts";
import { MAX_LINE, withoutMark } from "../kit/lines.ts";
import { networkOf } from "../kit/network.ts";
import { type Issue, sayIssues } from "../kit/schema.ts";
import { type Lack, may } from "../act/permissions.ts";
import { sayLack } from "../people/tokens/sentences.ts";
import { byAnyone, bySecret } from "../act/programs.ts";
import type { World } from "../act/world.ts";
import { bearerOf, ownerOf, sendUnknown, type Unknown } from "./bearer.ts";
import { inLang, langIssue, langOf, sendProblem } from "./problem.ts";

type Calling = {
  readonly establishment: string;
  readonly actor: Actor;
  readonly input: unknown;
  readonly attempt: string;
  readonly lang: Lang;
};

/** Requests a minute per token, from any network: more than a busy program makes. */
const PER_TOKEN = 600;
/** Acts a minute from one network without a credential: each may store up to a megabyte, for up to a month. */
const PER_STRANGER = 30;

type Limits = { readonly perToken?: number; readonly perStranger?: number };

export function actRoutes(
  app: FastifyInstance,
  world: World,
  { perToken = PER_TOKEN, perStranger = PER_STRANGER }: Limits = {},
): void {
  app.register(async (scope) => {
    const byKey = scope.createRateLimit({ max: perToken, timeWindow: "1 minute", keyGenerator: bearerOf });
    const place = ({ ip }: FastifyRequest) => networkOf(ip);
    const byPlace = scope.createRateLimit({ max: perStranger, timeWindow: "1 minute", keyGenerator: place });
    const isTooOften: TooOften = async (request, actor, declared) => {
      const counts = isProgram(actor) ? byKey : actor.kind === "anyone" && "writes" in declared ? byPlace : undefined;
      const counted = await counts?.(request);
      return counted !== undefined && !counted.isAllowed && counted.isExceeded;
    };
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    for (const act of world.house.programs.acts) {
      scope.post(`/api/:school/acts/${act.name}`, { bodyLimit: MAX_LINE }, (request, reply) =>
        handle({ world, isTooOften }, act, request, reply, async (calling) =>
          sendOutcome(reply, calling.lang, await perform(world, act, calling), act),
        ),
      );
    }
    for (const seen of world.house.programs.views) {
      scope.post(`/api/:school/views/${seen.name}`, { bodyLimit: MAX_LINE }, (request, reply) =>
        handle({ world, isTooOften }, seen, request, reply, async (calling) =>
          sendSeen(reply, calling.lang, await view(world, seen, calling), seen),
        ),
      );
    }
  });
}

type TooOften = (request: FastifyRequest, actor: Actor, declared: Act | View) => Promise<boolean>;

async function handle(
  { world, isTooOften }: { readonly world: World; readonly isTooOften: TooOften },
  declared: Act | View,
  request: FastifyRequest,
  reply: FastifyReply,
  then: (calling: Calling) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const lang = langOf(request);
  const { school } = request.params as { school: string };
  if (!world.laws.establishments.some(({ data }) => data.establishment === school))
    return sendProblem(reply, lang, 404, "not-found");
  const actor = await actorOf(world, school, request, declared);
  if (typeof actor === "string") return sendUnknown(reply, lang, actor);
  if (await isTooOften(request, actor, declared)) return sendProblem(reply, lang, 429, "too-many");
  const wrong = langIssue(request);
  if (wrong) return sendInvalid(reply, lang, [wrong]);
  const read = Buffer.isBuffer(request.body) ? readObject(withoutMark(request.body)) : { object: {} };
  if ("issues" in read) return sendInvalid(reply, lang, read.issues);
  return then({
    establishment: school,
    actor,
    input: read.object,
    attempt: attemptOf(request),
    lang,
  });
}

const isProgram = (actor: Actor) => actor.kind === "account" && actor.token !== undefined;

/** A token identifies its owner; one that is not valid is refused, whatever the call. Any other secret goes to the act, which checks it. */
async function actorOf(
  world: World,
  establishment: string,
  request: FastifyRequest,
  declared: Act | View,
): Promise<Actor | Unknown> {
  const owner = await ownerOf(world, establishment, request);
  if (owner !== "token-missing") return owner;
  const secret = bearerOf(request);
  if (secret !== "" && may({ kind: "holder", secret }, declared.who)) return { kind: "holder", secret };
  return byAnyone(declared) || bySecret(declared) ? { kind: "anyone" } : "token-missing";
}

function attemptOf(request: FastifyRequest): string {
  const key = request.headers["idempotency-key"];
  return typeof key === "string" ? key : randomUUID();
}

function sendOutcome(reply: FastifyReply, lang: Lang, outcome: Outcome<unknown>, act: Act): FastifyReply {
  switch (outcome.kind) {
    case "done":
      return inLang(reply, lang).header("cache-control", "no-store").send(outcome.value);
    case "invalid":
      return sendInvalid(reply, lang, outcome.issues);
    case "stale":
      return sendProblem(reply, lang, 409, "stale", { current: outcome.current });
    case "refused":
      return sendProblem(reply, lang, 409, "refused", {
        conditions: outcome.findings.map(({ condition }) => condition),
      });
    default:
      return sendForbidden(reply, lang, outcome.why, act);
  }
}

function sendSeen(reply: FastifyReply, lang: Lang, seen: Seen<unknown>, asked: View): FastifyReply {
  if (seen.kind === "found") return inLang(reply, lang).header("cache-control", "no-store").send(seen.value);
  if (seen.kind === "invalid") return sendInvalid(reply, lang, seen.issues);
  return seen.kind === "forbidden"
    ? sendForbidden(reply, lang, seen.why, asked)
    : sendProblem(reply, lang, 404, "not-found");
}

type Named = Pick<Act, "name" | "label">;

/** Where the token lacks a permission, the answer names it, for the program (RFC 6750) and for readers of its log. */
export function sendForbidden(reply: FastifyReply, lang: Lang, why: Lack | undefined, asked: Named): FastifyReply {
  if (why === undefined) return sendProblem(reply, lang, 403, "forbidden");
  const detail = sayLack(why, asked, lang);
  if (detail === undefined) return sendProblem(reply, lang, 403, why);
  const scope = `Bearer realm="livret", error="insufficient_scope", scope="${asked.name}"`;
  return sendProblem(reply.header("www-authenticate", scope), lang, 403, why, { detail, lacks: asked.name });
}

function sendInvalid(reply: FastifyReply, lang: Lang, issues: readonly Issue[]): FastifyReply {
  return sendProblem(reply, lang, 422, "invalid", { issues: sayIssues(issues, lang) });
}
