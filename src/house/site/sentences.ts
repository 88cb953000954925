/** The words of the pages about the site itself: help, accessibility, legal notice, site map. */
import { inBoth } from "../../kit/in-both.ts";
import { capital } from "../../kit/typography.ts";
import { le } from "../../kit/lang.ts";

/** A frequent question; some only where the school asks for a selection fee, or the law still has former levels. */
type Question = { readonly where?: "fee" | "levels"; readonly question: string; readonly answer: readonly string[] };
const asked = (questions: readonly Question[]) => questions;

export const siteWords = inBoth({
  help: {
    title: ["Aide", "Help"],
    lead: ["Les questions qu’on nous pose, et à qui s’adresser.", "The questions people ask, and whom to turn to."],
    stations: ["Étape par étape", "Step by step"],
    others: ["Pour qui travaille avec l’école, ou paie", "For those who work with the school, or pay"],
    contents: ["Les questions", "The questions"],
    questions: [
      asked([
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
            "Pas pour savoir si vous pouvez candidater, ni pour voir votre parcours et son prix : tant que vous remplissez les questions, vos réponses restent attachées à ce navigateur. Si vous choisissez de conserver un résultat, vous recevez un code : lui seul le rouvre.",
            "Oui pour candidater : une adresse électronique, confirmée par un code. Un mot de passe se choisit plus tard, si vous en voulez un. Vos réponses aux questions deviennent le début de votre dossier.",
          ],
        },
        {
          question: "Puis-je m’arrêter et reprendre mon dossier plus tard ?",
          answer: [
            "Oui, autant de fois qu’il le faut et depuis un autre appareil. Ce que vous tapez est enregistré au fur et à mesure, même incomplet ou faux, et la page le dit ; si l’enregistrement échoue, elle le dit aussi. Connectez-vous : votre dossier est dans votre compte.",
          ],
        },
        {
          question: "Mon dossier est enregistré : est-il déposé ?",
          answer: [
            "Non. Déposer est un acte à part, à la fin de la liste des tâches : vous relisez, vous certifiez, vous déposez. Vous recevez alors un récépissé numéroté, avec l’heure et la liste de vos fichiers. Sans récépissé, rien n’est déposé.",
            "Jusqu’à la clôture, vous pouvez reprendre le dossier déposé, le corriger et le déposer à nouveau. Chaque récépissé reste.",
          ],
        },
        {
          question: "Quels fichiers puis-je joindre ?",
          answer: [
            "Des PDF, ou des photos prises avec un téléphone (JPEG, PNG, HEIC), plusieurs par pièce si besoin, de 20 Mo au plus chacun. Un fichier refusé n’emporte pas les autres, et la page dit ce qui ne va pas : illisible, vide, protégé par un mot de passe.",
          ],
        },
        {
          question: "Que se passe-t-il à la clôture ?",
          answer: [
            "L’heure qui compte est celle du serveur, affichée dans votre dossier. Après elle, un dossier commencé peut encore être déposé : il est enregistré et reçoit un récépissé, marqué comme tardif, et l’école décide si elle le prend.",
          ],
        },
        {
          question: "Quelque chose bloque le soir de la clôture",
          answer: [
            "Déposez ce que vous avez dès que la page le permet, même après l’heure : la tentative est enregistrée. Puis écrivez à l’école, en disant à quelle heure et ce que la page affichait : par « Écrire à l’établissement » dans votre dossier, ou par les contacts au bas de cette page.",
          ],
        },
        {
          where: "fee",
          question: "Comment payer les frais de sélection ?",
          answer: [
            "Ils sont demandés quand le dossier est déposé. « Ce que je dois », dans votre compte, dit combien, avant quel jour et comment : par virement ou par chèque avec la référence indiquée, et en ligne si l’école le propose. Chaque paiement reçu donne un reçu.",
          ],
        },
        {
          question: "J’ai perdu mon mot de passe, ou mon adresse",
          answer: [
            "Pour le mot de passe, demandez un code sur la page de connexion : il arrive à votre adresse et permet d’en choisir un autre. Si vous n’avez plus accès à cette adresse, écrivez à l’école, qui vérifie qui vous êtes avant de la changer.",
          ],
        },
        {
          question: "J’ai besoin d’un aménagement (santé, handicap)",
          answer: [
            "Dites-le dans votre dossier. Ce que vous confiez de votre situation n’est lu que par le référent handicap ; les autres ne voient que ce qu’il faut prévoir (du temps, une salle, un interprète). Cela ne compte pas dans la sélection.",
          ],
        },
        {
          question: "Je ne peux pas candidater en ligne",
          answer: [
            "L’école peut saisir votre dossier d’après ce que vous remettez sur papier ou dites au téléphone. Vous le relisez et le confirmez ensuite.",
          ],
        },
        {
          question: "L’école m’invite à un entretien, une épreuve ou un jury",
          answer: [
            "Ouvrez le lien de son courriel et demandez un code : vous n’avez pas besoin de compte. La liste en haut de cette page dit ensuite quoi faire, étape par étape.",
          ],
        },
        {
          question: "J’ai perdu le code d’un résultat conservé",
          answer: [
            "Personne ne peut le retrouver : il n’est enregistré nulle part en clair. Répondez de nouveau aux questions, cela prend cinq minutes ; l’ancien résultat s’effacera de lui-même.",
          ],
        },
        {
          where: "levels",
          question: "Mon niveau est écrit en chiffres romains",
          answer: [
            "Les niveaux ont changé de nom en 2019. Le service comprend les deux écritures, et la page « La règle » donne leur correspondance.",
          ],
        },
        {
          question: "Mon diplôme vient d’un autre pays",
          answer: [
            "Déclarez-le avec son pays dans « Puis-je candidater ? ». Pour beaucoup de diplômes il faut une attestation de niveau ; pour d’autres, c’est l’école qui décide. La réponse dit ce qu’il faut demander, et, sous « Les pièces à préparer », à qui.",
          ],
        },
        {
          question: "Sur un téléphone, au clavier, sans JavaScript",
          answer: [
            "Tout fonctionne sur un téléphone, au clavier, sans JavaScript, et s’imprime. Rien n’est à installer.",
          ],
        },
      ]),
      asked([
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
            "Not to learn whether you may apply, nor to see your path and its price: while you answer the questions, your answers stay tied to this browser. If you choose to keep a result, you are given a code: only that code opens it again.",
            "You do to apply: a mail address, confirmed by a code. A password is chosen later, if you want one. Your answers to the questions become the beginning of your application.",
          ],
        },
        {
          question: "Can I stop, and go on with my application later?",
          answer: [
            "Yes, as often as you need and from another device. What you type is saved as you go, incomplete or wrong as it may be, and the page says so; if saving fails, it says that too. Sign in: your application is in your account.",
          ],
        },
        {
          question: "My application is saved: is it submitted?",
          answer: [
            "No. Submitting is an act of its own, at the end of the list of tasks: you read it again, certify it, and submit it. You then receive a numbered receipt, with the time and the list of your files. Without a receipt nothing is submitted.",
            "Until the closing you may take the application back, correct it and submit it again. Each receipt remains.",
          ],
        },
        {
          question: "Which files can I send?",
          answer: [
            "PDFs, or photographs taken with a telephone (JPEG, PNG, HEIC), several for a document where needed, 20 MB at most each. A file that is refused takes no other with it, and the page says what is wrong: unreadable, empty, locked by a password.",
          ],
        },
        {
          question: "What happens at the closing?",
          answer: [
            "The hour that counts is the server’s, shown in your application. After it, an application that was begun may still be submitted: it is recorded and has a receipt, marked as late, and the school decides whether to take it.",
          ],
        },
        {
          question: "Something does not work on the evening of the closing",
          answer: [
            "Submit what you have as soon as the page lets you, even after the hour: the attempt is recorded. Then write to the school, saying at what time and what the page showed: by “Write to the school” in your application, or by the contacts at the foot of this page.",
          ],
        },
        {
          where: "fee",
          question: "How do I pay the selection fee?",
          answer: [
            "It is asked for when the application is submitted. “What I owe”, in your account, says how much, by which day and how: by transfer or cheque with the reference shown, and online where the school offers it. Each payment received has a receipt.",
          ],
        },
        {
          question: "I have lost my password, or my address",
          answer: [
            "For the password, ask for a code on the page where you sign in: it comes to your address and lets you choose another. If you no longer have that address, write to the school, which checks who you are before changing it.",
          ],
        },
        {
          question: "I need an arrangement (health, disability)",
          answer: [
            "Say so in your application. What you confide of your situation is read by the disability advisor alone; everybody else sees only what is to be arranged (time, a room, an interpreter). It does not count in the selection.",
          ],
        },
        {
          question: "I cannot apply online",
          answer: [
            "The school can enter your application from what you hand in on paper or say by telephone. You then read it and confirm it.",
          ],
        },
        {
          question: "The school invites me to an interview, an exam or a jury",
          answer: [
            "Open the link in its mail and ask for a code: you need no account. The list at the top of this page then says what to do, step by step.",
          ],
        },
        {
          question: "I have lost the code of a kept result",
          answer: [
            "Nobody can find it: it is recorded nowhere in clear. Answer the questions again, which takes five minutes; the former result erases itself.",
          ],
        },
        {
          where: "levels",
          question: "My level is written in Roman numerals",
          answer: [
            "Levels changed names in 2019. The service understands both, and the page “The rule” shows how they correspond.",
          ],
        },
        {
          question: "My diploma comes from another country",
          answer: [
            "Enter it with its country in “May I apply?”. Many diplomas need an attestation of level; for others the school decides. The answer says what to ask for and, under “Documents to prepare”, whom to ask.",
          ],
        },
        {
          question: "On a telephone, by keyboard, without JavaScript",
          answer: [
            "Everything works on a telephone, by keyboard, without JavaScript, and can be printed. There is nothing to install.",
          ],
        },
      ]),
    ],
    contact: ["Écrire à l’école", "Write to the school"],
  },
  accessibility: {
    title: ["Accessibilité : non conforme", "Accessibility: not conforming"],
    lead: (school: string) => [
      `${school} veut que ce service soit utilisable par tous. Cette page dit où il en est, sans rien promettre qui n’ait été mesuré.`,
      `${school} wants everyone to be able to use this service. This page says where it stands, and promises nothing that was not measured.`,
    ],
    state: ["État de conformité", "State of conformity"],
    stateText: [
      "Ce service est non conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2) : aucun audit n’a encore été réalisé. Ne pas être audité suffit à ne pas pouvoir se dire conforme.",
      "This service does not conform to the French accessibility standard (RGAA 4.1.2): no audit has been made yet. Not being audited is enough not to be able to claim conformity.",
    ],
    tested: ["Ce qui est vérifié à chaque modification", "What is checked at each change"],
    tests: [
      [
        "Chaque page, dans chacun de ses états, est examinée par un outil automatique (axe) et par deux validateurs de HTML.",
        "Chaque page tient à 320 pixels de large, et garde tout son texte quand le lecteur écarte les lettres et les lignes.",
        "Chaque parcours est joué au clavier seul, et sans JavaScript ; on vérifie quel endroit de la page est actif, et ce qui est annoncé à un lecteur d’écran.",
        "Les contrastes du thème de l’école sont calculés : un thème illisible empêche le service de démarrer.",
        "Les documents PDF sont balisés, et ont un équivalent en HTML.",
      ],
      [
        "Each page, in each of its states, is examined by an automatic tool (axe) and by two HTML validators.",
        "Each page fits 320 pixels, and keeps all its text when the reader spaces out letters and lines.",
        "Each journey is walked by keyboard alone, and without JavaScript; which part of the page is active, and what is announced to a screen reader, are checked.",
        "The contrasts of the school’s theme are computed: a theme that cannot be read keeps the service from starting.",
        "PDF documents are tagged, and have a twin in HTML.",
      ],
    ],
    testsLimit: [
      "Un outil automatique ne voit qu’une partie des défauts : ces vérifications ne remplacent ni un audit, ni l’essai par des personnes concernées.",
      "An automatic tool sees only some of the faults: these checks replace neither an audit nor a trial by the people concerned.",
    ],
    missing: ["Ce qui manque", "What is missing"],
    missingItems: [
      [
        "Un audit par une personne indépendante.",
        "Un schéma pluriannuel et un plan d’action.",
        "Des essais avec des utilisateurs de lecteurs d’écran.",
      ],
      [
        "An audit by an independent person.",
        "A multi-year scheme and an action plan.",
        "Trials with users of screen readers.",
      ],
    ],
    signal: ["Signaler un défaut", "Report a fault"],
    signalText: [
      "Si quelque chose vous empêche d’obtenir une réponse, écrivez à l’école : elle vous la donne par un autre moyen.",
      "If something keeps you from getting an answer, write to the school: it will give it to you by another way.",
    ],
    appeal: ["Si l’école ne répond pas", "If the school does not answer"],
    appealText: [
      "Vous pouvez saisir gratuitement le Défenseur des droits, par son site ou par courrier : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.",
      "You may turn, free of charge, to the French ombudsman (Défenseur des droits), on its website or by post: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, France.",
    ],
    appealLink: ["Saisir le Défenseur des droits", "Turn to the Défenseur des droits"],
  },
  legal: {
    title: ["Mentions légales", "Legal notice"],
    lead: [
      "Ce qui n’a pas été communiqué est dit manquant, plutôt que deviné.",
      "What was not communicated is said to be missing, rather than guessed.",
    ],
    publisher: ["Éditeur", "Publisher"],
    missing: ["non communiqué", "not communicated"],
    rows: {
      name: ["Nom", "Name"],
      address: ["Adresse", "Address"],
      form: ["Forme juridique et numéro SIRET", "Legal form and SIRET number"],
      activity: [
        "Numéro de déclaration d’activité d’organisme de formation",
        "Registration number as a training organisation",
      ],
      director: ["Directeur de la publication", "Director of publication"],
      host: ["Hébergeur", "Hosting company"],
      contact: ["Téléphone et adresse électronique", "Telephone and e-mail"],
    },
    asked: ["Les questions, sans compte", "The questions, without an account"],
    askedText: (hours: number, days: number) => [
      [
        "« Puis-je candidater ? » et « Mes heures et mon prix » ne demandent ni nom, ni adresse, ni employeur.",
        `Les réponses que vous saisissez sont gardées ${hours} heures après votre dernier passage, pour que revenir en arrière ne perde rien ; puis elles sont effacées.`,
        `Un résultat que vous choisissez de conserver l’est ${days} jours, sous un code que vous seul avez. Vous pouvez l’effacer à tout moment avec ce code. Une fois effacé, il ne reste que la trace, sans son contenu, qu’il a existé.`,
        "Ni l’école ni personne d’autre ne les reçoit.",
      ],
      [
        "“May I apply?” and “My hours and my price” ask for no name, no address and no employer.",
        `What you type is kept ${hours} hours after your last visit, so that going back loses nothing; then it is erased.`,
        `A result that you choose to keep stays ${days} days, under a code that only you have. You may erase it at any time with that code. Once erased, all that is left is the trace, without its content, that it existed.`,
        "Neither the school nor anybody else receives them.",
      ],
    ],
    account: ["Le compte et le dossier", "The account and the application"],
    accountFacts: [
      [
        [
          "Ce qui est gardé",
          "De votre compte : votre nom, votre adresse électronique, une empreinte de votre mot de passe, vos connexions et nos courriels. De votre dossier : ce que vous y déclarez (identité, coordonnées, titres, expérience, demandes, financement), les pièces jointes, nos messages, les récépissés, les paiements.",
        ],
        [
          "Pourquoi",
          "Pour examiner votre candidature, vous écrire, percevoir les frais et prouver ce qui a été déposé et décidé. Sans ces données, une candidature ne peut pas être examinée.",
        ],
        [
          "Qui le voit",
          "Les personnes de l’école qui vérifient les dossiers, reçoivent les paiements ou organisent les entretiens, et celles qu’elle y invite, chacune pour sa part. Ce que vous confiez au référent handicap n’est lu que par lui. Chaque ouverture de votre dossier est notée, et vous pouvez la lire.",
        ],
        [
          "À qui c’est transmis",
          "À l’autorité de l’État qui délivre le diplôme : la liste des admis et, pour le jury, ce qui permet de vous identifier et de vous évaluer. À un financeur que vous nommez : ce que demande sa prise en charge. Si vous payez en ligne, l’organisme de paiement reçoit le montant et sa référence. L’hébergeur du service garde tout cela pour l’école. À personne d’autre.",
        ],
      ] as readonly (readonly [string, string])[],
      [
        [
          "What is kept",
          "Of your account: your name, your e-mail address, a fingerprint of your password, your sign-ins and our mails. Of your application: what you declare in it (identity, contact, titles, experience, requests, funding), the documents you add, our messages, the receipts, the payments.",
        ],
        [
          "Why",
          "To examine your application, write to you, collect the fees and prove what was submitted and decided. Without these data an application cannot be examined.",
        ],
        [
          "Who sees it",
          "The people of the school who check applications, receive payments or organise interviews, and those it invites for that, each for their part. What you confide to the disability advisor is read by that person alone. Each opening of your application is noted, and you can read it.",
        ],
        [
          "To whom it is passed",
          "To the authority of the State that awards the diploma: the list of those admitted and, for the jury, what identifies you and lets you be assessed. To a funder that you name: what its funding asks for. If you pay online, the payment provider receives the amount and its reference. The hosting company keeps all of it for the school. To nobody else.",
        ],
      ],
    ],
    periods: ["Combien de temps", "For how long"],
    periodsNone: ["L’école n’a fixé aucune durée : écrivez-lui.", "The school has set no period: write to it."],
    rights: ["Vos droits", "Your rights"],
    rightsText: [
      "Dans votre compte, « Mes données » montre ce qui est gardé, qui a ouvert votre dossier, en donne une copie et permet d’en demander l’effacement. Le nom et l’adresse se corrigent dans votre compte ; le dossier se corrige jusqu’à la clôture, puis en écrivant à l’école. Vous pouvez aussi vous opposer à un usage ou en demander la limitation, par écrit.",
      "In your account, “My data” shows what is kept and who opened your application, gives a copy of it and lets you ask for its erasure. Name and address are corrected in your account; the application is corrected until applications close, then by writing to the school. You may also object to a use or ask for it to be limited, in writing.",
    ],
    rightsLink: ["Mes données", "My data"],
    logs: [
      "Les journaux techniques ne contiennent pas ce que vous saisissez.",
      "Technical logs do not hold what you type.",
    ],
    controller: (school: string, officer: string | undefined) => [
      `${school} est responsable de ce traitement. ${officer === undefined ? "Le contact de son délégué à la protection des données n’a pas été communiqué : écrivez à son adresse." : `Son délégué à la protection des données : ${officer}.`} Vous pouvez aussi saisir la CNIL.`,
      `${school} is responsible for this processing. ${officer === undefined ? "The contact of its data protection officer was not communicated: write to its address." : `Its data protection officer: ${officer}.`} You may also turn to the French authority, the CNIL.`,
    ],
    cookies: ["Cookies", "Cookies"],
    cookiesText: [
      "Des cookies sont posés seulement quand vous remplissez un formulaire ou que vous vous connectez : ils protègent l’envoi du formulaire, retrouvent vos réponses en cours, tiennent votre session, et reconnaissent un navigateur où vous vous êtes déjà connecté, pour que personne ne vous empêche d’y demander un code. Un texte commencé et pas encore envoyé reste dans votre navigateur, une semaine au plus ; se déconnecter l’efface. Aucune mesure d’audience, aucune publicité.",
      "Cookies are set only when you fill in a form or sign in: they protect the sending of the form, find your answers in progress, hold your session, and know again a browser in which you have signed in, so that nobody can keep you from asking for a code there. A text begun and not yet sent stays in your browser, for a week at most; signing out deletes it. No audience measurement, no advertising.",
    ],
    credits: ["Logiciel, caractères, licences", "Software, typeface, licences"],
    creditsText: [
      "Le service est le logiciel libre Livret, sous licence EUPL 1.2. Les caractères sont Atkinson Hyperlegible Next (Braille Institute), sous licence SIL Open Font 1.1 ; des composants viennent de Designsystemet, sous licence MIT.",
      "The service is the free software Livret, under licence EUPL 1.2. The typeface is Atkinson Hyperlegible Next (Braille Institute), under the SIL Open Font licence 1.1; some components come from Designsystemet, under the MIT licence.",
    ],
    official: [
      "Ce service n’est pas un site de l’État. Le diplôme est délivré par l’État ; l’école y prépare.",
      "This service is not a website of the State. The diploma is awarded by the State; the school prepares for it.",
    ],
  },
  map: {
    title: ["Plan du site", "Site map"],
    lead: ["Par où entrer, dans l’ordre où l’on en a besoin.", "Where to begin, in the order in which one needs it."],
    school: ["L’école", "The school"],
    diploma: (name: string) => [capital(le(name)), `The ${name}`],
    site: ["Le site", "The site"],
    machines: ["Pour les programmes", "For programs"],
    api: ["Interface de programmation", "Programming interface"],
    openapi: ["Sa description OpenAPI", "Its OpenAPI description"],
  },
});
