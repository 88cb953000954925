/**
 * An act of the office on a charge: a form, then a confirmation if it is irreversible or looks like a slip. Nothing about money happens by
 * one click.
 */
import type { TSchema } from "typebox";
import { type Html, html } from "../../../kit/html.ts";
import { capital } from "../../../kit/typography.ts";
import type { At, Check, FormOf, FormPage } from "../../../page/declared.ts";
import type { Field, Fields, Values } from "../../../page/field.ts";
import { formPage } from "../../../page/form-page.ts";
import { choice, day, text } from "../../../page/kinds.ts";
import type { Params } from "../../../page/route.ts";
import { see } from "../../../page/acting.ts";
import type { Page } from "../../../page/page.ts";
import { refundable } from "../../rules/charge-state.ts";
import { isOwn } from "../hands.ts";
import { type Means, type SeenCharge, seeCharge } from "../views.ts";
import { sayMeans } from "../words.ts";
import { charge, money, officeFrame } from "./parts.ts";
import { moneyWords } from "./words.ts";

type ActionWords =
  | "record"
  | "refund"
  | "proposeBack"
  | "proposeOnline"
  | "giveBack"
  | "waive"
  | "reverse"
  | "unwaive"
  | "ask"
  | "writeOff"
  | "dispute";
type Words = ReturnType<typeof moneyWords>;
type Seen<P = unknown> = At<SeenCharge, Words, P>;

/** The query values by which the page of the charge confirms what was done. */
export const DONE: Readonly<Record<ActionWords, string>> = {
  record: "paiement",
  refund: "remboursement",
  proposeBack: "a-rendre-demande",
  proposeOnline: "en-ligne-demande",
  giveBack: "demande",
  waive: "exoneration",
  reverse: "annulation",
  unwaive: "exoneration-annulee",
  ask: "demande-malgre-tout",
  writeOff: "perte-demandee",
  dispute: "conteste",
};

type Asks = Pick<Check, "rows" | "warning"> | undefined;

type Action<T extends string, F extends Fields, I extends TSchema, V, K extends string> = Pick<
  FormPage<T, Words, SeenCharge, F, I, V, K>,
  "name" | "route" | "also"
> &
  Pick<FormOf<Seen<Params<T>>, F, I, V>, "fields" | "begin" | "act" | "input" | "on"> & {
    readonly words: ActionWords;
    readonly title?: (at: Seen<Params<T>>) => string;
    /** What is done on another page. */
    readonly elsewhere?: (at: Seen<Params<T>>) => Html;
    /** Whether the action applies now. */
    readonly open: (at: Seen<Params<T>>) => boolean;
    /** The effect to confirm, if the action needs confirmation. */
    readonly check?: (values: Values<F>, at: Seen<Params<T>>) => Asks | Promise<Asks>;
  };

export function actionPage<T extends string, F extends Fields, I extends TSchema, V, K extends string = never>(
  action: Action<T, F, I, V, K>,
): Page {
  const { name, route, also, open, title, check, elsewhere, ...declared } = action;
  const titleOf = (at: Seen<Params<T>>) => title?.(at) ?? (at.words[action.words].title as string);
  const toCharge = ({ seen }: Seen, fait?: string) => charge.to({ charge: seen.charge.id }, { fait });
  const form = {
    ...declared,
    confirm: async (values: Values<F>, at: Seen<Params<T>>) => {
      const asked = await check?.(values, at);
      const heading = at.words.form.checkTitle(titleOf(at));
      const go = at.words[action.words].go;
      return asked && { ...asked, title: heading, lead: aboutHtml(at, action.words), go };
    },
    done: (_: V, at: Seen<Params<T>>) => toCharge(at, DONE[action.words]),
    // The page of the charge shows a colleague's concurrent change.
    stale: (at: Seen<Params<T>>) => ({ to: toCharge(at, "deja") }),
    forbidden: (at: Seen<Params<T>>) => ({ to: toCharge(at) }),
  };
  return formPage<T, Words, SeenCharge, F, I, V, K, ActionWords>({
    name,
    route,
    who: "keep the accounts",
    words: moneyWords,
    seen: (visit) => see(visit, seeCharge, { id: visit.params.charge! }),
    elsewhere: (at) => {
      if (isOwn(at.seen.charge, at.visit.actor)) return toCharge(at);
      return open(at) ? undefined : { notFound: true };
    },
    form,
    ...(also && { also }),
    shown: (at, forms) => ({
      title: titleOf(at),
      lead: at.words[action.words].lead,
      main: html`${aboutHtml(at, action.words)}
${elsewhere?.(at)}
${forms.form()}`,
      back: toCharge(at),
    }),
    frame: officeFrame,
  });
}

/** The debtor, and what is left to pay or to refund. */
function aboutHtml({ lang, words, seen: { charge: of, state } }: Seen, action: ActionWords) {
  const gives = action === "refund" || action === "proposeBack" || action === "proposeOnline" || action === "giveBack";
  const [label, amount] =
    state.balance < 0
      ? [words.charge.back, -state.balance]
      : gives
        ? [words.charge.refundable, refundable(state)]
        : [words.charge.balance, state.balance];
  const colon = lang === "fr" ? "\u00a0:" : ":";
  return html`<p><strong>${of.debtorName ?? words.owed.unnamed}, ${of.reference}. ${label}${colon} ${money(amount, lang)}</strong></p>`;
}

export function dayField({ words }: Seen, legend: string = words.form.day): Field<string> {
  return day({ label: legend, missing: words.form.dayFault });
}

export function meansField<const M extends Means>({ lang, words }: Seen, means: readonly M[]): Field<M> {
  const options = means.map((one) => ({ value: one, label: capital(sayMeans(one, lang)) }));
  return choice({ label: words.form.means, options, missing: words.form.meansFault });
}

type Reason = { readonly sentOut?: boolean; readonly suggestions?: readonly string[] };

export function reasonField({ words }: Seen, { sentOut = false, suggestions = [] }: Reason = {}): Field<string> {
  const { reason, reasonHint, reasonHintSent, reasonFault } = words.form;
  return text({ label: reason, hint: sentOut ? reasonHintSent : reasonHint, suggestions, missing: reasonFault });
}
