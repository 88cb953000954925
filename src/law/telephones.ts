/** The telephones that a school publishes: values of its contacts, so that none is shown that its file does not source. */
import type { Establishment } from "./establishment.ts";

export function telephonesOf({ contacts }: Pick<Establishment, "contacts">): string[] {
  const values = contacts.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  return values.filter((one) => /^\+?[\d\s.()-]{6,}$/.test(one));
}
