/** What becomes of a file that nobody attached. */
import { Type } from "typebox";
import { defineAct, erased, FORBIDDEN } from "../../act.ts";
import { dropUnnamed } from "./attach.ts";
import { deleteUpload, findUpload } from "./store.ts";

/** Somebody may fill a form in the evening and send it the next. */
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
    // Attached at this moment, it is no upload any more.
    if (!(await deleteUpload(tx, id))) return FORBIDDEN;
    await dropUnnamed(tx, upload.sha256, at);
    return erased({}, `upload:${id}`);
  },
});
