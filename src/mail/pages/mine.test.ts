/** A person whose mails come back learns it on their first page, where they can give another address. */
import { doesNotMatch, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../../test/dossiers.ts";
import { openedIntake } from "../../test/intakes.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { deed, type Invented, makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { recordBounce } from "../acts.ts";

const SCHOOL = "faire-ess";

describe("mails that come back", () => {
  let world: World;
  let close: () => Promise<void>;
  let manon: Invented;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-11-25T09:00:00Z") }));
    await openedIntake(world);
    manon = await makeAccount(world, { name: "Manon", address: "manon@exemple.fr" });
    const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    await handedIn(world, manon, await aDossier(world, manon, given));
  });
  after(() => close());

  const mine = async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const visits = visitor(app, `/${SCHOOL}`);
    visits.cookies.set(SESSION_COOKIE, await openedSession(world, manon, ["password"]));
    const { text } = await visits.open("/mon-parcours");
    await app.close();
    return text.slice(text.indexOf("<main"));
  };
  const sent = () =>
    withSchool(world.db, SCHOOL, async (tx) => {
      await tx.updateTable("mail_sending").set({ state: "sent", due_at: null }).execute();
      const all = tx.selectFrom("mail").select("id").where("to_address", "=", manon.address).orderBy("id", "desc");
      return (await all.executeTakeFirstOrThrow()).id;
    });

  it("are said first, with the button to change the address, and nothing says that nothing waits", async () => {
    const mail = await sent();
    doesNotMatch(await mine(), /ne vous parviennent pas/);
    await deed(world, recordBounce, { kind: "operator" }, { mail, said: "550 no such mailbox" });
    const page = await mine();
    const text = plain(page).replaceAll(/\s+/g, " ");
    match(text, /Le dernier, du 25 novembre 2026, a été refusé ou est revenu de manon@exemple\.fr/);
    match(page, /href="\/faire-ess\/compte\/adresse"/);
    ok(text.indexOf("ne vous parviennent pas") < text.indexOf("Mon chemin"));
    doesNotMatch(text, /Rien ne vous attend/);
  });
});
