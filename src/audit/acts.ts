/** Keeps each file of the law that was ever loaded, whole, under its hash. */
import { createHash } from "node:crypto";
import { Type } from "typebox";
import { type ActWorld, type Actor, defineAct, done, invalid, perform, stale } from "../act/act.ts";
import { attemptFor } from "../act/attempts.ts";
import { type Tx, withSchool } from "../db/school.ts";
import { issue } from "../kit/schema.ts";
import { findLawFile, insertLawFile, keptLawFiles } from "./store.ts";

export const keepLawFile = defineAct({
  name: "keepLawFile",
  label: { fr: "Conserver un fichier de la loi", en: "Keep a file of the law" },
  who: "load the law",
  form: Type.Object(
    {
      hash: Type.String({ pattern: "^sha256:[0-9a-f]{64}$" }),
      name: Type.String({ minLength: 1, maxLength: 200 }),
      base64: Type.String({ pattern: "^[A-Za-z0-9+/]*={0,2}$" }),
    },
    { additionalProperties: false },
  ),
  writes: ["law_file"],
  async perform({ tx, input: { hash, name, base64 }, at }) {
    const bytes = Buffer.from(base64, "base64");
    if (hash !== `sha256:${createHash("sha256").update(bytes).digest("hex")}`) return invalid([NOT_ITS_HASH]);
    const isNew = await insertLawFile(tx, { id: hash, name, bytes, at });
    // Another process of this deployment inserted it first.
    return isNew ? done({ hash }, `law-file:${hash}`) : stale({ hash });
  },
});

const NOT_ITS_HASH = issue("hash", "Ce n’est pas l’empreinte de ce fichier.", "This is not the hash of this file.");

export type LoadedFile = { readonly name: string; readonly bytes: Buffer; readonly hash: string };

/** At each start: keeps the files that are not kept yet and returns their number. */
export async function keepLawFiles(
  world: ActWorld,
  establishment: string,
  files: readonly LoadedFile[],
  actor: Actor,
): Promise<number> {
  const kept = new Set(await withSchool(world.db, establishment, keptLawFiles));
  const fresh = files.filter(({ hash }) => !kept.has(hash));
  for (const { name, bytes, hash } of fresh) {
    await perform(world, keepLawFile, {
      actor,
      establishment,
      attempt: attemptFor("keepLawFile", hash),
      input: { hash, name, base64: bytes.toString("base64") },
    });
  }
  return fresh.length;
}

/** The bytes behind the hash that a decision carries; `undefined` where this school does not keep them. */
export async function keptLawFile(tx: Tx, hash: string): Promise<LoadedFile | undefined> {
  const kept = await findLawFile(tx, hash);
  return kept && { ...kept, hash };
}
