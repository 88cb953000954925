/** What is owed and paid for a person's dossiers, on the office's page about them. */
import { href, html } from "../../../kit/html.ts";
import { sayDay, sayMoney } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import type { PersonParts } from "../../../page/person.ts";
import { seeMoneyAbout } from "../views.ts";
import { sayMeans, sayState } from "../words.ts";
import { moneyWords } from "./words.ts";

export const moneyPart: PersonParts = async (visit, { dossiers }) => {
  const { lang, link } = visit;
  const words = moneyWords(lang);
  // The fee of the application, and what is invoiced by the contract.
  const about = dossiers.slice(0, 25).flatMap(({ dossier }) => [`dossier:${dossier}`, `contract:${dossier}`]);
  const { charges = [], movements = [] } = (await see(visit, seeMoneyAbout, { about })) ?? {};
  if (charges.length === 0) return [];
  const own = charges.filter(({ debtor }) => !debtor?.startsWith("payer:"));
  const owed = own.reduce((sum, { balance, suspended }) => sum + (suspended ? 0 : Math.max(0, balance)), 0);
  const pageOf = (reference: string | null) =>
    `/finances/frais/${charges.find((one) => one.reference === reference)!.id}`;
  const main = table({
    id: "argent-liste",
    caption: words.person.caption,
    stacks: true,
    head: [
      words.owed.reference,
      words.person.state,
      words.person.dueOn,
      words.person.total,
      words.person.paid,
      words.person.balance,
    ],
    rows: charges.map((charge) => [
      html`<a class="ds-link" href="${href(link(`/finances/frais/${charge.id}`))}">${charge.reference}</a>${charge.debtor?.startsWith("payer:") && html` <span class="small">${charge.debtorName}</span>`}`,
      sayState(charge.state, lang),
      sayDay(charge.dueOn, lang),
      sayMoney(charge.total, lang),
      sayMoney(charge.paid, lang),
      sayMoney(charge.balance, lang),
    ]),
    numeric: [3, 4, 5],
  });
  const of = { subject: "argent", kind: words.person.title };
  const events = [
    ...charges.map(({ chargedOn, total, reference }) => ({
      ...of,
      at: chargedOn,
      what: words.person.charged(sayMoney(total, lang), reference),
      to: pageOf(reference),
    })),
    ...movements.map(({ day, kind, amount, means, reference }) => ({
      ...of,
      at: day,
      what: words.person.moved(
        capital(words.export.kinds[kind]),
        [sayMoney(Math.abs(amount), lang), ...(means === null ? [] : [sayMeans(means, lang)]), reference ?? ""].join(
          ", ",
        ),
      ),
      to: pageOf(reference),
    })),
  ];
  return [
    {
      key: "argent",
      title: words.person.title,
      main: html`<p>${owed === 0 ? words.person.nothing : words.person.left(sayMoney(owed, lang))}</p>${main}`,
      events,
    },
  ];
};
