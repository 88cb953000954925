/** The words of the candidate's dossier, French and English together. */
import { type Lang, plural, sayDay, sayMoney, sayNumber, au } from "../kit/lang.ts";
import { isDay } from "../kit/day.ts";
import { savingWords } from "../inquiry/saving-words.ts";
import { sayMoment } from "./sentences.ts";

const size = (bytes: number, lang: Lang) =>
  bytes < 1_000_000
    ? `${sayNumber(Math.max(1, Math.round(bytes / 1000)), lang)} ${lang === "fr" ? "ko" : "kB"}`
    : `${sayNumber(Math.round(bytes / 100_000) / 10, lang)} ${lang === "fr" ? "Mo" : "MB"}`;

const fr = {
  journey: "Mon dossier de candidature",
  entries: {
    one: (number: string) => `Mon dossier ${number}`,
    states: (state: string) => `${state}.`,
    several: "Mes dossiers de candidature",
    severalWhy: (count: number) => `${count} dossiers, de cette campagne et des précédentes.`,
    none: "Candidater",
    noneWhy: "Commencer un dossier de candidature, ou voir quand ouvrent les prochaines candidatures.",
  },
  start: {
    heading: (diploma: string) => `Candidater ${au(diploma)}`,
    mine: "Vos dossiers",
    numbered: (number: string) => `Dossier ${number}`,
    intake: "Campagne",
    state: "Où il en est",
    until: "À déposer jusqu’au",
    closes: "Clôture des candidatures",
    entry: "Rentrée",
    places: "Places",
    fee: "Frais de sélection",
    day: (day: string) => sayDay(day, "fr"),
    clock: (moment: string) => `À l’horloge de l’établissement, il est : ${moment}.`,
    begin: "Commencer mon dossier",
    resume: "Reprendre mon dossier",
    follow: "Suivre mon dossier",
    signIn: "Se connecter ou créer un compte",
    signInWhy: "Un compte permet de revenir plus tard, depuis un autre appareil, sans rien perdre.",
    none: "Les candidatures ne sont pas ouvertes en ce moment.",
    noneWhy: (days: number) =>
      `Vous pouvez déjà vérifier si vous remplissez les conditions, et conserver la réponse ${days} jours : rouverte d’ici là, elle commence votre dossier. Passé ce délai, elle est effacée, et les questions seront à refaire.`,
    mayApply: "Puis-je candidater ?",
    needs: "Ce qu’il vous faudra",
    needsList: (experience: boolean) => [
      "Vos diplômes et titres, avec le jour où chacun a été obtenu.",
      ...(experience ? ["Vos périodes de travail : dates, temps plein ou partiel."] : []),
      "Votre identité comme elle figure à l’état civil : le diplôme sera établi sur elle.",
      "Les pièces demandées, en PDF ou en photo. Vous pourrez les joindre une par une.",
    ],
    how: "Comment cela se passe",
    howList: [
      "Chaque page est enregistrée quand vous continuez. Rien n’est envoyé tant que vous n’avez pas déposé.",
      "Vous pouvez tout faire en plusieurs fois, dans l’ordre que vous voulez.",
      "Jusqu’à la clôture, un dossier déposé peut être repris, corrigé et déposé à nouveau.",
    ],
  },
  states: {
    draft: { short: "En cours, pas encore déposé", next: (_day: string) => "" },
    submitted: {
      short: "Déposé",
      next: (_day: string) =>
        "L’établissement vérifie votre dossier. S’il manque quelque chose, il vous l’écrit ici et par courriel.",
    },
    late: {
      short: "Déposé après la clôture",
      next: (_day: string) => "Votre dépôt est enregistré. L’établissement vous dira s’il peut en tenir compte.",
    },
    complement: {
      short: "Complément demandé",
      next: (day: string) => `L’établissement vous demande un complément, à donner jusqu’au ${day}.`,
    },
    declinedWhy: "Le motif de l’établissement :",
    declined: {
      short: "Déposé après la clôture, non examiné",
      next: (_day: string) => "L’établissement n’examine pas votre dossier dans cette campagne.",
    },
    withdrawn: { short: "Candidature retirée", next: (_day: string) => "Votre candidature ne sera pas examinée." },
  },
  statuses: { "to-do": "À compléter", "in-progress": "En cours", problem: "Il y a un problème", done: "Terminé" },
  taskNames: {
    identity: "Votre identité",
    contact: "Vos coordonnées",
    titles: "Vos diplômes et titres",
    experience: "Votre expérience",
    plan: "Allègements, cursus et financement",
    accommodations: "Aménagements pour raison de santé ou de handicap",
  },
  tasks: {
    about: "Votre dossier",
    pieces: "Vos pièces",
    optional: " (si vous êtes concerné)",
    asked: {
      "of-choice": "Facultatif",
      "not-of-you": "Pas demandé pour vous",
      "not-yet-known": "Selon vos réponses",
    },
    notSent: "Votre dossier n’est pas encore envoyé.",
    sendBy: (until: string) => `Vous pouvez le déposer jusqu’au ${until}.`,
    lateNow: (until: string) =>
      `Les candidatures sont closes depuis le ${until}. Vous pouvez encore déposer : le dépôt sera enregistré comme tardif, et l’établissement dira s’il en tient compte.`,
    ready: "Tout est prêt : relisez, puis déposez.",
    left: (count: number) => `Il reste ${count} ${plural(count, "partie", "parties", "fr")} à terminer.`,
    goOn: "Continuer",
    toSubmit: "Relire et déposer",
    receipt: (number: string) => `Récépissé ${number}`,
    takeBack: "Reprendre pour corriger",
    takeBackWhy: (until: string) =>
      `Vous pouvez le reprendre et le corriger jusqu’au ${until}. Il faudra alors le déposer à nouveau.`,
    withdraw: "Retirer ma candidature",
  },
  mayEnter: {
    soFar: (left: readonly string[]) =>
      `Réponse provisoire : elle ne tient pas encore compte de ce qui reste à dire (${left.join(" ; ")}).`,
    why: "Pourquoi",
    change: "Ce qui changerait la réponse",
    anyway: (fee: string | undefined) =>
      `Rien ne vous empêche de continuer, ni de déposer : l’établissement vérifie les pièces et décide.${fee === undefined ? "" : ` Un dossier déposé doit les frais de sélection (${fee}).`}`,
  },
  save: {
    ...savingWords("fr"),
    savedAt: (at: Date, zone: string) => `Enregistré le ${sayMoment(at, zone, "fr")}`,
    closed: "Cette partie n’est pas ouverte à la modification.",
    choose: "Choisir",
    nothing: "Non renseigné",
    tooLong: (label: string) => `${label} : c’est trop long.`,
    day: (value: string) => (isDay(value) ? sayDay(value, "fr") : value),
  },
  both: {
    heading: "Cette page a été enregistrée ailleurs entre-temps",
    why: "Rien n’est perdu. Pour chaque réponse qui diffère, choisissez celle à garder.",
    mine: (value: string) => `Ce que vous venez d’écrire : ${value}`,
    stored: (value: string) => `Ce qui est enregistré : ${value}`,
    save: "Garder ces choix",
  },
  advisor: {
    heading: "Demandes d’aménagement",
    entryWhy: "Qui demande quoi, et ce qui vous est confié à vous seul.",
    lead: "Les aménagements demandés sont vus de tous ceux qui organisent l’entretien et la formation. Ce qui est confié n’est lu que par vous, et la personne voit que vous l’avez ouvert.",
    nobody: "Aucun dossier déposé ne demande d’aménagement.",
    said: "Un mot pour vous",
    noName: "Sans nom",
    older: "Les dossiers plus anciens",
    alone:
      "Ne recopiez rien de ce qui est confié hors de cette page : dites aux autres l’aménagement, jamais sa raison.",
    asked: "Aménagements demandés",
    confided: "Ce qui vous est confié",
  },
  counter: {
    routes: "Ce que vos titres ouvrent",
    noRoute: "Aucune voie n’est ouverte par ces titres à ce jour.",
    noRouteYet: "Un corps ou une dispense, aux pages suivantes, peut en ouvrir une : continuez.",
    routesElsewhere: "Ce que votre dossier ouvre, ou n’ouvre pas, est dit en tête de votre dossier.",
    routesWhy: "D’après ce qui est enregistré. L’établissement vérifie les pièces et décide.",
    heading: (day: string) => `Ce qui est compté au ${sayDay(day, "fr")}`,
    noRouteCounts:
      "Aucune voie ne fait encore compter cette expérience : il faut d’abord un titre ou un corps qui en ouvre une.",
    count: (counted: string, required: string) => `${counted} sur ${required}, en équivalent temps plein.`,
    gaps: "Rien n’est déclaré sur plus d’un mois. Si vous avez travaillé, ajoutez la période ; sinon, laissez ainsi :",
    overlaps:
      "Plusieurs emplois à la fois dépassent un temps plein. Ces jours comptent pour un temps plein, pas plus :",
    between: (from: string, to: string) => `du ${sayDay(from, "fr")} au ${sayDay(to, "fr")}`,
  },
  commune: {
    heading: "Votre commune de naissance",
    why: "L’autorité qui délivre le diplôme la reconnaît à son code Insee. Vous n’avez pas à le connaître : il vient avec la commune que vous choisissez.",
    search: "Nom de la commune",
    searchHint: "Ajoutez le département si le nom est fréquent : Saint-Denis 93, Saint-Denis Réunion.",
    find: "Chercher",
    which: "Laquelle est-ce ?",
    more: "Seules les quarante premières sont montrées. Pour les autres, ajoutez le département.",
    nothing: "Aucune commune de ce nom dans la liste",
    today: (name: string) => `Ancienne commune, aujourd’hui ${name}.`,
    noneOfThese: "Aucune de celles-ci",
    notListed: "Elle n’est pas dans la liste",
    other: "Nom de la commune, et département ou territoire",
    otherHint: "Comme sur l’acte de naissance, même si la commune n’existe plus. L’établissement retrouvera son code.",
    otherMissing: "Écrivez le nom de la commune.",
    choose: "Choisissez la commune, ou dites qu’elle n’est pas dans la liste.",
    said: (code: string | null) => (code === null ? "hors de la liste" : `code Insee ${code}`),
  },
  sections: {
    identity: {
      heading: "Votre identité",
      lead: [
        "Le diplôme est établi par l’État. Il faut votre identité exacte, comme sur votre acte de naissance : une lettre de différence, et le diplôme pourrait ne pas vous être reconnu.",
      ],
    },
    contact: { heading: "Vos coordonnées", lead: ["Pour vous écrire et vous appeler au sujet de ce dossier."] },
    accommodations: {
      heading: "Aménagements pour raison de santé ou de handicap",
      lead: [
        "Vous pouvez demander des aménagements pour l’entretien et la formation. Ce que vous cochez ici est vu des personnes qui organisent les épreuves. Ce que vous voulez confier d’autre n’est lu que par le référent handicap : la page suivante est faite pour cela.",
      ],
    },
    "accommodations-said": {
      heading: "Pour le référent handicap seulement",
      lead: [
        "Personne d’autre ne lit cette page : ni le jury, ni les admissions, ni la direction. Rien ne vous oblige à la remplir.",
      ],
    },
  },
  submit: {
    heading: "Relire et déposer",
    lead: "Rien n’est encore envoyé. Relisez, puis déposez en bas de la page.",
    change: "Modifier",
    noFiles: "Aucun fichier joint.",
    file: (pages: number | null, bytes: number) =>
      `${pages === null ? "" : `${pages} ${plural(pages, "page", "pages", "fr")}, `}${size(bytes, "fr")}`,
    declarationHeading: "Votre déclaration",
    declaration:
      "Je certifie que ce que je déclare dans ce dossier est exact et que les pièces jointes sont conformes aux originaux. Je sais qu’une fausse déclaration peut faire annuler mon admission.",
    agree: "Je certifie et je dépose",
    notAgreed: "Cochez la case pour certifier ce que vous déposez.",
    changed: "Le dossier a changé depuis que cette page a été affichée. Relisez-le, puis déposez.",
    after: (until: string) => `Après le dépôt, vous pourrez encore le reprendre et le corriger jusqu’au ${until}.`,
    unfinished: "Certaines parties ne sont pas terminées : le dossier ne peut pas encore être déposé.",
    backToTasks: "Voir ce qui reste à faire",
    submit: "Déposer mon dossier",
  },
  piece: {
    range: (min: number, max: number) => `De ${min} à ${max} pages.`,
    sent: "Fichiers envoyés",
    nothing: "Aucun fichier pour le moment.",
    add: "Envoyer un fichier",
    replace: "Remplacer le fichier",
    choose: "Choisir un ou plusieurs fichiers",
    chooseOne: "Choisir un fichier",
    hint: "PDF ou photo (JPEG, PNG, HEIC), 20 Mo au plus par fichier.",
    send: "Envoyer",
    done: {
      envoi: "L’envoi est enregistré.",
      retrait: "Le fichier est retiré.",
      explication: "L’explication est enregistrée.",
    },
    none: "Choisissez d’abord un fichier.",
    remove: "Retirer",
    back: "Revenir au dossier",
    next: (name: string) => `Pièce suivante : ${name}`,
    scans: {
      none: "Enregistré",
      waiting: "Enregistré, analyse en cours",
      clean: "Enregistré, analysé",
      infected: "Refusé : virus trouvé",
    },
    outside: (pages: number, min: number, max: number) =>
      `Ce texte compte ${pages} ${plural(pages, "page", "pages", "fr")} ; la règle demande de ${min} à ${max} pages. Vous pouvez le déposer tel quel en expliquant pourquoi, ou le remplacer.`,
    refused: (pages: number, min: number, max: number) =>
      `Ce texte compte ${pages} ${plural(pages, "page", "pages", "fr")} ; la règle demande de ${min} à ${max} pages, et l’établissement ne le prend pas autrement. Remplacez-le pour pouvoir déposer.`,
    explain: "Pourquoi ce nombre de pages ?",
    explainHint: "L’établissement lira cette explication avec votre texte.",
    keepExplanation: "Enregistrer l’explication",
    explainedElsewhere: (stored: string) =>
      `Une autre explication a été enregistrée ailleurs entre-temps : « ${stored} ». La vôtre est ci-dessous ; enregistrez-la pour remplacer l’autre.`,
  },
  receipt: {
    heading: "Votre dossier est déposé",
    lateHeading: "Votre dépôt tardif est enregistré",
    number: (number: string) => `Récépissé ${number}`,
    at: (moment: string) => `Déposé le ${moment}, à l’horloge de l’établissement.`,
    sent: (sent: string) => `Envoyé le ${sent}, à l’horloge de l’établissement.`,
    /** Wherever the hour of a submission is said whose author was asked who they are before it went on. */
    confirmedThen: (confirmed: string) =>
      `Identité confirmée ensuite, le ${confirmed} : c’est l’heure de l’envoi qui compte.`,
    next: "La suite",
    /** `until`: while it may still be taken back. */
    nextSteps: (until: string | undefined, fees: number, decidesBy: string | null) => [
      "Un courriel vient de vous être envoyé ; il est aussi dans votre compte.",
      ...(fees > 0
        ? [
            `Les frais de sélection sont de ${sayMoney(fees, "fr")} : « Ce que je dois », dans votre compte, dit comment les payer et avant quel jour.`,
          ]
        : []),
      until === undefined
        ? "Les candidatures sont closes : le dossier ne peut plus être repris."
        : `Jusqu’au ${until}, vous pouvez reprendre le dossier et le corriger.`,
      "L’établissement vérifie le dossier et vous écrit s’il manque quelque chose.",
      ...(decidesBy === null ? [] : [`Vous aurez une réponse au plus tard le ${sayDay(decidesBy, "fr")}.`]),
    ],
    nextLate: (until: string) => [
      `Les candidatures étaient closes depuis le ${until}.`,
      "L’établissement vous dira s’il peut tenir compte de votre dossier.",
    ],
    pdf: "Télécharger le récépissé (PDF)",
    follow: "Suivre mon dossier",
    files: "Fichiers déposés",
    sealed: "Empreinte de ce qui a été déposé :",
  },
  timeline: {
    heading: "Ce qui s’est passé",
    submitted: "Dossier déposé.",
    late: "Dossier déposé après la clôture.",
    receipt: (number: string) => `Récépissé ${number}`,
    kinds: {
      begun: "Dossier commencé.",
      "taken-back": "Dossier repris pour être corrigé.",
      withdrawn: "Candidature retirée.",
      resumed: "Retrait repris : la candidature est là où elle en était.",
      "complement-asked": "Complément demandé par l’établissement.",
      "complement-given": "Complément donné.",
      "late-accepted": "Dépôt tardif accepté par l’établissement.",
      "late-declined": "Dépôt tardif écarté par l’établissement.",
    },
  },
  notDone: {
    heading: "Ce n’est pas fait",
    changed: "Entre-temps, ce dossier a changé.",
    back: "Revenir au dossier",
  },
  withdraw: {
    heading: "Retirer votre candidature ?",
    lead: "Elle ne sera pas examinée. Ce dossier restera dans votre compte, pour que vous puissiez le relire.",
    until: (until: string) => `Vous pourrez revenir sur ce retrait jusqu’au ${until}, et plus après.`,
    forGood: (until: string) =>
      `Les candidatures sont closes depuis le ${until} : ce retrait est définitif, et vous ne pourrez pas revenir dessus.`,
    noFee: "Aucuns frais de sélection ne vous ont été demandés pour ce dossier.",
    owed: (amount: number, reference: string) =>
      `Frais de sélection demandés et pas encore payés : ${sayMoney(amount, "fr")}, référence ${reference}. Si vous retirez votre candidature, ils ne vous seront plus demandés, et l’établissement décidera de ce qu’ils deviennent : ils ne sont pas annulés pour autant.`,
    paid: (amount: number) =>
      `Frais de sélection payés : ${sayMoney(amount, "fr")}. Retirer votre candidature ne suffit pas à les faire rembourser.`,
    settled: "Les frais de sélection sont réglés.",
    askFee: "Demandez-le à l’établissement avant de décider, si cela compte pour vous.",
    mayResume: (until: string) =>
      `Vous pouvez revenir sur ce retrait jusqu’au ${until} : votre dossier sera là où il en était.`,
    resume: "Reprendre ma candidature",
    reason: "Pourquoi ? L’établissement le lira.",
    confirm: "Retirer ma candidature",
    keep: "Garder ma candidature",
  },
  takeBack: {
    heading: "Reprendre votre dossier pour le corriger ?",
    lead: "Dès que vous le reprenez, il n’est plus déposé : l’établissement ne l’examine plus tant que vous ne l’avez pas déposé à nouveau.",
    until: (until: string) =>
      `Déposez-le à nouveau au plus tard le ${until}. Ensuite, il serait en retard, et l’établissement pourrait ne pas l’examiner.`,
    late: "Il était arrivé en retard. Déposé à nouveau d’ici là, il sera dans les délais.",
    turn: "Il attendra alors son tour d’après le jour du nouveau dépôt, et sera relu en entier, même ce que l’établissement avait déjà vu.",
    receipts: "Vos récépissés restent dans votre compte.",
    owed: (amount: number, reference: string) =>
      `Les frais de sélection ne sont pas demandés une seconde fois. Ceux qui restent à payer le restent : ${sayMoney(amount, "fr")}, référence ${reference}.`,
    paid: (amount: number) =>
      `Les frais de sélection payés (${sayMoney(amount, "fr")}) le restent : ils ne sont pas demandés une seconde fois.`,
    settled: "Les frais de sélection sont réglés : ils ne sont pas demandés une seconde fois.",
    suspended: "Les frais de sélection ne sont pas demandés une seconde fois.",
    confirm: "Reprendre mon dossier",
    keep: "Le laisser déposé",
  },
};

