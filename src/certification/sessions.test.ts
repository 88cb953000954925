/** The list of sessions, which grows with the years: by pages, from where the last one ended. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { employed, SCHOOL } from "../test/certifying.ts";
import { deed, type Invented, openedSession, freshly } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { openExamSession } from "./acts.ts";
import { seeSessions } from "./views.ts";

const COUNT = 104;

describe("the list of sessions", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let secretary: Invented;
  before(async () => {
    ({ world, close } = await testWorldOf());
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    const actor = await freshly(world, secretary);
    // Many end on one day: a page ends among them.
    for (let at = 0; at < COUNT; at++) {
      const year = 2030 + Math.floor(at / 40);
      const days = { from: `${year}-06-03`, until: `${year}-06-28`, receivesBy: `${year}-05-15` };
      await deed(world, openExamSession, actor, { diploma: "deis", name: `Session ${at}`, ...days });
    }
  });
  after(() => close());

  it("gives each once, the last to end first, page after page", async () => {
    const actor = await freshly(world, secretary);
    const found: { id: string; until: string }[] = [];
    const sizes: number[] = [];
    let from: { until: string; session: string } | null | undefined;
    while (from !== null) {
      const input = from ? { after: from } : {};
      const seen = await view(world, seeSessions, { actor, establishment: SCHOOL, input });
      if (seen.kind !== "found") throw new Error(seen.kind);
      found.push(...seen.value.sessions);
      sizes.push(seen.value.sessions.length);
      from = seen.value.next;
    }
    deepEqual(sizes, [50, 50, 4]);
    equal(new Set(found.map(({ id }) => id)).size, COUNT);
    const ends = found.map(({ until }) => until);
    deepEqual(ends, ends.toSorted().toReversed());
  });

  it("goes on at the end of a page by a link, and begins anew at an address that says nothing", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, "");
    she.cookies.set(SESSION_COOKIE, await openedSession(world, secretary, ["password", "totp"]));
    const first = await she.open(`/${SCHOOL}/certifications`);
    const [, next] = /href="([^"]*apres=[^"]*)"[^>]*>Suite de la liste</.exec(first.text)!;
    const second = await she.open(next!.replaceAll("&amp;", "&"));
    equal(second.status, 200);
    match(second.text, /Suite de la liste/);
    equal((await she.open(`/${SCHOOL}/certifications?fin=hier&apres=rien`)).status, 200);
    await app.close();
  });
});
