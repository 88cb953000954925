/** The parts shared by the pages of contracts: what they read, how a share is said, who pays as typed. */
import { href, type Html, html } from "../../kit/html.ts";
import { type Lang, sayDay, sayMoney } from "../../kit/lang.ts";
import { isId } from "../../kit/shapes.ts";
import { capital } from "../../kit/typography.ts";
import { amount } from "../../billing/charges/pages/parts.ts";
import { see } from "../../page/acting.ts";
import { table } from "../../page/form.ts";
import { pick, text } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { seeContract } from "../views.ts";
import { linkOrWho } from "./done-by.ts";
import { places } from "./places.ts";
import { contractWords } from "./words.ts";

export type Seen = NonNullable<Awaited<ReturnType<typeof contractSeen>>>;
type Share = NonNullable<Seen["contract"]>["shares"][number];

export async function contractSeen(visit: Visit, { dossier }: { readonly dossier: string }) {
  return isId(dossier) ? see(visit, seeContract, { dossier, language: visit.lang }) : undefined;
}

/** Who pays, how much, and where its paper stands. */
export function sharesTable(visit: Visit, { contract, dossier, state: stage }: Seen): Html | false {
  const { lang } = visit;
  if (!contract) return false;
  const words = contractWords(lang);
  const papers = new Map(contract.papers.map((one) => [one.source, one]));
  // What is signed is one press away from its text.
  const stands = (share: Share, state: State) => {
    const ended = stage === "withdrawn" && !share.own && (share.signed ?? share.answer);
    const says = capital(ended ? words.states.ended : standsIn(lang, share, state));
    const { sent } = share;
    if (!share.signed)
      return sent === null || ended
        ? says
        : `${says}, ${words.sentOn(sayDay(sent.on, lang), sent.to, sent.declined !== null)}`;
    const to = visit.link(places.paper.to({ dossier, source: share.source }));
    return html`<a class="ds-link" href="${href(to)}">${says}<span class="ds-sr-only"> : ${calledIn(lang, share)}</span></a>`;
  };
  return table({
    id: "shares",
    caption: words.shares,
    head: [words.payer, words.amount, words.paper, words.stands],
    rows: contract.shares.map((share) => {
      const paper = papers.get(share.source);
      return [
        takenOverIn(lang, share),
        sayMoney(share.amount, lang),
        capital(words.papers[paper?.paper ?? share.paper]),
        paper ? stands(share, paper.state) : contract.carried ? capital(words.carriedShare) : "–",
      ];
    }),
    numeric: [1],
    stacks: true,
  });
}

/** What is wanting, each with where it is mended, or by whom. */
export function wantsHtml(
  reader: Pick<Visit, "lang" | "link" | "actor">,
  wants: readonly Seen["wants"][number][],
): Html | false {
  return wants.length > 0 && html`<ul>${wants.map((one) => html`<li>${linkOrWho(reader, one)}</li>`)}</ul>`;
}

/** What was asked and paid before the school used this service: no document of ours. */
export function billedBefore(lang: Lang, { billedBefore: before }: Pick<Seen, "billedBefore">): Html | false {
  const words = contractWords(lang);
  return (
    before.length > 0 &&
    table({
      id: "before",
      caption: words.before.caption,
      head: [words.payer, words.before.until, words.before.invoiced, words.before.paid, words.before.left],
      rows: before.map(({ label, invoiced, paid, until, number }) => [
        capital(label[lang]),
        number === null ? sayDay(until, lang) : `${sayDay(until, lang)}, ${number}`,
        sayMoney(invoiced, lang),
        sayMoney(paid, lang),
        sayMoney(invoiced - paid, lang),
      ]),
      numeric: [2, 3, 4],
      stacks: true,
    })
  );
}

/** « La Commune (l’employeur), depuis le 1er octobre 2028, à la suite de Les Amandiers ». */
function takenOverIn(lang: Lang, share: Share): string {
  const { takesOver } = share;
  const called = calledIn(lang, share);
  if (!takesOver) return called;
  const { since, called: former, label } = takesOver;
  return contractWords(lang).takesOver(called, sayDay(since, lang), former ?? label[lang]);
}

export function calledIn(lang: Lang, { label, called }: Pick<Share, "label" | "called">): string {
  return called === null ? capital(label[lang]) : `${called} (${label[lang]})`;
}

type State = NonNullable<Seen["contract"]>["papers"][number]["state"];

