/** The rows of what is owed: the office's pages of charges, bank and cheques, and what a person owes. */
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { importBankFile, readBankFile, recordCheques, reversePayment, setLineAside } from "../../bank/acts.ts";
import { tieLine } from "../../bank/ties/acts.ts";
import { recordPayment, refundCharge, waiveCharge } from "../../billing/charges/acts.ts";
import { noteOnlineEvent, wishOnlinePayment } from "../../billing/online/acts.ts";
import { noteOnlineRefund, refundOnline } from "../../billing/refunds/acts.ts";
import { withSchool } from "../../db/school.ts";
import type { World } from "../../act/world.ts";
import { type Charged, FEES, owes, someone, suspended } from "../charging.ts";
import { daysAgo, deed, type Invented } from "../people.ts";
import { LAWS } from "../server.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const SCHOOL = "faire-ess";
const LONG = "Marie-Antoinette-Joséphine de Villeneuve-Saint-Georges d’Aumont-Montmorency-Luxembourg";
const OFFICER: Who = { key: "accounts", name: "Paule Comptable", roles: ["finance"] };
const READER: Who = { key: "money-reader", name: "Aude Lectrice", roles: ["auditor"] };
const finance = someone("00000000-0000-4000-8000-0000000000f1", "finance");

/** What stands in the accounts for all rows alike, made once. */
type Books = {
  readonly owed: Charged;
  readonly long: Charged;
  readonly over: Charged;
  readonly history: Charged;
  /** What nobody asks for until finance says what becomes of it. */
  readonly waiting: Charged;
  /** Paid online, and given back in part; and the payment. */
  readonly online: Charged & { readonly payment: string };
  /** Refunds online of which nothing more is heard, and a waiver that may be reversed. */
  readonly lapsed: string;
  readonly waived: { readonly charge: string; readonly waiver: string };
  /** A payment of `owed` that may be reversed, and its receipt. */
  readonly payment: { readonly id: string; readonly number: string };
  readonly reversed: string;
  readonly draft: string;
  readonly emptyDraft: string;
  readonly line: string;
  readonly named: string;
  readonly aside: string;
  readonly file: string;
  readonly slip: string;
  /** Entries of money recorded before. */
  readonly told: Readonly<Record<"typed" | "slip" | "out" | "refund" | "tied", string>>;
};

const books = new WeakMap<World, Promise<Books>>();

function booksOf({ served }: Place): Promise<Books> {
  if (!served.people) throw new NobodyToSignIn("the database of this Livret is out of reach");
  const { world } = served.people;
  const made = books.get(world) ?? makeBooks(world);
  books.set(world, made);
  return made;
}

