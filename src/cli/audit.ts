/** `livret audit`: prints what to store elsewhere, and checks the record against such copies. */
import { withSchool } from "../db/school.ts";
import type { CommandOutput } from "../db/socket.ts";
import type { Lang } from "../kit/lang.ts";
import { latestCheckpoint } from "../audit/checkpoints.ts";
import { holdAgainst, isContradicted, readCopies, sayHeld, tokenLine } from "../audit/outside.ts";
import { sayPlace } from "../act/place-name.ts";
import { sayCheckpoint } from "../audit/seal-words.ts";
import { latestTimestamp } from "../audit/timestamp-verify.ts";
import type { World } from "../act/world.ts";
import { EXIT } from "./command.ts";

/** The text of a file with copies: a text, a receipt (PDF), a timestamp token. */
export async function readOutside(bytes: Buffer): Promise<string> {
  if (bytes[0] === 0x30) return tokenLine(bytes) ?? "";
  if (bytes.toString("latin1", 0, 5) !== "%PDF-") return bytes.toString("utf8");
  const { extractText } = await import("unpdf");
  return extractText(new Uint8Array(bytes), { mergePages: true }).then(
    ({ text }) => text,
    () => "",
  );
}

/** A line for each place's last checkpoint, and one for the last timestamp: to be stored out of the database administrator’s reach. */
export async function printHeads(
  { db }: Pick<World, "db">,
  places: readonly string[],
  lang: Lang,
  output: CommandOutput,
): Promise<number> {
  for (const place of places) {
    const { last, stamped } = await withSchool(db, place, async (tx) => ({
      last: await latestCheckpoint(tx),
      stamped: await latestTimestamp(tx),
    }));
    const name = sayPlace(place, lang);
    if (last) await output.out(`${name}${lang === "fr" ? "\u00a0:" : ":"} ${sayCheckpoint(last)[lang]}\n`);
    if (stamped) await output.out(`${name} token ${Buffer.from(stamped.token).toString("base64")}\n`);
  }
  return EXIT.done;
}

/** How many copies the record contradicts; `undefined` where the input has none. */
export async function verifyCopies(
  { db, timestamps }: Pick<World, "db" | "timestamps">,
  places: readonly string[],
  { lang, output, input }: { lang: Lang; output: CommandOutput; input: string },
): Promise<number | undefined> {
  const copies = readCopies(input);
  let contradicted = 0;
  for (const copy of copies) {
    const held = await holdAgainst(db, { places, copy, ca: timestamps?.ca });
    const said = sayHeld(held, (place) => ({ fr: sayPlace(place, "fr"), en: sayPlace(place, "en") }));
    await output.out(`${isContradicted(held) ? "✗" : "✓"} ${said[lang]}\n`);
    if (isContradicted(held)) contradicted++;
  }
  return copies.length === 0 ? undefined : contradicted;
}

export const NO_COPY = {
  fr: "Aucun point de contrôle ni horodatage n’a été trouvé dans ce qui est donné. Il faut un numéro et « sha256: » suivi de 64 signes, comme un récépissé et « livret audit head » les impriment, ou le fichier d’un horodatage.",
  en: 'No checkpoint or timestamp was found in what was given. It takes a number and "sha256:" with 64 signs, as a receipt and "livret audit head" print them, or the file of a timestamp.',
};
