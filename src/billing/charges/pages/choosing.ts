/** A charge named in a field as people know it: by its reference, a name, a receipt or the number of a dossier. */
import { type Html, html } from "../../../kit/html.ts";
import { see } from "../../../page/acting.ts";
import { radios } from "../../../page/form.ts";
import type { Visit } from "../../../page/page.ts";
import { findCharges, type OwedCharge } from "../views.ts";
import { money, type Sent } from "./parts.ts";
import { moneyWords } from "./words.ts";

/** Of each field that could mean several, which. */
export type Choices = Map<string, readonly OwedCharge[]>;

/** The one charge meant, those with something to pay first; else what is wrong is said beside the field. */
export async function chargeMeant(
  visit: Visit,
  sent: Sent,
  field: string,
  choices: Choices,
): Promise<OwedCharge | undefined> {
  const words = moneyWords(visit.lang).owed;
  const text = sent.text(`${field}-pick`) || sent.text(field);
  const found = (await see(visit, findCharges, { text }))?.charges ?? [];
  const owing = found.filter(({ balance }) => balance > 0);
  const meant = owing.length > 0 ? owing : found;
  if (meant.length === 1) return meant[0];
  if (meant.length === 0) sent.errors.push({ field, message: words.unknown });
  else {
    choices.set(field, meant);
    sent.errors.push({ field: `${field}-pick`, message: words.which(meant.length) });
  }
  return undefined;
}

/** Below the field: which of those it could mean. */
export function pickField({ lang }: Visit, sent: Sent, name: string, choices: Choices): Html | false {
  const among = choices.get(name);
  if (!among) return false;
  const words = moneyWords(lang).owed;
  const options = among.map(({ reference, debtorName, called, balance }) => ({
    value: reference,
    label: `${debtorName ?? words.unnamed}, ${[called, reference].filter(Boolean).join(", ")}`,
    hint: `${words.balance}${lang === "fr" ? " :" : ":"} ${money(Math.max(0, balance), lang)}`,
  }));
  return html`${radios({ name: `${name}-pick`, legend: words.whichLegend, options, value: undefined, errors: sent.errors, lang })}`;
}
