/** Whether the clock is to be believed by what erases, closes and seals. Pure. */

/** `far`: in how many days it is beyond where it was, `behind` in how many before; `apart`: by how many minutes from the database’s. */
export type ClockFault =
  | { readonly kind: "far" | "behind"; readonly since: Date; readonly days: number }
  | { readonly kind: "apart"; readonly minutes: number };

export type Clocks = {
  readonly now: Date;
  /** The database server’s, where it is another machine’s. */
  readonly server: Date | undefined;
  /** Up to when the calendar ran with a clock that was believed. */
  readonly mark: Date | undefined;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Two machines that ask the time of a network are within a second; ten minutes are no drift. */
export const APART_MINUTES = 10;
/** A service may sleep for so long and wake by itself: see docs/decisions/clock.md. */
const FAR_DAYS = 40;

export function clockFault({ now, server, mark }: Clocks): ClockFault | undefined {
  const apart = server === undefined ? 0 : Math.abs(now.getTime() - server.getTime());
  if (apart > APART_MINUTES * MINUTE) return { kind: "apart", minutes: Math.round(apart / MINUTE) };
  if (mark === undefined) return undefined;
  const since = now.getTime() - mark.getTime();
  const days = Math.round(Math.abs(since) / DAY);
  if (since < -APART_MINUTES * MINUTE) return { kind: "behind", since: mark, days };
  return since > FAR_DAYS * DAY ? { kind: "far", since: mark, days } : undefined;
}
