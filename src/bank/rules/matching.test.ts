import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { type BankLine, lineKeys } from "./bank-line.ts";
import { planImport, type Planned, type Recorded } from "./bank-plan.ts";
import { dossiersIn, invoicesIn, type KnownCharge, matchLine, payersIn } from "./matching.ts";
import { makeReference } from "../../billing/rules/payment-reference.ts";

const charge = (n: number, more: Partial<KnownCharge> = {}): KnownCharge => ({
  id: `c${n}`,
  reference: makeReference(Uint8Array.of(n, 9, 9, 9, 9, 9, n)),
  total: 160_00,
  balance: 160_00,
  name: null,
  ...more,
});
const [ONE, TWO, THREE] = [charge(1), charge(2), charge(3, { total: 50_00, balance: 50_00 })];
const KNOWN = new Map([ONE, TWO, THREE].map((one) => [one.reference, one]));
const line = (label: string, amount = 160_00, more: Partial<BankLine> = {}): BankLine => ({
  bookedOn: "2026-11-25",
  amount,
  label,
  counterparty: null,
  servicerReference: null,
  ...more,
});

const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);

describe("matching a transfer", () => {
  it("reads the name of each payer once, however many lines a file has", () => {
    const open = Array.from({ length: 400 }, (_, n) => charge(1, { id: `c${n}`, name: `Prénom Nom de la Tour ${n}` }));
    const plan = () => {
      for (let n = 0; n < 20_000; n++) matchLine(line(`VIREMENT ${n}`, 1_00), new Map(), open);
      return matchLine(line("NOM PRENOM, 7 DE LA TOUR", 1_00), new Map(), open);
    };
    const found: unknown = runInNewContext("plan()", { plan }, { timeout: 15_000 });
    assert.deepEqual(found, { kind: "proposed", proposals: [{ charge: "c7", amount: 1_00, why: ["name"] }] });
  });

  it("gives the whole of it to the one charge whose reference it holds", () => {
    for (const amount of [160_00, 159_99, 320_00])
      assert.deepEqual(matchLine(line(`FRAIS ${ONE.reference}`, amount), KNOWN, []), {
        kind: "exact",
        shares: [{ charge: "c1", amount }],
      });
  });

  it("proposes of a surname alone the charge of exactly its amount, and no other of that name", () => {
    const open = [
      charge(1, { name: "Anne Castan" }),
      charge(2, { name: "Anne Castan", balance: 50_00 }),
      charge(3, { name: "François Arnaud" }),
    ];
    const found = matchLine(line("VIR SEPA CASTAN"), new Map(), open);
    assert.deepEqual(found, {
      kind: "proposed",
      proposals: [{ charge: "c1", amount: 160_00, why: ["part", "amount"] }],
    });
    assert.equal(matchLine(line("VIR SEPA CASTAN", 70_00), new Map(), open).kind, "none");
  });

  it("proposes the charge of the invoice that it names first, however the bank writes its number", () => {
    const open = [charge(1, { name: "Les Amandiers" }), charge(2, { invoice: "F-2026-00006", balance: 900_00 })];
    for (const number of ["F-2026-00006", "F 2026 00006", "f202600006"]) {
      const found = matchLine(line(`LES AMANDIERS ${number}`), new Map(), open);
      assert.deepEqual(found.kind === "proposed" && found.proposals.map((one) => [one.charge, one.why]), [
        ["c2", ["invoice"]],
        ["c1", ["name", "amount"]],
      ]);
    }
    assert.deepEqual(invoicesIn(line("LE 24/11/2026 VIR 00006")), []);
  });

  it("finds the reference in the bank’s own number and in the name, too", () => {
    for (const more of [{ counterparty: `A ${ONE.reference}` }, { servicerReference: ONE.reference }])
      assert.equal(matchLine(line("x", 1, more), KNOWN, []).kind, "exact");
  });

  it("shares it between two references where it is what the two come to, and else asks", () => {
    const both = `${ONE.reference} ${THREE.reference}`;
    assert.deepEqual(matchLine(line(both, 210_00), KNOWN, []), {
      kind: "exact",
      shares: [
        { charge: "c1", amount: 160_00 },
        { charge: "c3", amount: 50_00 },
      ],
    });
    const other = matchLine(line(both, 200_00), KNOWN, []);
    assert.deepEqual(other, {
      kind: "proposed",
      proposals: [
        { charge: "c1", amount: 160_00, why: ["reference"] },
        { charge: "c3", amount: 50_00, why: ["reference"] },
      ],
    });
  });

  it("finds a reference that the bank cut between the words and the name", () => {
    const [start, end] = [ONE.reference.slice(0, 1), ONE.reference.slice(1)];
    assert.deepEqual(matchLine(line(`x ${start}`, 1, { counterparty: end }), KNOWN, []).kind, "exact");
  });

  it("does not know a reference that no charge has", () => {
    assert.deepEqual(matchLine(line(charge(7).reference), KNOWN, []), { kind: "none" });
  });

  it("proposes by name, those of the very amount first", () => {
    const open = [
      charge(4, { name: "Zoé Lefèvre-Œuvrard", balance: 110_00 }),
      charge(5, { name: "LEFEVRE OEUVRARD Zoe" }),
      charge(6, { name: "Zoé Martin" }),
      charge(8, { name: "Lefèvre" }),
    ];
    const found = matchLine(line("VIR MLLE ZOE LEFEVRE OEUVRARD"), new Map(), open);
    assert.deepEqual(found, {
      kind: "proposed",
      proposals: [
        { charge: "c5", amount: 160_00, why: ["name", "amount"] },
        { charge: "c4", amount: 160_00, why: ["name"] },
      ],
    });
  });

  it("proposes by the amount alone where one charge has it", () => {
    const open = [charge(4, { balance: 47_00 }), charge(5), charge(6)];
    assert.deepEqual(matchLine(line("x", 47_00), new Map(), open), {
      kind: "proposed",
      proposals: [{ charge: "c4", amount: 47_00, why: ["amount"] }],
    });
    assert.equal(matchLine(line("x"), new Map(), open).kind, "none");
  });
});

