/** Finds the word meant by a misspelt one. */

/** The nearest candidate, the first of equals: at most two edits, and fewer than half its length. */
export function likeliest(word: string, among: readonly string[]): string | undefined {
  const near = among
    .map((candidate) => ({ candidate, edits: distance(word, candidate) }))
    .filter(({ candidate, edits }) => edits <= 2 && edits * 2 < candidate.length)
    .toSorted((a, b) => a.edits - b.edits);
  return near[0]?.candidate;
}

/** The Damerau–Levenshtein distance (optimal string alignment): a swap of neighbours counts as one edit. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const wrong = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : wrong;
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, wrong, swapped);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
