/** The receipt of a submission: contents, time, files and next steps. Pure. */
import { inBoth } from "../../kit/in-both.ts";
import { sayDeadline, sayToTheSecond } from "../../kit/moment.ts";
import { join } from "node:path";
import { howToPayBlocks } from "../../billing/charges/how-to-pay.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { capital, typographicAll } from "../../kit/typography.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Law } from "../../law/law.ts";
import type { Block, HouseDocument } from "../../documents/blocks.ts";

import { sayItem } from "../complement-items.ts";
import { followingWords } from "../following-words.ts";
import { sayExactly, sayKeptMeans } from "../sentences.ts";
import type { Entered, Intake, Submission } from "../views.ts";
import { dossierWords } from "../words.ts";

export const RECEIPT_TEMPLATE = join(import.meta.dirname, "receipt.typ");

export type ReceiptFacts = {
  readonly law: Law;
  readonly lang: Lang;
  readonly dossier: string;
  readonly intake: Pick<Intake, "label" | "closesAt" | "pieces" | "fees" | "decidesBy">;
  /** How it came, if the school entered it. */
  readonly entered: Entered;
  readonly person: string | null;
  readonly submission: Submission;
  /** The fee as charged, whatever was paid since, so that a receipt never changes. */
  readonly charged: readonly { readonly reference: string; readonly total: number }[];
};

export function receiptDocument(facts: ReceiptFacts): HouseDocument {
  const { law, lang, submission, intake } = facts;
  const words = WORDS[lang];
  const labels = dossierWords(lang);
  const { timezone, name, address } = law.establishment;
  const { submittedAt, sentAt } = submission;
  const moment = sayExactly(submittedAt, timezone, lang);
  const counts = sentAt ?? submittedAt;
  const date = dayIn(counts, timezone);
  return typographicAll(
    {
      lang,
      title: words.titles[submission.kind][submission.late ? "late" : "inTime"],
      subtitle: capital(law.diploma.label[lang]),
      number: submission.number,
      date,
      school: { name, address },
      words: {
        number: words.number,
        date: words.madeOn(sayExactly(counts, timezone, lang)),
        page: "Page",
        of: words.of,
      },
      ...(words.courtesy && { courtesy: words.courtesy }),
      blocks: [
        { kind: "facts", items: headFacts(facts, moment) },
        { kind: "heading", level: 1, text: labels.receipt.next },
        { kind: "list", items: receiptNext(submission, intake, timezone, lang) },
        ...payBlocks(facts),
        ...filesBlocks(submission, intake, lang),
        { kind: "heading", level: 1, text: words.declared },
        { kind: "text", text: submission.words },
        { kind: "heading", level: 1, text: words.proof },
        { kind: "text", text: words.proofLead, lead: true },
        { kind: "facts", items: proofFacts(facts) },
        { kind: "text", text: facts.entered === "online" ? words.claims : words.claimsByHand },
      ],
    },
    lang,
  );
}

/** Empty for a complement, or if nothing was charged. */
function payBlocks({ law, lang, submission, charged }: ReceiptFacts): Block[] {
  if (submission.kind !== "whole") return [];
  return charged.flatMap(({ reference, total }) =>
    howToPayBlocks(law.establishment, { amount: total, reference }, lang),
  );
}

type Facts = Extract<Block, { kind: "facts" }>["items"];

function headFacts({ lang, person, dossier, entered, intake, submission, law }: ReceiptFacts, moment: string): Facts {
  const words = WORDS[lang];
  const { receivedOn, kind, items, sentAt } = submission;
  return [
    { label: words.receipt, value: submission.number },
    ...(person === null ? [] : [{ label: words.person, value: person }]),
    { label: words.dossier, value: dossier },
    ...(entered === "online" ? [] : [{ label: words.entered, value: followingWords(lang).entered.mark[entered] }]),
    { label: words.intake, value: intake.label[lang] },
    ...(receivedOn === null ? [] : [{ label: words.received, value: sayDay(receivedOn, lang) }]),
    ...(sentAt === null ? [] : [{ label: words.sent, value: sayExactly(sentAt, law.establishment.timezone, lang) }]),
    { label: sentAt === null ? words.at : words.confirmed, value: moment },
    {
      label: words.closing,
      value: sayToTheSecond(submission.closesAt ?? intake.closesAt, law.establishment.timezone, lang),
    },
    ...(kind === "complement"
      ? [{ label: words.items, value: items.map((item) => sayItem(item, intake, lang)).join(" ; ") }]
      : []),
  ];
}

function proofFacts({ lang, submission, law }: ReceiptFacts): Facts {
  const words = WORDS[lang];
  const { shown, means, authenticatedAt, checkpoint } = submission;
  return [
    { label: words.shown, value: shown, exact: true },
    { label: words.means, value: sayKeptMeans(means, lang) },
    { label: words.authenticated, value: sayExactly(authenticatedAt, law.establishment.timezone, lang) },
    ...(checkpoint ? [{ label: words.checkpoint(checkpoint.number), value: checkpoint.hash, exact: true }] : []),
  ];
}

