/** The cells of the form by one name each, such as `C-2h` or `F1-a`, and what stands behind each. Pure. */
import type { BpfInput } from "../../../decisions/bpf/rule.ts";
import type { Money } from "../../../law/money.ts";

export const FRAMES = ["C", "E", "F1", "F2", "F3", "F4", "totals", "G"] as const;
export type Frame = (typeof FRAMES)[number];
export type Cell = { readonly frame: Frame; readonly cell: string };

export function cellNamed(name: string): Cell | undefined {
  const [frame = "", ...rest] = name.split("-");
  const found = FRAMES.find((one) => one === frame);
  return found && { frame: found, cell: rest.join("-") };
}

/** The sources of money whose documents stand in a line. */
export function sourcesOf({ payers, declaration }: Money, line: string, fees: string): ReadonlySet<string> {
  const paid = payers.filter((one) => one.line === line).map(({ payer }) => payer);
  return new Set(declaration.fees === line ? [...paid, fees] : paid);
}

type Enrolment = BpfInput["enrolments"][number];

/** Whether the hours of an enrolment stand in a cell. `named`: the specialities that the frame names. */
export function isIn(
  { declaration }: Pick<Money, "declaration">,
  { frame, cell }: Cell,
  named: readonly string[],
): (one: Enrolment) => boolean {
  return (one) => {
    if (frame === "G") return one.entrustedBy !== undefined;
    if (one.entrustedBy !== undefined) return false;
    if (frame === "F1") return declaration.statuses.find(({ status }) => status === one.status)?.cell === cell;
    if (frame === "F2") return one.entrustedTo !== undefined;
    if (frame === "F3") return one.goal === cell;
    if (frame === "F4") return cell === one.speciality || (cell === "others" && !named.includes(one.speciality));
    return frame === "totals";
  };
}