async function makeBooks(world: World): Promise<Books> {
  const today = world.now().toISOString().slice(0, 10);
  const pay = (charge: string, amount: number) =>
    deed(world, recordPayment, finance, { charge, amount, paidOn: today, means: "cash", note: "au secrétariat" });
  const owed = await owes(world, SCHOOL, { name: "Nadia Benali" });
  await owes(world, SCHOOL, { name: "Luc Petit", days: -3 });
  await owes(world, SCHOOL, { name: "Lucie Petit", called: "D-2026-000042" });
  const long = await owes(world, SCHOOL, { name: LONG, fees: Array.from({ length: 12 }, () => FEES).flat() });
  const { number } = await pay(owed.id, 5000);
  const over = await owes(world, SCHOOL, { name: "Ana Roux" });
  await pay(over.id, 17000);
  const history = await owes(world, SCHOOL, { name: LONG });
  const waiting = await owes(world, SCHOOL, { name: "Zoé Martin", days: -2, called: "D-2026-000077" });
  await suspended(world, SCHOOL, waiting.about);
  await pay(history.id, 16000);
  await pay(history.id, 4000);
  const paymentsOf = (charge: string) =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("payment").select(["id", "number"]).where("charge", "=", charge).orderBy("number").execute(),
    );
  const [, wrong] = await paymentsOf(history.id);
  await deed(world, reversePayment, finance, {
    payment: wrong!.id,
    reason: `chèque impayé, rendu par la banque de ${LONG}`,
  });
  const refund = {
    amount: 6000,
    refundedOn: today,
    means: "transfer",
    reason: "désistement avant l’entretien",
  } as const;
  await deed(world, refundCharge, finance, { charge: history.id, ...refund });
  await deed(world, waiveCharge, finance, {
    charge: history.id,
    amount: 2000,
    reason: "boursière sur critères sociaux",
  });
  const read = (name: string, text: string) =>
    deed(world, readBankFile, finance, { name, content: Buffer.from(text).toString("base64") });
  const first = await read(
    "releve-octobre.csv",
    `Date;Libellé;Montant\n20/10/2026;VIR BENALI NADIA SANS MOTIF;110,00\n21/10/2026;VIR ${"TRES LONG LIBELLE ".repeat(12)};160,00\n22/10/2026;SUBVENTION;3000,00\n`,
  );
  await deed(world, importBankFile, finance, { file: first.file });
  const lines = await withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("bank_line").select(["id", "label"]).orderBy("position").execute(),
  );
  const lineNamed = (word: string) => lines.find(({ label }) => label.includes(word))!.id;
  await deed(world, setLineAside, finance, { line: lineNamed("SUBVENTION"), reason: "subvention de la région" });
  const draft = await read(
    "releve-novembre.csv",
    `Date;Libellé;Montant\n23/11/2026;VIR ${over.reference};160,00\n23/11/2026;VIR ${long.reference} ${"SUITE ".repeat(30)};1920,00\n24/11/2026;VIR PETIT LUC;160,00\n24/11/2026;VIR;7,00\n25/11/2026;LOYER;-900,00\n99/11/2026;ILLISIBLE;1,00\n`,
  );
  const emptyDraft = await read("rien.csv", "Date;Libellé;Montant\n25/11/2026;LOYER;-900,00\n");
  const cheques = [
    { reference: over.reference, amount: 100, drawer: "A. Roux", bank: "Banque postale", number: "0000123" },
    { reference: long.reference, amount: 200, drawer: LONG },
  ];
  const slip = await deed(world, recordCheques, finance, { depositedOn: today, cheques });
  const told = await toldTwice(world, long);
  const announced = { kind: "checkout.session.completed", wish: null, paid: true };
  const provider = { kind: "payment-provider" } as const;
  // As long as the provider's own are.
  const elsewhere = "cs_live_a1UBIyNtGqnkGHmDGeaUh5IVIxG2Ym5bRLGV1LmZXBD3kaRY1NFwPx1PlM";
  const unknown = { id: "evt_unknown_page_0001", session: elsewhere, amount: 16000, currency: "eur" };
  await deed(world, noteOnlineEvent, provider, { ...announced, ...unknown });
  const abroad = "cs_live_b1UBIyNtGqnkGHmDGeaUh5IVIxG2Ym5bRLGV1LmZXBD3kaRY1NFwPx1PlM";
  const other = { id: "evt_other_money_00001", session: abroad, amount: 17250, currency: "chf" };
  await deed(world, noteOnlineEvent, provider, { ...announced, ...other });
  const [payment] = await paymentsOf(owed.id);
  const paidOnline = await owes(world, SCHOOL, { name: "Inès Faure", account: randomUUID() });
  const lapsed = await owes(world, SCHOOL, { name: "Théo Blanc", account: randomUUID() });
  const monthAgo = daysAgo(world, 31);
  await givenBack(monthAgo, lapsed);
  const gaveUp = await owes(world, SCHOOL, { name: "Lina Morel" });
  await deed(world, waiveCharge, finance, { charge: gaveUp.id, amount: 16000, reason: "boursière" });
  const waiver = await withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("waiver").select("id").where("charge", "=", gaveUp.id).executeTakeFirstOrThrow(),
  );
  return {
    owed,
    lapsed: lapsed.id,
    waived: { charge: gaveUp.id, waiver: waiver.id },
    online: { ...paidOnline, payment: await givenBack(world, paidOnline) },
    long,
    over,
    history,
    waiting,
    payment: { id: payment!.id, number },
    reversed: wrong!.number,
    draft: draft.file.slice(7),
    emptyDraft: emptyDraft.file.slice(7),
    line: lineNamed("TRES LONG"),
    named: lineNamed("BENALI"),
    aside: lineNamed("SUBVENTION"),
    file: first.file.slice(7),
    slip: slip.slip,
    told,
  };
}

