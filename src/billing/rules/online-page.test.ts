import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import {
  heldBy,
  LONGEST_DAYS,
  type PageFact,
  pageState,
  type PageState,
  type PageTold,
  payingOf,
} from "./online-page.ts";

const told = (page: PageTold | null, outcome = "noted", settled = false): PageFact => ({ page, outcome, settled });
const money = told(null, "recorded");
const strange = told(null, "currency");

describe("a page of the provider", () => {
  it("is open until something is told of it", () => {
    equal(pageState([]), "open");
    equal(pageState([told(null)]), "open");
  });

  it("is paid by money that is recorded, whatever else is told, before or after", () => {
    for (const other of [told("under-way"), told("ended"), told("failed"), strange, told(null)]) {
      equal(pageState([money, other]), "paid");
      equal(pageState([other, money]), "paid");
    }
  });

  it("is looked at while money came that fits no charge, and over once a person saw to all of it", () => {
    const seen = told(null, "currency", true);
    equal(pageState([strange]), "looked-at");
    equal(pageState([strange, told("failed")]), "looked-at");
    equal(pageState([seen, strange]), "looked-at");
    equal(pageState([seen]), "ended");
    equal(pageState([seen, told("under-way")]), "ended");
  });

  it("is what was told of it, and over though it is said to be under way later", () => {
    for (const one of ["under-way", "ended", "failed"] as const) equal(pageState([told(null), told(one)]), one);
    equal(pageState([told("ended"), told("under-way")]), "ended");
    equal(pageState([told("under-way"), told("ended")]), "ended");
    equal(pageState([told("ended"), told("failed")]), "failed");
    equal(pageState([told("under-way"), told("failed")]), "failed");
  });
});

describe("who owes and has pages open", () => {
  const at = new Date("2026-11-25T12:00:00Z");
  const daysAgo = (days: number, milliseconds = 0) => new Date(at.getTime() - days * 86_400_000 - milliseconds);
  const wish = (state: PageState, more: { amount?: number; session?: string | null; wishedAt?: Date } = {}) => ({
    state,
    amount: 160_00,
    session: "s1",
    wishedAt: daysAgo(1),
    ...more,
  });
  const paying = (...wishes: ReturnType<typeof wish>[]) => payingOf(wishes, { balance: 160_00, at });

  it("goes on with the last one, for what is still owed and as long as it may be paid", () => {
    equal(paying(wish("open")), "open");
    equal(paying(wish("open"), wish("failed")), "open");
    equal(paying(wish("open", { amount: 50_00 })), null, "another amount");
    equal(paying(wish("open", { session: null })), null, "the provider gave no page");
    equal(paying(wish("open", { wishedAt: daysAgo(LONGEST_DAYS, -1) })), "open");
    equal(paying(wish("open", { wishedAt: daysAgo(LONGEST_DAYS) })), null, "nothing more comes of it");
  });

  it("reads that the last one failed, and nothing of one that is paid or over", () => {
    equal(paying(wish("failed"), wish("open")), "failed");
    equal(paying(wish("paid")), null);
    equal(paying(wish("ended"), wish("failed")), null);
    equal(paying(), null);
  });

  it("opens no other while money may be here already, on whichever page", () => {
    equal(paying(wish("open"), wish("under-way")), "under-way");
    equal(paying(wish("failed"), wish("looked-at")), "looked-at");
    equal(paying(wish("under-way"), wish("looked-at")), "looked-at");
    equal(heldBy([wish("under-way")]), "under-way");
    equal(heldBy([wish("open"), wish("paid"), wish("ended"), wish("failed")]), undefined);
  });
});
