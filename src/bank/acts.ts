/**
 * Bank files: read, shown, then imported; a person matches the doubtful lines or sets them aside. Cheques are deposited with a slip. The
 * same file or line twice has no effect.
 */
import { FREE } from "../act/binding.ts";
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { type Actor, defineAct, done, FORBIDDEN, invalid, stale } from "../act/act.ts";
import { SHOWN_NOTHING } from "../act/shows.ts";
import type { Tx } from "../db/school.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { oneOf } from "../law/entry.ts";
import { actorName } from "../act/permissions.ts";
import { overBefore } from "../retention/rules/period.ts";
import {
  Cents,
  dayIssues,
  DaySchema,
  DEBTOR,
  NO_CHARGE,
  Reason,
  ShortText,
  tooMuch,
} from "../billing/charges/forms.ts";
import {
  chargesByReference,
  isOwn,
  knownDebtors,
  lockCharges,
  type Names,
  OWN_CHARGE,
  ownOf,
} from "../billing/charges/hands.ts";
import { chargeChain, debtorChain, type Paid, recordPayments, tellBounce } from "../billing/charges/paying.ts";
import { paymentToTakeBack, takeBack } from "../billing/charges/taking-back.ts";
import { CHARGE } from "../billing/rules/charge-state.ts";
import { type BankFile, BankFileError, type BankLine } from "./rules/bank-line.ts";
import { sameCheque } from "./rules/cheques.ts";
import { readReference } from "../billing/rules/payment-reference.ts";
import { readApart } from "./reading/reader.ts";
import { chargesNamedIn, fileId, givesBack, lineIds, movementsNamed, planOf } from "./plan.ts";
import {
  findLine,
  insertAside,
  insertBack,
  insertLines,
  keepImportsOut,
  keepLineStates,
  lockBank,
  lockLine,
  unmatched,
} from "./store.ts";
import { deleteDraft, type Draft, findBankFile, findDraft, insertBankFile, insertDraft } from "./files/store.ts";
import { chequesOf, insertSlip } from "./slips/store.ts";
import { tieTo } from "./ties/store.ts";
import { leaves } from "../kit/machine.ts";
import { closed, Id } from "../kit/shapes.ts";
import * as output from "./output.ts";
import { LineId, takeLine, takeUp } from "./taking.ts";

export const FileId = Type.String({ pattern: "^sha256:[0-9a-f]{64}$", maxLength: 71 });
/** Base64 takes four thirds of the file's maximum, plus a margin. */
const MOST_BASE64 = 7_000_000;

/** A file read but not confirmed is deleted after this time. */
export const DRAFT_HOURS = 24;

const fileChain = (id: string) => `bank-file:${id}`;

type ReadFile = { readonly id: string; readonly file: BankFile } | { readonly issues: readonly Issue[] };

/** Reads a file and stores what came in, so that the effect of the import can be shown. Nothing else. */
export const readBankFile = defineAct({
  name: "readBankFile",
  label: { fr: "Lire un fichier de la banque", en: "Read a file from the bank" },
  who: "keep the accounts",
  form: Type.Object({ name: ShortText, content: Type.String({ minLength: 1, maxLength: MOST_BASE64 }) }, closed),
  output: output.readBankFile,
  writes: ["bank_draft"],
  async prepare({ input, actor, today }): Promise<ReadFile> {
    const bytes = Buffer.from(input.content, "base64");
    try {
      return { id: fileId(bytes), file: await readApart(bytes, { until: today, place: actorName(actor) }) };
    } catch (error) {
      if (!(error instanceof BankFileError)) throw error;
      const { said: message } = error;
      return { issues: [{ path: "content", message: (lang) => message[lang] }] };
    }
  },
  async perform({ tx, input, at, today, periods, sameWithin, prepared }) {
    if ("issues" in prepared) return invalid(prepared.issues);
    const { id, file } = prepared;
    // Its data was perhaps already erased after its period: it must not be recorded again.
    const period = periods.find(({ kind }) => kind === "accounting");
    if (period && file.lines.some(({ bookedOn }) => bookedOn < overBefore(today, period))) return invalid([TOO_OLD]);
    if (await findBankFile(tx, id)) return done({ file: id, imported: true }, fileChain(id));
    const refund = await givesBack(tx, file.out, sameWithin);
    const kept = [...file.lines, ...file.out.filter(refund)];
    const keys = lineIds({ ...file, lines: kept });
    const lines = movementsNamed(kept.map((line, place) => ({ ...line, key: keys[place]! })));
    const { format, account, pending, skipped } = file;
    const spent = file.spent - (kept.length - file.lines.length);
    const draft: Draft = { id, name: input.name, format, account, lines, spent, pending, skipped };
    await insertDraft(tx, draft, at);
    return done({ file: id, imported: false }, fileChain(id));
  },
});

