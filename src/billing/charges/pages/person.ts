/** What is owed and paid for a person's dossiers, on the office's page about them. */
import { href, html } from "../../../kit/html.ts";
import { sayDay, sayMoney } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import type { PersonParts } from "../../../page/person.ts";
import { findCharges } from "../views.ts";
import { sayState } from "../words.ts";
import { moneyWords } from "./words.ts";

export const moneyPart: PersonParts = async (visit, { dossiers }) => {
  const { lang, link } = visit;
  const words = moneyWords(lang);
  const charges = [];
  for (const { number } of dossiers)
    charges.push(...((await see(visit, findCharges, { text: number }))?.charges ?? []));
  if (charges.length === 0) return [];
  const main = table({
    id: "argent-liste",
    caption: words.person.caption,
    stacks: true,
    head: [words.owed.reference, words.person.state, words.person.dueOn, words.person.total, words.person.balance],
    rows: charges.map((charge) => [
      html`<a class="ds-link" href="${href(link(`/finances/frais/${charge.id}`))}">${charge.reference}</a>`,
      sayState(charge.state, lang),
      sayDay(charge.dueOn, lang),
      sayMoney(charge.total, lang),
      sayMoney(charge.balance, lang),
    ]),
    numeric: [3, 4],
  });
  return [{ key: "argent", title: words.person.title, main }];
};
