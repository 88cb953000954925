/**
 * Whether a value contains the expected one: of an object the named keys, of a list the named items in their order; others may stand beside
 * and between.
 */

/** The path, the expected and the actual value (`undefined`: nothing). */
export type Difference = { readonly path: string; readonly wanted: unknown; readonly got: unknown };

export function differences(wanted: unknown, got: unknown, path: string): Difference[] {
  if (Array.isArray(wanted)) return Array.isArray(got) ? inOrder(wanted, got, path) : [{ path, wanted, got }];
  if (!isObject(wanted)) return wanted === got ? [] : [{ path, wanted, got }];
  if (!isObject(got)) return [{ path, wanted, got }];
  return Object.entries(wanted).flatMap(([key, part]) =>
    differences(part, Object.hasOwn(got, key) ? got[key] : undefined, `${path}.${key}`),
  );
}

/** Each at the first place left for it: greedy matching leaves the most to the items after it. */
function inOrder(wanted: readonly unknown[], got: readonly unknown[], path: string): Difference[] {
  let from = 0;
  for (const [place, item] of wanted.entries()) {
    const here = `${path}[${place}]`;
    const left = got.slice(from);
    const index = left.findIndex((one) => differences(item, one, here).length === 0);
    if (index < 0)
      return left.length === 1 ? differences(item, left[0], here) : [{ path: here, wanted: item, got: left }];
    from += index + 1;
  }
  return [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