/** Entries of what was recorded before: a transfer that was typed, a deposit of cheques; and one that came back. */
async function toldTwice(world: World, { id: charge, reference }: Charged) {
  const typed = { charge, amount: 7700, paidOn: "2026-10-20", means: "transfer" } as const;
  await deed(world, recordPayment, finance, typed);
  const cheques = [{ reference, amount: 4500, drawer: LONG, number: "0000124" }];
  await deed(world, recordCheques, finance, { depositedOn: "2026-10-20", cheques });
  const given = { charge, amount: 4300, refundedOn: "2026-10-20", means: "transfer", reason: LONG } as const;
  await deed(world, refundCharge, finance, given);
  const text =
    "Date;Libellé;Montant\n22/10/2026;VIR EMIS;-43,00\n21/10/2026;VIR DEJA SAISI;77,00\n21/10/2026;REMISE CHEQUE;45,00\n23/10/2026;CHQ IMPAYE 124;-45,00\n21/10/2026;VIR DEJA RATTACHE;78,00\n";
  const content = Buffer.from(text).toString("base64");
  const { file } = await deed(world, readBankFile, finance, { name: "releve-suite.csv", content });
  await deed(world, importBankFile, finance, { file });
  const lines = await withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("bank_line").select(["id", "label"]).where("file", "=", file).execute(),
  );
  const named = (word: string) => lines.find(({ label }) => label.includes(word))!.id;
  const tied = { ...typed, amount: 7800, again: true } as const;
  await deed(world, recordPayment, finance, tied);
  const { id: payment } = await withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("payment").select("id").where("amount", "=", 7800).executeTakeFirstOrThrow(),
  );
  await deed(world, tieLine, finance, { line: named("RATTACHE"), payment });
  return {
    refund: named("EMIS"),
    typed: named("DEJA SAISI"),
    slip: named("REMISE"),
    out: named("IMPAYE"),
    tied: named("RATTACHE"),
  };
}

/** Paid on the provider’s page; then one refund on its way, and one that failed. */
async function givenBack(world: World, { id: charge, account }: Charged): Promise<string> {
  const provider = { kind: "payment-provider" } as const;
  const { wish, amount } = await deed(world, wishOnlinePayment, someone(account!), { charge });
  const name = charge.slice(-8);
  const page = { id: `evt_${name}`, kind: "checkout.session.completed", session: `cs_${name}`, wish, paid: true };
  const intent = `pi_${name}`;
  await deed(world, noteOnlineEvent, provider, { ...page, amount, currency: "eur", intent });
  const dispute = {
    id: `evt_disputed_${name}`,
    kind: "charge.dispute.created",
    session: `dp_${name}`,
    wish: null,
    paid: false,
  };
  await deed(world, noteOnlineEvent, provider, { ...dispute, amount, currency: "eur", intent, about: "disputed" });
  const { id } = await withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("payment").select("id").where("online", "=", page.session).executeTakeFirstOrThrow(),
  );
  for (const [cents, state] of [
    [5000, "failed"],
    [6000, "accepted"],
  ] as const) {
    const reason = "désistement avant l’entretien";
    const { refund } = await deed(world, refundOnline, finance, { payment: id, amount: cents, reason });
    const told = { id: `evt_${name}_${state}`, refund, given: `re_${name}_${state}`, state };
    await deed(world, noteOnlineRefund, provider, { ...told, amount: cents, currency: "eur" });
  }
  return id;
}

type Open = (tab: Page, place: Place) => Promise<unknown>;
type Where = (books: Books) => string;

const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

/** As an officer of the accounts, unless said. */
const at =
  (where: Where, who: Who = OFFICER): Open =>
  async (tab, place) => {
    await signedIn(tab, place, who);
    await tab.goto(place.at(where(await booksOf(place))));
  };

/** The nth form of the page sent, its fields filled. */
const sent =
  (
    where: Where,
    fields: Readonly<Record<string, string | true>> = {},
    button = "main form button.ds-button",
    who: Who = OFFICER,
  ): Open =>
  async (tab, place) => {
    await at(where, who)(tab, place);
    for (const [id, value] of Object.entries(fields))
      await (value === true ? tab.locator(`#${id}`).check() : tab.locator(`#${id}`).fill(value));
    const loaded = tab.waitForEvent("load");
    await tab.locator(button).first().click();
    await loaded;
  };

