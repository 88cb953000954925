/** Money that is recorded of a closed period: said before, on each form that records it. */
import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { owes, someone } from "../../test/charging.ts";
import { date, plain } from "../../test/journeys/sent-forms.ts";
import { visitor, type Visitor } from "../../test/journeys/visitor.ts";
import { deed, giveRoles, makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { closeBooks } from "../acts.ts";

const SCHOOL = "faire-ess";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");
const SAID = /Les comptes sont clos jusqu’au 31 octobre 2026.: ce sera écrit au 1er novembre 2026/;

describe("money that is recorded of a closed period", () => {
  let world: World;
  let close: () => Promise<void>;
  let app: FastifyInstance;
  let she: Visitor;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-12-01T09:00:00Z") }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const account = await makeAccount(world, { name: "Paule Comptable", address: "paule@exemple.fr" });
    await giveRoles(world, account, ["finance"]);
    she = visitor(app, `/${SCHOOL}`);
    she.cookies.set(SESSION_COOKIE, await openedSession(world, account, ["password", "totp"]));
    await deed(world, closeBooks, finance, { until: "2026-10-31" });
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("is said on which day it will be booked before it is recorded, of a charge and of an account", async () => {
    const { payer } = await deed(world, addPayer, finance, { name: "Les Amandiers" });
    const { id } = await owes(world, SCHOOL, { payer, name: "Les Amandiers" });
    for (const path of [`/finances/frais/${id}/paiement`, `/finances/comptes/payer-${payer}`]) {
      const asked = { amount: "10,00", means: "cash" };
      const late = await she.fill(path, { ...asked, ...date("paidOn", 31, 10, 2026) });
      match(plain(late.text), SAID, path);
      // Confirmed, it is recorded.
      equal((await she.sendFrom(late, path, { do: "confirm" })).status, 303);
      const open = await she.fill(path, { ...asked, ...date("paidOn", 1, 11, 2026) });
      equal(open.status, 303, "on the first open day");
    }
  });

  it("is said of cheques, beside what the slip will hold", async () => {
    const { reference } = await owes(world, SCHOOL, { name: "Camille Durand" });
    const cheque = { "reference-0": reference, "drawer-0": "Durand" };
    const asked = await she.fill("/finances/cheques", { ...cheque, ...date("day", 30, 10, 2026) });
    match(plain(asked.text), SAID);
    const open = await she.fill("/finances/cheques", { ...cheque, ...date("day", 30, 11, 2026) });
    ok(open.status === 200 && !SAID.test(plain(open.text)));
  });
});
