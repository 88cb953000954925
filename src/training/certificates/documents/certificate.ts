/** A certificate of attendance with its half-days, and an attestation of entry, as printed. French; pure, from what was frozen alone. */
import { join } from "node:path";
import { sayInstant } from "../../../kit/instant.ts";
import { au, type Lang, plural, sayDay, sayList, sayMinutes } from "../../../kit/lang.ts";
import { sayMinute } from "../../../kit/moment.ts";
import { capital, typographicAll } from "../../../kit/typography.ts";
import { withKind } from "../../../kit/with-kind.ts";
import type { Block, HouseDocument } from "../../../documents/blocks.ts";
import { verifyingAt } from "../../../issued-documents/words.ts";
import type { CertifiedHalfDay } from "../attended.ts";
import type { CertificateData, EntryData, Issuer } from "../frozen.ts";

export const CERTIFICATE_TEMPLATE = join(import.meta.dirname, "certificate.typ");

const LANG: Lang = "fr";
const LINE = "…………………………………………";
const HALVES = { morning: "Matin", afternoon: "Après-midi", evening: "Soir" } as const;
const SIGNED = {
  signed: "Signé",
  listed: "Présence notée par le formateur",
  corrected: "Corrigé, avec raison",
} as const;

export type Printing = { readonly code: string; readonly verifiedAt: string };

export function certificateDocument(data: CertificateData | EntryData, printing: Printing): HouseDocument {
  const { issuer, on, diploma } = data;
  const document: HouseDocument = {
    lang: LANG,
    title: data.kind === "certificate" ? "Certificat de réalisation" : "Attestation d’entrée en formation",
    subtitle: capital(diploma),
    number: printing.code,
    date: on,
    school: { name: issuer.name, address: issuer.address },
    words: { number: "Code", date: `Émis le ${sayDay(on, LANG)}`, page: "Page", of: "sur" },
    blocks: data.kind === "certificate" ? certified(data, printing) : entered(data, printing),
  };
  return typographicAll(document, LANG);
}

const text = (said: string): Block => ({ kind: "text", text: said });
const heading = (said: string): Block => ({ kind: "heading", level: 1, text: said });

function attesting({ issuer, name, diploma, cohort, registration }: CertificateData | EntryData, said: string): Block {
  const { signatory } = issuer;
  const by = signatory ? `${signatory.name}, ${signatory.quality}` : LINE;
  return text(
    `Je soussigné(e) ${by}, représentant ${issuer.name}, atteste que ${name} ${said} l’action préparant ${au(diploma)} (${registration}), ${withKind("promotion", cohort)}.`,
  );
}

function certified(data: CertificateData, printing: Printing): Block[] {
  const { from, to, minutes, billed, halfDays, pending, proofs, issuer } = data;
  const other = billed < minutes ? [{ label: "Dont heures facturées", value: sayMinutes(billed, LANG) }] : [];
  return [
    attesting(data, "a suivi"),
    {
      kind: "facts",
      items: [
        ...about(data),
        { label: "Du", value: sayDay(from, LANG) },
        { label: "Au", value: sayDay(to, LANG) },
        {
          label: "Durée suivie",
          value: `${sayMinutes(minutes, LANG)}, en ${String(halfDays.length)} ${plural(halfDays.length, "demi-journée", "demi-journées", LANG)}`,
        },
        ...other,
      ],
    },
    text(
      "Seules comptent les demi-journées que le formateur a contresignées ; la liste dit comment la présence y est signée.",
    ),
    ...(pending.length === 0
      ? []
      : [text(`Ne sont pas comptées, faute de contreseing à ce jour : ${sayList(pendingDays(data), LANG)}.`)]),
    ...(proofs === "" ? [] : [text(proofs)]),
    ...signed(data, printing),
    heading("Demi-journées suivies"),
    halfDayTable(halfDays, issuer),
  ];
}

function entered(data: EntryData, printing: Printing): Block[] {
  return [
    attesting(data, `a commencé le ${sayDay(data.enteredOn, LANG)}`),
    { kind: "facts", items: [...about(data), { label: "Première demi-journée", value: sayDay(data.enteredOn, LANG) }] },
    text("Cette demi-journée est contresignée par le formateur."),
    ...signed(data, printing),
  ];
}

function about({ issuer, nature, number, payer, file }: CertificateData | EntryData) {
  const one = (label: string, value: string) => (value === "" ? [] : [{ label, value }]);
  return [
    ...one("Nature de l’action", nature.replace(/\.$/, "")),
    ...one("Organisme", [issuer.name, issuer.form].filter(Boolean).join(", ")),
    ...one("SIRET", issuer.siret),
    ...one("Déclaration d’activité", issuer.activity),
    ...one("Dossier de la personne", number),
    ...one("Payeur", payer),
    ...one("Dossier du payeur", file),
  ];
}

function pendingDays({ pending }: CertificateData): string[] {
  return [...new Set(pending.map(({ on, half }) => `le ${sayDay(on, LANG)} (${HALVES[half].toLowerCase()})`))];
}

function signed({ issuer, on }: CertificateData | EntryData, { code, verifiedAt }: Printing): Block[] {
  const { signatory } = issuer;
  return [
    text(`Fait le ${sayDay(on, LANG)}.`),
    {
      kind: "facts",
      items: [{ label: signatory ? `${signatory.name}, ${signatory.quality}` : "Cachet et signature", value: LINE }],
    },
    { kind: "note", label: "Ce document est-il vrai ?", text: verifyingAt(verifiedAt, code) },
  ];
}

function halfDayTable(halfDays: readonly CertifiedHalfDay[], { timezone }: Issuer): Block {
  const total = halfDays.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    kind: "table",
    caption: "Demi-journées suivies",
    columns: [
      { label: "Jour", width: 4 },
      { label: "Horaire", width: 4 },
      { label: "Unité", width: 2 },
      { label: "Stagiaire", width: 3 },
      { label: "Formateur", width: 4 },
      { label: "Contresigné", width: 4 },
      { label: "Durée", align: "end" },
    ],
    rows: halfDays.map(({ on, half, from, to, units, minutes, signed: how, trainers, countersignedAt }) => [
      `${sayDay(on, LANG)}, ${HALVES[half].toLowerCase()}`,
      `${sayMinute({ time: from }, LANG)} – ${sayMinute({ time: to }, LANG)}`,
      units.join(", "),
      SIGNED[how],
      trainers.join(", "),
      sayInstant(new Date(countersignedAt), timezone, LANG),
      sayMinutes(minutes, LANG),
    ]),
    totals: [["En tout", "", "", "", "", "", sayMinutes(total, LANG)]],
  };
}
