/** `POST /api/decide/<name>`: one object in, one answer out; problems as RFC 9457 says. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { decider, DECISIONS, sayFault } from "../decisions/decide.ts";
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
    // The bytes are read here and nowhere else: a decision judges UTF-8 and JSON itself, in the reader's language.
    scope.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    for (const decision of DECISIONS) {
      const door = decider(decision, world.laws, world.defaults);
      scope.post(
        `/api/decide/${decision.name}`,
        { bodyLimit: MAX_LINE },
        (request: FastifyRequest, reply: FastifyReply) => {
          const lang = langOf(request);
          const wrong = langIssue(request);
          if (wrong) return sendFault(reply, fault(null, "invalid", [wrong]).fault, lang);
          const read = readObject(withoutMark(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)));
          const decided = "issues" in read ? fault(null, "invalid", read.issues) : door(read.object);
          if ("fault" in decided) return sendFault(reply, decided.fault, lang);
          return inLang(reply, lang).send(decided.answer(lang));
        },
      );
    }
  });
}

function sendFault(reply: FastifyReply, found: Parameters<typeof sayFault>[0], lang: Lang) {
  const { id, error } = sayFault(found, lang);
  return sendProblem(reply, lang, STATUS_OF_FAULT, error.code, { id, ...error });
}
