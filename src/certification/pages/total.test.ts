/** How the points of an exam come from its marks. */
import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { lawOf } from "../../law/load.ts";
import { laws } from "../../test/law-world.ts";
import { sayTotal } from "./total.ts";

describe("the total of an exam", () => {
  const { domains } = lawOf(laws, "deis", "2006", "faire-ess")!.diploma;
  const exam = (domain: string) => domains.find((one) => one.domain === domain)!.exam;
  const of = (written: number | null, oral: number | null) => [
    { component: "written", mark: written },
    { component: "oral", mark: oral },
  ];

  it("is the weighted sum of the marks of the mémoire (art. 12, 2° of the order)", () => {
    equal(sayTotal(exam("DF1"), of(1200, 1100), 58, "fr"), "12 × 3 + 11 × 2 = 58 sur 100");
    equal(sayTotal(exam("DF1"), of(1250, 1100), 59.5, "en"), "12.5 × 3 + 11 × 2 = 59.5 out of 100");
  });

  it("is the mean of the two marks of the field study", () => {
    equal(sayTotal(exam("DF2"), of(1100, 1200), 11.5, "fr"), "(11 + 12) ÷ 2 = 11,5 sur 20");
  });

  it("says the total alone where there is one mark, or one is missing", () => {
    equal(sayTotal(exam("DF3"), [{ component: "", mark: 1300 }], 13, "fr"), "13 sur 20");
    equal(sayTotal(exam("DF1"), of(1200, null), 58, "fr"), "58 sur 100");
  });
});
