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
  async read(context) {
    const { tx, input, paperEnded } = context;
    const code = readCode(input.code);
    const paper = code === undefined ? undefined : await paperByCode(tx, code);
    if (!paper) return undefined;
    const { about, what, name, fingerprint, at, replacedBy, withdrawnAt } = paper;
    const data = (await dataOf(tx, paper.id)) as { readonly says?: Label };
    const { says = null } = data;
    const ended = replacedBy === null ? await paperEnded(context, { about, what, data, at }) : "replaced";
    // Of a paper that was withdrawn, only that the decision behind it was annulled says more.
    const state = withdrawnAt !== null && ended !== "annulled" ? "withdrawn" : (ended ?? "holds");
    return { code: paper.code, what, says, name, fingerprint, at: at.toISOString(), state } as const;
  },
});
