/** What a reader of a file is told about it. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { allows } from "../kit/machine.ts";
import { closed, Id } from "../kit/shapes.ts";
import { SCAN } from "./rules/scan.ts";
import type { Actor } from "../act/permissions.ts";
import { noteOpening } from "../openings/openings.ts";
import type { FileReader } from "./reading.ts";
import { findFile, findUpload, type Upload } from "./store.ts";
import * as output from "./output.ts";

declare module "../act/world.ts" {
  interface House {
    /** Checked by the readers that subjects declare. */
    readonly openFile: ReturnType<typeof openFileView>;
  }
}

/** `take`: the bytes are about to be served, so the opening is noted; without it, only the facts are read. */
export const openFileView = (readers: FileReaders) =>
  defineView({
    name: "openFile",
    label: { fr: "Ouvrir un fichier", en: "Open a file" },
    who: "open a file",
    form: Type.Object({ id: Id, take: Type.Boolean() }, closed),
    output: output.openFile,
    async read({ tx, actor, at, input: { id, take } }) {
      if (actor.kind !== "account" && actor.kind !== "guest") return undefined;
      const upload = await findUpload(tx, id);
      if (upload) return isOwn(upload, actor) ? { ...shown(upload, actor), back: undefined } : undefined;
      const file = await findFile(tx, id);
      const reading = file && (await mayRead(readers, { tx, actor, file, at }));
      if (!reading) return undefined;
      if (take && isThere(file)) {
        const what = { fr: `la pièce « ${file.name} »`, en: `the file “${file.name}”` };
        await noteOpening(tx, { about: file.about, whose: reading.whose, actor, what, at });
      }
      return { ...shown(file, actor), back: reading.back };
    },
  });

type FileReaders = Readonly<Record<string, FileReader>>;

function mayRead(readers: FileReaders, reading: Omit<Parameters<FileReader>[0], "id">) {
  const [kind = "", id = ""] = reading.file.about.split(":");
  return Object.hasOwn(readers, kind) ? readers[kind]!({ ...reading, id }) : undefined;
}

/** Whether the actor sent it; a guest sends nothing. */
function isOwn(file: Upload, actor: Actor): boolean {
  return actor.kind === "account" && file.account === actor.account;
}

function shown(file: Upload, actor: Actor) {
  const { name, size, type, pages, sha256, copy, scan, receivedAt } = file;
  return { name, size, type, pages, sha256, copy, scan, receivedAt, mine: isOwn(file, actor) };
}

/** False while the file waits for its scan, or if it is infected. */
export function isThere({ scan }: Pick<Upload, "scan">): boolean {
  return allows(SCAN, "handed-out", scan);
}
