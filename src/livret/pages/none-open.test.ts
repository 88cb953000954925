/** A guest of another school to whom nothing is open yet reads so, not that the school has nothing. */
import { doesNotMatch, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { GUEST_COOKIE } from "../../page/session.ts";
import { guestToken, SCHOOL, trainee } from "../../test/certifying.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";

describe("a guest to whom no commission and no livret is open", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  const id = randomUUID();
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2030-05-12T08:00:00Z") }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    await trainee(world, "Ada Admise");
    await withSchool(world.db, SCHOOL, (tx) =>
      sql`insert into guest (id, name, address, address_key, language, roles, invited_by, invited_at, until, link_hash)
        values (${id}::uuid, 'Mélanie Dufour', 'melanie@exemple.fr', 'melanie@exemple.fr', 'fr', array['partner-establishment'], 'operator',
          ${world.now()}, '2199-12-31', ${Buffer.from(id)})`.execute(tx),
    );
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("reads that none is open to them", async () => {
    const guest = visitor(app, `/${SCHOOL}`);
    guest.cookies.set(GUEST_COOKIE, await guestToken(world, { id }));
    const commissions = (await guest.open("/admissions/commissions")).text;
    match(commissions, /Aucune commission ne vous est ouverte/);
    const livrets = (await guest.open("/livrets")).text;
    match(livrets, /Aucun livret ne vous est ouvert/);
    doesNotMatch(livrets, /Personne n’est encore inscrit/);
  });

  it("has a menu of their own things, and what waits before their invitation", async () => {
    const guest = visitor(app, `/${SCHOOL}`);
    guest.cookies.set(GUEST_COOKIE, await guestToken(world, { id }));
    const { text } = await guest.open("/invite");
    const [menu = ""] = /<nav class="site-nav"[^]*?<\/nav>/.exec(text) ?? [];
    match(menu, /\/invite"[^>]*>À faire/);
    match(menu, /Livrets/);
    doesNotMatch(menu, /candidater|parcours/);
    match(text, /Ce qui vous attend[^]*Votre invitation[^]*Qui vous invite/);
  });
});