/** As where the provider's key was taken out of the settings: nobody is asked any more. */
const keyless =
  (where: Where, who: Who = OFFICER): Open =>
  async (tab, place) => {
    const world = place.served.people?.world as { payments?: World["payments"] } | undefined;
    if (!world) throw new NobodyToSignIn("the database of this Livret is out of reach");
    const { payments } = world;
    await booksOf(place);
    delete world.payments;
    try {
      await at(where, who)(tab, place);
    } finally {
      if (payments) world.payments = payments;
    }
  };

/** As where the school has set no way to be paid at all. */
const unpayable =
  (where: Where, who: Who): Open =>
  async (tab, place) => {
    const world = place.served.people?.world as { laws: World["laws"] } | undefined;
    if (!world) throw new NobodyToSignIn("the database of this Livret is out of reach");
    const { laws } = world;
    world.laws = LAWS;
    try {
      await keyless(where, who)(tab, place);
    } finally {
      world.laws = laws;
    }
  };

/** An officer of the accounts who applies too. */
const ALSO_OWES: Who = {
  key: "accounts-own",
  name: "Paule Comptable",
  roles: ["finance"],
  prepare: (world, { account }) => owes(world, SCHOOL, { account, name: "Paule Comptable" }),
};

const FRAIS = "/finances/frais/:charge";
const charge =
  (which: "owed" | "long" | "over" | "history" | "waiting", path = ""): Where =>
  (made) =>
    `/finances/frais/${made[which].id}${path}`;

const RENDRE = `${FRAIS}/rendre/:payment`;
const back: Where = ({ online }) => `/finances/frais/${online.id}/rendre/${online.payment}`;

