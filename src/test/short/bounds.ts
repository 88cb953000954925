/** At most so much from the diploma’s page to the receipt, at 320 × 640. A bound is lowered when a page gets shorter, and never raised. */
type Bounds = {
  readonly pages: number;
  readonly words: number;
  /** Words of the answer to somebody whose years alone do not decide. */
  readonly unsure: number;
  /** In pixels, on every page. */
  readonly header: number;
  readonly each: readonly {
    readonly which: string;
    readonly heading: RegExp;
    readonly words?: number;
    readonly height?: number;
  }[];
};

export const BOUNDS: Bounds = {
  pages: 17,
  words: 2_300,
  header: 120,
  unsure: 150,
  each: [
    { which: "the diploma’s page", heading: /^Diplôme d’État/, words: 800, height: 7_000 },
    { which: "the answer", heading: /vous pouvez candidater/, words: 150 },
    { which: "the price", heading: /il vous reste .* de théorie/, height: 2_500 },
  ],
};
