/** A transfer that is typed and that came already: typed before, brought by a file, or waiting among the entries of the bank. */
import type { Performing } from "../../act/act.ts";
import { addDays, type Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import type { Issue } from "../../kit/schema.ts";
import { alikeTransfer, type Means } from "./movements/store.ts";

type Typing = {
  readonly debtor: string;
  readonly amount: number;
  readonly paidOn: Day;
  readonly means: Means;
  /** The person says that it is another. */
  readonly again?: true | undefined;
};

/** Asked once; a person who knows that it is another transfer confirms it. */
export async function twiceIssue(
  { tx, sameWithin, openTransfers }: Pick<Performing<unknown>, "tx" | "sameWithin" | "openTransfers">,
  { debtor, amount, paidOn, means, again }: Typing,
): Promise<Issue | undefined> {
  if (means !== "transfer" || again) return undefined;
  const around = { amount, from: addDays(paidOn, -sameWithin), to: addDays(paidOn, sameWithin) };
  const alike = await alikeTransfer(tx, { debtor, ...around });
  if (alike) return { path: "again", message: (lang) => counted(alike, lang) };
  const [waiting] = await openTransfers(tx, around);
  return waiting && { path: "again", message: (lang) => waits(waiting, lang) };
}

function counted({ number, paidOn, byFile }: { number: string; paidOn: Day; byFile: boolean }, lang: Lang): string {
  const day = sayDay(paidOn, lang);
  if (lang === "fr")
    return `${byFile ? "Le relevé de la banque a déjà apporté ce virement" : "Ce virement est déjà saisi"} : même débiteur, même somme, le ${day} (reçu ${number}). Si c’en est un autre, confirmez-le.`;
  return `${byFile ? "The statement of the bank has brought this transfer already" : "This transfer is typed already"}: same debtor, same sum, on ${day} (receipt ${number}). If it is another, confirm it.`;
}

function waits({ bookedOn, label }: { bookedOn: Day; label: string }, lang: Lang): string {
  const day = sayDay(bookedOn, lang);
  return lang === "fr"
    ? `Une opération de la banque de cette somme attend d’être rapprochée : ${label}, le ${day}. Rapprochez-la plutôt ; si c’est un autre virement, confirmez-le.`
    : `An entry of the bank of this sum waits to be matched: ${label}, on ${day}. Match it instead; if it is another transfer, confirm it.`;
}