const officeRows: PageRow[] = [
  ...rows(
    "finances",
    "/finances",
    "full",
    at(() => "/finances"),
  ),
  ...rows(
    "finances",
    "/finances",
    "empty",
    at(() => "/finances?apres=2199-01-01_00000000-0000-4000-8000-000000000000"),
  ),
  ...rows(
    "finances",
    "/finances",
    "very long",
    at(() => "/finances?voir=a-rendre", READER),
  ),
  ...rows(
    "finances",
    "/finances",
    "error",
    sent(() => "/finances", { find: "LV-0000-0000" }),
    422,
  ),
  ...rows(
    "finances-trouves",
    "/finances",
    "very long",
    // A name that several have.
    sent(() => "/finances", { find: "Villeneuve Saint Georges" }),
  ),
  ...rows("finances-frais", FRAIS, "full", at(charge("owed"))),
  ...rows("finances-frais", FRAIS, "empty", at(charge("long"), READER)),
  ...rows("finances-frais", FRAIS, "very long", at(charge("history"))),
  ...rows("finances-frais-suspendu", FRAIS, "full", at(charge("waiting"))),
  ...rows("finances-demander", `${FRAIS}/demander`, "full", at(charge("waiting", "/demander"))),
  ...rows("finances-demander", `${FRAIS}/demander`, "error", sent(charge("waiting", "/demander"), { reason: "" }), 422),
  ...rows(
    "finances-suspendus",
    "/finances",
    "full",
    at(() => "/finances?voir=suspendus"),
  ),
  // A refund online that hangs, one whose key is gone, and what one owes oneself.
  ...rows(
    "finances-frais-bloque",
    FRAIS,
    "full",
    at((made) => `/finances/frais/${made.lapsed}`),
  ),
  ...rows(
    "finances-frais-sans-cle",
    FRAIS,
    "full",
    keyless((made) => `/finances/frais/${made.online.id}`),
  ),
  ...rows("finances-frais-propre", FRAIS, "full", async (tab, place) => {
    const { account } = await signedIn(tab, place, ALSO_OWES);
    const own = await withSchool(place.served.people!.world.db, SCHOOL, (tx) =>
      tx.selectFrom("charge").select("id").where("debtor", "=", `account:${account}`).executeTakeFirstOrThrow(),
    );
    await tab.goto(place.at(`/finances/frais/${own.id}`));
  }),
  ...rows("finances-paiement", `${FRAIS}/paiement`, "full", at(charge("owed", "/paiement"))),
  ...rows(
    "finances-paiement",
    `${FRAIS}/paiement`,
    "error",
    sent(charge("long", "/paiement"), { amount: "rien" }),
    422,
  ),
  ...rows(
    "finances-paiement",
    `${FRAIS}/paiement`,
    "very long",
    // More than is left to pay: it is asked about before.
    sent(charge("owed", "/paiement"), { amount: "1 600", means: true }),
  ),
  ...rows("finances-remboursement", `${FRAIS}/remboursement`, "full", at(charge("over", "/remboursement"))),
  ...rows("finances-remboursement", `${FRAIS}/remboursement`, "error", sent(charge("over", "/remboursement")), 422),
  ...rows("finances-rendre", RENDRE, "full", at(back)),
  ...rows("finances-rendre", RENDRE, "error", sent(back, { amount: "9 999" }), 422),
  ...rows("finances-exoneration", `${FRAIS}/exoneration`, "full", at(charge("long", "/exoneration"))),
  ...rows(
    "finances-exoneration",
    `${FRAIS}/exoneration`,
    "very long",
    sent(charge("long", "/exoneration"), { amount: "100", reason: `${LONG} est boursière` }),
  ),
  ...rows(
    "finances-annuler-exoneration",
    `${FRAIS}/exoneration/:waiver`,
    "full",
    at(({ waived }) => `/finances/frais/${waived.charge}/exoneration/${waived.waiver}`),
  ),
  ...rows(
    "finances-annuler-exoneration",
    `${FRAIS}/exoneration/:waiver`,
    "error",
    sent(({ waived }) => `/finances/frais/${waived.charge}/exoneration/${waived.waiver}`),
    422,
  ),
  ...rows(
    "finances-exoneration",
    `${FRAIS}/exoneration`,
    "error",
    sent(charge("owed", "/exoneration"), { amount: "9 999", reason: "trop" }),
    422,
  ),
  ...rows(
    "finances-annuler",
    `${FRAIS}/annuler/:payment`,
    "full",
    at((made) => `/finances/frais/${made.owed.id}/annuler/${made.payment.id}`),
  ),
  ...rows(
    "finances-annuler",
    `${FRAIS}/annuler/:payment`,
    "error",
    sent((made) => `/finances/frais/${made.owed.id}/annuler/${made.payment.id}`),
    422,
  ),
  ...rows(
    "finances-recu",
    "/finances/recu/:number",
    "full",
    at((made) => `/finances/recu/${made.payment.number}`),
  ),
  ...rows(
    "finances-recu",
    "/finances/recu/:number",
    "very long",
    at((made) => `/finances/recu/${made.reversed}`),
  ),
  ...rows(
    "finances-export",
    "/finances/export",
    "full",
    at(() => "/finances/export"),
  ),
  ...rows(
    "finances-export",
    "/finances/export",
    "error",
    sent(() => "/finances/export", { "from-day": "99" }),
    422,
  ),
];

const ONLINE = "/finances/en-ligne";
const onlineRows: PageRow[] = [
  ...rows(
    "finances-en-ligne",
    ONLINE,
    "full",
    at(() => ONLINE),
  ),
  ...rows(
    "finances-en-ligne",
    ONLINE,
    "very long",
    keyless(() => ONLINE),
  ),
  ...rows(
    "finances-en-ligne-classer",
    `${ONLINE}/:event`,
    "full",
    at(({ online }) => `${ONLINE}/evt_disputed_${online.id.slice(-8)}`),
  ),
  ...rows(
    "finances-en-ligne-classer",
    `${ONLINE}/:event`,
    "error",
    sent(() => `${ONLINE}/evt_other_money_00001`),
    422,
  ),
];

