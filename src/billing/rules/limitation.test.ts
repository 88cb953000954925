import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { laws } from "../../test/law-world.ts";
import { lastDayToClaim } from "./limitation.ts";

const money = laws.establishments[0]!.data.money!;

describe("the last day to claim", () => {
  it("is two years after the due day of a person, five of a body, four of a public body", () => {
    equal(lastDayToClaim("2026-12-01", "person", money), "2028-12-01");
    equal(lastDayToClaim("2026-12-01", "body", money), "2031-12-01");
    equal(lastDayToClaim("2026-12-01", "public", money), "2030-12-01");
  });

  it("is cut to the end of a month, and unknown where the school's file says nothing", () => {
    equal(lastDayToClaim("2028-02-29", "person", money), "2030-02-28");
    const { limitation: _, ...invoices } = money.invoices;
    equal(lastDayToClaim("2026-12-01", "person", { ...money, invoices }), undefined);
  });
});