/** Carries out the plan that was shown, recomputed on the current data. */
export const importBankFile = defineAct({
  name: "importBankFile",
  label: { fr: "Importer un fichier de la banque", en: "Import a file from the bank" },
  who: "keep the accounts",
  form: Type.Object({ file: FileId }, closed),
  output: output.importBankFile,
  free: FREE.received,
  shows: { nothing: SHOWN_NOTHING.received },
  writes: ["bank_draft", "bank_file", "bank_line", "payment", "mail"],
  async perform(context) {
    const { tx, actor, at, sameWithin } = context;
    const { file } = context.input;
    await lockBank(tx);
    const chain = fileChain(file);
    if (await findBankFile(tx, file)) return done({ ...NOTHING_NEW, already: true }, chain);
    const draft = await findDraft(tx, file);
    if (!draft) return invalid([GONE]);
    // Locks the charges, so that manual records and balances stay fixed from here on.
    const named = (await chargesNamedIn(tx, draft)).map(({ id }) => id);
    await lockCharges(tx, named);
    const { planned, known, spent } = await planOf(tx, draft, { sameWithin, actor });
    await deleteDraft(tx, file);
    const days = draft.lines.map(({ bookedOn }) => bookedOn).sort();
    const { name, format, account, skipped } = draft;
    const counts = { lines: draft.lines.length - (spent - draft.spent), spent, skipped: skipped.length };
    const period = { firstOn: days[0] ?? null, lastOn: days.at(-1) ?? null };
    await insertBankFile(tx, { id: file, name, format, account, ...counts, ...period, at });
    const position = new Map(draft.lines.map(({ key }, index) => [key, index]));
    const fresh = planned.filter((plannedLine) => !plannedLine.stored);
    const lines = fresh.map(({ line, key }) => ({ ...lineOf(line), id: key, file, position: position.get(key)! }));
    await insertLines(tx, lines);
    const paid: Paid[] = [];
    for (const { line, key, match } of planned) {
      if (match.kind !== "exact") continue;
      for (const share of match.shares)
        paid.push({ ...share, paidOn: line.bookedOn, means: "transfer", bankLine: key });
    }
    const numbers = await recordPayments(context, paid, chain);
    await keepLineStates(tx, [...new Set(paid.map(({ bankLine }) => bankLine!))]);
    const matched = planned.filter(({ match }) => match.kind === "exact").length;
    const value = { already: false, matched, toDecide: planned.length - matched, known, payments: numbers.length };
    return done(value, chain);
  },
});

/** Without the key that the draft stores with it. */
function lineOf({ bookedOn, amount, label, counterparty, servicerReference, movement }: BankLine): BankLine {
  return { bookedOn, amount, label, counterparty, servicerReference, movement };
}

const NOTHING_NEW = { matched: 0, toDecide: 0, known: 0, payments: 0 };

export const dropBankDraft = defineAct({
  name: "dropBankDraft",
  label: { fr: "Jeter un fichier lu et non importé", en: "Drop a file that was read and not imported" },
  who: "let time pass",
  form: Type.Object({ file: FileId }, closed),
  writes: ["bank_draft"],
  async perform({ tx, input: { file } }) {
    return (await deleteDraft(tx, file)) ? done({}, fileChain(file)) : FORBIDDEN;
  },
});

/** `reference`: of a charge, or of a debtor. */
const Share = Type.Object({ reference: ShortText, amount: Cents }, closed);

