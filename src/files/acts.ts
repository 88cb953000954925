/** Expires uploads that were never attached, and sets infected files aside. */
import { Type } from "typebox";
import { defineAct, done, erased, FORBIDDEN } from "../act/act.ts";
import { postMail } from "../mail/post.ts";
import { dropUnnamed } from "./attach.ts";
import { contactOf } from "../mail/address.ts";
import { allows, leaves } from "../kit/machine.ts";
import { SCAN } from "./rules/scan.ts";
import { deleteUpload, findFile, findUpload, foundIn, putVerdict } from "./store.ts";
import { virusMail } from "./mails.ts";

/** A form begun in the evening may be sent the next day. */
export const UPLOAD_LIFE = 24 * 3_600_000;

export const expireUpload = defineAct({
  name: "expireUpload",
  label: { fr: "Effacer un fichier que personne n’a joint", en: "Erase a file that nobody attached" },
  who: "let time pass",
  form: Type.Object({ id: Type.String({ minLength: 36, maxLength: 36 }) }, { additionalProperties: false }),
  writes: [],
  async perform({ tx, input: { id }, at }) {
    const upload = await findUpload(tx, id);
    if (!upload || upload.receivedAt.getTime() + UPLOAD_LIFE > at.getTime()) return FORBIDDEN;
    // Attached in the meantime: no longer an upload.
    if (!(await deleteUpload(tx, id))) return FORBIDDEN;
    await dropUnnamed(tx, upload.sha256, at);
    return erased({}, `upload:${id}`);
  },
});

/**
 * Records the clean verdict on one file. The copy of the bytes is marked clean, and served, only once every file with these bytes has it
 * recorded.
 */
export const noteClean = defineAct({
  name: "noteClean",
  label: { fr: "Noter qu’aucun virus n’a été trouvé dans un fichier", en: "Note that no virus was found in a file" },
  who: "let time pass",
  form: Type.Object({ id: Type.String({ minLength: 36, maxLength: 36 }) }, { additionalProperties: false }),
  writes: ["stored_file"],
  async perform({ tx, input: { id }, at }) {
    const file = await findFile(tx, id);
    if (!file) return FORBIDDEN;
    await putVerdict(tx, id, { verdict: "clean", found: null, at });
    return done({}, file.about);
  },
});

/** Records the infected verdict and tells the sender; the bytes are no longer served since their copy was marked. */
export const setFileAside = defineAct({
  name: "setFileAside",
  label: { fr: "Mettre à l’écart un fichier qui contient un virus", en: "Set aside a file that holds a virus" },
  who: "let time pass",
  form: Type.Object({ id: Type.String({ minLength: 36, maxLength: 36 }) }, { additionalProperties: false }),
  from: leaves(SCAN, "set-aside"),
  writes: ["mail", "stored_file"],
  async perform({ tx, input: { id }, at }) {
    const file = await findFile(tx, id);
    if (!file || !allows(SCAN, "set-aside", file.scan)) return FORBIDDEN;
    await putVerdict(tx, id, { verdict: "infected", found: await foundIn(tx, file.sha256), at });
    const contact = await contactOf(tx, file.account);
    if (!contact) return done({ told: false }, file.about);
    const { address: to, language: lang } = contact;
    const words = virusMail(lang, file.name);
    await postMail(tx, { reader: `account:${file.account}`, to, lang, about: file.about, at, ...words });
    return done({ told: true }, file.about);
  },
});
