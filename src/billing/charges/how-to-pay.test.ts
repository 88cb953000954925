/** What asks for money says how it is paid: the page, the mails, the doctor where it is not said. */
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { perform } from "../../act/act.ts";
import { schoolChecks } from "../../house/house.ts";
import { withExamplePayment } from "../../house/example-payment.ts";
import { withSchool } from "../../db/school.ts";
import type { Lang } from "../../kit/lang.ts";
import type { Payee } from "../../law/establishment.ts";
import type { World } from "../../act/world.ts";
import { lawWorld } from "../../house/world.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { owes, someone, suspended } from "../../test/charging.ts";
import { aDossier, anIntake, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../../test/dossiers.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { makeAccount, openedSession } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { newAttempt } from "../../test/world.ts";
import { askCharge, recordPayment } from "./acts.ts";
import { legalCheckOf, waysCheck } from "./check.ts";
import { howToPay, howToPayBlocks, payCode } from "./how-to-pay.ts";

const SCHOOL = "faire-ess";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

type Payment = Payee["payment"];
const silent: Payment = LAWS.establishments[0]!.data.payment;
const told: Payment = {
  transfer: { ...silent.transfer, holder: "École d’essai", iban: "FR1420041010050500013M02606", bic: "PSSTFRPPMON" },
  cheque: { ...silent.cheque, payableTo: "École d’essai" },
};
const payee = (payment: Payment): Payee => ({ payment, address: ["1 rue du Port", "34000 Montpellier"] });
const asked = { amount: 16_000, reference: "LV-7K3M-9Q2X" };

describe("how a charge is paid, in a mail", () => {
  const said = (payment: Payment, { lang = "fr", online = false }: { lang?: Lang; online?: boolean } = {}) =>
    howToPay(payee(payment), asked, { lang, online }).map(plain);

  it("is all that a transfer and a cheque need: payee, account, reference, address, what to write on the back", () =>
    deepEqual(said(told), [
      "Par virement : titulaire École d’essai, IBAN FR14 2004 1010 0505 0001 3M02 606, BIC PSSTFRPPMON, motif LV-7K3M-9Q2X.",
      "Par chèque : à l’ordre de École d’essai, avec LV-7K3M-9Q2X au dos, à envoyer à : 1 rue du Port, 34000 Montpellier.",
    ]));

  it("is the same in English", () =>
    deepEqual(said(told, { lang: "en" }), [
      "By transfer: account of École d’essai, IBAN FR14 2004 1010 0505 0001 3M02 606, BIC PSSTFRPPMON, reference LV-7K3M-9Q2X.",
      "By cheque: made out to École d’essai, with LV-7K3M-9Q2X on the back, sent to: 1 rue du Port, 34000 Montpellier.",
    ]));

  it("names only the ways that the school takes", () => {
    deepEqual(said({ ...told, cheque: silent.cheque }).length, 1);
    deepEqual(said(silent, { online: true }), ["En ligne : depuis votre compte."]);
  });

  it("is how to ask for it, where the school has set none", () =>
    match(said(silent).join(), /n’a pas publié ses coordonnées bancaires.+n’a pas publié l’ordre/));
});

describe("the code of a transfer", () => {
  it("is drawn for an account whose holder is named, and for no other", () => {
    match(payCode({ payment: told }, asked)!, /^<svg [^>]+viewBox="0 0 \d+ \d+"/);
    const { holder: _, ...nameless } = told.transfer;
    equal(payCode({ payment: { ...told, transfer: nameless } }, asked), undefined);
    equal(payCode({ payment: silent }, asked), undefined);
  });

  it("stands on paper beside all that it says", () => {
    const blocks = howToPayBlocks(payee(told), asked, "fr");
    deepEqual(
      blocks.map(({ kind }) => kind),
      ["heading", "text", "heading", "facts", "code", "heading", "facts"],
    );
    const values = blocks.flatMap((one) => (one.kind === "facts" ? one.items.map(({ value }) => value) : []));
    for (const one of ["École d’essai", "PSSTFRPPMON", asked.reference]) ok(values.includes(one), one);
  });
});

/** The project’s own school, as if it had said how it is paid, and as it is. */
function worldOf(payment: Payment): Partial<World> {
  const [first, ...others] = LAWS.establishments;
  const laws = { ...LAWS, establishments: [{ ...first!, data: { ...first!.data, payment } }, ...others] };
  return lawWorld(laws, { diploma: undefined, establishment: undefined });
}

for (const [named, payment] of [
  ["that says how it is paid", told],
  ["that has set no way", silent],
] as const)
  describe(`whoever owes a school ${named}`, () => {
    let world: World;
    let app: FastifyInstance;
    let close: () => Promise<void>;
    let now = new Date("2026-11-25T09:00:00Z");
    before(async () => {
      ({ world, close } = await testWorldOf({ now: () => now, ...worldOf(payment) }));
      app = await buildServer(world, { perMinute: 1_000_000 });
    });
    after(async () => {
      await app.close();
      await close();
    });
    const says = payment === told;
    let count = 0;
    const debtor = async () => {
      const address = `camille-${(count += 1)}@exemple.fr`;
      const person = await makeAccount(world, { name: "Camille", address });
      const charge = await owes(world, SCHOOL, { account: person.account, days: 30 });
      const her = visitor(app, `/${SCHOOL}`);
      her.cookies.set(SESSION_COOKIE, await openedSession(world, person));
      const mails = () =>
        withSchool(world.db, SCHOOL, (tx) =>
          tx.selectFrom("mail").select(["paragraphs"]).where("to_address", "=", address).orderBy("id").execute(),
        );
      return { ...charge, page: async () => plain((await her.open("/compte/paiements")).text), mails };
    };

    it(
      says ? "sees the account, the sum and the code on the page" : "is told so on the page, and how to ask",
      async () => {
        const { page, reference, id } = await debtor();
        const text = await page();
        ok(text.includes(reference));
        if (says) {
          match(text, /FR14 2004 1010 0505 0001 3M02 606/);
          match(text, /<svg [^>]*role="img"><title>Code QR du virement de 160,00 €/);
          await perform(world, recordPayment, {
            actor: finance,
            establishment: SCHOOL,
            attempt: newAttempt(),
            input: { charge: id, amount: 6000, paidOn: "2026-11-25", means: "cash" },
          });
          match(await page(), /<title>Code QR du virement de 100,00 €/);
        } else {
          match(text, /L’établissement n’a pas encore dit comment le payer/);
          doesNotMatch(text, /<svg [^>]*role="img"><title>Code QR|Recopiez la référence/);
        }
      },
    );

    it("is told of the mail that reminds until the day on which it goes, and not once that is past", async () => {
      const { page } = await debtor();
      const at = async (day: string) => {
        now = new Date(`${day}T09:00:00Z`);
        return page();
      };
      // Due on 25 December.
      match(await at("2026-12-18"), /Un courriel vous le rappelle une semaine avant la date/);
      const past = await at("2026-12-19");
      now = new Date("2026-11-25T09:00:00Z");
      doesNotMatch(past, /Un courriel vous le rappelle/);
      match(past, /Choisir de recevoir ou non des rappels/);
    });

    it(says ? "reads it in each mail that asks" : "reads in each mail that asks how to ask the school", async () => {
      const { id, about, mails } = await debtor();
      await suspended(world, SCHOOL, about);
      await perform(world, askCharge, {
        actor: finance,
        establishment: SCHOOL,
        attempt: newAttempt(),
        input: { charge: id, dueOn: "2027-01-31", reason: "convenu" },
      });
      now = new Date("2026-11-25T09:00:00Z");
      const letters = (await mails()).map(({ paragraphs }) => plain((paragraphs as string[]).join("\n")));
      equal(letters.length, 1);
      for (const letter of letters)
        match(letter, says ? /Par virement : titulaire École d’essai, IBAN FR14/ : /n’a pas publié ses coordonnées/);
    });

    it(
      says ? "reads it in the mail of the submission that charges it" : "is told of a submission how to ask",
      async () => {
        now = new Date("2027-03-10T09:00:00Z");
        await anIntake(world);
        const who = await makeAccount(world, { name: "Camille", address: "dossier@exemple.fr" });
        const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
        await handedIn(world, who, await aDossier(world, who, given));
        const [mail] = await withSchool(world.db, SCHOOL, (tx) =>
          tx.selectFrom("mail").select("paragraphs").where("to_address", "=", who.address).orderBy("id").execute(),
        );
        now = new Date("2026-11-25T09:00:00Z");
        const text = plain((mail!.paragraphs as string[]).join("\n"));
        match(text, /Les frais de sélection sont de 160,00 €/);
        if (says)
          match(text, /IBAN FR14 2004[^,]+, BIC PSSTFRPPMON, motif LV-[\s\S]+Par chèque : à l’ordre de École d’essai/);
        else match(text, /n’a pas publié ses coordonnées bancaires/);
      },
    );

    it(says ? "gives the doctor nothing to say" : "has the doctor call it a fault", async () => {
      await debtor();
      const found = await withSchool(world.db, SCHOOL, async (tx) => {
        const all = [];
        for (const look of schoolChecks(world)) all.push(await look(tx, SCHOOL));
        return all.find((one) => one?.name === "payment");
      });
      equal(found?.ok, says ? undefined : false);
      if (!says) match(found!.label.fr, /personne ne peut les payer.+payment\.transfer\.iban/);
    });
  });

describe("the doctor, of how a school is paid", () => {
  let close: () => Promise<void>;
  let world: World;
  before(async () => {
    ({ world, close } = await testWorldOf());
  });
  after(() => close());
  const look = (given: Partial<Parameters<typeof waysCheck>[2]> = {}) =>
    withSchool(world.db, SCHOOL, (tx) =>
      waysCheck(tx, SCHOOL, { payee: payee(silent), asks: true, paysOnline: false, ...given }),
    );

  it("tells, before anybody owes, that a fee will be asked for which nobody could pay", async () => {
    const found = await look();
    equal(found?.ok, null);
    match(found.label.en, /will ask for a selection fee and does not say how it is paid/);
  });

  it("says nothing where nothing is asked, or where one way at least is there", async () => {
    equal(await look({ asks: false }), undefined);
    equal(await look({ paysOnline: true }), undefined);
    equal(await look({ payee: payee({ ...silent, cheque: told.cheque }) }), undefined);
    equal(await look({ payee: payee(told) }), undefined);
  });

  it("tells of an account whose holder is not named", async () => {
    const { holder: _, ...nameless } = told.transfer;
    const found = await look({ payee: payee({ ...told, transfer: nameless }) });
    equal(found?.ok, null);
    match(found.label.fr, /n’a pas de titulaire/);
  });
});

describe("the doctor, of what a school says of itself on contracts and invoices", () => {
  const look = (data: (typeof LAWS.establishments)[number]["data"]) =>
    legalCheckOf({
      laws: { ...LAWS, establishments: [{ ...LAWS.establishments[0]!, data }] },
      now: () => new Date("2026-12-01"),
    });
  const { data } = LAWS.establishments[0]!;

  it("names each thing that its file does not say, where it has a law of money", async () => {
    const found = await look(data)(undefined as never, SCHOOL);
    equal(found?.ok, null);
    match(found.label.fr, /ne dit pas \(legal\) : sa forme juridique \(form\), .* et le médiateur/);
    const { money: _, ...without } = data;
    equal(await look(without)(undefined as never, SCHOOL), undefined);
  });
});

describe("a demonstration", () => {
  it("shows how a school would be paid that has not said it, by means that say they are an example", () => {
    const [school] = withExamplePayment(LAWS).establishments;
    const { transfer, cheque } = school!.data.payment;
    match(transfer.holder!, /^Exemple, ne rien payer/);
    match(cheque.payableTo!, /^Exemple, ne rien payer/);
    ok(payCode(school!.data, asked));
  });

  it("leaves a school alone that has", () => {
    const [first] = LAWS.establishments;
    const laws = { ...LAWS, establishments: [{ ...first!, data: { ...first!.data, payment: told } }] };
    deepEqual(withExamplePayment(laws), laws);
  });
});
