/** The words of the API’s description, and of the page that shows it. */
import { byKey, inBoth } from "../kit/in-both.ts";

export const openApiWords = inBoth({
  about: [
    "Tout ce que font les pages, un programme le fait ici : actes et vues de l’établissement, envoi de fichiers. Il entre par un jeton que son titulaire crée dans son compte (« Authorization: Bearer »). Un acte renvoyé avec le même « Idempotency-Key » n’est fait qu’une fois et reçoit la même réponse. Un refus est un « application/problem+json » : son code dit pourquoi, dans la langue de l’adresse, « issues » dit où. Une longue liste se lit page par page : la vue dit s’il y en a d’autres. Et des décisions pures : des faits entrent, une réponse motivée sort, avec l’article de chaque condition. Les mêmes réponses sont données par les pages, les courriers et la ligne de commande. Rien de ce qui est envoyé à une décision n’est conservé.",
    "Whatever the pages do, a program does here: acts and views of the school, files to send. It enters with a token that its holder makes in their account (“Authorization: Bearer”). An act sent again with the same “Idempotency-Key” is done once and gets the same answer. A refusal is an “application/problem+json”: its code says why, in the language of the address, “issues” says where. A long list is read page by page: the view says whether there is more. And pure decisions: facts in, a reasoned answer out, with the article of each condition. Pages, letters and the command line give the same answers. Nothing that is sent to a decision is kept.",
  ],
  decision: [
    "Un objet entre, une réponse sort. Les noms (voies, titres, unités, domaines, financeurs) sont ceux du référentiel chargé.",
    "One object in, one answer out. Names (ways in, titles, units, domains, funders) are those of the référentiel that is loaded.",
  ],
  plan: [
    "Une journée entre, un plan sort : le plus de personnes placées, puis la fin la plus tôt, puis le moins d’attente. Jusqu’à 12 personnes, il est prouvé qu’il n’y en a pas de meilleur, et qui n’est pas placé apprend pourquoi ; au-delà, la recherche s’arrête après 10 secondes et « best » le dit. Rien n’est conservé.",
    "A day in, a plan out: the most people placed, then the earliest end, then the least waiting. Up to 12 people it is proven that there is no better one, and whoever is not placed is told why; above, the search stops after 10 seconds and “best” says so. Nothing is kept.",
  ],
  planned: ["Le plan.", "The plan."],
  answered: [
    "La réponse, et les fichiers de la loi dont elle vient.",
    "The answer, and the files of the law it comes from.",
  ],
  done: ["C’est fait, ou c’était déjà fait par la même tentative.", "Done, or already done by the same attempt."],
  tags: {
    decisions: ["Ce que la loi répond.", "What the law answers."],
    acts: ["Ce qui s’enregistre, avec sa trace.", "What is recorded, with its trace."],
    views: ["Ce qui se lit.", "What can be read."],
  },
  secret: [
    "Le code ou le secret que son titulaire a reçu, qui n’ouvre qu’une chose.",
    "The code or secret that its holder was given, which opens one thing.",
  ],
  needsSecret: [
    "Le titulaire montre le code ou le secret qu’il a reçu.",
    "The holder shows the code or secret they were given.",
  ],
  token: [
    "Un jeton personnel, créé dans son compte sous « Jetons pour programmes » : il permet ce que son propriétaire peut, ou la part qu’il en a choisie, dans une école, jusqu’à sa fin.",
    "A personal token, made in one’s account under “Tokens for programs”: it allows what its owner may do, or the part of it that they chose, in one school, until its end.",
  ],
  needsToken: (holders: string) => [`Avec un jeton personnel : ${holders}.`, `With a personal token: ${holders}.`],
  everybody: ["toute personne qui a un compte", "whoever has an account"],
  binds: [
    "Cet acte engage la personne et ne se fait que sur les pages : un jeton y reçoit un refus motivé.",
    "This act binds the person and is done on the pages alone: a token is refused here, with the reason.",
  ],
  lacks: ["Le nom de ce qu’il faudrait que le jeton permette.", "The name of what the token would have to allow."],
  lang: [
    "Langue des phrases ; à défaut, l’en-tête Accept-Language, puis le français.",
    "Language of the sentences; by default the Accept-Language header, then French.",
  ],
  school: ["L’école.", "The school."],
  file: {
    summary: ["Envoyer un fichier", "Send a file"],
    description: [
      "Les octets d’un fichier (PDF, JPEG, PNG ou HEIC, 20 Mo au plus). La réponse donne l’identifiant que demande un acte comme addFile ; ce que rien ne joint est effacé après un jour. Avec un jeton personnel qui permet d’agir.",
      "The bytes of one file (PDF, JPEG, PNG or HEIC, 20 MB at most). The answer gives the id that an act such as addFile asks for; what nothing attaches is erased after a day. With a personal token that allows acting.",
    ],
    name: [
      "Le nom du fichier, s’il n’est pas dans un formulaire : attachment; filename*=UTF-8''….",
      "The name of the file, where it is not in a form: attachment; filename*=UTF-8''….",
    ],
    wants: [
      "Autre chose qu’un fichier dans un formulaire (multipart/form-data) ou que ses octets (application/octet-stream).",
      "Something other than one file in a form (multipart/form-data), or its bytes (application/octet-stream).",
    ],
  },
  attempt: [
    "Un identifiant de la tentative (UUID) : le même donne deux fois la même issue.",
    "An identifier of the attempt (UUID): the same one gives the same outcome twice.",
  ],
  problem: ["Un problème, comme l’écrit la RFC 9457.", "A problem, as RFC 9457 writes it."],
  problems: byKey({
    401: [
      "Sans jeton, ou avec un jeton inconnu, arrivé à son terme ou retiré.",
      "Without a token, or with one that is unknown, past its end or taken back.",
    ],
    403: ["Vous n’y avez pas droit, ou cela n’existe plus.", "You may not, or it is no longer there."],
    404: ["Rien à cette adresse.", "Nothing at this address."],
    409: [
      "La règle ne le permet pas, ou quelqu’un a enregistré entre-temps.",
      "The rule does not allow it, or someone saved in between.",
    ],
    413: ["Plus de 1 Mio.", "Over 1 MiB."],
    415: ["Autre chose que application/json.", "Something other than application/json."],
    422: [
      "Les données ne sont pas celles attendues : le code dit pourquoi, « issues » dit où.",
      "The data are not those expected: the code says why, “issues” says where.",
    ],
    429: ["Trop de demandes en peu de temps.", "Too many requests in a short time."],
    503: [
      "Trop de demandes attendent en ce moment : réessayez plus tard.",
      "Too many requests are waiting at this moment: try again later.",
    ],
  }),
  asked: ["demandé pour déposer le dossier", "asked for to hand the application in"],
  dependsOn: ["demandé selon les autres réponses", "asked for according to the other answers"],
  optional: ["facultatif", "optional"],
  pieceKey: [
    "La « key » d’une pièce de la campagne (« pieces » de seeOpenIntakes ou d’openDossier).",
    "The “key” of a piece of the intake (“pieces” of seeOpenIntakes or openDossier).",
  ],
  decimals: (n: number) => [`au plus ${n} décimales, jamais arrondi`, `at most ${n} decimals, never rounded`],
  day: ["jour réel, de 1900-01-01 à 2199-12-31", "real day, from 1900-01-01 to 2199-12-31"],
  country: ["pays en deux lettres (ISO 3166-1), ou XK", "country in two letters (ISO 3166-1), or XK"],
  title: ["Interface de programmation", "Programming interface"],
  json: ["La même description en OpenAPI 3.1", "The same description in OpenAPI 3.1"],
  other: ["English", "Français"],
  contents: ["Opérations", "Operations"],
  request: ["Ce qu’on envoie", "What you send"],
  answer: ["Ce qu’on reçoit", "What you receive"],
  exampleAnswer: ["Réponse à cet exemple", "Answer to this example"],
  tryIt: ["À essayer", "To try it"],
  responses: ["Quand la réponse n’est pas celle attendue", "When the answer is not the expected one"],
  status: ["Code", "Code"],
  meaning: ["Sens", "Meaning"],
  required: ["obligatoire", "required"],
  nothing: ["n’importe quelle valeur JSON", "any JSON value"],
  oneOf: ["l’une de ces formes :", "one of these shapes:"],
  listOf: ["liste :", "list:"],
  mapOf: ["objet dont chaque valeur est", "object each of whose values is"],
  known: ["parmi", "among"],
  names: ["noms", "names"],
  types: byKey({
    string: ["texte", "text"],
    number: ["nombre", "number"],
    integer: ["nombre entier", "whole number"],
    boolean: ["vrai ou faux", "true or false"],
    object: ["objet", "object"],
    array: ["liste", "list"],
    null: ["rien (null)", "nothing (null)"],
  }),
  bounds: byKey({
    minimum: ["au moins", "at least"],
    maximum: ["au plus", "at most"],
    exclusiveMinimum: ["plus de", "more than"],
    multipleOf: ["multiple de", "multiple of"],
    minLength: ["longueur minimale", "minimum length"],
    maxLength: ["longueur maximale", "maximum length"],
    minItems: ["nombre, au moins", "count, at least"],
    maxItems: ["nombre, au plus", "count, at most"],
    minProperties: ["clés, au moins", "keys, at least"],
    pattern: ["de la forme", "of the form"],
    format: ["format", "format"],
  }),
});

export type OpenApiWords = typeof openApiWords.fr;
