/**
 * Parts of whole amounts, exact to the unit (cents, minutes). Products may pass what a double holds, so they are computed with `BigInt`.
 * Nothing here knows what the amounts are of.
 */

/** `total × weight ⁄ of`, to the nearest integer, a half away from zero. `of` is above 0. */
export function part(total: number, weight: number, of: number): number {
  return quotient(BigInt(total) * BigInt(weight), BigInt(of));
}

/** As `part`, of a product already exact. */
export function quotient(product: bigint, of: bigint): number {
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + of) / (2n * of);
  return Number(product < 0n ? -rounded : rounded);
}

/** `total` shared by weights, so that the shares add up to it: each is the difference of two parts. Without any weight, the last takes all. */
export function split(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return weights.map((_weight, at) => (at === weights.length - 1 ? total : 0));
  let until = 0;
  let given = 0;
  return weights.map((weight) => {
    until += weight;
    const share = part(total, until, whole) - given;
    given += share;
    return share;
  });
}

/** An integer percentage, which says 100 and 0 only where they are exact. `of` is above 0. */
export function percent(number: number, of: number): number {
  const nearest = part(100, number, of);
  if (nearest === 100 && number < of) return 99;
  return nearest === 0 && number > 0 ? 1 : nearest;
}
