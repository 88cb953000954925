/**
 * Random months of a school by the real acts: people with different payers, hours signed or not, reliefs, interruptions and ends, payments by
 * hand and by the bank's file, on any day. After each step no issued document has changed and no number is missing; what was issued, less
 * credits, and what is still to be issued is what is owed; a line waits for whom something is proposed, and for nobody else; the account is the bank's; a fund is asked for countersigned hours alone, once.
 * LIVRET_RUNS walks more often.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { describe, it } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, type View, view } from "../../act/act.ts";
import { decideRelief } from "../../admission/decide-acts.ts";
import { seeCandidacy } from "../../admission/views.ts";
import { importBankFile, readBankFile } from "../../bank/acts.ts";
import { moneyCheck } from "../../billing/charges/check.ts";
import { recordDebtorPayment } from "../../billing/debtors/acts.ts";
import { seeDebtor } from "../../billing/debtors/views.ts";
import { invoicesCheckOf } from "../../billing/invoices/check.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { withSchool } from "../../db/school.ts";
import { receiveUpload } from "../../files/receive.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { addDays, type Day } from "../../kit/day.ts";
import { part } from "../../kit/parts.ts";
import { candidate } from "../../test/dossiers.ts";
import { deed, freshly } from "../../test/people.ts";
import { performedAlike } from "../../test/performed-one-by-one.ts";
import { pdf } from "../../test/sent-files.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { anAccepted, employed, type Person, readyForContracts } from "../../test/trainees.ts";
import { countersign, markAttendance } from "../../training/attendance/acts.ts";
import { seeList } from "../../training/attendance/views.ts";
import { soundWaiting } from "../../test/waiting-lines.ts";
import { issueCertificate } from "../../training/certificates/acts.ts";
import { endTraining, interruptTraining, openCohort, resumeTraining } from "../../training/cohorts/acts.ts";
import { planLessons } from "../../training/lessons/acts.ts";
import { runDue } from "../../worker/run-due.ts";
import { handOver, noteGrant, noteWhoPays } from "../acts.ts";
import { enrol } from "../enrolling-acts.ts";
import { seeOwnMoney } from "../own-views.ts";
import { noteSigned } from "../signing-acts.ts";
import { seeContract } from "../views.ts";
import { issueProposed } from "./acts.ts";
import { looksToInvoice } from "./looks.ts";
import { listProposals, seeToInvoice } from "./views.ts";

const SCHOOL = "faire-ess";
const HANDED = "programme objectives trainers timetable assessment contact rules tariff settlement early-end".split(
  " ",
);
const laws = withExampleLegal(LAWS);
const particulars = laws.establishments[0]!.data.money!.agreement.particulars;
const STARTS = "2027-09-13";
const ENDS = "2029-07-13";
/** 700 hours are billed. */
const PLANNED = 42_000;

/** Who pays what of 14 700 €; the person pays the rest, with their discount. */
const WAYS = {
  alone: [],
  employer: [{ source: "employer-plan", amount: 1_470_000 }],
  "employer and its fund": [
    { source: "employer-plan", amount: 570_000 },
    { source: "opco", amount: 900_000 },
  ],
  "fund and the rest": [{ source: "transition", amount: 600_000 }],
} as const;

