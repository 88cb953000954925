/** A person's name on one line, without invisible characters and direction overrides. */

const LONGEST = 200;

/** Joiners stay: some scripts need them within a word. `""` where nothing readable is left. */
export function personName(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cn}]/gu, "")
    .replaceAll(/\p{Zs}+/gu, " ")
    .trim();
  const cut = Array.from(line).slice(0, LONGEST).join("").trimEnd();
  return /[\p{L}\p{N}]/u.test(cut) ? cut : "";
}

/** Without a name: the local part of the address, which the person may change. */
export function nameOrAddress(name: string, address: string): string {
  return personName(name) || personName(address.split("@")[0]!) || address;
}
