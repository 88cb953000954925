/** « Qui paie avec vous ? »: a line for each way of funding, with its amount and name where it is ticked, and what to do for each. */
import { html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { allows } from "../../kit/machine.ts";
import { capital } from "../../kit/typography.ts";
import { amount } from "../../billing/charges/pages/parts.ts";
import { type Field, under } from "../../page/field.ts";
import { formPage } from "../../page/form-page.ts";
import { pick, text, ticks } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { sayWhoPays } from "../acts.ts";
import { CONTRACT } from "../rules/facts.ts";
import { askedBy, euros, folds, headed, ownFrame, ownSeen, type OwnSeen, stepsOf } from "./own-parts.ts";
import { isSettled } from "./own-price.ts";
import { ownWords } from "./own-words.ts";
import { places } from "./places.ts";

type Other = { readonly source: string; readonly amount: number; readonly named?: string };

/** Those that a person may name: with words for it, or named already. */
function waysOf(visit: Visit, seen: OwnSeen) {
  const { school, lang } = visit;
  const named = new Set((seen.contract?.shares ?? seen.priced?.shares ?? []).map(({ source }) => source));
  return seen.payers.flatMap(({ payer, label }) => {
    const { steps } = school.money?.payers.find((one) => one.payer === payer) ?? {};
    if (!steps && !named.has(payer)) return [];
    const asked = askedBy(visit, payer, seen.startsOn);
    return [{ value: payer, label: capital((steps ?? { label }).label[lang]), ...(asked && { hint: asked.says }) }];
  });
}

/** As the person would be asked without this form: as agreed, with what funds then answered, else as in the application. */
export function othersNow({ contract, priced, money, payers }: OwnSeen): Other[] | undefined {
  const known = new Set(payers.map(({ payer }) => payer));
  const now = new Map(money.anew?.others.map((one) => [one.source, one.amount]));
  const others = contract
    ? contract.shares
        .filter(({ own }) => !own)
        .map(({ source, amount: said, called }) => ({
          source,
          amount: now.get(source) ?? said,
          ...(called !== null && { named: called }),
        }))
        .filter((one) => one.amount > 0 || payers.some(({ payer, employer }) => employer && payer === one.source))
    : (priced?.shares ?? []).filter(({ own }) => !own).map(({ source, amount: said }) => ({ source, amount: said }));
  const employer = others.some(({ source }) => payers.some((one) => one.payer === source && one.employer));
  const accord = others.some(({ source }) => payers.some((one) => one.payer === source && one.paper === "grant"));
  return others.some(({ source }) => !known.has(source)) || (accord && !employer) ? undefined : others;
}

export function statusField(lang: Lang, { statuses }: Pick<OwnSeen, "statuses">) {
  return pick({ options: statuses.map(({ status, label }) => ({ value: status, label: capital(label[lang]) })) });
}

/** The convention is made out to the employer: without its name there is none. */
function nameField({ payers }: OwnSeen, source: string, words: ReturnType<typeof ownWords>["whoPays"]) {
  const label = words.called;
  return payers.some(({ payer, employer }) => employer && payer === source)
    ? text({ label, hint: words.whoSigns, missing: words.whoEmploys })
    : text({ label, optional: true });
}

/** An amount that may be 0, which is no blank. */
function part(lang: Lang): Field<number | undefined> {
  const field = amount({ lang, label: ownWords(lang).whoPays.part, optional: true });
  return {
    ...field,
    read: (typed, name) => (NOTHING.test(typed.get(name).trim()) ? { value: 0 } : field.read(typed, name, lang)),
  };
}
const NOTHING = /^0+(?:[.,]0{1,2})?$/;

/** No control: what of the price is left for the person, by what is typed so far. */
function rest({ priced, contract }: OwnSeen): Field<undefined> {
  const total = priced ? priced.total + priced.discount : contract?.price;
  return {
    label: "",
    read: () => ({ value: undefined }),
    write: () => ({}),
    print: ({ typed, lang }) => {
      const { whoPays: words } = ownWords(lang);
      if (total === undefined) return html``;
      const shared = typed.all("others").reduce((sum, one) => {
        const said = part(lang).read(typed, `part-${one}`, lang);
        return sum + ("value" in said ? (said.value ?? 0) : 0);
      }, 0);
      const left = total - shared;
      return html`<p><strong>${left < 0 ? words.tooMuch(euros(-left, lang)) : words.rest(euros(left, lang))}</strong>${left > 0 && priced && priced.discount > 0 && html` ${words.beforeDiscount}`}</p>`;
    },
    say: () => "",
  };
}

/** Of the fields, the compiler knows only those written out. */
type Typed = { readonly others?: readonly string[]; readonly status: string } & Readonly<Record<string, unknown>>;

export const ownWhoPaysPage = formPage({
  name: "dossier-contrat-qui-paie",
  route: places.ownWhoPays,
  who: "agree on one’s training",
  words: ownWords,
  frame: ownFrame,
  seen: ownSeen,
  elsewhere: ({ seen, params }) =>
    seen.priced && seen.accepted && allows(CONTRACT, "shares", seen.state) && !isSettled(seen)
      ? undefined
      : places.own.to(params),
  form: {
    words: "whoPays",
    fields: ({ visit, lang, words: { whoPays: words }, seen }) => {
      const ways = waysOf(visit, seen);
      const below = ways.flatMap(({ value }): [string, Field<unknown>][] => [
        [`part-${value}`, under("others", value, part(lang)) as Field<unknown>],
        [`name-${value}`, under("others", value, nameField(seen, value, words)) as Field<unknown>],
      ]);
      return {
        ...(Object.fromEntries(below) as object),
        others: ticks({ label: words.others, hint: words.nobody, options: ways, blank: true }),
        rest: rest(seen),
        status: statusField(lang, seen),
      };
    },
    begin: ({ seen }) => {
      const others = othersNow(seen) ?? [];
      return {
        others: others.map(({ source }) => source),
        ...Object.fromEntries(
          others.flatMap((one) => [
            [`part-${one.source}`, one.amount],
            ...(one.named === undefined ? [] : [[`name-${one.source}`, one.named]]),
          ]),
        ),
        ...(seen.status !== null && { status: seen.status }),
      };
    },
    // An employer alone may pay nothing itself, where a fund pays for it; it says so with a 0.
    check: (values, { words: { whoPays: words }, seen }) => {
      const { others = [], ...typed } = values as Typed;
      const entry = (one: string) => seen.payers.find(({ payer }) => payer === one);
      const funded = others.some((one) => entry(one)?.paper === "grant");
      const wrong = others.flatMap((one) => {
        const mayBeNone = entry(one)?.employer === true && funded;
        const said = typed[`part-${one}`];
        if (said === undefined) return [[`part-${one}`, mayBeNone ? words.howMuchOrNone : words.howMuch]];
        return said === 0 && !mayBeNone ? [[`part-${one}`, words.howMuch]] : [];
      });
      return Object.fromEntries(wrong) as object;
    },
    act: sayWhoPays,
    input: (values, { params }) => {
      const typed = values as Typed;
      return {
        dossier: params.dossier,
        status: typed.status,
        others: (typed.others ?? []).map((source) => {
          const [part, named] = [typed[`part-${source}`], typed[`name-${source}`]];
          return { source, amount: (part as number) ?? 0, ...(named !== undefined && { named: named as string }) };
        }),
      };
    },
    on: { dossier: "status" },
    done: (_, { params }) => places.own.to(params, { fait: "paie" }),
  },
  shown: ({ visit, lang, words, seen, params }, { form }) => {
    const { priced, contract } = seen;
    const total = priced ? priced.total + priced.discount : contract?.price;
    const lead = html`${words.whoPays.lead}${total !== undefined && html` ${words.whoPays.priced(euros(total, lang))}`}`;
    return {
      title: words.whoPays.title,
      main: html`${headed(lang, { at: 1, title: words.whoPays.title, under: lead })}
<div class="own-part">${form()}</div>
<section class="own-part" aria-labelledby="how"><h2 id="how">${words.whoPays.how}</h2>${folds(stepsOf(visit, seen.startsOn))}</section>`,
      back: places.own.to(params),
    };
  },
});
