/** The words of intakes, for applicants and for staff. */
import { inBoth } from "../kit/in-both.ts";
import { sayCounted } from "../kit/counted.ts";
import { type Label, type Lang, plural } from "../kit/lang.ts";
import type { Setting } from "../law/intake.ts";
import type { IntakePiece } from "./rules/settings.ts";
import type { IntakeState } from "./rules/states.ts";

const WORDS = inBoth({
  public: {
    title: ["Candidater", "Apply"],
    open: (label: string) => [`${label} : les candidatures sont ouvertes`, `${label}: applications are open`],
    until: ["On peut déposer sa candidature jusqu’au", "An application can be submitted until"],
    clock: (now: string, zone: string) => [
      `Il est à présent ${now} sur l’horloge du service, qui fait foi (${zone}).`,
      `It is now ${now} by the clock of the service, which decides (${zone}).`,
    ],
    places: (count: number) => [
      `${count} ${plural(count, "place", "places", "fr")}`,
      `${count} ${plural(count, "place", "places", "en")}`,
    ],
    apply: ["Candidater", "Apply"],
    terms: ["Toutes les conditions de cette rentrée", "All the terms of this intake"],
    coming: (label: string) => [
      `${label} : les candidatures ouvriront bientôt`,
      `${label}: applications will open soon`,
    ],
    from: ["On pourra déposer sa candidature du", "An application can be submitted from"],
    to: ["au", "to"],
    none: ["Les candidatures ne sont pas ouvertes", "No intake is open"],
    noneWhy: [
      "La prochaine rentrée n’est pas encore annoncée. En attendant, vous pouvez vérifier que vous remplissez les conditions.",
      "The next one is not announced yet. Meanwhile, you can check whether you meet the conditions.",
    ],
  },
  terms: {
    title: (label: string) => [`${label} : conditions pour candidater`, `${label}: terms for applying`],
    lead: [
      "Ce que l’école s’engage à faire, et ce qui est demandé à qui candidate.",
      "What the school commits itself to, and what is asked of those who apply.",
    ],
    rules: ["À lire avant de candidater :", "To be read before applying:"],
    calendar: ["Calendrier", "Calendar"],
    opens: ["Ouverture", "Opening"],
    closes: ["Clôture", "Closing"],
    interviews: ["Entretiens", "Interviews"],
    interviewsOn: (from: string, to: string) => [`du ${from} au ${to}`, `from ${from} to ${to}`],
    interviewsFrom: (from: string) => [`à partir du ${from}`, `from ${from}`],
    interviewsTo: (to: string) => [`jusqu’au ${to}`, `until ${to}`],
    answer: ["Décision de l’école", "Decision of the school"],
    offer: ["Réponse à une offre", "Answering an offer"],
    within: (days: number) => [
      `dans les ${days} ${plural(days, "jour", "jours", "fr")} qui suivent celui de l’offre, ce dernier jour compris`,
      `within ${days} ${plural(days, "day", "days", "en")} after that of the offer, the last one included`,
    ],
    calls: ["Appels de la liste complémentaire", "Calls from the waiting list"],
    callsUntil: (day: string) => [`jusqu’au ${day}`, `until ${day}`],
    decidesBy: (day: string) => [`au plus tard le ${day}`, `by ${day} at the latest`],
    entry: ["Rentrée", "Start of the course"],
    places: ["Places", "Places"],
    placesTitle: ["Places et liste complémentaire", "Places and waiting list"],
    waiting: ["Liste complémentaire", "Waiting list"],
    noWaiting: ["Il n’y en a pas.", "There is none."],
    ranked: (most: number | null) => [
      most === null
        ? "Elle est ordonnée : une place qui se libère va à la première personne de la liste. Elle ne vaut que pour cette rentrée."
        : `Elle est ordonnée, de ${most} ${plural(most, "personne", "personnes", "fr")} au plus : une place qui se libère va à la première de la liste. Elle ne vaut que pour cette rentrée.`,
      most === null
        ? "It is ranked: a place that falls free goes to the first on the list. It holds for this intake alone."
        : `It is ranked, of ${most} ${plural(most, "person", "people", "en")} at most: a place that falls free goes to the first on the list. It holds for this intake alone.`,
    ],
    fees: ["Frais de sélection", "Selection fee"],
    feesCaption: ["Ce qui est demandé à qui candidate", "What is asked of those who apply"],
    fee: ["Ce qui est payé", "What is paid"],
    amount: ["Montant", "Amount"],
    total: ["Total", "Total"],
    noFees: ["Aucun frais n’est demandé.", "No fee is asked."],
    pieces: ["Pièces du dossier", "Pieces of the application"],
    pages: (min: number, max: number) => [`de ${min} à ${max} pages`, `from ${min} to ${max} pages`],
    many: ["plusieurs fichiers possibles", "several files possible"],
    national: ["pièce que demande le référentiel", "asked for by the référentiel"],
    outside: {
      explain: [
        "Un texte plus court ou plus long est accepté, si la personne dit pourquoi.",
        "A text that is shorter or longer is taken, if the person says why.",
      ],
      refuse: ["Un texte plus court ou plus long n’est pas accepté.", "A text that is shorter or longer is not taken."],
    },
    interview: ["Entretien", "Interview"],
    minutes: (count: number) => [`${count} minutes`, `${count} minutes`],
    validity: ["Validité d’une admission", "How long an admission holds"],
    thisIntake: ["Une admission vaut pour cette rentrée seulement.", "An admission holds for this intake alone."],
    months: (count: number) => [
      `Une admission vaut ${count} mois à compter de la décision.`,
      `An admission holds for ${count} ${plural(count, "month", "months", "en")} from the decision.`,
    ],
    appeal: ["Contester une décision", "Contesting a decision"],
    check: ["Vérifier d’abord si je peux candidater", "Check first whether I may apply"],
  },
  needed: {
    always: ["toujours", "always"],
    experience: ["si la voie demande de l’expérience", "if the route asks for experience"],
    abroad: ["pour un diplôme obtenu à l’étranger", "for a diploma obtained abroad"],
    waiver: ["pour une dispense des conditions d’accès", "for a waiver of the entry conditions"],
    relief: ["pour une demande de dispense ou d’allègement", "for a request for a dispense or an allègement"],
    optional: ["facultative", "optional"],
  },
  state: {
    preparing: ["en préparation", "being prepared"],
    announced: ["annoncée", "announced"],
    open: ["ouverte", "open"],
    closed: ["close", "closed"],
  },
  settings: {
    opening: ["ouverture", "opening"],
    closing: ["clôture", "closing"],
    entry: ["nom et rentrée", "name and start of the course"],
    answer: ["réponse", "answer"],
    places: ["places", "places"],
    fees: ["frais", "fees"],
    pieces: ["pièces", "pieces"],
    interview: ["entretien", "interview"],
    validity: ["validité d’une admission", "how long an admission holds"],
    "waiting-list": ["liste complémentaire", "waiting list"],
    appeal: ["contestation", "contesting"],
  },
  unnamed: ["Campagne sans nom", "Intake without a name"],
  list: {
    title: ["Campagnes", "Intakes"],
    lead: [
      "Une campagne dit quand on candidate, pour combien de places, à quel prix, avec quelles pièces. Elle part du référentiel et du règlement d’admission.",
      "An intake says when one applies, for how many places, at what price, with which pieces. It starts from the référentiel and the admission rules.",
    ],
    caption: ["Campagnes de l’école, la plus récente d’abord", "Intakes of the school, the latest first"],
    name: ["Campagne", "Intake"],
    diploma: ["Diplôme", "Diploma"],
    state: ["État", "State"],
    opens: ["Ouverture", "Opening"],
    closes: ["Clôture", "Closing"],
    places: ["Places", "Places"],
    none: ["Il n’y a encore aucune campagne.", "There is no intake yet."],
    noneWhy: [
      "Préparez la première : ce que disent le référentiel et la page de l’école y est déjà, le reste vous est demandé.",
      "Prepare the first: what the référentiel and the school’s page say is in it already, the rest is asked of you.",
    ],
    prepare: ["Préparer une campagne", "Prepare an intake"],
    which: ["Pour quel diplôme ?", "For which diploma?"],
    unset: ["à fixer", "to be set"],
    entry: ["Campagnes", "Intakes"],
    entryWhy: [
      "Dates, places, frais et pièces demandées aux candidats.",
      "Dates, places, fees and the pieces asked of candidates.",
    ],
  },
  show: {
    state: ["État", "State"],
    missing: (count: number) => [
      `${count} ${plural(count, "réglage manque ou ne tient pas", "réglages manquent ou ne tiennent pas", "fr")}`,
      `${count} ${plural(count, "setting is missing or cannot stand", "settings are missing or cannot stand", "en")}`,
    ],
    missingWhy: [
      "La campagne ne peut pas être ouverte avant. Chaque ligne dit qui le demande.",
      "The intake cannot be opened before. Each line says who asks for it.",
    ],
    ready: ["Tout y est : la campagne peut être ouverte.", "All is there: the intake can be opened."],
    edit: ["Modifier les réglages", "Change the settings"],
    preview: ["Voir ce que verront les candidats", "See what candidates will see"],
    open: ["Ouvrir la campagne", "Open the intake"],
    change: ["Modifier la campagne ouverte", "Change the opened intake"],
    next: ["Préparer la suivante à partir de celle-ci", "Prepare the next one from this"],
    nextWhy: [
      "Tous les réglages sont repris. Les dates avancent d’un an et gardent leur jour de la semaine.",
      "Every setting is carried over. Dates move a year on and keep their day of the week.",
    ],
    drop: ["Supprimer ce brouillon", "Delete this draft"],
    dropWhy: [
      "Il sera effacé, avec ses réglages. Les autres campagnes n’en sont pas changées.",
      "It will be erased, with its settings. Other intakes are not changed by it.",
    ],
    dropGo: ["Supprimer définitivement", "Delete for good"],
    changes: ["Ce qui a changé depuis l’ouverture", "What has changed since it was opened"],
    noChanges: ["Rien n’a changé depuis l’ouverture.", "Nothing has changed since it was opened."],
    was: ["avant", "before"],
    is: ["à présent", "now"],
    carried: ["Reprise d’une autre campagne", "Carried over from another intake"],
    law: ["Version du référentiel", "Version of the référentiel"],
    saved: ["Réglages enregistrés.", "Settings saved."],
    opened: ["La campagne est ouverte.", "The intake is open."],
    changed: ["La modification est enregistrée.", "The change is saved."],
    public: ["Page publique de la campagne", "Public page of the intake"],
    clock: ["Horloge du service", "Clock of the service"],
  },
  form: {
    title: ["Réglages de la campagne", "Settings of the intake"],
    name: ["Nom et rentrée", "Name and start of the course"],
    labelFr: ["Nom en français", "Name in French"],
    labelEn: ["Nom en anglais", "Name in English"],
    labelHint: ["Par exemple « Rentrée de septembre 2027 ».", "For instance “September 2027 intake”."],
    entryOn: ["Jour de la rentrée", "Day on which the course begins"],
    dates: ["Calendrier", "Calendar"],
    opens: ["Ouverture", "Opening"],
    closes: ["Clôture", "Closing"],
    closesHint: [
      "La minute de clôture est comprise jusqu’à sa dernière seconde : 23\u00a0h\u00a059 veut dire minuit.",
      "The minute of closing counts to its last second: 23:59 means 23:59:59.",
    ],
    time: ["Heure", "Hour"],
    interviewsFrom: ["Entretiens, premier jour", "Interviews, first day"],
    interviewsTo: ["Entretiens, dernier jour", "Interviews, last day"],
    decidesBy: ["L’école décide au plus tard le", "The school decides at the latest on"],
    answerWithin: ["Délai pour répondre à une offre de place", "Time to answer an offer of a place"],
    days: ["jours", "days"],
    callsUntil: ["Dernier jour d’appel de la liste complémentaire", "Last day of calls from the waiting list"],
    places: ["Nombre de places", "Number of places"],
    placesTitle: ["Places et liste complémentaire", "Places and waiting list"],
    waiting: ["Liste complémentaire", "Waiting list"],
    waitingNone: ["Aucune", "None"],
    waitingRanked: ["Ordonnée", "Ranked"],
    waitingRankedHint: [
      "Une place qui se libère va à la première personne de la liste.",
      "A place that falls free goes to the first on the list.",
    ],
    most: ["Nombre de personnes au plus", "Number of people at most"],
    fees: ["Frais de sélection", "Selection fee"],
    feesHint: [
      "En euros, repris du tarif de l’école. Un montant de 0 n’est pas demandé.",
      "In euros, taken from the school’s prices. An amount of 0 is not asked.",
    ],
    pieces: ["Pièces", "Pieces"],
    national: [
      "Demandées par le référentiel, et donc par toute campagne :",
      "Asked for by the référentiel, and so by every intake:",
    ],
    own: ["Ajoutées par l’école", "Added by the school"],
    ownHint: [
      "Laissez un nom vide pour ne pas demander la pièce.",
      "Leave a name empty so that the piece is not asked.",
    ],
    piece: (at: number) => [`Pièce ${at}`, `Piece ${at}`],
    pieceFr: ["Nom de la pièce, en français", "Name of the piece, in French"],
    pieceEn: ["Nom de la pièce, en anglais", "Name of the piece, in English"],
    pieceNeeded: ["Demandée", "Asked"],
    pieceMany: ["Plusieurs fichiers", "Several files"],
    yes: ["oui", "yes"],
    no: ["non", "no"],
    minPages: ["Pages, au moins", "Pages, at least"],
    maxPages: ["Pages, au plus", "Pages, at most"],
    outside: ["Texte de longueur hors des bornes", "Text whose length is outside the bounds"],
    interview: ["Entretien", "Interview"],
    minutes: ["min", "min"],
    validity: ["Validité d’une admission", "How long an admission holds"],
    validityWhich: ["Une admission vaut", "An admission holds"],
    validityThis: ["pour cette rentrée seulement", "for this intake alone"],
    validityMonths: ["un certain nombre de mois", "for a number of months"],
    months: ["Nombre de mois", "Number of months"],
    appeal: ["Contester une décision", "Contesting a decision"],
    appealFr: ["Texte de la lettre, en français", "Text of the letter, in French"],
    appealEn: ["Le même, en anglais", "The same, in English"],
    appealHint: [
      "À qui écrire, dans quel délai, et ce qui s’ensuit.",
      "Whom to write to, within what time, and what follows.",
    ],
    checked: ["Repris d’une autre campagne : je l’ai vérifié", "Carried over from another intake: I have checked it"],
    toCheck: ["à vérifier", "to be checked"],
    save: ["Enregistrer", "Save"],
    saveAndOpen: ["Enregistrer et voir ce qui manque", "Save and see what is missing"],
    nothing: ["rien", "nothing"],
  },
  faults: {
    day: ["Donnez un jour entier : jour, mois et année.", "Give a whole day: day, month and year."],
    unreal: ["Ce jour n’existe pas dans le calendrier.", "There is no such day in the calendar."],
    time: ["Donnez une heure, par exemple 23:59 ou 9 h 30.", "Give an hour, such as 23:59 or 9:30."],
    places: ["Donnez un nombre entier, de 1 à 10 000.", "Give a whole number, from 1 to 10,000."],
    amount: [
      "Donnez un montant en euros, avec deux décimales au plus.",
      "Give an amount in euros, with at most two decimals.",
    ],
    pages: ["Donnez les deux nombres de pages, entiers, ou aucun.", "Give both numbers of pages, whole, or neither."],
    minutes: ["Donnez un nombre entier de minutes.", "Give a whole number of minutes."],
    answerWithin: ["Donnez un nombre entier de jours, de 1 à 365.", "Give a whole number of days, from 1 to 365."],
    months: ["Donnez un nombre entier de mois, de 1 à 120.", "Give a whole number of months, from 1 to 120."],
    pieceName: ["Donnez le nom de la pièce dans les deux langues.", "Give the name of the piece in both languages."],
    long: ["Ce texte est trop long.", "This text is too long."],
  },
  confirm: {
    title: ["Ouvrir la campagne ?", "Open the intake?"],
    lead: [
      "Voici tout ce que les candidats pourront lire. Une fois la campagne ouverte, seuls pourront encore changer la clôture (pour la repousser), le nombre de places et les jours annoncés ; chaque changement sera motivé et gardé.",
      "Here is all that candidates will be able to read. Once the intake is open, only the closing (to put it off), the number of places and the announced days can still change; each change will have its reason and be kept.",
    ],
    go: ["Ouvrir la campagne", "Open the intake"],
    goLater: (when: string) => [
      `Ouvrir : les candidatures commenceront le ${when}`,
      `Open: applications will begin on ${when}`,
    ],
    not: ["Elle ne peut pas encore être ouverte", "It cannot be opened yet"],
    fix: ["Compléter les réglages", "Complete the settings"],
    stale: [
      "Quelqu’un a modifié les réglages entre-temps : voici ceux d’à présent. Relisez-les avant d’ouvrir.",
      "Someone changed the settings in between: these are the present ones. Read them before you open.",
    ],
  },
  change: {
    title: ["Modifier la campagne ouverte", "Change the opened intake"],
    lead: [
      "Des candidats comptent sur ce qui a été annoncé : du temps peut être ajouté, jamais retiré. Chaque changement est gardé avec son motif.",
      "Candidates count on what was announced: time can be added, never taken away. Each change is kept with its reason.",
    ],
    reason: ["Motif", "Reason"],
    reasonHint: ["Les candidats pourront le lire.", "Candidates can read it."],
    go: ["Enregistrer la modification", "Save the change"],
    putOff: ["Si la clôture est repoussée", "If the closing is put off"],
    unsent: (count: number) => [
      `${sayCounted(count, "fr")} ${plural(count, "personne qui n’a pas encore déposé recevra un courriel, ou une lettre à remettre", "personnes qui n’ont pas encore déposé recevront un courriel, ou une lettre à remettre", "fr")}.`,
      `${sayCounted(count, "en")} ${plural(count, "person who has not submitted yet receives a mail, or a letter to be handed over", "people who have not submitted yet receive a mail, or a letter to be handed over", "en")}.`,
    ],
    late: (count: number) => [
      `${count} ${plural(count, "dossier est arrivé", "dossiers sont arrivés", "fr")} après la clôture. Ceux qui étaient déposés avant la nouvelle seront tenus pour déposés à temps, et leurs auteurs recevront un courriel, ou une lettre à remettre.`,
      `${count} ${plural(count, "application came", "applications came", "en")} after the closing. Those submitted before the new one are taken as in time, and their authors receive a mail, or a letter to be handed over.`,
    ],
    unpaid: (count: number) => [
      count === 1
        ? "Pour 1 dossier, les frais de sélection sont dus à la clôture et pas encore payés : ils seront dus à la nouvelle clôture, et la personne recevra un courriel, ou une lettre à remettre."
        : `Pour ${sayCounted(count, "fr")} dossiers, les frais de sélection sont dus à la clôture et pas encore payés : ils seront dus à la nouvelle clôture, et les personnes recevront un courriel, ou une lettre à remettre.`,
      `The selection fee of ${sayCounted(count, "en")} ${plural(count, "application", "applications", "en")} is due at the closing and not paid yet: it will be due at the new closing, and whoever owes it receives a mail, or a letter to be handed over.`,
    ],
    lateOne: (number: string, moment: string) => [
      `${number}, déposé le ${moment}`,
      `${number}, submitted on ${moment}`,
    ],
  },
});

export type IntakeWords = typeof WORDS.fr;

export function intakeWords(lang: Lang): IntakeWords {
  return WORDS[lang];
}

/** « en préparation »; « annoncée » if opened but not accepting yet. */
export function sayState(
  { state, opensAt }: { readonly state: IntakeState; readonly opensAt: Date | null },
  now: Date,
  lang: Lang,
): string {
  const words = WORDS[lang].state;
  return state === "open" && opensAt !== null && opensAt > now ? words.announced : words[state];
}

export function sayNeeded(piece: Pick<IntakePiece, "needed">, lang: Lang): string {
  return WORDS[lang].needed[piece.needed];
}

export function saySetting(setting: Setting, lang: Lang): string {
  return WORDS[lang].settings[setting];
}

export function nameOfIntake(label: Label, lang: Lang): string {
  return label[lang] || label.fr || label.en || WORDS[lang].unnamed;
}
