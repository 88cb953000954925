/** As whom a debtor owes, for the years in which it may be claimed: by register, and by a service in Chorus Pro. */
import type { Owes } from "../rules/limitation.ts";

export function owesAs({ debtor, isPublic }: { readonly debtor: string; readonly isPublic: boolean }): Owes {
  if (!debtor.startsWith("payer:")) return "person";
  return isPublic ? "public" : "body";
}