const BANK = "/finances/banque";
const bankRows: PageRow[] = [
  ...rows(
    "finances-banque",
    BANK,
    "full",
    at(() => `${BANK}?fait=2-3`),
  ),
  ...rows(
    "finances-banque",
    BANK,
    "empty",
    at(() => BANK, READER),
  ),
  ...rows(
    "finances-banque",
    BANK,
    "error",
    sent(() => BANK),
    422,
  ),
  ...rows(
    "finances-banque-verifier",
    `${BANK}/verifier/:file`,
    "full",
    at((made) => `${BANK}/verifier/${made.draft}`),
  ),
  ...rows(
    "finances-banque-verifier",
    `${BANK}/verifier/:file`,
    "empty",
    at((made) => `${BANK}/verifier/${made.emptyDraft}`),
  ),
  ...rows(
    "finances-banque-verifier",
    `${BANK}/verifier/:file`,
    "error",
    // Sent from a page that was left open while the file was thrown away.
    async (tab, place) => {
      await at((made) => `${BANK}/verifier/${made.draft}`)(tab, place);
      await tab
        .locator("main form")
        .evaluate((form) =>
          form.setAttribute("action", form.getAttribute("action")!.replace(/[0-9a-f]{64}/, "0".repeat(64))),
        );
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form button.ds-button").first().click();
      await loaded;
    },
    422,
  ),
  ...rows(
    "finances-a-rapprocher",
    `${BANK}/a-rapprocher`,
    "full",
    at(() => `${BANK}/a-rapprocher?fait=ecartee`),
  ),
  ...rows(
    "finances-a-rapprocher",
    `${BANK}/a-rapprocher`,
    "empty",
    at(() => `${BANK}/a-rapprocher?apres=2199-01-01_${"0".repeat(64)}`),
  ),
  ...rows(
    "finances-ecartees",
    `${BANK}/ecartees`,
    "full",
    at(() => `${BANK}/ecartees`),
  ),
  ...rows(
    "finances-ecartees",
    `${BANK}/ecartees`,
    "empty",
    at(() => `${BANK}/ecartees?apres=1999-01-01_${"0".repeat(64)}`),
  ),
  ...rows(
    "finances-fichier",
    `${BANK}/fichier/:file`,
    "full",
    at(({ file }) => `${BANK}/fichier/${file}`),
  ),
  ...rows(
    "finances-fichier",
    `${BANK}/fichier/:file`,
    "empty",
    at(({ file }) => `${BANK}/fichier/${file}?apres=9999`, READER),
  ),
  ...rows(
    "finances-operation",
    `${BANK}/operation/:line`,
    "empty",
    at(({ aside }) => `${BANK}/operation/${aside}`),
  ),
  ...rows(
    "finances-operation",
    `${BANK}/operation/:line`,
    "full",
    at((made) => `${BANK}/operation/${made.named}`),
  ),
  ...(["typed", "slip", "out", "refund", "tied"] as const).flatMap((which) =>
    rows(
      "finances-operation",
      `${BANK}/operation/:line`,
      "full",
      at(({ told }) => `${BANK}/operation/${told[which]}`),
    ),
  ),
  ...rows(
    "finances-operation",
    `${BANK}/operation/:line`,
    "error",
    sent(({ told }) => `${BANK}/operation/${told.out}`, { why: "" }),
    422,
  ),
  ...rows(
    "finances-operation",
    `${BANK}/operation/:line`,
    "very long",
    at((made) => `${BANK}/operation/${made.line}`),
  ),
  ...rows(
    "finances-operation",
    `${BANK}/operation/:line`,
    "error",
    sent((made) => `${BANK}/operation/${made.line}`, { "reference-1": "LV-0000-0000", "amount-1": "x" }),
    422,
  ),
  ...rows(
    "finances-cheques",
    "/finances/cheques",
    "full",
    at(() => "/finances/cheques"),
  ),
  ...rows(
    "finances-cheques",
    "/finances/cheques",
    "empty",
    at(() => "/finances/cheques", READER),
  ),
  ...rows(
    "finances-cheques",
    "/finances/cheques",
    "very long",
    sent(() => "/finances/cheques", { "drawer-0": LONG }, "button[value=more]"),
  ),
  ...rows(
    "finances-cheques",
    "/finances/cheques",
    "error",
    // One name that two have, and one that nobody has.
    sent(() => "/finances/cheques", { "reference-0": "Petit", "reference-1": "LV-0000-0000", "amount-1": "x" }),
    422,
  ),
  ...rows(
    "finances-cheques-verifier",
    "/finances/cheques",
    "very long",
    sent(() => "/finances/cheques", { "reference-0": "Lucie Petit", "drawer-0": LONG }, "main form button.ds-button"),
  ),
  ...rows(
    "finances-bordereau",
    "/finances/cheques/:slip",
    "full",
    at((made) => `/finances/cheques/${made.slip}?fait=bordereau`),
  ),
];