export type DossierWords = typeof fr;

const en: DossierWords = {
  journey: "My application",
  entries: {
    one: (number) => `My application ${number}`,
    states: (state) => `${state}.`,
    several: "My applications",
    severalWhy: (count) => `${count} applications, for this intake and earlier ones.`,
    none: "Apply",
    noneWhy: "Begin an application, or see when the next intake opens.",
  },
  start: {
    heading: (diploma) => `Apply for the ${diploma}`,
    mine: "Your applications",
    numbered: (number) => `Application ${number}`,
    intake: "Intake",
    state: "Where it stands",
    until: "To be submitted until",
    closes: "Applications close on",
    entry: "Course begins",
    places: "Places",
    fee: "Selection fee",
    day: (day) => sayDay(day, "en"),
    clock: (moment) => `By the school’s clock it is ${moment}.`,
    begin: "Begin my application",
    resume: "Resume my application",
    follow: "Follow my application",
    signIn: "Sign in or make an account",
    signInWhy: "With an account you can come back later, on another device, and lose nothing.",
    none: "No intake takes applications at the moment.",
    noneWhy: (days) =>
      `You can already check whether you meet the conditions, and keep the answer for ${days} days: reopened by then, it begins your application. After that it is erased, and the questions are to be answered again.`,
    mayApply: "May I apply?",
    needs: "What you will need",
    needsList: (experience) => [
      "Your diplomas and titles, with the day each was awarded.",
      ...(experience ? ["Your periods of work: dates, full or part time."] : []),
      "Your identity as the civil register has it: the diploma will be made out to it.",
      "The documents asked for, as PDF or photos. You can add them one by one.",
    ],
    how: "How it goes",
    howList: [
      "Each page is saved when you continue. Nothing is sent until you submit.",
      "You can do it in several sittings, in any order.",
      "Until the closing, an application that was submitted can be taken back, corrected and submitted again.",
    ],
  },
  states: {
    draft: { short: "In progress, not submitted yet", next: () => "" },
    submitted: {
      short: "Submitted",
      next: () =>
        "The school is checking your application. If something is missing, it will write to you here and by mail.",
    },
    late: {
      short: "Submitted after the closing",
      next: () => "What you submitted is recorded. The school will tell you whether it can be considered.",
    },
    complement: {
      short: "Complement asked for",
      next: (day) => `The school asks you for a complement, to be given by ${day}.`,
    },
    declinedWhy: "The school’s reason:",
    declined: {
      short: "Submitted after the closing, not examined",
      next: () => "The school does not examine your application in this intake.",
    },
    withdrawn: { short: "Withdrawn", next: () => "Your application will not be examined." },
  },
  statuses: { "to-do": "To be filled in", "in-progress": "In progress", problem: "There is a problem", done: "Done" },
  taskNames: {
    identity: "Your identity",
    contact: "How to reach you",
    titles: "Your diplomas and titles",
    experience: "Your experience",
    plan: "Relief, track and funding",
    accommodations: "Arrangements for health or disability",
  },
  tasks: {
    about: "Your application",
    pieces: "Your documents",
    optional: " (if it concerns you)",
    asked: { "of-choice": "Optional", "not-of-you": "Not asked of you", "not-yet-known": "Depends on your answers" },
    notSent: "Your application has not been sent yet.",
    sendBy: (until) => `You can submit it until ${until}.`,
    lateNow: (until) =>
      `Applications closed on ${until}. You can still submit: it will be recorded as late, and the school will say whether it considers it.`,
    ready: "All is ready: read it again, then submit.",
    left: (count) => `${count} ${plural(count, "part", "parts", "en")} still to be finished.`,
    goOn: "Continue",
    toSubmit: "Read again and submit",
    receipt: (number) => `Receipt ${number}`,
    takeBack: "Take it back to correct it",
    takeBackWhy: (until) => `You can take it back and correct it until ${until}. It must then be submitted again.`,
    withdraw: "Withdraw my application",
  },
  mayEnter: {
    soFar: (left) => `Answer for now: it does not yet reckon with what is still to be said (${left.join("; ")}).`,
    why: "Why",
    change: "What would change the answer",
    anyway: (fee) =>
      `Nothing stops you from going on, or from submitting: the school checks the documents and decides.${fee === undefined ? "" : ` Once submitted, an application owes the selection fee (${fee}).`}`,
  },
  save: {
    ...savingWords("en"),
    savedAt: (at, zone) => `Saved on ${sayMoment(at, zone, "en")}`,
    closed: "This part is not open to changes.",
    choose: "Choose",
    nothing: "Not given",
    tooLong: (label) => `${label}: this is too long.`,
    day: (value) => (isDay(value) ? sayDay(value, "en") : value),
  },
  both: {
    heading: "This page was saved elsewhere in the meantime",
    why: "Nothing is lost. For each answer that differs, choose the one to keep.",
    mine: (value) => `What you just wrote: ${value}`,
    stored: (value) => `What is saved: ${value}`,
    save: "Keep these choices",
  },
  advisor: {
    heading: "Arrangements asked for",
    entryWhy: "Who asks for what, and what is confided to you alone.",
    lead: "The arrangements asked for are seen by all who organise the interview and the course. What is confided is read by you alone, and the person sees that you opened it.",
    nobody: "No application that was handed in asks for an arrangement.",
    said: "A word for you",
    noName: "No name",
    older: "Older applications",
    alone: "Copy nothing of what is confided out of this page: tell others the arrangement, never its reason.",
    asked: "Arrangements asked for",
    confided: "What is confided to you",
  },
  counter: {
    routes: "What your titles open",
    noRoute: "No route is open by these titles today.",
    noRouteYet: "A corps or a waiver, on the next pages, may open one: go on.",
    routesElsewhere: "What your application opens, or does not, is told at the head of your application.",
    routesWhy: "From what is saved. The school checks the documents and decides.",
    heading: (day) => `What is counted on ${sayDay(day, "en")}`,
    noRouteCounts: "No route makes this experience count yet: first it takes a title or a corps that opens one.",
    count: (counted, required) => `${counted} of ${required}, in full-time equivalent.`,
    gaps: "Nothing is declared for more than a month. If you worked, add the period; if not, leave it so:",
    overlaps: "Several jobs at once exceed a full time. These days count as one full time, no more:",
    between: (from, to) => `from ${sayDay(from, "en")} to ${sayDay(to, "en")}`,
  },
  commune: {
    heading: "Your commune of birth",
    why: "The authority that awards the diploma knows it by its INSEE code. You need not know it: it comes with the commune you choose.",
    search: "Name of the commune",
    searchHint: "Add the département if the name is common: Saint-Denis 93, Saint-Denis Réunion.",
    find: "Search",
    which: "Which one is it?",
    more: "Only the first forty are shown. For the others, add the département.",
    nothing: "No commune of that name in the list",
    today: (name) => `Former commune, today ${name}.`,
    noneOfThese: "None of these",
    notListed: "It is not in the list",
    other: "Name of the commune, and département or territory",
    otherHint: "As on the birth certificate, even if the commune no longer exists. The school will find its code.",
    otherMissing: "Write the name of the commune.",
    choose: "Choose the commune, or say that it is not in the list.",
    said: (code) => (code === null ? "not in the list" : `INSEE code ${code}`),
  },
  sections: {
    identity: {
      heading: "Your identity",
      lead: [
        "The diploma is made out by the State. It takes your exact identity, as on your birth certificate: one letter amiss, and the diploma might not be recognised as yours.",
      ],
    },
    contact: { heading: "How to reach you", lead: ["To write to you and call you about this application."] },
    accommodations: {
      heading: "Arrangements for health or disability",
      lead: [
        "You can ask for arrangements for the interview and the course. What you tick here is seen by those who organise the tests. Anything else you wish to confide is read by the disability advisor alone: the next page is for that.",
      ],
    },
    "accommodations-said": {
      heading: "For the disability advisor only",
      lead: ["Nobody else reads this page: no jury, no admissions, no director. You do not have to fill it in."],
    },
  },
  submit: {
    heading: "Read again and submit",
    lead: "Nothing has been sent yet. Read it again, then submit at the foot of the page.",
    change: "Change",
    noFiles: "No file added.",
    file: (pages, bytes) =>
      `${pages === null ? "" : `${pages} ${plural(pages, "page", "pages", "en")}, `}${size(bytes, "en")}`,
    declarationHeading: "Your declaration",
    declaration:
      "I certify that what I declare in this application is true and that the documents are true to the originals. I know that a false declaration may cancel my admission.",
    agree: "I certify and submit",
    notAgreed: "Tick the box to certify what you submit.",
    changed: "The application has changed since this page was shown. Read it again, then submit.",
    after: (until) => `Once submitted, it can still be taken back and corrected until ${until}.`,
    unfinished: "Some parts are not finished: the application cannot be submitted yet.",
    backToTasks: "See what is left to do",
    submit: "Submit my application",
  },
  piece: {
    range: (min, max) => `From ${min} to ${max} pages.`,
    sent: "Files sent",
    nothing: "No file for now.",
    add: "Send a file",
    replace: "Replace the file",
    choose: "Choose one or several files",
    chooseOne: "Choose a file",
    hint: "PDF or photo (JPEG, PNG, HEIC), 20 MB at most for each file.",
    send: "Send",
    done: {
      envoi: "What you sent is saved.",
      retrait: "The file is removed.",
      explication: "The explanation is saved.",
    },
    none: "Choose a file first.",
    remove: "Take out",
    back: "Back to the application",
    next: (name) => `Next document: ${name}`,
    scans: {
      none: "Saved",
      waiting: "Saved, being scanned",
      clean: "Saved, scanned",
      infected: "Refused: a virus was found",
    },
    outside: (pages, min, max) =>
      `This text has ${pages} ${plural(pages, "page", "pages", "en")}; the rule asks for ${min} to ${max}. You can submit it as it is and explain why, or replace it.`,
    refused: (pages, min, max) =>
      `This text has ${pages} ${plural(pages, "page", "pages", "en")}; the rule asks for ${min} to ${max}, and the school does not take it otherwise. Replace it to be able to submit.`,
    explain: "Why this number of pages?",
    explainHint: "The school will read this explanation with your text.",
    keepExplanation: "Save the explanation",
    explainedElsewhere: (stored) =>
      `Another explanation was saved elsewhere in the meantime: “${stored}”. Yours is below; save it to replace the other.`,
  },
  receipt: {
    heading: "Your application is submitted",
    lateHeading: "Your late application is recorded",
    number: (number) => `Receipt ${number}`,
    at: (moment) => `Submitted on ${moment}, by the school’s clock.`,
    sent: (sent) => `Sent on ${sent}, by the school’s clock.`,
    confirmedThen: (confirmed) => `Identity confirmed afterwards, on ${confirmed}: what counts is when it was sent.`,
    next: "What comes next",
    nextSteps: (until, fees, decidesBy) => [
      "A mail was just sent to you; it is in your account too.",
      ...(fees > 0
        ? [
            `The selection fee is ${sayMoney(fees, "en")}: “What I owe”, in your account, says how to pay it and by which day.`,
          ]
        : []),
      until === undefined
        ? "Applications are closed: yours can no longer be taken back."
        : `Until ${until} you can take the application back and correct it.`,
      "The school checks the application and writes to you if something is missing.",
      ...(decidesBy === null ? [] : [`You will have an answer by ${sayDay(decidesBy, "en")} at the latest.`]),
    ],
    nextLate: (until) => [
      `Applications had closed on ${until}.`,
      "The school will tell you whether your application can be considered.",
    ],
    pdf: "Download the receipt (PDF)",
    follow: "Follow my application",
    files: "Files submitted",
    sealed: "Fingerprint of what was submitted:",
  },
  timeline: {
    heading: "What happened",
    submitted: "Application submitted.",
    late: "Application submitted after the closing.",
    receipt: (number) => `Receipt ${number}`,
    kinds: {
      begun: "Application begun.",
      "taken-back": "Application taken back to be corrected.",
      withdrawn: "Application withdrawn.",
      resumed: "Withdrawal undone: the application stands where it stood.",
      "complement-asked": "Complement asked for by the school.",
      "complement-given": "Complement given.",
      "late-accepted": "Late application accepted by the school.",
      "late-declined": "Late application declined by the school.",
    },
  },
  notDone: {
    heading: "This was not done",
    changed: "This application has changed in the meantime.",
    back: "Back to the application",
  },
  withdraw: {
    heading: "Withdraw your application?",
    lead: "It will not be examined. It stays in your account, for you to read.",
    until: (until) => `You can go back on it until ${until}, and not after.`,
    forGood: (until) => `Applications closed on ${until}: this withdrawal is final, and you cannot go back on it.`,
    noFee: "No selection fee was charged for this application.",
    owed: (amount, reference) =>
      `Selection fee charged and not paid yet: ${sayMoney(amount, "en")}, reference ${reference}. If you withdraw, it is not asked of you any more, and the school decides what becomes of it: it is not cancelled for all that.`,
    paid: (amount) => `Selection fee paid: ${sayMoney(amount, "en")}. Withdrawing does not refund it of itself.`,
    settled: "The selection fee is settled.",
    askFee: "Ask the school before you decide, if it matters to you.",
    mayResume: (until) =>
      `You can go back on this withdrawal until ${until}: your application will stand where it stood.`,
    resume: "Resume my application",
    reason: "Why? The school will read it.",
    confirm: "Withdraw my application",
    keep: "Keep my application",
  },
  takeBack: {
    heading: "Take your application back to correct it?",
    lead: "As soon as you take it back, it is no longer submitted: the school does not examine it until you have submitted it again.",
    until: (until) => `Submit it again by ${until}. After that it would be late, and the school might not examine it.`,
    late: "It came late. Submitted again by then, it will be in time.",
    turn: "It will then wait for its turn from the day on which it is submitted again, and all of it will be read anew, even what the school had already seen.",
    receipts: "Your receipts stay in your account.",
    owed: (amount, reference) =>
      `The selection fee is not charged a second time. What is left to pay is still left to pay: ${sayMoney(amount, "en")}, reference ${reference}.`,
    paid: (amount) =>
      `The selection fee that you paid (${sayMoney(amount, "en")}) stays paid: it is not charged a second time.`,
    settled: "The selection fee is settled: it is not charged a second time.",
    suspended: "The selection fee is not charged a second time.",
    confirm: "Take my application back",
    keep: "Leave it submitted",
  },
};

const WORDS: Readonly<Record<Lang, DossierWords>> = { fr, en };

export function dossierWords(lang: Lang): DossierWords {
  return WORDS[lang];
}
