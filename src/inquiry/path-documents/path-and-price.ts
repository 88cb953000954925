/** « Mes heures et mon prix » as a document, and as a part of another. Pure. */
import { type FrameFacts, framed } from "../documents/frame.ts";
import { priceBlocks, sharesBlocks } from "../price-documents/price.ts";
import type { QuoteInput } from "../../decisions/quote/rule.ts";
import { waysRule } from "../../billing/rules/ways.ts";
import type { Lang } from "../../kit/lang.ts";
import type { Finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { registrationLine, type Spoken } from "../../catalogue/registration-line.ts";
import type { Block, HouseDocument } from "../../documents/blocks.ts";
import { pathwayRule } from "../../decisions/pathway/rule.ts";
import { counted } from "./counted.ts";
import { pathOutcome, pathwayBlocks } from "./pathway.ts";
import { pathWords } from "./words.ts";

export type PathDocumentFacts = FrameFacts & { readonly input: QuoteInput };

export function pathDocument(facts: PathDocumentFacts): HouseDocument {
  const { law, lang, input } = facts;
  return framed(facts, {
    title: pathWords(lang).title,
    blocks: partsOf(law, input, lang, { ends: { on: facts.date, entryOn: facts.entryOn } }),
    nature: NATURE[lang],
  });
}

/** After another answer of the same person, whose findings (`told`) are not repeated: under a heading of its own. */
export function pathPart(
  law: Law,
  input: QuoteInput,
  told: readonly Finding[],
  lang: Lang,
): { title: string; blocks: Block[]; nature: readonly string[] } {
  const { title } = pathWords(lang);
  return {
    title,
    blocks: [{ kind: "heading", level: 1, text: title }, ...partsOf(law, input, lang, { told })],
    nature: NATURE[lang],
  };
}

type Around = {
  readonly told?: readonly Finding[];
  /** For the notice that the registration may end first; absent if the answer before says so. */
  readonly ends?: Spoken;
};

function partsOf(law: Law, input: QuoteInput, lang: Lang, { told: reported = [], ends }: Around): Block[] {
  const whole = pathwayRule(law)(input);
  const conditions = new Set(reported.map((one) => one.condition));
  const answer = { ...whole, findings: whole.findings.filter((one) => !conditions.has(one.condition)) };
  const ways = waysRule(law)(input);
  const ending = ends && registrationLine(law, { ...ends, told: whole.findings }, lang);
  return [
    ...pathOutcome(answer, sharesBlocks(law, ways, lang), lang, ending),
    ...priceBlocks(law, ways, whole.findings, lang),
    ...pathwayBlocks(law.diploma, answer, lang),
    { kind: "heading", level: 1, text: pathWords(lang).counted },
    { kind: "facts", items: counted(law, input, lang).map(({ label, value }) => ({ label, value })) },
  ];
}

const NATURE = {
  fr: [
    "Le parcours et le prix sont une estimation : ni un devis signé, ni une décision d’allègement. L’établissement arrête le programme de chacun, et le prix avec lui.",
    "Un financement montré ici n’est pas accordé : chaque financeur décide pour sa part.",
  ],
  en: [
    "The path and the price are an estimate: neither a signed quote nor a decision on relief. The school settles the programme of each person, and the price with it.",
    "A way of funding shown here is not granted: each funder decides for itself.",
  ],
} as const;
