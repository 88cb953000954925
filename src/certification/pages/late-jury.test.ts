/** A deliberation on its day, the day after, and before anybody is noted as present: what its readers can do now. */
import { doesNotMatch, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { GUEST_COOKIE, SESSION_COOKIE } from "../../page/session.ts";
import { employed, examined, guestToken, type Held, opened, SCHOOL } from "../../test/certifying.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { openedSession } from "../../test/people.ts";
import { buildServer } from "../../web/server.ts";

describe("a deliberation that is not closed", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  let on: Awaited<ReturnType<typeof examined>>["on"];
  let held: Held;
  let jury: string;
  before(async () => {
    ({ world, close, on, held } = await examined({ "Ada Admise": [12, 11, 11.5, 11, 13] }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    jury = await opened(world, held);
  });
  after(async () => {
    await app.close();
    await close();
  });
  const member = async (path: string) => {
    const guest = visitor(app, `/${SCHOOL}`);
    guest.cookies.set(GUEST_COOKIE, await guestToken(world, held.members[1]!.guest));
    return (await guest.open(path)).text.replaceAll(/[\u00a0\u202f]/g, " ");
  };

  it("says to a member what can be read, why nobody may vote yet, and that the secretary notes who is present", async () => {
    const page = await member(`/jurys/${jury}`);
    match(page, /Vous pouvez lire chaque candidat/);
    match(page, /Personne n’est encore noté présent\. C’est le secrétariat/);
    match(page, /DF2 personne ne peut encore voter : la présence n’est pas notée/);
  });

  it("ticks no quota of nobody", async () => {
    const page = await member(`/jurys/${jury}/candidats/${held.entries.get("Ada Admise")}`);
    doesNotMatch(page, /<strong>Rempli\.<\/strong>[^<]*il n’y a personne, dont un collège/);
    match(page, /<strong>À savoir\.<\/strong>[^<]*il n’y a personne, dont un collège/);
  });

  it("says how each total comes from the marks", async () => {
    const page = await member(`/jurys/${jury}/candidats/${held.entries.get("Ada Admise")}`);
    match(page, /12 × 3 \+ 11 × 2 = 58 sur 100, pour un seuil de 50/);
    match(page, /\(11,5 \+ 11\) ÷ 2 = 11,25 sur 20, pour un seuil de 10/);
    match(page, /Personne ne peut encore voter : la présence n’est pas notée\./);
  });

  it("is said to be late the day after, to its member and on the page of its session", async () => {
    match(await member("/invite"), /Aujourd’hui : le jury délibère ensemble/);
    on("2030-06-26");
    const home = await member("/invite");
    match(home, /Ce jour est passé, et la délibération n’est pas close/);
    doesNotMatch(home, /Dès maintenant : lire les candidats/);
    match(await member(`/jurys/${jury}`), /La délibération était le 25 juin 2030, et elle n’est pas close\./);
    const director = visitor(app, `/${SCHOOL}`);
    const who = await employed(world, "Dominique Directrice", "director");
    director.cookies.set(SESSION_COOKIE, await openedSession(world, who, ["password", "totp"]));
    const session = await director.open(`/certifications/${held.session}`);
    equal(session.status, 200);
    match(session.text, /en retard.: elle n’est pas close/);
  });
});
