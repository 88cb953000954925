/** Money received at the bank, for the office. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { DaySchema } from "../billing/charges/forms.ts";
import { chargesByReference, isOwn } from "../billing/charges/hands.ts";
import { type Planned, planImport } from "./rules/bank-plan.ts";
import { dossiersIn, type KnownCharge, type Match, type NamedPayer, payersIn, type Why } from "./rules/matching.ts";
import { referencesIn } from "../billing/rules/payment-reference.ts";
import { FileId } from "./acts.ts";
import { LineId } from "./taking.ts";
import { COMPARED, type ImportPlan, known, planOf, type Told } from "./plan.ts";
import {
  asideLines,
  type Bounced,
  bouncedOf,
  chargesToPropose,
  countAsideLines,
  countOpenLines,
  countSomeOpenLines,
  findLine,
  linesOfFile,
  type LineState,
  knownPayers,
  openCalled,
  openLines,
  recordedTransfers,
  type Returnable,
  returnable,
  type Typed,
  typedOf,
  unmatched,
} from "./store.ts";
import { type GivenBack, refundsToSee, slipsToTell, type Tie, tiesOf } from "./ties/store.ts";
import { type Draft, findBankFile, findDraft, lastBankFiles } from "./files/store.ts";
import { findSlip, lastSlips, type Slip } from "./slips/store.ts";
import { addDays } from "../kit/day.ts";
import { Id, closed } from "../kit/shapes.ts";
import * as output from "./output.ts";

export type { Slip, SlipCheque } from "./slips/store.ts";

const SHOWN = 20;
/** A fund pays for so many people at once. */
const MOST_OF_DOSSIERS = 20;
const PAGE = 50;
const Nothing = Type.Object({}, closed);

export const seeBank = defineView({
  name: "seeBank",
  label: { fr: "Voir la banque", en: "See the bank" },
  who: "see the accounts",
  form: Nothing,
  output: output.seeBank,
  async read({ tx }) {
    const files = (await lastBankFiles(tx, SHOWN)).map(({ importedAt, ...file }) => ({
      ...file,
      importedAt: importedAt.toISOString(),
    }));
    const aside = await countAsideLines(tx);
    return { files, open: await countOpenLines(tx), aside, slips: await lastSlips(tx, SHOWN) };
  },
});

/** Counted up to `MOST_COUNTED`. */
export const seeToReconcile = defineView({
  name: "seeToReconcile",
  label: { fr: "Voir combien d’opérations restent à rapprocher", en: "See how many entries remain to be reconciled" },
  who: "see the accounts",
  form: Nothing,
  output: output.seeToReconcile,
  async read({ tx }) {
    return { count: await countSomeOpenLines(tx) };
  },
});

/** The lines of a file, and what became of each. */
export const seeBankFile = defineView({
  name: "seeBankFile",
  label: { fr: "Voir les opérations d’un fichier importé", en: "See the entries of an imported file" },
  who: "see the accounts",
  form: Type.Object({ file: FileId, after: Type.Optional(Type.Integer({ minimum: 0 })) }, closed),
  output: output.seeBankFile,
  async read({ tx, input: { file: id, after = -1 } }) {
    const file = await findBankFile(tx, id);
    if (!file) return undefined;
    const page = await linesOfFile(tx, id, after, PAGE + 1);
    const lines = page.slice(0, PAGE);
    const next = page.length > PAGE ? lines.at(-1)!.position : null;
    return { file: { ...file, importedAt: file.importedAt.toISOString() }, lines, next };
  },
});

export const listAsideLines = defineView({
  name: "listAsideLines",
  label: { fr: "Voir les opérations écartées", en: "See the entries set aside" },
  who: "see the accounts",
  form: Type.Object(
    { after: Type.Optional(Type.Object({ setOn: DaySchema, id: Type.String({ maxLength: 64 }) }, closed)) },
    closed,
  ),
  output: output.listAsideLines,
  async read({ tx, input: { after } }) {
    const page = await asideLines(tx, after, PAGE + 1);
    const lines = page.slice(0, PAGE);
    const last = lines.at(-1);
    const next = page.length > PAGE && last ? { setOn: last.setOn, id: last.aside! } : null;
    return { lines, next };
  },
});

export type SeenDraft = Omit<Draft, "lines"> &
  Omit<ImportPlan, "charges" | "planned" | "told"> & {
    readonly charges: readonly KnownCharge[];
    readonly planned: readonly (Planned & { readonly told: Told | null })[];
  };

/** The plan of the import of a draft. */
export const seeBankDraft = defineView({
  name: "seeBankDraft",
  label: { fr: "Voir ce que fera un import", en: "See what an import will do" },
  who: "keep the accounts",
  form: Type.Object({ file: FileId }, closed),
  output: output.seeBankDraft,
  async read({ tx, input: { file }, sameWithin, actor }): Promise<SeenDraft | undefined> {
    const draft = await findDraft(tx, file);
    if (!draft) return undefined;
    const { planned, charges, known, aside, spent, told } = await planOf(tx, draft, { sameWithin, actor });
    const { lines: _, ...described } = draft;
    const spoken = new Set(planned.flatMap(({ match }) => chargesIn(match)));
    return {
      ...described,
      planned: planned.map((one) => ({ ...one, told: told.get(one.key) ?? null })),
      known,
      aside,
      spent,
      charges: [...charges.values()].filter(({ id }) => spoken.has(id)),
    };
  },
});

