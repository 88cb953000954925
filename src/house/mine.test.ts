/** A person's first page. */
import { match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../act/world.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { makeAccount, openedSession } from "../test/people.ts";
import { LAWS, testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { lawWorld } from "./world.ts";

describe("my school on my first page", () => {
  let worlds: readonly { readonly world: World; readonly close: () => Promise<unknown> }[];
  const apps: FastifyInstance[] = [];
  before(async () => {
    const [first, ...others] = LAWS.establishments;
    const { data, ...school } = first!;
    const telephone = { ...data.contacts[0]!, key: "telephone", value: "04 00 00 00 00" };
    const reached = [{ ...school, data: { ...data, contacts: [...data.contacts, telephone] } }, ...others];
    worlds = [
      await testWorldOf({}),
      await testWorldOf(
        lawWorld({ ...LAWS, establishments: reached }, { diploma: undefined, establishment: undefined }),
      ),
    ];
  });
  after(async () => {
    for (const app of apps) await app.close();
    for (const { close } of worlds) await close();
  });
  const shown = async ({ world }: { readonly world: World }) => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    apps.push(app);
    const who = await makeAccount(world, { name: "Ada Martin", address: "ada@exemple.fr" });
    const she = visitor(app, "/faire-ess");
    she.cookies.set(SESSION_COOKIE, await openedSession(world, who, ["password"]));
    return (await she.open("/mon-parcours")).text;
  };

  it("has the telephone that its file publishes, to be called by a press; none where it publishes none", async () => {
    const [none, one] = worlds;
    ok(!(await shown(none!)).includes("tel:"));
    match(await shown(one!), /<a href="tel:0400000000">04 00 00 00 00<\/a>/);
  });
});
