/** Invoices and credits: numbered without a gap, frozen as issued, refused while something that they bear is missing. */
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { sql } from "kysely";
import { perform, view } from "../../act/act.ts";
import { withSchool } from "../../db/school.ts";
import type { Legal } from "../../law/legal.ts";
import { newAccount, someone } from "../../test/charging.ts";
import { draft, employer, FINANCE, issued, issueDrafts, LEGAL, selling } from "../../test/invoicing.ts";
import { laws } from "../../test/law-world.ts";
import { deed } from "../../test/people.ts";
import { newAttempt, type TestWorld, testWorld } from "../../test/world.ts";
import { recordPayment, reverseWaiver, waiveCharge } from "../charges/acts.ts";
import { seeCharge } from "../charges/views.ts";
import { creditInvoice } from "./acts.ts";
import { findInvoices, listInvoices, seeInvoice } from "./views.ts";
import type { InvoiceDraft } from "./issuing.ts";
import { fingerprintOf } from "./issuing.ts";
import { invoicesCheckOf, schemaCheckOf } from "./check.ts";
import type { InvoiceDocument } from "./rules/document.ts";

const SCHOOL = "school-a";

describe("an invoice", () => {
  let given: TestWorld;
  const world = (legal?: Legal) => selling(given.world, legal);
  beforeEach(async () => {
    given = await testWorld();
  });
  afterEach(() => given.close());

  async function done(...drafts: InvoiceDraft[]) {
    const outcome = await issued(world(), SCHOOL, ...drafts);
    ok(outcome.kind === "done", JSON.stringify(outcome));
    const { numbers, ids, charges } = outcome.value;
    return { number: numbers[0]!, id: ids[0]!, charge: charges[0]!, numbers };
  }
  async function refusal(one: InvoiceDraft, legal?: Legal): Promise<string> {
    const outcome = await issued(world(legal), SCHOOL, one);
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join(" ") : outcome.kind;
  }
  const rows = <T>(query: ReturnType<typeof sql<T>>) =>
    withSchool(given.world.db, SCHOOL, async (tx) => (await query.execute(tx)).rows);
  const documentOf = async (id: string) =>
    (
      await rows(sql<{ document: InvoiceDocument; fingerprint: string }>`
      select document, fingerprint from invoice where id = ${id}::uuid`)
    )[0]!;
  const stateOf = async (id: string) => {
    const seen = await view(world(), seeCharge, { actor: FINANCE, establishment: SCHOOL, input: { id } });
    ok(seen.kind === "found");
    return seen.value.state;
  };
  const credit = (input: { invoice: string; amount: number; part?: number }, actor = FINANCE) =>
    perform(world(), creditInvoice, {
      actor,
      establishment: SCHOOL,
      attempt: newAttempt(),
      input: { ...input, reason: "Allègement", then: "remitted" as const },
    });

  it("has the number after the last of its series and its year, and asks its amount by its due day", async () => {
    const first = await done(draft());
    equal(first.number, "F-2026-00001");
    deepEqual((await done(draft(), draft())).numbers, ["F-2026-00002", "F-2026-00003"]);
    const { total, balance, dueOn } = await stateOf(first.charge);
    deepEqual([total, balance, dueOn], [137_200, 137_200, "2026-12-16"]);
    given.setNow("2027-01-02T09:00:00Z");
    equal((await done(draft())).number, "F-2027-00001");
  });

  it("that replaces one that was paid and credited asks for no more than what is left, and says what serves it", async () => {
    const account = await newAccount(given.world, "remplacee@exemple.fr");
    const first = await done(draft({ debtor: { account } }));
    await deed(
      world(),
      recordPayment,
      FINANCE,
      {
        charge: first.charge,
        amount: 130_000,
        paidOn: "2026-12-01",
        means: "transfer",
      },
      SCHOOL,
    );
    given.setNow("2026-12-03T09:00:00Z");
    const credited = await perform(world(), creditInvoice, {
      actor: FINANCE,
      establishment: SCHOOL,
      attempt: newAttempt(),
      input: { invoice: first.id, amount: 137_200, reason: "Erreur de nom", then: "asked-again" as const },
    });
    ok(credited.kind === "done");
    const right = await done(draft({ debtor: { account } }));
    const [mail] = await rows(sql<{ subject: string; paragraphs: string[] }>`
      select subject, paragraphs from mail where about = ${`charge:${right.charge}`}`);
    match(mail!.subject, /: 72,00\s€ à payer au plus tard/);
    match(mail!.paragraphs.join(" "), /1\s?300,00\s€ déjà reçus de vous y servent\s: il vous reste 72,00\s€/);
    const input = { number: right.number };
    const seen = await view(world(), seeInvoice, { actor: FINANCE, establishment: SCHOOL, input });
    ok(seen.kind === "found");
    const { served, balance, document } = seen.value;
    equal(balance, 7_200);
    equal(document.held, 130_000);
    const named = { number: credited.value.number, on: "2026-12-03", amount: 137_200 };
    deepEqual(document.replaces, [{ number: first.number, on: "2026-12-01", credit: named }]);
    equal((await documentOf(credited.value.credit)).document.askedAgain, true);
    // The next asks for nothing that a credit took off.
    const next = (await documentOf((await done(draft({ debtor: { account } }))).id)).document;
    deepEqual([next.replaces, next.held], [undefined, undefined]);
    deepEqual(
      served.map(({ kind, number, amount }) => [kind, number, amount]),
      [["credit", credited.value.number, 130_000]],
    );
    const charge = await view(world(), seeCharge, {
      actor: FINANCE,
      establishment: SCHOOL,
      input: { id: first.charge },
    });
    ok(charge.kind === "found");
    equal(charge.value.history.waivers[0]!.credit, credited.value.number);
  });

  it("names no credit that gave its amount up, of another debtor, or for other trainees", async () => {
    const [account, another] = [
      await newAccount(given.world, "une@exemple.fr"),
      await newAccount(given.world, "autre@exemple.fr"),
    ];
    const of = (then: "remitted" | "asked-again", invoice: string) =>
      deed(world(), creditInvoice, FINANCE, { invoice, amount: 7_200, reason: "Erreur", then }, SCHOOL);
    await of("remitted", (await done(draft({ debtor: { account } }))).id);
    await of("asked-again", (await done(draft({ debtor: { account: another } }))).id);
    const [line] = draft().lines;
    const elsewhere = { ...line!, about: "contract:00000000-0000-4000-8000-0000000000d2" };
    await of("asked-again", (await done(draft({ debtor: { account }, lines: [elsewhere] }))).id);
    const { document } = await documentOf((await done(draft({ debtor: { account } }))).id);
    equal(document.replaces, undefined);
  });

  it("is not issued before the last of its series", async () => {
    await done(draft());
    given.setNow("2026-11-30T09:00:00Z");
    match(await refusal(draft()), /rien n’est émis avant/);
  });

  it("leaves no gap where the act that issued it is rolled back", async () => {
    await done(draft());
    const input = { drafts: [draft(), draft()], fails: true };
    const failed = await perform(world(), issueDrafts, {
      actor: FINANCE,
      establishment: SCHOOL,
      attempt: newAttempt(),
      input,
    });
    equal(failed.kind, "invalid");
    equal((await done(draft())).number, "F-2026-00002");
  });

  it("is frozen with the hash of what it prints, and no row of it can be changed", async () => {
    const { id, number } = await done(draft());
    const { document, fingerprint } = await documentOf(id);
    equal(fingerprint, fingerprintOf(document));
    const { seller, buyer, vat, mentions, terms, reference, lines } = document;
    deepEqual([document.number, seller.siren, seller.form.fr], [number, "732829320", "association loi 1901"]);
    deepEqual(buyer.address, ["1 rue Verte", "34000 Montpellier"]);
    deepEqual([vat.category, vat.code], ["E", "VATEX-FR-CGI261-4"]);
    match(vat.words!.fr, /^Exonération de TVA, art\.\s261, 4, 4°\sa du CGI$/);
    match(reference, /^LV-/);
    deepEqual(
      lines.map(({ amount, net }) => [amount, net]),
      [[137_200, 137_200]],
    );
    equal(terms, null);
    ok(!mentions.some(({ mention }) => mention === "buyer-siren"));
    await rejects(rows(sql`update invoice set gross = 1 where id = ${id}::uuid`), /permission denied/);
  });

  it("of an employer bears its SIREN, its days to pay and the terms of a business, for each trainee a line", async () => {
    const payer = await employer(given.world, SCHOOL, { daysToPay: 45 });
    const line = (name: string, about: string, amount: number) => ({
      label: { fr: "Formation DEIS", en: "DEIS course" },
      detail: { fr: name, en: name },
      about: `contract:00000000-0000-4000-8000-0000000000${about}`,
      amount,
    });
    const lines = [line("Camille", "e1", 100_001), line("Dominique", "e2", 37_202)];
    const one = draft({
      source: "employer-plan",
      debtor: { payer },
      lines,
      basis: { by: "agreed", amount: 137_203 },
    });
    const { id, charge } = await done(one);
    const { document } = await documentOf(id);
    deepEqual(
      [document.buyer.name, document.buyer.siren, document.dueOn],
      ["Les Amandiers", "552100554", "2027-01-15"],
    );
    equal(document.terms?.recovery, 4000);
    equal((await stateOf(charge)).balance, 137_203);
    const parts = await rows(sql<{ about: string; amount: number }>`
      select about, amount from invoice_part where invoice = ${id}::uuid order by id`);
    deepEqual(
      parts.map(({ about, amount }) => [about.slice(-2), amount]),
      [
        ["e1", 100_001],
        ["e2", 37_202],
      ],
    );
    // Whose lines are corrected is said, or all of them are.
    const which = await credit({ invoice: id, amount: 100 });
    ok(which.kind === "invalid");
    match(which.issues[0]!.message("fr"), /plusieurs stagiaires/);
    const over = await credit({ invoice: id, amount: 37_203, part: 2 });
    ok(over.kind === "invalid");
    match(over.issues[0]!.message("fr"), /372,02/);
    const of = await credit({ invoice: id, amount: 37_200, part: 2 });
    ok(of.kind === "done" && of.value.left === 100_003);
    const rest = await credit({ invoice: id, amount: 100_003 });
    ok(rest.kind === "done");
    deepEqual(
      (await documentOf(rest.value.credit)).document.lines.map(({ amount }) => amount),
      [100_001, 2],
    );
    equal((await credit({ invoice: id, amount: 1 })).kind, "invalid");
  });

  it("of a fund bears its dossier number, and hours are billed on their total less what was invoiced", async () => {
    const payer = await employer(given.world, SCHOOL, { name: "OPCO", siren: "775670417" });
    const basis = { by: "hours", minutes: 6795, rate: 2100, before: 100_000 } as const;
    const one = draft({ source: "opco", debtor: { payer }, basis });
    match(await refusal(one), /numéro de dossier de OPCO manque/);
    const { id } = await done({ ...one, dossierNumber: "2027-A-1" });
    const { document } = await documentOf(id);
    equal(document.gross, 137_825);
    ok(document.mentions.some(({ mention }) => mention === "certificate"));
  });

  it("is refused in a sentence that says who can mend it, and takes no number", async () => {
    const { number } = await done(draft());
    match(await refusal(draft({ address: [] })), /L’adresse de Camille Durand manque/);
    const { siren: _, activity: __, ...silent } = LEGAL;
    match(await refusal(draft(), silent), /son SIREN \(siren\) et son numéro de déclaration d’activité/);
    const { vat: ___, ...unregulated } = LEGAL;
    match(await refusal(draft(), unregulated), /son régime de TVA, avec sa preuve/);
    const ended = { ...LEGAL, vat: [{ from: "2026-01-01", to: "2026-11-30", regime: "attested", attestation: "1" }] };
    match(await refusal(draft(), ended), /régime de TVA/);
    const payer = await employer(given.world, SCHOOL, { name: "Sans SIREN", siren: "" });
    match(await refusal(draft({ source: "employer-plan", debtor: { payer } })), /Le SIREN de Sans SIREN manque/);
    const next = (await done(draft())).number;
    equal(Number(next.slice(-5)), Number(number.slice(-5)) + 1);
  });

  it("of a taxed school bears the tax, in cents that add up over its lines", async () => {
    const payer = await employer(given.world, SCHOOL, { name: "Taxé", siren: "404833048" });
    const taxed = selling(given.world, { ...LEGAL, vat: [{ from: "2026-01-01", regime: "taxed" }] });
    const one = draft({ source: "employer-plan", debtor: { payer }, basis: { by: "agreed", amount: 137_203 } });
    const [line] = one.lines;
    const lines = [
      { ...line!, amount: 68_602 },
      { ...line!, amount: 68_601 },
    ];
    const outcome = await issued(taxed, SCHOOL, { ...one, lines });
    ok(outcome.kind === "done");
    const { document } = await documentOf(outcome.value.ids[0]!);
    deepEqual([document.net, document.tax, document.gross, document.vat.category], [114_336, 22_867, 137_203, "S"]);
    equal(
      document.lines.reduce((sum, { net }) => sum + net, 0),
      114_336,
    );
  });

  it("is corrected by credits in a series of their own, up to its amount, and by nothing else", async () => {
    const { id, charge, number } = await done(draft());
    const waived = { charge, amount: 1, reason: "Geste" };
    const refused = await perform(world(), waiveCharge, {
      actor: FINANCE,
      establishment: SCHOOL,
      attempt: newAttempt(),
      input: waived,
    });
    ok(refused.kind === "invalid");
    match(refused.issues[0]!.message("fr"), /se corrige par un avoir/);
    const made = await credit({ invoice: id, amount: 37_200 });
    ok(made.kind === "done");
    match(made.value.number, /^AV-2026-\d{5}$/);
    equal(made.value.left, 100_000);
    const { document } = await documentOf(made.value.credit);
    deepEqual([document.of?.number, document.type, document.dueOn, document.reason], [number, 381, null, "Allègement"]);
    equal((await stateOf(charge)).balance, 100_000);
    equal((await credit({ invoice: id, amount: 100_001 })).kind, "invalid");
    equal((await credit({ invoice: made.value.credit, amount: 1 })).kind, "forbidden");
    const [{ waiver }] = (await rows(sql<{ waiver: string }>`select waiver from invoice where of = ${id}::uuid`)) as [
      { waiver: string },
    ];
    const back = { waiver, reason: "Erreur" };
    const undone = await perform(world(), reverseWaiver, {
      actor: FINANCE,
      establishment: SCHOOL,
      attempt: newAttempt(),
      input: back,
    });
    equal(undone.kind, "invalid");
  });

  it("that was paid is owed back as far as it is credited", async () => {
    const { id, charge } = await done(draft());
    const input = { charge, amount: 137_200, paidOn: "2026-12-01", means: "transfer" as const };
    const paid = await perform(world(), recordPayment, {
      actor: FINANCE,
      establishment: SCHOOL,
      attempt: newAttempt(),
      input: { ...input, paidOn: "2026-12-01" },
    });
    equal(paid.kind, "done");
    equal((await credit({ invoice: id, amount: 37_200 })).kind, "done");
    equal((await stateOf(charge)).balance, -37_200);
  });

  it("is listed latest first, open and late ones by the day they are due, and found by the beginning of a number or a name", async () => {
    const asked = async <V>(read: Promise<{ kind: string; value?: V }>) => {
      const seen = await read;
      if (seen.kind !== "found") throw new Error(seen.kind);
      return seen.value!;
    };
    const numbers = ({ invoices }: { invoices: readonly { number: string }[] }) => invoices.map(({ number }) => number);
    type Which = "all" | "open" | "late" | "credits";
    const list = async (which: Which, after?: { on: string; id: string }) =>
      asked(
        view(world(), listInvoices, {
          actor: FINANCE,
          establishment: SCHOOL,
          input: { which, ...(after && { after }) },
        }),
      );
    const find = async (text: string) =>
      numbers(await asked(view(world(), findInvoices, { actor: FINANCE, establishment: SCHOOL, input: { text } })));
    const first = await done(draft());
    const second = await done(draft({ debtorName: "Nadia Benali" }));
    given.setNow("2027-01-02T09:00:00Z");
    const third = await done(draft({ debtorName: "Émile Bénali" }));
    const whole = await credit({ invoice: first.id, amount: 137_200 });
    ok(whole.kind === "done");
    const credited = whole.value.number;
    const issued = [second.number, third.number];
    deepEqual(numbers(await list("all")).toSorted(), [credited, first.number, ...issued].toSorted());
    deepEqual(numbers(await list("all")).slice(-2), [second.number, first.number]);
    deepEqual(numbers(await list("credits")), [credited]);
    deepEqual(numbers(await list("open")), issued);
    deepEqual(numbers(await list("late")), [second.number]);
    const [oldest] = (await list("open")).invoices;
    deepEqual(numbers(await list("open", { on: oldest!.dueOn!, id: oldest!.id })), [third.number]);
    deepEqual(await find("f-2026"), [second.number, first.number]);
    deepEqual(await find(third.number), [third.number]);
    deepEqual((await find("benali")).toSorted(), issued.toSorted());
    deepEqual(await find("Benali Nadia"), [second.number]);
    deepEqual([await find("F-2028"), await find("personne"), await find("b")], [[], [], []]);
  });

  it("is told to the person with a link to its page, and how to pay", async () => {
    const account = await newAccount(given.world, "camille@exemple.fr");
    const { charge, number } = await done(draft({ debtor: { account } }));
    const [mail] = await rows(sql<{ subject: string; link: { path: string }; paragraphs: string[] }>`
      select subject, link, paragraphs from mail where about = ${`charge:${charge}`}`);
    match(mail!.subject, new RegExp(`^Facture ${number}`));
    match(mail!.link.path, new RegExp(`/compte/paiements/factures/${number}$`));
    match(mail!.paragraphs.join(" "), /Aucun fichier n’est joint\s: la pièce se lit et se télécharge en PDF/);
    equal(
      (
        await credit(
          {
            invoice: (await rows(sql<{ id: string }>`select id from invoice where charge = ${charge}::uuid`))[0]!.id,
            amount: 1,
          },
          someone(account, "finance"),
        )
      ).kind,
      "forbidden",
    );
  });

  it("is issued by two officers at once with consecutive numbers", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => done(draft(), draft())));
    const numbers = all
      .flatMap((one) => one.numbers.map((number) => Number(number.slice(-5))))
      .toSorted((a, b) => a - b);
    deepEqual(
      numbers,
      Array.from({ length: 12 }, (_, at) => numbers[0]! + at),
    );
  });

  it("has data that the doctor holds against the schema, and a fault is told by its number", async () => {
    const { number } = await done(draft());
    const check = (fault: string | undefined) =>
      withSchool(given.world.db, SCHOOL, (tx) => schemaCheckOf(async () => fault)(tx, SCHOOL));
    equal((await check(undefined))?.ok, true);
    const wrong = await check("Element Foo");
    ok(wrong?.ok === false);
    match(wrong.label.fr, new RegExp(`${number}\\. Signalez-le`));
  });

  it("that misses in its series, or is no longer what its hash says, is found by the doctor", async () => {
    const { id } = await done(draft(), draft(), draft());
    const check = invoicesCheckOf({ laws, now: given.world.now });
    const found = () => withSchool(given.world.db, SCHOOL, (tx) => check(tx, SCHOOL));
    equal(await found(), undefined);
    // As only the owner of the database may.
    await given.opened.asOwner((owner) =>
      owner.run("update invoice set fingerprint = repeat('0', 64) where number = 'F-2026-00003'"),
    );
    match((await found())!.label.fr, /1 factures? .* dont F-2026-00003/);
    await rows(sql`delete from invoice_part where invoice = ${id}::uuid`);
    await rows(sql`delete from invoice where id = ${id}::uuid`);
    match((await found())!.label.fr, /dont F-2026-00001/);
  });
});
