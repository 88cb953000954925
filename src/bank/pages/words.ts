/** The words of the office's pages on the bank. */
import { byKey, inBoth } from "../../kit/in-both.ts";
import { type Lang, plural, sayMoney, sayNumber } from "../../kit/lang.ts";

const WORDS = inBoth({
  bank: {
    title: ["La banque", "The bank"],
    lead: [
      "Importez le relevé que la banque donne à télécharger : camt.053 (XML) ou CSV. Rien n’est fait avant que vous l’ayez vu.",
      "Import the statement that the bank lets you download: camt.053 (XML) or CSV. Nothing is done before you have seen it.",
    ],
    open: (count: string, amount: string) => [
      `À rapprocher à la main : ${count}, pour ${amount}`,
      `To match by hand: ${count}, for ${amount}`,
    ],
    openNone: ["Toutes les opérations sont rapprochées ou écartées.", "All entries are matched or set aside."],
    openGo: ["Rapprocher", "Match"],
    aside: (count: string) => [`Opérations écartées : ${count}`, `Entries set aside: ${count}`],
    file: ["Fichier de la banque", "File from the bank"],
    fileHint: [
      "4 Mo au plus. Sont gardés l’argent reçu, et ce qui est sorti sous une référence de l’école.",
      "4 MB at most. What is kept: money received, and what went out under a reference of the school.",
    ],
    go: ["Lire le fichier", "Read the file"],
    missing: ["Choisissez un fichier, ou collez son contenu.", "Choose a file, or paste its content."],
    tooBig: [
      "Ce fichier dépasse 4 Mo : demandez à la banque une période plus courte.",
      "This file is over 4 MB: ask the bank for a shorter period.",
    ],
    pasted: ["contenu collé", "pasted content"],
    already: [
      "Ce fichier a déjà été importé ; rien n’a été fait de nouveau.",
      "This file was imported before; nothing was done again.",
    ],
    done: (matched: number, toDecide: number) => [
      `Import fait. Rapprochées : ${matched}. À rapprocher à la main : ${toDecide}.`,
      `Import done. Matched: ${matched}. To match by hand: ${toDecide}.`,
    ],
    files: ["Derniers fichiers importés", "Last files imported"],
    filesCaption: ["Les vingt derniers, le plus récent d’abord", "The last twenty, the latest first"],
    none: ["Aucun fichier n’a encore été importé.", "No file was imported yet."],
    head: [
      ["Fichier", "Importé le", "Du", "Au", "Opérations reçues"],
      ["File", "Imported on", "From", "To", "Entries received"],
    ],
    fields: { paste: ["Ou collez ici le contenu du fichier", "Or paste the content of the file here"] },
  },
  check: {
    title: ["Ce que fera cet import", "What this import will do"],
    lead: (name: string, format: string) => [`${name} (${format})`, `${name} (${format})`],
    told: {
      typed: [
        "peut-être déjà saisi à la main : dites si c’est le même",
        "perhaps typed by hand already: say whether it is the same",
      ],
      slip: [
        "une remise de chèques du même total : dites si c’est elle",
        "a deposit of cheques of the same total: say whether it is that",
      ],
      returned: ["un paiement revenu impayé : dites lequel", "a payment that came back unpaid: say which"],
      refund: [
        "un remboursement noté, de la même somme : dites si c’est lui",
        "a recorded refund of the same sum: say whether it is that",
      ],
    },
    matched: ["rapprochées", "matched"],
    toDecide: ["à rapprocher à la main", "to match by hand"],
    known: ["déjà connues", "known already"],
    skipped: ["laissées de côté", "left out"],
    knownAside: (count: number) => [
      count === 1
        ? "Parmi les opérations déjà connues, 1 a été écartée."
        : `Parmi les opérations déjà connues, ${count} ont été écartées.`,
      count === 1
        ? "Of the entries known already, 1 was set aside."
        : `Of the entries known already, ${count} were set aside.`,
    ],
    knownAsideGo: ["Voir les opérations écartées", "See the entries set aside"],
    spent: (count: number) => [
      `Laissées de côté parce que ce sont des dépenses, sans référence de l’école : ${count}.`,
      `Left out because they are expenses, under no reference of the school: ${count}.`,
    ],
    pending: (count: number) => [
      plural(
        count,
        "Une opération n’est pas encore comptabilisée par la banque : elle est laissée de côté, et viendra avec un prochain relevé.",
        `${sayNumber(count, "fr")} opérations ne sont pas encore comptabilisées par la banque : elles sont laissées de côté, et viendront avec un prochain relevé.`,
        "fr",
      ),
      plural(
        count,
        "One entry is not booked by the bank yet: it is left out, and will come with a later statement.",
        `${sayNumber(count, "en")} entries are not booked by the bank yet: they are left out, and will come with a later statement.`,
        "en",
      ),
    ],
    matchedCaption: ["Opérations qui paient un montant dû", "Entries that pay a charge"],
    decideCaption: [
      "Opérations que vous devrez rapprocher ou écarter",
      "Entries that you will have to match or set aside",
    ],
    skippedCaption: ["Opérations laissées de côté, et pourquoi", "Entries left out, and why"],
    more: (count: number) => [
      plural(
        count,
        "Et une autre, comptée plus haut : elle sera traitée de même.",
        `Et ${sayNumber(count, "fr")} autres, comptées plus haut : elles seront traitées de même.`,
        "fr",
      ),
      plural(
        count,
        "And one more, counted above: it will be treated alike.",
        `And ${sayNumber(count, "en")} more, counted above: they will be treated alike.`,
        "en",
      ),
    ],
    day: ["Jour", "Day"],
    label: ["Libellé", "Words"],
    amount: ["Reçu", "Received"],
    pays: ["Paie", "Pays"],
    why: ["Pourquoi", "Why"],
    where: ["Où", "Where"],
    row: ["Ligne", "Row"],
    entry: ["Opération n°", "Entry no."],
    over: (amount: string) => [`${amount} de trop`, `${amount} too much`],
    under: (amount: string) => [`il restera ${amount}`, `${amount} will be left`],
    exact: ["solde le montant", "settles the charge"],
    proposal: (count: number) => [
      count === 1 ? "1 proposition" : `${count} propositions`,
      count === 1 ? "1 suggestion" : `${count} suggestions`,
    ],
    noProposal: ["aucune proposition", "no suggestion"],
    twin: [
      "peut-être déjà compté : un virement du même montant est enregistré pour la même référence, à quelques jours près",
      "perhaps counted already: a transfer of the same amount is recorded for the same reference, within a few days",
    ],
    settled: ["il ne reste rien à payer sous cette référence", "nothing is left to pay under this reference"],
    out: [
      "argent sorti sous une référence : virement rejeté, ou remboursement",
      "money that went out under a reference: a transfer sent back, or a refund",
    ],
    own: [
      "c’est votre dossier : un autre membre de l’équipe rapprochera ce virement",
      "this is your own application: somebody else of the team will match this transfer",
    ],
    nothing: ["Aucune opération nouvelle dans ce fichier.", "No new entry in this file."],
    go: ["Importer", "Import"],
    back: ["Ne pas importer", "Do not import"],
    again: ["Revenir à la banque", "Back to the bank"],
  },
  lines: {
    title: ["Opérations à rapprocher", "Entries to match"],
    none: ["Rien à rapprocher.", "Nothing to match."],
    caption: [
      "Argent reçu qui ne paie encore rien, et argent sorti sous une référence (en négatif)",
      "Money received that pays nothing yet, and money that went out under a reference (below zero)",
    ],
    head: [
      ["Libellé", "Jour", "Montant", "Reste"],
      ["Words", "Day", "Amount", "Left"],
    ],
    next: ["Suite de la liste", "More of the list"],
    done: byKey({
      rattachee: [
        "L’opération est rattachée à ce qui était déjà saisi : rien n’est compté deux fois.",
        "The entry is tied to what was recorded already: nothing is counted twice.",
      ],
      impaye: [
        "Le paiement est noté impayé, la somme est due de nouveau et la personne prévenue. L’opération est classée.",
        "The payment is noted as unpaid, the sum is owed again and its debtor told. The entry is filed.",
      ],
      rapprochee: [
        "L’opération est rapprochée, et les reçus envoyés ; sans adresse électronique, ce sont des lettres à remettre.",
        "The entry is matched, and the receipts sent; without an address, they are letters to be handed over.",
      ],
      ecartee: [
        "L’opération est écartée. Elle reste dans la liste des opérations écartées, d’où vous pouvez la reprendre.",
        "The entry is set aside. It stays in the list of entries set aside, from which you can take it back.",
      ],
      reprise: [
        "L’opération est reprise : elle est de nouveau à rapprocher.",
        "The entry is taken back: it is to be matched again.",
      ],
    }),
    asideGo: ["Voir les opérations écartées", "See the entries set aside"],
  },
  aside: {
    title: ["Opérations écartées", "Entries set aside"],
    none: ["Aucune opération n’est écartée.", "No entry is set aside."],
    caption: [
      "La dernière écartée d’abord ; ouvrez-en une pour la reprendre",
      "The last set aside first; open one to take it back",
    ],
    elsewhere: ["Autre recette, au compte d’attente. ", "Other income, on the suspense account. "],
    head: [
      ["Libellé", "Jour", "Montant", "Écartée le", "Motif"],
      ["Words", "Day", "Amount", "Set aside on", "Reason"],
    ],
  },
  file: {
    title: (name: string) => [`Opérations de ${name}`, `Entries of ${name}`],
    lead: (day: string) => [
      `Fichier importé le ${day}. Une opération qu’un fichier plus ancien avait déjà apportée est dans la liste de celui-là.`,
      `File imported on ${day}. An entry that an earlier file had brought already is in the list of that one.`,
    ],
    none: ["Ce fichier n’a apporté aucune opération.", "This file brought no entry."],
    caption: ["Dans l’ordre du fichier", "In the order of the file"],
    head: [
      ["Libellé", "Jour", "Montant", "Ce qu’elle est devenue"],
      ["Words", "Day", "Amount", "What became of it"],
    ],
    open: (amount: string) => [`à rapprocher : ${amount}`, `to match: ${amount}`],
    aside: (reason: string) => [`écartée : ${reason}`, `set aside: ${reason}`],
    pays: (number: string) => [`paie, reçu ${number}`, `pays, receipt ${number}`],
    gone: ["rapprochée", "matched"],
  },
  line: {
    title: (amount: string, day: string) => [`${amount} reçus le ${day}`, `${amount} received on ${day}`],
    titleOut: (amount: string, day: string) => [`${amount} sortis le ${day}`, `${amount} gone out on ${day}`],
    out: [
      "De l’argent est sorti du compte. Un chèque ou un virement est revenu impayé ? Dites lequel. C’est un remboursement ? Vérifiez qu’il est noté sur la page du montant dû, puis classez cette opération.",
      "Money went out of the account. A cheque or a transfer came back unpaid? Say which. It is a refund? See that it is recorded on the page of the charge, then file this entry.",
    ],
    classify: ["Classer", "File"],
    classifyWhy: [
      "Dites ce que c’était : virement rejeté et paiement annulé, remboursement noté.",
      "Say what it was: a transfer sent back and its payment reversed, a refund that is recorded.",
    ],
    classifyGo: ["Classer cette opération", "File this entry"],
    bouncedAlready: (payment: string, day: string) => [
      `Déjà noté impayé le ${day} : ${payment}. Si c’est lui, classez cette opération.`,
      `Noted as unpaid on ${day} already: ${payment}. If it is that, file this entry.`,
    ],
    returnedTitle: ["Un paiement revenu impayé", "A payment that came back unpaid"],
    returnedWhich: ["Lequel ?", "Which?"],
    returnedMissing: ["Choisissez le paiement qui est revenu.", "Choose the payment that came back."],
    returnedWhy: [
      "La personne lira ce motif : chèque sans provision, compte clos.",
      "The debtor will read this reason: no funds, account closed.",
    ],
    returnedGo: ["Noter impayé et prévenir", "Note as unpaid and tell"],
    typedCaption: [
      "Déjà saisi à la main ? Même somme, à quelques jours près",
      "Typed by hand already? Same sum, some days apart",
    ],
    typedHead: [
      ["Qui", "Reçu", "Payé le", "Le même ?"],
      ["Who", "Receipt", "Paid on", "The same?"],
    ],
    typedOn: (day: string) => [`saisi le ${day}`, `typed on ${day}`],
    sameGo: ["C’est le même paiement", "It is the same payment"],
    slipsCaption: ["Une remise de chèques ? Même total", "A deposit of cheques? Same total"],
    slipsHead: [
      ["Bordereau", "Remis le", "Chèques", "Le même ?"],
      ["Slip", "Brought on", "Cheques", "The same?"],
    ],
    slipGo: ["C’est cette remise", "It is this deposit"],
    refundsCaption: ["Un remboursement noté ? Même somme", "A recorded refund? Same sum"],
    refundsHead: [
      ["À qui", "Noté rendu le", "Moyen", "C’est lui ?"],
      ["To whom", "Recorded as given back on", "Means", "Is it this?"],
    ],
    refundGo: ["C’est ce remboursement", "It is this refund"],
    refundTie: (name: string) => [`Remboursement à ${name}`, `Refund to ${name}`],
    tiesCaption: ["Ce que dit cette opération était déjà saisi", "What this entry tells of was recorded already"],
    tiesHead: [
      ["Reçu, bordereau ou remboursement", "Montant", "Rattachée le", "Erreur ?"],
      ["Receipt, slip or refund", "Amount", "Tied on", "A mistake?"],
    ],
    untieGo: ["Détacher", "Untie"],
    label: ["Libellé", "Words"],
    from: ["De", "From"],
    number: ["Numéro de la banque", "Number at the bank"],
    left: ["Reste à rapprocher", "Left to match"],
    aside: (reason: string) => [`Écartée : ${reason}`, `Set aside: ${reason}`],
    proposals: ["Ce que cela pourrait payer", "What it could pay"],
    proposalsCaption: [
      "Montants dus qui portent ce nom, cette somme ou cette référence",
      "Charges of this name, this amount or this reference",
    ],
    noProposals: ["Aucun montant dû ne porte ce nom ou cette somme.", "No charge has this name or this amount."],
    proposalsHead: [
      ["Nom", "Référence", "Reste dû", "Pourquoi", "C’est lui ?"],
      ["Name", "Reference", "Left to pay", "Why", "Is it this?"],
    ],
    payGo: ["Rapprocher avec ce montant dû", "Match with this charge"],
    why: {
      reference: ["la référence", "the reference"],
      invoice: ["la facture", "the invoice"],
      name: ["le nom", "the name"],
      part: ["une partie du nom", "a part of the name"],
      amount: ["la somme", "the amount"],
      dossier: ["le dossier", "the dossier"],
      twin: ["peut-être déjà compté", "perhaps counted already"],
      settled: ["rien à payer", "nothing to pay"],
      out: ["argent sorti", "money gone out"],
      own: ["votre dossier", "your application"],
    },
    payersCaption: ["Payeurs que l’opération nomme", "Payers that the entry names"],
    payersHead: [
      ["Payeur", "Compte", "Pourquoi"],
      ["Payer", "Account", "Why"],
    ],
    whyPayer: { name: ["le nom", "the name"], account: ["le compte auxiliaire", "the auxiliary account"] },
    more: ["Plus de lignes", "More rows"],
    match: ["Rapprocher", "Match"],
    matchHint: [
      "Une référence, un dossier ou le nom de qui doit ou paie, par ligne utilisée ; laissez vides les autres.",
      "One reference, dossier or name of who owes or pays, for each row you use; leave the others empty.",
    ],
    reference: (nth: number) => [`Référence ${nth}`, `Reference ${nth}`],
    amountOf: (nth: number) => [`Montant ${nth}, en euros`, `Amount ${nth}, in euros`],
    matchGo: ["Rapprocher et envoyer les reçus", "Match and send the receipts"],
    missing: ["Donnez au moins une référence.", "Give one reference at least."],
    setAside: ["Écarter", "Set aside"],
    setAsideWhy: [
      "En quelques mots, pour qui lira la liste des opérations écartées.",
      "In a few words, for those who read the list of entries set aside.",
    ],
    setAsideGo: ["Écarter cette opération", "Set this entry aside"],
    what: ["Qu’est-ce ?", "What is it?"],
    whats: {
      twice: ["Le même argent, dit deux fois : rien à compter", "The same money, told twice: nothing to count"],
      elsewhere: [
        "Une autre recette (subvention, formation facturée ailleurs) : elle reste au compte d’attente, le comptable la classe",
        "Other income (a subsidy, a course invoiced elsewhere): it stays on the suspense account, the accountant files it",
      ],
    },
    whatMissing: ["Dites ce que c’est.", "Say what it is."],
    backWhy: [
      "Écartée par erreur ? Reprenez-la : elle sera de nouveau à rapprocher.",
      "Set aside by mistake? Take it back: it will have to be matched again.",
    ],
    backGo: ["Reprendre cette opération", "Take this entry back"],
    fields: {
      reason: {
        label: ["Motif", "Reason"],
        missing: ["Dites pourquoi, en quelques mots.", "Say why, in a few words."],
      },
    },
  },
  cheques: {
    title: ["Chèques", "Cheques"],
    lead: [
      "Saisissez les chèques que vous portez à la banque : un bordereau, et un reçu à chacun. Un montant laissé vide est celui qui reste à payer.",
      "Enter the cheques that you bring to the bank: one slip, and a receipt for each person. An amount left empty is what remains to be paid.",
    ],
    checkTitle: ["Vérifier le bordereau", "Check the slip"],
    checkWhy: [
      "Rien n’est encore enregistré. Une fois le bordereau enregistré, chacun reçoit son reçu.",
      "Nothing is recorded yet. Once the slip is recorded, each person is sent their receipt.",
    ],
    checkHead: [
      ["Tireur", "Banque", "Paie", "Montant"],
      ["Drawer", "Bank", "Pays", "Amount"],
    ],
    total: ["Total", "Total"],
    day: ["Remis à la banque le", "Brought to the bank on"],
    row: (nth: number) => [`Chèque ${nth}`, `Cheque ${nth}`],
    reference: ["Référence, ou nom de qui doit", "Reference, or name of who owes"],
    amount: ["Montant, en euros", "Amount, in euros"],
    drawer: ["Tireur", "Drawer"],
    bank: ["Banque", "Bank"],
    number: ["N° de chèque", "Cheque number"],
    more: ["Ajouter cinq lignes", "Add five rows"],
    go: ["Enregistrer le bordereau", "Record the slip"],
    missing: ["Saisissez au moins un chèque.", "Enter one cheque at least."],
    drawerFault: ["Écrivez le nom imprimé sur le chèque.", "Write the name printed on the cheque."],
    referenceFault: [
      "Écrivez la référence notée au dos du chèque, ou le nom de qui doit.",
      "Write the reference noted on the back of the cheque, or the name of who owes.",
    ],
    again: [
      "C’est un autre chèque, ou il est représenté : l’enregistrer quand même",
      "It is another cheque, or it is presented again: record it all the same",
    ],
    againLegend: ["Chèque déjà remis", "Cheque brought before"],
    slips: ["Derniers bordereaux", "Last slips"],
    slipsCaption: ["Les vingt derniers, le plus récent d’abord", "The last twenty, the latest first"],
    slipsNone: ["Aucun bordereau.", "No slip."],
    slipsHead: [
      ["Bordereau", "Remis le", "Chèques", "Total"],
      ["Slip", "Brought on", "Cheques", "Total"],
    ],
  },
  slip: {
    title: (number: string) => [`Bordereau ${number}`, `Slip ${number}`],
    pdf: ["Bordereau à imprimer (PDF)", "Slip to print (PDF, in French)"],
    done: (count: number) => [
      count === 1
        ? "Le bordereau est enregistré, et le reçu envoyé ; sans adresse électronique, c’est une lettre à remettre."
        : `Le bordereau est enregistré : ${count} chèques, et les reçus envoyés ; sans adresse électronique, ce sont des lettres à remettre.`,
      count === 1
        ? "The slip is recorded, and the receipt sent; without an address, it is a letter to be handed over."
        : `The slip is recorded: ${count} cheques, and the receipts sent; without an address, they are letters to be handed over.`,
    ],
    day: ["Remis le", "Brought on"],
    total: ["Total", "Total"],
    returned: ["revenu impayé", "came back unpaid"],
    stayed: ["Payé, sans les impayés", "Paid, without the unpaid"],
    caption: ["Chèques remis", "Cheques brought"],
    head: [
      ["Tireur", "Banque", "N° de chèque", "Référence", "Reçu", "Montant"],
      ["Drawer", "Bank", "Cheque number", "Reference", "Receipt", "Amount"],
    ],
  },
});

type Words = typeof WORDS.fr;

export function bankWords(lang: Lang): Words {
  return WORDS[lang];
}

/** The effect of a payment on its charge, so that too much or too little is seen before it is done. */
export function sayLeft(left: number, lang: Lang): string {
  const words = bankWords(lang).check;
  if (left === 0) return words.exact;
  return left < 0 ? words.over(sayMoney(-left, lang)) : words.under(sayMoney(left, lang));
}
