/** What certificates in force attest of training, and what of it none of them does. Pure. */
import type { Day } from "../../../kit/day.ts";

type HalfDay = { readonly on: Day; readonly half: string; readonly billed: number };
/** Of these days. */
export type Certificate = { readonly from: Day; readonly to: Day; readonly halfDays: readonly HalfDay[] };

/** Until a day; of days that several say, as the latest says. `certificates`: latest first. */
export function attestedUntil(certificates: readonly Certificate[], until: Day): HalfDay[] {
  return certificates.flatMap(({ halfDays }, at) =>
    halfDays.filter(
      ({ on }) => on <= until && !certificates.slice(0, at).some(({ from, to }) => from <= on && on <= to),
    ),
  );
}

export function minutesOf(halfDays: readonly HalfDay[]): number {
  return halfDays.reduce((sum, { billed }) => sum + billed, 0);
}

/** The first and the last day of which more was followed than is attested; undefined where there is none. */
export function unattested(
  followed: readonly HalfDay[],
  attested: readonly HalfDay[],
): { readonly from: Day; readonly to: Day } | undefined {
  const keyOf = ({ on, half }: HalfDay) => `${on} ${half}`;
  const said = new Map(attested.map((one) => [keyOf(one), one.billed]));
  const days = followed
    .filter((one) => one.billed > (said.get(keyOf(one)) ?? 0))
    .map(({ on }) => on)
    .toSorted();
  return days.length === 0 ? undefined : { from: days[0]!, to: days.at(-1)! };
}
