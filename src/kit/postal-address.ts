/** An address as it is written on a letter: the last line with a French postcode gives postcode and town, the others are streets. */

export type PostalAddress = {
  readonly streets: readonly string[];
  readonly postcode: string | undefined;
  readonly town: string | undefined;
};

const POSTCODE = /^(\d{5}) (\S.*)$/;

export function postalAddress(lines: readonly string[]): PostalAddress {
  const at = lines.findLastIndex((line) => POSTCODE.test(line));
  const [, postcode, town] = POSTCODE.exec(lines[at] ?? "") ?? [];
  return { streets: lines.filter((_, nth) => nth !== at), postcode, town };
}
