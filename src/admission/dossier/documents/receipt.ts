/** The receipt of a submission as a document: what was handed in, when, by which files, and what follows. Pure. */
import { join } from "node:path";
import type { Label, Lang } from "../../../kit/lang.ts";
import { capital, typographicAll } from "../../../kit/typography.ts";
import { dayIn } from "../../../kit/zone.ts";
import type { Law } from "../../../law/law.ts";
import type { Block, HouseDocument } from "../../../record/documents/blocks.ts";
import { sayMoment } from "../sentences.ts";
import type { Submission } from "../views.ts";
import { dossierWords } from "../words.ts";

export const RECEIPT_TEMPLATE = join(import.meta.dirname, "receipt.typ");

export type ReceiptFacts = {
  readonly law: Law;
  readonly lang: Lang;
  readonly dossier: string;
  readonly intake: { readonly label: Label; readonly closesAt: Date };
  readonly person: string | null;
  readonly submission: Submission;
  /** The names of pieces, by their keys. */
  readonly pieces: ReadonlyMap<string, string>;
  /** The school's last checkpoint: the record as it stood is sealed by it. */
  readonly checkpoint?: { readonly number: number; readonly hash: string };
};

export function receiptDocument(facts: ReceiptFacts): HouseDocument {
  const { law, lang, submission, intake, pieces } = facts;
  const words = WORDS[lang];
  const said = dossierWords(lang);
  const { timezone, name, address } = law.establishment;
  const moment = sayMoment(submission.submittedAt, timezone, lang);
  const until = sayMoment(intake.closesAt, timezone, lang);
  const date = dayIn(submission.submittedAt, timezone);
  return typographicAll(
    {
      lang,
      title: submission.late ? words.lateTitle : words.title,
      subtitle: capital(law.diploma.label[lang]),
      number: submission.number,
      date,
      school: { name, address },
      words: { number: words.number, date: words.madeOn(moment), page: "Page", of: words.of },
      ...(words.courtesy && { courtesy: words.courtesy }),
      blocks: [
        {
          kind: "facts",
          items: [
            ...(facts.person === null ? [] : [{ label: words.person, value: facts.person }]),
            { label: words.dossier, value: facts.dossier },
            { label: words.intake, value: intake.label[lang] },
            { label: words.at, value: moment },
            { label: words.closing, value: until },
          ],
        },
        { kind: "heading", level: 1, text: said.receipt.next },
        { kind: "list", items: submission.late ? said.receipt.nextLate(until) : said.receipt.nextSteps(until) },
        ...filesBlocks(submission, pieces, lang),
        { kind: "heading", level: 1, text: words.declared },
        { kind: "text", text: submission.words },
        { kind: "heading", level: 1, text: words.proof },
        { kind: "text", text: words.proofLead, lead: true },
        {
          kind: "facts",
          items: [
            { label: words.shown, value: submission.shown, exact: true },
            { label: words.authenticated, value: sayMoment(submission.authenticatedAt, timezone, lang) },
            ...(facts.checkpoint
              ? [{ label: words.checkpoint(facts.checkpoint.number), value: facts.checkpoint.hash, exact: true }]
              : []),
          ],
        },
        { kind: "text", text: words.claims },
      ],
    },
    lang,
  );
}

function filesBlocks({ files }: Submission, pieces: ReadonlyMap<string, string>, lang: Lang): Block[] {
  const words = WORDS[lang];
  const said = dossierWords(lang);
  if (files.length === 0)
    return [
      { kind: "heading", level: 1, text: words.files },
      { kind: "text", text: said.submit.noFiles },
    ];
  return [
    { kind: "heading", level: 1, text: words.files },
    {
      kind: "facts",
      items: files.flatMap(({ slot, name, pages, size, sha256 }) => [
        { label: pieces.get(slot) ?? slot, value: `${name} (${said.submit.file(pages, size)})` },
        { label: "SHA-256", value: sha256, exact: true },
      ]),
    },
  ];
}

const WORDS = {
  fr: {
    courtesy: undefined,
    title: "Récépissé de dépôt d’un dossier de candidature",
    lateTitle: "Récépissé d’un dépôt après la clôture",
    number: "Récépissé n°",
    of: "sur",
    madeOn: (moment: string) => `Dépôt du ${moment}`,
    person: "Candidat",
    dossier: "Dossier",
    intake: "Campagne",
    at: "Déposé le",
    closing: "Clôture des candidatures",
    files: "Fichiers déposés",
    declared: "Déclaration signée",
    proof: "Preuve",
    proofLead: "Ces empreintes permettent de vérifier plus tard que rien n’a été changé.",
    shown: "Empreinte de ce qui a été déposé",
    authenticated: "Identité vérifiée par le compte, le",
    checkpoint: (number: number) => `Point de contrôle n° ${number} du registre`,
    claims:
      "La signature atteste que la personne connectée à ce compte a accepté ces mots à cette heure. Elle ne prétend pas à davantage : ce n’est pas une signature électronique qualifiée.",
  },
  en: {
    courtesy: "Courtesy translation. The French version of this document is the one that counts.",
    title: "Receipt of an application",
    lateTitle: "Receipt of an application submitted after the closing",
    number: "Receipt no.",
    of: "of",
    madeOn: (moment: string) => `Submitted on ${moment}`,
    person: "Candidate",
    dossier: "Application",
    intake: "Intake",
    at: "Submitted on",
    closing: "Applications close on",
    files: "Files submitted",
    declared: "Declaration signed",
    proof: "Proof",
    proofLead: "These hashes let anyone check later that nothing was changed.",
    shown: "Fingerprint of what was submitted",
    authenticated: "Identity shown by the account on",
    checkpoint: (number: number) => `Checkpoint no. ${number} of the record`,
    claims:
      "The signature attests that the person signed in to this account agreed to these words at this time. It claims no more: it is not a qualified electronic signature.",
  },
} as const;