function standsIn(lang: Lang, { own, paper, signed, asked, answer }: Share, state: State): string {
  const { states, answers, numbered } = contractWords(lang);
  // Nobody grants what the person pays: it is agreed on there, with the platform's part.
  if (own && paper === "platform") return states.onPlatform;
  if (paper !== "contract" && paper !== "convention") {
    const said = (parts: readonly string[], number: string | null) =>
      [...parts, ...(number === null ? [] : [numbered(number)])].join(", ");
    if (asked) return said([answers.asked, sayDay(asked.on, lang)], asked.number);
    if (answer)
      return said([answers[answer.answer], sayMoney(answer.amount, lang), sayDay(answer.on, lang)], answer.number);
    return state === "unsigned" ? states.unanswered : states.answered;
  }
  if (state === "unsigned" && signed) return states.toCountersign;
  return states[state];
}

/** How many others a form takes at once; more are named once these are noted. */
const OTHERS = [1, 2, 3] as const;
type Nth = (typeof OTHERS)[number];
/** Beside which an issue about any of them is shown: of the fields, the compiler knows only those written out in the form. */
export const FIRST = "source1" as "status";
type Others = {
  readonly [K in `source${Nth}` | `called${Nth}` | `payer${Nth}`]?: string;
} & { readonly [K in `amount${Nth}`]?: number };

/** `registered`: the office chooses among the payers of the register. */
export function othersFields(lang: Lang, { payers, registered }: Pick<Seen, "payers" | "registered">, office: boolean) {
  const words = contractWords(lang);
  const sources = payers.map(({ payer, label }) => ({ value: payer, label: capital(label[lang]) }));
  const known = registered.map(({ id, name }) => ({ value: id, label: name }));
  const of = (nth: Nth) => ({
    [`source${nth}`]: pick({ label: words.other(nth), options: sources, empty: words.nobody, optional: true }),
    [`amount${nth}`]: amount({ lang, label: words.amountOf(nth), optional: true }),
    [`called${nth}`]: text({ label: words.calledOf(nth), optional: true }),
    ...(office && {
      [`payer${nth}`]: pick({
        label: words.registeredOf(nth),
        options: known,
        empty: words.noneOfRegister,
        optional: true,
      }),
    }),
  });
  return Object.assign({}, ...OTHERS.map(of)) as Record<string, ReturnType<typeof text>>;
}

/** As typed: a payer without an amount pays nothing yet, such as an employer whose fund pays. */
export function othersTyped(typed: object) {
  const values = typed as Others;
  return OTHERS.flatMap((nth) => {
    const source = values[`source${nth}`];
    const [named, payer] = [values[`called${nth}`], values[`payer${nth}`]];
    if (source === undefined) return [];
    return [
      {
        source,
        amount: values[`amount${nth}`] ?? 0,
        ...(named !== undefined && { named }),
        ...(payer !== undefined && { payer }),
      },
    ];
  });
}

/** Beside each payer that was named without an amount: nothing is asked of a fund for 0. An employer pays nothing where its accord does. */
export function withoutAmount(
  typed: object,
  { payers }: Pick<Seen, "payers">,
  says: (label: Seen["payers"][number]["label"]) => string,
): object {
  const values = typed as Others;
  const entry = (source: string | undefined) => payers.find(({ payer }) => payer === source);
  const accord = OTHERS.some((nth) => entry(values[`source${nth}`])?.paper === "grant");
  return Object.fromEntries(
    OTHERS.flatMap((nth) => {
      const one = entry(values[`source${nth}`]);
      const none = one && (values[`amount${nth}`] ?? 0) === 0 && !(one.employer && accord);
      return none ? [[`amount${nth}`, says(one.label)]] : [];
    }),
  );
}

/** What stands already; before that, as the person said in the application. */
export function othersBegun({ contract, priced }: Seen): object {
  const others = contract
    ? contract.shares.filter(({ own }) => !own).map((share) => ({ ...share, amount: amountNow(contract, share) }))
    : (priced?.shares ?? [])
        .filter(({ own }) => !own)
        .map(({ source, amount }) => ({ source, amount, called: null, payer: null }));
  return Object.fromEntries(
    others
      .slice(0, OTHERS.length)
      .flatMap(({ source, amount, called, payer }, at) => [
        [`source${at + 1}`, source],
        ...(amount > 0 ? [[`amount${at + 1}`, amount]] : []),
        ...(payer === null && called !== null ? [[`called${at + 1}`, called]] : []),
        ...(payer === null ? [] : [[`payer${at + 1}`, payer]]),
      ]),
  );
}

/** What a fund answered, where it falls short of what was meant. */
function amountNow({ short }: NonNullable<Seen["contract"]>, { source, amount, answer }: Share): number {
  return short.includes(source) ? Math.min(answer?.amount ?? 0, amount) : amount;
}

export function othersHtml(lang: Lang): Html {
  return html`<p>${contractWords(lang).rest}</p>`;
}

export function statusField(lang: Lang, { statuses }: Pick<Seen, "statuses">, label: string) {
  return pick({
    label,
    options: statuses.map(({ status, label: one }) => ({ value: status, label: capital(one[lang]) })),
  });
}
