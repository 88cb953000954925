/** Each clause of the promise of a first page refuses a page that breaks it. */
import { deepEqual, match } from "node:assert/strict";
import { describe, it } from "node:test";
import { contradictions, type Read } from "./rule.ts";

const label = (fr: string) => ({ fr, en: fr });
const AT = {
  dossier: "d",
  station: "interview",
  state: "now",
  says: label("Le 10 mai 2027 à 9 h 30"),
  heading: label("Un entretien vous attend"),
  to: null,
} as const;

const line = (key: string, verb: string, why = ""): Read["page"]["lines"][number] =>
  ({ key, chain: "c", part: "", verb: label(verb), why: label(why), mine: true }) as never;

/** In the morning of an interview whose hour is said: nothing of it is contradictory. */
const page = (more: Partial<Read> & { readonly with?: Partial<Read["page"]> } = {}): Read => ({
  name: "Ada",
  at: new Date("2027-05-10T06:00:00Z"),
  today: "2027-05-10",
  zone: "Europe/Paris",
  html: '<main><h1>Un entretien vous attend</h1><p>Lundi 10 mai 2027, à 9 h 30.</p><p class="says-line">Étape 3 sur 8 : <strong>entretien</strong></p></main>',
  waiting: [],
  owed: [],
  payments: [],
  withdrawals: [],
  mails: [],
  ...more,
  page: {
    at: AT,
    heading: "",
    lines: [],
    ahead: [],
    hidden: [],
    school: [],
    idle: false,
    today: undefined,
    ...more.with,
  },
});
const only = (read: Read, said: RegExp) => {
  const found = contradictions(read);
  match(found.join("\n"), said);
};

describe("the promise of a first page", () => {
  it("is held by a page on which all agrees", () => deepEqual(contradictions(page()), []));

  it("refuses an event that is past as the one ahead, and one without its day", () => {
    only(page({ at: new Date("2027-05-10T19:00:00Z") }), /which is past/);
    only(page({ html: "<main><h1>Un entretien vous attend</h1></main>" }), /without its day/);
  });

  it("refuses a line of the way that stands elsewhere than its sentence", () => {
    const html = `${page().html}<li aria-current="step"><span class="name">Formation</span></li>`;
    only(page({ html }), /the line stands at Formation, the sentence at entretien/);
  });

  it("refuses a next step of another station, and a key of which no station is said", () => {
    only(page({ with: { lines: [line("submit", "Déposez")] } }), /asks «Déposez» at the station interview/);
    only(page({ with: { lines: [line("new", "Faites")] } }), /no station is said of the key new/);
  });

  it("refuses that nothing waits while something does, and a row that is not shown", () => {
    const waiting = [{ key: "pay", chain: "c", part: "", dueOn: null }];
    only(page({ waiting, with: { idle: true } }), /says that nothing waits, and pay does[\s\S]*does not show pay/);
  });

  it("refuses a sum or an instalment that falls due soon and is not asked for", () => {
    only(page({ owed: [{ reference: "R", balance: 106, dueOn: "2027-05-01" }] }), /does not ask for 106/);
    const payments = [{ due: "2027-05-20", state: "to-come", amount: 487_200, paid: 0 }];
    only(page({ payments }), /does not say that 487200 fall due on 2027-05-20/);
  });

  it("refuses what is late without what follows otherwise", () => {
    const late = { ...line("pay", "Payez 106"), late: true, otherwise: label("L’école vous relance.") };
    only(page({ with: { lines: [late] } }), /is late, and does not say what follows/);
  });

  it("refuses to keep silent on the last day to withdraw", () => {
    only(page({ withdrawals: ["2027-05-15"] }), /may withdraw until 2027-05-15/);
  });

  it("refuses two days for the answer to one appeal", () => {
    const says = (day: string) => `<p>L’école répond à votre recours au plus tard le ${day} juin 2027.</p>`;
    only(page({ html: page().html + says("26") + says("27") }), /answered by 2027-06-26 and by 2027-06-27/);
  });

  it("refuses a past day in the future tense, and the reverse", () => {
    only(page({ html: `${page().html}<p>À faire au plus tard le 3 mai 2027.</p>` }), /which is past/);
    only(page({ html: `${page().html}<p>Déposé le 3 juin 2027.</p>` }), /which is to come/);
  });

  it("refuses the same said twice, but two sums of one amount", () => {
    only(page({ html: `${page().html}<main><h2>Lisez</h2><h2>Lisez</h2></main>` }), /says «Lisez» twice/);
    const html = `${page().html}<main><h2>Payez 5</h2><ul><li><a>Payez 5</a></li></ul></main>`;
    const lines = [line("pay", "Payez 5", "R-1"), line("pay", "Payez 5", "R-2")];
    deepEqual(contradictions(page({ html, with: { lines } })), []);
  });

  it("refuses a mail that says that nothing is left to pay while a sum is", () => {
    const mails = [{ subject: "Reçu", text: "Il ne reste rien à payer." }];
    const payments = [{ due: "2028-05-20", state: "to-come", amount: 1, paid: 0 }];
    only(page({ mails, payments }), /nothing is left to pay, and 1 sums are/);
  });
});
