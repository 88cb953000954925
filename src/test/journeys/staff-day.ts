/** A day of somebody who works for the school: a world, its application on a port, and a way through it, signed in with both proofs. */
import { after, before } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Opened } from "../../db/open.ts";
import type { Lang } from "../../kit/lang.ts";
import type { Role } from "../../act/permissions.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { giveRoles, type Invented, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { openWay, type Way } from "./ways.ts";

type Who = { readonly name: string; readonly role: Role; readonly width?: number; readonly lang?: Lang };

/** What there is once the day has begun: read inside its steps. */
export type Day = {
  readonly world: World;
  readonly opened: Opened;
  readonly app: FastifyInstance;
  readonly way: Way;
  readonly self: Invented;
  /** Opens a page by its address, as from a bookmark. */
  readonly open: (path: string) => Promise<void>;
  readonly later: (minutes: number) => void;
};

/** Declares what is done before and after the steps of a day. */
export function staffDay(
  { name, role, width, lang = "fr" }: Who,
  prepare: (day: Omit<Day, "way">) => Promise<void>,
): Day {
  const base = lang === "fr" ? "/faire-ess" : "/faire-ess/en";
  let origin = "";
  let now = new Date("2026-11-25T09:00:00Z");
  const day = {
    open: async (path: string) => void (await day.way.page.goto(`${origin}${base}${path}`)),
    later: (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000)),
  } as { -readonly [key in keyof Day]: Day[key] };
  let close: () => Promise<void>;
  before(async () => {
    ({ world: day.world, opened: day.opened, close } = await testWorldOf({ now: () => now }));
    day.app = await buildServer(day.world, { perMinute: 1_000_000 });
    origin = await day.app.listen({ port: 0, host: "127.0.0.1" });
    day.self = await makeAccount(day.world, { name, address: `${role}@exemple.fr`, language: lang });
    await giveRoles(day.world, day.self, [role]);
    await prepare(day);
    day.way = await openWay("keyboard", width, lang);
    const value = await openedSession(day.world, day.self, ["password", "totp"]);
    await day.way.page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
  });
  after(async () => {
    await day.way?.tab.close();
    await day.app.close();
    await close();
  });
  return day;
}
