/** The same person on two lines of a table, or known to the school already: told of lines that have other faults, too. */
import { addressKey } from "../../kit/mail-address.ts";
import { personKey } from "./cells.ts";
import { faults } from "./faults.ts";
import type { Known, KnownPerson } from "./known.ts";
import type { Line } from "./line.ts";

/** As far as a line says it: `names` are undefined where a name or the day of birth is missing. */
export type Who = { readonly line: Line; readonly address: string; readonly names: Names | undefined };
type Names = Omit<KnownPerson, "number" | "address">;

/** The same address, or the same person, on two lines of the table. */
export function twice(people: readonly Who[]): void {
  const mails = new Map<string, number>();
  const persons = new Map<string, number>();
  for (const { line, address, names } of people) {
    const mail = address === "" ? undefined : addressKey(address);
    const first = mail === undefined ? undefined : mails.get(mail);
    if (first !== undefined) line.blame("mail", faults.mailTwice(first));
    else if (mail !== undefined) mails.set(mail, line.number);
    const keys = names ? keysOf(names) : [];
    const before = keys.map((key) => persons.get(key)).find((one) => one !== undefined);
    if (before !== undefined) line.blame("birthName", faults.personTwice(before));
    else for (const key of keys) persons.set(key, line.number);
  }
}

export function knownAlready(people: readonly Who[], { people: known }: Known): void {
  const mails = new Map(known.flatMap((one) => (one.address === null ? [] : [[addressKey(one.address), one.number]])));
  const persons = new Map(known.flatMap((one) => keysOf(one).map((key) => [key, one.number] as const)));
  for (const { line, address, names } of people) {
    const byName = (names ? keysOf(names) : []).map((key) => persons.get(key)).find((one) => one !== undefined);
    const byMail = address === "" ? undefined : mails.get(addressKey(address));
    if (byName !== undefined) line.blame("birthName", faults.known(byName));
    else if (byMail !== undefined) line.blame("mail", faults.known(byMail));
  }
}

/** By the name at birth, and by that in use. */
function keysOf({ birthName, usedName, givenNames, bornOn }: Names): string[] {
  const names = [birthName, usedName].filter((name) => name !== "");
  return [...new Set(names.map((name) => personKey(name, givenNames, bornOn)))];
}
