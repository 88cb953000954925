/** A person's own money: where the price comes from, what a fund's refusal changes, what is due when, on their pages and in their calendar. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { recordPayment } from "../billing/charges/acts.ts";
import { withExampleLegal } from "../house/example-legal.ts";
import { HOUSE } from "../house/house.ts";
import { lawWorld } from "../house/world.ts";
import { candidate } from "../test/dossiers.ts";
import { draft, FINANCE, issueDrafts, selling } from "../test/invoicing.ts";
import { deed } from "../test/people.ts";
import { LAWS, testWorldOf } from "../test/server.ts";
import { anAccepted, employed, type Person, readyForContracts } from "../test/trainees.ts";
import { openCohort } from "../training/cohorts/acts.ts";
import { chooseCohort, noteGrant, sayWhoPays } from "./acts.ts";
import { myContracts, myInstalments, seeOwnMoney } from "./own-views.ts";

const SCHOOL = "faire-ess";

describe("one's own money", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let officer: Actor;
  let head: Actor;
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    ({ actor: officer } = await employed(world, "Anna Officier", "admission-officer", "finance"));
    ({ actor: head } = await employed(world, "Ines Responsable", "head-of-training"));
    const days = { startsOn: "2027-09-13", endsOn: "2029-07-13" };
    const { cohort } = await deed(world, openCohort, head, { diploma: "deis", name: "2027-2029", ...days });
    await readyForContracts(world, head, cohort, days.startsOn);
  });
  after(() => close());

  const money = async (actor: Actor, { dossier }: Pick<Person, "dossier">) => {
    const input = { dossier, language: "fr" as const };
    const found = await view(world, seeOwnMoney, { actor, establishment: SCHOOL, input });
    return found.kind === "found" ? found.value : undefined;
  };
  const says = (one: Person, others: readonly { source: string; amount: number; named?: string }[] = []) =>
    deed(world, sayWhoPays, candidate(world, one), {
      dossier: one.dossier,
      others: [...others],
      status: "private-employee",
    });

  it("comes from hours at their rate, the field study free, the selection fee apart; and is nobody else’s to see", async () => {
    const ada = await anAccepted(world, { name: "Ada Prix" });
    const bo = await anAccepted(world, { name: "Bo Autre" });
    const seen = (await money(candidate(world, ada), ada))!;
    deepEqual(
      seen.priced?.lines.map(({ quantity, unitAmount, amount, hourly }) => [quantity, unitAmount, amount, hourly]),
      [[700, 2_100, 1_470_000, true]],
    );
    deepEqual([seen.priced?.billed, seen.priced?.unbilled], [42_000, 10_500]);
    deepEqual([seen.schedule?.total, seen.schedule?.set, seen.scheduleAnew], [1_176_000, true, null]);
    equal(seen.priced?.whole, null);
    equal(await money(candidate(world, bo), ada), undefined);
    equal(await money(officer, ada), undefined);
    const { price, own } = await says(ada);
    deepEqual([price, own], [1_176_000, 1_176_000]);
  });

  it("shows both prices where a fund refuses: its part comes back, with the discount", async () => {
    const chloe = await anAccepted(world, { name: "Chloé Refus" });
    await says(chloe, [{ source: "transition", amount: 600_000 }]);
    equal((await money(candidate(world, chloe), chloe))?.anew, null);
    const answer = { dossier: chloe.dossier, source: "transition", on: "2026-11-25" };
    await deed(world, noteGrant, officer, { ...answer, answer: "in-part", amount: 100_000 });
    const inPart = (await money(candidate(world, chloe), chloe))?.anew;
    deepEqual(inPart, {
      total: 1_196_000,
      discount: 274_000,
      own: 1_096_000,
      others: [{ source: "transition", amount: 100_000 }],
    });
    await deed(world, noteGrant, officer, { ...answer, answer: "refused" });
    const refused = await money(candidate(world, chloe), chloe);
    deepEqual([refused?.anew?.total, refused?.anew?.own], [1_176_000, 1_176_000]);
    deepEqual([refused?.schedule?.total, refused?.scheduleAnew?.total], [696_000, 1_176_000]);
    await says(chloe);
    equal((await money(candidate(world, chloe), chloe))?.anew, null);
  });

  it("is due by the periods of the cohort: invoices as they stand, then what is to come, to the cent", async () => {
    const dora = await anAccepted(world, { name: "Dora Échéances" });
    await says(dora);
    const planned = (await money(candidate(world, dora), dora))!.schedule!;
    equal(planned.total, 1_176_000);
    equal(
      planned.payments.reduce((sum, { amount }) => sum + amount, 0),
      1_176_000,
    );
    ok(planned.payments.every(({ state }) => state === "to-come"));
    ok(planned.payments.every(({ amount, of }) => amount === (1_176_000 * of!.minutes) / planned.minutes));
    const about = `contract:${dora.dossier}`;
    const lines = draft().lines.map((line) => ({ ...line, about }));
    const one = draft({
      about,
      debtor: { account: dora.account },
      debtorName: dora.name,
      lines,
      basis: { by: "agreed", amount: 100_000 },
    });
    const { charges, numbers } = await deed(selling(world), issueDrafts, FINANCE, { drafts: [one] });
    const paid = { charge: charges[0]!, amount: 40_000, paidOn: "2026-11-25", means: "cash" as const };
    await deed(world, recordPayment, FINANCE, paid);
    const { payments, paid: sum } = (await money(candidate(world, dora), dora))!.schedule!;
    deepEqual(
      { ...payments[0] },
      { due: "2026-12-10", amount: 100_000, paid: 40_000, number: numbers[0], kind: null, state: "part", of: null },
    );
    equal(sum, 40_000);
    equal(
      payments.reduce((total, { amount }) => total + amount, 0),
      1_176_000,
    );
    now = new Date("2026-12-11T09:00:00Z");
    equal((await money(candidate(world, dora), dora))!.schedule!.payments[0]!.state, "late");
    now = new Date("2026-11-25T09:00:00Z");
    const mine = await view(world, myInstalments, { actor: candidate(world, dora), establishment: SCHOOL, input: {} });
    deepEqual(mine.kind === "found" && mine.value.contracts.map(({ dossier, signedOn }) => [dossier, signedOn]), [
      [dora.dossier, null],
    ]);
    const calendar = await view(world, HOUSE.myCalendar, {
      actor: candidate(world, dora),
      establishment: SCHOOL,
      input: {},
    });
    const entries = calendar.kind === "found" ? calendar.value.entries : [];
    const titles = entries.map(({ title }) => title.fr).filter((title) => title.startsWith("Formation"));
    match(titles[0]!, /^Formation : 600\s€ à payer$/u);
  });

  it("is planned by the days of a cohort whose periods nobody has set, which no calendar takes", async () => {
    const name = { diploma: "deis", name: "2026-2028", startsOn: "2026-12-07", endsOn: "2028-12-01" };
    const { cohort } = await deed(world, openCohort, head, name);
    const eve = await anAccepted(world, { name: "Ève Sansdates" });
    await deed(world, chooseCohort, officer, { dossier: eve.dossier, cohort });
    await says(eve);
    const { schedule, ifSigned } = (await money(candidate(world, eve), eve))!;
    deepEqual([schedule?.set, schedule?.total, schedule?.payments.length], [false, 1_176_000, 4]);
    equal(schedule?.payments[0]?.of?.from, "2026-12-07");
    const mine = await view(world, myInstalments, { actor: candidate(world, eve), establishment: SCHOOL, input: {} });
    deepEqual(mine.kind === "found" && mine.value.contracts, []);
    // Signed by all today, at a distance: 14 days; the course begins two days before.
    deepEqual(ifSigned, { lastDay: "2026-12-09", startsWithin: true });
    const listed = await view(world, myContracts, { actor: candidate(world, eve), establishment: SCHOOL, input: {} });
    const papers = listed.kind === "found" ? listed.value.contracts.flatMap((one) => one.papers) : [];
    deepEqual(
      papers.map(({ own, complete, signedOn }) => [own, complete, signedOn]),
      [[true, false, null]],
    );
  });
});
