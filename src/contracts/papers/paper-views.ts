/** A contract or convention to read: the one that was signed, else as it would be printed today, with what it lacks. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { may } from "../../act/permissions.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { KeySchema } from "../../law/entry.ts";
import { personal } from "../acts.ts";
import { isSigned, paperEndedOn } from "../rules/contract.ts";
import { agreedOn, isOwn } from "../settling.ts";
import { withSignatures } from "./around.ts";
import { frozenPaper, frozenQuote } from "./frozen.ts";
import { paperLines } from "./paper-lines.ts";
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
    const draft = agreed.papers.find((one) => one.source === source);
    const share = agreed.read.contract?.shares.find((one) => one.source === source);
    // A convention about oneself is read once its payer has signed it: before that, it is for the payer to accept or not.
    const own = isOwn(actor, agreed) && (source === personal(agreed.money) || share?.signed != null);
    if (!own && !may(actor, "see the contracts")) return undefined;
    const paper = agreed.money.payers.find(({ payer }) => payer === source)?.paper;
    if (!isSigned(paper) || !share || share.platform) return undefined;
    const frozen = await frozenPaper(tx, agreed, source);
    // Of another text than ours, the scan alone says what was signed.
    const ended = { paper, on: paperEndedOn(agreed.read, paper === "contract") };
    const document = share.signed ? frozen && withSignatures(frozen.document, share.signed, ended) : draft?.document;
    if (!document) return undefined;
    const quote = draft?.quote
      ? {
          missing: draft.quote.missing.map(({ label }) => label),
          code: (await frozenQuote(tx, agreed.person.dossier, source))?.code ?? null,
        }
      : null;
    return {
      name: agreed.person.name,
      source,
      paper,
      signed: share.signed !== null,
      code: frozen?.code ?? null,
      document: { ...document },
      quote,
      lines: [...paperLines(agreed, source)],
      missing: (draft?.missing ?? []).map((one) => ({ ...one })),
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