const anyone = fc.record({
  way: fc.constantFrom(...(Object.keys(WAYS) as (keyof typeof WAYS)[])),
  /** Of what the fund was asked, in percent. */
  granted: fc.constantFrom(100, 60, 33),
});
const who = fc.nat(1);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("days" as const), days: fc.integer({ min: 5, max: 120 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("lesson" as const),
      signed: fc.constantFrom(true, true, false),
      present: fc.constantFrom(true, true, false),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("sign late" as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("pay" as const),
      percent: fc.constantFrom(30, 100, 100, 120),
      file: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("relief" as const), who, hours: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("interrupt" as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("resume" as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("end" as const),
      who,
      kind: fc.constantFrom("abandoned" as const, "force-majeure" as const, "school" as const),
    }),
  },
);
/** After those: nothing, or an end that gives much of it back. */
const stop = fc.constantFrom(undefined, "force-majeure" as const, "abandoned" as const);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Way = typeof anyone extends fc.Arbitrary<infer W> ? W : never;

const days = (count: number) => ({ do: "days" as const, days: count });
const lesson = (signed: boolean) => ({ do: "lesson" as const, signed, present: true });
const payIn = (percent: 30 | 100 | 120, file: boolean) => ({ do: "pay" as const, percent, file });
/** Hours signed and not, two payers and one alone, a relief, an end that gives much back. */
const ALL_OF_IT: [[Way, Way], undefined, Step[]] = [
  [
    { way: "employer and its fund", granted: 60 },
    { way: "alone", granted: 100 },
  ],
  undefined,
  [
    lesson(true),
    lesson(false),
    days(100),
    days(120),
    { do: "sign late" },
    payIn(100, true),
    payIn(120, false),
    lesson(true),
    days(110),
    payIn(100, true),
    { do: "relief", who: 1, hours: 20 },
    days(60),
    payIn(30, true),
    { do: "end", who: 1, kind: "force-majeure" },
    days(30),
    payIn(100, false),
  ],
];

/** A few, each time the same; `npm run prove:money` walks many, and others each time. */
const { LIVRET_RUNS, LIVRET_PROOF } = process.env;
const RUNS = LIVRET_PROOF === "small" && LIVRET_RUNS !== undefined ? "3" : LIVRET_RUNS;

/** Documents of all walks: who leaves before a lesson is signed owes nothing, so one walk may issue none. */
let issued = 0;

describe("random months of contracts", () => {
  it("change no document, leave out no number, ask what is owed and nothing twice", async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(anyone, anyone), stop, fc.array(step, { minLength: 10, maxLength: 22 }), walked),
      RUNS === undefined
        ? { numRuns: 2, seed: 22, examples: [ALL_OF_IT], endOnFailure: true }
        : { numRuns: Number(RUNS), examples: [ALL_OF_IT], endOnFailure: true },
    );
    ok(issued > 0, "nothing was issued");
  });
});

