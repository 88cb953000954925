/** The words of the pages about the site itself: help, accessibility, legal notice, site map. */
import type { Lang } from "../../kit/lang.ts";

const fr = {
  help: {
    title: "Aide",
    lead: "Ce que ce service fait, ce qu’il ne fait pas, et à qui s’adresser.",
    questions: [
      {
        question: "Que vaut la réponse ?",
        answer: [
          "Elle applique la règle nationale et les choix de l’école à ce que vous avez saisi, et cite l’article de chaque condition. Elle n’est pas une décision : l’école vérifie vos pièces, puis décide.",
          "Là où le texte se tait, se contredit ou n’a pas été vérifié, la réponse le dit au lieu de trancher.",
        ],
      },
      {
        question: "Faut-il un compte ?",
        answer: [
          "Non. Tant que vous remplissez les questions, vos réponses restent attachées à ce navigateur. Si vous choisissez de conserver un résultat, vous recevez un code : lui seul le rouvre.",
        ],
      },
      {
        question: "J’ai perdu mon code",
        answer: [
          "Personne ne peut le retrouver : nous n’en gardons qu’une empreinte. Refaites les questions ; le résultat conservé s’effacera de lui-même à sa date.",
        ],
      },
      {
        question: "Mon niveau est écrit en chiffres romains",
        answer: [
          "Les niveaux ont changé de nom en 2019. Le service comprend les deux écritures, et la page « La règle » donne leur correspondance.",
        ],
      },
      {
        question: "Mon diplôme vient d’un autre pays",
        answer: [
          "Saisissez-le avec son pays. Selon la voie, il est jugé sur une attestation de niveau ou par une décision motivée de l’école ; la réponse dit ce qu’il faut demander.",
        ],
      },
      {
        question: "Sans souris, sans script, sur un petit écran",
        answer: ["Tout fonctionne au clavier, sans JavaScript, à partir de 320 pixels de large, et s’imprime."],
      },
    ],
    contact: "Écrire à l’école",
  },
  accessibility: {
    title: "Accessibilité : non conforme",
    lead: (school: string) =>
      `${school} veut que ce service soit utilisable par tous. Cette page dit où il en est, sans rien promettre qui n’ait été mesuré.`,
    state: "État de conformité",
    stateText:
      "Ce service est non conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2) : aucun audit n’a encore été réalisé. Ne pas être audité suffit à ne pas pouvoir se dire conforme.",
    tested: "Ce qui est vérifié à chaque modification",
    tests: [
      "Chaque page, dans chacun de ses états, est examinée par un outil automatique (axe) et par deux validateurs de HTML.",
      "Chaque page tient à 320 pixels de large, et garde tout son texte quand le lecteur écarte les lettres et les lignes.",
      "Chaque parcours est joué au clavier seul, et sans JavaScript ; on vérifie où va le focus et ce qui est annoncé.",
      "Les contrastes du thème de l’école sont calculés : un thème illisible empêche le service de démarrer.",
      "Les documents PDF sont balisés, et ont un équivalent en HTML.",
    ],
    testsLimit:
      "Un outil automatique ne voit qu’une partie des défauts : ces vérifications ne remplacent ni un audit, ni l’essai par des personnes concernées.",
    missing: "Ce qui manque",
    missingItems: [
      "Un audit par une personne indépendante.",
      "Un schéma pluriannuel et un plan d’action.",
      "Des essais avec des utilisateurs de lecteurs d’écran.",
    ],
    signal: "Signaler un défaut",
    signalText:
      "Si quelque chose vous empêche d’obtenir une réponse, écrivez à l’école : elle vous la donne par un autre moyen.",
    appeal: "Si l’école ne répond pas",
    appealText:
      "Vous pouvez saisir gratuitement le Défenseur des droits, par son site ou par courrier : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.",
    appealLink: "Saisir le Défenseur des droits",
  },
  legal: {
    title: "Mentions légales",
    lead: "Ce qui n’a pas été communiqué est dit manquant, plutôt que deviné.",
    publisher: "Éditeur",
    missing: "non communiqué",
    rows: {
      name: "Nom",
      address: "Adresse",
      form: "Forme juridique et numéro SIRET",
      activity: "Numéro de déclaration d’activité d’organisme de formation",
      director: "Directeur de la publication",
      host: "Hébergeur",
      contact: "Téléphone et adresse électronique",
    },
    data: "Données personnelles",
    dataText: (hours: number, days: number) => [
      `Les réponses que vous saisissez sont gardées ${hours} heures après votre dernier passage, pour que revenir en arrière ne perde rien ; puis elles sont effacées.`,
      `Un résultat que vous choisissez de conserver l’est ${days} jours, sous un code que vous seul avez. Vous pouvez l’effacer à tout moment avec ce code. Une fois effacé, il ne reste que la trace, sans son contenu, qu’il a existé.`,
      "Rien n’est transmis à un tiers, et aucun nom n’est demandé. Les journaux techniques ne contiennent pas ce que vous saisissez.",
    ],
    controller: (school: string) =>
      `${school} est responsable de ce traitement. Le contact de son délégué à la protection des données n’a pas été communiqué : écrivez à son adresse. Vous pouvez aussi saisir la CNIL.`,
    cookies: "Témoins (cookies)",
    cookiesText:
      "Des témoins sont posés seulement quand vous remplissez un formulaire ou que vous vous connectez : ils protègent l’envoi du formulaire, retrouvent vos réponses en cours, tiennent votre session, et reconnaissent un navigateur où vous vous êtes déjà connecté, pour que personne ne vous empêche d’y demander un code. Aucune mesure d’audience, aucune publicité.",
    credits: "Logiciel, caractères, licences",
    creditsText:
      "Le service est le logiciel libre Livret, sous licence EUPL 1.2. Les caractères sont Atkinson Hyperlegible Next (Braille Institute), sous licence SIL Open Font 1.1 ; des composants viennent de Designsystemet, sous licence MIT.",
    official: "Ce service n’est pas un site de l’État. Le diplôme est délivré par l’État ; l’école y prépare.",
  },
  map: {
    title: "Plan du site",
    lead: "Toutes les pages, dans l’ordre où l’on en a besoin.",
    school: "L’école",
    diploma: (name: string) => `Le ${name}`,
    site: "Le site",
    machines: "Pour les programmes",
    api: "Interface de programmation",
    openapi: "Sa description OpenAPI",
  },
};

