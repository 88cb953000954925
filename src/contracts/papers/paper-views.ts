/** A contract or convention to read: the one that was signed, else as it would be printed today, with what it lacks. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { may } from "../../act/permissions.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { KeySchema } from "../../law/entry.ts";
import { isOwn, personal } from "../acts.ts";
import { agreedOn } from "../settling.ts";
import { frozenPaper, frozenQuote } from "./frozen.ts";
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
    const quote = draft.quote && {
      missing: draft.quote.missing.map(({ label }) => label),
      code: (await frozenQuote(tx, agreed.person.dossier, source))?.code ?? null,
    };
    return {
      name: agreed.person.name,
      source,
      paper: draft.paper,
      signed,
      code: frozen?.code ?? null,
      document: { ...(kept ?? draft).document },
      quote,
      missing: kept ? [] : draft.missing.map((one) => ({ ...one })),
    };
  },
});

export const contractQuote = defineView({
  name: "contractQuote",
  label: { fr: "Lire le dernier devis émis", en: "Read the last quote issued" },
  who: "see the contracts",
  form: Type.Object({ dossier: Id, source: KeySchema }, closed),
  output: output.contractQuote,
  async read({ tx, input }) {
    const quote = await frozenQuote(tx, input.dossier, input.source);
    return quote && { code: quote.code, document: { ...quote.document } };
  },
});
