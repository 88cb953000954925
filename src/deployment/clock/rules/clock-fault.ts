/** Whether the clock can be trusted by duties that erase, close and seal. Pure. */

/** `far`: days after the last run of the calendar, `behind`: days before it; `apart`: minutes from the database server’s clock. */
export type ClockFault =
  | { readonly kind: "far" | "behind"; readonly since: Date; readonly days: number }
  | { readonly kind: "apart"; readonly minutes: number };

export type Clocks = {
  readonly now: Date;
  /** The database server’s clock, where it runs on another machine. */
  readonly server: Date | undefined;
  /** When the calendar last ran with a trusted clock. */
  readonly mark: Date | undefined;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Two machines on NTP are within a second of each other; ten minutes are no drift. */
export const APART_MINUTES = 10;
/** The longest stop after which a service resumes by itself: see docs/decisions/clock.md. */
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
