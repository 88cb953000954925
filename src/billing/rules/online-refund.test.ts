import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { leftOf, onlineRefundState } from "./online-refund.ts";

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
