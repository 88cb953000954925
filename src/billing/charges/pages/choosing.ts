/** A field that names a charge as people know it: by its reference, a name, a receipt or a dossier number. */
import { html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import type { Field } from "../../../page/field.ts";
import { radios, textField } from "../../../page/form.ts";
import { textOf } from "../../../page/form-values.ts";
import type { Form, Visit } from "../../../page/page.ts";
import { findDebtors } from "../../debtors/views.ts";
import { findCharges, type OwedCharge } from "../views.ts";
import { money } from "./parts.ts";
import { moneyWords } from "./words.ts";

/** By typed text, the charges that may be meant: those with something to pay, if any; and the debtors, for money that names no charge. */
export type Named = ReadonlyMap<string, readonly Meant[]>;
/** `reference`: of the charge, or the debtor's own; `balance`: what is left to pay. */
type Meant = Pick<OwedCharge, "id" | "reference" | "debtorName" | "balance"> &
  Partial<Pick<OwedCharge, "called">> & { readonly alone?: true };

/** The charges that the rows of a submitted form name. */
export async function chargesNamed(visit: Visit, sent: Form | undefined): Promise<Named> {
  const names = sent?.names.filter((name) => /^reference-\d+$/.test(name)) ?? [];
  const named = new Map<string, readonly Meant[]>();
  for (const text of new Set(names.map((name) => textOf(sent!, name)).filter(Boolean))) {
    const matching = (await see(visit, findCharges, { text }))?.charges ?? [];
    const owing = matching.filter(({ balance }) => balance > 0);
    const debtors = (await see(visit, findDebtors, { text }))?.debtors ?? [];
    const alone = debtors.map(({ debtor, name, open }): Meant => {
      return { id: debtor, reference: debtor, debtorName: name, balance: open, alone: true };
    });
    named.set(text, [...(owing.length > 0 ? owing : matching), ...alone]);
  }
  return named;
}

type Asked = { readonly label: string; readonly size: number; readonly missing: string };

/** The charge meant; if several match, a choice is shown below the field. */
export function chargeField({ label, size, missing }: Asked, named: Named, lang: Lang): Field<Meant> {
  const words = moneyWords(lang).owed;
  const among = (typed: Form, name: string) => named.get(textOf(typed, name)) ?? [];
  return {
    label,
    parts: ["", "-pick"],
    read: (typed, name) => {
      if (textOf(typed, name) === "") return { fault: missing };
      const meant = among(typed, name);
      const choice =
        meant.length === 1 ? meant[0] : meant.find(({ reference }) => reference === typed.get(`${name}-pick`));
      if (choice) return { value: choice };
      return meant.length === 0 ? { fault: words.unknown } : { fault: words.which(meant.length), control: "-pick" };
    },
    write: ({ reference }, name) => ({ [name]: reference, [`${name}-pick`]: "" }),
    print: ({ name, typed, errors }) => {
      const pick = `${name}-pick`;
      const options = among(typed, name).map(({ reference, debtorName, called, balance, alone }) => ({
        value: reference,
        label: alone
          ? words.alone(debtorName ?? words.unnamed)
          : `${debtorName ?? words.unnamed}, ${[called, reference].filter(Boolean).join(", ")}`,
        hint: `${words.balance}${lang === "fr" ? " :" : ":"} ${money(Math.max(0, balance), lang)}`,
      }));
      const value = typed.get(pick) || undefined;
      return html`${textField({ name, label, size, value: typed.get(name), errors, lang })}${options.length > 1 && radios({ name: pick, legend: words.whichLegend, options, value, errors, lang })}`;
    },
    say: ({ reference }) => reference,
  };
}
