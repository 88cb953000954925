/** What the files of a dossier are called in one archive: safe on every system, told apart by number, and by piece. Pure. */

type Named = { readonly slot: string; readonly name: string };

/** The longest that is kept of what somebody called a file. */
const LONGEST = 80;

/** `03-proof-of-title-Diplome.pdf`: in the order given; nothing of it leads out of the folder, or means something to a shell. */
export function bundleNames(files: readonly Named[]): string[] {
  return files.map(({ slot, name }, at) => `${String(at + 1).padStart(2, "0")}-${slot}-${safe(name)}`);
}

function safe(name: string): string {
  const [, stem = "", end = ""] = /^(.*?)((?:\.[a-z0-9]{1,5})?)$/isu.exec(name.normalize("NFC"))!;
  return (
    Array.from(stem.replaceAll(/[^\p{L}\p{N}_-]+/gu, "_"))
      .slice(0, LONGEST)
      .join("") + end.toLowerCase()
  );
}
