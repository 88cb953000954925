/** An answer beside what a worked case expects of it: only the fields that the case names are compared. */
import { isDeepStrictEqual } from "node:util";

/** Each difference as `doors.C3.outcome: expected "met", got "not-met"`. */
export function differences(expected: unknown, actual: unknown, path = ""): string[] {
  if (!isRecord(expected)) {
    return isDeepStrictEqual(expected, actual) ? [] : [`${path}: expected ${show(expected)}, got ${show(actual)}`];
  }
  const named = Array.isArray(actual) ? byName(actual) : actual;
  if (!isRecord(named)) return [`${path}: expected ${show(expected)}, got ${show(actual)}`];
  // `findings: {}` says that there are none.
  if (Object.keys(expected).length === 0)
    return Object.keys(named).length === 0 ? [] : [`${path}: expected nothing, got ${show(actual)}`];
  return Object.entries(expected).flatMap(([key, value]) =>
    differences(value, named[key], path === "" ? key : `${path}.${key}`),
  );
}

/** A list of doors, units, domains, lines, payers or findings, under the name that each item starts with. */
function byName(items: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    items.map((item, at) => [isRecord(item) ? String(Object.values(item)[0]) : String(at), item]),
  );
}

/** Every sentence of an answer. */
export function reasons(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(reasons);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === "reason" && typeof child === "string" ? [child] : reasons(child),
  );
}

/** With ordinary spaces, as a jurist types it; the spaces of print are tested apart. */
export function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, " ");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}
