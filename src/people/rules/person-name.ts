/** What a person is called: one line, without the signs that nobody sees and that turn what stands around them about. */

const LONGEST = 200;

/** Joiners stay, which some scripts need within a word; `""` where nothing is left that can be read. */
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

/** For whoever comes without a name: what stands before the @ of their address, which they may change. */
export function nameOrAddress(name: string, address: string): string {
  return personName(name) || personName(address.split("@")[0]!) || address;
}