/** Somebody who owes, and to whom all the rest happened too. */
const owing = (key: string, more: (world: World, charged: Charged) => Promise<unknown>, name?: string): Who => ({
  key,
  ...(name !== undefined && { name }),
  prepare: async (world: World, { account }: Invented) =>
    more(world, await owes(world, SCHOOL, { account, name: name ?? "Camille Durand" })),
});

const DEBTOR = owing("debtor", async () => undefined);
const SETTLED = owing(
  "settled",
  async (world, { id, account }) => {
    const today = world.now().toISOString().slice(0, 10);
    await deed(world, recordPayment, finance, { charge: id, amount: 17000, paidOn: today, means: "transfer" });
    const refund = { charge: id, amount: 1000, refundedOn: today, means: "transfer", reason: "payé de trop" } as const;
    await deed(world, refundCharge, finance, refund);
    await owes(world, SCHOOL, { account, days: -10, fees: Array.from({ length: 10 }, () => FEES).flat() });
    await owes(world, SCHOOL, { account, name: LONG });
    await givenBack(world, await owes(world, SCHOOL, { account }));
  },
  LONG,
);

const receiptOf =
  (who: Who): Open =>
  async (tab, place) => {
    await signedIn(tab, place, who);
    await tab.goto(place.at("/compte/paiements"));
    const loaded = tab.waitForEvent("load");
    await tab.locator("a[href*='/recu/']").first().click();
    await loaded;
  };

const mineRows: PageRow[] = [
  ...rows(
    "compte-paiements",
    "/compte/paiements",
    "empty",
    at(() => "/compte/paiements", { key: "candidate" }),
  ),
  ...rows(
    "compte-paiements",
    "/compte/paiements",
    "full",
    at(() => "/compte/paiements?paiement=retour", DEBTOR),
  ),
  ...rows(
    "compte-paiements",
    "/compte/paiements",
    "very long",
    at(() => "/compte/paiements", SETTLED),
  ),
  ...rows(
    "compte-paiements",
    "/compte/paiements",
    "error",
    // Sent from a page that was left open while somebody else paid.
    async (tab, place) => {
      await at(() => "/compte/paiements", DEBTOR)(tab, place);
      const hidden = tab.locator("main input[name=charge]");
      await hidden.evaluate((field) => field.setAttribute("value", "00000000-0000-4000-8000-000000000000"));
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form button.ds-button").first().click();
      await loaded;
    },
    422,
  ),
  ...rows(
    "compte-paiements",
    "/compte/paiements",
    "full",
    unpayable(() => "/compte/paiements", DEBTOR),
  ).map((row) => ({ ...row, apart: "with no way to pay" })),
  ...rows("compte-recu", "/compte/paiements/recu/:number", "full", receiptOf(SETTLED)),
];

/** Before any other row has somebody pay online. */
const nothingOnline = rows(
  "finances-en-ligne",
  ONLINE,
  "empty",
  // Without the books, in which there is much to see to.
  async (tab, place) => {
    await signedIn(tab, place, READER);
    await tab.goto(place.at(ONLINE));
  },
);

export const billingRows: readonly PageRow[] = [
  ...nothingOnline,
  ...mineRows,
  ...officeRows,
  ...onlineRows,
  ...bankRows,
];

/** Printed, and not shown as pages. */
export const billingNotPages = ["/:school", "/:school/en"].flatMap((base) => [
  { path: `${base}/compte/paiements/recu/:number/recu.pdf`, why: "a receipt as a PDF" },
  { path: `${base}/finances/recu/:number/recu.pdf`, why: "a receipt as a PDF" },
  { path: `${base}/compte/paiements/factures/:number/facture.pdf`, why: "an invoice as a PDF; a test reads it" },
  { path: `${base}/finances/factures/:number/facture.pdf`, why: "an invoice as a PDF; a test reads it" },
  { path: `${base}/compte/paiements/releve.pdf`, why: "a statement of account as a PDF" },
  { path: `${base}/finances/comptes/:debtor/releve.pdf`, why: "a statement of account as a PDF" },
  { path: `${base}/finances/cheques/:slip/bordereau.pdf`, why: "a deposit slip as a PDF" },
]);
