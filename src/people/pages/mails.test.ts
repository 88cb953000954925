/** Mails of the school and of the account, read as one list over several pages. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { postMail } from "../../mail/post.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { accountChain } from "../forms.ts";

const SCHOOL = "faire-ess";
const MANY = 120;
const FIRST = new Date("2026-11-24T09:00:00Z");

describe("one’s mails", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  before(async () => {
    ({ world, close } = await testWorldOf());
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("are read to the end in their order, whoever wrote them, none twice and none left out", async () => {
    const her = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    const reader = accountChain(her.account);
    // Three in four are of the school, which so goes back less far on a page of its own; two at a time are of one moment.
    for (let n = 0; n < MANY; n += 1)
      await withSchool(world.db, n % 4 === 0 ? DEPLOYMENT : SCHOOL, (tx) =>
        postMail(tx, {
          reader,
          to: her.address,
          lang: "fr",
          subject: `Lettre ${n}`,
          paragraphs: ["Bonjour."],
          about: reader,
          at: new Date(FIRST.getTime() + Math.floor((n + 1) / 2) * 60_000),
        }),
      );
    const one = visitor(app, `/${SCHOOL}`);
    one.cookies.set(SESSION_COOKIE, await openedSession(world, her));
    const met: number[] = [];
    let pages = 0;
    for (let path: string | undefined = "/compte/courrier"; path !== undefined; pages += 1) {
      const { text } = await one.open(path);
      met.push(...[...text.matchAll(/<h2>Lettre (\d+)<\/h2>/g)].map(([, n]) => Number(n)));
      path = /href="\/faire-ess(\/compte\/courrier\?apres=[^"]+)"/.exec(text)?.[1];
      if (pages > 0) match(text, /Les courriels les plus récents/);
    }
    equal(pages, 3);
    deepEqual(
      met,
      Array.from({ length: MANY }, (_, n) => MANY - 1 - n),
      "the last first, of one moment too",
    );
  });
});