async function walked(
  ways: readonly Way[],
  last: "force-majeure" | "abandoned" | undefined,
  steps: readonly Step[],
): Promise<void> {
  let day: Day = "2026-11-25";
  let time = "08:00";
  const told = lawWorld(laws, { diploma: undefined, establishment: undefined });
  const { world, close } = await testWorldOf({ ...told, now: () => new Date(`${day}T${time}:00Z`) });
  const seen = async <F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>): Promise<V> => {
    const found = await view(world, what, { actor, establishment: SCHOOL, input });
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value;
  };
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
    return outcome.kind;
  };
  const rows = <T>(query: ReturnType<typeof sql<T>>) =>
    withSchool(world.db, SCHOOL, async (tx) => (await query.execute(tx)).rows);
  try {
    const officer = await employed(world, "Anna Officier", "admission-officer", "finance");
    const head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    const tom = await employed(world, "Luc Formateur", "trainer");
    const cohortOf = { diploma: "deis", name: "2027-2029", startsOn: STARTS, endsOn: ENDS };
    const { cohort } = await deed(world, openCohort, head, cohortOf);
    await readyForContracts(world, head, cohort, STARTS);
    const employer = (
      await deed(world, addPayer, officer.actor, {
        name: "Les Amandiers",
        siren: "552100554",
        address: "2 rue Bleue\n34000 Montpellier",
      })
    ).payer;
    const fund = (
      await deed(world, addPayer, officer.actor, {
        name: "Le fonds",
        siren: "732829320",
        address: "3 rue Verte\n75013 Paris",
        byDossier: true,
      })
    ).payer;
    const registered: Readonly<Record<string, string>> = { "employer-plan": employer, opco: fund, transition: fund };

    const upload = async () => {
      const sent = {
        establishment: SCHOOL,
        account: officer.account,
        stream: Readable.from([pdf({})]),
        name: "papier.pdf",
      };
      const received = await receiveUpload(world, sent);
      if ("problem" in received) throw new Error(received.problem);
      return received.upload;
    };
    const contractOf = (dossier: string) => seen(seeContract, officer.actor, { dossier, language: "fr" });
    const share = (dossier: string, way: keyof typeof WAYS) =>
      tried(noteWhoPays, officer.actor, {
        dossier,
        status: "private-employee",
        others: WAYS[way].map((one) => ({ ...one, payer: registered[one.source]! })),
      });
    const sign = async (dossier: string) => {
      for (const { source, paper, state } of (await contractOf(dossier)).contract!.papers) {
        if (state !== "unsigned" || (paper !== "contract" && paper !== "convention")) continue;
        const stated = particulars[paper].map(({ particular }) => particular);
        const signed = { on: day, concluded: "premises", by: "Qui paie", forSchool: "La direction", stated } as const;
        await deed(world, noteSigned, { ...officer.actor, roles: ["director"] } as Actor, {
          dossier,
          source,
          upload: await upload(),
          ...signed,
        });
      }
    };
    const people: (Person & Way & { enrolment: string; untouched: boolean; signed: number })[] = [];
    for (const [at, way] of ways.entries()) {
      const person = await anAccepted(world, { name: at === 0 ? "Ada Premiere" : "Bob Second" });
      const { dossier } = person;
      equal(await share(dossier, way.way), "done");
      await deed(world, handOver, officer.actor, { dossier, keys: HANDED, on: day });
      await sign(dossier);
      for (const { source, amount } of WAYS[way.way]) {
        if (registered[source] !== fund) continue;
        const answer =
          way.granted === 100
            ? ({ answer: "granted" } as const)
            : ({ answer: "in-part", amount: part(amount, way.granted, 100) } as const);
        await deed(world, noteGrant, officer.actor, { dossier, source, on: day, number: `F-${at}`, ...answer });
        // What no employer stands behind is shared anew: the fund's lower part, and the person's own.
        if (way.way === "fund and the rest" && way.granted < 100) {
          const others = [{ source, amount: part(amount, way.granted, 100), payer: fund }];
          await deed(world, noteWhoPays, officer.actor, { dossier, others });
          await deed(world, noteGrant, officer.actor, { dossier, source, on: day, answer: "granted" });
          await sign(dossier);
        }
      }
      const { enrolled } = await deed(world, enrol, head, { cohort, dossiers: [dossier] });
      people.push({ ...person, ...way, enrolment: enrolled[0]!.enrolment, untouched: true, signed: 0 });
    }

    const paid = new Map<string, number>();
    let files = 0;
    let lessons = 0;
    const unsigned: { readonly lesson: string; readonly present: boolean; readonly marked: readonly string[] }[] = [];
    const frozen = new Map<string, string>();
    const debtors = () => rows(sql<{ debtor: string }>`select debtor from debtor_state order by debtor`);

    const stops: Step[] = last
      ? [
          { do: "days", days: 30 },
          { do: "end", who: 0, kind: last },
        ]
      : [];
    for (const one of [{ do: "days" as const, days: 310 }, ...steps, ...stops]) {
      await go(one);
      await lines(`before ${day} ${JSON.stringify(one)}`);
      await issueAll();
      await lines(`after ${day} ${JSON.stringify(one)}`);
      await holds(one);
    }
    // To the end of the training, and of all that is asked for it.
    for (let left = 8; left > 0 && day < "2029-09-01"; left -= 1) await go({ do: "days", days: 140 });
    await issueAll();
    await holds({ do: "days", days: 0 });
    issued += frozen.size;
    for (const one of people) if (one.untouched) await wholly(one);
    equal((await withSchool(world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL))).ok, true);
    equal(await withSchool(world.db, SCHOOL, (tx) => invoicesCheckOf({ laws, now: world.now })(tx, SCHOOL)), undefined);

    async function go(one: Step): Promise<void> {
      if (one.do === "days") day = addDays(day, one.days);
      else if (one.do === "lesson") await teach(one);
      else if (one.do === "sign late") await signLate();
      else if (one.do === "pay") await pay(one);
      else {
        const person = people[one.who]!;
        const { enrolment, dossier } = person;
        const moved = { enrolment, on: day, reason: "Au hasard" };
        if (one.do === "interrupt") {
          if ((await tried(interruptTraining, head, moved)) === "done") person.untouched = false;
        } else if (one.do === "resume") await tried(resumeTraining, head, { ...moved, cohort });
        else if (one.do === "end") {
          const paper = one.kind === "force-majeure" ? { paper: "un certificat" } : {};
          if ((await tried(endTraining, head, { ...moved, kind: one.kind, ...paper })) === "done")
            person.untouched = false;
        } else if (person.untouched && day < ENDS) await relieve(dossier, one.hours);
        else return;
      }
    }

    /** Once the calendar has passed, a line waits for each of whom something is proposed, with its amounts, and for nobody else. */
    async function lines(said: string): Promise<void> {
      await runDue(world, SCHOOL, [looksToInvoice]);
      const { proposals } = await seen(listProposals, officer.actor, {});
      const sums = (of: typeof proposals, which: "invoice" | "credit") =>
        of.reduce((sum, { kind, amount }) => sum + (kind === which ? amount : 0), 0);
      const proposed = [...Map.groupBy(proposals, (one) => one.dossier)].map(([dossier, of]) => ({
        chain: `candidacy:${dossier}`,
        facts: { asks: sums(of, "invoice"), credits: sums(of, "credit") },
      }));
      const { people, asks, credits } = await seen(seeToInvoice, officer.actor, {});
      const all = [proposed.length, sums(proposals, "invoice"), sums(proposals, "credit")];
      deepEqual([people, asks, credits], all, said);
      const waiting = await rows(sql<{ chain: string; facts: unknown }>`
        select chain, facts from waiting where key = 'toInvoice' and from_on <= ${day}::date order by chain`);
      deepEqual(
        waiting,
        proposed.toSorted((a, b) => (a.chain < b.chain ? -1 : 1)),
        said,
      );
      await soundWaiting(world);
    }

    /** A morning of today, signed by the trainer or not. */
    async function teach({ signed, present }: { signed: boolean; present: boolean }): Promise<void> {
      if (day < STARTS || day > ENDS || lessons > 40) return;
      const lesson = { unit: "UF1.3", on: day, from: "09:00", to: "12:00", trainer: `account:${tom.account}` };
      const planned = await perform(world, planLessons, {
        actor: head,
        establishment: SCHOOL,
        attempt: randomUUID(),
        input: { cohort, lessons: [lesson] },
      });
      if (planned.kind !== "done") return;
      lessons += 1;
      const [id = ""] = planned.value.lessons;
      time = "12:00";
      const { people: there } = await seen(seeList, tom.actor, { lesson: id });
      const marks = there.map(({ enrolment }) => ({
        enrolment,
        number: 0,
        status: present ? ("present" as const) : ("absent" as const),
      }));
      if (marks.length > 0) await deed(world, markAttendance, tom.actor, { lesson: id, marks });
      const given = { lesson: id, present, marked: marks.map(({ enrolment }) => enrolment) };
      if (marks.length > 0 && signed) await signList(given);
      else if (marks.length > 0) unsigned.push(given);
      time = "13:00";
      day = addDays(day, 1);
      time = "08:00";
    }

    async function signList({ lesson, present, marked }: (typeof unsigned)[number]): Promise<void> {
      const { shown } = await seen(seeList, tom.actor, { lesson });
      await deed(world, countersign, await freshly(world, tom), { lesson, shown, words: "J’atteste." });
      if (present) for (const one of people) if (marked.includes(one.enrolment)) one.signed += 180;
    }

    /** The oldest list that was left, perhaps of a period that is over. */
    async function signLate(): Promise<void> {
      const left = unsigned.shift();
      if (left) await signList(left);
    }

    async function pay({ percent, file }: { percent: number; file: boolean }): Promise<void> {
      const [open] = await rows(sql<{ reference: string; balance: number; debtor: string }>`
        select c.reference, s.balance, coalesce(c.debtor, c.about) as debtor from charge_state s join charge c on c.id = s.id
        where s.balance > 0 order by s.due_on, s.id limit 1`);
      if (!open) return;
      const amount = Math.max(1, part(open.balance, percent, 100));
      if (file) {
        files += 1;
        const [year, month, date] = day.split("-");
        const euros = `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, "0")}`;
        const content = `Date;Libellé;Montant\n${date}/${month}/${year};VIR ${files} ${open.reference};${euros}`;
        const read = await deed(world, readBankFile, officer.actor, {
          name: "a.csv",
          content: Buffer.from(content).toString("base64"),
        });
        const { matched } = await deed(world, importBankFile, officer.actor, { file: read.file });
        if (matched === 0) return;
      } else {
        const came = { debtor: open.debtor, amount, paidOn: day, means: "cash" } as const;
        if ((await tried(recordDebtorPayment, officer.actor, came)) !== "done") return;
      }
      paid.set(open.debtor, (paid.get(open.debtor) ?? 0) + amount);
    }

    async function relieve(dossier: string, hours: number): Promise<void> {
      const { facts } = await seen(seeCandidacy, head, { dossier });
      const before = facts.findLast(({ kind }) => kind === "relief")!;
      const opinion = { on: day, members: [{ name: "Ines", quality: "responsable" }], favourable: true, text: "Oui." };
      const decided = { dossier, seen: before.id, grants: [{ unit: "UF1.3", hours }], ground: "Au hasard.", opinion };
      if ((await tried(decideRelief, head, decided)) !== "done") return;
      const person = people.find((one) => one.dossier === dossier)!;
      person.untouched = false;
      // Between the decision and the new shares nothing may be asked.
      deepEqual(
        (await seen(listProposals, officer.actor, {})).proposals.filter((one) => one.dossier === dossier),
        [],
      );
      const contract = (await contractOf(dossier)).contract!;
      const others = contract.shares.filter(({ own }) => !own);
      const price = (await contractOf(dossier)).priced!.tuition;
      let left = price;
      const kept = others.map(({ source, amount, payer }) => {
        const some = Math.min(left, amount);
        left -= some;
        return { source, amount: some, payer: payer! };
      });
      if ((await tried(noteWhoPays, officer.actor, { dossier, others: kept })) === "done") await sign(dossier);
    }

    async function issueAll(): Promise<void> {
      const { proposals } = await seen(listProposals, officer.actor, {});
      for (const [dossier, own] of Map.groupBy(proposals, (one) => one.dossier)) {
        const { enrolment } = people.find((one) => one.dossier === dossier)!;
        for (const { period } of own)
          if (period.to <= day) await tried(issueCertificate, head, { enrolment, from: period.from, to: period.to });
        const done = await tried(issueProposed, officer.actor, { dossier, keys: own.map(({ key }) => key) });
        // A fund's invoice waits for its certificate: the others go.
        if (done === "invalid")
          for (const { key } of own) await tried(issueProposed, officer.actor, { dossier, keys: [key] });
      }
    }

    async function holds(one: Step): Promise<void> {
      const said = `${day} ${JSON.stringify(one)}`;
      const documents = await rows(sql<{ number: string; print: string }>`
        select number, fingerprint || document::text || gross as print from invoice order by number`);
      for (const { number, print } of documents) {
        if (frozen.has(number)) equal(print, frozen.get(number), `${number} changed ${said}`);
        frozen.set(number, print);
      }
      equal(documents.length, frozen.size, `a document is gone ${said}`);
      for (const of of Map.groupBy(documents, ({ number }) => number.slice(0, -5)).values())
        deepEqual(
          of.map(({ number }) => Number(number.slice(-5))),
          of.map((_, at) => at + 1),
          said,
        );
      for (const { debtor } of await debtors()) {
        const account = await seen(seeDebtor, officer.actor, { debtor });
        equal(account.paid, paid.get(debtor) ?? 0, `the account is not the bank ${said}`);
        equal(account.asked - account.waived - account.open + account.available, account.paid, said);
      }
      for (const person of people) {
        await owed(person, said);
        await hours(person, said);
      }
      await performedAlike(world, day);
    }

    /** Of each payer: what was issued, less credits, and what the schedule still plans is the whole of the schedule. */
    async function owed(person: Person, said: string): Promise<void> {
      const asked = { dossier: person.dossier, language: "fr" } as const;
      const { schedule } = await seen(seeOwnMoney, candidate(world, person), asked);
      if (!schedule) return;
      const sum = schedule.payments.reduce((all, { amount }) => all + amount, 0);
      equal(sum - schedule.credit, schedule.total, said);
    }

    /** A fund is asked, in all, its part of the hours that a trainer countersigned: never an hour twice, or one that nobody signed. */
    async function hours({ dossier, signed, untouched }: (typeof people)[number], said: string): Promise<void> {
      if (!untouched) return;
      const { contract } = await contractOf(dossier);
      for (const { source, answer } of contract!.shares) {
        if (registered[source] !== fund) continue;
        const most = part(answer!.amount, signed, PLANNED);
        const net = await netOf(dossier, source);
        ok(net <= most, `${source} is asked ${net} for ${signed} minutes, which are ${most}: ${said}`);
      }
    }

    /** What nobody changed is asked to the cent by the end. */
    async function wholly({ dossier, signed }: (typeof people)[number]): Promise<void> {
      const { contract } = await contractOf(dossier);
      for (const { source, amount, answer } of contract!.shares) {
        const net = await netOf(dossier, source);
        if (registered[source] === fund) ok(net <= part(answer!.amount, signed, PLANNED));
        else {
          const behind = contract!.shares.filter((each) => each.behind === source);
          equal(
            net,
            behind.reduce((all, each) => all + each.amount - each.answer!.amount, amount),
            source,
          );
        }
      }
    }

    async function netOf(dossier: string, source: string): Promise<number> {
      const [row] = await rows(sql<{ net: number }>`
        select coalesce(sum(case i.kind when 'credit' then -p.amount else p.amount end), 0)::integer as net
        from invoice_part p join invoice i on i.id = p.invoice where p.about = ${`contract:${dossier}`} and i.source = ${source}`);
      return row!.net;
    }
  } finally {
    await close();
  }
}
