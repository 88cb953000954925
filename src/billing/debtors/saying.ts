/** What a charge is for, in a list or on a statement. */
import { type Label, type Lang, sayList } from "../../kit/lang.ts";
import { sayState } from "../charges/words.ts";
import type { ChargeStateName } from "../rules/charge-state.ts";
import { debtorWords } from "./words.ts";
import { capital } from "../../kit/typography.ts";

/** Where a charge of the account stands: what a credit took off was not waived. */
export function sayStanding(
  { state, invoice }: { readonly state: ChargeStateName; readonly invoice: string | null },
  lang: Lang,
): string {
  return state === "waived" && invoice !== null ? debtorWords(lang).credited : sayState(state, lang);
}

type Asked = { readonly lines: readonly { readonly label: Label }[]; readonly called: string | null };

export function sayLines({ lines, called }: Asked, lang: Lang): string {
  const said = capital(sayList([...new Set(lines.map(({ label }) => label[lang]))], lang));
  return called === null ? said : `${said}, ${called}`;
}
