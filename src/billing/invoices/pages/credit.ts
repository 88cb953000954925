/** An invoice corrected by a credit: whose lines, how much, why; then asked once more, as nothing takes it back. */
import { html } from "../../../kit/html.ts";
import { see } from "../../../page/acting.ts";
import type { At } from "../../../page/declared.ts";
import { formPage } from "../../../page/form-page.ts";
import { choice, text } from "../../../page/kinds.ts";
import { isOwn } from "../../charges/hands.ts";
import { amount, money, officeFrame } from "../../charges/pages/parts.ts";
import { creditInvoice } from "../acts.ts";
import { type SeenInvoice, seeInvoice } from "../views.ts";
import { credit, invoice } from "./routes.ts";
import { invoiceWords } from "./words.ts";

type Seen = At<SeenInvoice, ReturnType<typeof invoiceWords>, { number: string }>;

type Then = (typeof THEN)[number];
type Typed = { part?: string; amount: number; reason: string; then: Then };

const ALL = "all";
const THEN = ["remitted", "asked-again"] as const;

export const creditPage = formPage({
  name: "finances-avoir",
  route: credit,
  who: "keep the accounts",
  words: invoiceWords,
  seen: (visit, { number }) => see(visit, seeInvoice, { number }),
  elsewhere: ({ seen, visit, params }) => (seen.left > 0 && !isOwn(seen, visit.actor) ? undefined : invoice.to(params)),
  form: {
    words: "creditOf",
    fields: (at: Seen) => ({
      ...(at.seen.parts.length > 1 && { part: partField(at) }),
      amount: amount({ lang: at.lang, most: at.seen.left }),
      reason: text({
        label: at.words.creditOf.reason,
        hint: at.words.creditOf.reasonHint,
        missing: at.words.creditOf.reasonMissing,
      }),
      then: choice({
        label: at.words.creditOf.then,
        options: THEN.map((value) => ({ value, label: at.words.creditOf.thens[value] })),
        missing: at.words.creditOf.thenMissing,
      }),
    }),
    begin: ({ seen }) => ({ amount: seen.left }),
    act: creditInvoice,
    input: ({ part, ...typed }: Typed, { seen }) => ({
      ...typed,
      invoice: seen.id,
      ...(part !== undefined && part !== ALL && { part: Number(part) }),
    }),
    confirm: (typed, { words, lang, seen }) => ({
      title: words.creditOf.check,
      rows: [
        { key: words.creditOf.amount, value: money(typed.amount, lang) },
        { key: words.creditOf.reason, value: typed.reason },
        { key: words.creditOf.then, value: words.creditOf.thens[typed.then] },
        { key: words.creditOf.after, value: money(seen.left - typed.amount, lang) },
      ],
      go: words.creditOf.go,
    }),
    done: (_, { params }) => invoice.to(params, { fait: "avoir" }),
    forbidden: ({ params }) => ({ to: invoice.to(params) }),
  },
  shown: ({ words, lang, seen, params }, { form }) => ({
    title: words.creditOf.title(seen.document.number),
    lead: words.creditOf.lead,
    main: html`<p>${words.creditOf.most(money(seen.left, lang))}</p>${form()}`,
    back: invoice.to(params),
  }),
  frame: officeFrame,
});

/** The trainees, by what their lines say. */
function partField({ words, lang, seen }: Seen) {
  const lineOf = (about: string) => seen.document.lines.find((line) => line.about === about);
  const options = seen.parts.flatMap(({ about, left }, at) => {
    const { label, detail } = lineOf(about) ?? {};
    const said = [detail?.[lang] ?? label?.[lang] ?? about, money(left, lang)].join(", ");
    return left > 0 ? [{ value: String(at + 1), label: said }] : [];
  });
  return choice({
    label: words.creditOf.part,
    options: [...options, { value: ALL, label: words.creditOf.all }],
    missing: words.creditOf.partMissing,
  });
}
