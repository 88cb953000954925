/** Of several words, the one that somebody meant who wrote another. */

/** At most two signs wrong, missing, too many or changed places, and fewer than half of them; the first of those that are nearest. */
export function likeliest(word: string, among: readonly string[]): string | undefined {
  const near = among
    .map((one) => ({ one, far: distance(word, one) }))
    .filter(({ one, far }) => far <= 2 && far * 2 < one.length)
    .toSorted((a, b) => a.far - b.far);
  return near[0]?.one;
}

/** Changes of one sign that lead from a word to another, two neighbours that change places counting as one. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
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
