/**
 * The frame of what is done to a charge by hand: a form, then, where it cannot be taken back or looks like a slip of the hand,
 * what it will do, to be confirmed. Nothing about money happens by one click.
 */
import type { Outcome } from "../../../act.ts";
import { type Html, html } from "../../../kit/html.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../web/acting.ts";
import { button, dateField, errorSummary, form, radios, summaryList, textField } from "../../../web/form.ts";
import { type DateParts, partsOf } from "../../../web/form-values.ts";
import { NO_FORM, type Form, type Page, type PageResult, type Visit } from "../../../web/page.ts";
import { refundable } from "../../rules/charge-state.ts";
import { isOwn } from "../hands.ts";
import { type Means, type SeenCharge, seeCharge } from "../views.ts";
import { sayMeans } from "../words.ts";
import { readSent, type Sent, money, office } from "./parts.ts";
import { moneyWords } from "./words.ts";

/** What a form shows: as it opens, or as it was sent. */
export type Typed = {
  readonly amount: string;
  readonly day: DateParts;
  readonly means: string | undefined;
  readonly reason: string;
  readonly note: string;
};

type ActionWords = "record" | "refund" | "giveBack" | "waive" | "reverse" | "unwaive" | "ask";

/** What was sent, read without a fault. */
type Ready = {
  readonly perform: () => Promise<Outcome<unknown>>;
  /** What it will do, where it is asked about before. */
  readonly check?: { readonly rows: readonly { key: string; value: string }[]; readonly why?: string } | undefined;
};

export type Action = {
  readonly name: string;
  readonly path: string;
  readonly words: ActionWords;
  /** What the form opens with; `undefined` where there is nothing to do. */
  readonly begin: (seen: SeenCharge, visit: Visit) => Partial<Typed> | undefined;
  readonly fields: (visit: Visit, typed: Typed, sent: Sent, seen: SeenCharge) => Html;
  /** What it takes, `undefined` where it is at fault; or an outcome of its own, where there is nothing to do any more. */
  readonly read: (visit: Visit, sent: Sent, seen: SeenCharge) => Ready | "gone" | undefined;
  readonly title?: (seen: SeenCharge, visit: Visit) => string;
};

/** What the page of the charge is told was done, and says. */
export const DONE: Readonly<Record<ActionWords, string>> = {
  record: "paiement",
  refund: "remboursement",
  giveBack: "demande",
  waive: "exoneration",
  reverse: "annulation",
  unwaive: "exoneration-annulee",
  ask: "demande-malgre-tout",
};

/** The buttons of what is asked before it is done. */
const CONFIRM = "confirm";
const CORRECT = "correct";

