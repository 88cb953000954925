/** Employers and funds: entered once, changed, and no longer proposed. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, perform, view } from "../../act/act.ts";
import { someone } from "../../test/charging.ts";
import { newAttempt, type TestWorld, testWorld } from "../../test/world.ts";
import { addPayer, changePayer, closePayer } from "./acts.ts";
import { listPayers, seePayer } from "./views.ts";

const SCHOOL = "school-a";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");

describe("a payer", () => {
  let given: TestWorld;
  before(async () => {
    given = await testWorld({ now: "2026-12-01T09:00:00Z" });
  });
  after(() => given.close());

  const act = <F extends TSchema, V>(deed: Act<F, V>, input: Static<F>, actor = finance) =>
    perform(given.world, deed, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
  async function tried<F extends TSchema, V>(deed: Act<F, V>, input: Static<F>): Promise<string> {
    const outcome = await act(deed, input);
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join("; ")
      : outcome.kind;
  }
  const found = async (sought = "", establishment = SCHOOL) => {
    const seen = await view(given.world, listPayers, { actor: finance, establishment, input: { sought } });
    return seen.kind === "found" ? seen.value.payers : [];
  };
  const one = async (name: string) => (await found(name))[0]!;

  it("is entered once, without the spaces of its SIREN, and found by a part of its name, that number or its account", async () => {
    const employer = { name: "  Les  Amandiers ", siren: "732 829 320", address: "1 rue Verte\n\n 34000 Montpellier" };
    equal(await tried(addPayer, { ...employer, auxiliary: "AMAND", daysToPay: 45 }), "done");
    const { id: _, ...payer } = await one("amand");
    deepEqual(payer, {
      name: "Les Amandiers",
      form: "",
      siren: "732829320",
      address: "1 rue Verte\n34000 Montpellier",
      contact: "",
      email: "",
      phone: "",
      service: "",
      auxiliary: "AMAND",
      daysToPay: 45,
      byDossier: false,
      version: 1,
      closedAt: null,
    });
    equal((await found("73282")).length, 1);
    equal((await found("%")).length, 0);
    deepEqual(await found("", "school-b"), []);
  });

  it("is told a wrong digit, a mail address that is none, a service without a body, and who has its number already", async () => {
    match(await tried(addPayer, { name: "" }), /^name: Donnez le nom/);
    match(await tried(addPayer, { name: "A", siren: "732829321" }), /^siren: .* un chiffre est faux/);
    match(await tried(addPayer, { name: "A", email: "nulle part" }), /^email: /);
    match(await tried(addPayer, { name: "A", service: "ACHATS" }), /^siren: Un service de Chorus/);
    match(await tried(addPayer, { name: "A", siren: "732829320" }), /^siren: « Les Amandiers » a déjà ce SIREN/);
    match(await tried(addPayer, { name: "A", auxiliary: "amand" }), /^auxiliary: « Les Amandiers » a déjà ce compte/);
    equal((await found()).length, 1);
  });

  it("is a service of a public body beside another of the same SIREN", async () => {
    const body = { name: "CHU, achats", siren: "552100554", service: "ACHATS" };
    equal(await tried(addPayer, body), "done");
    equal(await tried(addPayer, { ...body, name: "CHU, formation", service: "FORMATION" }), "done");
    match(await tried(addPayer, { ...body, name: "CHU", service: "achats" }), /a déjà ce SIREN/);
  });

  it("is changed by one who saw what stands, and the other is shown it", async () => {
    const { id, version } = await one("amand");
    const change = { payer: id, version, name: "Les Amandiers", siren: "732829320", auxiliary: "AMAND" };
    equal(await tried(changePayer, { ...change, email: "compta@amandiers.exemple" }), "done");
    const late = await act(changePayer, { ...change, phone: "0400000000" });
    equal(late.kind, "stale");
    const seen = await view(given.world, seePayer, { actor: finance, establishment: SCHOOL, input: { id } });
    ok(seen.kind === "found");
    deepEqual([seen.value.email, seen.value.daysToPay], ["compta@amandiers.exemple", null]);
  });

  it("is no longer proposed, and its SIREN may be entered again, but not its account", async () => {
    const { id } = await one("amand");
    equal(await tried(closePayer, { id }), "done");
    equal(await tried(closePayer, { id }), "forbidden");
    equal(await tried(addPayer, { name: "Amandiers bis", siren: "732829320" }), "done");
    match(await tried(addPayer, { name: "Amandiers ter", auxiliary: "AMAND" }), /a déjà ce compte/);
    equal((await found("amandiers")).at(-1)!.name, "Les Amandiers");
  });

  it("is kept by finance alone, and read by those who prepare contracts", async () => {
    const head = someone("00000000-0000-4000-8000-000000000003", "head-of-training");
    const { id } = await one("CHU, achats");
    equal((await view(given.world, seePayer, { actor: head, establishment: SCHOOL, input: { id } })).kind, "found");
    equal((await act(addPayer, { name: "A" }, head)).kind, "forbidden");
    equal((await act(addPayer, { name: "A" }, someone("00000000-0000-4000-8000-000000000002"))).kind, "forbidden");
  });
});
