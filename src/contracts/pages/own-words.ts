/** What a person reads of their own contract: the answer first, the rest folded. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";

const OWN = inBoth({
  step: (at: number, name: string) => [`Étape ${at} sur 3 : ${name}`, `Step ${at} of 3: ${name}`],
  steps: {
    price: ["le prix", "the price"],
    contract: ["le contrat", "the contract"],
    payments: ["les paiements", "the payments"],
  },
  toWay: ["Revenir à mon parcours", "Back to my way"],
  ask: ["Poser une question à l’école", "Ask the school a question"],
  price: {
    title: ["Votre prix, et qui paie", "Your price, and who pays"],
    yes: ["Vous avez dit oui.", "You said yes."],
    before: (day: string) => [
      `Il reste à signer le contrat avant la rentrée, le ${day}.`,
      `The contract is still to be signed before the course starts, on ${day}.`,
    ],
    begun: [
      "La formation a commencé, et le contrat reste à signer.",
      "The course has begun, and the contract is still to be signed.",
    ],
    course: ["Cours", "Course"],
    free: ["Terrain", "Field study"],
    hours: (hours: string, rate: string) => [`${hours} à ${rate} : `, `${hours} at ${rate}: `],
    times: (count: string, each: string) => [`${count} × ${each} : `, `${count} × ${each}: `],
    noFee: (hours: string) => [`${hours}, sans frais`, `${hours}, free of charge`],
    who: (total: string) => [`Qui paie ces ${total}`, `Who pays these ${total}`],
    caption: ["Qui paie", "Who pays"],
    you: ["Vous", "You"],
    youThere: ["Vous, sur la plateforme", "You, on the platform"],
    discount: (percent: string | number | undefined) => [
      percent === undefined ? "Remise sur votre part" : `Remise de ${percent} % sur votre part`,
      percent === undefined ? "Discount on your part" : `Discount of ${percent}% on your part`,
    ],
    named: (what: string, name: string) => [`${what}, ${name}`, `${what}, ${name}`],
    nothingToday: ["Rien à payer aujourd’hui.", "Nothing to pay today."],
    nothingBut: (fee: string) => [
      `Rien à payer aujourd’hui, sauf vos frais de sélection : ${fee}.`,
      `Nothing to pay today but your selection fee: ${fee}.`,
    ],
    feePaid: (fee: string) => [
      `Vos ${fee} de sélection sont payés, à part.`,
      `Your selection fee of ${fee} is paid, apart.`,
    ],
    feeOwed: (fee: string) => [`Frais de sélection, à part : ${fee}.`, `Selection fee, apart: ${fee}.`],
    feeGo: ["Les payer", "Pay it"],
    go: ["C’est bien cela : voir le contrat", "That is right: see the contract"],
    goOn: ["C’est bien cela : continuer", "That is right: go on"],
    sayWho: ["Dire qui paie", "Say who pays"],
    change: ["Changer qui paie", "Change who pays"],
    fields: { status: ["Votre situation, à l’entrée", "Your situation, on entry"] },
    done: ["C’est noté.", "It is noted."],
    from: ["D’où viennent ces montants", "Where these amounts come from"],
    datesWas: ["Vos paiements, avant", "Your payments, before"],
    datesNow: ["Vos paiements, maintenant", "Your payments, now"],
    noPayments: ["Rien à payer à l’école.", "Nothing to pay to the school."],
    decided: (day: string) => [`Vos heures ont été décidées le ${day}.`, `Your hours were decided on ${day}.`],
    decision: ["Voir cette décision", "See this decision"],
    askedBy: (last: string, starts: string) => [
      `Pour la rentrée du ${starts}, se demande au plus tard vers le ${last}.`,
      `For the course that starts on ${starts}, to be asked by about ${last}.`,
    ],
    tooLate: (last: string, starts: string) => [
      `Trop tard pour la rentrée du ${starts} : il fallait le demander vers le ${last}.`,
      `Too late for the course that starts on ${starts}: it was to be asked by about ${last}.`,
    ],
    how: (what: string) => [`Comment faire : ${what}`, `What to do: ${what}`],
    fails: ["Si un autre ne paie pas", "If another does not pay"],
    failsWhy: [
      "Sa part revient vers vous, avec la remise. L’école vous propose alors un nouveau contrat, et un nouveau délai pour renoncer.",
      "Its part comes back to you, with the discount. The school then offers you a new contract, and a new time to withdraw.",
    ],
    cannot: ["Je ne peux plus venir", "I cannot come any more"],
    cannotWhy: [
      "Vous pouvez rendre votre place, ou demander un report.",
      "You may give your place back, or ask for a later intake.",
    ],
    cannotGo: ["Rendre la place ou reporter", "Give the place back or defer"],
    cannotEnrolled: [
      "Vous êtes inscrit en formation : la quitter se demande à l’école, par message.",
      "You are enrolled in the training: to leave it is asked of the school, by message.",
    ],
    unknown: ["L’école calcule votre prix", "The school is computing your price"],
    unknownWhy: [
      "Elle décide d’abord des heures que vous avez à suivre. Vous recevez ensuite un courriel. Rien à faire pour vous.",
      "It first decides on the hours that you have to follow. Then you receive a mail. There is nothing for you to do.",
    ],
    short: ["Un autre paie moins que prévu", "Another pays less than was meant"],
    shortWhy: (name: string, before: string, after: string | undefined) => [
      after === undefined
        ? `${name} ne paie pas les ${before} prévus.`
        : `${name} paie ${after}, au lieu de ${before}.`,
      after === undefined
        ? `${name} does not pay the ${before} that were meant.`
        : `${name} pays ${after} instead of ${before}.`,
    ],
    outdated: ["Votre prix a changé", "Your price has changed"],
    outdatedWhy: ["Vos heures ont été décidées de nouveau.", "Your hours were decided anew."],
    signAnew: ["Un papier dont le montant change se signe de nouveau.", "A paper whose amount changes is signed anew."],
    compared: ["Avant, et maintenant", "Before, and now"],
    was: ["Avant", "Before"],
    now: ["Maintenant", "Now"],
    total: ["Prix", "Price"],
  },
  over: {
    title: ["Votre formation est suivie", "You have followed your training"],
    why: [
      "Rien à faire pour vous. Le contrat était resté ouvert : l’école le règle, et vous écrit.",
      "There is nothing for you to do. The contract was left open: the school settles it, and writes to you.",
    ],
    left: (price: string, left: string) => [
      `Prix : ${price}. D’après ce que vous aviez dit, il en reste ${left} pour vous : ne payez rien avant une facture.`,
      `Price: ${price}. By what you said, ${left} of it is left for you: pay nothing before an invoice.`,
    ],
  },
  free: {
    next: [
      "Pas de contrat à signer : l’école vous remet ce qui est dû avant la rentrée, puis vous inscrit.",
      "No contract to sign: the school hands you what is owed before the course starts, then enrols you.",
    ],
    why: [
      "Dites encore votre situation : l’école la déclare chaque année, sans votre nom.",
      "Say your situation too: the school declares it every year, without your name.",
    ],
    go: ["Enregistrer ma situation", "Save my situation"],
  },
  planned: {
    title: ["Quand payer", "When to pay"],
    ifStarts: (day: string) => [
      `Dates prévues, si le cours commence le ${day}.`,
      `Planned dates, if the course starts on ${day}.`,
    ],
    notSet: [
      "L’école n’a pas encore fixé ses périodes : ces dates peuvent changer.",
      "The school has not set its periods yet: these dates may change.",
    ],
    caption: ["Paiements prévus", "Planned payments"],
    why: [
      "Chaque paiement vient après une période de cours, et paie ses heures : plus elle a d’heures, plus il est grand.",
      "Each payment comes after a period of the course, and pays for its hours: the more hours, the larger it is.",
    ],
  },
  whoPays: {
    title: ["Qui paie avec vous ?", "Who pays with you?"],
    lead: ["Dites combien chacun paie. Vous payez le reste.", "Say how much each pays. You pay the rest."],
    priced: (total: string) => [`En tout : ${total}.`, `In all: ${total}.`],
    part: ["Combien, en euros", "How much, in euros"],
    howMuch: ["Dites combien, ou décochez.", "Say how much, or untick."],
    howMuchOrNone: [
      "Dites combien. Si son fonds paie tout, écrivez 0.",
      "Say how much. If its fund pays for all, write 0.",
    ],
    // Without script it cannot follow what is typed.
    rest: (sum: string) => [
      `À l’ouverture de cette page, reste pour vous : ${sum}. L’école recompte quand vous enregistrez.`,
      `When this page was opened, left for you: ${sum}. The school counts anew when you save.`,
    ],
    beforeDiscount: ["La remise sur votre part vient ensuite.", "The discount on your part comes after that."],
    tooMuch: (sum: string) => [`C’est ${sum} de trop.`, `That is ${sum} too much.`],
    called: ["Son nom", "Its name"],
    whoSigns: [
      "L’école lui écrit ensuite : dites-lui par message à quelle adresse, si vous la connaissez.",
      "The school then writes to it: tell it by message at which address, if you know.",
    ],
    whoEmploys: ["Dites son nom : sa convention le porte.", "Say its name: its agreement bears it."],
    others: ["Cochez ceux qui paient une part", "Tick those who pay a part"],
    nobody: ["Personne, si vous payez tout vous-même.", "Nobody, if you pay for all of it yourself."],
    how: ["Comment faire, pour chacun", "What to do, for each"],
    go: ["Enregistrer qui paie", "Save who pays"],
    fields: { status: ["Votre situation, à l’entrée", "Your situation, on entry"] },
  },
  sign: {
    title: ["Lisez le contrat, puis signez", "Read the contract, then sign"],
    waiting: ["L’école complète votre contrat", "The school is completing your contract"],
    waitingWhy: (by: string | undefined) => [
      by === undefined
        ? "Rien à faire pour vous. Vous signerez ici quand il sera complet."
        : `Rien à faire pour vous. L’école le complète avant la rentrée, le ${by} : vous le signerez alors ici.`,
      by === undefined
        ? "There is nothing for you to do. You will sign here once it is complete."
        : `There is nothing for you to do. The school completes it before the course starts, on ${by}: you then sign it here.`,
    ],
    waitingAddress: [
      "Donnez votre adresse à l’école par message. Vous signerez ici quand le contrat sera complet.",
      "Give your address to the school by message. You will sign here once the contract is complete.",
    ],
    early: ["Votre contrat n’est pas encore complet", "Your contract is not complete yet"],
    seeWhat: ["Voir ce qui manque", "See what is missing"],
    fromSchool: ["l’école", "the school"],
    fromYou: ["vous", "you"],
    by: (day: string) => [`Avant le ${day}.`, `Before ${day}.`],
    then: (days: number) => [
      `Vous pourrez encore renoncer pendant ${days} jours.`,
      `You may still withdraw for ${days} days.`,
    ],
    paper: ["Contrat de formation", "Training contract"],
    unsigned: (who: string) => [
      `${who} : sa convention n’est pas encore signée. Vous pouvez signer avant.`,
      `${who}: its agreement is not signed yet. You may sign before it.`,
    ],
    between: (school: string, name: string) => [`Entre ${school} et ${name}`, `Between ${school} and ${name}`],
    yourCohort: ["Votre promotion", "Your cohort"],
    lacking: ["Ce qui manque, et qui le donne", "What is missing, and who gives it"],
    short: ["En bref", "In short"],
    days: ["Dates", "Dates"],
    from: (day: string) => [`à partir du ${day}`, `from ${day}`],
    fromTo: (from: string, to: string) => [`du ${from} au ${to}`, `from ${from} to ${to}`],
    hours: ["Heures", "Hours"],
    ofCourse: (hours: string) => [`${hours} de cours`, `${hours} of course`],
    ofField: (hours: string) => [`${hours} de terrain`, `${hours} of field study`],
    youPay: ["Vous payez", "You pay"],
    inTimes: (amount: string, count: number) => [
      count > 1 ? `${amount}, en ${count} fois` : amount,
      count > 1 ? `${amount}, in ${count} payments` : amount,
    ],
    stopping: ["Si j’arrête", "If I stop"],
    stoppingWhy: (days: number, more: number) => [
      `Rien n’est dû pendant ${days} jours. Ensuite, les heures données${more > 0 ? ` et ${more} % des autres` : ""}.`,
      `Nothing is owed for ${days} days. After that, the hours given${more > 0 ? ` and ${more}% of the others` : ""}.`,
    ],
    noDates: [
      "Pas encore de dates de paiement : l’école fixe d’abord les périodes de votre promotion.",
      "No days of payment yet: the school first sets the periods of your cohort.",
    ],
    dispute: ["Litige", "Dispute"],
    mediator: (name: string) => [`Un médiateur, gratuit : ${name}`, `A mediator, free of charge: ${name}`],
    legend: ["Signature", "Signature"],
    read: ["Lire le contrat", "Read the contract"],
    pdf: ["Le télécharger en PDF", "Download it as PDF"],
    begun: ["La formation a commencé.", "The course has begun."],
    beside: ["Avec lui, à lire aussi :", "With it, also to be read:"],
    box: [
      "J’ai lu le contrat et ce qui l’accompagne, et je l’accepte.",
      "I have read the contract and what goes with it, and I accept it.",
    ],
    notAgreed: ["Cochez la case pour signer.", "Tick the box to sign."],
    start: (starts: string, last: string) => [
      `Le cours commence le ${starts}, et vous pouvez renoncer jusqu’au ${last}. Voulez-vous commencer avant ?`,
      `The course starts on ${starts}, and you may withdraw until ${last}. Do you want to start before then?`,
    ],
    startBegun: (starts: string, last: string) => [
      `Le cours a commencé le ${starts}, et vous pouvez renoncer jusqu’au ${last}. Voulez-vous le suivre avant ce jour ?`,
      `The course started on ${starts}, and you may withdraw until ${last}. Do you want to follow it before that day?`,
    ],
    startHint: ["Commencer ne vous enlève pas ce délai.", "Starting does not take this time away from you."],
    startYes: [
      "Oui, je demande expressément à commencer avant la fin de ce délai",
      "Yes, I ask expressly to start before this time is over",
    ],
    startNo: ["Non, je commence après ce délai", "No, I start after this time"],
    startMissing: [
      "Dites si vous voulez commencer avant la fin du délai pour renoncer.",
      "Say whether you want to start before the time to withdraw is over.",
    ],
    go: ["Signer le contrat", "Sign the contract"],
    priceAndDates: ["Ce prix, et quand payer", "Price, and when to pay"],
    proves: ["Ce que cela prouve", "What this proves"],
    provesWhy: [
      "Nous gardons l’empreinte du texte exact, votre nom, le jour, l’heure et votre façon de vous connecter. Si votre connexion date de plus d’une demi-heure, nous vérifions d’abord que c’est bien vous.",
      "We keep the fingerprint of the exact text, your name, the day, the hour and how you were signed in. If you signed in more than half an hour ago, we first check that it is you.",
    ],
    onPaper: ["Signer sur papier", "Sign on paper"],
    onPaperWhy: [
      "Demandez le contrat à l’école, signez-le et renvoyez-le. Elle signe à son tour et le dépose ici. Signé à l’école, le délai pour renoncer peut être plus court.",
      "Ask the school for the contract, sign it and send it back. It signs in turn and files it here. Signed at the school, the time to withdraw may be shorter.",
    ],
  },
  after: {
    title: ["Vos paiements", "Your payments"],
    nothing: ["Vous n’avez rien à payer", "You have nothing to pay"],
    nothingWhy: ["Les autres paient tout.", "The others pay for all of it."],
    nothingLeft: [
      "Vos allègements et dispenses ne laissent aucune heure à payer.",
      "Your reliefs and dispenses leave no hour to pay for.",
    ],
    there: ["Vous payez sur la plateforme", "You pay on the platform"],
    thereWhy: (amount: string) => [`${amount}, là-bas et non à l’école.`, `${amount}, there and not to the school.`],
    signed: ["Contrat signé", "Contract signed"],
    copy: ["Votre copie (PDF)", "Your copy (PDF)"],
    signedOn: (day: string) => [`par vous le ${day}.`, `by you on ${day}.`],
    bothSigned: (you: string, school: string) => [
      you === school ? `par vous et par l’école le ${you}.` : `par vous le ${you}, par l’école le ${school}.`,
      you === school ? `by you and by the school on ${you}.` : `by you on ${you}, by the school on ${school}.`,
    ],
    schoolSigns: ["L’école signe à son tour.", "The school signs in turn."],
    under: (amount: string, count: number) => [
      count > 1 ? `${amount} en ${count} fois.` : `${amount}.`,
      count > 1 ? `${amount} in ${count} payments.` : `${amount}.`,
    ],
    allPaid: ["Tout est payé.", "All is paid."],
    firstOn: (day: string) => [
      `Pour la formation, rien à payer avant le ${day}.`,
      `For the training, nothing to pay before ${day}.`,
    ],
    lateSince: (amount: string, day: string) => [
      `En retard : ${amount}, dus le ${day}.`,
      `Late: ${amount}, due on ${day}.`,
    ],
    toPay: (amount: string, day: string) => [
      `À payer au plus tard le ${day} : ${amount}.`,
      `To pay by ${day}: ${amount}.`,
    ],
    pay: ["Payer", "Pay"],
    noDates: [
      "Les dates de vos paiements arrivent avec le calendrier de votre promotion.",
      "The days of your payments come with the calendar of your cohort.",
    ],
    line: ["Vos dates", "Your dates"],
    mine: ["Mes paiements de formation", "My payments for training"],
    mineGo: ["Mon contrat et ses paiements", "My contract and its payments"],
    marks: {
      signed: ["signé", "signed"],
      you: ["vous signez", "you sign"],
      school: ["l’école signe", "the school signs"],
      edge: ["fin du délai", "last day"],
      edgeWhy: ["dernier jour pour renoncer", "to withdraw"],
    },
    states: {
      paid: ["payé", "paid"],
      part: ["payé en partie", "paid in part"],
      late: ["en retard", "late"],
      asked: ["demandé", "asked"],
      suspended: ["suspendu", "suspended"],
      "to-come": ["à venir", "to come"],
    },
    kinds: {
      first: ["premier versement", "first payment"],
      fixed: ["inscription", "registration"],
      third: ["pour un autre établissement", "for another body"],
      period: ["", ""],
      stop: ["solde à l’arrêt", "balance on leaving"],
      indemnity: ["indemnité", "indemnity"],
    },
    table: ["Les mêmes, en tableau", "The same, as a table"],
    caption: ["Échéances", "Due days"],
    due: ["À payer au plus tard le", "To pay by"],
    amount: ["Montant", "Amount"],
    askedCell: ["Demandé", "Asked"],
    paidCell: ["Payé", "Paid"],
    pays: ["Pour", "For"],
    hoursOf: (hours: string, from: string, to: string) => [
      `${hours}, du ${from} au ${to}`,
      `${hours}, from ${from} to ${to}`,
    ],
    percent: (share: number) => [`${share} % de vos heures`, `${share}% of your hours`],
    notAsked: ["pas encore", "not yet"],
    inAll: ["En tout", "In all"],
    credit: (amount: string) => [
      `L’école corrige ses factures : ${amount} en moins.`,
      `The school corrects its invoices: ${amount} less.`,
    ],
    refund: (amount: string) => [`L’école vous doit ${amount}.`, `The school owes you ${amount}.`],
    mails: ["L’école vous écrit à chaque facture.", "The school writes to you with each invoice."],
    cannotPay: ["Je ne pourrai pas payer à temps", "I shall not be able to pay in time"],
    calendar: ["Mon agenda, un an à l’avance", "My calendar, a year ahead"],
    toCome: (amount: string) => [`${amount} à payer`, `${amount} to pay`],
    toComeWhy: [
      "Sa facture vient d’abord : elle donne la référence à recopier.",
      "Its invoice comes first: it gives the reference to copy.",
    ],
    until: (day: string) => [`Jusqu’au ${day}, minuit`, `Until ${day}, midnight`],
    untilAtLeast: (day: string) => [`Jusqu’au ${day} au moins`, `Until ${day} at least`],
    untilSchool: ["Tant que l’école n’a pas signé", "As long as the school has not signed"],
    mayRenounce: ["Vous pouvez encore renoncer", "You may still withdraw"],
    renounceWhy: [
      "Sans dire pourquoi, sans rien payer de la formation. La preuve arrive aussitôt par courriel.",
      "Without saying why, and without paying anything for the training. You receive proof by mail at once.",
    ],
    now: ["Et maintenant", "And now"],
    tags: {
      waiting: ["En attente", "Waiting"],
      then: ["Ensuite", "Then"],
      done: ["Fait", "Done"],
      refused: ["Refusé", "Refused"],
    },
    schoolSign: ["L’école signe votre contrat", "The school signs your contract"],
    signs: (name: string) => [`${name} signe sa convention`, `${name} signs its agreement`],
    signedBy: (name: string, day: string) => [
      `${name} a signé sa convention le ${day}. L’école la signe`,
      `${name} signed its agreement on ${day}. The school signs it`,
    ],
    answers: (name: string) => [`${name} répond`, `${name} answers`],
    askedOn: (name: string, day: string, number: string | null) => [
      `${name} répond à la demande du ${day}${number === null ? "" : `, dossier n° ${number}`}`,
      `${name} answers the request of ${day}${number === null ? "" : `, file no. ${number}`}`,
    ],
    over: (amount: string, name: string) => [
      name === "" ? `Pour ${amount}.` : `${name}, pour ${amount}.`,
      name === "" ? `For ${amount}.` : `${name}, for ${amount}.`,
    ],
    enrols: ["L’école vous inscrit", "The school enrols you"],
    enrolsWhy: ["Vous recevez votre programme et vos horaires.", "You receive your programme and your timetable."],
    enrolled: ["Votre inscription", "Your enrolment"],
    rule: ["La règle sur le délai et les paiements", "The rule on the time and the payments"],
    whoPays: ["Qui paie, et pourquoi ce prix", "Who pays, and why this price"],
    paused: ["Votre formation est interrompue", "Your training is interrupted"],
    stopped: ["Votre formation est arrêtée", "Your training has stopped"],
    stoppedWhy: [
      "L’école recompte ce que vous devez. Ce qui n’est pas encore demandé peut changer.",
      "The school counts anew what you owe. What is not asked yet may change.",
    ],
    notRequested: (starts: string, last: string) => [
      `Le cours commence le ${starts}, et vous pouvez renoncer jusqu’au ${last}. Vous n’avez pas demandé à commencer avant : venez après, ou écrivez-le à l’école.`,
      `The course starts on ${starts}, and you may withdraw until ${last}. You have not asked to start before then: come after it, or write to the school.`,
    ],
    late: (day: string, last: string) => [
      `Votre demande du ${day} est venue après le dernier jour, le ${last} : le contrat tient. L’école vous répond.`,
      `Your request of ${day} came after the last day, ${last}: the contract stands. The school answers you.`,
    ],
  },
  listed: {
    contract: (state: string) => [`Contrat de formation, ${state}`, `Training contract, ${state}`],
    convention: (who: string, state: string) => [
      `Convention de formation : ${who}, ${state}`,
      `Training agreement: ${who}, ${state}`,
    ],
    toComplete: ["que l’école complète", "which the school is completing"],
    toSign: ["à signer", "to be signed"],
    byOne: {
      contract: (day: string) => [`signé le ${day}, pas encore par l’école`, `signed on ${day}, not yet by the school`],
      convention: (day: string) => [
        `signée le ${day}, pas encore par l’école`,
        `signed on ${day}, not yet by the school`,
      ],
    },
    byBoth: {
      contract: (day: string) => [`signé par tous le ${day}`, `signed by all on ${day}`],
      convention: (day: string) => [`signée par tous le ${day}`, `signed by all on ${day}`],
    },
    withdrawn: ["auquel vous avez renoncé", "from which you withdrew"],
    page: ["page", "page"],
    theirs: [
      "entre l’école et qui paie : à lire ici une fois signée",
      "between the school and who pays: to be read here once signed",
    ],
    scanned: ["signée sur papier : demandez-en une copie à l’école", "signed on paper: ask the school for a copy"],
  },
  withdrawn: {
    title: ["Vous avez renoncé au contrat", "You withdrew from the contract"],
    on: (day: string) => [
      `Le ${day}. Vous ne devez rien de ce contrat.`,
      `On ${day}. You owe nothing of this contract.`,
    ],
    place: [
      "Votre place est rendue, et offerte à la personne suivante de la liste s’il y en a une.",
      "Your place is given back, and offered to the next person on the list if there is one.",
    ],
    fee: (says: string) => [
      `Les frais de sélection ne sont pas de ce contrat. ${says}`,
      `The selection fee is no part of this contract. ${says}`,
    ],
    kept: (day: string) => [
      `Vous avez renoncé à votre contrat le ${day}, et gardé votre place. Rien n’est dû de ce contrat. Dites maintenant qui paie.`,
      `You withdrew from your contract on ${day}, and kept your place. Nothing is owed of it. Say now who pays.`,
    ],
    proof: [
      "La preuve est dans votre courriel. Ce que vous auriez payé de ce contrat vous est rendu dans les quatorze jours.",
      "The proof is in your mail. What you may have paid of this contract is given back within fourteen days.",
    ],
  },
  noPlace: {
    title: ["Il n’y a plus de contrat à conclure", "There is no contract left to conclude"],
    why: ["Vous n’avez pas de place acceptée aujourd’hui.", "You have no accepted place today."],
  },
  renounce: {
    title: ["Renoncer au contrat", "Withdraw from the contract"],
    lead: (day: string) => [
      `Sans dire pourquoi, et sans rien payer de la formation, jusqu’au ${day}.`,
      `Without saying why, and without paying anything for the training, until ${day}.`,
    ],
    go: ["Renoncer au contrat ici", "Withdraw from the contract here"],
    confirm: ["Confirmer la rétractation", "Confirm the withdrawal"],
    keep: ["Garder le contrat", "Keep the contract"],
    amount: ["Votre part", "Your part"],
    fee: ["Frais de sélection, à part", "Selection fee, apart"],
    asked: ["Vous demandez", "You ask"],
    fields: { place: ["Et votre place ?", "And your place?"] },
    places: {
      kept: ["Je garde ma place, je change de financement", "I keep my place, and change who pays"],
      "given-up": ["Je renonce à la formation", "I give up the training"],
    },
    warning: {
      kept: [
        "Rien ne sera plus dû de ce contrat. Vous garderez votre place, et direz ensuite qui paie. Un courriel vous en donnera la preuve tout de suite.",
        "Nothing will be owed of this contract any more. You will keep your place, and then say who pays. A mail will give you the proof at once.",
      ],
      "given-up": [
        "Rien ne sera plus dû de ce contrat. Votre place sera rendue, et offerte à la personne suivante s’il y en a une : vous ne pourrez pas la reprendre ici. Un courriel vous en donnera la preuve tout de suite.",
        "Nothing will be owed of this contract any more. Your place will be given back, and offered to the next person if there is one: you cannot take it again here. A mail will give you the proof at once.",
      ],
    },
  },
  done: {
    paie: ["C’est noté.", "It is noted."],
    renonce: [
      "Votre rétractation est reçue. Un courriel vous en donne la preuve.",
      "Your withdrawal is received. A mail gives you the proof.",
    ],
    tard: [
      "Votre demande est reçue, mais le dernier jour est passé : le contrat tient.",
      "Your request is received, but the last day is past: the contract stands.",
    ],
  },
});

export function ownWords(lang: Lang): typeof OWN.fr {
  return OWN[lang];
}
