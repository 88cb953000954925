/** The words of the candidate's dossier, French and English together. */
import { inBoth } from "../kit/in-both.ts";
import { type Lang, plural, sayDay, sayMoney, sayNumber, au } from "../kit/lang.ts";
import { type Day, isDay } from "../kit/day.ts";
import { saving } from "../inquiry/saving-words.ts";
import { sayMoment } from "./sentences.ts";

type Owed = { readonly fees: number; readonly payBy: Day };

const size = (bytes: number, lang: Lang) =>
  bytes < 1_000_000
    ? `${sayNumber(Math.max(1, Math.round(bytes / 1000)), lang)} ${lang === "fr" ? "ko" : "kB"}`
    : `${sayNumber(Math.round(bytes / 100_000) / 10, lang)} ${lang === "fr" ? "Mo" : "MB"}`;

const WORDS = inBoth({
  journey: ["Mon dossier de candidature", "My application"],
  entries: {
    one: (number: string) => [`Mon dossier ${number}`, `My application ${number}`],
    states: (state: string) => [`${state}.`, `${state}.`],
    several: ["Mes dossiers de candidature", "My applications"],
    severalWhy: (count: number) => [
      `${count} dossiers, de cette campagne et des précédentes.`,
      `${count} applications, for this intake and earlier ones.`,
    ],
    none: ["Candidater", "Apply"],
    noneWhy: [
      "Commencer un dossier de candidature, ou voir quand ouvrent les prochaines candidatures.",
      "Begin an application, or see when the next intake opens.",
    ],
  },
  start: {
    heading: (diploma: string) => [`Candidater ${au(diploma)}`, `Apply for the ${diploma}`],
    mine: ["Vos dossiers", "Your applications"],
    numbered: (number: string) => [`Dossier ${number}`, `Application ${number}`],
    intake: ["Campagne", "Intake"],
    state: ["Où il en est", "Where it stands"],
    until: ["À déposer jusqu’au", "To be submitted until"],
    closes: ["Clôture des candidatures", "Applications close on"],
    entry: ["Rentrée", "Course begins"],
    places: ["Places", "Places"],
    fee: ["Frais de sélection", "Selection fee"],
    day: (day: string) => [sayDay(day, "fr"), sayDay(day, "en")],
    clock: (moment: string) => [
      `À l’horloge de l’établissement, il est : ${moment}.`,
      `By the school’s clock it is ${moment}.`,
    ],
    go: ["Commencer mon dossier", "Begin my application"],
    resume: ["Reprendre mon dossier", "Resume my application"],
    follow: ["Suivre mon dossier", "Follow my application"],
    signIn: ["Se connecter ou créer un compte", "Sign in or make an account"],
    signInWhy: [
      "Un compte permet de revenir plus tard, depuis un autre appareil, sans rien perdre.",
      "With an account you can come back later, on another device, and lose nothing.",
    ],
    none: ["Les candidatures ne sont pas ouvertes en ce moment.", "No intake takes applications at the moment."],
    noneWhy: (days: number) => [
      `Vous pouvez déjà vérifier si vous remplissez les conditions, et conserver la réponse ${days} jours : rouverte d’ici là, elle commence votre dossier. Passé ce délai, elle est effacée, et les questions seront à refaire.`,
      `You can already check whether you meet the conditions, and keep the answer for ${days} days: reopened by then, it begins your application. After that it is erased, and the questions are to be answered again.`,
    ],
    mayApply: ["Puis-je candidater ?", "May I apply?"],
    needs: ["Ce qu’il vous faudra", "What you will need"],
    needsList: (experience: boolean) => [
      [
        "Vos diplômes et titres, avec l’année où chacun a été obtenu.",
        ...(experience ? ["Vos périodes de travail : dates, temps plein ou partiel."] : []),
        "Votre identité comme elle figure à l’état civil : le diplôme sera établi sur elle.",
        "Les pièces demandées, en PDF ou en photo. Vous pourrez les joindre une par une.",
      ],
      [
        "Your diplomas and titles, with the year each was awarded.",
        ...(experience ? ["Your periods of work: dates, full or part time."] : []),
        "Your identity as the civil register has it: the diploma will be made out to it.",
        "The documents asked for, as PDF or photos. You can add them one by one.",
      ],
    ],
    how: ["Comment cela se passe", "How it goes"],
    howList: [
      [
        "Ce que vous tapez est enregistré au fur et à mesure ; un diplôme ou un emploi que vous ajoutez, quand vous continuez. Rien n’est envoyé tant que vous n’avez pas déposé.",
        "Vous pouvez tout faire en plusieurs fois, dans l’ordre que vous voulez.",
        "Jusqu’à la clôture, un dossier déposé peut être repris, corrigé et déposé à nouveau.",
      ],
      [
        "What you type is saved as you go; a diploma or a job that you add, when you continue. Nothing is sent until you submit.",
        "You can do it in several sittings, in any order.",
        "Until the closing, an application that was submitted can be taken back, corrected and submitted again.",
      ],
    ],
  },
  states: {
    draft: {
      short: ["En cours, pas encore déposé", "In progress, not submitted yet"],
      next: (_day: string) => ["", ""],
    },
    submitted: {
      short: ["Déposé", "Submitted"],
      next: (_day: string) => [
        "L’établissement vérifie votre dossier. S’il manque quelque chose, il vous l’écrit ici et par courriel.",
        "The school is checking your application. If something is missing, it will write to you here and by mail.",
      ],
    },
    late: {
      short: ["Déposé après la clôture", "Submitted after the closing"],
      next: (_day: string) => [
        "Votre dépôt est enregistré. L’établissement vous dira s’il peut en tenir compte.",
        "What you submitted is recorded. The school will tell you whether it can be considered.",
      ],
    },
    complement: {
      short: ["Complément demandé", "Complement asked for"],
      next: (day: string) => [
        `L’établissement vous demande un complément, à donner jusqu’au ${day}.`,
        `The school asks you for a complement, to be given by ${day}.`,
      ],
    },
    declinedOn: (day: string) => [
      `Il a été déposé après la clôture. Décision du ${day}.`,
      `It was submitted after the closing. Decision of ${day}.`,
    ],
    declinedWhy: ["Le motif de l’établissement :", "The school’s reason:"],
    declined: {
      short: ["Déposé après la clôture, non examiné", "Submitted after the closing, not examined"],
      next: (_day: string) => [
        "L’établissement n’examine pas votre dossier dans cette campagne.",
        "The school does not examine your application in this intake.",
      ],
    },
    withdrawn: {
      short: ["Candidature retirée", "Withdrawn"],
      next: (_day: string) => ["Votre candidature ne sera pas examinée.", "Your application will not be examined."],
    },
  },
  statuses: {
    "to-do": ["À compléter", "To be filled in"],
    "in-progress": ["En cours", "In progress"],
    problem: ["Il y a un problème", "There is a problem"],
    done: ["Terminé", "Done"],
  },
  taskNames: {
    identity: ["Votre identité", "Your identity"],
    contact: ["Vos coordonnées", "How to reach you"],
    titles: ["Vos diplômes et titres", "Your diplomas and titles"],
    experience: ["Votre expérience", "Your experience"],
    plan: ["Allègements, cursus et financement", "Relief, track and funding"],
    accommodations: ["Aménagements pour raison de santé ou de handicap", "Arrangements for health or disability"],
  },
  tasks: {
    about: ["Votre dossier", "Your application"],
    pieces: ["Vos pièces", "Your documents"],
    notSent: ["Votre dossier n’est pas encore envoyé.", "Your application has not been sent yet."],
    sendBy: (until: string) => [`Vous pouvez le déposer jusqu’au ${until}.`, `You can submit it until ${until}.`],
    lateNow: (until: string) => [
      `Les candidatures sont closes depuis le ${until}. Vous pouvez encore déposer : le dépôt sera enregistré comme tardif, et l’établissement dira s’il en tient compte.`,
      `Applications closed on ${until}. You can still submit: it will be recorded as late, and the school will say whether it considers it.`,
    ],
    ready: ["Tout est prêt : relisez, puis déposez.", "All is ready: read it again, then submit."],
    left: (count: number) => [
      `Il reste ${count} ${plural(count, "partie", "parties", "fr")} à terminer.`,
      `${count} ${plural(count, "part", "parts", "en")} still to be finished.`,
    ],
    goOn: ["Continuer", "Continue"],
    toSubmit: ["Relire et déposer", "Read again and submit"],
    receipt: (number: string) => [`Récépissé ${number}`, `Receipt ${number}`],
    takeBack: ["Reprendre pour corriger", "Take it back to correct it"],
    takeBackWhy: (until: string) => [
      `Vous pouvez le reprendre et le corriger jusqu’au ${until}. Il faudra alors le déposer à nouveau.`,
      `You can take it back and correct it until ${until}. It must then be submitted again.`,
    ],
    withdraw: ["Retirer ma candidature", "Withdraw my application"],
  },
  mayEnter: {
    soFar: (left: readonly string[]) => [
      `Réponse provisoire : elle ne tient pas encore compte de ce qui reste à dire (${left.join(" ; ")}).`,
      `Answer for now: it does not yet reckon with what is still to be said (${left.join("; ")}).`,
    ],
    why: ["Pourquoi", "Why"],
    change: ["Ce qui changerait la réponse", "What would change the answer"],
    anyway: (fee: string | undefined) => [
      `Rien ne vous empêche de continuer, ni de déposer : l’établissement vérifie les pièces et décide.${fee === undefined ? "" : ` Un dossier déposé doit les frais de sélection (${fee}).`}`,
      `Nothing stops you from going on, or from submitting: the school checks the documents and decides.${fee === undefined ? "" : ` Once submitted, an application owes the selection fee (${fee}).`}`,
    ],
  },
  save: {
    ...saving,
    savedAt: (at: Date, zone: string) => [
      `Enregistré le ${sayMoment(at, zone, "fr")}`,
      `Saved on ${sayMoment(at, zone, "en")}`,
    ],
    closed: ["Cette partie n’est pas ouverte à la modification.", "This part is not open to changes."],
    choose: ["Choisir", "Choose"],
    nothing: ["Non renseigné", "Not given"],
    tooLong: (label: string) => [`${label} : c’est trop long.`, `${label}: this is too long.`],
    communeToChoose: (typed: string) => [
      `« ${typed} » : la commune sera à choisir dans la liste une fois le reste corrigé.`,
      `“${typed}”: the commune is chosen from the list once the rest is mended.`,
    ],
    unlistedPostcode: (postcode: string) => [
      `Vérifiez le code postal ${postcode}, que notre liste n’a pas, et écrivez votre ville.`,
      `Check the postcode ${postcode}, which our list does not have, and write your town.`,
    ],
    notOfPostcode: (city: string, postcode: string, towns: string) => [
      `${city} n’est pas une ville du code postal ${postcode} : c’est celui de ${towns}. Corrigez l’un ou l’autre.`,
      `${city} is no town of the postcode ${postcode}, which is that of ${towns}. Correct one or the other.`,
    ],
    day: (value: string) => [isDay(value) ? sayDay(value, "fr") : value, isDay(value) ? sayDay(value, "en") : value],
  },
  both: {
    heading: ["Cette page a été enregistrée ailleurs entre-temps", "This page was saved elsewhere in the meantime"],
    why: [
      "Rien n’est perdu. Pour chaque réponse qui diffère, choisissez celle à garder.",
      "Nothing is lost. For each answer that differs, choose the one to keep.",
    ],
    mine: (value: string) => [`Ce que vous venez d’écrire : ${value}`, `What you just wrote: ${value}`],
    stored: (value: string) => [`Ce qui est enregistré : ${value}`, `What is saved: ${value}`],
    save: ["Garder ces choix", "Keep these choices"],
  },
  advisor: {
    heading: ["Demandes d’aménagement", "Arrangements asked for"],
    entryWhy: [
      "Qui demande quoi, et ce qui vous est confié à vous seul.",
      "Who asks for what, and what is confided to you alone.",
    ],
    lead: [
      "Les aménagements demandés sont vus de tous ceux qui organisent l’entretien et la formation. Ce qui est confié n’est lu que par vous, et la personne voit que vous l’avez ouvert.",
      "The arrangements asked for are seen by all who organise the interview and the course. What is confided is read by you alone, and the person sees that you opened it.",
    ],
    nobody: [
      "Aucun dossier déposé ne demande d’aménagement.",
      "No application that was handed in asks for an arrangement.",
    ],
    said: ["Un mot pour vous", "A word for you"],
    noName: ["Sans nom", "No name"],
    older: ["Les dossiers plus anciens", "Older applications"],
    alone: [
      "Ne recopiez rien de ce qui est confié hors de cette page : dites aux autres l’aménagement, jamais sa raison.",
      "Copy nothing of what is confided out of this page: tell others the arrangement, never its reason.",
    ],
    asked: ["Aménagements demandés", "Arrangements asked for"],
    confided: ["Ce qui vous est confié", "What is confided to you"],
  },
  counter: {
    routes: ["Ce que vos titres ouvrent", "What your titles open"],
    noRoute: ["Aucune voie n’est ouverte par ces titres à ce jour.", "No route is open by these titles today."],
    noRouteYet: [
      "Un corps ou une dispense, aux pages suivantes, peut en ouvrir une : continuez.",
      "A corps or a waiver, on the next pages, may open one: go on.",
    ],
    routesElsewhere: [
      "Ce que votre dossier ouvre, ou n’ouvre pas, est dit en tête de votre dossier.",
      "What your application opens, or does not, is told at the head of your application.",
    ],
    routesWhy: [
      "D’après ce qui est enregistré. L’établissement vérifie les pièces et décide.",
      "From what is saved. The school checks the documents and decides.",
    ],
    heading: (day: string) => [`Ce qui est compté au ${sayDay(day, "fr")}`, `What is counted on ${sayDay(day, "en")}`],
    atLeast: [
      "Sans tous les jours, nous comptons au moins ce qui est sûr.",
      "Without every day, we count at least what is certain.",
    ],
    noRouteCounts: [
      "Aucune voie ne fait encore compter cette expérience : il faut d’abord un titre ou un corps qui en ouvre une.",
      "No route makes this experience count yet: first it takes a title or a corps that opens one.",
    ],
    count: (counted: string, required: string) => [
      `${counted} sur ${required}, en équivalent temps plein.`,
      `${counted} of ${required}, in full-time equivalent.`,
    ],
    gaps: [
      "Rien n’est déclaré sur plus d’un mois. Si vous avez travaillé, ajoutez la période ; sinon, laissez ainsi :",
      "Nothing is declared for more than a month. If you worked, add the period; if not, leave it so:",
    ],
    overlaps: [
      "Plusieurs emplois à la fois dépassent un temps plein. Ces jours comptent pour un temps plein, pas plus :",
      "Several jobs at once exceed a full time. These days count as one full time, no more:",
    ],
    between: (from: string, to: string) => [
      `du ${sayDay(from, "fr")} au ${sayDay(to, "fr")}`,
      `from ${sayDay(from, "en")} to ${sayDay(to, "en")}`,
    ],
  },
  commune: {
    heading: ["Votre commune de naissance", "Your commune of birth"],
    why: [
      "L’autorité qui délivre le diplôme la reconnaît à son code Insee. Vous n’avez pas à le connaître : il vient avec la commune que vous choisissez.",
      "The authority that awards the diploma knows it by its INSEE code. You need not know it: it comes with the commune you choose.",
    ],
    find: ["Chercher", "Search"],
    which: ["Laquelle est-ce ?", "Which one is it?"],
    more: [
      "Seules les quarante premières sont montrées. Pour les autres, ajoutez le département.",
      "Only the first forty are shown. For the others, add the département.",
    ],
    nothing: ["Aucune commune de ce nom dans la liste", "No commune of that name in the list"],
    near: ["Aucune commune de ce nom. Est-ce l’une de celles-ci ?", "No commune of that name. Is it one of these?"],
    today: (name: string) => [`Ancienne commune, aujourd’hui ${name}.`, `Former commune, today ${name}.`],
    noneOfThese: ["Aucune de celles-ci", "None of these"],
    notListed: ["Elle n’est pas dans la liste", "It is not in the list"],
    choose: [
      "Choisissez la commune, ou dites qu’elle n’est pas dans la liste.",
      "Choose the commune, or say that it is not in the list.",
    ],
    said: (code: string | null) => [
      code === null ? "hors de la liste" : `code Insee ${code}`,
      code === null ? "not in the list" : `INSEE code ${code}`,
    ],
    fields: {
      other: {
        label: ["Nom de la commune, et département ou territoire", "Name of the commune, and département or territory"],
        hint: [
          "Comme sur l’acte de naissance, même si la commune n’existe plus. L’établissement retrouvera son code.",
          "As on the birth certificate, even if the commune no longer exists. The school will find its code.",
        ],
      },
      search: {
        label: ["Nom de la commune", "Name of the commune"],
        hint: [
          "Ajoutez le département si le nom est fréquent : Saint-Denis 93, Saint-Denis Réunion.",
          "Add the département if the name is common: Saint-Denis 93, Saint-Denis Réunion.",
        ],
      },
    },
  },
  sections: {
    identity: {
      heading: ["Votre identité", "Your identity"],
      lead: [
        ["L’État établit le diplôme à ce nom. Écrivez-le comme sur votre acte de naissance."],
        ["The State makes out the diploma to this name. Write it as on your birth certificate."],
      ],
    },
    contact: {
      heading: ["Vos coordonnées", "How to reach you"],
      lead: [
        ["Pour vous écrire et vous appeler au sujet de ce dossier."],
        ["To write to you and call you about this application."],
      ],
    },
    accommodations: {
      heading: ["Aménagements pour raison de santé ou de handicap", "Arrangements for health or disability"],
      lead: [
        ["Vous pouvez demander des aménagements pour l’entretien et la formation."],
        ["You can ask for arrangements for the interview and the course."],
      ],
    },
    "accommodations-said": {
      heading: ["Pour le référent handicap seulement", "For the disability advisor only"],
      lead: [
        [
          "Personne d’autre ne lit cette page : ni le jury, ni les admissions, ni la direction. Rien ne vous oblige à la remplir.",
        ],
        ["Nobody else reads this page: no jury, no admissions, no director. You do not have to fill it in."],
      ],
    },
  },
  submit: {
    heading: ["Relire et déposer", "Read again and submit"],
    lead: [
      "Rien n’est encore envoyé. Relisez, puis déposez en bas de la page.",
      "Nothing has been sent yet. Read it again, then submit at the foot of the page.",
    ],
    change: ["Modifier", "Change"],
    declared: (experience: boolean) => [
      experience ? "Vos diplômes, votre expérience, votre financement" : "Vos diplômes, votre financement",
      experience ? "Your diplomas, your experience, your funding" : "Your diplomas, your funding",
    ],
    pieces: (files: number) => [
      `Vos pièces : ${files} ${plural(files, "fichier", "fichiers", "fr")}`,
      `Your documents: ${files} ${plural(files, "file", "files", "en")}`,
    ],
    noFiles: ["Aucun fichier joint.", "No file added."],
    file: (pages: number | null, bytes: number) => [
      `${pages === null ? "" : `${pages} ${plural(pages, "page", "pages", "fr")}, `}${size(bytes, "fr")}`,
      `${pages === null ? "" : `${pages} ${plural(pages, "page", "pages", "en")}, `}${size(bytes, "en")}`,
    ],
    declarationHeading: ["Votre déclaration", "Your declaration"],
    declaration: [
      "Je certifie que ce que je déclare dans ce dossier est exact et que les pièces jointes sont conformes aux originaux. Je sais qu’une fausse déclaration peut faire annuler mon admission.",
      "I certify that what I declare in this application is true and that the documents are true to the originals. I know that a false declaration may cancel my admission.",
    ],
    agree: ["Je certifie et je dépose", "I certify and submit"],
    notAgreed: ["Cochez la case pour certifier ce que vous déposez.", "Tick the box to certify what you submit."],
    changed: [
      "Le dossier a changé depuis que cette page a été affichée. Relisez-le, puis déposez.",
      "The application has changed since this page was shown. Read it again, then submit.",
    ],
    fees: (amount: string) => [
      `Frais de sélection\u00a0: ${amount}, demandés après le dépôt.`,
      `Selection fee: ${amount}, asked after the submission.`,
    ],
    givenBack: ["Remboursement", "Refund"],
    askFee: [
      "Demandez-le-lui avant de payer, si cela compte pour vous.",
      "Ask it before you pay, if it matters to you.",
    ],
    after: (until: string) => [
      `Après le dépôt, vous pourrez encore le reprendre et le corriger jusqu’au ${until}.`,
      `Once submitted, it can still be taken back and corrected until ${until}.`,
    ],
    unfinished: [
      "Le dossier ne peut pas encore être déposé. Il reste à revoir :",
      "The application cannot be submitted yet. Still to be looked at:",
    ],
    backToTasks: ["Voir ce qui reste à faire", "See what is left to do"],
    submit: ["Déposer mon dossier", "Submit my application"],
  },
  pieces: {
    ready: (ready: number, asked: number) => [
      ready === 0
        ? `Aucune n’est prête, sur ${asked}.`
        : `${ready} sur ${asked} ${plural(ready, "est prête", "sont prêtes", "fr")}.`,
      ready === 0
        ? `None of ${asked} is ready.`
        : `${ready} of ${asked} ${plural(ready, "is ready", "are ready", "en")}.`,
    ],
    what: ["Photo ou PDF, 20\u00a0Mo au plus.", "Photo or PDF, 20\u00a0MB at most."],
    states: {
      "to-do": ["À envoyer", "To be sent"],
      problem: ["À revoir", "To be looked at"],
      done: ["Prête", "Ready"],
    },
    which: ["Que faut-il envoyer ?", "What is to be sent?"],
    outside: (pages: number, min: number, max: number) => [
      `${pages} ${plural(pages, "page", "pages", "fr")} au lieu de ${min} à ${max}.`,
      `${pages} ${plural(pages, "page", "pages", "en")} instead of ${min} to ${max}.`,
    ],
    mend: ["Pour déposer, remplacez le fichier ou dites pourquoi.", "To submit, replace the file or say why."],
    replace: ["Remplacez le fichier pour pouvoir déposer.", "Replace the file to be able to submit."],
    toMend: ["Ouvrir cette pièce", "Open this document"],
    others: (count: number) => [
      plural(count, "Autre pièce, si vous êtes concerné", "Autres pièces, si vous êtes concerné", "fr"),
      plural(count, "Another document, if it concerns you", "Other documents, if they concern you", "en"),
    ],
    goOn: [
      "Ce qui est envoyé reste là. Vous pouvez continuer sans tout avoir.",
      "What is sent stays here. You can go on without having everything.",
    ],
  },
  piece: {
    range: (min: number, max: number) => [`De ${min} à ${max} pages.`, `From ${min} to ${max} pages.`],
    sent: ["Fichiers envoyés", "Files sent"],
    nothing: ["Aucun fichier pour le moment.", "No file for now."],
    add: ["Envoyer un fichier", "Send a file"],
    replace: ["Remplacer le fichier", "Replace the file"],
    choose: ["Choisir un ou plusieurs fichiers", "Choose one or several files"],
    chooseOne: ["Choisir un fichier", "Choose a file"],
    hint: [
      "PDF ou photo (JPEG, PNG, HEIC), 20 Mo au plus par fichier.",
      "PDF or photo (JPEG, PNG, HEIC), 20 MB at most for each file.",
    ],
    send: ["Envoyer", "Send"],
    done: {
      envoi: ["L’envoi est enregistré.", "What you sent is saved."],
      retrait: ["Le fichier est retiré.", "The file is removed."],
      explication: ["L’explication est enregistrée.", "The explanation is saved."],
    },
    none: ["Choisissez d’abord un fichier.", "Choose a file first."],
    remove: ["Retirer", "Take out"],
    more: ["Ajouter un fichier", "Add a file"],
    scans: {
      none: ["Enregistré", "Saved"],
      waiting: ["Enregistré, analyse en cours", "Saved, being scanned"],
      clean: ["Enregistré, analysé", "Saved, scanned"],
      infected: ["Refusé : virus trouvé", "Refused: a virus was found"],
    },
    outside: (pages: number, min: number, max: number) => [
      `Ce texte compte ${pages} ${plural(pages, "page", "pages", "fr")} ; la règle demande de ${min} à ${max} pages. Pour déposer, dites pourquoi ou remplacez-le.`,
      `This text has ${pages} ${plural(pages, "page", "pages", "en")}; the rule asks for ${min} to ${max}. To submit, say why or replace it.`,
    ],
    refused: (pages: number, min: number, max: number) => [
      `Ce texte compte ${pages} ${plural(pages, "page", "pages", "fr")} ; la règle demande de ${min} à ${max} pages, et l’établissement ne le prend pas autrement. Remplacez-le pour pouvoir déposer.`,
      `This text has ${pages} ${plural(pages, "page", "pages", "en")}; the rule asks for ${min} to ${max}, and the school does not take it otherwise. Replace it to be able to submit.`,
    ],
    explain: ["Pourquoi ce nombre de pages ?", "Why this number of pages?"],
    explainHint: [
      "L’établissement lira cette explication avec votre texte.",
      "The school will read this explanation with your text.",
    ],
    keepExplanation: ["Enregistrer l’explication", "Save the explanation"],
    explainedElsewhere: (stored: string) => [
      `Une autre explication a été enregistrée ailleurs entre-temps : « ${stored} ». La vôtre est ci-dessous ; enregistrez-la pour remplacer l’autre.`,
      `Another explanation was saved elsewhere in the meantime: “${stored}”. Yours is below; save it to replace the other.`,
    ],
  },
  receipt: {
    heading: ["Votre dossier est déposé", "Your application is submitted"],
    lateHeading: ["Votre dépôt tardif est enregistré", "Your late application is recorded"],
    number: (number: string) => [`Récépissé ${number}`, `Receipt ${number}`],
    at: (moment: string) => [
      `Déposé le ${moment}, à l’horloge de l’établissement.`,
      `Submitted on ${moment}, by the school’s clock.`,
    ],
    sent: (sent: string) => [
      `Envoyé le ${sent}, à l’horloge de l’établissement.`,
      `Sent on ${sent}, by the school’s clock.`,
    ],
    /** For a submission whose author had to authenticate before it went on. */
    confirmedThen: (confirmed: string) => [
      `Identité confirmée ensuite, le ${confirmed} : c’est l’heure de l’envoi qui compte.`,
      `Identity confirmed afterwards, on ${confirmed}: what counts is when it was sent.`,
    ],
    next: ["La suite", "What comes next"],
    /** `until`: the deadline to take it back. */
    nextSteps: (until: string | undefined, { fees, payBy }: Owed, decidesBy: string | null) => [
      [
        "Un courriel vient de vous être envoyé ; il est aussi dans votre compte.",
        ...(fees > 0
          ? [
              `Les frais de sélection sont de ${sayMoney(fees, "fr")}, à payer avant la fin du ${sayDay(payBy, "fr")}. « Ce que je dois », dans votre compte, dit comment.`,
            ]
          : []),
        until === undefined
          ? "Les candidatures sont closes : le dossier ne peut plus être repris."
          : `Jusqu’au ${until}, vous pouvez reprendre le dossier et le corriger.`,
        "L’établissement vérifie le dossier et vous écrit s’il manque quelque chose.",
        ...(decidesBy === null ? [] : [`Vous aurez une réponse au plus tard le ${sayDay(decidesBy, "fr")}.`]),
      ],
      [
        "A mail was just sent to you; it is in your account too.",
        ...(fees > 0
          ? [
              `The selection fee is ${sayMoney(fees, "en")}, to be paid by the end of ${sayDay(payBy, "en")}. “What I owe”, in your account, says how.`,
            ]
          : []),
        until === undefined
          ? "Applications are closed: yours can no longer be taken back."
          : `Until ${until} you can take the application back and correct it.`,
        "The school checks the application and writes to you if something is missing.",
        ...(decidesBy === null ? [] : [`You will have an answer by ${sayDay(decidesBy, "en")} at the latest.`]),
      ],
    ],
    nextLate: (until: string) => [
      [
        `Les candidatures étaient closes depuis le ${until}.`,
        "L’établissement vous dira s’il peut tenir compte de votre dossier.",
      ],
      [`Applications had closed on ${until}.`, "The school will tell you whether your application can be considered."],
    ],
    pdf: ["Télécharger le récépissé (PDF)", "Download the receipt (PDF)"],
    onward: ["Voir la suite", "See what comes next"],
    files: ["Fichiers déposés", "Files submitted"],
    sealed: [
      "Le récépissé en PDF porte l’empreinte de chaque fichier.",
      "The receipt as a PDF bears the fingerprint of each file.",
    ],
  },
  timeline: {
    heading: ["Ce qui s’est passé", "What happened"],
    submitted: ["Dossier déposé.", "Application submitted."],
    late: ["Dossier déposé après la clôture.", "Application submitted after the closing."],
    receipt: (number: string) => [`Récépissé ${number}`, `Receipt ${number}`],
    kinds: {
      begun: ["Dossier commencé.", "Application begun."],
      "taken-back": ["Dossier repris pour être corrigé.", "Application taken back to be corrected."],
      withdrawn: ["Candidature retirée.", "Application withdrawn."],
      resumed: [
        "Retrait repris : la candidature est là où elle en était.",
        "Withdrawal undone: the application stands where it stood.",
      ],
      "complement-asked": ["Complément demandé par l’établissement.", "Complement asked for by the school."],
      "complement-given": ["Complément donné.", "Complement given."],
      "late-accepted": ["Dépôt tardif accepté par l’établissement.", "Late application accepted by the school."],
      "late-declined": ["Dépôt tardif écarté par l’établissement.", "Late application declined by the school."],
      "contact-changed": ["Coordonnées changées.", "Contact details changed."],
      "identity-asked": ["Correction de l’identité demandée.", "Correction of the identity asked for."],
      "identity-withdrawn": ["Demande de corriger l’identité retirée.", "Request to correct the identity withdrawn."],
      "identity-refused": ["Correction de l’identité refusée.", "Correction of the identity refused."],
      "identity-accepted": ["Identité corrigée d’après une preuve.", "Identity corrected by a proof."],
    },
  },
  notDone: {
    heading: ["Ce n’est pas fait", "This was not done"],
    changed: ["Entre-temps, ce dossier a changé.", "This application has changed in the meantime."],
    back: ["Revenir au dossier", "Back to the application"],
  },
  withdraw: {
    heading: ["Retirer votre candidature ?", "Withdraw your application?"],
    lead: [
      "Elle ne sera pas examinée. Ce dossier restera dans votre compte, pour que vous puissiez le relire.",
      "It will not be examined. It stays in your account, for you to read.",
    ],
    until: (until: string) => [
      `Vous pourrez revenir sur ce retrait jusqu’au ${until}, et plus après.`,
      `You can go back on it until ${until}, and not after.`,
    ],
    forGood: (until: string) => [
      `Les candidatures sont closes depuis le ${until} : ce retrait est définitif, et vous ne pourrez pas revenir dessus.`,
      `Applications closed on ${until}: this withdrawal is final, and you cannot go back on it.`,
    ],
    noFee: [
      "Aucuns frais de sélection ne vous ont été demandés pour ce dossier.",
      "No selection fee was charged for this application.",
    ],
    owed: (amount: number, reference: string) => [
      `Frais de sélection demandés et pas encore payés : ${sayMoney(amount, "fr")}, référence ${reference}. Si vous retirez votre candidature, ils ne vous seront plus demandés, et l’établissement décidera de ce qu’ils deviennent : ils ne sont pas annulés pour autant.`,
      `Selection fee charged and not paid yet: ${sayMoney(amount, "en")}, reference ${reference}. If you withdraw, it is not asked of you any more, and the school decides what becomes of it: it is not cancelled for all that.`,
    ],
    paid: (amount: number) => [
      `Frais de sélection payés : ${sayMoney(amount, "fr")}. Retirer votre candidature ne suffit pas à les faire rembourser.`,
      `Selection fee paid: ${sayMoney(amount, "en")}. Withdrawing does not refund it of itself.`,
    ],
    refunded: (amount: number) => [
      `Frais de sélection rendus : ${sayMoney(amount, "fr")}.`,
      `Selection fee given back: ${sayMoney(amount, "en")}.`,
    ],
    owedAgain: (days: number) => [
      `Les frais de sélection vous ont été rendus. Reprendre votre candidature, c’est les devoir de nouveau${days > 0 ? `, à payer dans les ${days} jours` : ""}.`,
      `The selection fee was given back to you. Going back on the withdrawal, you owe it again${days > 0 ? `, to be paid within ${days} days` : ""}.`,
    ],
    settled: ["Les frais de sélection sont réglés.", "The selection fee is settled."],
    askFee: [
      "Demandez-le à l’établissement avant de décider, si cela compte pour vous.",
      "Ask the school before you decide, if it matters to you.",
    ],
    mayResume: (until: string) => [
      `Vous pouvez revenir sur ce retrait jusqu’au ${until} : votre dossier sera là où il en était.`,
      `You can go back on this withdrawal until ${until}: your application will stand where it stood.`,
    ],
    toResume: ["Ouvrir mon dossier pour la reprendre", "Open my application to resume it"],
    go: ["Reprendre ma candidature", "Resume my application"],
    over: {
      link: ["Fermer ce dossier, pour pouvoir l’effacer", "Close this application, so that it can be erased"],
      heading: ["Fermer ce dossier ?", "Close this application?"],
      lead: [
        "Cette candidature est déjà finie : fermer le dossier n’y change rien. Ensuite, vous pourrez l’effacer.",
        "This candidacy has ended already: closing the application changes nothing of it. You can then erase it.",
      ],
      data: ["Mes données", "My data"],
      confirm: ["Fermer le dossier", "Close the application"],
    },
    confirm: ["Retirer ma candidature", "Withdraw my application"],
    keep: ["Garder ma candidature", "Keep my application"],
    fields: { reason: ["Pourquoi ? L’établissement le lira.", "Why? The school will read it."] },
  },
  takeBack: {
    heading: ["Reprendre votre dossier pour le corriger ?", "Take your application back to correct it?"],
    lead: [
      "Dès que vous le reprenez, il n’est plus déposé : l’établissement ne l’examine plus tant que vous ne l’avez pas déposé à nouveau.",
      "As soon as you take it back, it is no longer submitted: the school does not examine it until you have submitted it again.",
    ],
    until: (until: string) => [
      `Déposez-le à nouveau au plus tard le ${until}. Ensuite, il serait en retard, et l’établissement pourrait ne pas l’examiner.`,
      `Submit it again by ${until}. After that it would be late, and the school might not examine it.`,
    ],
    late: [
      "Il était arrivé en retard. Déposé à nouveau d’ici là, il sera dans les délais.",
      "It came late. Submitted again by then, it will be in time.",
    ],
    turn: [
      "Il attendra alors son tour d’après le jour du nouveau dépôt, et sera relu en entier, même ce que l’établissement avait déjà vu.",
      "It will then wait for its turn from the day on which it is submitted again, and all of it will be read anew, even what the school had already seen.",
    ],
    receipts: ["Vos récépissés restent dans votre compte.", "Your receipts stay in your account."],
    owed: (amount: number, reference: string) => [
      `Les frais de sélection ne sont pas demandés une seconde fois. Ceux qui restent à payer le restent : ${sayMoney(amount, "fr")}, référence ${reference}.`,
      `The selection fee is not charged a second time. What is left to pay is still left to pay: ${sayMoney(amount, "en")}, reference ${reference}.`,
    ],
    paid: (amount: number) => [
      `Les frais de sélection payés (${sayMoney(amount, "fr")}) le restent : ils ne sont pas demandés une seconde fois.`,
      `The selection fee that you paid (${sayMoney(amount, "en")}) stays paid: it is not charged a second time.`,
    ],
    refunded: (amount: number) => [
      `Frais de sélection rendus : ${sayMoney(amount, "fr")}.`,
      `Selection fee given back: ${sayMoney(amount, "en")}.`,
    ],
    settled: [
      "Les frais de sélection sont réglés : ils ne sont pas demandés une seconde fois.",
      "The selection fee is settled: it is not charged a second time.",
    ],
    suspended: [
      "Les frais de sélection ne sont pas demandés une seconde fois.",
      "The selection fee is not charged a second time.",
    ],
    go: ["Reprendre mon dossier", "Take my application back"],
    keep: ["Le laisser déposé", "Leave it submitted"],
  },
});

export type DossierWords = typeof WORDS.fr;

export function dossierWords(lang: Lang): DossierWords {
  return WORDS[lang];
}
