/**
 * Compares an outside copy with the record: the checkpoint on a receipt, a line of `livret audit head`, a timestamp token. Only these
 * reveal a record that was cut at its end or forged whole, since it agrees with itself.
 */
import type { Database } from "../db/open.ts";
import { withSchool } from "../db/school.ts";
import type { Label } from "../kit/lang.ts";
import { printHash } from "./checkpoints.ts";
import { sayUntrusted } from "./timestamp-acts.ts";
import { readReply, readToken } from "./timestamp-der.ts";
import { trustOf } from "./timestamp-trust.ts";

export type Copy =
  | { readonly kind: "printed"; readonly number: number; readonly hash: string }
  | { readonly kind: "token"; readonly token: Buffer; readonly hash: string; readonly at: Date };

/** Matched without spaces: on paper a hash is broken across lines. */
const PRINTED = /(?:contr.{1,3}le|checkpoint)\D{0,40}(\d{1,9})(?:(?!sha256:).){0,60}sha256:([0-9a-f]{64})/gi;
/** As typed in by hand. */
const TYPED = /^\s*(\d{1,9})[\s:]+sha256:\s*([0-9a-f](?:[ \t]*[0-9a-f]){63})\s*$/gim;
const TOKEN = /^.*\btoken ([A-Za-z0-9+/]{40,}={0,2})\s*$/gm;

/** The copies found in a text, without duplicates. */
export function readCopies(text: string): Copy[] {
  const found = new Map<string, Copy>();
  for (const [, number, digits] of [...text.replaceAll(/\s/g, "").matchAll(PRINTED), ...text.matchAll(TYPED)]) {
    const hash = `sha256:${digits!.replaceAll(/\s/g, "").toLowerCase()}`;
    found.set(`${Number(number)} ${hash}`, { kind: "printed", number: Number(number), hash });
  }
  for (const [, base64] of text.matchAll(TOKEN)) {
    const token = Buffer.from(base64!, "base64");
    const read = readToken(token);
    if (read) found.set(base64!, { kind: "token", token, hash: printHash(read.imprint), at: read.at });
  }
  return [...found.values()];
}

/** A token's file (bare, or as the authority's reply) as a line that `readCopies` reads. */
export function tokenLine(bytes: Uint8Array): string | undefined {
  const reply = readReply(bytes);
  const token = reply?.granted ? reply.token : Buffer.from(bytes);
  return readToken(token) ? `token ${token.toString("base64")}` : undefined;
}

export type Held = {
  readonly copy: Copy;
  /** Where the record has it; `undefined` where it does not. */
  readonly stands: { readonly place: string; readonly number: number } | undefined;
  /** For a token: why it is invalid, or why it could not be judged. */
  readonly fault?: Label;
  readonly unjudged?: Label;
};

export async function holdAgainst(
  db: Database,
  { places, copy, ca }: { places: readonly string[]; copy: Copy; ca: string | undefined },
): Promise<Held> {
  const hash = Buffer.from(copy.hash.slice("sha256:".length), "hex");
  let stands: Held["stands"];
  for (const place of places) {
    const found = await withSchool(db, place, (tx) =>
      tx.selectFrom("checkpoint").select("id").where("hash", "=", hash).executeTakeFirst(),
    );
    if (found && (copy.kind === "token" || found.id === copy.number)) stands = { place, number: found.id };
  }
  if (copy.kind === "printed") return { copy, stands };
  const trust = await trustOf({ token: copy.token, hash, at: copy.at, ca });
  if (trust.kind === "untrusted") return { copy, stands, fault: sayUntrusted(trust.why) };
  return trust.kind === "unknown" ? { copy, stands, unjudged: trust.why } : { copy, stands };
}

export function isContradicted({ stands, fault }: Held): boolean {
  return stands === undefined || fault !== undefined;
}

/** What the copy says of the record; the caller names the places. */
export function sayHeld({ copy, stands, fault, unjudged }: Held, sayPlace: (place: string) => Label): Label {
  const copyName =
    copy.kind === "printed"
      ? {
          fr: `copie\u00a0: point de contrôle n°\u00a0${copy.number}, ${copy.hash}`,
          en: `copy: checkpoint no. ${copy.number}, ${copy.hash}`,
        }
      : {
          fr: `copie\u00a0: horodatage du ${copy.at.toISOString()}, ${copy.hash}`,
          en: `copy: timestamp of ${copy.at.toISOString()}, ${copy.hash}`,
        };
  const doubt = fault ?? unjudged;
  const signature = doubt
    ? { fr: ` Sa signature\u00a0: ${doubt.fr}.`, en: ` Its signature: ${doubt.en}.` }
    : { fr: "", en: "" };
  const place = stands && sayPlace(stands.place);
  const verdict: Label = place
    ? {
        fr: `le registre le contient (${place.fr}, n°\u00a0${stands.number})\u00a0: rien de ce qu’il scelle n’a été coupé ni refait depuis, hors ce qui est dit plus haut.`,
        en: `the record holds it (${place.en}, no. ${stands.number}): nothing that it seals was cut or forged since, but for what is told above.`,
      }
    : {
        fr: "altéré\u00a0; le registre ne le contient pas\u00a0: sa fin a été coupée, ou il a été refait, depuis cette copie (ou elle vient d’un autre service).",
        en: "tampered; the record does not hold it: its end was cut, or it was forged, since this copy was made (or it is from another service).",
      };
  return {
    fr: `${copyName.fr}\u00a0: ${verdict.fr}${signature.fr}`,
    en: `${copyName.en}: ${verdict.en}${signature.en}`,
  };
}
