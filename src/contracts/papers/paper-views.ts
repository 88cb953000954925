/** A contract or convention to read: the one that was signed, else as it would be printed today, with what it lacks. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { may } from "../../act/permissions.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { KeySchema } from "../../law/entry.ts";
import { isOwn, personal } from "../acts.ts";
import { agreedOn } from "../settling.ts";
import { frozenPaper } from "./frozen.ts";
import * as output from "./output.ts";

export const contractPaper = defineView({
  name: "contractPaper",
  label: { fr: "Lire un contrat ou une convention", en: "Read a contract or convention" },
  who: "read a contract",
  /** `source`: the payer whose paper it is; the person's own where it is left out. */
  form: Type.Object({ dossier: Id, source: Type.Optional(KeySchema) }, closed),
  output: output.contractPaper,
  async read(context) {
    const { tx, input, actor } = context;
    const agreed = await agreedOn(context, input.dossier);
    if (!agreed) return undefined;
    const { source = personal(agreed.money) } = input;
    const own = source === personal(agreed.money) && isOwn(actor, agreed);
    if (!own && !may(actor, "see the contracts")) return undefined;
    const draft = agreed.papers.find((one) => one.source === source);
    if (!draft) return undefined;
    const frozen = await frozenPaper(tx, agreed, source);
    const signed = Boolean(agreed.read.contract?.shares.find((one) => one.source === source)?.signed);
    const kept = signed ? frozen : undefined;
    return {
      name: agreed.person.name,
      source,
      paper: draft.paper,
      signed,
      code: frozen?.code ?? null,
      document: { ...(kept ?? draft).document },
      missing: kept ? [] : draft.missing.map((one) => ({ ...one })),
    };
  },
});
