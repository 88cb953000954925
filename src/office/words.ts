/** The words of the office: the queue, a dossier under examination, notes. */
import { byKey, inBoth } from "../kit/in-both.ts";
import { sayCounted } from "../kit/counted.ts";
import { type Lang, plural, sayNumber } from "../kit/lang.ts";
import { capital } from "../kit/typography.ts";
import type { Intake } from "../intake/intake.ts";
import type { Standing } from "../dossier/rules/place.ts";
import { type Group, MOST_IN_GROUP } from "./rules/queue.ts";

const WORDS = inBoth({
  entry: ["Dossiers", "Applications"],
  entryWhy: [
    "Ce qui attend d’être traité, par ordre d’urgence.",
    "What waits to be dealt with, the most pressing first.",
  ],
  entryWaiting: (count: number) => [`${sayCounted(count, "fr")} à regarder`, `${sayCounted(count, "en")} to look at`],
  queue: {
    title: ["Dossiers de candidature", "Applications"],
    lead: [
      "Dans l’ordre de ce qui est à faire. Dans chaque groupe, ceux qui attendent depuis le plus longtemps d’abord.",
      "In the order of what is to be done. In each group, those that have waited longest come first.",
    ],
    noIntake: ["Aucune campagne n’a encore été ouverte.", "No intake has been opened yet."],
    toIntakes: ["Voir les campagnes", "See the intakes"],
    filters: ["Chercher et filtrer", "Search and filter"],
    intake: ["Campagne", "Intake"],
    group: ["Groupe", "Group"],
    all: ["Tous les groupes", "All groups"],
    officer: ["Instructeur", "Officer"],
    anybody: ["Tous", "Anybody"],
    mine: ["Moi", "Me"],
    nobody: ["Personne encore", "Nobody yet"],
    search: ["Nom, n° ou courriel", "Name, number or mail"],
    door: ["Voie", "Way in"],
    eligibility: ["Recevabilité", "Eligibility"],
    outcomes: {
      eligible: ["recevable", "eligible"],
      "needs-decision": ["à décider", "to be decided"],
      unknown: ["à préciser", "open"],
      "not-eligible": ["non recevable", "not eligible"],
    },
    fee: ["Frais", "Fee"],
    fees: { owed: ["dus", "owed"], paid: ["rien à payer", "nothing to pay"] },
    owed: (sum: string) => [`${sum} dus`, `${sum} owed`],
    paid: ["payés", "paid"],
    age: ["Âge", "Age"],
    ageOf: (days: number) => [`${days} jours ou plus`, `${days} days or more`],
    any: ["Toutes", "Any"],
    whole: ["Tous en une seule liste", "All in one list"],
    sortedBy: (column: string) => [
      `Dans l’ordre de la colonne « ${column} »`,
      `In the order of the column “${column}”`,
    ],
    remove: ["retirer ce filtre", "remove this filter"],
    go: ["Afficher", "Show"],
    clear: ["Tout afficher", "Show all"],
    none: ["Aucun dossier ici.", "No application here."],
    noneFound: ["Aucun dossier ne correspond.", "No application matches."],
    over: ["Où rien n’est à faire", "Where nothing is to be done"],
    caption: ["Celui qui attend depuis le plus longtemps d’abord", "The one that has waited longest first"],
    found: (search: string) => [`Dossiers trouvés pour « ${search} »`, `Applications found for “${search}”`],
    seeAll: (count: number) => [
      `Voir ${count > MOST_IN_GROUP ? "tout" : `les ${count} dossiers`}`,
      `See ${count > MOST_IN_GROUP ? "all of them" : `the ${count} applications`}`,
    ],
    more: ["Dossiers suivants", "Next applications"],
    first: ["Revenir au début de la liste", "Back to the beginning of the list"],
    enter: ["Saisir un dossier papier", "Enter a paper application"],
    csv: ["Exporter cette vue (CSV pour tableur)", "Export this view (CSV for a spreadsheet)"],
    total: (count: number) => [
      `${sayNumber(count, "fr")} ${plural(count, "dossier", "dossiers", "fr")} en tout`,
      `${sayNumber(count, "en")} ${plural(count, "application", "applications", "en")} in all`,
    ],
    name: ["Candidat", "Candidate"],
    number: ["Dossier", "Application"],
    since: ["Depuis", "Since"],
    submitted: ["Déposé le", "Submitted on"],
    due: ["Réponse attendue le", "Answer expected by"],
    entered: ["Saisi", "Entered"],
    state: ["État", "State"],
    unnamed: ["Sans nom encore", "No name yet"],
    seen: ["Vu", "Seen"],
    seenOf: (seen: number, parts: number) => [`${seen} sur ${parts}`, `${seen} of ${parts}`],
    returned: ["courriel revenu", "mail came back"],
    overdue: ["échue", "overdue"],
  },
  groups: {
    messages: ["Messages et retraits à lire", "Messages and withdrawals to read"],
    answered: ["Compléments reçus", "Complements received"],
    submitted: ["Nouveaux dossiers déposés", "New applications"],
    examining: ["Vérifications commencées", "Being checked"],
    late: ["Déposés après la clôture, à juger", "Submitted after the closing, to be judged"],
    entering: ["Saisies à terminer", "To be finished entering"],
    "to-confirm": ["Saisis par l’école, pas encore confirmés", "Entered by the school, not confirmed yet"],
    complement: ["En attente du candidat", "Waiting for the candidate"],
    checked: ["Vérifiés et conformes", "Checked and conforming"],
    decided: ["Décidés par l’admission", "Decided by admission"],
    draft: ["Brouillons, pas encore déposés", "Drafts, not submitted yet"],
    declined: ["Déposés après la clôture, écartés", "Submitted after the closing, declined"],
    withdrawn: ["Candidatures retirées", "Withdrawn"],
  },
  /** For one dossier; the groups’ labels are plural. */
  standings: {
    draft: ["Brouillon", "Draft"],
    submitted: ["Nouveau", "New"],
    examining: ["Vérification commencée", "Being checked"],
    checked: ["Vérifié et conforme", "Checked, conforms"],
    answered: ["Complément reçu", "Complement received"],
    late: ["Après la clôture, à juger", "After the closing, to be judged"],
    entering: ["Saisie à terminer", "To be finished entering"],
    complement: ["En attente du candidat", "Waiting for the candidate"],
    declined: ["Après la clôture, écarté", "After the closing, declined"],
    withdrawn: ["Retiré", "Withdrawn"],
  },
  groupsWhy: {
    messages: [
      "Un candidat a écrit ou s’est retiré, et personne de l’école n’a encore ouvert ses messages.",
      "A candidate wrote or withdrew, and nobody of the school has opened their messages yet.",
    ],
    answered: [
      "Le candidat a donné ce qui lui avait été demandé : à vérifier.",
      "The candidate gave what was asked for: to be checked.",
    ],
    submitted: ["À vérifier pour la première fois.", "To be checked for the first time."],
    examining: [
      "Une partie au moins a été vue, et pas encore toutes ; ou ce qui n’est pas conforme est à demander.",
      "A part at least was seen, and not all yet; or what does not conform is to be asked for.",
    ],
    late: ["L’école dit si elle en tient compte.", "The school says whether it considers them."],
    entering: [
      "Reçus sur papier ou par téléphone : la saisie est commencée, et rien n’est déposé.",
      "Received on paper or by telephone: entering has begun, and nothing is submitted.",
    ],
    "to-confirm": [
      "Déposés au nom de la personne, qui n’a pas encore dit que tout est juste.",
      "Submitted in the person’s stead, who has not said yet that all is right.",
    ],
    complement: ["Un complément a été demandé.", "A complement was asked for."],
    checked: [
      "Toutes leurs parties ont été vues et sont conformes : prêts pour la suite.",
      "Every part was seen and conforms: ready for what comes next.",
    ],
    decided: [
      "L’admission a décidé : la suite est sur la page de chaque personne.",
      "Admission has decided: what follows is on each person’s page.",
    ],
    draft: ["Rien n’est à faire, sauf aider qui le demande.", "Nothing to do, but to help whoever asks."],
    declined: [
      "Leurs auteurs connaissent le motif. Ils peuvent encore être acceptés.",
      "Their authors know the reason. They can still be accepted.",
    ],
    withdrawn: ["Ils ne seront pas examinés.", "They will not be examined."],
  },
  entered: {
    online: ["en ligne", "online"],
    paper: ["sur papier", "on paper"],
    phone: ["par téléphone", "by telephone"],
  },
  dossier: {
    contents: ["Dans ce dossier", "In this application"],
    state: ["État", "State"],
    officer: ["Instructeur", "Officer"],
    nobody: ["personne encore", "nobody yet"],
    you: ["vous", "you"],
    left: ["quelqu’un qui n’a plus ce rôle", "somebody who no longer has this role"],
    take: ["Prendre ce dossier en charge", "Take charge of this application"],
    handOver: ["Confier ce dossier à quelqu’un d’autre", "Hand this application over to somebody else"],
    handTo: ["Qui s’en charge", "Who takes charge"],
    handHint: ["La personne choisie est prévenue par courriel.", "Whoever you choose is told by mail."],
    handGo: ["Confier", "Hand over"],
    choose: ["Choisir", "Choose"],
    noChoice: ["Choisissez qui s’en charge.", "Choose who takes charge."],
    assigned: ["C’est noté.", "Done."],
    stale: (who: string) => [
      `Entre-temps, ce dossier a changé de mains. Il est maintenant suivi par : ${who}.`,
      `In the meantime this application changed hands. It is now with: ${who}.`,
    ],
    toConfirm: ["pas encore confirmée par la personne", "not confirmed by the person yet"],
    confirmed: ["confirmée par la personne", "confirmed by the person"],
    confirmedByHand: [
      "confirmée avec un code que l’établissement avait remis",
      "confirmed with a code that the school had handed over",
    ],
    examined: ["Examen", "Examination"],
    seenParts: (seen: number, all: number) => [
      `${seen} ${plural(seen, "partie vue", "parties vues", "fr")} sur ${all}`,
      `${seen} of ${all} ${plural(all, "part", "parts", "en")} seen`,
    ],
    faults: (count: number) => [
      `${count} non ${plural(count, "conforme", "conformes", "fr")}`,
      `${count} not conforming`,
    ],
    outdatedParts: (count: number) => [`${count} à revoir`, `${count} to be seen again`],
    account: ["Compte", "Account"],
    mail: ["Courriel", "E-mail"],
    phone: ["Téléphone", "Telephone"],
    how: ["Candidature", "Applied"],
    due: ["Frais de sélection", "Selection fee"],
    suspended: (balance: string, reference: string) => [
      `suspendus, la comptabilité décidera : ${balance}, référence ${reference}`,
      `suspended, for the accounts to decide: ${balance}, reference ${reference}`,
    ],
    owed: (balance: string, reference: string) => [
      `restent dus : ${balance}, référence ${reference}`,
      `still owed: ${balance}, reference ${reference}`,
    ],
    paid: (total: string) => [`payés : ${total}`, `paid: ${total}`],
    noDue: ["rien n’est encore demandé", "nothing is asked yet"],
    noFee: ["aucuns, pour cette campagne", "none, for this intake"],
    seen: [
      "La personne voit dans son compte que vous avez ouvert son dossier.",
      "The person sees in their account that you opened their application.",
    ],
    theirs: [
      "Ce dossier n’est pas déposé : ce que la personne écrit lui appartient jusque-là. Vous voyez où elle en est, pour l’aider si elle le demande.",
      "This application is not submitted: until then what the person writes is theirs. You see how far they are, to help if they ask.",
    ],
    takenBack: [
      "La personne a repris son dossier pour le corriger. Ce qui suit est ce qu’elle avait déposé la dernière fois.",
      "The person took the application back to correct it. What follows is what they had submitted last.",
    ],
    progress: ["Où en est la personne", "How far the person is"],
    confirm: ["Faire confirmer la saisie", "Have what was entered confirmed"],
    check: ["Conditions d’accès", "Entry conditions"],
    daysUnknown: [
      "Avant de décider, fixez les jours d’après les pièces, ou demandez-les par un complément.",
      "Before deciding, fix the days from the documents, or ask for them as a complement.",
    ],
    checkOn: (day: string) => [
      `Ce que la règle répond au ${day} sur ce que la personne déclare, dans les mots qu’elle lit elle-même.`,
      `What the rule answers on ${day} from what the person declares, in the words that the person reads.`,
    ],
    doors: [
      "Chaque voie, avec ce qu’elle demande et l’article qui le dit",
      "Each route, with what it asks and the article that says so",
    ],
    reliefFolded: [
      "Heures, épreuves et prix, dans les mots adressés à la personne",
      "Hours, exams and price, in the words addressed to the person",
    ],
    noTitles: [
      "Aucun titre n’est déclaré : la règle n’a rien à dire.",
      "No title is declared: the rule has nothing to say.",
    ],
    titles: ["Titres", "Titles"],
    titlesNone: ["Aucun titre déclaré.", "No title declared."],
    titleCard: (at: number, name: string) => [`Titre ${at} : ${name}`, `Title ${at}: ${name}`],
    experience: ["Expérience", "Experience"],
    experienceNone: ["Aucune période déclarée.", "No period declared."],
    periodCard: (at: number) => [`Période ${at}`, `Period ${at}`],
    relief: ["Parcours et prix", "Pathway and price"],
    reliefWhy: [
      "Effet des dispenses et allègements, en heures, en épreuves et en euros.",
      "What dispenses and allègements change, in hours, exams and euros.",
    ],
    noPlan: ["La personne n’a pas encore dit son cursus.", "The person has not said their track yet."],
    files: ["Pièces", "Pieces"],
    piecesCaption: ["Pièces demandées et fichiers reçus", "Pieces asked for and files received"],
    piece: ["Pièce", "Piece"],
    received: ["Fichiers", "Files"],
    none: ["rien reçu", "nothing received"],
    scanned: {
      none: ["non analysé", "not scanned"],
      waiting: ["analyse en cours", "being scanned"],
      clean: ["analysé", "scanned"],
      infected: ["virus trouvé", "virus found"],
    },
    active: [
      "contient un programme ou un fichier joint : ne lancez rien en l’ouvrant",
      "holds a program or an attached file: run nothing when opening it",
    ],
    pages: (count: number) => [
      `${count} ${plural(count, "page", "pages", "fr")}`,
      `${count} ${plural(count, "page", "pages", "en")}`,
    ],
    outside: (min: number, max: number) => [
      `hors des bornes (${min} à ${max} pages)`,
      `outside the bounds (${min} to ${max} pages)`,
    ],
    explained: ["Explication du candidat :", "The candidate’s explanation:"],
    receipts: ["Dépôts", "Submissions"],
    receipt: (number: string, moment: string) => [
      `Récépissé ${number}, déposé le ${moment}`,
      `Receipt ${number}, submitted on ${moment}`,
    ],
    lateMark: ["après la clôture", "after the closing"],
    seeReceipt: ["Voir le récépissé", "See the receipt"],
    complementMark: ["complément", "complement"],
    log: ["Suivi", "Follow-up"],
    messages: ["Messages", "Messages"],
    paper: ["Saisir ou compléter ce dossier", "Enter or complete this application"],
    askAgain: ["Changer ce qui est demandé", "Change what is asked for"],
    enterComplement: ["Saisir le complément reçu", "Enter the complement received"],
    noAddress: [
      "pas d’adresse électronique : ce que nous lui écrivons est une lettre à remettre",
      "no mail address: what we write is a letter to be handed over",
    ],
    returned: (day: string) => [`courriel revenu le ${day}`, `mail came back on ${day}`],
    ask: ["Demander un complément", "Ask for a complement"],
    noteHeading: ["Noter quelque chose", "Note something"],
    note: ["Note pour les collègues", "Note for colleagues"],
    noteHint: [
      "La personne peut demander à lire ce qui est écrit d’elle : tenez-vous-en aux faits.",
      "The person may ask to read what is written of them: keep to facts.",
    ],
    noteGo: ["Ajouter la note", "Add the note"],
    noted: ["La note est ajoutée.", "The note is added."],
    by: (name: string) => [`par ${name}`, `by ${name}`],
    lateHeading: ["Ce dossier est arrivé après la clôture", "This application came after the closing"],
    declinedHeading: [
      "Ce dossier, arrivé après la clôture, a été écarté",
      "This application came after the closing and was declined",
    ],
    lateReason: ["Motif de votre décision", "Reason of your decision"],
    lateReasonHint: [
      "Pour l’accepter, par exemple une panne du service le dernier soir ; pour l’écarter, ce que la personne lira. Le motif reste au dossier.",
      "To accept it, for instance a failure of the service on the last evening; to decline it, what the person will read. The reason stays in the file.",
    ],
    lateReady: ["Motif prêt", "Ready sentence"],
    lateReadied: [
      "La phrase est dans le motif ci-dessous : relisez-la, changez-la, puis dites ce que vous décidez.",
      "The sentence is in the reason below: read it, change it, then say what you decide.",
    ],
    lateGo: ["L’examiner comme les autres", "Examine it like the others"],
    lateNo: ["Ne pas l’examiner", "Do not examine it"],
    lateDone: ["Le dépôt tardif est accepté.", "The late application is accepted."],
    lateDeclined: [
      "Le dépôt tardif est écarté. La personne reçoit un courriel, ou une lettre que vous remettrez.",
      "The late application is declined. The person receives a mail, or a letter that you hand over.",
    ],
    next: (number: string) => [`Dossier suivant à vérifier : ${number}`, `Next application to check: ${number}`],
    nextInList: (number: string) => [
      `Dossier suivant de la liste : ${number}`,
      `Next application of the list: ${number}`,
    ],
    listEnds: ["C’était le dernier dossier de cette liste.", "This was the last application of this list."],
    toList: ["Revenir à la liste", "Back to the list"],
    rest: ["Ce qui n’a pas encore d’avis", "What has no verdict yet"],
    restGo: (count: number) => [
      `Dire conforme ce qui reste (${count} ${plural(count, "partie", "parties", "fr")})`,
      `Say that the rest conforms (${count} ${plural(count, "part", "parts", "en")})`,
    ],
    restDone: ["L’avis est enregistré pour tout ce qui restait.", "The verdict is saved for all that was left."],
    restStale: [
      "Entre-temps, une partie a reçu un avis ou a été donnée à nouveau. Relisez avant d’enregistrer.",
      "In the meantime a part was judged or given again. Read again before you save.",
    ],
  },
  verdict: {
    column: ["Avis", "Verdict"],
    of: (part: string) => [`Avis : ${part}`, `Verdict: ${part}`],
    none: ["pas encore vu", "not seen yet"],
    conform: ["conforme", "conforms"],
    not: ["non conforme", "does not conform"],
    outdated: ["à revoir", "to be seen again"],
    outdatedWhy: [
      "La personne a donné cette partie à nouveau depuis cet avis.",
      "The person gave this part again since this verdict.",
    ],
    by: (name: string, day: string) => [`${name}, le ${day}`, `${name}, on ${day}`],
    give: ["Donner un avis", "Give a verdict"],
    change: ["Changer l’avis", "Change the verdict"],
    yes: ["Conforme", "Conforms"],
    no: ["Non conforme", "Does not conform"],
    question: (part: string) => [`${part} : cette partie est-elle conforme ?`, `${part}: does this part conform?`],
    reason: (part: string) => [`Ce qui ne va pas – ${part}`, `What is wrong – ${part}`],
    reasonHint: [
      "La demande de complément le reprendra, et la personne le lira.",
      "The request for a complement repeats it, and the person reads it.",
    ],
    ready: (part: string) => [`Motif prêt – ${part}`, `Ready sentence – ${part}`],
    readyNone: ["Choisir une phrase de l’école", "Choose a sentence of the school’s"],
    readyGo: ["Mettre cette phrase dans le texte", "Put this sentence into the text"],
    readyMissing: ["Choisissez d’abord une phrase de l’école.", "First choose a sentence of the school’s."],
    readied: [
      "La phrase est dans le texte ci-dessous : relisez-la, changez-la, puis enregistrez l’avis.",
      "The sentence is in the text below: read it, change it, then save the verdict.",
    ],
    go: ["Enregistrer l’avis", "Save the verdict"],
    noChoice: ["Dites si cette partie est conforme.", "Say whether this part conforms."],
    stale: (who: string | undefined) => [
      `Entre-temps, ${who ?? "quelqu’un"} a donné l’avis qui se lit ci-dessus. Le vôtre n’est pas enregistré\u00a0: enregistrez à nouveau pour qu’il le remplace.`,
      `In the meantime ${who ?? "somebody"} gave the verdict that stands above. Yours is not recorded: save again to put it in its place.`,
    ],
    staleGone: [
      "Entre-temps, cette partie a été donnée à nouveau. Relisez-la\u00a0: votre avis n’est pas enregistré, enregistrez-le à nouveau s’il tient toujours.",
      "In the meantime this part was given again. Read it again: your verdict is not recorded, save it again if it still holds.",
    ],
  },
  parts: byKey({
    identity: ["Identité", "Identity"],
    contact: ["Coordonnées", "How to reach them"],
    accommodations: ["Aménagements", "Arrangements"],
    titles: ["Diplômes et titres", "Diplomas and titles"],
    experience: ["Expérience", "Experience"],
    plan: ["Allègements, cursus et financement", "Relief, track and funding"],
    declared: ["Titres, expérience, cursus et financement", "Titles, experience, track and funding"],
  }),
  pair: (what: string, said: string) => [`${what} : ${said}`, `${what}: ${said}`],
  receipt: {
    heading: (number: string) => [`Récépissé ${number}`, `Receipt ${number}`],
    lead: [
      "Ce que la personne a déposé ce jour-là. Un dépôt plus récent peut avoir pris sa place.",
      "What the person submitted that day. A later submission may have taken its place.",
    ],
    latest: ["C’est le dernier dépôt de ce dossier.", "This is the last submission of this application."],
    pdf: ["Télécharger le récépissé (PDF)", "Download the receipt (PDF)"],
    files: ["Fichiers déposés", "Files submitted"],
    sealed: ["Empreinte de ce qui a été relu et signé :", "Fingerprint of what was read again and signed:"],
  },
  own: {
    title: ["C’est votre dossier", "This is your application"],
    why: [
      "Un collègue le traite. Ce que l’établissement en note et en décide ne vous est montré que dans votre dossier, comme à tout candidat.",
      "A colleague handles it. What the school notes and decides about it is shown to you in your application alone, as to any candidate.",
    ],
    open: ["Ouvrir mon dossier", "Open my application"],
  },
  handedOver: {
    subject: (number: string) => [
      `Dossier ${number} : il vous est confié`,
      `Application ${number} is handed over to you`,
    ],
    text: [
      "Un dossier de candidature vous est confié. Vous le trouvez dans la file, parmi les vôtres.",
      "An application was handed over to you. You find it in the queue, among yours.",
    ],
    open: ["Ouvrir le dossier", "Open the application"],
  },
  facts: byKey({
    assigned: ["Dossier confié", "Application handed over"],
    released: ["Dossier rendu, sans instructeur", "Application given back, with nobody"],
    judged: ["Avis", "Verdict"],
    "day-fixed": ["Jour fixé d’après une pièce", "Day fixed from a document"],
    disputed: ["La personne signale une erreur de saisie", "The person reports a mistake in what was entered"],
    begun: ["Dossier commencé", "Application begun"],
    entered: ["Dossier saisi par l’école", "Application entered by the school"],
    "taken-back": ["Dossier repris pour être corrigé", "Application taken back to be corrected"],
    withdrawn: ["Candidature retirée", "Application withdrawn"],
    resumed: ["Retrait repris par la personne", "Withdrawal undone by the person"],
    "complement-asked": ["Complément demandé", "Complement asked for"],
    "complement-given": ["Complément donné", "Complement given"],
    arranged: ["Aménagements décidés par le référent handicap", "Arrangements decided by the disability advisor"],
    "late-accepted": ["Dépôt tardif accepté", "Late application accepted"],
    "late-declined": ["Dépôt tardif écarté", "Late application declined"],
    confirmed: ["Saisie confirmée par la personne", "What was entered was confirmed by the person"],
    "taken-over": ["Dossier pris dans le compte de la personne", "Application taken into the person’s account"],
    "contact-changed": ["Coordonnées changées", "Contact details changed"],
    submitted: ["Dossier déposé", "Application submitted"],
    note: ["Note", "Note"],
  }),
  days: {
    title: (number: string) => [`Fixer les jours : dossier ${number}`, `Fix the days: application ${number}`],
    lead: [
      "La personne n’a donné qu’un mois ou une année. Lisez le jour sur la pièce, puis fixez-le : ce qu’elle a écrit reste tel quel.",
      "The person gave a month or a year only. Read the day on the document, then fix it: what they wrote stays as it is.",
    ],
    which: ["Quel jour ?", "Which day?"],
    day: ["Le jour que dit la pièce", "The day that the document tells"],
    go: ["Fixer ce jour", "Fix this day"],
    of: {
      awardedOn: ["obtention", "award"],
      startedOn: ["début de la formation", "beginning of the course"],
      from: ["début", "beginning"],
      to: ["fin", "end"],
    },
    open: (name: string, of: string, typed: string) => [`${name}, ${of} : ${typed}`, `${name}, ${of}: ${typed}`],
  },
  ask: {
    title: (number: string) => [
      `Demander un complément : dossier ${number}`,
      `Ask for a complement: application ${number}`,
    ],
    lead: [
      "Seul ce qui est coché se rouvre pour le candidat, jusqu’à ce qu’il réponde.",
      "Only what is ticked opens again for the candidate, until they answer.",
    ],
    mailed: ["Il reçoit un courriel.", "They receive a mail."],
    notMailed: [
      "Cette personne n’a pas d’adresse électronique : la demande est une lettre que vous remettrez.",
      "This person has no mail address: the request is a letter that you hand over.",
    ],
    doneUnsent: [
      "La demande est enregistrée. Une lettre est à remettre : cette personne n’a pas d’adresse électronique.",
      "The request is recorded. A letter is to be handed over: this person has no mail address.",
    ],
    again: [
      "Un complément est déjà demandé : cette demande la remplace.",
      "A complement is asked for already: this request takes its place.",
    ],
    items: ["Ce qui est à compléter ou à corriger", "What is to be completed or corrected"],
    what: (part: string) => [`Ce qui manque ou ne va pas – ${part}`, `What is missing or wrong – ${part}`],
    fromVerdicts: [
      "Ce que vous avez jugé non conforme est déjà coché, avec le motif : relisez avant d’envoyer.",
      "What you found not to conform is ticked already, with its reason: read again before sending.",
    ],
    dueOn: ["Réponse attendue au plus tard le", "Answer expected at the latest on"],
    dueHint: [
      "Le jour compte jusqu’à 23 h 59 min 59 s, à l’heure de l’école.",
      "The day counts until 23:59:59, by the clock of the school.",
    ],
    go: ["Envoyer la demande", "Send the request"],
    noItem: ["Cochez au moins une partie du dossier.", "Tick at least one part of the application."],
    noDay: ["Donnez un jour entier : jour, mois et année.", "Give a whole day: day, month and year."],
    done: ["La demande est envoyée.", "The request is sent."],
  },
  csv: {
    number: ["Dossier", "Application"],
    name: ["Candidat", "Candidate"],
    group: ["État", "State"],
    seen: ["Parties vues", "Parts seen"],
    parts: ["Parties à voir", "Parts to see"],
    submitted: ["Déposé le", "Submitted on"],
    since: ["Dans cet état depuis le", "In this state since"],
    due: ["Réponse attendue le", "Answer expected by"],
    officer: ["Instructeur", "Officer"],
    entered: ["Candidature", "Applied"],
    started: ["Commencé le", "Begun on"],
    mail: ["Courriel", "Mail"],
    phone: ["Téléphone", "Telephone"],
    owed: ["Frais restant dus (euros)", "Fee still owed (euros)"],
  },
});

export type OfficeWords = typeof WORDS.fr;

export function officeWords(lang: Lang): OfficeWords {
  return WORDS[lang];
}

export function sayStanding(standing: Standing, lang: Lang): string {
  return WORDS[lang].standings[standing];
}

export function sayGroup(group: Group, lang: Lang): string {
  return WORDS[lang].groups[group];
}

/** A part of a dossier as the office names it: «Identité», where the candidate reads «Votre identité». */
export function sayPart(item: string, { pieces }: Pick<Intake, "pieces">, lang: Lang): string {
  const piece = pieces.find(({ key }) => `piece:${key}` === item);
  return piece ? capital(piece.label[lang]) : (WORDS[lang].parts[item] ?? item);
}
