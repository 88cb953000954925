/** The contract's exact quotients, as long division by doubling: whatever the size, no fraction is ever a double. */

/** t × n ⁄ d to the nearest integer; a half goes away from zero. */
export function part(t: number, n: number, d: number): number {
  return Number(nearest(BigInt(t) * BigInt(n), BigInt(d)));
}

/** The same of a product that is already exact. */
export function nearest(product: bigint, d: bigint): bigint {
  if (product < 0n) return -nearest(-product, d);
  const floor = product / d;
  const rest = product - floor * d;
  return rest + rest >= d ? floor + 1n : floor;
}

/** In a hundred; never 100 where somebody is missing, never 0 where somebody is there. */
export function pct(n: number, d: number): number {
  const percent = part(100, n, d);
  if (percent === 100 && n < d) return 99;
  if (percent === 0 && n > 0) return 1;
  return percent;
}
