/** File names in a dossier's archive: safe on every system, numbered, with their piece. Pure. */

type Named = { readonly slot: string; readonly name: string };

/** The longest part kept of an original name. */
const LONGEST = 80;

/** `03-proof-of-title-Diplome.pdf`: in the given order, without path separators or shell characters. */
export function bundleNames(files: readonly Named[]): string[] {
  return files.map(({ slot, name }, index) => `${String(index + 1).padStart(2, "0")}-${slot}-${safe(name)}`);
}

function safe(name: string): string {
  const [, stem = "", end = ""] = /^(.*?)((?:\.[a-z0-9]{1,5})?)$/isu.exec(name.normalize("NFC"))!;
  return (
    Array.from(stem.replaceAll(/[^\p{L}\p{N}_-]+/gu, "_"))
      .slice(0, LONGEST)
      .join("") + end.toLowerCase()
  );
}
