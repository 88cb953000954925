/** Whether an issued paper is still valid, for its holder. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { readCode } from "../kit/secret.ts";
import type { Label } from "../kit/lang.ts";
import { closed } from "../kit/shapes.ts";
import { dataOf, paperByCode } from "./store.ts";
import * as output from "./output.ts";

export const verifyPaper = defineView({
  name: "verifyPaper",
  label: { fr: "Vérifier un document par son code", en: "Verify a paper by its code" },
  who: "verify a paper",
  form: Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) }, closed),
  output: output.verifyPaper,
  async read({ tx, input }) {
    const code = readCode(input.code);
    const paper = code === undefined ? undefined : await paperByCode(tx, code);
    if (!paper) return undefined;
    const { what, name, fingerprint, at, replacedBy, withdrawnAt } = paper;
    const state = withdrawnAt !== null ? "withdrawn" : replacedBy !== null ? "replaced" : "holds";
    const { says = null } = (await dataOf(tx, paper.id)) as { readonly says?: Label };
    return { code: paper.code, what, says, name, fingerprint, at: at.toISOString(), state } as const;
  },
});
