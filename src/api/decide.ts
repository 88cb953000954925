/** `POST /api/decide/<name>` and `/api/plan/<name>`: one object in, one answer out; problems as in RFC 9457. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Decide, decider, DECISIONS, sayFault } from "../decisions/decide.ts";
import { interviews, planned } from "../decisions/interview-plan/interviews.ts";
import { readObject } from "../kit/json.ts";
import type { Lang } from "../kit/lang.ts";
import { MAX_LINE, withoutMark } from "../kit/lines.ts";
import { fault } from "../decisions/decide.ts";
import type { World } from "../act/world.ts";
import { inLang, langIssue, langOf, sendProblem } from "./problem.ts";

const STATUS_OF_FAULT = 422;

export function decideRoutes(app: FastifyInstance, world: World): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The raw bytes: a decision checks UTF-8 and JSON itself, in the reader's language.
    scope.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    for (const decision of DECISIONS) {
      const door = decider(decision, world.laws, world.defaults);
      addRoute(scope, `/api/decide/${decision.name}`, (input) => door(input));
    }
    addRoute(scope, `/api/plan/${interviews.name}`, (input, signal) => planned(input, { signal }));
  });
}

type Answered = ReturnType<Decide>;
/** `signal`: the caller has disconnected. */
type Ask = (input: unknown, signal: AbortSignal) => Answered | Promise<Answered>;

function addRoute(scope: FastifyInstance, path: string, ask: Ask): void {
  scope.post(path, { bodyLimit: MAX_LINE }, async (request: FastifyRequest, reply: FastifyReply) => {
    const lang = langOf(request);
    const wrong = langIssue(request);
    if (wrong) return sendFault(reply, fault(null, "invalid", [wrong]).fault, lang);
    const read = readObject(withoutMark(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)));
    if ("issues" in read) return sendFault(reply, fault(null, "invalid", read.issues).fault, lang);
    const gone = new AbortController();
    reply.raw.once("close", () => gone.abort());
    try {
      const answered = await ask(read.object, gone.signal);
      if ("fault" in answered) return sendFault(reply, answered.fault, lang);
      return inLang(reply, lang).send(answered.answer(lang));
    } catch (error) {
      if (gone.signal.aborted) return reply.hijack();
      throw error;
    }
  });
}

function sendFault(reply: FastifyReply, problem: Parameters<typeof sayFault>[0], lang: Lang) {
  const { id, error } = sayFault(problem, lang);
  return sendProblem(reply, lang, STATUS_OF_FAULT, error.code, { id, ...error });
}
