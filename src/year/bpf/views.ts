/** The yearly declaration: its years, every line of one beside the year before, and what stands behind a cell. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { FEES } from "../../decisions/bpf/rule.ts";
import { closed } from "../../kit/shapes.ts";
import { YearNumber } from "../figures/views.ts";
import * as output from "./output.ts";
import { namesOf } from "../../people/contact.ts";
import { computed, type Gathered, gathered, specialitiesBetween, yearEnds } from "./reading.ts";
import { accountingYear, dueDay, lastOver } from "./rules/accounting-year.ts";
import { cellNamed, isIn, sourcesOf } from "./rules/cells.ts";
import { countedDocuments, documentIn } from "./rules/counted.ts";
import { formOf, type FormRow } from "./rules/form.ts";
import { depositedAfter, depositsOf, dossiersNumbered, openedYear, openedYears, wasActive } from "./store.ts";

export const seeBpfs = defineView({
  name: "seeBpfs",
  label: { fr: "Voir les bilans pédagogiques et financiers", en: "See the yearly declarations" },
  who: "see the accounts",
  form: Type.Object({}, closed),
  output: output.seeBpfs,
  async read(context) {
    const { tx, today, payee } = context;
    const ends = yearEnds(context);
    if (!payee?.money || ends === undefined) return { years: [] };
    const last = lastOver(ends, today);
    // The one that runs, and the one that ended last, may be read before anything of them is written.
    const running = accountingYear(ends, last.year + 1);
    const by = payee.money.declaration.deposit?.by;
    const all = new Map([running, last].map((one) => [one.year, { ...one, dueOn: dueDay(one, by) }]));
    for (const { id: _, ...one } of await openedYears(tx)) all.set(one.year, one);
    const years = [];
    for (const { year, from, to, dueOn } of [...all.values()].toSorted((a, b) => b.year - a.year)) {
      const [deposit] = await depositsOf(tx, year);
      if (!deposit && !(await wasActive(tx, from, to))) continue;
      const countedIn = deposit ? null : ((await depositedAfter(tx, year)) ?? null);
      const known = deposit ? { version: deposit.version, depositedOn: deposit.depositedOn } : null;
      years.push({ year, from, to, dueOn, over: to < today, countedIn, deposit: known });
    }
    return { years };
  },
});

export const seeBpf = defineView({
  name: "seeBpf",
  label: { fr: "Voir le bilan d’un exercice", en: "See the declaration of an accounting year" },
  who: "see the accounts",
  form: Type.Object({ year: YearNumber }, closed),
  output: output.seeBpf,
  async read(context) {
    const { tx, today, payee, input } = context;
    const { year } = input;
    const ends = yearEnds(context);
    if (ends === undefined) return undefined;
    const [deposited] = await depositsOf(tx, year - 1);
    const first = accountingYear(ends, year - 1);
    const wasThere = deposited !== undefined || (await wasActive(tx, first.from, first.to));
    const [found, earlier] = await Promise.all([
      gathered(context, year),
      deposited || !wasThere ? undefined : gathered(context, year - 1),
    ]);
    if (!found) return undefined;
    const { answer, findings, inputHash } = computed(context, found);
    const before = deposited?.answer ?? (earlier && computed(context, earlier).answer);
    const { entry, from, to, money } = found;
    const { legal, name, legalName, address } = payee!;
    const undeposited = earlier ? [year - 1] : [];
    const deposits = await depositsOf(tx, year);
    const dossiers = await dossiersNumbered(
      tx,
      found.unknown.map(({ called }) => called),
    );
    return {
      year,
      from,
      to,
      dueOn: dueDay(found, money.declaration.deposit?.by),
      over: to < today,
      countedIn: deposits.length > 0 ? null : ((await depositedAfter(tx, year)) ?? null),
      cents: countedDocuments(found.input).reduce((sum, one) => sum + one.cents, 0),
      frames: formOf(money, found.specialities, { now: answer, before }).map((frame) => {
        // What nobody entered of the year before is not known: charges, the share of the turnover, who of the trainers is external.
        const isEntered = frame.frame === "D" || frame.frame === "E" || frame.units.includes("percent");
        const unsaid =
          isEntered &&
          !deposited &&
          (earlier?.entry === undefined || (frame.frame === "E" && earlier.unsaid.length > 0));
        return { ...frame, rows: frame.rows.map((row) => shownRow(unsaid ? { ...row, before: null } : row)) };
      }),
      beforeIs: deposited ? ("deposited" as const) : earlier ? ("computed" as const) : ("none" as const),
      identity: {
        name: legalName ?? name ?? "",
        activity: legal?.activity?.number ?? null,
        siret: legal?.siret ?? null,
        address: [...address],
      },
      findings,
      inputHash,
      entry: entry ? { ...entry, enteredAt: entry.enteredAt.toISOString() } : null,
      teachers: teachersOf(found),
      carried: found.carried,
      lacking: found.lacking,
      unknown: found.unknown.map((one) => ({ ...one, dossier: dossiers.get(one.called)?.dossier ?? null })),
      undeposited,
      deposits,
    };
  },
});

function shownRow({ label, ...row }: FormRow) {
  return typeof label === "string" ? { ...row, label: null, own: label } : { ...row, label, own: null };
}

function teachersOf({ teachers, entry }: Gathered) {
  return teachers.map((one) => ({ ...one, as: entry?.trainers[one.trainer] ?? null }));
}

export const seeBpfDeposit = defineView({
  name: "seeBpfDeposit",
  label: { fr: "Voir un bilan comme il a été déposé", en: "See a declaration as it was deposited" },
  who: "see the accounts",
  form: Type.Object({ year: YearNumber, version: Type.Integer({ minimum: 1, maximum: 10_000 }) }, closed),
  output: output.seeBpfDeposit,
  async read(context) {
    const { tx, payee, input } = context;
    const money = payee?.money;
    const opened = await openedYear(tx, input.year);
    const deposits = await depositsOf(tx, input.year);
    const found = deposits.find(({ version }) => version === input.version);
    if (!money || !opened || !found) return undefined;
    const { year, version, depositedOn, receipt, depositedBy, inputHash, frozenHash, answer, counted, leftOut } = found;
    const { from, to } = opened;
    const specialities = await specialitiesBetween(context, opened);
    const dossiers = await dossiersNumbered(tx, leftOut);
    const names = await namesOf(tx, [depositedBy]);
    return {
      year,
      from,
      to,
      version,
      last: deposits[0]!.version,
      depositedOn,
      receipt,
      by: names[depositedBy] ?? "–",
      inputHash,
      frozenHash,
      frames: formOf(money, specialities, { now: answer, before: undefined }).map((frame) => ({
        ...frame,
        rows: frame.rows.map(shownRow),
      })),
      documents: counted.map(({ document, number, source, amount: cents }) => {
        const { kind, charge } = documentIn(document);
        const payer = money.payers.find((one) => one.payer === source);
        const line = payer?.line ?? (source === FEES ? money.declaration.fees : "");
        return { document, number, kind, charge, line, source: payer?.label ?? null, cents };
      }),
      leftOut: leftOut.map((called) => {
        const one = dossiers.get(called);
        return { called, name: one?.name ?? null, dossier: one?.dossier ?? null };
      }),
    };
  },
});

export const seeBpfCell = defineView({
  name: "seeBpfCell",
  label: { fr: "Voir ce que compte une case du bilan", en: "See what a cell of the declaration counts" },
  who: "see the accounts",
  form: Type.Object({ year: YearNumber, cell: Type.String({ pattern: "^[A-Za-z0-9-]{1,40}$" }) }, closed),
  output: output.seeBpfCell,
  async read(context) {
    const { input: asked } = context;
    const cell = cellNamed(asked.cell);
    const documents = cell?.frame === "C";
    const found =
      cell && (await gathered(context, asked.year, { documents, people: !documents && cell.frame !== "E" }));
    if (!cell || !found) return undefined;
    const { input, money, people } = found;
    const { answer } = computed(context, found);
    const frames = formOf(money, found.specialities, { now: answer, before: undefined });
    const row = frames.flatMap(({ rows }) => rows).find((one) => one.cell === asked.cell);
    if (!row) return undefined;
    const { frame, cell: place } = cell;
    const { label, own, mark } = shownRow(row);
    const named = answer.F4.map((one) => one.cell);
    const inCell = isIn(money, cell, named);
    return {
      label,
      own,
      mark,
      frame,
      documents: frame === "C" ? documentsOf(found, sourcesOf(money, place, FEES)) : [],
      people: frame === "C" || frame === "E" ? [] : people.filter((one) => inCell(one.input)),
      teachers: frame === "E" ? teachersOf(found).filter((one) => one.as === place) : [],
    };

    function documentsOf({ documents }: Gathered, sources: ReadonlySet<string>) {
      const lines = new Map(input.lines.map((line) => [`${line.document} ${line.source}`, line]));
      return countedDocuments(input)
        .filter(({ source }) => sources.has(source))
        .map(({ document, source, ...sums }) => {
          const line = lines.get(`${document} ${source}`);
          const { number, invoice, charge, name, called } = documents.get(document)!;
          const known = { document, number, invoice, charge, name, called };
          return line
            ? { ...known, kind: line.kind, on: line.on, period: line.period ?? null, amount: line.amount, ...sums }
            : { ...known, kind: "declared" as const, on: null, period: null, amount: null, ...sums };
        });
    }
  },
});
