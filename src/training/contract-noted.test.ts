/** Where somebody enrolled finds the day of their contract, of which the school keeps no paper here. */
import { match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../act/world.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { SCHOOL, trainee } from "../test/certifying.ts";
import { openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";

describe("the contract of somebody enrolled", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2030-05-12T08:00:00Z") }));
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("stands among their documents with the day that the school noted", async () => {
    const ada = await trainee(world, "Ada Admise");
    const cookie = `${SESSION_COOKIE}=${await openedSession(world, ada)}`;
    const { body } = await app.inject({ url: `/${SCHOOL}/mes-documents`, headers: { cookie } });
    match(body, /<span>Contrat de formation<\/span><span class="small muted">\d+[^<]+\d{4}, noté par l’école<\/span>/);
  });
});
