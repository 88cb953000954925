/**
 * Numbers read through the digits that JavaScript prints for them (the shortest that give the same double), so that
 * "at most two decimals" means what a reader sees and nothing is multiplied by a fraction.
 */

/** The digits after the point; numbers printed with an exponent have none or too many. */
export function decimalsOf(value: number): number {
  const printed = String(Math.abs(value));
  if (printed.includes("e-")) return Number.POSITIVE_INFINITY;
  return printed.split(".")[1]?.length ?? 0;
}

/** 13.75 with two places is 1375, with four 137500. Exact, for a number with no more decimals than `places`. */
export function scaled(value: number, places: number): number {
  const [whole = "0", fraction = ""] = String(Math.abs(value)).split(".");
  return Number(whole + fraction.padEnd(places, "0"));
}
