import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { itemsOf, itemTasks } from "./complement.ts";
import { nextThing, type Situation } from "./next.ts";

const submitted = { state: "submitted", dueOn: null, open: [] } as const;
const complement = { state: "complement", dueOn: "2027-03-01", open: ["contact"] } as const;
const due = (balance: number, dueOn: string) => ({ balance, dueOn, reference: `ref-${dueOn}` });
const quiet: Situation = { state: submitted, today: "2027-02-01", left: 0, toConfirm: false, unanswered: 0, dues: [] };
const next = (situation: Partial<Situation>) => nextThing({ ...quiet, ...situation });

describe("the one thing to do next", () => {
  it("is nothing where nothing waits for the person", () => deepEqual(next({}), { do: "nothing" }));

  it("is to answer a complement, before all else, on its day still in time", () => {
    const busy = { state: complement, unanswered: 2, toConfirm: true, dues: [due(5000, "2027-02-01")] };
    deepEqual(next(busy), { do: "answer", dueOn: "2027-03-01", late: false });
    deepEqual(next({ ...busy, today: "2027-03-01" }), { do: "answer", dueOn: "2027-03-01", late: false });
    deepEqual(next({ ...busy, today: "2027-03-02" }), { do: "answer", dueOn: "2027-03-01", late: true });
  });

  it("is to finish a draft, and once nothing is left, to submit it, whatever was written or is owed", () => {
    const draft = {
      state: { state: "draft", dueOn: null, open: "all" } as const,
      unanswered: 1,
      dues: [due(1, "2027-02-01")],
    };
    deepEqual(next({ ...draft, left: 3 }), { do: "finish", left: 3 });
    deepEqual(next({ ...draft, left: 0 }), { do: "submit" });
  });

  it("is to confirm what the school entered, then to read, then to pay", () => {
    const dues = [due(5000, "2027-02-10")];
    deepEqual(next({ toConfirm: true, unanswered: 1, dues }), { do: "confirm" });
    deepEqual(next({ unanswered: 2, dues }), { do: "reply", messages: 2 });
    deepEqual(next({ dues }), {
      do: "pay",
      balance: 5000,
      dueOn: "2027-02-10",
      reference: "ref-2027-02-10",
      late: false,
    });
  });

  it("says of a day that has passed that it has, and asks nothing of whoever is not examined", () => {
    const dues = [due(5000, "2027-01-31")];
    deepEqual(next({ dues }), {
      do: "pay",
      balance: 5000,
      dueOn: "2027-01-31",
      reference: "ref-2027-01-31",
      late: true,
    });
    deepEqual(next({ dues, today: "2027-01-31" }), {
      do: "pay",
      balance: 5000,
      dueOn: "2027-01-31",
      reference: "ref-2027-01-31",
      late: false,
    });
    const declined = { state: "declined", dueOn: null, open: [] } as const;
    deepEqual(next({ state: declined, dues }), { do: "nothing" });
    deepEqual(next({ state: declined, dues, unanswered: 1 }), { do: "reply", messages: 1 });
  });

  it("is to pay what is due first, of what is still owed", () => {
    const dues = [due(300, "2027-02-20"), due(0, "2027-02-01"), due(200, "2027-02-10"), due(100, "2027-02-15")];
    deepEqual(next({ dues }), {
      do: "pay",
      balance: 200,
      dueOn: "2027-02-10",
      reference: "ref-2027-02-10",
      late: false,
    });
    deepEqual(next({ dues: dues.toReversed() }), {
      do: "pay",
      balance: 200,
      dueOn: "2027-02-10",
      reference: "ref-2027-02-10",
      late: false,
    });
    deepEqual(next({ dues: [due(0, "2027-02-01")] }), { do: "nothing" });
  });

  it("is to pay the first that was named, of two due on one day", () => {
    const dues = [
      { ...due(1, "2027-02-10"), reference: "first", late: false },
      { ...due(2, "2027-02-10"), reference: "second" },
    ];
    deepEqual(next({ dues }), { do: "pay", balance: 1, dueOn: "2027-02-10", reference: "first", late: false });
  });

  it("is at most to read, once the dossier is withdrawn", () => {
    const withdrawn = { state: "withdrawn", dueOn: null, open: [] } as const;
    deepEqual(next({ state: withdrawn, unanswered: 1, dues: [due(5000, "2027-02-10")] }), { do: "reply", messages: 1 });
    deepEqual(next({ state: withdrawn, toConfirm: true, dues: [due(5000, "2027-02-10")] }), { do: "nothing" });
  });
});

describe("a complement", () => {
  it("may ask again each section, the declared draft as one, and each piece", () =>
    deepEqual(itemsOf([{ key: "cv" }, { key: "personal-text" }]), [
      "identity",
      "contact",
      "accommodations",
      "declared",
      "piece:cv",
      "piece:personal-text",
    ]));

  it("opens the tasks it names, and with the declared draft its three", () => {
    const tasks = ["identity", "titles", "experience", "plan", "piece:cv", "piece:text"].map((key) => ({ key }));
    const opened = (...items: string[]) => itemTasks(items, tasks).map(({ key }) => key);
    deepEqual(opened("identity", "piece:cv"), ["identity", "piece:cv"]);
    deepEqual(opened("declared"), ["titles", "experience", "plan"]);
    deepEqual(opened(), []);
  });
});
