/**
 * Money that came to the bank and is matched with nothing: it stands on the account of what waits, and leaves it once it is matched.
 *
 * An entry of 300 of 3 March, of which 200 pay an invoice when March is closed: 512 by 100 to the waiting account; the 200 came by their
 * payment. The other 100, matched in April: from the waiting account to 411, on the first open day. Matched before March is closed, they never
 * stand there.
 */
import type { Day } from "../../kit/day.ts";
import type { Chart } from "./chart.ts";
import type { Booked, Entry, Silent } from "./debtor.ts";
import { type Closed, dayBooked, type LineFact, orderAtBank, orderOf } from "./facts.ts";

type Asked = { readonly closed: Closed; readonly firstOpen: Day; readonly until: Day; readonly again: boolean };

export function waitingEntries(chart: Chart, lines: readonly LineFact[], asked: Asked): Booked {
  const all = lines.map((line) => entriesOfLine(chart, line, asked));
  return { entries: all.flatMap(({ entries }) => entries), silent: all.flatMap(({ silent }) => silent) };
}

function entriesOfLine(chart: Chart, line: LineFact, asked: Asked): Booked {
  const { closed, until, again } = asked;
  const { movement } = line;
  const entries: Entry[] = [];
  const silent: Silent[] = [];
  const begun = dayBooked(asked, line.key, line.on);
  const book = (kind: "received" | "told", key: string, on: Day, amount: number, pieceOn: Day) => {
    const open = !closed.booked.has(key);
    if (on > until || !(open || again)) return;
    if (amount === 0) {
      if (open) silent.push({ fact: key, on });
      return;
    }
    const words = kind === "received" ? "Encaissement à identifier" : "Encaissement identifié";
    entries.push({
      fact: key,
      place: 0,
      debtor: null,
      journal: "bank",
      on,
      piece: line.piece,
      pieceOn,
      label: `${words} ${line.piece}`,
      ...(kind === "received" ? { movement } : {}),
      order:
        kind === "received" ? orderAtBank({ kind, key, on: line.on, movement }) : orderOf({ kind, key, on: line.on }),
      lines: [
        chart.line(amount > 0 ? "bank" : "waiting", Math.abs(amount), null),
        chart.line(amount > 0 ? "waiting" : "bank", -Math.abs(amount), null),
      ],
    });
  };
  // What was matched by then came to the bank under its own fact; what was taken back before the line was first booked went back there.
  const direct =
    sum(line.payments.filter(({ key }) => dayBooked(asked, key, line.on) <= begun)) -
    sum(line.takenBack.filter(({ key, on }) => dayBooked(asked, key, on) < begun));
  const [then, later] = parted(line.told, ({ key }) => dayBooked(asked, key, line.on) <= begun);
  book("received", line.key, begun, line.amount - direct - sum(then), line.on);
  for (const { key, pieceOn } of then) book("told", key, dayBooked(asked, key, line.on), 0, pieceOn);
  for (const { key, pieceOn, amount } of later) book("told", key, dayBooked(asked, key, line.on), -amount, pieceOn);
  return { entries, silent };
}

function parted<T>(all: readonly T[], first: (one: T) => boolean): [T[], T[]] {
  return [all.filter(first), all.filter((one) => !first(one))];
}

function sum(all: readonly { readonly amount: number }[]): number {
  return all.reduce((total, { amount }) => total + amount, 0);
}
