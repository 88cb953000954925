/** A payer who takes over from another on a day: what was asked for the days before stays, and each is asked those of its own turn. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { type Actor, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { withSchool } from "../../db/school.ts";
import { receiveUpload } from "../../files/receive.ts";
import { contractOffice, invoicingIn } from "../../test/contract-office.ts";
import { deed } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { LAWS } from "../../test/server.ts";
import { anAccepted, employed, enrolled, type Person } from "../../test/trainees.ts";
import { handOver, noteWhoPays } from "../acts.ts";
import { noteSigned } from "../signing-acts.ts";
import { seeContract } from "../views.ts";
import { endTraining } from "../../training/cohorts/acts.ts";

const SCHOOL = "faire-ess";
const BEFORE = ["programme", "objectives", "trainers", "timetable", "assessment", "contact", "rules"];

describe("a payer who takes over from a day", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let officer: Awaited<ReturnType<typeof employed>>;
  let head: Awaited<ReturnType<typeof employed>>;
  let cohort = "";
  before(async () => {
    ({ world, close, officer, head, cohort } = await contractOffice(() => now));
  });
  after(() => close());

  const { asked, tried, proposedTo, issue, invoice, seenContract } = invoicingIn(() => ({ world, officer }));
  const at = (day: string) => (now = new Date(`${day}T09:00:00Z`));
  const person = async (name: string): Promise<Person> => {
    at("2026-11-25");
    return anAccepted(world, { name });
  };
  const conventionOf = async ({ dossier }: Person, source: string) => {
    const stream = Readable.from([pdf({})]);
    const sent = { establishment: SCHOOL, account: officer.account, stream, name: "convention.pdf" };
    const received = await receiveUpload(world, sent);
    if ("problem" in received) throw new Error(received.problem);
    const paper = { dossier, source, on: "2027-06-04", by: "M. Amand", forSchool: "Dora Directrice" };
    const stated = LAWS.establishments[0]!.data.money!.agreement.particulars.convention.map(
      ({ particular }) => particular,
    );
    await deed(world, noteSigned, { ...officer.actor, roles: ["director"] } as Actor, {
      ...paper,
      upload: received.upload,
      stated,
    });
  };
  const add = async (name: string, siren: string) =>
    (await deed(world, addPayer, officer.actor, { name, siren, address: "1 rue Bleue\n34000 Nîmes" })).payer;
  const wholly = async (name: string, payer: string) => {
    const one = await person(name);
    const { dossier } = one;
    const seen = await view(world, seeContract, asked(officer.actor, { dossier, language: "fr" as const }));
    const amount = seen.kind === "found" ? seen.value.priced!.tuition : 0;
    await deed(world, noteWhoPays, officer.actor, {
      dossier,
      others: [{ source: "employer-plan", amount, payer }],
      status: "private-employee",
    });
    await deed(world, handOver, officer.actor, { dossier, keys: BEFORE, on: "2026-11-25" });
    at("2027-06-04");
    await conventionOf(one, "employer-plan");
    return { one, amount };
  };

  it("is credited of nothing where another takes over from a day: each is asked the days of its own turn", async () => {
    const { one, amount: price } = await wholly("Lia Reprise", await add("Les Amandiers", "732829320"));
    const { dossier } = one;
    await enrolled(world, head.actor, one, cohort);
    at("2028-09-01");
    const numbers = await issue(one);
    const asked = (await Promise.all(numbers.map(invoice))).reduce((sum, { document }) => sum + document.gross, 0);
    const payer = await add("La Commune", "343059564");
    const others = [{ source: "employer-public", amount: price, payer }];
    const said = { dossier, others, status: "private-employee" };
    // Of the whole share or of none of it.
    const half = [{ ...others[0]!, amount: price - 1 }];
    match(
      await tried(noteWhoPays, officer.actor, { ...said, others: half, since: "2028-10-01" }),
      /prend la suite d’un seul autre/,
    );
    await deed(world, noteWhoPays, officer.actor, { ...said, since: "2028-10-01" });
    deepEqual(
      (await proposedTo(one)).filter(({ kind }) => kind === "credit"),
      [],
    );
    const foreseen = (await seenContract(one)).shares;
    deepEqual(
      foreseen.map(({ source }) => source),
      ["employer-public"],
    );
    // On its last day the one before is asked the rest of its days; the other, its own, once its convention is signed.
    at("2028-10-01");
    await deed(world, handOver, officer.actor, { dossier, keys: BEFORE, on: "2028-10-01" });
    at("2030-01-04");
    await conventionOf(one, "employer-public");
    const proposed = await proposedTo(one);
    const of = (source: RegExp) => proposed.filter((each) => source.test(each.source.fr));
    equal(proposed.filter(({ kind }) => kind === "credit").length, 0);
    ok(proposed.every(({ period }) => period.to < "2028-10-01" || period.from >= "2028-10-01"));
    ok(of(/./).length > 1);
    await issue(one);
    deepEqual(await proposedTo(one), []);
    const [row] = await withSchool(
      world.db,
      SCHOOL,
      async (tx) =>
        (
          await sql<{ sum: number; own: number }>`
      select sum(p.amount)::integer as sum, (sum(p.amount) filter (where i.source = 'employer-plan'))::integer as own
      from invoice_part p join invoice i on i.id = p.invoice where p.about = ${`contract:${dossier}`}`.execute(tx)
        ).rows,
    );
    equal(row!.sum, price);
    ok(row!.own > asked && row!.own < price);
  });

  it("owes its own hours where training stops: nothing was held, and what was asked of each is credited", async () => {
    at("2026-11-25");
    const [before, after] = [await add("Les Pins", "404833048"), await add("La Ville", "552100554")];
    const { one, amount } = await wholly("Noé Arrêté", before);
    const { dossier } = one;
    const enrolment = await enrolled(world, head.actor, one, cohort);
    at("2030-01-05");
    const numbers = await issue(one);
    ok(numbers.length > 0);
    const others = [{ source: "employer-public", amount, payer: after }];
    await deed(world, noteWhoPays, officer.actor, { dossier, others, status: "private-employee", since: "2028-10-01" });
    // Told late: of what was asked, the days of the other alone are credited.
    const credits = (await proposedTo(one)).filter(({ kind }) => kind === "credit");
    const credited = credits.reduce((sum, each) => sum + each.amount, 0);
    ok(credited > 0 && credited < amount);
    await deed(world, endTraining, head.actor, { enrolment, on: "2028-09-20", kind: "abandoned", reason: "Départ." });
    const stopped = await proposedTo(one);
    deepEqual(
      stopped.map(({ kind }) => kind),
      stopped.map(() => "credit"),
    );
    equal(
      stopped.reduce((sum, each) => sum + each.amount, 0),
      amount,
    );
  });
});
