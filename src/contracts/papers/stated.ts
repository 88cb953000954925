/** What the school's contract and conventions say today, by the keys of the law: what is not stated refuses the paper. */
import type { Performing } from "../../act/act.ts";
import type { OwnPaper } from "./facts.ts";
import { gatheredPapers, type PaperAbout } from "./gathered.ts";
import { type PaperOf, paperOf } from "./paper.ts";
import { type QuoteOf, quoteOf } from "./quote.ts";

export type Stated = { readonly contract: readonly string[]; readonly convention: readonly string[] };
export type Drafted = PaperOf & {
  readonly source: string;
  readonly paper: OwnPaper;
  /** For who signs a convention, before they do. */
  readonly quote: QuoteOf | null;
};
type Context = Pick<Performing<unknown>, "tx" | "law" | "today" | "decide">;

/** Each paper of ours as it would be printed today. */
export async function draftedPapers(context: Context, about: PaperAbout): Promise<readonly Drafted[]> {
  const gathered = await gatheredPapers(context, about);
  return gathered.map(({ source, paper, facts }) => ({
    source,
    paper,
    ...paperOf(paper, facts),
    quote: paper === "convention" ? quoteOf(facts) : null,
  }));
}

/**
 * What all papers of a kind say. One that lacks what stands around the particulars, such as the mediator, cannot be printed: it states
 * nothing.
 */
export function statedIn(papers: readonly Drafted[]): Stated {
  const said = (kind: OwnPaper) => {
    const [first, ...others] = papers
      .filter(({ paper }) => paper === kind)
      .map(({ stated, missing }) => (missing.some(({ key }) => AROUND.has(key)) ? [] : stated));
    return (first ?? []).filter((key) => others.every((other) => other.includes(key)));
  };
  return { contract: said("contract"), convention: said("convention") };
}

/** The keys of what stands on a paper beside the particulars of the law. */
const AROUND = new Set(["form", "siret", "activity", "mediator", "address", "payer", "payer-address", "payer-siren"]);
