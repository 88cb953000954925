/** Hours followed: each day is a sheet of minutes, on which one session after the other claims its own. */
import type { Attendance, HoursAnswer, HoursInput, MinutesOf, Refusal, Session } from "./contract.ts";
import { pathway } from "./pathway.ts";

export function hours(input: HoursInput): HoursAnswer | Refusal {
  const path = pathway(input);
  if ("error" in path) return path;
  const until = input.earlier?.until ?? "";
  const held = input.sessions.filter((session) => session.cancelled !== true && session.on > until);
  const { claimed } = read(input);
  const units = path.units.map(({ unit, remaining: hoursLeft }) => {
    const due = hoursLeft * 60;
    let [planned, done, pending] = [0, 0, 0];
    for (const one of input.earlier?.units ?? []) {
      if (one.unit !== unit) continue;
      planned += one.minutes;
      done += one.minutes;
    }
    for (const session of held) if (session.unit === unit) planned += minutesOf(session).length;
    for (const { session, record } of claimed) {
      if (session.unit !== unit) continue;
      const given = minutesOf(session).length - (record.minutesMissed ?? 0);
      if (record.countersigned) done += given;
      else pending += given;
    }
    const remaining = done > due ? 0 : due - done;
    return { unit, due, planned, done, pending, remaining, beyond: done - due + remaining };
  });
  const totals = units.reduce<MinutesOf>(
    (all, one) => ({
      due: all.due + one.due,
      planned: all.planned + one.planned,
      done: all.done + one.done,
      pending: all.pending + one.pending,
      remaining: all.remaining + one.remaining,
      beyond: all.beyond + one.beyond,
    }),
    { due: 0, planned: 0, done: 0, pending: 0, remaining: 0, beyond: 0 },
  );
  return {
    id: input.id,
    units,
    totals,
    complete: units.every(({ remaining }) => remaining === 0),
    findings: [
      ...(input.earlier && input.earlier.units.length > 0 ? ["earlier true"] : []),
      ...remarked(input).map(({ condition }) => `${condition} false`),
      ...(input.on > "2026-12-31" ? ["unverified null"] : []),
    ],
  };
}

/** What is told, in order, and of which session. */
export function remarked(input: HoursInput): { condition: "covered" | "cancelled" | "overlap"; id: string }[] {
  const { cancelled, crossed, covered } = read(input);
  return [
    ...inOrder(covered).map(({ id }) => ({ condition: "covered" as const, id })),
    ...inOrder(cancelled).map(({ id }) => ({ condition: "cancelled" as const, id })),
    ...inOrder(crossed).map(({ id }) => ({ condition: "overlap" as const, id })),
  ];
}

type Claim = { session: Session; record: Attendance };

function read(input: HoursInput): { claimed: Claim[]; cancelled: Session[]; crossed: Session[]; covered: Session[] } {
  const cancelled: Session[] = [];
  const crossed: Session[] = [];
  const covered: Session[] = [];
  const claimed: Claim[] = [];
  const sheet = new Set<string>();
  for (const wanted of [true, false]) {
    for (const session of inOrder(input.sessions)) {
      const record = input.attendance.filter((one) => one.session === session.id).at(-1);
      if (record === undefined || record.countersigned !== wanted) continue;
      if (record.status === "excused" || record.status === "absent") continue;
      if (session.cancelled === true) {
        cancelled.push(session);
        continue;
      }
      if (session.on > input.on) continue;
      if (input.earlier && session.on <= input.earlier.until) {
        covered.push(session);
        continue;
      }
      const squares = minutesOf(session).map((minute) => `${session.on} ${minute}`);
      if (squares.some((square) => sheet.has(square))) {
        crossed.push(session);
        continue;
      }
      for (const square of squares) sheet.add(square);
      claimed.push({ session, record });
    }
  }
  return { claimed, cancelled, crossed, covered };
}

/** Every minute of a session, the last one excluded, by its number in the day. */
function minutesOf({ from, to }: Session): number[] {
  const [start, end] = [from, to].map((time) => {
    const [hour, minute] = time.split(":").map(Number);
    return hour! * 60 + minute!;
  });
  return Array.from({ length: end! - start! }, (_, at) => start! + at);
}

/** By day and hour, which sort as text, then by the numbers of the characters of the name. */
function inOrder(sessions: Session[]): Session[] {
  const points = (id: string) => Array.from(id, (each) => each.codePointAt(0)!.toString().padStart(8, "0")).join("");
  const key = ({ on, from, id }: Session) => `${on} ${from} ${points(id)}`;
  return [...sessions].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
