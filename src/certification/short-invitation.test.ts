/** An invitation that ends before the work that it was for: those who may prolong it read so, and so does its guest. */
import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { GUEST_COOKIE, SESSION_COOKIE } from "../page/session.ts";
import { renewGuest } from "../people/guests/acts.ts";
import {
  arranged,
  aSession,
  cameIn,
  employed,
  type Examined,
  groupSeen,
  guestToken,
  type Held,
  SCHOOL,
  trainee,
} from "../test/certifying.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { deed, freshly, type Invented, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";

describe("an invitation that ends before the marks are due", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  let secretary: Invented;
  let held: Held;
  let groups: Examined;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    held = await aSession(world, { secretary, trainees: [await trainee(world, "Ada Admise")] });
    groups = await arranged(world, held, { day: "2030-06-11" });
    // The session ends on 28 June, and with it the time to mark.
    await withSchool(world.db, SCHOOL, (tx) =>
      sql`update guest set until = '2030-06-20' where id = ${agnes().guest.id}::uuid`.execute(tx),
    );
    now = new Date("2030-06-11T18:00:00Z");
  });
  after(async () => {
    await app.close();
    await close();
  });
  const agnes = () => held.examiners[0]!;
  const office = async () => {
    const one = visitor(app, `/${SCHOOL}`);
    one.cookies.set(SESSION_COOKIE, await openedSession(world, secretary, ["password", "totp"]));
    return one;
  };
  const text = (page: { readonly text: string }) => page.text.replaceAll(/[\u00a0\u202f]/g, " ");

  it("warns the secretary on the group and the session, with the way to prolong it", async () => {
    const desk = await office();
    for (const path of [`/examens/${groups.articles}`, `/certifications/${held.session}`]) {
      const page = text(await desk.open(path));
      match(page, /Agnès Autorité : invitation jusqu’au 20 juin 2030, travail attendu jusqu’au 28 juin 2030/);
      match(page, new RegExp(`/invites\\?pour=${agnes().guest.id}`));
    }
  });

  it("says to both the same last day for the marks", async () => {
    const page = text(await (await office()).open(`/examens/${groups.articles}`));
    match(page, /Agnès Autorité<\/strong> – Donnez vos notes : DF3, groupe « DF3 A », pour le 20 juin 2030/);
    match(page, /Emma École<\/strong> – Donnez vos notes : DF3, groupe « DF3 A », pour le 28 juin 2030/);
    const guest = visitor(app, `/${SCHOOL}`);
    guest.cookies.set(GUEST_COOKIE, await guestToken(world, agnes().guest));
    const own = text(await guest.open(`/examens/${groups.articles}`));
    match(own, /Votre invitation finit le 20 juin 2030, et l’on vous attend jusqu’au 28 juin 2030/);
    doesNotMatch(own, /Prolonger l’invitation/);
  });

  it("marks the invitation in the list of guests, and is silent once it is prolonged", async () => {
    const page = text(await (await office()).open(`/equipe/invites?pour=${agnes().guest.id}`));
    match(page, /Vous êtes ici pour Agnès Autorité[^]*jusqu’au 28 juin 2030, après la fin de l’invitation/);
    await deed(world, renewGuest, await freshly(world, secretary), { guest: agnes().guest.id, until: "2030-06-30" });
    deepEqual((await groupSeen(world, cameIn(world, agnes().guest), groups.articles)).short, []);
    equal((await (await office()).open(`/certifications/${held.session}`)).text.includes("trop tôt"), false);
  });
});