describe("the names of payers", () => {
  const proposed = (label: string, names: readonly string[], counterparty: string | null = null) => {
    const open = names.map((name, at) => charge(at, { name, balance: 1_00 }));
    const found = matchLine(line(label, 2_00, { counterparty }), new Map(), open);
    return found.kind === "proposed" ? found.proposals.map((one) => one.charge) : [];
  };

  it("are looked for in what the bank says of the payer, too, whatever their ligatures", () => {
    assert.deepEqual(proposed("VIR", ["Zoé Martin"], "MARTIN ZOE"), ["c0"]);
    assert.deepEqual(proposed("VIR LAETITIA AEGIR", ["Lætitia Ægir"]), ["c0"]);
  });

  it("have two words at least, and propose five charges at most", () => {
    assert.deepEqual(proposed("VIR LEFEVRE.", ["Lefèvre.", "…"]), []);
    assert.equal(
      proposed(
        "VIR ZOE MARTIN",
        Array.from({ length: 7 }, () => "Zoé Martin"),
      ).length,
      5,
    );
  });
});

describe("the import of bank files", () => {
  type Paid = Recorded & { readonly shares: readonly { charge: string; amount: number }[] };
  type World = { readonly keys: Map<string, "open" | "settled">; readonly paid: Paid[] };
  /** Imports as the act does, over facts held in memory. */
  const importInto = (world: World, lines: readonly BankLine[], sameWithin = 0): Planned[] => {
    const came = paid(world);
    const known = [ONE, TWO, THREE].map((one) => ({ ...one, balance: one.total - came[one.id]! }));
    const byReference = new Map(known.map((one) => [one.reference, one]));
    const keys = lineKeys(lines);
    const facts = { lines, keys, stored: world.keys, byReference, open: [], recorded: world.paid, sameWithin };
    const plan = planImport(facts);
    for (const { key, line: received, match } of plan) {
      world.keys.set(key, match.kind === "exact" ? "settled" : "open");
      if (match.kind !== "exact") continue;
      const { shares } = match;
      const charges = shares.map(({ charge: id }) => id);
      world.paid.push({ key, on: received.bookedOn, amount: received.amount, charges, shares });
    }
    return plan;
  };
  const payments = (world: World) => world.paid.flatMap(({ shares }) => shares);
  const fresh = (): World => ({ keys: new Map(), paid: [] });
  const paid = (world: World): Record<string, number> =>
    Object.fromEntries(
      ["c1", "c2", "c3"].map((id) => [
        id,
        sum(
          payments(world)
            .filter((one) => one.charge === id)
            .map(({ amount }) => amount),
        ),
      ]),
    );
  const byHand = (charge: string, on: string, amount = 160_00): Recorded => ({
    key: null,
    on,
    amount,
    charges: [charge],
  });
  const whys = (plan: readonly Planned[]) =>
    plan.map(({ match }) => (match.kind === "proposed" ? match.proposals[0]!.why.join(" ") : match.kind));

  it("does not settle a line in doubt that the fullest file already counts", () => {
    const given = { lines: [line(ONE.reference)], keys: ["k"], byReference: KNOWN, open: [], sameWithin: 0 };
    const recorded = [{ key: "other", on: "2026-11-25", amount: 160_00, charges: ["c1"] }];
    assert.deepEqual(planImport({ ...given, stored: new Map([["k", "open"]]), recorded }), []);
    assert.deepEqual(whys(planImport({ ...given, stored: new Map(), recorded })), ["reference twin"]);
    const other = [{ ...recorded[0]!, amount: 1 }];
    assert.deepEqual(whys(planImport({ ...given, stored: new Map(), recorded: other })), ["exact"]);
  });

  it("asks of what a person recorded by hand within so many days, once for each", () => {
    const plan = (on: string, recorded: readonly Recorded[], sameWithin = 5, amount = 50_00) => {
      const lines = [0, 1].map(() => line(ONE.reference, amount, { bookedOn: on }));
      return whys(
        planImport({
          lines,
          keys: lineKeys(lines),
          stored: new Map(),
          byReference: KNOWN,
          open: [],
          recorded,
          sameWithin,
        }),
      );
    };
    const hand = byHand("c1", "2026-11-25", 50_00);
    for (const on of ["2026-11-20", "2026-11-25", "2026-11-30"])
      assert.deepEqual(plan(on, [hand]), ["reference twin", "exact"], on);
    for (const on of ["2026-11-19", "2026-12-01"]) assert.deepEqual(plan(on, [hand]), ["exact", "exact"], on);
    assert.deepEqual(plan("2026-11-26", [hand], 0), ["exact", "exact"]);
    assert.deepEqual(plan("2026-11-26", [hand, hand]), ["reference twin", "reference twin"]);
    assert.deepEqual(plan("2026-11-26", [byHand("c2", "2026-11-26", 50_00)]), ["exact", "exact"]);
  });

  it("knows a transfer for two charges in the two that a person recorded for it", () => {
    const lines = [0, 1].map(() => line(`${ONE.reference} ${THREE.reference}`, 210_00));
    const recorded = [byHand("c1", "2026-11-24"), byHand("c3", "2026-11-24", 50_00)];
    const facts = { lines, keys: lineKeys(lines), stored: new Map(), byReference: KNOWN, open: [], recorded };
    assert.deepEqual(whys(planImport({ ...facts, sameWithin: 3 })), ["reference twin", "exact"]);
  });

  it("takes the earliest of what a person recorded, so that each transfer finds its own", () => {
    const lines = ["2026-11-23", "2026-11-28"].map((on) => line(ONE.reference, 50_00, { bookedOn: on }));
    const recorded = ["2026-11-26", "2026-11-20"].map((on) => byHand("c1", on, 50_00));
    const facts = { lines, keys: lineKeys(lines), stored: new Map(), byReference: KNOWN, open: [], recorded };
    assert.deepEqual(whys(planImport({ ...facts, sameWithin: 3 })), ["reference twin", "reference twin"]);
  });

  it("leaves what a person recorded to the line that it is, and passes over it for any before", () => {
    const lines = ["2026-11-20", "2026-11-30"].map((on) => line(ONE.reference, 50_00, { bookedOn: on }));
    const recorded = [byHand("c1", "2026-11-30", 50_00)];
    const facts = { lines, keys: lineKeys(lines), stored: new Map(), byReference: KNOWN, open: [], recorded };
    assert.deepEqual(whys(planImport({ ...facts, sameWithin: 3 })), ["exact", "reference twin"]);
  });

  it("leaves to a colleague what pays a charge of whoever imports, if only in part", () => {
    const lines = [line(ONE.reference, 160_00), line(`${TWO.reference} ${THREE.reference}`, 210_00)];
    const facts = { lines, keys: ["a", "b"], stored: new Map(), byReference: KNOWN, open: [], recorded: [] };
    const plan = (...own: string[]) => whys(planImport({ ...facts, sameWithin: 0, own: new Set(own) }));
    assert.deepEqual(plan("c1"), ["reference own", "exact"]);
    assert.deepEqual(plan("c3"), ["exact", "reference own"]);
    assert.deepEqual(plan("c9"), ["exact", "exact"]);
  });

  it("takes no transfer for another whose amount and charge only read alike", () => {
    const known = [charge(1, { id: "11" }), charge(2, { id: "1" })];
    const facts = { keys: ["k"], stored: new Map(), byReference: new Map(known.map((one) => [one.reference, one])) };
    const lines = [line(known[0]!.reference, 1)];
    const plan = planImport({ ...facts, lines, open: [], recorded: [byHand("1", "2026-11-25", 11)], sameWithin: 3 });
    assert.deepEqual(whys(plan), ["exact"]);
  });

  it("passes over a line that an earlier file brought and settled, and settles one that it left in doubt", () => {
    const lines = [line(ONE.reference, 50_00), line(ONE.reference, 50_00, { label: `${ONE.reference} again` })];
    const keys = ["k1", "k2"];
    const left = new Map([[ONE.reference, { ...ONE, balance: 110_00 }]]);
    const recorded = [{ key: "k1", on: "2026-11-25", amount: 50_00, charges: ["c1"] }];
    const facts = { lines, keys, byReference: left, open: [], recorded, sameWithin: 3 };
    const plan = (stored: ReadonlyMap<string, "open" | "settled">) =>
      planImport({ ...facts, stored }).map((one) => `${one.key} ${one.match.kind}${one.stored ? " stored" : ""}`);
    // The second is no twin of the first, which stands in the same file.
    assert.deepEqual(plan(new Map([["k1", "settled"]])), ["k2 exact"]);
    const doubted = new Map([
      ["k1", "settled"],
      ["k2", "open"],
    ] as const);
    assert.deepEqual(plan(doubted), ["k2 exact stored"]);
  });

  it("pays of one day the largest first, whatever their order in the file", () => {
    const lines = [line(ONE.reference, 10_00), line(ONE.reference, 160_00)];
    const facts = { lines, keys: ["a", "b"], stored: new Map(), byReference: KNOWN, open: [], recorded: [] };
    assert.deepEqual(whys(planImport({ ...facts, sameWithin: 0 })), ["reference settled", "exact"]);
  });

  it("pays by itself no charge of which nothing is left, by what it had or by the lines before", () => {
    const world = fresh();
    const more = line(ONE.reference, 10_00, { bookedOn: "2026-11-30" });
    assert.deepEqual(whys(importInto(world, [more, line(ONE.reference)])), ["reference settled", "exact"]);
    const both = line(`${ONE.reference} ${THREE.reference}`, 210_00);
    assert.deepEqual(whys(importInto(world, [both])), ["reference settled"]);
    assert.deepEqual(paid(world), { c1: 160_00, c2: 0, c3: 0 });
  });

  it("leaves to a person what went out under a reference", () => {
    const [out, other] = [line(ONE.reference, -160_00), line(charge(7).reference, -1)];
    assert.deepEqual(whys(importInto(fresh(), [out, other])), ["reference out", "none"]);
  });

  it("changes nothing the second time", () => {
    const world = fresh();
    const lines = [line(ONE.reference), line(TWO.reference), line(ONE.reference), line("don")];
    assert.equal(importInto(world, lines).length, 4);
    const before = paid(world);
    assert.deepEqual(importInto(world, lines), []);
    assert.deepEqual(paid(world), before);
    assert.deepEqual(before, { c1: 160_00, c2: 160_00, c3: 0 });
  });

  it("asks where another kind of file brings what may be the same transfer", () => {
    for (const [sameWithin, later] of [
      [0, "exact"],
      [1, "reference twin"],
    ] as const) {
      const world = fresh();
      importInto(world, [line(`VIR ${ONE.reference}`, 70_00, { servicerReference: "A1" })], sameWithin);
      const same = line(`VIR SEPA ${ONE.reference}`, 70_00);
      assert.deepEqual(whys(importInto(world, [same], sameWithin)), ["reference twin"]);
      const next = { ...same, bookedOn: "2026-11-26" };
      assert.deepEqual(whys(importInto(world, [next], sameWithin)), [later]);
    }
  });

  const label = fc.constantFrom(
    ONE.reference,
    TWO.reference,
    `${ONE.reference} ${THREE.reference}`,
    `x ${ONE.reference}`,
    "don",
  );
  const lines = fc.array(
    fc
      .record({
        label,
        amount: fc.constantFrom(160_00, 210_00, 50_00),
        bookedOn: fc.constantFrom("2026-11-25", "2026-11-26"),
      })
      .map(({ label: words, amount, bookedOn }) => line(words, amount, { bookedOn })),
    { maxLength: 6 },
  );

  it("comes to the same in every order of the lines in a file", () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 4 }), fc.constantFrom(0, 3), (files, sameWithin) => {
        const [world, other] = [fresh(), fresh()];
        for (const file of files) importInto(world, file, sameWithin);
        for (const file of files) importInto(other, file.toReversed(), sameWithin);
        assert.deepEqual(paid(other), paid(world));
        assert.deepEqual([...other.keys.keys()].toSorted(), [...world.keys.keys()].toSorted());
      }),
    );
  });

  it("comes to the same in every order of files of one amount, and leaves nothing of a debt that a line could pay", () => {
    const one = (some: readonly BankLine[]) =>
      some.map((each): BankLine => (each.label.includes(THREE.reference) ? { ...each, label: "don" } : each));
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 4 }), fc.nat(3), (given, turn) => {
        const files = given.map((file) => one(file).map((each): BankLine => ({ ...each, amount: 80_00 })));
        const [world, other] = [fresh(), fresh()];
        for (const file of files) importInto(world, file);
        const first = turn % files.length;
        for (const file of [...files.slice(first), ...files.slice(0, first)].toReversed())
          importInto(other, file.toReversed());
        assert.deepEqual(paid(other), paid(world));
        assert.deepEqual([...other.keys.keys()].toSorted(), [...world.keys.keys()].toSorted());
        for (const { id, total } of [ONE, TWO]) assert.ok(paid(world)[id]! <= total);
      }),
    );
  });

  it("never begins to pay what is settled, in any order of files of any amounts", () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 4 }), fc.constantFrom(0, 3), (files, sameWithin) => {
        const world = fresh();
        for (const file of files) importInto(world, file, sameWithin);
        for (const { id, total } of [ONE, TWO, THREE]) {
          const own = payments(world)
            .filter((each) => each.charge === id)
            .map(({ amount }) => amount);
          // All but the last left something to pay.
          assert.ok(own.length === 0 || sum(own) - Math.max(...own) < total);
        }
      }),
    );
  });

  it("counts every cent once: what pays charges and what is left is what came in", () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 4 }), (files) => {
        const world = fresh();
        const plans = files.flatMap((file) => importInto(world, file));
        const came = sum(plans.filter(({ stored }) => !stored).map((one) => one.line.amount));
        const settled = new Set(world.paid.map(({ key }) => key));
        const lines = new Map(plans.map((one) => [one.key, one.line.amount]));
        const left = sum([...lines].map(([key, amount]) => (settled.has(key) ? 0 : amount)));
        assert.equal(sum(payments(world).map(({ amount }) => amount)) + left, came);
        assert.equal(settled.size, world.paid.length);
      }),
    );
  });
});

