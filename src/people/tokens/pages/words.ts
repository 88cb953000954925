/** The words of tokens for programs. */
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";

/** The groups of acts and views to choose from, in this order. */
export const ROOMS = ["dossiers", "intakes", "accounts", "school", "own"] as const;
export type Room = (typeof ROOMS)[number];

const WORDS = inBoth({
  heading: ["Jetons pour programmes", "Tokens for programs"],
  lead: (school: string) => [
    `Un jeton permet à un programme de lire, ou d’agir, en votre nom à ${school}, avec vos droits ou une partie d’entre eux, et sans votre mot de passe.`,
    `A token lets a program read, or act, in your name at ${school}, with your rights or some of them, and without your password.`,
  ],
  careful: [
    "Ne le confiez qu’à un programme dont vous répondez : ce qu’il fait est inscrit comme fait par vous, avec le nom du jeton. Ce qui engage (remettre un dossier, confier un rôle) lui reste fermé. Choisir un nouveau mot de passe retire tous vos jetons.",
    "Entrust it only to a program that you answer for: what it does is recorded as done by you, with the token. What binds (submitting an application, giving a role) stays closed to it. Choosing a new password takes back all your tokens.",
  ],
  docs: ["Ce qu’un programme peut demander, et comment", "What a program can ask for, and how"],
  mine: ["Vos jetons", "Your tokens"],
  none: ["Vous n’avez pas de jeton.", "You have no token."],
  reach: ["Permet", "Allows"],
  reaches: {
    read: ["de lire seulement", "reading only"],
    chosen: ["seulement ce qui est coché ici", "only what is ticked here"],
    all: ["de lire et d’agir", "reading and acting"],
  },
  reachHints: {
    read: [
      "Tout ce que vous pouvez lire dans l’école, et rien d’autre.",
      "All that you may read in the school, and nothing else.",
    ],
    chosen: [
      "Le plus sûr : ce dont le programme a besoin, et rien de plus.",
      "The safest: what the program needs, and nothing more.",
    ],
    all: ["Tout ce que vous pouvez, sauf ce qui engage.", "All that you may do, but for what binds."],
  },
  only: ["seulement :", "only:"],
  kinds: {
    view: ["Lire", "Read"],
    act: ["Agir", "Act"],
  },
  rooms: {
    dossiers: ["Les dossiers et leurs courriels", "Applications and their mails"],
    intakes: ["Les campagnes, et ce que chacun peut demander", "Intakes, and what everybody may ask"],
    accounts: ["Les comptes", "Accounts"],
    school: ["L’équipe, les invités et ce qui est conservé", "The team, guests and what is kept"],
    own: [
      "Vous-même : votre candidature, vos fichiers, votre courrier",
      "Yourself: your application, your files, your mail",
    ],
  },
  nothingChosen: [
    "Cochez au moins une chose, ou choisissez « de lire seulement ».",
    "Tick one thing at least, or choose “reading only”.",
  ],
  chosenInVain: [
    "Vous avez coché des choses précises : choisissez « seulement ce qui est coché ici », ou décochez-les.",
    "You ticked particular things: choose “only what is ticked here”, or untick them.",
  ],
  until: ["Jusqu’au", "Until"],
  made: ["Créé le", "Made on"],
  used: ["Dernier emploi", "Last used"],
  never: ["jamais", "never"],
  elsewhere: ["École", "School"],
  revoke: ["Retirer", "Take back"],
  revokeOf: (label: string) => [`le jeton « ${label} »`, `the token “${label}”`],
  make: ["Créer un jeton", "Make a token"],
  reachLegend: ["Que lui permettre ?", "What may it do?"],
  reachMissing: ["Choisissez ce qu’il permet.", "Choose what it allows."],
  endIn: (days: number, day: string) => [
    days === 1 ? `demain (${day})` : `dans ${days} jours (${day})`,
    days === 1 ? `tomorrow (${day})` : `in ${days} days (${day})`,
  ],
  go: ["Créer le jeton", "Make the token"],
  closed: [
    "Cette école n’ouvre pas son interface aux programmes de ses membres.",
    "This school does not open its interface to the programs of its people.",
  ],
  noRoles: [
    "Vous n’avez pas donné de seconde preuve à cette connexion : un jeton créé maintenant n’aurait pas vos droits dans l’école.",
    "You gave no second proof when you signed in: a token made now would not have your rights in the school.",
  ],
  noRolesGo: ["Donner une seconde preuve d’abord", "Give a second proof first"],
  shown: ["Votre jeton", "Your token"],
  shownLead: [
    "C’est la seule fois que nous le montrons. Copiez-le dans le programme, ou là où il garde ses secrets.",
    "This is the only time we show it. Copy it into the program, or where it keeps its secrets.",
  ],
  shownHow: [
    "Le programme l’envoie avec chaque demande, dans cet en-tête et jamais dans une adresse :",
    "The program sends it with each request, in this header and never in an address:",
  ],
  shownGo: ["Je l’ai copié : continuer", "I have copied it: continue"],
  fields: {
    label: {
      label: ["À quel programme servira-t-il ?", "Which program is it for?"],
      hint: [
        "Par exemple « export du lundi » : c’est à ce nom que vous le reconnaîtrez.",
        "For instance “Monday export”: that is the name you will know it by.",
      ],
      missing: ["Dites à quel programme il servira.", "Say which program it is for."],
    },
    until: ["Jusqu’à quand ?", "Until when?"],
  },
});

type TokenWords = typeof WORDS.fr;

export function tokenWords(lang: Lang): TokenWords {
  return WORDS[lang];
}