export function actionPage(action: Action): Page {
  const titleOf = (visit: Visit, seen: SeenCharge) =>
    action.title?.(seen, visit) ?? (moneyWords(visit.lang)[action.words].title as string);
  const shown = (visit: Visit, seen: SeenCharge, typed: Typed, sent: Sent): PageResult => {
    const words = moneyWords(visit.lang)[action.words];
    const main = html`${errorSummary(sent.errors, visit.lang)}
<p><strong>${aboutOf(visit, seen, action.words)}</strong></p>
${form(visit, html`${action.fields(visit, typed, sent, seen)}${button(words.go)}`)}`;
    const given = { title: titleOf(visit, seen), lead: words.lead, main, errors: sent.errors };
    return office(visit, { ...given, back: `/finances/frais/${seen.charge.id}` });
  };
  const checked = (visit: Visit, seen: SeenCharge, sent: Sent, check: NonNullable<Ready["check"]>): PageResult => {
    const { lang } = visit;
    const words = moneyWords(lang);
    const buttons = html`${sentAgain(sent.form)}<div class="actions">${button(words[action.words].go, { name: "do", value: CONFIRM })}${button(words.form.correct, { name: "do", value: CORRECT, variant: "secondary" })}</div>`;
    const main = html`<p><strong>${aboutOf(visit, seen, action.words)}</strong></p>
${check.why !== undefined && html`<p class="ds-alert" data-color="warning">${check.why}</p>`}
${summaryList(check.rows, lang)}
${form(visit, buttons)}`;
    const title = words.form.checkTitle(titleOf(visit, seen));
    return office(visit, { title, main, back: `/finances/frais/${seen.charge.id}` });
  };
  return {
    name: action.name,
    path: action.path,
    who: "keep the accounts",
    view: async (visit) => {
      const seen = await see(visit, seeCharge, { id: visit.params.charge! });
      const begun = seen && action.begin(seen, visit);
      if (!seen || !begun) return { notFound: true };
      if (isOwn(seen.charge, visit.actor)) return { redirect: visit.link(`/finances/frais/${seen.charge.id}`) };
      const blank: Typed = { amount: "", day: partsOf(visit.today), means: undefined, reason: "", note: "" };
      return shown(visit, seen, { ...blank, ...begun }, readSent(NO_FORM, visit.lang));
    },
    submit: async (visit, posted) => {
      const seen = await see(visit, seeCharge, { id: visit.params.charge! });
      if (!seen) return { notFound: true };
      const to = visit.link(`/finances/frais/${seen.charge.id}`);
      if (isOwn(seen.charge, visit.actor)) return { redirect: to };
      const sent = readSent(posted, visit.lang);
      const asked = posted.get("do");
      const ready = asked === CORRECT ? undefined : action.read(visit, sent, seen);
      // What somebody else did in between stands there.
      if (ready === "gone") return { redirect: `${to}?fait=deja` };
      if (ready?.check && sent.errors.length === 0 && asked !== CONFIRM) return checked(visit, seen, sent, ready.check);
      const outcome = await ready?.perform();
      if (outcome?.kind === "done") return { redirect: `${to}?fait=${DONE[action.words]}` };
      if (outcome?.kind === "stale") return { redirect: `${to}?fait=deja` };
      if (outcome?.kind === "invalid") sent.add(outcome.issues);
      if (outcome?.kind === "forbidden") return { notFound: true };
      const typed: Typed = {
        amount: sent.text("amount"),
        day: sent.parts("day"),
        means: sent.text("means"),
        reason: sent.text("reason"),
        note: sent.text("note"),
      };
      return shown(visit, seen, typed, sent);
    },
  };
}

/** Of whom, and what stands there to be paid or given back. */
function aboutOf({ lang }: Visit, { charge, state }: SeenCharge, action: ActionWords): string {
  const words = moneyWords(lang).charge;
  const gives = action === "refund" || action === "giveBack";
  const [label, amount] =
    state.balance < 0
      ? [words.back, -state.balance]
      : gives
        ? [words.refundable, refundable(state)]
        : [words.balance, state.balance];
  const colon = lang === "fr" ? " :" : ":";
  const name = charge.debtorName ?? moneyWords(lang).owed.unnamed;
  return `${name}, ${charge.reference}. ${label}${colon} ${money(amount, lang)}`;
}

/** What was sent, carried to where it is confirmed; `as` where what was read says more than what was typed. */
export function sentAgain(sent: Form, as: Readonly<Record<string, string>> = {}): Html {
  const carried = [...new Set(sent.names)].filter((name) => !name.startsWith("_") && name !== "do" && !(name in as));
  return html`${Object.entries(as).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${carried.flatMap((name) => sent.all(name).map((value) => html`<input type="hidden" name="${name}" value="${value}">`))}`;
}

export function dayField(
  visit: Visit,
  value: DateParts,
  { errors }: Sent,
  legend: string = moneyWords(visit.lang).form.day,
): Html {
  return dateField({ name: "day", legend, value, errors, lang: visit.lang });
}

export function meansField(visit: Visit, value: string | undefined, { errors }: Sent, means: readonly Means[]): Html {
  const { lang } = visit;
  const options = means.map((one) => ({ value: one, label: capital(sayMeans(one, lang)) }));
  return radios({ name: "means", legend: moneyWords(lang).form.means, options, value, errors, lang });
}

type Reason = { readonly sentOut?: boolean; readonly suggestions?: readonly string[] };

export function reasonField(
  visit: Visit,
  value: string,
  { errors }: Sent,
  { sentOut = false, suggestions = [] }: Reason = {},
): Html {
  const { lang } = visit;
  const words = moneyWords(lang).form;
  const hint = sentOut ? words.reasonHintSent : words.reasonHint;
  return textField({ name: "reason", label: words.reason, hint, value, suggestions, errors, lang });
}

/** Issues of the act name its own fields; the form calls every day `day`. */
export function daysOf(outcome: Outcome<unknown>): Outcome<unknown> {
  if (outcome.kind !== "invalid") return outcome;
  return {
    ...outcome,
    issues: outcome.issues.map((one) => (one.path.endsWith("On") ? { ...one, path: "day-day" } : one)),
  };
}
