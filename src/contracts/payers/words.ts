/** The words of what a payer pays for: its page, its statement, its files. */
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, plural } from "../../kit/lang.ts";

const WORDS = inBoth({
  title: (name: string) => [`Stagiaires payés par ${name}`, `Trainees paid for by ${name}`],
  lead: (from: string, to: string) => [
    `Heures et certificats du ${from} au ${to} ; sommes depuis le début.`,
    `Hours and certificates ${from} to ${to}; sums since the beginning.`,
  ],
  none: ["Ce payeur ne paie encore pour personne.", "This payer pays for nobody yet."],
  periods: ["Périodes", "Periods"],
  fromTo: (from: string, to: string) => [`du ${from} au ${to}`, `${from} to ${to}`],
  choosing: {
    fields: {
      from: {
        label: ["Du", "From"],
        hint: ["D’autres jours que ceux d’une période.", "Other days than those of a period."],
      },
      to: ["Au", "To"],
    },
    go: ["Voir ces jours", "See these days"],
  },
  caption: ["Ses stagiaires, par nom", "Its trainees, by name"],
  head: {
    who: ["Stagiaire", "Trainee"],
    file: ["Contrat et dossier", "Contract and file"],
    agreed: ["Convenu", "Agreed"],
    hours: ["Heures suivies", "Hours followed"],
    certificate: ["Certificat", "Certificate"],
    invoiced: ["Facturé", "Invoiced"],
    paid: ["Payé", "Paid"],
    balance: ["Reste à payer", "Left to pay"],
    toInvoice: ["Reste à facturer", "Left to invoice"],
  },
  asked: (amount: string) => [`${amount} pas encore accordés ou signés`, `${amount} not granted or signed yet`],
  file: (number: string, own: string | null) => [
    own === null ? number : `${number}, son dossier ${own}`,
    own === null ? number : `${number}, its file ${own}`,
  ],
  hours: (done: string, planned: string) => [`${done} sur ${planned}`, `${done} of ${planned}`],
  pending: (hours: string) => [`${hours} à contresigner`, `${hours} to be countersigned`],
  missing: ["à émettre", "to be issued"],
  nothing: ["rien à certifier", "nothing to certify"],
  notEnrolled: ["pas encore en formation", "not in training yet"],
  paysNoMore: ["ne paie plus", "pays no more"],
  total: ["Total", "Total"],
  more: (shown: number) => [
    `Les ${shown} premiers sont montrés ; les fichiers en ont davantage.`,
    `The first ${shown} are shown; the files have more.`,
  ],
  certify: (count: number) => [
    `Émettre ${plural(count, "le certificat qui manque", `les ${count} certificats qui manquent`, "fr")}`,
    `Issue the ${plural(count, "certificate that is missing", `${count} certificates that are missing`, "en")}`,
  ],
  certifyLead: [
    "Chacun atteste exactement ces jours, d’après les demi-journées contresignées, et porte un code.",
    "Each attests exactly these days, from countersigned half-days, and bears a code.",
  ],
  done: { emis: ["Les certificats sont émis.", "The certificates are issued."] },
  files: ["À remettre au payeur", "To hand to the payer"],
  zip: ["Tout en un dossier (ZIP)", "All in one folder (ZIP)"],
  zipSays: [
    "Le relevé, les certificats de ces jours, et les factures et avoirs émis ces jours-là.",
    "The statement, the certificates of these days, and the invoices and credits issued on these days.",
  ],
  pdf: ["Relevé (PDF)", "Statement (PDF)"],
  xlsx: ["Tableur (XLSX)", "Spreadsheet (XLSX)"],
  account: ["Son compte", "Its account"],
  register: ["Ce qui est noté de ce payeur", "What is entered of this payer"],
  paper: {
    title: (name: string) => [`Relevé des stagiaires : ${name}`, `Statement of trainees: ${name}`],
    subtitle: (from: string, to: string) => [
      `Heures du ${from} au ${to}, sommes depuis le début`,
      `Hours ${from} to ${to}, sums since the beginning`,
    ],
    on: (day: string) => [`Arrêté au ${day}`, `As of ${day}`],
    number: ["Payeur", "Payer"],
    page: ["Page", "Page"],
    of: ["sur", "of"],
    courtesy: [undefined, "Courtesy translation. The French version of this document is the one that counts."],
    count: (count: number) => [
      `${count} ${plural(count, "stagiaire", "stagiaires", "fr")}`,
      `${count} ${plural(count, "trainee", "trainees", "en")}`,
    ],
    people: ["Stagiaires", "Trainees"],
    hours: [
      "Heures : celles des demi-journées contresignées, sur celles des séances inscrites au planning entre ces jours. Une facture de période porte les heures prévues de toute la période : elles peuvent différer.",
      "Hours: those of countersigned half-days, of those of the sessions planned between these days. The invoice of a period has the hours meant for all of the period: they may differ.",
    ],
    money: [
      "Convenu : ce qui est accordé ou signé. Reste à payer : de ce qui est facturé. Tout vaut depuis le début.",
      "Agreed: what is granted or signed. Left to pay: of what is invoiced. All of it since the beginning.",
    ],
    certificates: ["Certificats de réalisation", "Certificates of attendance"],
    certificatesSay: (address: string) => [
      `Chaque certificat est un document à part ; son code se vérifie à l’adresse ${address}.`,
      `Each certificate is a document of its own; its code is verified at ${address}.`,
    ],
    noCertificate: ["Aucun certificat n’est émis pour ces jours.", "No certificate is issued for these days."],
    certificateHead: ["Stagiaire", "Trainee"],
    days: ["Jours", "Days"],
    time: ["Heures", "Hours"],
    code: ["Code", "Code"],
  },
  sheet: {
    name: ["Stagiaire", "Trainee"],
    number: ["Contrat", "Contract"],
    file: ["Dossier du payeur", "File of the payer"],
    source: ["Financement", "Funding"],
    agreed: ["Convenu (€)", "Agreed (€)"],
    asked: ["Pas encore accordé ou signé (€)", "Not granted or signed yet (€)"],
    planned: ["Heures des séances au planning", "Hours of planned sessions"],
    done: ["Heures suivies et contresignées", "Hours followed and countersigned"],
    pending: ["Heures à contresigner", "Hours to be countersigned"],
    certificates: ["Certificats", "Certificates"],
    invoiced: ["Facturé (€)", "Invoiced (€)"],
    paid: ["Payé (€)", "Paid (€)"],
    balance: ["Reste à payer (€)", "Left to pay (€)"],
    toInvoice: ["Reste à facturer (€)", "Left to invoice (€)"],
  },
});

export function paidWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