/** The next steps, also shown on the receipt's page. */
export function receiptNext(
  { kind, late, submittedAt, closesAt: inForce }: Pick<Submission, "kind" | "late" | "submittedAt" | "closesAt">,
  intake: Pick<Intake, "closesAt" | "fees" | "decidesBy">,
  zone: string,
  lang: Lang,
): readonly string[] {
  const closesAt = inForce ?? intake.closesAt;
  const until = sayDeadline(closesAt, zone, lang);
  if (kind === "complement") return followingWords(lang).receipt[late ? "nextLate" : "next"];
  const { nextLate, nextSteps } = dossierWords(lang).receipt;
  // Sent in time but confirmed after the closing: in time, but can no longer be taken back.
  return late
    ? nextLate(until)
    : nextSteps(
        submittedAt > closesAt ? undefined : until,
        { fees: totalOf(intake.fees), payBy: dayIn(closesAt, zone) },
        intake.decidesBy,
      );
}

function totalOf(fees: Intake["fees"]): number {
  return fees.reduce((sum, { amount }) => sum + amount, 0);
}

function filesBlocks({ files }: Submission, intake: Pick<Intake, "pieces">, lang: Lang): Block[] {
  const words = WORDS[lang];
  const labels = dossierWords(lang);
  const heading: Block = { kind: "heading", level: 1, text: words.files };
  if (files.length === 0) return [heading, { kind: "text", text: labels.submit.noFiles }];
  const items = files.flatMap(({ slot, name, pages, size, sha256 }) => [
    { label: sayItem(`piece:${slot}`, intake, lang), value: `${name} (${labels.submit.file(pages, size)})` },
    { label: "SHA-256", value: sha256, exact: true },
  ]);
  return [heading, { kind: "facts", items }];
}

const WORDS = inBoth({
  courtesy: [undefined, "Courtesy translation. The French version of this document is the one that counts."],
  titles: {
    whole: {
      inTime: ["Récépissé de dépôt d’un dossier de candidature", "Receipt of an application"],
      late: ["Récépissé d’un dépôt après la clôture", "Receipt of an application submitted after the closing"],
    },
    complement: {
      inTime: ["Récépissé d’un complément de dossier", "Receipt of a complement to an application"],
      late: ["Récépissé d’un complément après la date limite", "Receipt of a complement after the day to answer by"],
    },
  },
  number: ["Récépissé n°", "Receipt no."],
  of: ["sur", "of"],
  madeOn: (moment: string) => [`Dépôt du ${moment}`, `Submitted on ${moment}`],
  receipt: ["Récépissé", "Receipt"],
  person: ["Nom et prénoms", "Name and given names"],
  dossier: ["Dossier", "Application"],
  intake: ["Campagne", "Intake"],
  entered: ["Comment il est venu", "How it came"],
  received: ["Reçu par l’établissement le", "Received by the school on"],
  at: ["Enregistré le", "Recorded on"],
  sent: ["Envoyé le (c’est l’heure qui compte)", "Sent on (the time that counts)"],
  confirmed: ["Identité confirmée ensuite, le", "Identity confirmed afterwards, on"],
  items: ["Points demandés", "Points asked for"],
  closing: ["Clôture des candidatures", "Applications close on"],
  files: ["Fichiers déposés", "Files submitted"],
  declared: ["Déclaration signée", "Declaration signed"],
  proof: ["Preuve", "Proof"],
  proofLead: [
    "Ces empreintes permettent de vérifier plus tard que rien n’a été changé.",
    "These hashes let anyone check later that nothing was changed.",
  ],
  shown: ["Empreinte de ce qui a été déposé", "Fingerprint of what was submitted"],
  means: ["Comment la personne s’est identifiée", "How the person was identified"],
  authenticated: ["Identifiée le", "Identified on"],
  checkpoint: (number: number) => [
    `Dernier point de contrôle du registre, n° ${number}`,
    `Last checkpoint of the record, no. ${number}`,
  ],
  claimsByHand: [
    "Signé hors application : la personne des admissions qui a saisi ce dossier atteste l’avoir fait d’après ce qui lui a été remis ou dit. La signature ne prétend pas à davantage.",
    "Signed outside the application: whoever of the admissions entered it attests that it was done from what was handed in or told. The signature claims no more.",
  ],
  claims: [
    "La signature atteste que la personne connectée à ce compte a accepté ces mots à cette heure. Elle ne prétend pas à davantage : ce n’est pas une signature électronique qualifiée.",
    "The signature attests that the person signed in to this account agreed to these words at this time. It claims no more: it is not a qualified electronic signature.",
  ],
});
