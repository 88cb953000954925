/** Whether a paper that was issued still holds, for whoever has it in hand. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { readCode } from "../kit/secret.ts";
import { closed } from "../kit/shapes.ts";
import { paperByCode } from "./store.ts";
import * as gives from "./output.ts";

export const verifyPaper = defineView({
  name: "verifyPaper",
  label: { fr: "Vérifier un document par son code", en: "Verify a paper by its code" },
  who: "verify a paper",
  form: Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) }, closed),
  gives: gives.verifyPaper,
  async read({ tx, input }) {
    const code = readCode(input.code);
    const found = code === undefined ? undefined : await paperByCode(tx, code);
    if (!found) return undefined;
    const { what, name, fingerprint, at, replacedBy, withdrawnAt } = found;
    const state = withdrawnAt !== null ? "withdrawn" : replacedBy !== null ? "replaced" : "holds";
    return { code: found.code, what, name, fingerprint, at: at.toISOString(), state } as const;
  },
});
