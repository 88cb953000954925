import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Outcome, perform, surroundings, view } from "../act/act.ts";
import { RETAINED, PROVEN_TABLES } from "../house/house.ts";
import { withSchool } from "../db/school.ts";
import { runDue } from "../worker/run-due.ts";
import { linesCheck } from "./check.ts";
import { dropBankDrafts } from "./duties.ts";
import { verifyAudit } from "../audit/verify.ts";
import { newAccount, owes, someone } from "../test/charging.ts";
import { LAWS } from "../test/server.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { recordPayment } from "../billing/charges/acts.ts";
import { computeStates, lockCharges } from "../billing/charges/states/store.ts";
import { findCharge } from "../billing/charges/store.ts";
import {
  importBankFile,
  matchLine,
  readBankFile,
  recordCheques,
  reversePayment,
  setLineAside,
  takeLineBack,
} from "./acts.ts";
import { computeLines, findLine, openLines } from "./store.ts";
import { findSlip } from "./slips/store.ts";
import { listAsideLines, seeBankDraft, seeBankFile, seeBankLine } from "./views.ts";

const SCHOOL = "school-a";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");
const { payment } = LAWS.establishments[0]!.data;
const transfer = { ...payment.transfer, iban: "FR1420041010050500013M02606" };
const PAYEE = { payment: { ...payment, transfer }, address: ["1 rue du Port"] };

