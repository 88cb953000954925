/** The words of the pages of certificates. */
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, plural } from "../../kit/lang.ts";

const WORDS = inBoth({
  heading: (name: string) => [`Certificats : ${name}`, `Certificates: ${name}`],
  lead: [
    "Pour un employeur ou un fonds. Seules comptent les demi-journées contresignées ; chacune est listée.",
    "For an employer or a fund. Countersigned half-days alone count; each is listed.",
  ],
  followed: (hours: string, halfDays: number) => [
    `${hours} suivies et contresignées depuis le début, en ${halfDays} ${plural(halfDays, "demi-journée", "demi-journées", "fr")}.`,
    `${hours} followed and countersigned since the beginning, in ${halfDays} ${plural(halfDays, "half-day", "half-days", "en")}.`,
  ],
  pending: (count: number) => [
    count === 1
      ? "Une séance n’est pas contresignée : elle ne compte pas."
      : `${count} séances ne sont pas contresignées : elles ne comptent pas.`,
    count === 1
      ? "One lesson is not countersigned: it does not count."
      : `${count} lessons are not countersigned: they do not count.`,
  ],
  halves: { morning: ["matin", "morning"], afternoon: ["après-midi", "afternoon"], evening: ["soir", "evening"] },
  confirm: (from: string, to: string) => [
    `Certificat de réalisation, du ${from} au ${to}`,
    `Certificate of attendance, ${from} to ${to}`,
  ],
  issuedHeading: ["Documents émis", "Papers issued"],
  none: ["Aucun document n’est émis.", "No paper is issued."],
  kinds: {
    certificate: ["Certificat de réalisation", "Certificate of attendance"],
    entry: ["Attestation d’entrée en formation", "Attestation of entry into training"],
  },
  days: (from: string, to: string, hours: string) => [`du ${from} au ${to}, ${hours}`, `${from} to ${to}, ${hours}`],
  issuedOn: (day: string) => [`émis le ${day}`, `issued on ${day}`],
  newHeading: ["Émettre un certificat de réalisation", "Issue a certificate of attendance"],
  entryHeading: ["Émettre une attestation d’entrée", "Issue an attestation of entry"],
  go: ["Émettre le certificat", "Issue the certificate"],
  entryGo: ["Émettre l’attestation", "Issue the attestation"],
  fields: {
    from: ["Premier jour", "First day"],
    to: ["Dernier jour", "Last day"],
    payer: { label: ["Pour qui", "For whom"], hint: ["L’employeur ou le fonds.", "The employer or the fund."] },
    entryPayer: {
      label: ["Pour qui", "For whom"],
      hint: ["L’employeur ou le fonds.", "The employer or the fund."],
    },
    entryFile: { label: ["Numéro de dossier chez lui", "Its file number"], hint: ["S’il en a un.", "If it has one."] },
    file: { label: ["Numéro de dossier chez lui", "Its file number"], hint: ["S’il en a un.", "If it has one."] },
  },
  done: { emis: ["Le document est émis.", "The paper is issued."] },
});

export function certificateWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
