import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { describe, it } from "node:test";
import { BankFileError } from "../rules/bank-line.ts";
import { readApart } from "./reader.ts";

const MiB = 1024 * 1024;
const csv = (rows: string) => Buffer.from(`Date;Libellé;Montant\n${rows}`);
/** Deeper than any statement, and slow: each of these waits for its end. */
const DEEP = Buffer.from("<a>".repeat(1_300_000));
const says = (what: RegExp) => (error: unknown) => error instanceof BankFileError && what.test(error.said.en);

describe("a file of the bank", () => {
  it("is read apart, and refused in the words of whoever reads it", async () => {
    const how = { until: "2026-11-30", place: "a" };
    const { lines, skipped } = await readApart(csv("25/11/2026;VIR;1,00\n01/12/2026;VIR;2,00"), how);
    deepEqual([lines.map(({ amount }) => amount), skipped.length], [[100], 1]);
    await rejects(readApart(Buffer.from(";".repeat(4 * MiB)), how), says(/too long for an entry/));
    await rejects(readApart(csv("25/11/2026;VIR;1,00\n".repeat(130_000)), how), says(/more than 50,000 lines/));
  });

  it("that takes too long or too much is given up, while others are answered, and the next is read", async () => {
    const how = { until: "2026-11-30", place: "a" };
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    const slow = readApart(DEEP, { ...how, most: { timeoutMs: 1_000, memory: 4_000 * MiB } });
    await rejects(slow, says(/too much time or memory/));
    clearInterval(turning);
    ok(turns > 0);
    const heavy = readApart(DEEP, { ...how, most: { timeoutMs: 60_000, memory: 1 } });
    await rejects(heavy, says(/too much time or memory/));
    equal((await readApart(csv("25/11/2026;VIR;1,00"), how)).lines.length, 1);
  });
});