/** Distributes a received amount over charges, by reference: what the rule leaves to a person. */
export const matchLine = defineAct({
  name: "matchLine",
  label: { fr: "Rapprocher une opération", en: "Match an entry of the bank" },
  who: "keep the accounts",
  form: Type.Object({ line: LineId, shares: Type.Array(Share, { minItems: 1, maxItems: 20 }) }, closed),
  output: output.matchLine,
  free: FREE.received,
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: ["payment", "bank_line_back", "mail"],
  async perform(context) {
    const { tx, input, actor } = context;
    await keepImportsOut(tx);
    const unlocked = await findLine(tx, input.line);
    // Outgoing money pays nothing.
    if (!unlocked || unlocked.amount < 0) return FORBIDDEN;
    const { named, issues } = await namedBy(tx, input.shares);
    if (issues.length > 0) return invalid(issues);
    const names = named.map(nameOf);
    if (new Set(names).size < names.length) return invalid([TWICE]);
    // Charges before lines, as everywhere: another order could deadlock.
    await lockCharges(tx, chargesOf(named), debtorsOf(named));
    const ownFaults = await ownIssues(tx, actor, named);
    if (ownFaults.length > 0) return invalid(ownFaults);
    const line = (await lockLine(tx, unlocked.id))!;
    const most = await unmatched(tx, line);
    if (input.shares.reduce((sum, { amount }) => sum + amount, 0) > most) return invalid([tooMuch("amount-0", most)]);
    const paid = input.shares.map(
      ({ amount }, place): Paid => ({
        ...named[place]!,
        amount,
        paidOn: line.bookedOn,
        means: "transfer",
        bankLine: line.id,
      }),
    );
    const chain = `bank-line:${line.id}`;
    await takeUp(context, line);
    const numbers = await recordPayments(context, paid, chain);
    await keepLineStates(tx, [line.id]);
    return done({ numbers }, chain);
  },
});

/** The charge of each typed reference, or the debtor; and those that name neither. */
async function namedBy(tx: Tx, typed: readonly { readonly reference: string }[]) {
  const alone = typed.map(({ reference }) => (DEBTOR.test(reference) ? reference : undefined));
  const known = new Set(
    (await knownDebtors(tx, debtorsOf(alone.map((debtor) => ({ debtor }))))).map(({ debtor }) => debtor),
  );
  const references = typed.map(({ reference }, place) => (alone[place] ? undefined : readReference(reference)));
  const charges = await chargesByReference(
    tx,
    references.filter((one) => one !== undefined),
  );
  const byReference = new Map(charges.map(({ reference, id }) => [reference, id]));
  const named = typed.map((_, place): Names | undefined => {
    const debtor = alone[place];
    if (debtor !== undefined) return known.has(debtor) ? { debtor } : undefined;
    const charge = byReference.get(references[place] ?? "");
    return charge === undefined ? undefined : { charge };
  });
  const issues = named.flatMap((one, place): Issue[] => (one ? [] : [{ ...NO_CHARGE, path: `reference-${place}` }]));
  return { named: named as readonly Names[], issues };
}

function chargesOf(named: readonly Partial<Names>[]): string[] {
  return named.flatMap(({ charge }) => charge ?? []);
}

function debtorsOf(named: readonly { readonly debtor?: string | undefined }[]): string[] {
  return named.flatMap(({ debtor }) => debtor ?? []);
}

function nameOf({ charge, debtor }: Names): string {
  return charge ?? debtor;
}

