/** The words of the pages for the accountant. */
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, plural, sayNumber } from "../../kit/lang.ts";

const WORDS = inBoth({
  title: ["Écritures", "Accounting entries"],
  lead: [
    "Ce que factures, frais et règlements donnent en comptabilité. L’extrait va à l’expert-comptable ; il n’a ni paie, ni achats, ni à-nouveaux.",
    "What invoices, fees and payments come to in the accounts. The extract goes to the accountant; it has no payroll, purchases or openings.",
  ],
  from: ["Du", "From"],
  to: ["Au", "To"],
  order: ["Le dernier jour vient avant le premier.", "The last day comes before the first."],
  dayFault: ["Donnez un jour, par exemple le 31 1 2027.", "Give a day, for example 31 1 2027."],
  see: ["Voir la période", "See the period"],
  download: ["Télécharger l’extrait", "Download the extract"],
  text: ["Texte, 18 colonnes", "Text, 18 columns"],
  xlsx: ["Tableur (XLSX)", "Spreadsheet (XLSX)"],
  csv: ["CSV", "CSV"],
  file: ["extrait-comptable", "accounting-extract"],
  none: ["Aucune écriture dans cette période.", "No entry in this period."],
  noAccounts: [
    "Le fichier de l’école ne dit pas ses comptes (money.accounts) : rien n’est écrit.",
    "The school’s file does not say its accounts (money.accounts): nothing is booked.",
  ],
  count: (entries: string, open: string) => [
    `${entries} écritures, dont ${open} dans une période ouverte : leurs numéros peuvent encore changer.`,
    `${entries} entries, of which ${open} in a period that is open: their numbers may still change.`,
  ],
  allClosed: (entries: string) => [`${entries} écritures, toutes closes.`, `${entries} entries, all closed.`],
  sums: {
    caption: ["Par compte", "By account"],
    head: {
      account: ["Compte", "Account"],
      name: ["Intitulé", "Name"],
      debit: ["Débit", "Debit"],
      credit: ["Crédit", "Credit"],
      balance: ["Solde", "Balance"],
    },
    total: ["Total", "Total"],
  },
  income: {
    title: ["Produits à un jour", "Income at a day"],
    lead: [
      "Ce qui est facturé, et ce qui est réalisé à ce jour, facturé ou non.",
      "What is invoiced, and what is performed by that day, invoiced or not.",
    ],
    link: (day: string) => [`Produits au ${day}`, `Income on ${day}`],
    on: ["Au", "On"],
    see: ["Voir ce jour", "See this day"],
    heading: (day: string) => [`Produits au ${day}, depuis le début`, `Income on ${day}, since the beginning`],
    none: ["Rien n’est facturé ni réalisé à ce jour.", "Nothing is invoiced or performed by that day."],
    caption: [
      "Facturé, moins ce qui est à venir, plus ce qui est à facturer : réalisé",
      "Invoiced, less what is to come, plus what is to be invoiced: performed",
    ],
    account: ["Compte", "Account"],
    invoiced: ["Facturé", "Invoiced"],
    deferred: ["D’avance (487)", "Deferred (487)"],
    ahead: ["Acomptes (4191)", "Down payments (4191)"],
    accrued: ["À facturer (418)", "Accrued (418)"],
    performed: ["Réalisé", "Performed"],
    total: ["Total", "Total"],
    people: {
      title: ["Réalisé et pas encore facturé", "Performed and not invoiced yet"],
      lead: (count: number) => [
        `${sayNumber(count, "fr")} ${plural(count, "part", "parts", "fr")} à facturer, les personnes par ordre alphabétique.`,
        `${sayNumber(count, "en")} ${plural(count, "share", "shares", "en")} to invoice, people in alphabetical order.`,
      ],
      caption: ["Par personne et par payeur", "By person and payer"],
      person: ["Personne", "Person"],
      payer: ["Payeur", "Payer"],
      hours: ["Heures", "Hours"],
      of: (done: string, planned: string) => [`${done} sur ${planned}`, `${done} of ${planned}`],
      performed: ["Réalisé", "Performed"],
      invoiced: ["Facturé, pour les jours passés", "Invoiced, for days that are over"],
      accrued: ["À facturer", "To invoice"],
    },
    unknown: {
      lead: ["Rien n’est compté comme à facturer pour :", "Nothing is counted as accrued for:"],
    },
    how: {
      title: ["Comment c’est compté", "How it is counted"],
      days: [
        "Une facture compte pour les jours de sa période qui sont passés, comme au bilan pédagogique et financier ; le reste est d’avance.",
        "An invoice counts for the days of its period that are over, as in the yearly declaration; the rest is deferred.",
      ],
      hours: [
        "À facturer : la part du prix pour les heures déjà tenues (qui paie pour soi) ou suivies et contresignées (employeurs et financeurs), moins ce qui en est facturé. Une liste pas encore contresignée n’y est pas.",
        "Accrued: the share of the price for hours held so far (who pays for themselves) or attended and countersigned (employers and funds), less what of it is invoiced. A list that is not countersigned yet is not in it.",
      ],
      same: [
        "Le facturé est le solde du compte 706 et de ses acomptes : une remise, un avoir ou une dette abandonnée par un remboursement l’ont diminué.",
        "What is invoiced is the balance of account 706 and of its down payments: a reduction, a credit note, or a debt given up by a refund have lowered it.",
      ],
    },
  },
  third: {
    title: ["Perçu pour d’autres organismes", "Collected for other bodies"],
    link: ["Perçu pour d’autres", "Collected for others"],
    lead: [
      "Ce que vos factures demandent pour un autre organisme, une université par exemple, lui est dû : ce n’est pas un produit de l’école (compte 467).",
      "What your invoices ask for another body, such as a university, is owed to it: it is no income of the school (account 467).",
    ],
    none: ["Aucune facture ne demande une somme pour un autre organisme.", "No invoice asks a sum for another body."],
    sums: {
      caption: ["Depuis le début", "Since the beginning"],
      asked: ["Facturé pour d’autres", "Invoiced for others"],
      paid: ["Dont payé", "Of which paid"],
      handed: ["Reversé", "Handed on"],
      left: ["À reverser", "To hand on"],
    },
    noteTitle: ["Noter un reversement", "Note what was handed on"],
    fields: {
      on: ["Jour du virement", "Day of the transfer"],
      payee: ["À quel organisme", "To which body"],
      piece: ["Référence du virement", "Reference of the transfer"],
      reason: ["Pourquoi l’annuler", "Why it is taken back"],
    },
    go: ["Noter le reversement", "Note it"],
    given: {
      title: ["Reversements", "Handed on"],
      line: (amount: string, payee: string, day: string, piece: string) => [
        `${amount} à ${payee}, le ${day}, ${piece}`,
        `${amount} to ${payee}, ${day}, ${piece}`,
      ],
      takenBack: (day: string, why: string) => [`Annulé le ${day} : ${why}`, `Taken back on ${day}: ${why}`],
    },
    takeBack: ["Annuler ce reversement", "Take it back"],
    takeBackOf: (amount: string, day: string) => [
      `Annuler le reversement de ${amount} du ${day}`,
      `Take back ${amount} of ${day}`,
    ],
    of: {
      title: ["Pour qui", "Of whom"],
      caption: ["Les dernières factures", "The latest invoices"],
      name: ["Personne", "Person"],
      number: ["Facture", "Invoice"],
      on: ["Du", "Of"],
      amount: ["Demandé", "Asked"],
      paid: ["Payé", "Paid"],
    },
    done: {
      reverse: ["Le reversement est noté.", "It is noted."],
      annule: ["Le reversement est annulé.", "It is taken back."],
    },
  },
  closings: {
    title: ["Clôtures", "Closings"],
    none: ["Rien n’est encore clos.", "Nothing is closed yet."],
    caption: ["Périodes closes", "Closed periods"],
    until: ["Jusqu’au", "Until"],
    entries: ["Écritures", "Entries"],
    total: ["Total", "Total"],
    on: ["Clos le", "Closed on"],
    print: ["Empreinte", "Fingerprint"],
    yearEnd: ["fin d’exercice", "year’s end"],
    close: ["Clôturer une période", "Close a period"],
  },
  close: {
    title: ["Clôturer une période", "Close a period"],
    lead: [
      "Les écritures sont numérotées et figées. Ce qui arrive ensuite avec une date close est écrit au premier jour ouvert. Une clôture ne se défait pas.",
      "The entries are numbered and frozen. What comes later with a closed date is booked on the first open day. A closing cannot be undone.",
    ],
    since: (day: string) => [`Clos jusqu’au ${day}.`, `Closed until ${day}.`],
    fields: {
      until: ["Dernier jour de la période", "Last day of the period"],
      yearEnd: ["Fin d’exercice", "Year’s end"],
    },
    yearEndHint: [
      "Écrit aussi les produits d’avance (487) et à facturer (418), et leur reprise le lendemain.",
      "Also books deferred (487) and accrued income (418), and takes them back the next day.",
    ],
    yearEndBox: ["Un exercice comptable finit ce jour-là", "An accounting year ends on that day"],
    counted: {
      entries: ["Écritures à figer", "Entries to freeze"],
      lines: ["Encaissements du relevé, dans la période", "Received by the statement, in the period"],
      waiting: ["À rapprocher encore", "Still to match"],
      toInvoice: ["Réalisé et pas encore facturé", "Performed and not invoiced yet"],
      unknown: (count: string) => [`${count} sans calcul possible`, `${count} that cannot be computed`],
      refunds: ["Remboursements notés, pas vus sur les relevés", "Refunds recorded, not on the statements"],
      online: ["Paiements en ligne à classer", "Online payments to settle"],
      proposals: ["Demandes qui attendent une seconde personne", "Requests that wait for a second person"],
      of: (count: string, amount: string) => [`${count}, pour ${amount}`, `${count}, for ${amount}`],
      none: ["aucun", "none"],
    },
    waitingWarning: [
      "Ce qui reste à rapprocher sera figé au compte d’attente, et en sortira au premier jour ouvert. Mieux vaut rapprocher d’abord.",
      "What is still to match will be frozen on the suspense account, and leaves it on the first open day. Better match it first.",
    ],
    go: ["Clôturer", "Close"],
    heading: (day: string) => [`Clôturer jusqu’au ${day} ?`, `Close until ${day}?`],
  },
  done: {
    cloture: ["La période est close.", "The period is closed."],
  },
});

export function booksWords(lang: Lang) {
  return WORDS[lang];
}
