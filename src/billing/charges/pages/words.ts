/** The words of the office's pages on debts, and of a person's own. */
import { inBoth } from "../../../kit/in-both.ts";
import { sayCounted } from "../../../kit/counted.ts";
import type { Lang } from "../../../kit/lang.ts";

const WORDS = inBoth({
  entries: {
    mine: ["Ce que je dois", "What I owe"],
    mineWhy: [
      "Les frais de sélection, comment les payer, et vos reçus.",
      "The selection fee, how to pay it, and your receipts.",
    ],
    office: ["Comptabilité", "Accounts"],
    officeWhy: [
      "Qui doit, la banque, les chèques, les remboursements, l’export.",
      "Who owes, the bank, cheques, refunds, the export.",
    ],
    officeWaiting: (count: number) => [
      `${sayCounted(count, "fr")} ${count === 1 ? "opération" : "opérations"} de la banque à rapprocher`,
      `${sayCounted(count, "en")} bank ${count === 1 ? "entry" : "entries"} to be reconciled`,
    ],
  },
  nav: {
    label: ["Comptabilité", "Accounts"],
    owed: ["Qui doit", "Who owes"],
    toInvoice: ["À facturer", "To invoice"],
    invoices: ["Factures", "Invoices"],
    ages: ["Par ancienneté", "By age"],
    reminders: ["À relancer", "To remind"],
    toGiveBack: ["Trop-payés", "Overpaid"],
    payers: ["Payeurs", "Payers"],
    bank: ["Banque", "Bank"],
    cheques: ["Chèques", "Cheques"],
    export: ["Export", "Export"],
    entries: ["Écritures", "Entries"],
  },
  person: {
    title: ["Argent", "Money"],
    caption: ["Ce qui est demandé pour ses dossiers", "What is charged for their applications"],
    state: ["État", "State"],
    dueOn: ["Échéance", "Due"],
    total: ["Demandé", "Charged"],
    paid: ["Payé", "Paid"],
    balance: ["Reste", "Left"],
    nothing: ["Rien n’est dû.", "Nothing is owed."],
    left: (amount: string) => [`Reste dû : ${amount}.`, `Still owed: ${amount}.`],
    charged: (amount: string, reference: string) => [
      `${amount} demandés, référence ${reference}`,
      `${amount} charged, reference ${reference}`,
    ],
    moved: (what: string, how: string) => [`${what}\u00a0: ${how}`, `${what}: ${how}`],
  },
  owed: {
    title: ["Ce qui est dû", "What is owed"],
    titleBack: ["Ce qui est payé de trop", "What is paid too much"],
    totalOwed: ["restent à payer", "left to pay"],
    totalLate: ["en retard", "late"],
    totalBack: ["payés de trop", "paid too much"],
    suspended: ["suspendu", "suspended"],
    titleSuspended: ["Ce qui attend votre décision", "What waits for your decision"],
    captionSuspended: ["Montants suspendus, par échéance", "Suspended charges, by due day"],
    noneSuspended: ["Rien n’attend de décision.", "Nothing waits for a decision."],
    suspendedWhy: [
      "Ce pour quoi ces montants étaient demandés n’a pas lieu : plus rien ne les rappelle. Ouvrez-en un pour l’exonérer, ou le demander malgré tout.",
      "What these were charged for does not happen: nothing reminds of them any more. Open one to waive it, or to ask for it all the same.",
    ],
    toDecide: (count: number) => [
      count === 1
        ? "1 montant suspendu attend que vous disiez ce qu’il devient"
        : `${count} montants suspendus attendent que vous disiez ce qu’ils deviennent`,
      count === 1
        ? "1 suspended charge waits for you to say what becomes of it"
        : `${count} suspended charges wait for you to say what becomes of them`,
    ],
    count: (count: string) => [`Montants non soldés : ${count}`, `Charges not settled: ${count}`],
    none: ["Personne ne doit rien.", "Nobody owes anything."],
    noneBack: ["Rien n’est payé de trop.", "Nothing is paid too much."],
    caption: ["Montants non soldés, par échéance", "Charges not settled, by due day"],
    captionBack: [
      "Sommes payées de trop, ou à rendre après une exonération",
      "Amounts paid too much, or to be given back after a waiver",
    ],
    spare: ["Payé sans qu’aucune somme ne soit demandée en face", "Paid where no sum is asked for"],
    who: ["Nom", "Name"],
    unnamed: ["Sans nom", "No name"],
    reference: ["Référence", "Reference"],
    due: ["Échéance", "Due"],
    late: ["en retard", "late"],
    total: ["Dû", "Owed"],
    paid: ["Payé", "Paid"],
    balance: ["Reste", "Left"],
    back: ["Payé de trop", "Paid too much"],
    state: ["État", "State"],
    next: ["Suite de la liste", "More of the list"],
    find: ["Chercher un montant", "Find a charge"],
    findHint: [
      "Par un nom, un numéro de dossier ou de reçu, ou une référence comme LV-7K3M-9Q2X ; soldé ou non.",
      "By a name, the number of an application or of a receipt, or a reference such as LV-7K3M-9Q2X; settled or not.",
    ],
    findGo: ["Chercher", "Find"],
    unknown: [
      "Rien de tel n’est dû ni payé. Vérifiez le nom ou le numéro ; après « LV- », une référence n’a ni I, ni L, ni O, ni U.",
      "Nothing of that kind is owed or was paid. Check the name or the number; after “LV-”, a reference has no I, L, O or U.",
    ],
    found: (count: string) => [`Montants trouvés : ${count}`, `Charges found: ${count}`],
    foundTitle: ["Montants trouvés", "Charges found"],
    foundCaption: [
      "D’abord ceux où il reste à payer ; puis les derniers demandés",
      "First those with something left to pay; then the last charged",
    ],
    foundMore: ["Il y en a d’autres : précisez le nom.", "There are more: say more of the name."],
    alone: (name: string) => [`${name}, sans dire quoi : son compte`, `${name}, without saying what for: the account`],
    whichLegend: ["Lequel ?", "Which one?"],
    which: (count: number) => [
      `${count} montants portent ce nom : dites lequel.`,
      `${count} charges have this name: say which.`,
    ],
  },
  charge: {
    title: (reference: string) => [`Montant ${reference}`, `Charge ${reference}`],
    name: ["Nom", "Name"],
    called: ["Dossier", "Application"],
    chargedOn: ["Demandé le", "Asked on"],
    due: ["À payer au plus tard le", "To be paid by"],
    state: ["État", "State"],
    total: ["Demandé", "Asked"],
    paid: ["Reçu", "Received"],
    waived: ["Exonéré", "Waived"],
    credited: ["Retiré par avoir", "Taken off by a credit"],
    credit: (number: string, reason: string) => [`Avoir ${number} : ${reason}`, `Credit ${number}: ${reason}`],
    servedHere: ["Un paiement qui ne nommait pas ce montant y a servi,", "A payment that did not name this served it,"],
    freedHere: (number: string | null) => [
      number === null ? "Ce qu’une exonération a libéré y sert" : `Ce que l’avoir ${number} a libéré y sert`,
      number === null ? "What a waiver set free serves it" : `What credit ${number} set free serves it`,
    ],
    proposeBackGo: ["Demander de rendre", "Ask to give back"],
    refunded: ["Rendu", "Given back"],
    balance: ["Reste à payer", "Left to pay"],
    back: ["Payé de trop", "Paid too much"],
    refundable: ["Peut être rendu", "May be given back"],
    lines: ["Ce qui est demandé", "What is asked"],
    what: ["Objet", "For"],
    amount: ["Montant", "Amount"],
    history: ["Ce qui s’est passé", "What happened"],
    historyCaption: [
      "Paiements, annulations, remboursements, exonérations, suspensions et changements de date, dans leur ordre",
      "Payments, reversals, refunds, waivers, suspensions and changes of day, in their order",
    ],
    nothing: ["Rien encore : aucun paiement, aucune exonération.", "Nothing yet: no payment, no waiver."],
    day: ["Jour", "Day"],
    event: ["Événement", "Event"],
    payment: (means: string) => [`Paiement (${means})`, `Payment (${means})`],
    reversal: (reason: string) => [`Paiement annulé : ${reason}`, `Payment reversed: ${reason}`],
    bounced: (reason: string) => [`Paiement revenu impayé : ${reason}`, `Payment that came back unpaid: ${reason}`],
    refund: (means: string, reason: string) => [`Remboursement (${means}) : ${reason}`, `Refund (${means}): ${reason}`],
    waiver: (reason: string) => [`Exonération : ${reason}`, `Waiver: ${reason}`],
    writeOff: ["Passer en perte", "Write off"],
    dispute: ["Suspendre : contesté", "Suspend: disputed"],
    remindedByMail: ["Rappel par courriel", "Reminder by mail"],
    nextReminder: ["La suite", "What follows"],
    toSend: [
      "Accepté à deux : l’argent n’est pas encore noté parti",
      "Agreed to by two: nobody noted yet that it left",
    ],
    reminded: (level: number) => [`Relance ${level} envoyée`, `Reminder ${level} sent`],
    lastDay: ["À réclamer en justice au plus tard le", "May be claimed in court until"],
    chargedAgain: ["Ce qui est demandé de nouveau", "What is asked for again"],
    givenUp: ["Passé en perte ou en arrondi", "Written off"],
    lost: {
      rounding: (reason: string) => [`Arrondi. Motif : ${reason}`, `Rounding. Reason: ${reason}`],
      "bad-debt": (reason: string) => [`Passé en perte. Motif : ${reason}`, `Written off as lost. Reason: ${reason}`],
    },
    waiverReversal: (reason: string) => [`Exonération annulée : ${reason}`, `Waiver reversed: ${reason}`],
    suspendedFor: (why: string) => [`Suspendu : ${why}`, `Suspended: ${why}`],
    suspendedWhy: (why: string) => [
      `Personne ne demande plus ce montant (${why}), et plus rien ne le rappelle. Dites ce qu’il devient : exonérez-le, ou demandez-le malgré tout.`,
      `Nobody asks for this any more (${why}), and nothing reminds of it. Say what becomes of it: waive it, or ask for it all the same.`,
    ],
    resumed: [
      "Demandé de nouveau : ce pour quoi il était suspendu n’est plus",
      "Asked for again: what it was suspended for is no more",
    ],
    askedAgain: (reason: string) => [`Demandé malgré tout : ${reason}`, `Asked for all the same: ${reason}`],
    ask: ["Demander malgré tout", "Ask for it all the same"],
    putOff: (day: string, reason: string) => [
      `À payer désormais au plus tard le ${day} : ${reason}`,
      `From now on to be paid by ${day}: ${reason}`,
    ],
    unwaiveOf: (amount: string) => [`l’exonération de ${amount}`, `the waiver of ${amount}`],
    receipt: (number: string) => [`reçu ${number}`, `receipt ${number}`],
    reverse: ["Annuler", "Reverse"],
    reverseOf: (number: string) => [`le paiement ${number}`, `payment ${number}`],
    actions: ["Que faire", "What to do"],
    record: ["Enregistrer un paiement", "Record a payment"],
    refundGo: ["Noter un remboursement", "Record a refund"],
    stuck: ["Ce remboursement en ligne n’avance plus", "This refund online goes no further"],
    stuckWhy: [
      "La clé du prestataire n’est plus dans les réglages du service : il n’est plus interrogé. Faites remettre la clé, et le remboursement suivra son cours ; ou renoncez-y ici et rendez l’argent à la main.",
      "The provider’s key is no longer in the settings of the service: it is not asked any more. Have the key put back, and the refund goes on; or give it up here and give the money back by hand.",
    ],
    lapsedWhy: (days: number) => [
      `Le prestataire l’a accepté il y a plus de ${days} jours et n’en a plus rien dit : il n’est plus interrogé. Voyez sur son site ce qu’il est devenu, puis dites-le ici.`,
      `The provider accepted it more than ${days} days ago and has said nothing since: it is not asked any more. See on its site what became of it, then say so here.`,
    ],
    dropHow: (amount: string) => [
      `Renoncer au remboursement en ligne de ${amount}`,
      `Give up the refund online of ${amount}`,
    ],
    dropWhy: [
      "Vérifiez d’abord sur le site du prestataire qu’il n’a rien rendu. La somme redevient à rendre ; notez ensuite ici le virement, le chèque ou les espèces.",
      "First see on the provider’s site that it has given nothing back. The sum is then to be given back again; record here the transfer, the cheque or the cash.",
    ],
    dropAccepted: [
      "Le prestataire l’avait accepté : voyez sur son site s’il est arrivé. La somme redevient d’abord à rendre. S’il est arrivé, notez-le ensuite ici comme « paiement en ligne », au jour où il est parti ; sinon, rendez l’argent et notez comment.",
      "The provider had accepted it: see on its site whether it arrived. The sum is first to be given back again. If it arrived, record it here as an “online payment”, on the day it left; if not, give the money back and record how.",
    ],
    drop: (amount: string) => [`Renoncer, ${amount} à rendre à la main`, `Give up: ${amount} to be given back by hand`],
    giveBack: (number: string) => [`Rembourser en ligne (reçu ${number})`, `Refund online (receipt ${number})`],
    proposeOnline: (number: string) => [
      `Demander de rembourser en ligne (reçu ${number})`,
      `Ask to refund online (receipt ${number})`,
    ],
    own: [
      "C’est votre dossier : un autre membre de l’équipe s’occupe de ce montant.",
      "This is your own application: somebody else of the team sees to this charge.",
    ],
    ownGo: ["Voir ce que je dois", "See what I owe"],
    waive: ["Exonérer", "Waive"],
  },
  form: {
    againLegend: ["Virement déjà connu ?", "A transfer known already?"],
    another: ["C’est un autre virement : l’enregistrer quand même", "It is another transfer: record it all the same"],
    amount: ["Montant, en euros", "Amount, in euros"],
    amountFault: [
      "Indiquez un montant en euros, comme 160 ou 160,00.",
      "Give an amount in euros, such as 160 or 160.00.",
    ],
    day: ["Quel jour ?", "Which day?"],
    dayFault: ["Donnez un jour, comme 27 11 2026.", "Give a day, such as 27 11 2026."],
    means: ["Comment ?", "How?"],
    meansFault: ["Dites comment.", "Say how."],
    reason: ["Motif", "Reason"],
    reasonHint: [
      "Il reste dans l’historique, et l’audit le garde.",
      "It stays in the history, and the audit keeps it.",
    ],
    reasonHintSent: [
      "La personne le lira dans le courriel qui l’avertit, ou dans la lettre.",
      "The person will read it in the mail or the letter that tells them.",
    ],
    reasonFault: ["Dites pourquoi, en quelques mots.", "Say why, in a few words."],
    note: ["Note", "Note"],
    again: [
      "Quelqu’un l’a fait entre-temps : voici ce qui est enregistré.",
      "Somebody did it in the meantime: here is what is recorded.",
    ],
    checkTitle: (title: string) => [`Vérifier : ${title.toLowerCase()}`, `Check: ${title.toLowerCase()}`],
    correct: ["Corriger", "Correct"],
    tooMuchPaid: (left: string, over: string) => [
      `C’est plus que ce qui reste à payer (${left}) : ${over} seraient à rendre. Vérifiez le montant.`,
      `This is more than what is left to pay (${left}): ${over} would have to be given back. Check the amount.`,
    ],
    thenLeft: ["Restera à payer", "Will be left to pay"],
    thenBack: ["Sera à rendre", "Will have to be given back"],
    instead: ["Remplace un remboursement qui a échoué", "Made for a refund that failed"],
    insteadHint: [
      "Sans rien cocher, il remplace celui du même montant, s’il y en a un.",
      "With nothing ticked, it is for the one of the same amount, if there is one.",
    ],
    insteadOf: (amount: string) => [`Celui de ${amount}`, `That of ${amount}`],
    done: {
      record: [
        "Le paiement est enregistré. Le reçu part par courriel ; sans adresse électronique, c’est une lettre à remettre.",
        "The payment is recorded. The receipt goes by mail; without an address, it is a letter to be handed over.",
      ],
      refund: [
        "Le remboursement est noté. Un courriel en avertit la personne ; sans adresse électronique, une lettre est à remettre.",
        "The refund is noted. A mail tells the person; without an address, a letter is to be handed over.",
      ],
      giveBack: [
        "Le remboursement est demandé au prestataire. Cette page dira quand il l’a accepté, puis fait.",
        "The provider was asked for the refund. This page will say when it has accepted it, then made it.",
      ],
      waive: ["L’exonération est enregistrée.", "The waiver is recorded."],
      reverse: ["Le paiement est annulé.", "The payment is cancelled."],
      unwaive: [
        "L’exonération est annulée : la somme est demandée de nouveau, sous une référence à elle.",
        "The waiver is reversed: the sum is asked for again, under a reference of its own.",
      ],
      dispute: [
        "C’est suspendu : rien n’est relancé tant que vous n’avez pas tranché.",
        "It is suspended: nothing is reminded of until you settle it.",
      ],
      proposeBack: [
        "C’est demandé : une autre personne de la comptabilité doit l’accepter. Rendez l’argent après sa réponse.",
        "It is asked for: another person of the accounts has to agree. Give the money back after the answer.",
      ],
      proposeOnline: [
        "C’est demandé : le remboursement part dès qu’une autre personne de la comptabilité l’accepte.",
        "It is asked for: the refund goes as soon as another person of the accounts agrees.",
      ],
      writeOff: [
        "C’est demandé : une autre personne de la comptabilité doit l’accepter.",
        "It is asked for: another person of the accounts has to agree.",
      ],
      ask: [
        "Le montant est de nouveau demandé. Un courriel en avertit la personne ; sans adresse électronique, une lettre est à remettre.",
        "The charge is asked for again. A mail tells the person; without an address, a letter is to be handed over.",
      ],
    },
  },
  record: {
    title: ["Enregistrer un paiement", "Record a payment"],
    lead: [
      "Pour des espèces, ou un virement qu’aucun fichier de la banque n’apporte. Si un fichier importé ensuite l’apporte aussi, l’opération attendra que vous disiez si c’est la même.",
      "For cash, or a transfer that no file of the bank brings. If a file imported later brings it too, the entry will wait for you to say whether it is the same.",
    ],
    byCheque: [
      "Un chèque se saisit sur la page des chèques, avec son bordereau.",
      "A cheque is entered on the page of cheques, with its slip.",
    ],
    go: ["Enregistrer et envoyer le reçu", "Record and send the receipt"],
  },
  refund: {
    title: ["Noter un remboursement", "Record a refund"],
    lead: [
      "Rendez d’abord l’argent, puis notez-le ici. Au-delà du trop-payé, rembourser éteint aussi la dette.",
      "Give the money back first, then record it here. Beyond what was paid too much, a refund also gives up the debt.",
    ],
    go: ["Noter et avertir la personne", "Record and tell the person"],
  },
  proposeBack: {
    title: ["Demander de rendre", "Ask to give back"],
    lead: [
      "Une autre personne de la comptabilité doit l’accepter : rendez l’argent après sa réponse. Ce qui est payé de trop et n’est pas rendu paie la facture suivante. Au-delà du trop-payé, rendre éteint aussi la dette.",
      "Another person of the accounts has to agree: give the money back after the answer. What is paid too much and is not given back pays the next invoice. Beyond it, giving back also gives up the debt.",
    ],
    go: ["Demander de rendre", "Ask to give back"],
  },
  proposeOnline: {
    title: ["Demander de rembourser en ligne", "Ask to refund online"],
    lead: [
      "Une autre personne de la comptabilité doit l’accepter ; le prestataire rend alors l’argent à ce qui a servi à payer. Au-delà du trop-payé, rendre éteint aussi la dette. Les frais du prestataire ne sont pas rendus.",
      "Another person of the accounts has to agree; the provider then gives the money back to what it was paid with. Beyond what was paid too much, giving back also gives up the debt. The provider’s own fee is not given back.",
    ],
    go: ["Demander le remboursement", "Ask for the refund"],
  },
  giveBack: {
    title: ["Rembourser en ligne", "Refund online"],
    lead: [
      "Le prestataire rend l’argent à ce qui a servi à payer, en quelques jours. Au-delà du trop-payé, rembourser éteint aussi la dette. Les frais du prestataire ne sont pas rendus.",
      "The provider gives the money back to what it was paid with, within days. Beyond what was paid too much, a refund also gives up the debt. The provider’s own fee is not given back.",
    ],
    go: ["Demander le remboursement", "Ask for the refund"],
  },
  waive: {
    title: ["Exonérer", "Waive"],
    lead: ["Ce qui aurait déjà été payé sera à rendre.", "Whatever was already paid will have to be given back."],
    go: ["Exonérer", "Waive"],
  },
  reverse: {
    title: (number: string) => [`Annuler le paiement ${number}`, `Reverse payment ${number}`],
    lead: [
      "Ce qu’il avait payé est de nouveau dû, et le reçu dira qu’il ne vaut plus.",
      "What it had paid is owed again, and the receipt will say that it no longer holds.",
    ],
    kind: ["Pourquoi", "Why"],
    kinds: {
      mistaken: [
        "Il a été rattaché par erreur : l’opération de la banque redevient à rapprocher",
        "It was matched by mistake: the entry of the bank is to be matched again",
      ],
      bounced: [
        "La banque ne l’a pas honoré (chèque impayé, virement revenu) : la personne en est avertie",
        "The bank did not honour it (unpaid cheque, returned transfer): the person is told",
      ],
    },
    kindFault: [
      "Dites si le paiement a été rattaché par erreur, ou s’il est revenu impayé.",
      "Say whether the payment was matched by mistake or came back unpaid.",
    ],
    bankFee: [
      "Frais pris par la banque pour un impayé, en euros (facultatif)",
      "Fee that the bank took for an unpaid one, in euros (optional)",
    ],
    go: ["Annuler ce paiement", "Reverse this payment"],
  },
  dispute: {
    title: ["Suspendre ce qui est contesté", "Suspend what is disputed"],
    lead: [
      "Rien n’est relancé tant que ce n’est pas tranché : exonérez, ou demandez de nouveau.",
      "Nothing is reminded of until it is settled: waive, or ask again.",
    ],
    go: ["Suspendre", "Suspend"],
  },
  writeOff: {
    title: ["Passer en perte ou en arrondi", "Write off"],
    lead: [
      "Ce qui ne sera pas payé n’est plus demandé. Une autre personne de la comptabilité doit l’accepter. La dette n’est pas remise.",
      "What will not be paid is no longer asked for. Another person of the accounts has to agree. The debt is not forgiven.",
    ],
    kind: ["Pourquoi", "Why"],
    kinds: {
      rounding: ["Quelques centimes que personne ne paiera", "A few cents that nobody will pay"],
      "bad-debt": ["Une créance perdue", "A debt that is lost"],
    },
    kindFault: ["Dites s’il s’agit de centimes ou d’une créance perdue.", "Say whether it is cents or a lost debt."],
    go: ["Demander de passer en perte", "Ask to write off"],
  },
  unwaive: {
    title: (amount: string) => [`Annuler l’exonération de ${amount}`, `Reverse the waiver of ${amount}`],
    lead: [
      "Ce qui a été accordé ne se reprend pas : la somme est demandée de nouveau, sous une référence à elle. L’exonération reste dans l’historique.",
      "What was granted is not taken away: the sum is asked for again, under a reference of its own. The waiver stays in the history.",
    ],
    go: ["Annuler cette exonération", "Reverse this waiver"],
  },
  ask: {
    title: ["Demander malgré tout", "Ask for it all the same"],
    lead: [
      "Le montant redevient à payer, au plus tard le jour que vous donnez : laissez le temps de le faire.",
      "It is to be paid again, by the day that you give: leave time to do so.",
    ],
    go: ["Demander et prévenir la personne", "Ask and tell the person"],
    day: ["À payer au plus tard le", "To be paid by"],
  },
  receipt: {
    title: (number: string) => [`Reçu ${number}`, `Receipt ${number}`],
    pdf: ["Télécharger en PDF", "Download as PDF"],
  },
  export: {
    title: ["Exporter pour la comptabilité", "Export for the accounts"],
    lead: [
      "Un fichier CSV pour tableur : séparateur point-virgule, virgule décimale. Le jour d’un paiement est celui où il a été payé ; si ce jour était déjà clos, son écriture est au premier jour ouvert. Ce que l’on enregistre plus tard y a aussi son jour d’enregistrement.",
      "A CSV file for spreadsheets: separated by semicolons, with a decimal comma. The day of a payment is that on which it was paid; where that day was closed already, its entry is on the first open day. What is recorded later has its day of recording, too.",
    ],
    from: ["Du", "From"],
    to: ["Au", "To"],
    go: ["Exporter les mouvements", "Export the movements"],
    owedGo: ["Exporter qui doit", "Export who owes"],
    order: ["Le premier jour vient après le dernier.", "The first day comes after the last."],
    head: [
      ["Jour", "Mouvement", "Reçu", "Référence", "Nom", "Montant", "Moyen", "Motif", "Enregistré le"],
      ["Day", "Movement", "Receipt", "Reference", "Name", "Amount", "Means", "Reason", "Recorded on"],
    ],
    owedHead: [
      ["Nom", "Référence", "Échéance", "Dû", "Payé", "Reste", "État"],
      ["Name", "Reference", "Due", "Owed", "Paid", "Left", "State"],
    ],
    kinds: {
      payment: ["paiement", "payment"],
      reversal: ["annulation", "reversal"],
      refund: ["remboursement", "refund"],
      "refund-failure": ["remboursement échoué", "failed refund"],
      waiver: ["exonération", "waiver"],
      "waiver-reversal": ["exonération annulée", "waiver reversed"],
      adjustment: ["passage en perte ou en arrondi", "write-off"],
    },
    file: ["mouvements", "movements"],
    owedFile: ["qui-doit", "who-owes"],
  },
  mine: {
    title: ["Ce que je dois", "What I owe"],
    alone: ["Ce que vous avez payé en avance", "What you paid in advance"],
    spare: (amount: string) => [`${amount} paieront la prochaine somme`, `${amount} pays what comes next`],
    statement: ["Relevé de compte (PDF)", "Statement of account (PDF)"],
    nothing: ["Vous ne devez rien à l’établissement pour l’instant.", "You owe the school nothing for now."],
    copy: ["Copier", "Copy"],
    copied: ["Copié.", "Copied."],
    paper: (amount: string) => [`Reçu : ${amount}`, `Receipt: ${amount}`],
    toPay: (amount: string, day: string) => [
      `${amount} à payer au plus tard le ${day}`,
      `${amount} to be paid by ${day}`,
    ],
    late: (amount: string, day: string) => [
      `${amount} à payer ; l’échéance du ${day} est passée`,
      `${amount} to be paid; the due day, ${day}, is past`,
    ],
    suspended: (amount: string) => [
      `${amount} suspendus : rien à payer pour l’instant`,
      `${amount} suspended: nothing to pay for now`,
    ],
    suspendedWhy: (why: string) => [
      `Ce montant ne vous est plus demandé (${why}). L’établissement décidera de ce qu’il devient, et cette page le dira. Ne payez rien d’ici là ; si vous venez de payer, votre paiement sera reçu.`,
      `This is not asked of you any more (${why}). The school will decide what becomes of it, and this page will say so. Pay nothing until then; if you have just paid, your payment will be received.`,
    ],
    /** Of these lines alone: others may still be asked. */
    settled: (state: string, what: string) => [`${state}\u00a0: ${what}`, `${state}: ${what}`],
    overPaid: (amount: string) => [
      `${amount} payés de trop : ils paient la suite, ou vous sont rendus`,
      `${amount} paid too much: it pays what follows, or is given back to you`,
    ],
    waivedAfter: (amount: string) => [
      `L’établissement a renoncé à ${amount} de ce qui était demandé (exonération) : ce que vous avez payé au-delà du reste vous est dû.`,
      `The school gave up ${amount} of what was asked (a waiver): what you paid beyond the rest is owed to you.`,
    ],
    reference: ["Référence à recopier", "Reference to copy"],
    reminded: [
      "Un courriel vous le rappelle une semaine avant la date, sauf si vous ne voulez pas de rappels.",
      "A mail reminds you a week before the day, unless you want no reminders.",
    ],
    remindersGo: ["Choisir de recevoir ou non des rappels", "Choose whether to be sent reminders"],
    lines: ["Pour quoi", "What for"],
    receipts: ["Ce qui a été payé, exonéré ou rendu", "What was paid, waived or given back"],
    waived: (amount: string, day: string) => [`${amount} exonérés le ${day}`, `${amount} waived on ${day}`],
    credited: (amount: string, credit: string, day: string) => [
      `Avoir ${credit} : ${amount} de moins, le ${day}`,
      `Credit ${credit}: ${amount} less, on ${day}`,
    ],
    receipt: (number: string, amount: string, day: string) => [
      `Reçu ${number} : ${amount}, le ${day}`,
      `Receipt ${number}: ${amount}, on ${day}`,
    ],
    reversed: ["annulé", "reversed"],
    refunded: (amount: string, day: string, reason: string) => [
      `${amount} rendus le ${day}. Motif : ${reason}`,
      `${amount} given back on ${day}. Reason: ${reason}`,
    ],
    refundedOnline: (amount: string, day: string, how: string, reason: string) => [
      `Remboursement de ${amount} demandé le ${day} : ${how}. Motif : ${reason}`,
      `Refund of ${amount} asked for on ${day}: ${how}. Reason: ${reason}`,
    ],
    online: ["Payer en ligne", "Pay online"],
    onlineWhy: [
      "Vous allez sur la page de paiement de notre prestataire ; aucun numéro de carte ne passe par l’école.",
      "You go to the payment page of our provider; no card number passes through the school.",
    ],
    onlineGo: (amount: string) => [`Payer ${amount} en ligne`, `Pay ${amount} online`],
    pending: [
      "Vous avez ouvert la page de paiement. Si vous avez payé, la confirmation arrive en quelques minutes, et le reçu par courriel : ne payez pas une seconde fois.",
      "You opened the payment page. If you paid, the confirmation comes within minutes, and the receipt by mail: do not pay a second time.",
    ],
    failed: [
      "Votre paiement en ligne n’a pas abouti : rien n’a été prélevé, ou ce qui l’a été vous revient. Payez de nouveau, ou autrement.",
      "Your payment online did not go through: nothing was taken, or what was taken comes back to you. Pay again, or another way.",
    ],
    held: {
      "under-way": {
        title: ["Votre paiement en ligne est en route", "Your payment online is on its way"],
        text: [
          "Votre banque le transmet, ce qui peut prendre quelques jours. Le reçu vient par courriel : ne payez pas une seconde fois.",
          "Your bank is passing it on, which may take a few days. The receipt comes by mail: do not pay a second time.",
        ],
      },
      "looked-at": {
        title: ["Votre paiement en ligne est en cours de vérification", "Your payment online is being checked"],
        text: [
          "Il est arrivé, mais pas comme l’établissement l’attendait : la comptabilité le vérifie avec le prestataire et vous répondra. Vous n’avez rien à faire : ne payez pas une seconde fois.",
          "It arrived, but not as the school expected: the accounts are checking it with the provider and will answer you. There is nothing for you to do: do not pay a second time.",
        ],
      },
    },
    returned: ["De retour de la page de paiement", "Back from the payment page"],
    returnedText: [
      "Si vous avez payé, la confirmation arrive en quelques minutes, et le reçu par courriel. Rechargez cette page pour voir où en est votre paiement.",
      "If you paid, the confirmation comes within minutes, and the receipt by mail. Reload this page to see how far your payment has come.",
    ],
    cancelled: [
      "Vous avez quitté la page de paiement sans payer. Rien n’a été prélevé.",
      "You left the payment page without paying. Nothing was taken.",
    ],
    unreachable: [
      "La page de paiement ne répond pas. Rien n’a été prélevé. Réessayez dans quelques minutes, ou payez autrement.",
      "The payment page does not answer. Nothing was taken. Try again in a few minutes, or pay another way.",
    ],
    gone: ["Il n’y a plus rien à payer ici.", "There is nothing left to pay here."],
    transfer: ["Payer par virement", "Pay by bank transfer"],
    transferWhy: (reference: string) => [
      `Recopiez la référence ${reference} dans le motif du virement : c’est elle qui dit que le paiement est le vôtre.`,
      `Copy the reference ${reference} into the words of the transfer: it says that the payment is yours.`,
    ],
    noWay: ["L’établissement n’a pas encore dit comment le payer", "The school has not said yet how it is paid"],
    noWayWhy: ["Demandez-le-lui, en donnant la référence ci-dessus.", "Ask it, and give the reference above."],
    sum: ["Montant", "Amount"],
    holder: ["Titulaire", "Account holder"],
    iban: ["IBAN", "IBAN"],
    bic: ["BIC", "BIC"],
    cheque: ["Payer par chèque", "Pay by cheque"],
    chequeWhy: (reference: string) => [
      `Écrivez la référence ${reference} au dos du chèque.`,
      `Write the reference ${reference} on the back of the cheque.`,
    ],
    payableTo: ["À l’ordre de", "Payable to"],
    sendTo: ["À envoyer à", "To be sent to"],
  },
});

type Words = typeof WORDS.fr;

export function moneyWords(lang: Lang): Words {
  return WORDS[lang];
}