describe("the payers and dossiers that an entry names", () => {
  const payers = [
    { debtor: "payer:1", name: "Opco Santé", auxiliary: "OPCOS" },
    { debtor: "payer:2", name: "Opco Santé Occitanie", auxiliary: "" },
    { debtor: "payer:3", name: "Le", auxiliary: "AMAND" },
  ];
  const found = (label: string) =>
    payersIn({ label, counterparty: null, servicerReference: null }, payers).map(({ debtor, why }) => [debtor, ...why]);

  it("are those of which every word of the name stands there, whatever the accents, the longest first", () => {
    assert.deepEqual(found("VIR OPCO SANTE OCCITANIE LE MOIS"), [
      ["payer:2", "name"],
      ["payer:1", "name"],
    ]);
    assert.deepEqual(found("VIR SANTE"), []);
  });

  it("are also known by their account at the accountant's", () => {
    assert.deepEqual(found("PAIEMENT amand 2026"), [["payer:3", "account"]]);
    assert.deepEqual(found("VIR OPCOS OPCO SANTE"), [["payer:1", "name", "account"]]);
  });

  it("are told by numbers of dossiers, each once, and not by longer words", () => {
    const line = (label: string) => dossiersIn({ label, counterparty: "d-2026-000009", servicerReference: null });
    assert.deepEqual(line("OPCO D-2026-000123/D-2026-000123 D-2026-12"), ["D-2026-000123", "D-2026-000009"]);
    assert.deepEqual(dossiersIn({ label: "AD-2026-000123", counterparty: null, servicerReference: null }), []);
  });
});
