/** Contracts and conventions as papers: each particular of the law under its heading, or missing with where it is mended. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { after, describe, it } from "node:test";
import { startRenderer } from "../../documents/render.ts";
import type { Block } from "../../documents/blocks.ts";
import { laws } from "../../test/law-world.ts";
import { stated } from "../../test/stated-school.ts";
import { lawOf } from "../../law/load.ts";
import type { PaperFacts } from "./facts.ts";
import { paperOf } from "./paper.ts";
import { CONTRACT_TEMPLATE } from "./template.ts";

const OWN = lawOf(laws, "deis", "2006", "faire-ess")!;
const law = stated(OWN);
const ON = "2026-11-30";

const SEMESTERS = ["2026-12-07", "2027-06-07", "2027-12-07", "2028-06-07", "2028-12-07", "2029-06-07"];
const ENDS = ["2027-06-06", "2027-12-06", "2028-06-06", "2028-12-06", "2029-06-06", "2029-06-29"];

const FACTS: PaperFacts = {
  law,
  on: ON,
  number: "D-2026-000042-1",
  source: "personal",
  dossier: "d",
  person: {
    name: "Ndiaye Awa",
    bornOn: "1985-02-28",
    address: ["12 rue des Fleurs", "34000 Montpellier"],
    dossierNumber: "D-2026-000042",
  },
  payer: null,
  cohort: { id: "c", name: "2026-2029" },
  site: { name: "Montpellier", address: law.establishment.address },
  startsOn: "2026-12-07",
  periods: SEMESTERS.map((from, nth) => ({ from, to: ENDS[nth]!, minutes: nth === 5 ? 900 : 5_160 })),
  units: law.diploma.domains.flatMap(({ units }) =>
    units.map(({ unit, label, practice }) => ({
      unit,
      label: label.fr,
      billed: !practice,
      planned: law.school.maquette.hours[unit]! * 60,
      follows:
        unit === "UF2.1" || unit.startsWith("UF3")
          ? 0
          : law.school.maquette.hours[unit]! * (unit === "UF1.1" ? 30 : 60),
    })),
  ),
  exams: { DF1: "to-sit", DF2: "to-sit", DF3: "contested" },
  lessons: { count: 118, first: { on: "2026-12-07", from: "09:00", to: "12:30" } },
  trainers: [
    { trainer: "account:1", name: "Claire Martin", units: ["UF1.1", "UF1.3"], reference: "doctorat en sociologie" },
    { trainer: "account:2", name: "Paul Rey", units: ["UF2.3"], reference: "CAFDES ; quinze ans de direction" },
  ],
  places: 20,
  others: 19,
  price: {
    lines: [
      {
        label: { fr: "heures de théorie restant à suivre", en: "theory hours left" },
        quantity: 445,
        unitAmount: 2_100,
        amount: 934_500,
      },
    ],
    discount: 186_900,
    total: 747_600,
  },
  shares: [
    {
      source: "personal",
      label: "financement personnel",
      paper: "contract",
      amount: 747_600,
      name: null,
      behind: null,
      platform: false,
      since: null,
    },
  ],
  schedule: new Map([
    [
      "personal",
      [
        { kind: "first", issue: "2026-12-15", due: "2026-12-30", amount: 224_280 },
        { kind: "period", period: 1, issue: "2027-06-07", due: "2027-06-22", amount: 101_117 },
      ],
    ],
  ]),
  daysToPay: { personal: 15, "employer-plan": 45, opco: 30 },
  earlyDeposit: false,
  withdrawal: { premises: "2026-12-10", distance: "2026-12-14" },
};

const EMPLOYER: PaperFacts = {
  ...FACTS,
  number: "D-2026-000042-2",
  source: "employer-plan",
  payer: {
    name: "Association Le Relais",
    form: "association loi 1901",
    siren: "732829320",
    address: ["3 place de la Comédie", "34000 Montpellier"],
    contact: "Odile Garance, directrice",
  },
  shares: [
    {
      source: "employer-plan",
      label: "employeur",
      paper: "convention",
      amount: 334_500,
      name: "Association Le Relais",
      behind: null,
      platform: false,
      since: null,
    },
    {
      source: "opco",
      label: "OPCO",
      paper: "grant",
      amount: 600_000,
      name: "OPCO Santé",
      behind: "employer-plan",
      platform: false,
      since: null,
    },
  ],
  price: { ...FACTS.price!, discount: 0, total: 934_500 },
  schedule: new Map([
    ["employer-plan", [{ kind: "period", period: 1, issue: "2027-06-07", due: "2027-07-07", amount: 64_645 }]],
    ["opco", [{ kind: "period", period: 1, issue: "2027-06-07", due: "2027-07-07", amount: 115_955 }]],
  ]),
};

const words = (blocks: readonly Block[]) => JSON.stringify(blocks).replaceAll(/[\u00a0\u202f]/g, " ");
const headings = (blocks: readonly Block[]) =>
  blocks.flatMap((one) => (one.kind === "heading" && one.level === 1 ? [one.text] : []));
const particulars = law.establishment.money!.agreement.particulars;

describe("a training contract (code du travail, art. L. 6353-4)", () => {
  it("says each particular under its own heading, in the order of the law, between the parties and the signatures", () => {
    const { document, stated: said, missing } = paperOf("contract", FACTS);
    deepEqual(missing, []);
    deepEqual(
      said,
      particulars.contract.map((one) => one.particular),
    );
    const order = headings(document.blocks);
    deepEqual(
      order.slice(1, 1 + particulars.contract.length),
      particulars.contract.map(({ label }) => label.fr),
    );
    equal(order[0], "Entre");
    deepEqual(order.slice(-3), ["Rétractation", "Médiation", "Signatures"]);
  });

  it("bears neither a day nor a line to sign on while it lacks anything: it says what, with the price all the same", () => {
    const bare = { ...FACTS, cohort: null, site: null, periods: [], trainers: [], schedule: null };
    const { document, missing } = paperOf("contract", bare);
    const said = words(document.blocks);
    ok(missing.length > 0);
    equal(headings(document.blocks).at(-1), "Projet, pas encore à signer");
    ok(!/Fait (à|le)/.test(said), said);
    match(document.words.date, /^Projet du 30\snovembre\s2026$/);
    match(said, /7\s476,00\s€/);
    match(said, /À partir du 7 décembre 2026 ; les périodes restent à fixer/);
    match(said, /Les échéances restent à fixer/);
    ok(!/Projet/.test(words(paperOf("contract", FACTS).document.blocks)));
  });

  it("explains a registration that ends before the training does, or before it starts", () => {
    match(words(paperOf("contract", FACTS).document.blocks), /L’enregistrement finit avant la formation/);
    const later = { ...FACTS, startsOn: "2027-03-01", periods: FACTS.periods.slice(1) };
    match(
      words(paperOf("contract", later).document.blocks),
      /Cet enregistrement finit avant le début de la formation, le 1er mars 2027 ; son renouvellement dépend de l’État/,
    );
  });

  it("says until when it may be withdrawn from, and that a deposit is no earnest money", () => {
    const said = words(paperOf("contract", FACTS).document.blocks);
    match(said, /jusqu’au 10 décembre 2026 compris/);
    match(said, /jusqu’au 14 décembre 2026 compris/);
    match(said, /acompte, et non des arrhes/);
    ok(!/est demandée le lendemain/.test(said));
    const early = new Map([
      ["personal", [{ kind: "first", issue: "2026-12-07", due: "2026-12-22", amount: 224_280 }]],
    ] as const);
    match(
      words(paperOf("contract", { ...FACTS, schedule: early }).document.blocks),
      /est demandée le lendemain de sa fin/,
    );
    match(said, /Elle ne commence pour vous avant cette fin que si vous le demandez expressément/);
    const later = { ...FACTS, startsOn: "2027-02-01" };
    ok(!/demandez expressément/.test(words(paperOf("contract", later).document.blocks)));
  });

  it("owes nothing more than the hours where the school has no clause on an early end", () => {
    match(words(paperOf("contract", FACTS).document.blocks), /à proportion des heures prévues, et rien de plus/);
    const { money } = law.establishment;
    const papers = { ...money!.papers, earlyEnd: { ...money!.papers!.nature!, percent: 10 } };
    const clause = { ...law, establishment: { ...law.establishment, money: { ...money!, papers } } };
    match(words(paperOf("contract", { ...FACTS, law: clause }).document.blocks), /et 10 % du prix des heures/);
  });

  it("is refused by the school’s own file today: who is missing what is said", () => {
    const { stated: said, missing } = paperOf("contract", { ...FACTS, law: OWN });
    deepEqual(
      missing.map(({ key }) => key),
      ["form", "siret", "activity", "delivery", "mediator"],
    );
    ok(!said.includes("delivery"));
    ok(missing.every(({ to }) => to === null));
  });

  it("names the page that mends what the office can say", () => {
    const at = (change: Partial<PaperFacts>) =>
      paperOf("contract", { ...FACTS, ...change }).missing.map(({ key, to }) => `${key} ${to}`);
    deepEqual(at({ trainers: [{ ...FACTS.trainers[0]!, reference: null }] }), ["trainers /promotions/c/formateurs"]);
    deepEqual(at({ trainers: [] }), ["trainers /promotions/c/seances"]);
    deepEqual(at({ periods: [], site: null, schedule: null }), [
      "duration /promotions/c/periodes",
      "delivery /promotions/c/periodes",
      "payment /promotions/c/periodes",
    ]);
    deepEqual(at({ person: { ...FACTS.person, address: [] } }), ["address /dossiers/d"]);
    deepEqual(at({ price: null }), ["payment /dossiers/d"]);
  });

  it("promises no more people than are in the cohort: with all places taken by others, the number is to be mended", () => {
    const at = (change: Partial<PaperFacts>) =>
      paperOf("contract", { ...FACTS, ...change }).missing.map(({ key, to, label }) => `${key} ${to} ${label.fr}`);
    deepEqual(at({ others: 19 }), []);
    deepEqual(at({ others: 20 }), [
      "headcount /rentrees un nombre de places d’au moins 21, puisque la promotion compte déjà 20 autres personnes",
    ]);
    deepEqual(at({ places: null }), ["headcount /rentrees le nombre de places de la rentrée"]);
  });

  it("does not pass over a particular that it cannot say", () => {
    const { money } = law.establishment;
    const [first] = particulars.contract;
    const contract = [...particulars.contract, { ...first!, particular: "star-sign" }];
    const agreement = { ...money!.agreement, particulars: { ...particulars, contract } };
    const asked = { ...law, establishment: { ...law.establishment, money: { ...money!, agreement } } };
    deepEqual(
      paperOf("contract", { ...FACTS, law: asked }).missing.map(({ key }) => key),
      ["star-sign"],
    );
  });
});

describe("a training convention (code du travail, art. D. 6353-1)", () => {
  it("says each particular under its own heading, in the order of the law", () => {
    const { document, stated: said, missing } = paperOf("convention", EMPLOYER);
    deepEqual(missing, []);
    deepEqual(
      said,
      particulars.convention.map((one) => one.particular),
    );
    deepEqual(
      headings(document.blocks).slice(1, -1),
      particulars.convention.map(({ label }) => label.fr),
    );
  });

  it("leaves the employer what its fund does not pay, and has a clause on hours missed", () => {
    const said = words(paperOf("convention", EMPLOYER).document.blocks);
    match(said, /porte sur 9 345,00 € : 3 345 € payés par l’employeur, 6 000 € demandés/);
    match(said, /refus ou accord partiel compris, reste à la charge de l’employeur/);
    match(said, /ne donnent lieu à aucune indemnité/);
    match(said, /Chaque facture est due 45 jours après son émission/);
    ok(!/[Rr]étract/.test(said));
  });

  it("does not say whose part a discount is on", () => {
    const price = { ...EMPLOYER.price!, discount: 186_900 };
    const said = words(paperOf("convention", { ...EMPLOYER, price }).document.blocks);
    match(said, /Remise/);
    ok(!/que la personne paie/.test(said));
    match(words(paperOf("contract", FACTS).document.blocks), /Remise sur la part que la personne paie/);
  });

  it("says from which day its payer owes, where it takes over from another, and not from whom", () => {
    const [own, fund] = EMPLOYER.shares;
    const later = { ...EMPLOYER, shares: [{ ...own!, since: "2028-02-15" }, fund!] };
    const said = words(paperOf("convention", later).document.blocks);
    match(said, /Association Le Relais \(employeur\), depuis le 15 février 2028/);
    match(said, /Les jours de formation d’avant le 15 février 2028 sont dus par qui payait cette part jusque-là/);
    ok(!/jusque-là/.test(words(paperOf("convention", EMPLOYER).document.blocks)));
  });

  it("wants its payer from the register, with an address and a SIREN", () => {
    deepEqual(
      paperOf("convention", { ...EMPLOYER, payer: null }).missing.map(({ key }) => key),
      ["payer"],
    );
    const bare = { ...EMPLOYER.payer!, siren: null, address: [] };
    deepEqual(
      paperOf("convention", { ...EMPLOYER, payer: bare }).missing.map(({ key }) => key),
      ["payer-address", "payer-siren"],
    );
  });
});

describe("both, printed", () => {
  const renderer = startRenderer({ timeoutMs: 120_000 });
  after(() => renderer.close());

  it("are PDF files of a few pages", async () => {
    for (const [paper, facts] of [
      ["contract", FACTS],
      ["convention", EMPLOYER],
    ] as const) {
      const pdf = await renderer.render(CONTRACT_TEMPLATE, paperOf(paper, facts).document, "test");
      equal(pdf.subarray(0, 5).toString(), "%PDF-");
      if (process.env.KEEP_PAPERS) writeFileSync(`${process.env.KEEP_PAPERS}/${paper}.pdf`, pdf);
    }
  });
});