describe("money at the bank", () => {
  let given: TestWorld;
  before(async () => {
    given = await testWorld({ now: "2026-12-01T09:00:00Z" });
  });
  after(() => given.close());

  const act = <F extends TSchema, V>(deed: Act<F, V>, input: Static<F>, attempt = newAttempt()): Promise<Outcome<V>> =>
    perform({ ...given.world, sameWithin: () => 5, payee: () => PAYEE }, deed, {
      actor: finance,
      establishment: SCHOOL,
      attempt,
      input,
    });
  const must = async <F extends TSchema, V>(deed: Act<F, V>, input: Static<F>): Promise<V> => {
    const outcome = await act(deed, input);
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };
  const stands = async (id: string) =>
    (await withSchool(given.world.db, SCHOOL, (tx) => lockCharges(tx, [id]))).get(id)!;
  const csv = (...lines: string[]) => Buffer.from(["Date;Libellé;Montant", ...lines].join("\n"));
  const read = (bytes: Buffer) => must(readBankFile, { name: "releve.csv", content: bytes.toString("base64") });
  const importing = async (bytes: Buffer) => must(importBankFile, { file: (await read(bytes)).file });
  const waiting = () => withSchool(given.world.db, SCHOOL, (tx) => openLines(tx, undefined, 100));

  it("says before an import how much of a statement the bank has not booked yet", async () => {
    const entry = (
      state: string,
    ) => `<Ntry><Amt Ccy="EUR">8.850</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>${state}</Cd></Sts>
<BookgDt><Dt>2026-11-25</Dt></BookgDt></Ntry>`;
    const statement = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>${entry("PDNG")}
${entry("BOOK")}${entry("PDNG")}</Stmt></BkToCstmrStmt></Document>`;
    const { file } = await read(Buffer.from(statement));
    const at = { actor: finance, establishment: SCHOOL };
    const draft = await view({ ...given.world, sameWithin: () => 5 }, seeBankDraft, { ...at, input: { file } });
    deepEqual(draft.kind === "found" && [draft.value.pending, draft.value.planned.map(({ line }) => line.amount)], [
      2,
      [885],
    ]);
  });

  it("pays the charge whose reference a transfer bears, and writes to whoever owed it", async () => {
    const account = await newAccount(given.world, "camille@exemple.fr");
    const { id, reference } = await owes(given.world, SCHOOL, { account });
    const done = await importing(csv(`30/11/2026;VIR DURAND ${reference.replaceAll("-", "")};160,00`));
    deepEqual(done, { already: false, matched: 1, toDecide: 0, known: 0, payments: 1 });
    deepEqual(await stands(id).then(({ state, balance }) => [state, balance]), ["paid", 0]);
    const mails = await withSchool(given.world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select(["to_address", "reader", "subject", "link"]).orderBy("id").execute(),
    );
    equal(mails.length, 1);
    equal(mails[0]!.to_address, "camille@exemple.fr");
    equal(mails[0]!.reader, `account:${account}`);
    match(mails[0]!.subject, /160,00/);
    match(JSON.stringify(mails[0]!.link), /\/school-a\/compte\/paiements\/recu\/R-2026-\d{6}/);
  });

  it("is in the copy of whoever paid, with the line that the bank told of it by", async () => {
    const account = await newAccount(given.world, "copie@exemple.fr");
    const { reference } = await owes(given.world, SCHOOL, { account });
    await importing(csv(`30/11/2026;VIR COPIE ${reference};160,00`));
    const holding = RETAINED.find(({ name }) => name === "charges")!;
    const also = await withSchool(given.world.db, SCHOOL, (tx) => holding.also!(tx, { account }));
    deepEqual([also.charge?.length, also.payment?.length, also.bank_line?.length], [1, 1, 1]);
    equal(also.bank_line![0]!.label, `VIR COPIE ${reference}`);
  });

  it("is looked at by the doctor, who tells a line of which something else is left than its facts give", async () => {
    const look = () => withSchool(given.world.db, SCHOOL, (tx) => linesCheck(tx, SCHOOL));
    await importing(csv("30/11/2026;VIR POUR LE DOCTEUR;12,00"));
    equal(await look(), undefined);
    const { id } = (await waiting()).find(({ label }) => label.includes("DOCTEUR"))!;
    const spoil = (remaining: number) =>
      withSchool(given.world.db, SCHOOL, (tx) =>
        tx.updateTable("bank_line_state").set({ remaining }).where("id", "=", id).execute(),
      );
    await spoil(1100);
    const told = await look();
    equal(told?.ok, false);
    match(told.label.fr, new RegExp(id.slice(-12)));
    await spoil(1200);
    equal(await look(), undefined);
  });

  it("does nothing with the same file again, nor with a line that another file brought", async () => {
    const { id, reference } = await owes(given.world, SCHOOL);
    const line = `29/11/2026;VIR ${reference};160,00`;
    const first = csv(line);
    await importing(first);
    deepEqual(await importing(first), { already: true, matched: 0, toDecide: 0, known: 0, payments: 0 });
    deepEqual(await importing(csv(line, "29/11/2026;SUBVENTION REGION;3000,00")), {
      already: false,
      matched: 0,
      toDecide: 1,
      known: 1,
      payments: 0,
    });
    equal((await stands(id)).paid, 16000);
  });

  it("imports once what two people confirm at the same moment", async () => {
    const { id, reference } = await owes(given.world, SCHOOL);
    const { file } = await read(csv(`28/11/2026;VIR ${reference};160,00`));
    const both = await Promise.all([act(importBankFile, { file }), act(importBankFile, { file })]);
    deepEqual(
      both.map(({ kind }) => kind),
      ["done", "done"],
    );
    equal((await stands(id)).paid, 16000);
  });

  it("refuses a file that is none, in words, and keeps nothing of it", async () => {
    const refused = await act(readBankFile, { name: "x", content: Buffer.from("bonjour").toString("base64") });
    equal(refused.kind, "invalid");
    match(refused.kind === "invalid" ? refused.issues[0]!.message("fr") : "", /Aucune ligne de ce fichier/);
  });

  it("leaves in doubt what bears no reference; a person shares it out, and never more than came in", async () => {
    const one = await owes(given.world, SCHOOL, { name: "Nadia Benali" });
    const two = await owes(given.world, SCHOOL, { name: "Luc Petit" });
    await importing(csv("27/11/2026;VIR M. BENALI POUR DEUX;320,00"));
    const line = (await waiting()).find(({ label }) => label.includes("BENALI"))!;
    const tooMuch = await act(matchLine, { line: line.id, shares: [{ reference: one.reference, amount: 32001 }] });
    equal(tooMuch.kind, "invalid");
    const unknown = await act(matchLine, { line: line.id, shares: [{ reference: "LV-0000-0000", amount: 100 }] });
    equal(unknown.kind, "invalid");
    await must(matchLine, { line: line.id, shares: [{ reference: one.reference.toLowerCase(), amount: 16000 }] });
    equal((await withSchool(given.world.db, SCHOOL, (tx) => findLine(tx, line.id)))!.remaining, 16000);
    await must(matchLine, { line: line.id, shares: [{ reference: two.reference, amount: 16000 }] });
    equal((await stands(two.id)).state, "paid");
    equal(
      (await waiting()).some(({ id }) => id === line.id),
      false,
    );
  });

  it("frees the line of a payment that was none", async () => {
    const right = await owes(given.world, SCHOOL, { name: "Ana Roux" });
    const wrong = await owes(given.world, SCHOOL, { name: "Ana Rousse" });
    await importing(csv("26/11/2026;VIR ROUX SANS MOTIF;155,00"));
    const line = (await waiting()).find(({ label }) => label.includes("ROUX"))!;
    await must(matchLine, { line: line.id, shares: [{ reference: wrong.reference, amount: 15500 }] });
    const payment = await withSchool(given.world.db, SCHOOL, (tx) =>
      tx.selectFrom("payment").select("id").where("charge", "=", wrong.id).executeTakeFirstOrThrow(),
    );
    await must(reversePayment, { payment: payment.id, reason: "mauvaise personne" });
    equal((await act(reversePayment, { payment: payment.id, reason: "encore" })).kind, "stale");
    equal((await stands(wrong.id)).state, "owed");
    await must(matchLine, { line: line.id, shares: [{ reference: right.reference, amount: 15500 }] });
    equal((await stands(right.id)).balance, 500);
  });

  it("bounced: its line stays matched, the charge is owed again and its debtor is told", async () => {
    const { id, reference } = await owes(given.world, SCHOOL, {
      account: await newAccount(given.world, "rejet@exemple.fr"),
    });
    await importing(csv(`23/11/2026;VIR ${reference};160,00`));
    equal((await stands(id)).state, "paid");
    const payment = await withSchool(given.world.db, SCHOOL, (tx) =>
      tx.selectFrom("payment").select(["id", "bank_line as line"]).where("charge", "=", id).executeTakeFirstOrThrow(),
    );
    // The bank takes a fee for what bounces, not for a mistake of the school's.
    const feeOf = (kind: "mistaken" | "bounced") => ({
      payment: payment.id,
      kind,
      bankFee: 1250,
      reason: "Sans provision.",
    });
    equal((await act(reversePayment, feeOf("mistaken"))).kind, "invalid");
    await must(reversePayment, feeOf("bounced"));
    equal((await stands(id)).balance, 16000);
    equal((await withSchool(given.world.db, SCHOOL, (tx) => computeLines(tx, [payment.line!]))).get(payment.line!), 0);
    const mails = await withSchool(given.world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select(["subject", "paragraphs"])
        .where("to_address", "=", "rejet@exemple.fr")
        .orderBy("id")
        .execute(),
    );
    match(mails.at(-1)!.subject, /revenu impayé/);
    match(JSON.stringify(mails.at(-1)!), new RegExp(reference));
  });

  // Where the database can have two transactions at once (`npm run test:postgres`), they lock in one order.
  it("is matched and freed at the same moment by two people, of whom neither waits for the other", async () => {
    const charges = [await owes(given.world, SCHOOL, { name: "Zoé Marchand" }), await owes(given.world, SCHOOL)];
    await importing(csv("24/11/2026;VIR MARCHAND SANS MOTIF;160,00"));
    const line = (await waiting()).find(({ label }) => label.includes("MARCHAND"))!;
    // Each time of the other charge, so that the line alone is what the two have in common; then of the same.
    const matching = (amount: number, turn: number) =>
      act(matchLine, { line: line.id, shares: [{ reference: charges[turn % 2]!.reference, amount }] });
    const lastPayment = () =>
      withSchool(given.world.db, SCHOOL, (tx) =>
        tx
          .selectFrom("payment")
          .select("id")
          .where("bank_line", "=", line.id)
          .orderBy("number", "desc")
          .executeTakeFirstOrThrow(),
      );
    equal((await matching(100, 1)).kind, "done");
    for (let round = 0; round < 20; round++) {
      const { id: payment } = await lastPayment();
      const both = await Promise.all([
        act(reversePayment, { payment, reason: "erreur" }),
        matching(100 + round, Math.min(round, 15)),
      ]);
      deepEqual(
        both.map(({ kind }) => kind),
        ["done", "done"],
      );
      const left = await withSchool(given.world.db, SCHOOL, (tx) => computeLines(tx, [line.id]));
      equal((await waiting()).find((one) => one.id === line.id)?.remaining, left.get(line.id));
    }
    const paid = await Promise.all(charges.map(async ({ id }) => (await stands(id)).paid));
    equal(paid[0]! + paid[1]!, 119);
  });

  it("sets aside what pays no charge, and still lets it be matched", async () => {
    const { id, reference } = await owes(given.world, SCHOOL);
    await importing(csv("25/11/2026;VIR OPCO;160,00"));
    const line = (await waiting()).find(({ label }) => label === "VIR OPCO")!;
    await must(setLineAside, { line: line.id, reason: "formation facturée" });
    equal((await act(setLineAside, { line: line.id, reason: "encore" })).kind, "forbidden");
    equal(
      (await waiting()).some((one) => one.id === line.id),
      false,
    );
    await must(matchLine, { line: line.id, shares: [{ reference, amount: 16000 }] });
    equal((await stands(id)).state, "paid");
  });

  it("lists what is set aside, takes it back, and may set it aside again; the file that brought it tells", async () => {
    const file = csv("23/11/2026;VIR FONDATION;500,00", "23/11/2026;VIR MAIRIE;70,00");
    const { file: id } = await read(file);
    await must(importBankFile, { file: id });
    const line = (await waiting()).find(({ label }) => label === "VIR FONDATION")!.id;
    const at = { actor: finance, establishment: SCHOOL };
    const listed = async () => {
      const seen = await view(given.world, listAsideLines, { ...at, input: {} });
      return seen.kind === "found" ? seen.value.lines.filter((one) => one.id === line) : [];
    };
    equal((await act(takeLineBack, { line })).kind, "forbidden");
    await must(setLineAside, { line, reason: "don" });
    deepEqual(
      (await listed()).map(({ asideReason, remaining }) => [asideReason, remaining]),
      [["don", 0]],
    );
    // Brought again, it is known, and said to be aside.
    const again = await read(csv("23/11/2026;VIR FONDATION;500,00", "22/11/2026;VIR AUTRE;1,00"));
    const draft = await view(given.world, seeBankDraft, { ...at, input: { file: again.file } });
    deepEqual(draft.kind === "found" && [draft.value.known, draft.value.aside], [1, 1]);
    await must(takeLineBack, { line });
    equal((await act(takeLineBack, { line })).kind, "forbidden");
    deepEqual([(await listed()).length, (await waiting()).some((one) => one.id === line)], [0, true]);
    await must(setLineAside, { line, reason: "subvention" });
    const seen = await view(given.world, seeBankFile, { ...at, input: { file: id } });
    deepEqual(
      seen.kind === "found" &&
        seen.value.lines.map(({ label, asideReason, remaining }) => [label, asideReason, remaining]),
      [
        ["VIR FONDATION", "subvention", 0],
        ["VIR MAIRIE", null, 7000],
      ],
    );
  });

  it("records cheques by a slip, or none of them", async () => {
    const one = await owes(given.world, SCHOOL);
    const two = await owes(given.world, SCHOOL);
    const cheques = [one, two].map(({ reference }) => ({
      reference,
      amount: 16000,
      drawer: "C. Durand",
      bank: "Banque",
    }));
    const refused = await act(recordCheques, {
      depositedOn: "2026-12-01",
      cheques: [cheques[0]!, { ...cheques[1]!, reference: "LV-XXXX-XXXX" }],
    });
    deepEqual(refused.kind === "invalid" ? refused.issues.map(({ path }) => path) : [], ["reference-1"]);
    equal((await stands(one.id)).paid, 0);
    const { slip, number } = await must(recordCheques, { depositedOn: "2026-12-01", cheques });
    match(number, /^B-2026-\d{6}$/);
    const kept = await withSchool(given.world.db, SCHOOL, (tx) => findSlip(tx, slip));
    deepEqual([kept!.count, kept!.total, kept!.cheques.length], [2, 32000, 2]);
    equal((await stands(two.id)).state, "paid");
    const early = await act(recordCheques, { depositedOn: "2026-12-02", cheques });
    equal(early.kind, "invalid");
  });

  it("asks before it counts again what a person recorded, or what another kind of file brought some days apart", async () => {
    const hand = await owes(given.world, SCHOOL);
    const paid = { charge: hand.id, amount: 8000, paidOn: "2026-11-25", means: "transfer" } as const;
    await must(recordPayment, paid);
    deepEqual(await importing(csv(`27/11/2026;VIR ${hand.reference};80,00`)), {
      already: false,
      matched: 0,
      toDecide: 1,
      known: 0,
      payments: 0,
    });
    equal((await stands(hand.id)).paid, 8000);
    const [line] = (await waiting()).filter(({ label }) => label.includes(hand.reference));
    const seen = await withSchool(given.world.db, SCHOOL, (tx) =>
      seeBankLine.read({
        tx,
        ...surroundings({ ...given.world, sameWithin: () => 5 }, SCHOOL, given.world.now()),
        input: { line: line!.id },
        actor: finance,
      }),
    );
    deepEqual(
      seen!.proposals.map(({ id, why }) => [id, why]),
      [[hand.id, ["reference", "twin"]]],
    );
    // It is another one: a person says so.
    await must(matchLine, { line: line!.id, shares: [{ reference: hand.reference, amount: 8000 }] });
    equal((await stands(hand.id)).state, "paid");
    const files = await owes(given.world, SCHOOL);
    const entry = `<Ntry><Amt Ccy="EUR">160.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-26</Dt></BookgDt><AcctSvcrRef>ABC1</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>${files.reference}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
    const camt = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>FR1</IBAN></Id></Acct>${entry}</Stmt></BkToCstmrStmt></Document>`;
    equal((await importing(Buffer.from(camt))).matched, 1);
    equal((await importing(csv(`25/11/2026;VIR ${files.reference};160,00`))).matched, 0);
    deepEqual(await stands(files.id).then(({ state, balance }) => [state, balance]), ["paid", 0]);
  });

  it("pays by itself no charge of which nothing is left", async () => {
    const { id, reference } = await owes(given.world, SCHOOL);
    await importing(csv(`02/11/2026;VIR ${reference};160,00`));
    equal((await importing(csv(`20/11/2026;VIR ENCORE ${reference};50,00`))).toDecide, 1);
    equal((await stands(id)).balance, 0);
  });

  it("keeps money that went out under a reference for a person, who files it, and pays nothing with it", async () => {
    const { id, reference } = await owes(given.world, SCHOOL);
    const file = `Date;Libellé;Débit;Crédit\n30/11/2026;REJET VIR ${reference};;-160,00\n30/11/2026;LOYER LV-0000-0000;900,00;\n02/11/2099;VIR ${reference};;160,00\n`;
    deepEqual(await importing(Buffer.from(file)), { already: false, matched: 0, toDecide: 1, known: 0, payments: 0 });
    equal((await stands(id)).paid, 0);
    const line = (await waiting()).find(({ label }) => label.includes("REJET"))!;
    deepEqual([line.amount, line.remaining], [-16000, -16000]);
    const shares = [{ reference, amount: 100 }];
    equal((await act(matchLine, { line: line.id, shares })).kind, "forbidden");
    await must(setLineAside, { line: line.id, reason: "virement rejeté, jamais noté" });
    equal(
      (await waiting()).some((one) => one.id === line.id),
      false,
    );
    const lines = await withSchool(given.world.db, SCHOOL, (tx) =>
      tx.selectFrom("bank_line").select("label").where("label", "like", "LOYER%").execute(),
    );
    deepEqual(lines, []);
  });

  it("asks before it takes a cheque that was brought before, and takes one that came back unpaid", async () => {
    const { id, reference } = await owes(given.world, SCHOOL);
    const cheque = { reference, amount: 8000, drawer: "Mme Durand", number: "0001" };
    const bring = (...cheques: Static<typeof recordCheques.form>["cheques"]) =>
      act(recordCheques, { depositedOn: "2026-12-01", cheques });
    const asked = (outcome: Outcome<unknown>) =>
      outcome.kind === "invalid" ? outcome.issues.map(({ path, message }) => `${path} ${message("fr")}`) : outcome.kind;
    const once = await must(recordCheques, { depositedOn: "2026-11-30", cheques: [cheque] });
    const same = { ...cheque, drawer: "MME  DURAND", number: "1" };
    deepEqual(asked(await bring({ ...cheque, number: "0002" }, same)), [
      `again-1 Ce chèque (même tireur, même numéro, même référence) est déjà sur le bordereau ${once.number}. Si c’en est un autre, confirmez-le.`,
    ]);
    match(String(asked(await bring(same))), /^again-0 .*sur le bordereau/, "the first of a slip like any other");
    equal((await stands(id)).paid, 8000);
    const payment = await withSchool(given.world.db, SCHOOL, (tx) =>
      tx.selectFrom("payment").select("id").where("charge", "=", id).executeTakeFirstOrThrow(),
    );
    await must(reversePayment, { payment: payment.id, reason: "chèque impayé" });
    match(String(asked(await bring(same, cheque))), /^again-1 .*saisi plus haut/);
    equal(asked(await bring(same, { ...cheque, again: true })), "done");
    equal((await stands(id)).paid, 16000);
  });

  it("throws away, after a day, a file that nobody confirmed", async () => {
    const { file } = await read(csv("24/11/2026;VIR INCONNU;12,00"));
    given.setNow("2026-12-02T09:00:01Z");
    await runDue(given.world, SCHOOL, [dropBankDrafts]);
    equal((await act(importBankFile, { file })).kind, "invalid");
    given.setNow("2026-12-01T09:00:00Z");
  });

  it("keeps what its facts come to, and an audit that holds", async () => {
    await withSchool(given.world.db, SCHOOL, async (tx) => {
      const states = await tx.selectFrom("charge_state").selectAll().execute();
      const computed = await computeStates(
        tx,
        states.map(({ id }) => id),
      );
      for (const { id, state, paid, balance } of states)
        deepEqual(
          { state, paid, balance },
          (({ state: s, paid: p, balance: b }) => ({ state: s, paid: p, balance: b }))(computed.get(id)!),
        );
      const lines = await tx.selectFrom("bank_line_state").selectAll().execute();
      const remaining = await computeLines(
        tx,
        lines.map(({ id }) => id),
      );
      for (const line of lines) equal(line.remaining, remaining.get(line.id));
      equal(await findCharge(tx, "00000000-0000-4000-8000-00000000dead"), undefined);
    });
    const billing = PROVEN_TABLES.filter((table) => !["law_file"].includes(table));
    const { tampered } = await verifyAudit(given.world.db, {
      establishment: SCHOOL,
      zone: "Europe/Paris",
      tables: billing,
    });
    deepEqual(tampered, []);
  });
});
