/** The words of the pages about a person's data, and about what the school keeps, holds and erases. */
import { inBoth } from "../kit/in-both.ts";
import type { Label, Lang } from "../kit/lang.ts";
import { CONFIDENCE_WORDS } from "../law/source-words.ts";

export const retentionWords = inBoth({
  mine: {
    entry: ["Mes données", "My data"],
    entryWhy: [
      "Ce que nous gardons à votre sujet, combien de temps, en avoir une copie ou le faire effacer.",
      "What we hold about you, for how long, having a copy of it or having it erased.",
    ],
    title: ["Mes données", "My data"],
    lead: [
      "Ce que l’école garde à votre sujet, et ce que vous pouvez en faire.",
      "What the school holds about you, and what you can do about it.",
    ],
    held: ["Ce qui est gardé ici", "What is held here"],
    heldNone: [
      "L’école ne garde rien d’autre que votre compte et nos courriels.",
      "The school holds nothing but your account and our mails.",
    ],
    heldItem: (label: string, count: number) => [`${label} : ${count}`, `${label}: ${count}`],
    opened: ["Qui a ouvert mon dossier", "Who opened my file"],
    openedWhy: [
      "Chaque ouverture par une personne de l’école est notée : quand, par qui, et quelle partie.",
      "Each opening by somebody of the school is noted: when, by whom, and which part.",
    ],
    how: ["Combien de temps", "For how long"],
    howWhy: [
      "Un litige ou un contrôle peut suspendre un effacement ; la personne qui dirige l’école en décide et dit pourquoi.",
      "A dispute or an inspection may suspend an erasure; whoever directs the school decides it and says why.",
    ],
    copy: ["Avoir une copie de tout", "Have a copy of everything"],
    copyWhy: [
      "Nous préparons un fichier ZIP : vos données, vos fichiers, nos courriels, et une page pour les lire. Cela prend quelques minutes ; un courriel vous prévient, et le fichier reste une semaine.",
      "We prepare a ZIP file: your data, your files, our mails, and a page to read them. It takes a few minutes; a mail tells you, and the file stays for a week.",
    ],
    go: ["Demander une copie", "Ask for a copy"],
    copyOpen: [
      "Votre copie est en préparation. Un courriel vous dira quand elle est prête.",
      "Your copy is being prepared. A mail will tell you when it is ready.",
    ],
    copies: ["Vos demandes", "Your requests"],
    download: (day: string, size: string) => [
      `Télécharger la copie du ${day} (${size})`,
      `Download the copy of ${day} (${size})`,
    ],
    until: (day: string) => [`Disponible jusqu’au ${day}.`, `Available until ${day}.`],
    erase: ["Faire effacer", "Have it erased"],
    eraseWhy: [
      "Vous pouvez demander l’effacement de tout ce qui n’a pas à être gardé.",
      "You may ask for the erasure of everything that need not be kept.",
    ],
    eraseGo: ["Voir ce qui serait effacé", "See what would be erased"],
    askedCopy: (when: string) => [`Copie demandée le ${when}`, `Copy asked for on ${when}`],
    askedErasure: (when: string) => [`Effacement demandé le ${when}`, `Erasure asked for on ${when}`],
    states: {
      asked: ["en cours", "under way"],
      ready: ["prête", "ready"],
      done: ["terminée", "over"],
    },
    mb: (size: string) => [`${size} Mo`, `${size} MB`],
  },
  erasure: {
    lead: ["Relisez : un effacement ne se défait pas.", "Read again: an erasure cannot be undone."],
    goes: ["Ce qui sera effacé", "What will be erased"],
    stays: ["Ce qui doit rester", "What must remain"],
    account: ["Votre compte, s’il n’y a plus rien d’autre", "Your account, if nothing else is left"],
    staysWhy: [
      "Un dossier remis est gardé tant que l’école doit y répondre : retirez d’abord votre candidature si vous voulez l’effacer. Ce qui touche à l’argent est gardé le temps que la loi demande.",
      "A submitted application is kept while the school has to answer it: withdraw it first if you want it erased. What concerns money is kept for as long as the law asks.",
    ],
    proof: [
      "La trace de chaque effacement reste dans le journal de l’école, sans rien de ce qui a été effacé : elle dit seulement quand, et que c’était à votre demande.",
      "The trace of each erasure stays in the school’s record, with nothing of what was erased: it says only when, and that you asked.",
    ],
    confirm: [
      "Je veux effacer ce qui me concerne, et je sais que cela ne se défait pas.",
      "I want what is about me erased, and I know that it cannot be undone.",
    ],
    go: ["Effacer définitivement", "Erase for good"],
    done: [
      "Votre demande est enregistrée : un courriel vous dira dans quelques minutes ce qui a été effacé et ce qui reste.",
      "Your request is recorded: a mail will tell you in a few minutes what was erased and what remains.",
    ],
    stale: ["Une demande d’effacement est déjà en cours.", "A request for erasure is under way already."],
    fields: {
      confirm: {
        label: ["Effacer ce qui me concerne", "Erase what is about me"],
        missing: ["Cochez la case pour confirmer, ou revenez en arrière.", "Tick the box to confirm, or go back."],
      },
    },
  },
  openings: {
    title: ["Qui a ouvert mon dossier", "Who opened my file"],
    lead: [
      "Quand une personne de l’école ouvre votre dossier, vos messages, une pièce ou un papier, ou y répond, c’est noté ici, une fois par heure. Une liste où figure votre nom n’est pas notée.",
      "When somebody of the school opens your application, your messages, a document or a paper, or answers it, it is noted here, once an hour. A list with your name in it is not noted.",
    ],
    none: ["Aucune ouverture n’est notée.", "No opening is noted."],
    caption: ["Ouvertures, les dernières d’abord", "Openings, the last first"],
    when: ["Quand", "When"],
    who: ["Qui", "Who"],
    what: ["Quoi", "What"],
    someone: ["une personne qui ne travaille plus ici", "somebody who no longer works here"],
  },
  office: {
    entry: ["Conservation", "Retention"],
    entryWhy: [
      "Combien de temps chaque chose est gardée, ce qui est bloqué, ce qui a été effacé.",
      "How long each thing is kept, what is held, what was erased.",
    ],
    title: ["Conservation", "Retention"],
    lead: [
      "Combien de temps chaque chose est gardée. Ce qui a passé sa durée est effacé chaque jour, et un compte rendu le dit.",
      "How long each thing is kept. What is past its period is erased every day, and a report says so.",
    ],
    periods: ["Durées", "Periods"],
    periodsNone: [
      "Le fichier de l’école ne fixe aucune durée : rien n’est effacé de soi-même.",
      "The school’s file sets no period: nothing is erased by itself.",
    ],
    month: (count: number) => [`${count} mois`, `${count} months`],
    confidence: ["certitude", "confidence"],
    holds: ["Ce qui est bloqué", "What is held"],
    holdsNone: ["Rien n’est bloqué.", "Nothing is held."],
    heldFrom: (day: string) => [`bloqué depuis le ${day}`, `held since ${day}`],
    lifted: (day: string) => [`levé le ${day}`, `lifted on ${day}`],
    lift: ["Lever", "Lift"],
    liftOf: (about: string) => [`le blocage de ${about}`, `the hold on ${about}`],
    go: ["Bloquer un effacement", "Hold an erasure"],
    already: ["C’est déjà bloqué.", "It is held already."],
    purges: ["Comptes rendus", "Reports"],
    purgesNone: [
      "Rien n’a encore été effacé au terme d’une durée ou à la demande d’une personne.",
      "Nothing was erased yet, at the end of a period or because somebody asked.",
    ],
    purge: (number: number, day: string) => [`Compte rendu n° ${number}, du ${day}`, `Report no. ${number}, of ${day}`],
    accounts: ["Comptes de connexion", "Accounts to sign in with"],
    accountsPurge: (number: number, day: string) => [
      `Comptes effacés, compte rendu n° ${number}, du ${day}`,
      `Accounts erased, report no. ${number}, of ${day}`,
    ],
    accountsWhy: [
      "Un tel compte sert dans toutes les écoles de ce service : ceux qui n’ont plus rien nulle part sont effacés ensemble.",
      "Such an account serves in all the schools of this service: those with nothing left in any are erased together.",
    ],
    fields: {
      about: {
        label: ["Ce qui est à garder", "What is to be kept"],
        hint: [
          "Le numéro d’un dossier, comme D-2026-000123, la référence d’un montant à payer, ou un nom du journal, comme dossier:0b9d1c0e-…",
          "The number of an application, such as D-2026-000123, the reference of a charge, or a name of the record, such as dossier:0b9d1c0e-…",
        ],
        missing: ["Dites ce qui est à garder.", "Say what is to be kept."],
      },
      reason: {
        label: ["Pourquoi", "Why"],
        hint: ["Le litige ou le contrôle, en quelques mots.", "The dispute or the inspection, in a few words."],
        missing: ["Dites pourquoi : la personne peut le demander.", "Say why: the person may ask."],
      },
    },
    done: {
      bloque: [
        "C’est bloqué : rien n’en sera effacé tant que ce n’est pas levé.",
        "It is held: nothing of it is erased until the hold is lifted.",
      ],
      leve: ["Le blocage est levé : les durées valent de nouveau.", "The hold is lifted: the periods count again."],
    },
  },
  report: {
    title: (number: number) => [
      `Ce qui a été effacé, compte rendu n° ${number}`,
      `What was erased, report no. ${number}`,
    ],
    accountsTitle: (number: number) => [
      `Les comptes effacés, compte rendu n° ${number}`,
      `Accounts that were erased, report no. ${number}`,
    ],
    accountsLead: [
      "Il compte ensemble les comptes de toutes les écoles de ce service.",
      "It counts the accounts of all the schools of this service together.",
    ],
    lead: (day: string) => [
      `Fait le ${day}, sans rien de ce qui a été effacé.`,
      `Made on ${day}, with nothing of what was erased.`,
    ],
    caption: ["Ce qui a été effacé", "What was erased"],
    what: ["Quoi", "What"],
    count: ["Combien", "How many"],
    rows: ["Lignes", "Rows"],
    why: ["Pourquoi", "Why"],
    due: ["Échéance", "Due"],
    period: (months: number | null, article: string | null, confidence: string | null) => [
      `durée passée${months === null ? "" : ` : ${months} mois`}${article === null ? "" : ` (${article}, ${confidence})`}`,
      `period over${months === null ? "" : `: ${months} months`}${article === null ? "" : ` (${article}, ${confidence})`}`,
    ],
    asked: ["à la demande de la personne", "because the person asked"],
    fromTo: (from: string, to: string) => [
      from === to ? from : `du ${from} au ${to}`,
      from === to ? from : `from ${from} to ${to}`,
    ],
    held: ["Passé sa durée, et bloqué", "Past its period, and held"],
    heldNone: ["Rien n’était bloqué.", "Nothing was held."],
    heldItem: (label: string, count: number) => [`${label} : ${count}`, `${label}: ${count}`],
    proof: [
      "Chaque effacement a sa trace dans le journal : « livret audit verify » les dit une à une.",
      "Each erasure has its trace in the record: “livret audit verify” names them one by one.",
    ],
    pdf: ["Télécharger le compte rendu (PDF)", "Download the report (PDF)"],
    noPdf: ["Le document ne peut pas être fait ici", "The document cannot be made here"],
    noPdfWhy: [
      "Ce serveur ne compose pas de documents. La page du compte rendu dit la même chose, et s’imprime.",
      "This server makes no documents. The page of the report says the same, and prints.",
    ],
    file: ["compte-rendu-de-purge", "purge-report"],
    accountsFile: ["compte-rendu-des-comptes", "accounts-report"],
    subtitle: ["Conservation des données", "Retention of data"],
    number: ["Compte rendu n°", "Report no."],
    madeOn: (day: string) => [`Fait le ${day}`, `Made on ${day}`],
    of: ["sur", "of"],
    courtesy: [
      undefined as string | undefined,
      "Courtesy translation. The French version of this document is the one that counts.",
    ],
  },
});

type Why = {
  readonly why: "period" | "asked";
  readonly months: number | null;
  readonly article: string | null;
  readonly confidence: string | null;
};

/** Why something was erased: on request, or by its period as of that day, with our confidence. */
export function sayWhy({ why, months, article, confidence }: Why, lang: Lang): string {
  const words = retentionWords[lang].report;
  const sure = CONFIDENCE_WORDS[confidence as keyof typeof CONFIDENCE_WORDS] as Label | undefined;
  return why === "asked" ? words.asked : words.period(months, article, sure?.[lang] ?? confidence);
}
