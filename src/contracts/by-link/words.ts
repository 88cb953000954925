/** The words of the pages of who pays for others, and of the office's page that sends a convention. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";

const WORDS = inBoth({
  entry: (name: string) => [`Conventions et factures de ${name}`, `Conventions and invoices of ${name}`],
  entryWhy: [
    "Vos conventions à signer, les certificats de réalisation, ce qui est à payer.",
    "Your conventions to sign, the certificates of attendance, what is to be paid.",
  ],
  toSign: (count: number) => [
    count === 1 ? "1 convention à signer" : `${count} conventions à signer`,
    count === 1 ? "1 convention to sign" : `${count} conventions to sign`,
  ],
  home: {
    signers: ["L’école demande qui signe pour vous : répondez.", "The school asks who signs for you: answer."],
    lead: {
      sign: (count: number) => [
        count === 1 ? "Une convention attend votre signature." : `${count} conventions attendent votre signature.`,
        count === 1 ? "A convention waits for your signature." : `${count} conventions wait for your signature.`,
      ],
      pay: (amount: string) => [`${amount} à payer.`, `${amount} to be paid.`],
      late: (amount: string) => [
        `${amount} à payer, dont l’échéance est passée.`,
        `${amount} to be paid, past the due day.`,
      ],
      nothing: ["Rien à signer, rien à payer aujourd’hui.", "Nothing to sign, nothing to pay today."],
    },
    people: ["Pour qui vous payez", "For whom you pay"],
    none: ["Aucune convention ne vous a encore été envoyée.", "No convention was sent to you yet."],
    person: ["Stagiaire", "Trainee"],
    training: ["Formation", "Training"],
    share: ["Votre part", "Your part"],
    convention: ["Convention", "Convention"],
    proofs: ["Certificats", "Certificates"],
    states: {
      "to-come": ["en préparation", "being prepared"],
      "to-sign": ["à lire et à signer", "to read and sign"],
      declined: ["refusée : l’école vous répond", "declined: the school answers you"],
      signed: ["signée par vous", "signed by you"],
      concluded: ["signée par tous", "signed by all"],
      ended: ["sans objet : la personne a renoncé", "without object: the person gave up"],
      none: ["–", "–"],
    },
    noProof: ["aucun encore", "none yet"],
    kinds: {
      certificate: ["Certificat de réalisation", "Certificate of attendance"],
      entry: ["Attestation d’entrée", "Attestation of entry"],
    },
    days: (from: string, to: string, hours: string) => [
      `du ${from} au ${to}, ${hours}`,
      `from ${from} to ${to}, ${hours}`,
    ],
    hours: [
      "Chaque certificat porte la liste des demi-journées suivies et contresignées.",
      "Each certificate bears the list of half-days that were followed and countersigned.",
    ],
    money: ["Factures et paiements", "Invoices and payments"],
    noInvoice: ["Aucune facture ne vous a été adressée.", "No invoice was sent to you."],
    sums: (asked: string, paid: string, open: string) => [
      `Facturé, avoirs déduits : ${asked}. Payé : ${paid}. Reste à payer : ${open}.`,
      `Invoiced, less credits: ${asked}. Paid: ${paid}. Left to pay: ${open}.`,
    ],
    held: (amount: string) => [
      `${amount} payés de trop : l’école vous les rend, ou ils servent à une facture suivante.`,
      `${amount} paid too much: the school gives it back, or it serves a later invoice.`,
    ],
    invoices: ["Vos factures et avoirs", "Your invoices and credits"],
    number: ["Numéro", "Number"],
    issued: ["Émise le", "Issued"],
    due: ["À payer au plus tard le", "To be paid by"],
    amount: ["Montant", "Amount"],
    left: ["Reste", "Left"],
    reference: ["Référence à recopier", "Reference to copy"],
    ways: ["Comment payer", "How to pay"],
    each: ["la référence de la facture", "the invoice’s reference"],
    facturX: [
      "Le PDF d’une facture porte aussi ses données (Factur-X), que votre logiciel lit.",
      "The PDF of an invoice also bears its data (Factur-X), which your software reads.",
    ],
  },
  sign: {
    title: {
      "to-sign": (person: string) => [
        `Convention de ${person} : lisez, puis signez`,
        `Convention of ${person}: read, then sign`,
      ],
      declined: (person: string) => [`Convention de ${person}, refusée`, `Convention of ${person}, declined`],
      signed: (person: string) => [
        `Convention de ${person}, signée par vous`,
        `Convention of ${person}, signed by you`,
      ],
      concluded: (person: string) => [
        `Convention de ${person}, signée par tous`,
        `Convention of ${person}, signed by all`,
      ],
      ended: (person: string) => [`Convention de ${person}, sans objet`, `Convention of ${person}, without object`],
    },
    amount: (amount: string, training: string, starts: string) => [
      `Elle porte sur ${amount}. Formation : ${training}, à partir du ${starts}.`,
      `It is for ${amount}. Training: ${training}, from ${starts}.`,
    ],
    inside: [
      "Les heures, le programme et les dates de paiement y sont en entier.",
      "The hours, the programme and the days of payment stand in it in full.",
    ],
    missing: [
      "Elle ne peut pas encore être signée : l’école complète",
      "It cannot be signed yet: the school is completing",
    ],
    signedBy: (by: string, day: string) => [`Signée par ${by}, le ${day}.`, `Signed by ${by} on ${day}.`],
    ended: (person: string, day: string) => [
      `${person} a renoncé à la formation le ${day}. Seules les heures suivies jusque-là sont dues ; sans heure suivie, vous ne devez rien.`,
      `${person} gave up the training on ${day}. Only hours followed until then are owed; without any, you owe nothing.`,
    ],
    waitsSchool: ["L’école signe à son tour, et vous l’écrit.", "The school signs in turn, and writes to you."],
    bySchool: (by: string, day: string) => [
      `Signée pour l’école par ${by}, le ${day}.`,
      `Signed for the school by ${by} on ${day}.`,
    ],
    declinedBy: (by: string, day: string) => [
      `${by} a dit le ${day} pourquoi ne pas signer. Vous pouvez encore signer.`,
      `${by} said on ${day} why not to sign. You may still sign.`,
    ],
    whole: ["Lire la convention en entier", "Read the whole convention"],
    pdf: ["Télécharger en PDF", "Download as PDF"],
    quote: ["Télécharger le devis, avec sa validité", "Download the quote, with its validity"],
    elsewhere: [
      "Elle a été signée sur un autre papier : l’école en a le scan.",
      "It was signed on another paper: the school has the scan.",
    ],
    heading: ["Signer", "Sign"],
    proof: [
      "Le code qui vous a fait entrer vaut signature pendant une demi-heure. Gardé avec elle : ce que vous avez lu, votre nom, l’heure.",
      "The code that let you in serves as a signature for half an hour. Kept with it: what you read, your name, the hour.",
    ],
    go: ["Signer la convention", "Sign the convention"],
    fields: {
      name: ["Votre nom et votre prénom", "Your name"],
      quality: {
        label: ["En quelle qualité vous signez", "In which capacity you sign"],
        hint: [
          "Par exemple : directrice, responsable des ressources humaines.",
          "Such as director, or head of human resources.",
        ],
        missing: ["Dites en quelle qualité vous signez.", "Say in which capacity you sign."],
      },
      agreed: ["Votre accord", "Your agreement"],
    },
    box: [
      "Lu et accepté : je signe cette convention pour ma structure, que je suis en droit d’engager.",
      "Read and accepted: I sign this convention for my body, which I have the right to bind.",
    ],
    notAgreed: ["Cochez la case pour signer.", "Tick the box to sign."],
    decline: ["Ne pas signer, et dire pourquoi", "Not sign, and say why"],
    done: {
      signe: ["Vous avez signé.", "You have signed."],
      refus: ["C’est dit à l’école, qui vous répond.", "The school was told, and answers you."],
    },
  },
  declining: {
    title: ["Ne pas signer cette convention", "Not sign this convention"],
    lead: (person: string) => [
      `L’école lit pourquoi, et vous répond sur la convention de ${person}.`,
      `The school reads why, and answers you about the convention of ${person}.`,
    ],
    fields: {
      words: {
        label: ["Pourquoi ne signez-vous pas ?", "Why do you not sign?"],
        hint: ["Le montant, les dates, autre chose à changer.", "The amount, the days, anything else to be changed."],
        missing: ["Dites pourquoi vous ne signez pas.", "Say why you do not sign."],
      },
    },
    go: ["Envoyer à l’école", "Send to the school"],
  },
  send: {
    title: (called: string) => [
      `Envoyer la convention à signer : ${called}`,
      `Send the convention to be signed: ${called}`,
    ],
    link: (label: string) => [`Envoyer à signer : ${label}`, `Send to be signed: ${label}`],
    lead: [
      "Qui signe pour ce payeur reçoit un lien, lit la convention, la signe sur la page ou dit pourquoi il ne signe pas. Il y lit le prix de la formation, ce que paie sa structure, et la somme des autres parts sans le nom de qui les paie.",
      "Who signs for this payer receives a link, reads the convention, and signs it on the page or says why they do not. They read the price of the training there, what their body pays, and the sum of the other parts without the names of those who pay them.",
    ],
    sentOn: (day: string, to: string | null) => [
      `Déjà envoyée le ${day}${to === null ? "" : ` à ${to}`} : un nouvel envoi donne un nouveau lien.`,
      `Sent already on ${day}${to === null ? "" : ` to ${to}`}: sending it again gives a new link.`,
    ],
    declined: (by: string, day: string) => [
      `${by} refuse de signer depuis le ${day}, et dit pourquoi :`,
      `${by} has refused to sign since ${day}, and says why:`,
    ],
    unregistered: [
      "Ce payeur n’est pas choisi dans le registre : choisissez-le d’abord, la convention part à son adresse.",
      "This payer is not chosen in the register: choose it first, the convention goes to its address.",
    ],
    choose: ["Dire qui paie", "Say who pays"],
    missing: ["Elle ne peut pas encore être signée. Il manque :", "It cannot be signed yet. Missing:"],
    read: ["Lire la convention", "Read the convention"],
    who: ["Qui entre pour ce payeur", "Who comes in for this payer"],
    fields: {
      name: ["Nom de qui signe pour ce payeur", "Name of who signs for this payer"],
      address: {
        label: ["Son adresse électronique", "Their e-mail address"],
        hint: [
          "Celle du registre, ou d’un contact confirmé. Si un collègue l’a entrée, vous en répondez avec lui.",
          "That of the register, or of a confirmed contact. Where a colleague entered it, you vouch for it with them.",
        ],
      },
      language: ["Dans quelle langue lui écrire ?", "In which language should we write to them?"],
    },
    entered: (address: string, by: string, day: string, second: string | null) => [
      second === null
        ? `Adresse du registre : ${address}, entrée par ${by} le ${day}, pas encore confirmée.`
        : `Adresse du registre : ${address}, entrée par ${by} le ${day}, confirmée par ${second}.`,
      second === null
        ? `Address of the register: ${address}, entered by ${by} on ${day}, not confirmed yet.`
        : `Address of the register: ${address}, entered by ${by} on ${day}, confirmed by ${second}.`,
    ],
    languages: { fr: ["français", "French"], en: ["anglais", "English"] },
    go: ["Envoyer le lien", "Send the link"],
  },
});

export function payingWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
