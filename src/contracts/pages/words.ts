/** The words of the pages of contracts. */
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, plural } from "../../kit/lang.ts";

const WORDS = inBoth({
  title: (name: string) => [`Contrat de ${name}`, `Contract of ${name}`],
  kind: ["Contrat", "Contract"],
  happened: {
    sent: (who: string) => [`Convention envoyée à signer à ${who}`, `Convention sent to be signed to ${who}`],
    declined: (who: string) => [`Convention refusée par ${who}`, `Convention declined by ${who}`],
    signed: (paper: string, by: string) => [`${paper} : signature de ${by}`, `${paper}: signed by ${by}`],
    countersigned: (paper: string, by: string) => [
      `${paper} : signature pour l’école, ${by}`,
      `${paper}: signed for the school, ${by}`,
    ],
    answered: (who: string) => [`Réponse notée de ${who}`, `Answer noted of ${who}`],
  },
  part: (number: string | undefined) =>
    number === undefined ? ["Contrat", "Contract"] : [`Contrat, dossier ${number}`, `Contract, application ${number}`],
  open: ["Ouvrir le contrat", "Open the contract"],
  state: ["Où il en est", "Where it stands"],
  cohort: ["Promotion prévue", "Cohort meant"],
  noCohort: ["aucune : choisissez-la", "none: choose it"],
  starts: ["Première séance", "First session"],
  price: ["Prix", "Price"],
  nothingToPay: (zero: string) => [
    `${zero} : ses allègements et dispenses ne laissent rien à payer, et il n’y a pas de contrat à signer`,
    `${zero}: reliefs and dispenses leave nothing to pay, and there is no contract to sign`,
  ],
  status: ["Situation", "Situation"],
  enrolled: ["Inscrit", "Enrolled"],
  toHand: ["À remettre avant", "To hand over before"],
  onPage: (count: number) => [
    `${count} ${plural(count, "document", "documents", "fr")} : la personne les reçoit sur sa page en signant. Rien à noter, sauf ce que vous remettez sur papier.`,
    `${count} ${plural(count, "document", "documents", "en")}: the person receives them on their page on signing. Nothing to note, except what you hand over on paper.`,
  ],
  doneBy: (roles: string) => [`qui s’en charge : ${roles}`, `seen to by: ${roles}`],
  handed: ["Remis", "Handed over"],
  nothing: ["rien", "nothing"],
  shares: ["Qui paie", "Who pays"],
  takesOver: (who: string, since: string, former: string) => [
    `${who}, depuis le ${since} ; avant : ${former}`,
    `${who}, since ${since}; before: ${former}`,
  ],
  payer: ["Payeur", "Payer"],
  amount: ["Montant", "Amount"],
  paper: ["Papier", "Paper"],
  stands: ["Où il en est", "Where it stands"],
  wants: ["Ce qui manque pour inscrire", "What is wanting for the enrolment"],
  withdrawal: ["Rétractation possible jusqu’au", "May be withdrawn from until"],
  asked: ["Rien n’est demandé avant le", "Nothing is asked before"],
  renounced: ["Rétractation", "Withdrawal"],
  renouncedOn: (day: string, late: boolean) => [
    late ? `reçue le ${day}, après le dernier jour : le contrat tient` : `reçue le ${day} : le contrat est anéanti`,
    late ? `received on ${day}, after the last day: the contract stands` : `received on ${day}: the contract is undone`,
  ],
  place: ["Sa place", "The place"],
  placesSaid: {
    kept: ["gardée : il faut un autre contrat", "kept: another contract is needed"],
    "given-up": [
      "rendue. Elle est offerte à la personne suivante de la liste ; si personne n’attend, elle est libre.",
      "given back. It is offered to the next person on the list; where nobody waits, it is free.",
    ],
  },
  lists: ["Voir les listes", "See the lists"],
  placesAfter: {
    kept: ["Elle garde sa place et change de financement", "They keep their place and change who pays"],
    "given-up": ["Elle renonce à la formation", "They give up the training"],
  },
  fee: ["Frais de sélection", "Selection fee"],
  answered: ["Réponse de l’école", "Answer of the school"],
  undone: [
    "La personne a renoncé à son contrat et garde sa place : rien n’est dû de ce contrat, redites qui paie avec elle.",
    "The person withdrew from their contract and keeps their place: nothing is owed of it, say again who pays with them.",
  ],
  findings: ["Ce que la règle remarque", "What the rule points out"],
  noPrice: [
    "Le prix n’est pas encore connu : les allègements et dispenses sont à décider d’abord.",
    "The price is not known yet: reliefs and dispenses are to be decided first.",
  ],
  outdated: [
    "Les allègements ont été décidés à nouveau : le prix a changé, redites qui paie.",
    "Reliefs were decided anew: the price has changed, say again who pays.",
  ],
  carried: [
    "Conclu avant que l’école utilise ce service : les papiers signés sont chez elle.",
    "Concluded before the school used this service: the school has the signed papers.",
  ],
  carriedShare: ["conclu avant", "concluded before"],
  before: {
    caption: [
      "Facturé et payé avant que l’école utilise ce service",
      "Invoiced and paid before the school used this service",
    ],
    until: ["Jusqu’au", "Until"],
    invoiced: ["Facturé", "Invoiced"],
    paid: ["Payé", "Paid"],
    left: ["Reste dû", "Still owed"],
  },
  short: [
    "Un financeur ne paie pas tout ce qui était prévu : redites qui paie.",
    "A fund does not pay all that was meant: say again who pays.",
  ],
  papers: {
    contract: ["contrat de formation", "training contract"],
    convention: ["convention de formation", "training convention"],
    grant: ["accord de prise en charge", "accord of the fund"],
    funder: ["papier du financeur", "the fund’s own paper"],
    platform: ["plateforme", "platform"],
  },
  states: {
    unsigned: ["à signer", "to be signed"],
    withdrawal: ["signé, rétractation possible", "signed, may be withdrawn from"],
    binding: ["signé", "signed"],
    withdrawn: ["rétracté", "withdrawn from"],
    unanswered: ["réponse attendue", "answer awaited"],
    answered: ["accordé", "granted"],
    onPlatform: ["à payer par la personne, sur la plateforme", "to be paid by the person, on the platform"],
    ended: ["sans objet : la personne a renoncé", "without object: the person gave up"],
    toCountersign: ["signé, à signer par l’école", "signed, to be signed by the school"],
  },
  sentOn: (day: string, to: string | null, declined: boolean) => [
    `lien envoyé le ${day}${to === null ? "" : ` à ${to}`}${declined ? ", qui ne signe pas" : ""}`,
    `link sent on ${day}${to === null ? "" : ` to ${to}`}${declined ? ", who does not sign" : ""}`,
  ],
  certificates: ["Certificats de réalisation", "Certificates of attendance"],
  readLink: (label: string) => [`Lire le papier : ${label}`, `Read the paper: ${label}`],
  countersignLink: (label: string) => [`Signer pour l’école : ${label}`, `Sign for the school: ${label}`],
  numbered: (number: string) => [`dossier n° ${number}`, `file no. ${number}`],
  answers: {
    asked: ["Demandé, réponse attendue", "Asked, answer awaited"],
    granted: ["Accordé", "Granted"],
    "in-part": ["Accordé en partie", "Granted in part"],
    refused: ["Refusé", "Refused"],
    silent: ["Resté sans réponse", "Left unanswered"],
  },
  places: {
    premises: ["À l’école", "At the school"],
    distance: ["À distance", "At a distance"],
    away: ["Ailleurs, en présence de l’école", "Elsewhere, with the school present"],
  },
  other: (nth: number) => [`Payeur ${nth}`, `Payer ${nth}`],
  amountOf: (nth: number) => [`Part du payeur ${nth}, en euros`, `Part of payer ${nth}, in euros`],
  calledOf: (nth: number) => [`Nom du payeur ${nth}`, `Name of payer ${nth}`],
  registeredOf: (nth: number) => [`Dans le registre, payeur ${nth}`, `In the register, payer ${nth}`],
  nobody: ["personne", "nobody"],
  noneOfRegister: ["pas encore dans le registre", "not in the register yet"],
  rest: [
    "La personne paie le reste. Sans autre payeur, elle paie tout.",
    "The person pays the rest. Without another payer, they pay all of it.",
  ],
  whoPays: {
    title: ["Dire qui paie", "Say who pays"],
    go: ["Noter qui paie", "Note who pays"],
    price: (price: string, discount: string) => [
      `Prix de la formation : ${price}, dont une remise de ${discount} est déduite sur ce que la personne paie elle-même, selon ce qu’elle a dit dans son dossier. Si d’autres paient, cette remise baisse et le prix monte.`,
      `Price of the training: ${price}, less a discount of ${discount} on what the person pays themselves, by what they said in the application. If others pay, this discount falls and the price rises.`,
    ],
    priceNow: (price: string, discount: string) => [
      `Prix de la formation : ${price}, moins une remise de ${discount} sur ce que la personne paie elle-même aujourd’hui. Si d’autres paient plus, cette remise baisse.`,
      `Price of the training: ${price}, less a discount of ${discount} on what the person pays themselves today. If others pay more, this discount falls.`,
    ],
    priceAlone: (price: string) => [`Prix de la formation : ${price}.`, `Price of the training: ${price}.`],
    howMuch: (label: string) => [
      `Dites combien paie : ${label}. S’il ne paie rien, remettez « personne ».`,
      `Say how much is paid by: ${label}. If it pays nothing, put “nobody” back.`,
    ],
    accords: (labels: string) => [
      `Pour ${labels} : nommez aussi l’employeur, même s’il ne paie rien.`,
      `For ${labels}: name the employer too, even if it pays nothing.`,
    ],
    fields: {
      status: ["Situation de la personne", "Situation of the person"],
      since: {
        label: [
          "Si un payeur prend la suite d’un autre : à partir du (facultatif)",
          "If a payer takes over from another: from (optional)",
        ],
        hint: [
          "L’autre paie jusqu’à la veille. Vide : le changement vaut depuis le premier jour, et ce qui fut facturé se corrige.",
          "The other pays until the day before. Empty: the change counts from the first day, and what was invoiced is corrected.",
        ],
      },
    },
  },
  choose: {
    title: ["Prévoir la promotion", "Choose the cohort"],
    go: ["Prévoir cette promotion", "Choose this cohort"],
    none: [
      "Aucune promotion de ce diplôme n’est à venir ni en cours.",
      "No cohort of this diploma is ahead or under way.",
    ],
    signed: (cohort: string) => [
      `Ce qui est signé vaut pour la promotion ${cohort}. Pour une autre, tout est à signer de nouveau : la personne reçoit un courriel, et une convention est à renvoyer à qui paie.`,
      `What is signed is for the cohort ${cohort}. For another, all is to be signed anew: the person receives a mail, and a convention is to be sent again to its payer.`,
    ],
    open: ["Ouvrir une promotion", "Open a cohort"],
    openedBy: (roles: string) => [
      `Il en faut une autre ? Qui l’ouvre : ${roles}.`,
      `Is another one needed? It is opened by: ${roles}.`,
    ],
    fields: { cohort: ["Promotion", "Cohort"] },
  },
  hand: {
    title: ["Noter ce qui a été remis", "Note what was handed over"],
    go: ["Noter la remise", "Note it"],
    onPage: [
      "Notez seulement ce que vous remettez sur papier : la personne reçoit le reste sur sa page, en signant.",
      "Note only what you hand over on paper: the person receives the rest on their page, on signing.",
    ],
    fields: { keys: ["Ce qui a été remis", "What was handed over"], on: ["Jour de la remise", "Day of it"] },
  },
  grant: {
    title: ["Noter une demande à un financeur, ou sa réponse", "Note what a fund is asked, or its answer"],
    go: ["Noter où elle en est", "Note where it stands"],
    amount: ["Montant accordé en partie, en euros", "Amount granted in part, in euros"],
    file: ["Sa lettre, ou une capture de la plateforme", "Its letter, or a picture of the platform"],
    fields: {
      source: ["Financeur", "Fund"],
      answer: ["Où en est la demande", "Where the request stands"],
      on: ["Depuis quel jour", "Since which day"],
      number: ["Son numéro de dossier", "Its file number"],
    },
  },
  sign: {
    title: ["Noter un papier signé", "Note a signed paper"],
    go: ["Noter ce papier", "Note this paper"],
    file: ["Scan du papier signé", "Scan of the signed paper"],
    fileMissing: ["Joignez le scan du papier signé.", "Attach the scan of the signed paper."],
    fields: {
      source: ["Papier de", "Paper of"],
      on: ["Jour de la signature", "Day of the signature"],
      concluded: ["Où il a été signé", "Where it was signed"],
      by: ["Qui a signé", "Who signed"],
      forSchool: {
        label: ["Qui a signé pour l’école", "Who signed for the school"],
        hint: ["Vide si l’école n’a pas encore signé.", "Empty if the school has not signed yet."],
      },
    },
  },
  letter: {
    title: ["Noter une rétractation reçue par lettre", "Note a withdrawal received by letter"],
    go: ["Noter la rétractation", "Note the withdrawal"],
    lastDay: (day: string) => [
      `Le dernier jour pour renoncer est le ${day}. Envoyée après, la lettre est gardée, et le contrat tient.`,
      `The last day to withdraw is ${day}. Sent after it, the letter is kept, and the contract stands.`,
    ],
    noLastDay: [
      "L’école n’a pas signé : la personne peut encore renoncer.",
      "The school has not signed: the person may still withdraw.",
    ],
    fields: {
      on: ["Jour de l’envoi", "Day on which it was sent"],
      place: ["Ce que la personne demande", "What the person asks"],
    },
  },
  lateAnswer: {
    title: ["Répondre à une rétractation venue trop tard", "Answer a withdrawal that came too late"],
    lead: (day: string) => [
      `Envoyée le ${day}, après le dernier jour : le contrat tient. Votre réponse part par courriel, ou par lettre.`,
      `Sent on ${day}, after the last day: the contract stands. Your answer goes by mail, or by letter.`,
    ],
    go: ["Envoyer cette réponse", "Send this answer"],
    fields: {
      words: {
        label: ["Votre réponse", "Your answer"],
        hint: [
          "Ce qui est dû, et ce que la personne peut faire : quitter la formation, la reporter, un cas de force majeure.",
          "What is owed, and what the person may do: leave the training, put it off, a case of force majeure.",
        ],
      },
    },
  },
  payerTold: {
    title: (label: string) => [`Prévenir : ${label}`, `Tell: ${label}`],
    lead: (amount: string) => [
      `Ce payeur a signé, ou accordé, ${amount}. La personne a renoncé à la formation : il n’a rien à payer pour elle.`,
      `This payer signed, or granted, ${amount}. The person gave up the training: it has nothing to pay for them.`,
    ],
    mails: (who: string) => [
      `Un courriel part à ${who} en notant ceci ; la page qui s’ouvre par son lien le dit déjà.`,
      `A mail goes to ${who} as this is noted; the page behind its link says so already.`,
    ],
    noMail: [
      "Personne n’entre par un lien pour ce payeur : aucun courriel ne part, prévenez-le vous-même.",
      "Nobody comes in by a link for this payer: no mail is sent, tell it yourself.",
    ],
    go: ["Noter qu’il est prévenu", "Note that it is told"],
    fields: { how: ["Comment, et quel jour", "How, and on which day"] },
  },
  countersign: {
    title: (label: string) => [`Signer pour l’école : ${label}`, `Sign for the school: ${label}`],
    signedBy: (name: string, day: string) => [`Signé par ${name} le ${day}.`, `Signed by ${name} on ${day}.`],
    onPaper: [
      "Sur papier : un collègue l’a noté, avec le scan. Lisez-le avant de signer.",
      "On paper: a colleague noted it, with the scan. Read it before you sign.",
    ],
    from: ["D’où c’est signé", "Signed from"],
    registers: (address: string) => [
      `${address}, l’adresse du payeur au registre`,
      `${address}, the payer’s address in the register`,
    ],
    contacts: (address: string, contact: string) => [
      `${address}, adresse de ${contact}, qui n’est pas celle du registre`,
      `${address}, address of ${contact}, which is not that of the register`,
    ],
    proved: ["Comment c’est prouvé", "How it is proved"],
    byCode: (moment: string) => [
      `un code envoyé à cette adresse, donné le ${moment}`,
      `a code sent to this address, given on ${moment}`,
    ],
    vouched: ["Qui répond de cette adresse", "Who vouches for this address"],
    twoOf: (by: string, day: string, second: string) => [
      `${by}, qui l’a entrée le ${day} ; ${second}, qui l’a confirmée`,
      `${by}, who entered it on ${day}; ${second}, who confirmed it`,
    ],
    read: ["Lire ce qui est signé", "Read what is signed"],
    go: ["Signer pour l’école", "Sign for the school"],
    legend: ["Signature de l’école", "Signature of the school"],
    declaration: ["Je signe ce papier pour l’école.", "I sign this paper for the school."],
    box: ["Je signe", "I sign"],
    notAgreed: ["Cochez la case pour signer.", "Tick the box to sign."],
    nothing: ["Il n’y a rien à signer ici.", "There is nothing to sign here."],
  },
  enrol: {
    title: (cohort: string) => [`Inscrire : ${cohort}`, `Enrol: ${cohort}`],
    go: ["Inscrire ces personnes", "Enrol these people"],
    nobody: [
      "Personne n’a de contrat conclu qui ne soit déjà inscrit.",
      "Nobody has a concluded contract who is not enrolled already.",
    ],
    notYet: ["Contrats qui ne sont pas encore conclus", "Contracts that are not concluded yet"],
    why: ["Voir ce qui manque à chacun", "See what each of them lacks"],
    nobodyTicked: ["Cochez au moins une personne.", "Tick at least one person."],
    fields: { dossiers: ["Contrats conclus", "Concluded contracts"] },
    done: { inscrits: ["C’est fait ; un courriel le leur dit.", "It is done; a mail tells them."] },
  },
  toEnrol: {
    title: ["À inscrire", "To enrol"],
    none: ["Personne n’attend d’être inscrit.", "Nobody waits to be enrolled."],
    count: (all: number, ready: number) => [
      `${all} ${plural(all, "personne a accepté sa place", "personnes ont accepté leur place", "fr")}. ${ready === 0 ? "Aucun contrat n’est conclu." : `${ready} ${plural(ready, "contrat est conclu", "contrats sont conclus", "fr")}.`}`,
      `${all} ${plural(all, "person has accepted their place", "people have accepted their place", "en")}. ${ready === 0 ? "No contract is concluded." : `${ready} ${plural(ready, "contract is concluded", "contracts are concluded", "en")}.`}`,
    ],
    go: ["Inscrire ces personnes", "Enrol these people"],
    nobodyTicked: ["Cochez au moins une personne.", "Tick at least one person."],
    meant: (cohort: string) => [`Promotion prévue : ${cohort}`, `Cohort meant: ${cohort}`],
    noCohort: ["Aucune promotion prévue", "No cohort meant"],
    notYet: ["Ce qui manque aux autres", "What the others lack"],
    own: ["C’est votre contrat : un collègue s’en occupe.", "This is your contract: a colleague sees to it."],
    before: ["Page précédente", "Previous page"],
    next: ["Page suivante", "Next page"],
    fields: { dossiers: ["Contrats conclus", "Concluded contracts"], cohort: ["Promotion", "Cohort"] },
    done: { inscrits: ["C’est fait ; un courriel le leur dit.", "It is done; a mail tells them."] },
  },
  enrolOne: {
    title: ["Inscrire en formation", "Enrol in the training"],
    go: ["Inscrire cette personne", "Enrol this person"],
    mayWithdraw: (day: string) => [
      `La personne peut encore se rétracter de son contrat jusqu’au ${day}.`,
      `The person may still withdraw from their contract until ${day}.`,
    ],
    other: ["Prévoir une autre promotion", "Choose another cohort"],
    fields: { cohort: ["Promotion", "Cohort"] },
  },
  enrolAnyway: {
    title: ["Inscrire avant que le contrat soit conclu", "Enrol before the contract is concluded"],
    lead: [
      "Ce qui manque est gardé avec votre raison, et reste à faire.",
      "What is wanting is kept with your reason, and remains to be done.",
    ],
    go: ["Inscrire quand même", "Enrol all the same"],
    fields: { cohort: ["Promotion", "Cohort"], ground: ["Pourquoi", "Why"] },
  },
  anyway: (day: string, ground: string) => [
    `Inscrit le ${day} avant que tout soit conclu : ${ground}`,
    `Enrolled on ${day} before all was concluded: ${ground}`,
  ],
  done: {
    inscrite: ["La personne est inscrite ; un courriel le lui dit.", "The person is enrolled; a mail tells them."],
    paie: ["Qui paie est noté.", "Who pays is noted."],
    promotion: ["La promotion est notée.", "The cohort is noted."],
    remis: ["La remise est notée.", "What was handed over is noted."],
    reponse: ["La réponse est notée.", "The answer is noted."],
    signe: ["Le papier signé est noté.", "The signed paper is noted."],
    contresigne: ["Signé pour l’école.", "Signed for the school."],
    envoye: ["Le lien est envoyé.", "The link is sent."],
    lettre: ["La rétractation est notée ; un courriel l’accuse.", "The withdrawal is noted; a mail acknowledges it."],
    tard: [
      "La lettre est venue après le dernier jour : elle est gardée, et le contrat tient. Répondez à la personne.",
      "The letter came after the last day: it is kept, and the contract stands. Answer the person.",
    ],
    repondu: ["La réponse est partie.", "The answer is sent."],
    prevenu: ["C’est noté.", "It is noted."],
  },
});

export function contractWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