function chargesIn(match: Match): string[] {
  if (match.kind === "exact") return match.shares.map(({ charge }) => charge);
  return match.kind === "proposed" ? match.proposals.map(({ charge }) => charge) : [];
}

export const listBankLines = defineView({
  name: "listBankLines",
  label: { fr: "Voir les opérations à rapprocher", en: "See the entries to match" },
  who: "see the accounts",
  form: Type.Object({ after: Type.Optional(Type.Object({ bookedOn: DaySchema, id: LineId }, closed)) }, closed),
  output: output.listBankLines,
  async read({ tx, input: { after } }) {
    const page = await openLines(tx, after, PAGE + 1);
    const lines = page.slice(0, PAGE);
    const last = lines.at(-1);
    const next = page.length > PAGE && last ? { bookedOn: last.bookedOn, id: last.id } : null;
    return { lines, next, open: await countOpenLines(tx) };
  },
});

export type SeenLine = {
  readonly line: LineState;
  /** What is left to match. */
  readonly left: number;
  readonly proposals: readonly (KnownCharge & { readonly why: readonly Why[] })[];
  /** Of the register: what came in may be theirs, without a charge. */
  readonly payers: readonly NamedPayer[];
  /** Perhaps the same money: transfers that were typed, some days around. */
  readonly typed: readonly Typed[];
  /** Perhaps these cheques. */
  readonly slips: readonly Slip[];
  /** Of money that went out: the payments that may have come back. */
  readonly returned: readonly Returnable[];
  /** Those noted as unpaid already, since some days before. */
  readonly bounced: readonly Bounced[];
  /** Of money that went out: the refunds that it may be. */
  readonly refunds: readonly GivenBack[];
  /** What it is known to tell of. */
  readonly ties: readonly Tie[];
};
const MOST_TOLD = 10;

/** One line, and the charges that it may be for. */
export const seeBankLine = defineView({
  name: "seeBankLine",
  label: { fr: "Voir une opération de la banque", en: "See an entry of the bank" },
  who: "see the accounts",
  form: Type.Object({ line: LineId }, closed),
  output: output.seeBankLine,
  async read({ tx, input, sameWithin, actor, today }): Promise<SeenLine | undefined> {
    const line = await findLine(tx, input.line);
    if (!line) return undefined;
    const out = line.amount < 0;
    const left = await unmatched(tx, line);
    const named = await chargesByReference(tx, referencesIn(line));
    const byReference = new Map(named.map((one) => [one.reference, known(one)]));
    const open = out ? [] : await chargesToPropose(tx, [{ ...line, amount: left }], COMPARED);
    const recorded = await recordedTransfers(tx, [...byReference.values()]);
    const facts = {
      lines: [{ ...line, amount: out ? line.amount : left }],
      keys: [line.id],
      stored: new Map(),
      byReference,
      open,
    };
    const own = new Set(named.filter((one) => isOwn(one, actor)).map(({ id }) => id));
    const [planned] = planImport({ ...facts, recorded, sameWithin, own });
    const match: Match = planned?.match ?? { kind: "none" };
    const charges = new Map([...byReference.values(), ...open].map((one) => [one.id, one]));
    const called = out || named.length > 0 ? [] : await openCalled(tx, dossiersIn(line), MOST_OF_DOSSIERS);
    const why: { charge: string; why: readonly Why[] }[] =
      match.kind === "proposed"
        ? [...match.proposals]
        : chargesIn(match).map((charge) => ({ charge, why: ["reference"] }));
    const proposals = why.flatMap(({ charge, why: reasons }) => {
      const known = charges.get(charge);
      return known ? [{ ...known, why: reasons }] : [];
    });
    const ofDossiers = called.map((one) => ({ ...one, why: ["dossier"] as const }));
    const others = proposals.filter(({ id }) => !called.some((one) => one.id === id));
    const payers = out ? [] : payersIn(line, await knownPayers(tx));
    const around = { from: addDays(line.bookedOn, -sameWithin), to: addDays(line.bookedOn, sameWithin) };
    return {
      line,
      left,
      proposals: [...ofDossiers, ...others],
      payers,
      typed: left > 0 ? await typedOf(tx, [left], around, MOST_TOLD) : [],
      slips: left > 0 ? await slipsToTell(tx, [left], around.to, MOST_TOLD) : [],
      returned: left < 0 && line.aside === null ? await returnable(tx, [-left], line.bookedOn, MOST_TOLD) : [],
      bounced: left < 0 && line.aside === null ? await bouncedOf(tx, -left, { ...around, to: today }, MOST_TOLD) : [],
      refunds: left < 0 && line.aside === null ? await refundsToSee(tx, [-left], around.to, MOST_TOLD) : [],
      ties: await tiesOf(tx, line.id),
    };
  },
});

export const seeSlip = defineView({
  name: "seeSlip",
  label: { fr: "Voir un bordereau de remise", en: "See a deposit slip" },
  who: "see the accounts",
  form: Type.Object({ id: Id }, closed),
  output: output.seeSlip,
  async read({ tx, input: { id } }) {
    return findSlip(tx, id);
  },
});