/** Sets aside money that pays no charge of ours, which may still be matched later; or outgoing money that a person has checked. */
export const setLineAside = defineAct({
  name: "setLineAside",
  label: { fr: "Écarter une opération", en: "Set an entry of the bank aside" },
  who: "keep the accounts",
  form: Type.Object(
    {
      line: LineId,
      reason: Reason,
      /** Money of its own, for something else: the accountant books it. */
      elsewhere: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  output: output.setLineAside,
  writes: ["bank_line_aside"],
  async perform({ tx, input, actor, today }) {
    const line = await takeLine(tx, actor, input.line);
    if (!line || line.aside !== null) return FORBIDDEN;
    const amount = line.amount < 0 ? line.amount : await unmatched(tx, line);
    const { reason, elsewhere = false } = input;
    await insertAside(tx, { id: newId(), line: line.id, on: today, reason, elsewhere, amount, by: actorName(actor) });
    await keepLineStates(tx, [line.id]);
    return done({}, `bank-line:${line.id}`);
  },
});

/** Undoes setting aside: the line is open again. */
export const takeLineBack = defineAct({
  name: "takeLineBack",
  label: { fr: "Reprendre une opération écartée", en: "Take back an entry that was set aside" },
  who: "keep the accounts",
  form: Type.Object({ line: LineId }, closed),
  output: output.takeLineBack,
  writes: ["bank_line_back"],
  async perform({ tx, input, actor, today }) {
    const line = await takeLine(tx, actor, input.line);
    if (!line || line.aside === null) return FORBIDDEN;
    await insertBack(tx, { id: line.aside, on: today, by: actorName(actor) });
    await keepLineStates(tx, [line.id]);
    return done({}, `bank-line:${line.id}`);
  },
});

/** Money that went out because a cheque or a transfer was not honoured: the payment is reversed, its debtor told, the entry filed. */
export const noteReturned = defineAct({
  name: "noteReturned",
  from: leaves(CHARGE, "reversed"),
  label: {
    fr: "Noter un paiement revenu impayé, d’après la banque",
    en: "Note a payment that came back, by the bank’s entry",
  },
  who: "keep the accounts",
  form: Type.Object(
    {
      line: LineId,
      payment: Id,
      reason: Reason,
      /** Where the bank takes it in another entry. */ bankFee: Type.Optional(Cents),
    },
    closed,
  ),
  output: output.noteReturned,
  shows: { nothing: SHOWN_NOTHING.unchanging },
  writes: ["payment_reversal", "bank_line_aside", "charge", "mail"],
  async perform(context) {
    const { tx, input, actor, today } = context;
    const { reason } = input;
    await keepImportsOut(tx);
    const seen = await paymentToTakeBack(tx, input.payment);
    const unlocked = await findLine(tx, input.line);
    if (!seen || !unlocked || unlocked.amount >= 0 || seen.amount > -unlocked.amount) return FORBIDDEN;
    // What the bank took beyond the payment is its fee.
    const bankFee = -unlocked.amount - seen.amount || input.bankFee;
    const taken = await takeBack(tx, seen, {
      actor,
      on: today,
      since: unlocked.bookedOn,
      reason,
      bounced: true,
      bankFee,
    });
    if (taken === "before") return stale({ reversed: true });
    if (taken !== "done") return FORBIDDEN;
    const line = await takeLine(tx, actor, input.line);
    if (!line) return FORBIDDEN;
    if (line.aside !== null) return stale({ filed: true });
    if (seen.bankLine !== null && (await lockLine(tx, seen.bankLine))) await keepLineStates(tx, [seen.bankLine]);
    const filed = { id: newId(), line: line.id, on: today, reason: `${seen.number} : ${reason}`, elsewhere: false };
    await insertAside(tx, { ...filed, amount: line.amount, by: actorName(actor) });
    await keepLineStates(tx, [line.id]);
    const { charge, debtor } = seen;
    const chain = charge === null ? await debtorChain(tx, debtor!) : chargeChain(charge);
    await tellBounce(context, { ...seen, reason }, chain);
    return done({ charge, debtor }, chain);
  },
});

/**
 * Reverses a payment. One matched by mistake frees its bank line; one that bounced came all the same: its line stays matched, and the debtor
 * is told that they owe it again.
 */
export const reversePayment = defineAct({
  name: "reversePayment",
  from: leaves(CHARGE, "reversed"),
  label: { fr: "Annuler un paiement", en: "Reverse a payment" },
  who: "keep the accounts",
  form: Type.Object(
    {
      payment: Id,
      kind: Type.Optional(oneOf("mistaken", "bounced")),
      /** What the bank takes for it. */
      bankFee: Type.Optional(Cents),
      reason: Reason,
    },
    closed,
  ),
  output: output.reversePayment,
  shows: { nothing: SHOWN_NOTHING.unchanging },
  writes: ["payment_reversal", "charge", "mail"],
  async perform(context) {
    const { tx, actor, today } = context;
    const { payment, kind = "mistaken", bankFee, reason } = context.input;
    const bounced = kind === "bounced";
    if (bankFee !== undefined && !bounced) return invalid([NO_FEE]);
    const seen = await paymentToTakeBack(tx, payment);
    if (!seen) return FORBIDDEN;
    const { charge, debtor } = seen;
    await keepImportsOut(tx);
    const bankLine = seen.bankLine ?? (await tieTo(tx, { payment, slip: null, refund: null }))?.line ?? null;
    const taken = await takeBack(tx, seen, { actor, on: today, reason, bounced, bankFee });
    if (taken === "not theirs") return FORBIDDEN;
    if (taken === "before") return stale({ reversed: true });
    if (taken === "given back") return invalid([GIVEN_BACK]);
    // Locked before it is recomputed: another charge may be paid from it concurrently.
    if (bankLine !== null && (await lockLine(tx, bankLine))) await keepLineStates(tx, [bankLine]);
    const chain = charge === null ? await debtorChain(tx, debtor!) : chargeChain(charge);
    if (bounced) await tellBounce(context, { ...seen, reason }, chain);
    return done({ charge, debtor }, chain);
  },
});

const ChequeForm = Type.Object(
  {
    reference: ShortText,
    amount: Cents,
    drawer: ShortText,
    bank: Type.Optional(ShortText),
    number: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    /** The person confirms that it is another cheque than the earlier one, or the same presented again. */
    again: Type.Optional(Type.Literal(true)),
  },
  closed,
);

/** Cheques deposited together: one slip, one payment each. */
export const recordCheques = defineAct({
  name: "recordCheques",
  label: { fr: "Remettre des chèques", en: "Deposit cheques" },
  who: "keep the accounts",
  form: Type.Object(
    { depositedOn: DaySchema, cheques: Type.Array(ChequeForm, { minItems: 1, maxItems: 200 }) },
    closed,
  ),
  output: output.recordCheques,
  free: FREE.received,
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: ["cheque_slip", "cheque", "payment", "mail"],
  async perform(context) {
    const { tx, actor, today } = context;
    const { depositedOn, cheques } = context.input;
    const { named, issues } = await namedBy(tx, cheques);
    issues.push(...dayIssues("depositedOn", depositedOn, today));
    if (issues.length > 0) return invalid(issues);
    await lockCharges(tx, chargesOf(named), debtorsOf(named));
    issues.push(...(await ownIssues(tx, actor, named)));
    const earlierCheques = await chequesOf(tx, chargesOf(named), debtorsOf(named));
    const known = earlierCheques.map(({ slipNumber, ...cheque }) => ({ cheque, slipNumber }));
    for (const [index, { again, ...entered }] of cheques.entries()) {
      const cheque = { ...entered, names: nameOf(named[index]!) };
      const earlier = known.find((other) => sameCheque(other.cheque, cheque));
      if (earlier && !again) issues.push(broughtBefore(`again-${index}`, earlier.slipNumber));
      known.push({ cheque: { ...cheque, number: entered.number ?? null }, slipNumber: null });
    }
    if (issues.length > 0) return invalid(issues);
    const id = newId();
    const total = cheques.reduce((sum, { amount }) => sum + amount, 0);
    const slipNumber = await insertSlip(tx, { id, depositedOn, count: cheques.length, total });
    const paid: Paid[] = [];
    for (const [position, { amount, drawer, bank = null, number = null }] of cheques.entries()) {
      const cheque = { id: newId(), drawer, bank, number, slip: id, position };
      paid.push({ ...named[position]!, amount, paidOn: depositedOn, means: "cheque", cheque });
    }
    const chain = `cheque-slip:${id}`;
    await recordPayments(context, paid, chain);
    return done({ slip: id, number: slipNumber }, chain);
  },
});

/** An issue on each reference to the actor's own charge or account. */
async function ownIssues(tx: Tx, actor: Actor, named: readonly Names[]): Promise<Issue[]> {
  const own = await ownOf(tx, actor, chargesOf(named));
  return named.flatMap(({ charge, debtor }, place) =>
    (charge === undefined ? isOwn({ debtor }, actor) : own.has(charge))
      ? [{ ...OWN_CHARGE, path: `reference-${place}` }]
      : [],
  );
}

function broughtBefore(path: string, slip: string | null): Issue {
  return {
    path,
    message: (lang) =>
      lang === "fr"
        ? `Ce chèque (même tireur, même numéro, même référence) est déjà ${slip === null ? "saisi plus haut" : `sur le bordereau ${slip}`}. Si c’en est un autre, confirmez-le.`
        : `This cheque (same drawer, same number, same reference) is already ${slip === null ? "entered above" : `on slip ${slip}`}. If it is another, confirm it.`,
  };
}

const TOO_OLD = issue(
  "content",
  "Ce fichier a des opérations plus anciennes que ce que l’école garde : demandez à la banque un fichier qui commence plus tard.",
  "This file has entries older than what the school keeps: ask the bank for a file that begins later.",
);
const NO_FEE = issue(
  "bankFee",
  "La banque ne prend de frais que pour un paiement revenu impayé.",
  "The bank takes a fee for a payment that came back unpaid alone.",
);
const GONE = issue(
  "file",
  "Ce fichier n’est plus en attente : il a été importé, ou lu il y a plus d’une journée. Envoyez-le de nouveau.",
  "This file is no longer waiting: it was imported, or read more than a day ago. Send it again.",
);
const GIVEN_BACK = issue(
  "payment",
  "Une partie de ce paiement a été rendue : elle est à récupérer d’abord.",
  "A part of this payment was given back: it is to be had back first.",
);
const TWICE = issue("reference-1", "La même référence est donnée deux fois.", "The same reference is given twice.");
