import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { HANGS_DAYS, isStuck, leftOf, onlineRefundState } from "./online-refund.ts";

describe("a refund asked of the provider of a payment", () => {
  it("is asked, then accepted, then given, in whatever order its provider tells", () => {
    equal(onlineRefundState([], false), "asked");
    equal(onlineRefundState(["accepted"], false), "accepted");
    equal(onlineRefundState(["accepted", "given"], false), "given");
    equal(onlineRefundState(["given", "accepted"], false), "given");
  });

  it("has failed where it was refused, or where nothing was given after all, however late", () => {
    equal(onlineRefundState([], true), "failed");
    equal(onlineRefundState(["accepted", "given", "failed"], false), "failed");
  });
});

describe("a refund about which nobody asks any more", () => {
  const askedAt = new Date("2026-03-01T09:00:00Z");
  const at = (days: number, more = 0) => new Date(askedAt.getTime() + days * 86_400_000 + more);
  const stuck = (state: Parameters<typeof isStuck>[0]["state"], days: number, paysOnline = true, more = 0) =>
    isStuck({ state, askedAt }, { paysOnline, at: at(days, more) });

  it("is one on its way for longer than a provider takes, to the millisecond", () => {
    deepEqual(
      [stuck("accepted", 1), stuck("accepted", HANGS_DAYS), stuck("accepted", HANGS_DAYS, true, 1)],
      [false, false, true],
    );
    // The provider has not yet taken it in: it is asked again.
    equal(stuck("asked", HANGS_DAYS + 1), false);
  });

  it("is one that is not over, where the school has no key any more", () => {
    deepEqual([stuck("asked", 0, false), stuck("accepted", 0, false)], [true, true]);
  });

  it("is never one that was given, or failed", () => {
    for (const state of ["given", "failed"] as const)
      deepEqual([stuck(state, HANGS_DAYS + 1), stuck(state, HANGS_DAYS + 1, false)], [false, false]);
  });
});

describe("what a payment still holds", () => {
  const payment = { id: "p", amount: 160_00, online: "x", reversed: false };
  const refund = { payment: "p", amount: 50_00, state: "asked" } as const;

  it("is what was paid, without each refund of it that did not fail", () => {
    const others = [{ ...refund, payment: "q" }, { ...refund, state: "failed" } as const];
    deepEqual([leftOf(payment, []), leftOf(payment, others)], [160_00, 160_00]);
    equal(leftOf(payment, [refund, { ...refund, state: "given" }, ...others]), 60_00);
  });

  it("is nothing where it was not paid online, or was taken back", () => {
    equal(leftOf({ ...payment, online: null }, []), 0);
    equal(leftOf({ ...payment, reversed: true }, []), 0);
  });
});
