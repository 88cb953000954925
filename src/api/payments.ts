/**
 * `POST /api/<school>/payments`: the payment provider’s webhook. The signature covers the raw bytes, so they are kept whole; an event is
 * acknowledged only once it is written, now or earlier.
 */
import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { perform } from "../act/act.ts";
import { noteOnlineEvent } from "../billing/online/acts.ts";
import { paidOnline } from "../billing/online/check.ts";
import { noteOnlineRefund } from "../billing/refunds/acts.ts";
import type { World } from "../act/world.ts";
import { langOf, sendProblem } from "./problem.ts";

const MOST = 256 * 1024;

export function paymentRoutes(app: FastifyInstance, world: World): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    scope.post("/api/:school/payments", { bodyLimit: MOST }, async (request, reply) => {
      const { school: establishment } = request.params as { school: string };
      const provider = world.payments?.(establishment);
      if (!provider) {
        // A removed key may come back: until then the provider is asked to retry.
        const away = await paidOnline(world.db, establishment);
        if (away) reply.header("retry-after", "3600");
        return sendProblem(reply, langOf(request), away ? 503 : 404, away ? "unavailable" : "not-found");
      }
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const header = request.headers["stripe-signature"];
      const heard = provider.hear(bytes, typeof header === "string" ? header : "", world.now());
      if (heard.kind === "forged") return sendProblem(reply, langOf(request), 400, "forged");
      if (heard.kind === "nothing") return reply.send({ outcome: "nothing" });
      const telling = { actor: { kind: "payment-provider" }, establishment, attempt: randomUUID() } as const;
      const outcome =
        heard.kind === "refund"
          ? await perform(world, noteOnlineRefund, { ...telling, input: heard.told })
          : await perform(world, noteOnlineEvent, { ...telling, input: heard.told });
      // An event that cannot be written is not acknowledged: the provider retries and shows the failure.
      if (outcome.kind !== "done") return sendProblem(reply, langOf(request), 422, "invalid");
      return reply.send(outcome.value);
    });
  });
}
