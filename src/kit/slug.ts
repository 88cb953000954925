/** A text as part of a file name or address: lower-case ASCII letters and digits, joined by hyphens, at most 60 characters. */
export function slug(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replaceAll(/^-|-$/g, "");
}
