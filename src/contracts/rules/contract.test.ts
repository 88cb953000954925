/** What still holds of a contract: signatures for their amounts, answers for what they cover. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { laws } from "../../test/law-world.ts";
import { agreementInput, concludedOn, readContract, toHand } from "./contract.ts";
import type { ContractFact, DetailsOf, FactKind, SharedAs } from "./facts.ts";

const money = laws.establishments[0]!.data.money!;
let place = 0;
const fact = <K extends FactKind>(kind: K, on: string, details: DetailsOf[K]) =>
  ({ id: String((place += 1)), kind, on, details }) as unknown as ContractFact;
const share = (source: string, amount: number, more: Partial<SharedAs> = {}): SharedAs => {
  return { source, amount, payer: null, named: null, ...more };
};
const said = (on: string, ...shares: SharedAs[]) => {
  const price = shares.reduce((sum, { amount }) => sum + amount, 0);
  return fact("shares", on, { price, relief: "r", shares, plan: null });
};
const signed = (on: string, source: string, amount: number, grants = 0) =>
  fact("signed", on, {
    source,
    share: amount,
    grants,
    how: "page",
    concluded: "distance",
    startRequested: false,
    stated: ["nature"],
    by: "Ada",
    signature: "s",
  });
const countersigned = (on: string, source: string) => fact("countersigned", on, { source, by: "Dora", signature: "s" });
const granted = (on: string, source: string, amount: number, answer: "granted" | "in-part" | "refused" = "granted") =>
  fact("granted", on, { source, answer, amount, number: null, file: null });
const read = (...facts: ContractFact[]) => readContract(facts, money.payers);
const days = (...facts: ContractFact[]) =>
  read(...facts).contract?.shares.map(({ source, signedOn, grantedOn }) => [source, signedOn ?? grantedOn]);

describe("a contract read from its facts", () => {
  it("is signed on the later of the person’s day and the school’s, and by neither alone", () => {
    const own = said("2027-06-01", share("personal", 100));
    deepEqual(days(own, signed("2027-06-02", "personal", 100)), [["personal", null]]);
    const both = [own, signed("2027-06-02", "personal", 100), countersigned("2027-06-05", "personal")];
    deepEqual(days(...both), [["personal", "2027-06-05"]]);
    deepEqual(concludedOn(read(...both), money.payers), { contractOn: "2027-06-05", givenOn: null });
  });

  it("keeps a signature for its amount alone: shared anew, what changes is signed anew and the rest stands", () => {
    const first = said("2027-06-01", share("employer-plan", 60), share("transition", 50), share("personal", 40));
    const papers = ["employer-plan", "personal"].flatMap((source) => [
      signed("2027-06-02", source, source === "personal" ? 40 : 60),
      countersigned("2027-06-03", source),
    ]);
    const again = said("2027-06-10", share("employer-plan", 60), share("personal", 90));
    deepEqual(days(first, ...papers, again), [
      ["employer-plan", "2027-06-03"],
      ["personal", null],
    ]);
  });

  it("has a convention signed anew where the accord that it bears changes", () => {
    const shares = (opco: number) => [share("employer-plan", 60), share("opco", opco, { behind: "employer-plan" })];
    const paper = [signed("2027-06-02", "employer-plan", 60, 50), countersigned("2027-06-02", "employer-plan")];
    deepEqual(days(said("2027-06-01", ...shares(50)), ...paper)?.[0], ["employer-plan", "2027-06-02"]);
    deepEqual(days(said("2027-06-01", ...shares(50)), ...paper, said("2027-06-03", ...shares(40)))?.[0], [
      "employer-plan",
      null,
    ]);
  });

  it("is short of what a fund does not pay, unless an employer stands behind it", () => {
    const behind = share("opco", 50, { behind: "employer-plan" });
    const shared = said("2027-06-01", share("employer-plan", 0), behind, share("transition", 30));
    const short = (...facts: ContractFact[]) => read(shared, ...facts).contract?.short;
    deepEqual(short(granted("2027-06-02", "opco", 40, "in-part")), []);
    deepEqual(short(granted("2027-06-02", "opco", 0, "refused")), ["opco"]);
    deepEqual(short(granted("2027-06-02", "transition", 29, "in-part")), ["transition"]);
    // An answer counts until the next one.
    deepEqual(short(granted("2027-06-02", "transition", 0, "refused"), granted("2027-06-09", "transition", 30)), []);
  });

  it("asks the decision with a withdrawal of this contract, and not of one that another replaced", () => {
    const facts = [
      said("2027-06-01", share("personal", 100)),
      signed("2027-06-02", "personal", 100),
      countersigned("2027-06-02", "personal"),
      fact("renounced", "2027-06-30", { how: "letter", late: true, file: null }),
    ];
    const stated = { contract: [], convention: [] };
    const asked = (...all: ContractFact[]) => {
      const one = read(...all);
      return agreementInput(
        { ...one, contract: one.contract! },
        { startsOn: "2027-09-13", stated, payers: money.payers },
      );
    };
    equal(asked(...facts).letterOn, "2027-06-30");
    deepEqual(asked(...facts).stated?.contract, ["nature"], "a signed paper keeps saying what it said");
    const anew = [
      said("2027-07-01", share("personal", 90)),
      signed("2027-07-02", "personal", 90),
      countersigned("2027-07-02", "personal"),
    ];
    equal(asked(...facts, ...anew).letterOn, undefined);
  });

  it("owes nothing once withdrawn from in time, and is signed anew whatever its amount once who pays is said again", () => {
    const renounced = (on: string, late: boolean) =>
      fact("renounced", on, { how: "page", late, file: null, place: "kept" });
    const both = (on: string) => [signed(on, "personal", 100), countersigned(on, "personal")];
    const own = (on: string) => said(on, share("personal", 100));
    const first = [own("2027-06-01"), ...both("2027-06-02")];
    const undone = (...facts: ContractFact[]) => {
      const { contract } = read(...facts);
      return [contract!.undone, contract!.shares[0]!.undone, contract!.shares[0]!.signedOn];
    };
    deepEqual(undone(...first, renounced("2027-06-16", true)), [false, false, "2027-06-02"]);
    const left = [...first, renounced("2027-06-16", false)];
    deepEqual(undone(...left), [true, true, "2027-06-02"]);
    deepEqual(undone(...left, own("2027-06-16")), [false, true, null]);
    deepEqual(undone(...left, own("2027-06-16"), ...both("2027-06-16")), [false, false, "2027-06-16"]);
  });

  it("has tariffs and terms handed over to those alone who sign a contract", () => {
    const keys = (...shares: SharedAs[]) => toHand(read(said("2027-06-01", ...shares)), money).length;
    equal(keys(share("personal", 1)) - keys(share("region", 1)), 3);
    equal(keys(share("personal", 1, { platform: true }), share("cpf", 1)), keys(share("region", 1)));
  });
});
