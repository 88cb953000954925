/** The words of passages: diplomas reported to the Caisse des Dépôts. */
import { inBoth } from "../../../kit/in-both.ts";
import { sayDay } from "../../../kit/lang.ts";

export const passageWords = inBoth({
  states: {
    draft: ["incomplet", "incomplete"],
    ready: ["prêt", "ready"],
    filed: ["dans un fichier à déposer", "in a file to be deposited"],
    deposited: ["déposé", "deposited"],
    received: ["reçu, sans réponse", "received, no answer"],
    accepted: ["accepté", "accepted"],
    rejected: ["rejeté", "rejected"],
  },
  lacks: {
    birthName: ["nom de naissance", "name at birth"],
    givenNames: ["prénoms", "given names"],
    bornOn: ["date de naissance", "date of birth"],
    sex: ["sexe à l’état civil", "sex in the civil register"],
    birthCountry: ["pays de naissance", "country of birth"],
    birthCommune: ["commune de naissance, choisie dans la liste", "commune of birth, chosen from the list"],
    "country-code": ["pays de naissance que l’INSEE nomme", "country of birth that the INSEE names"],
    "long-birthName": [
      "nom de naissance de plus de 60 lettres : saisissez ce diplôme sur le portail",
      "name at birth of more than 60 letters: enter this diploma on the portal",
    ],
    "long-usedName": ["nom d’usage de 60 lettres au plus", "name in use of 60 letters at most"],
    "long-givenNames": [
      "prénom de plus de 60 lettres : saisissez ce diplôme sur le portail",
      "given name of more than 60 letters: enter this diploma on the portal",
    ],
    "long-place": ["ville de naissance de 60 lettres au plus", "town of birth of 60 letters at most"],
    registration: ["numéro RNCP du diplôme, dans son fichier", "RNCP number of the diploma, in its file"],
  },
  all: {
    title: ["Diplômes transmis à la Caisse des Dépôts", "Diplomas reported to the Caisse des Dépôts"],
    off: (certifiers: string) => [
      `Rien n’est à faire : le certificateur le fait${certifiers === "" ? "" : ` (${certifiers})`}, et l’école n’en a pas reçu le mandat.`,
      `There is nothing to do: the certifier does it${certifiers === "" ? "" : ` (${certifiers})`}, and the school has no mandate to.`,
    ],
    offHow: ["Si l’école reçoit un mandat", "If the school is given a mandate"],
    offHows: [
      "Le numéro du contrat, les identifiants et le certificateur s’écrivent dans le fichier de l’école, sous « year.passages », avec leur source. Les identités exactes restent demandées dans les dossiers : l’autorité s’en sert.",
      "The number of the contract, the names of the parties and the certifier are written in the school’s file, under “year.passages”, with their source. Exact identities are still asked for in the applications: the authority uses them.",
    ],
    lead: (months: number) => [
      `Chaque diplôme, dans les ${months} mois du jury. Vous préparez un fichier, le déposez sur le portail des certificateurs, puis notez ici les réponses.`,
      `Each diploma, within ${months} months of the jury. You prepare a file, deposit it on the certifiers’ portal, then note the answers here.`,
    ],
    mandate: ["Fondement", "Ground"],
    counts: ["Où en sont les diplômes", "Where the diplomas stand"],
    state: ["État", "State"],
    count: ["Diplômes", "Diplomas"],
    beyond: (count: number) => [
      `${count} autres, moins pressés, viendront ensuite.`,
      `${count} others, less pressing, will follow.`,
    ],
    person: ["Personne", "Person"],
    awarded: ["Jury du", "Jury of"],
    due: ["Avant le", "By"],
    late: ["en retard", "late"],
    lateCount: (count: number) => [
      `${count} ${count > 1 ? "diplômes sont" : "diplôme est"} en retard.`,
      `${count} ${count > 1 ? "diplomas are" : "diploma is"} late.`,
    ],
    lacking: ["Il manque quelque chose", "Something is lacking"],
    lackingWhy: [
      "La Caisse des Dépôts retrouve une personne par son état civil seul. La personne le complète sur sa page « Mon identité », avec une preuve ; sans compte, l’école le note.",
      "The Caisse des Dépôts finds a person by their civil status alone. The person completes it on their page “My identity”, with a proof; without an account, the school notes it.",
    ],
    lackingOf: ["Diplômes à compléter", "Diplomas to complete"],
    what: ["Ce qui manque", "What is lacking"],
    mend: ["Voir son identité", "See their identity"],
    rejected: ["Rejetés", "Rejected"],
    rejectedWhy: [
      "Vérifiez l’identité avec la personne avant de renvoyer. Le diplôme garde le même nom technique.",
      "Check the identity with the person before you report again. The diploma keeps the same technical name.",
    ],
    rejectedOf: ["Diplômes à vérifier", "Diplomas to check"],
    said: ["Les mots du rejet", "The words of the rejection"],
    on: ["Le", "On"],
    toFile: ["Prêts à transmettre", "Ready to report"],
    none: ["Aucun diplôme n’est prêt.", "No diploma is ready."],
    unknownAccess: [
      "La situation à l’entrée de ces personnes n’est pas dite, et le fichier le dira. Dites-la avec qui paie",
      "The situation of these people on entry is not said, and the file will say so. Say it with who pays",
    ],
    again: (day: string) => [`rejeté le ${sayDay(day, "fr")}`, `rejected on ${sayDay(day, "en")}`],
    option: (name: string, number: string, due: string) => [
      `${name}, dossier ${number}, avant le ${sayDay(due, "fr")}`,
      `${name}, application ${number}, by ${sayDay(due, "en")}`,
    ],
    optionLate: (name: string, number: string, due: string) => [
      `${name}, dossier ${number}, en retard : c’était avant le ${sayDay(due, "fr")}`,
      `${name}, application ${number}, late: it was by ${sayDay(due, "en")}`,
    ],
    fields: { passages: ["Diplômes du fichier", "Diplomas of the file"] },
    passagesHint: ["Un diplôme rejeté ne part que si vous le cochez.", "A rejected diploma goes only if you tick it."],
    go: ["Préparer le fichier", "Prepare the file"],
    files: ["Fichiers", "Files"],
    file: ["Fichier", "File"],
    made: ["Préparé le", "Prepared on"],
    fileState: ["Où il en est", "Where it stands"],
    withdrawn: (names: string) => [
      `Déposés, et plus accordés par un jury : ${names}. Écrivez-le au support des certificateurs.`,
      `Deposited, and no longer awarded by a jury: ${names}. Tell the certifiers’ support.`,
    ],
  },
  fileStates: {
    made: ["à déposer", "to be deposited"],
    deposited: (day: string) => [`déposé le ${sayDay(day, "fr")}`, `deposited on ${sayDay(day, "en")}`],
    received: (day: string) => [`reçu le ${sayDay(day, "fr")}`, `received on ${sayDay(day, "en")}`],
    answered: (accepted: number, rejected: number) => [
      `${accepted} ${accepted === 1 ? "accepté" : "acceptés"}, ${rejected} ${rejected === 1 ? "rejeté" : "rejetés"}`,
      `${accepted} accepted, ${rejected} rejected`,
    ],
    dropped: (day: string) => [`abandonné le ${sayDay(day, "fr")}`, `given up on ${sayDay(day, "en")}`],
  },
  one: {
    title: (number: number) => [`Fichier n° ${number}`, `File no. ${number}`],
    called: (number: number, count: number) => [
      `Fichier n° ${number}, ${count} ${count > 1 ? "diplômes" : "diplôme"}`,
      `File no. ${number}, ${count} ${count > 1 ? "diplomas" : "diploma"}`,
    ],
    dueLate: (day: string) => [
      `En retard : le plus pressé de ses diplômes était à transmettre avant le ${sayDay(day, "fr")}.`,
      `Late: the most pressing of its diplomas was to be reported by ${sayDay(day, "en")}.`,
    ],
    due: (day: string) => [
      `Le plus pressé de ses diplômes est à transmettre avant le ${sayDay(day, "fr")}.`,
      `The most pressing of its diplomas is to be reported by ${sayDay(day, "en")}.`,
    ],
    download: ["Télécharger le fichier (XML)", "Download the file (XML)"],
    gone: [
      "Une personne de ce fichier a été effacée depuis : il ne peut plus être téléchargé.",
      "Somebody of this file was erased since: it cannot be downloaded any more.",
    ],
    how: ["Le déposer", "How to deposit it"],
    hows: [
      "Sur le portail des certificateurs de la Caisse des Dépôts : « Transmettre des données », puis « Déposer un fichier XML ». L’accusé de réception vient d’abord, puis l’accusé de traitement, qui dit qui est accepté. Nous avons vérifié le fichier avec notre copie du format, version 1.1.2 ; le portail le vérifiera aussi.",
      "On the certifiers’ portal of the Caisse des Dépôts: “Transmettre des données”, then “Déposer un fichier XML”. The receipt comes first, then the report of processing, which says who is accepted. We checked the file with our copy of the format, version 1.1.2; the portal will check it too.",
    ],
    receipt: ["Accusé de réception", "Receipt"],
    fingerprint: ["Empreinte", "Fingerprint"],
    people: ["Diplômes du fichier", "Diplomas of the file"],
    person: ["Personne", "Person"],
    answer: ["Réponse", "Answer"],
    noAnswer: ["pas encore", "not yet"],
    accepted: (day: string) => [`accepté le ${sayDay(day, "fr")}`, `accepted on ${sayDay(day, "en")}`],
    rejected: (day: string, words: string) => [
      `rejeté le ${sayDay(day, "fr")} : ${words}`,
      `rejected on ${sayDay(day, "en")}: ${words}`,
    ],
    erased: ["personne effacée", "person erased"],
    why: ["Pourquoi", "Why"],
    deposit: {
      heading: ["Noter le dépôt", "Note the deposit"],
      fields: { "deposited-on": ["Jour du dépôt sur le portail", "Day of the deposit on the portal"] },
      go: ["Noter le dépôt", "Note the deposit"],
    },
    drop: {
      heading: ["Abandonner ce fichier", "Give up this file"],
      lead: [
        "Tant qu’il n’est pas déposé : ses diplômes redeviennent prêts.",
        "Until it is deposited: its diplomas are ready again.",
      ],
      fields: { why: ["Pourquoi", "Why"] },
      go: ["Abandonner le fichier", "Give up the file"],
    },
    receive: {
      heading: ["Noter l’accusé de réception", "Note the receipt"],
      fields: {
        "received-on": ["Jour de l’accusé", "Day of the receipt"],
        receipt: ["Numéro ou objet de l’accusé", "Number or subject of the receipt"],
      },
      go: ["Noter l’accusé", "Note the receipt"],
    },
    accept: {
      heading: ["Noter les acceptés", "Note those accepted"],
      fields: {
        "accepted-on": ["Jour de l’accusé de traitement", "Day of the report of processing"],
        passages: ["Acceptés", "Accepted"],
      },
      hint: [
        "Notez d’abord les rejets. Ne laissez cochés que ceux que l’accusé dit acceptés.",
        "First note the rejections. Leave ticked only those that the report says are accepted.",
      ],
      go: ["Noter les acceptés", "Note those accepted"],
    },
    reject: {
      heading: ["Noter un rejet", "Note a rejection"],
      fields: {
        passage: ["Personne", "Person"],
        "rejected-on": ["Jour de l’accusé de traitement", "Day of the report of processing"],
        words: ["Mots du rejet, recopiés", "Words of the rejection, copied"],
      },
      go: ["Noter le rejet", "Note the rejection"],
    },
    correct: ["Corriger une réponse notée", "Correct an answer that was noted"],
    done: {
      fait: [
        "Le fichier est prêt. Téléchargez-le, puis déposez-le sur le portail.",
        "The file is ready. Download it, then deposit it on the portal.",
      ],
      depose: ["Le dépôt est noté.", "The deposit is noted."],
      recu: ["L’accusé est noté.", "The receipt is noted."],
      abandonne: [
        "Le fichier est abandonné : ses diplômes sont à nouveau prêts.",
        "The file is given up: its diplomas are ready again.",
      ],
      accepte: ["Les acceptés sont notés.", "Those accepted are noted."],
      rejete: [
        "Le rejet est noté : le diplôme est à renvoyer.",
        "The rejection is noted: the diploma is to be reported again.",
      ],
    },
  },
});
