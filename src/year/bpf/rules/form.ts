/** The frames of the form with their rows in its order: the values of a year, and those of the year before. Pure. */
import { type BpfAnswer, OTHERS } from "../../../decisions/bpf/rule.ts";
import type { Label } from "../../../kit/lang.ts";
import type { Money } from "../../../law/money.ts";
import type { Frame } from "./cells.ts";

type Answer = Omit<BpfAnswer, "findings">;

/** What is in a column: whole euros, a percentage, people, hours. */
type Unit = "euros" | "percent" | "people" | "hours";
/** The rows that the law does not name. */
type OwnRow =
  | "two"
  | "total"
  | "share"
  | "charges"
  | "trainerSalaries"
  | "purchases"
  | "staff"
  | "external"
  | "entrustedTo"
  | "all"
  | "entrustedBy"
  | "others";

export type FormRow = {
  /** As an address names it; null where nothing stands behind but what was entered. */
  readonly cell: string | null;
  /** The line or letter of the form; empty where it has none. */
  readonly mark: string;
  readonly label: Label | OwnRow;
  readonly values: readonly (number | null)[];
  readonly before: readonly (number | null)[] | null;
};
export type FormFrame = {
  readonly frame: Frame | "D";
  readonly units: readonly Unit[];
  readonly rows: readonly FormRow[];
};

/** What nothing names any more: its code stands beside it. */
const named = (code: string): Label => ({ fr: code, en: code });

type Values = (of: Answer) => readonly (number | null)[] | undefined;

export function formOf(
  { declaration }: Pick<Money, "declaration">,
  specialities: ReadonlyMap<string, Label>,
  { now, before }: { readonly now: Answer; readonly before: Answer | undefined },
): FormFrame[] {
  const row = (cell: string | null, mark: string, label: FormRow["label"], values: Values): FormRow => ({
    cell,
    mark,
    label,
    values: values(now)!,
    before: (before && values(before)) ?? null,
  });
  const both = (one: { readonly people: number; readonly hours: number } | undefined) => one && [one.people, one.hours];
  const framed = (frame: "F1" | "F3" | "F4", mark: string, label: FormRow["label"], cell: string) =>
    row(`${frame}-${cell}`, mark, label, (of) => both(of[frame].find((one) => one.cell === cell)));
  const all = row("totals", "", "all", ({ totals }) => both(totals));
  const HEADS = ["people", "hours"] as const;
  return [
    {
      frame: "C",
      units: ["euros"],
      rows: [
        // As the answer has them: what was deposited may have been so by another form than that of today.
        ...now.C.lines.map(({ line }) =>
          row(`C-${line}`, line, declaration.lines.find((one) => one.line === line)?.label ?? named(""), ({ C }) => {
            const found = C.lines.find((one) => one.line === line);
            return found && [found.euros];
          }),
        ),
        row(null, "2", "two", ({ C }) => [C.two]),
        row(null, "", "total", ({ C }) => [C.total]),
      ],
    },
    { frame: "C", units: ["percent"], rows: [row(null, "", "share", ({ C }) => [C.share])] },
    {
      frame: "D",
      units: ["euros"],
      rows: [
        row(null, "", "charges", ({ D }) => [D.total]),
        row(null, "", "trainerSalaries", ({ D }) => [D.trainerSalaries]),
        row(null, "", "purchases", ({ D }) => [D.purchases]),
      ],
    },
    {
      frame: "E",
      units: HEADS,
      rows: [
        row("E-staff", "", "staff", ({ E }) => both(E.staff)),
        row("E-external", "", "external", ({ E }) => both(E.external)),
      ],
    },
    {
      frame: "F1",
      units: HEADS,
      rows: [
        ...now.F1.map(({ cell }) => {
          const inCell = declaration.statuses.filter((one) => one.cell === cell).map(({ label }) => label);
          const label = { fr: inCell.map(({ fr }) => fr).join(" ; "), en: inCell.map(({ en }) => en).join("; ") };
          return framed("F1", cell, label, cell);
        }),
        all,
      ],
    },
    { frame: "F2", units: HEADS, rows: [row(null, "", "entrustedTo", ({ F2 }) => both(F2))] },
    {
      frame: "F3",
      units: HEADS,
      rows: [
        ...now.F3.map(({ cell }) =>
          framed("F3", "", declaration.goals.find(({ goal }) => goal === cell)?.label ?? named(cell), cell),
        ),
        all,
      ],
    },
    {
      frame: "F4",
      units: HEADS,
      rows: [
        ...now.F4.map(({ cell }) => {
          const label = specialities.get(cell) ?? (cell === OTHERS ? ("others" as const) : named(""));
          return framed("F4", cell === OTHERS ? "" : cell, label, cell);
        }),
        all,
      ],
    },
    { frame: "G", units: HEADS, rows: [row("G", "", "entrustedBy", ({ G }) => both(G))] },
  ];
}