export type SiteWords = typeof fr;

const en: SiteWords = {
  help: {
    title: "Help",
    lead: "What this service does, what it does not, and whom to ask.",
    questions: [
      {
        question: "What is the answer worth?",
        answer: [
          "It applies the national rule and the school’s choices to what you typed, and cites the article of each condition. It is not a decision: the school checks your papers, then decides.",
          "Where the text is silent, contradicts itself or was not verified, the answer says so instead of settling it.",
        ],
      },
      {
        question: "Do I need an account?",
        answer: [
          "No. While you answer the questions, your answers stay tied to this browser. If you choose to keep a result, you are given a code: only that code opens it again.",
        ],
      },
      {
        question: "I have lost my code",
        answer: [
          "Nobody can find it: we only hold a fingerprint of it. Answer the questions again; the kept result will erase itself on its day.",
        ],
      },
      {
        question: "My level is written in Roman numerals",
        answer: [
          "Levels changed names in 2019. The service understands both, and the page “The rule” shows how they correspond.",
        ],
      },
      {
        question: "My diploma comes from another country",
        answer: [
          "Enter it with its country. Depending on the way in, it is judged on an attestation of level or by a reasoned decision of the school; the answer says what to ask for.",
        ],
      },
      {
        question: "Without a mouse, without scripts, on a small screen",
        answer: ["Everything works by keyboard, without JavaScript, from 320 pixels wide, and can be printed."],
      },
    ],
    contact: "Write to the school",
  },
  accessibility: {
    title: "Accessibility: not conforming",
    lead: (school) =>
      `${school} wants everyone to be able to use this service. This page says where it stands, and promises nothing that was not measured.`,
    state: "State of conformity",
    stateText:
      "This service does not conform to the French accessibility standard (RGAA 4.1.2): no audit has been made yet. Not being audited is enough not to be able to claim conformity.",
    tested: "What is checked at each change",
    tests: [
      "Each page, in each of its states, is examined by an automatic tool (axe) and by two HTML validators.",
      "Each page fits 320 pixels, and keeps all its text when the reader spaces out letters and lines.",
      "Each journey is walked by keyboard alone, and without JavaScript; where focus goes and what is announced are checked.",
      "The contrasts of the school’s theme are computed: a theme that cannot be read keeps the service from starting.",
      "PDF documents are tagged, and have a twin in HTML.",
    ],
    testsLimit:
      "An automatic tool sees only some of the faults: these checks replace neither an audit nor a trial by the people concerned.",
    missing: "What is missing",
    missingItems: [
      "An audit by an independent person.",
      "A multi-year scheme and an action plan.",
      "Trials with users of screen readers.",
    ],
    signal: "Report a fault",
    signalText:
      "If something keeps you from getting an answer, write to the school: it will give it to you by another way.",
    appeal: "If the school does not answer",
    appealText:
      "You may turn, free of charge, to the French ombudsman (Défenseur des droits), on its website or by post: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, France.",
    appealLink: "Turn to the Défenseur des droits",
  },
  legal: {
    title: "Legal notice",
    lead: "What was not communicated is said to be missing, rather than guessed.",
    publisher: "Publisher",
    missing: "not communicated",
    rows: {
      name: "Name",
      address: "Address",
      form: "Legal form and SIRET number",
      activity: "Registration number as a training organisation",
      director: "Director of publication",
      host: "Hosting company",
      contact: "Telephone and e-mail",
    },
    data: "Personal data",
    dataText: (hours, days) => [
      `What you type is kept ${hours} hours after your last visit, so that going back loses nothing; then it is erased.`,
      `A result that you choose to keep stays ${days} days, under a code that only you have. You may erase it at any time with that code. Once erased, all that is left is the trace, without its content, that it existed.`,
      "Nothing is passed to anyone else, and no name is asked for. Technical logs do not hold what you type.",
    ],
    controller: (school) =>
      `${school} is responsible for this processing. The contact of its data protection officer was not communicated: write to its address. You may also turn to the French authority, the CNIL.`,
    cookies: "Cookies",
    cookiesText:
      "Cookies are set only when you fill in a form or sign in: they protect the sending of the form, find your answers in progress, hold your session, and know again a browser in which you have signed in, so that nobody can keep you from asking for a code there. No audience measurement, no advertising.",
    credits: "Software, typeface, licences",
    creditsText:
      "The service is the free software Livret, under licence EUPL 1.2. The typeface is Atkinson Hyperlegible Next (Braille Institute), under the SIL Open Font licence 1.1; some components come from Designsystemet, under the MIT licence.",
    official:
      "This service is not a website of the State. The diploma is awarded by the State; the school prepares for it.",
  },
  map: {
    title: "Site map",
    lead: "Every page, in the order in which one needs it.",
    school: "The school",
    diploma: (name) => `The ${name}`,
    site: "The site",
    machines: "For programs",
    api: "Programming interface",
    openapi: "Its OpenAPI description",
  },
};

export const siteWords: Readonly<Record<Lang, SiteWords>> = { fr, en };
