/** The words of the tokens that a person makes for programs. */
import type { Lang } from "../../../kit/lang.ts";
import type { Reach } from "../../../act/permissions.ts";

/** Where what a token may be for is looked for, in this order. */
export const ROOMS = ["dossiers", "intakes", "accounts", "school", "own"] as const;
export type Room = (typeof ROOMS)[number];

const fr = {
  heading: "Jetons pour programmes",
  lead: (school: string) =>
    `Un jeton permet à un programme de lire, ou d’agir, en votre nom à ${school}, avec vos droits ou une partie d’entre eux, et sans votre mot de passe.`,
  careful:
    "Ne le confiez qu’à un programme dont vous répondez : ce qu’il fait est inscrit comme fait par vous, avec le nom du jeton. Ce qui engage (remettre un dossier, confier un rôle) lui reste fermé. Choisir un nouveau mot de passe retire tous vos jetons.",
  docs: "Ce qu’un programme peut demander, et comment",
  mine: "Vos jetons",
  none: "Vous n’avez pas de jeton.",
  reach: "Permet",
  reaches: {
    read: "de lire seulement",
    chosen: "seulement ce qui est coché ici",
    all: "de lire et d’agir",
  } as Readonly<Record<Reach, string>>,
  reachHints: {
    read: "Tout ce que vous pouvez lire dans l’école, et rien d’autre.",
    chosen: "Le plus sûr : ce dont le programme a besoin, et rien de plus.",
    all: "Tout ce que vous pouvez, sauf ce qui engage.",
  } as Readonly<Record<Reach, string>>,
  only: "seulement :",
  kinds: { view: "Lire", act: "Agir" },
  rooms: {
    dossiers: "Les dossiers et leurs courriels",
    intakes: "Les campagnes, et ce que chacun peut demander",
    accounts: "Les comptes",
    school: "L’équipe, les invités et ce qui est conservé",
    own: "Vous-même : votre candidature, vos fichiers, votre courrier",
  } as Readonly<Record<Room, string>>,
  nothingChosen: "Cochez au moins une chose, ou choisissez « de lire seulement ».",
  chosenInVain: "Vous avez coché des choses précises : choisissez « seulement ce qui est coché ici », ou décochez-les.",
  until: "Jusqu’au",
  made: "Créé le",
  used: "Dernier emploi",
  never: "jamais",
  elsewhere: "École",
  revoke: "Retirer",
  revokeOf: (label: string) => `le jeton « ${label} »`,
  make: "Créer un jeton",
  label: "À quel programme servira-t-il ?",
  labelHint: "Par exemple « export du lundi » : c’est à ce nom que vous le reconnaîtrez.",
  labelMissing: "Dites à quel programme il servira.",
  reachLegend: "Que lui permettre ?",
  reachMissing: "Choisissez ce qu’il permet.",
  end: "Jusqu’à quand ?",
  endIn: (days: number, day: string) => (days === 1 ? `demain (${day})` : `dans ${days} jours (${day})`),
  choose: "Choisissez",
  endMissing: "Choisissez jusqu’à quand.",
  go: "Créer le jeton",
  closed: "Cette école n’ouvre pas son interface aux programmes de ses membres.",
  noRoles:
    "Vous n’avez pas donné de seconde preuve à cette connexion : un jeton créé maintenant n’aurait pas vos droits dans l’école.",
  noRolesGo: "Donner une seconde preuve d’abord",
  shown: "Votre jeton",
  shownLead: "C’est la seule fois que nous le montrons. Copiez-le dans le programme, ou là où il garde ses secrets.",
  shownHow: "Le programme l’envoie avec chaque demande, dans cet en-tête et jamais dans une adresse :",
  shownGo: "Je l’ai copié : continuer",
};

type TokenWords = typeof fr;

const en: TokenWords = {
  heading: "Tokens for programs",
  lead: (school) =>
    `A token lets a program read, or act, in your name at ${school}, with your rights or some of them, and without your password.`,
  careful:
    "Entrust it only to a program that you answer for: what it does is recorded as done by you, with the token. What binds (submitting an application, giving a role) stays closed to it. Choosing a new password takes back all your tokens.",
  docs: "What a program can ask for, and how",
  mine: "Your tokens",
  none: "You have no token.",
  reach: "Allows",
  reaches: { read: "reading only", chosen: "only what is ticked here", all: "reading and acting" },
  reachHints: {
    read: "All that you may read in the school, and nothing else.",
    chosen: "The safest: what the program needs, and nothing more.",
    all: "All that you may do, but for what binds.",
  },
  only: "only:",
  kinds: { view: "Read", act: "Act" },
  rooms: {
    dossiers: "Applications and their mails",
    intakes: "Intakes, and what everybody may ask",
    accounts: "Accounts",
    school: "The team, guests and what is kept",
    own: "Yourself: your application, your files, your mail",
  },
  nothingChosen: "Tick one thing at least, or choose “reading only”.",
  chosenInVain: "You ticked particular things: choose “only what is ticked here”, or untick them.",
  until: "Until",
  made: "Made on",
  used: "Last used",
  never: "never",
  elsewhere: "School",
  revoke: "Take back",
  revokeOf: (label) => `the token “${label}”`,
  make: "Make a token",
  label: "Which program is it for?",
  labelHint: "For instance “Monday export”: that is the name you will know it by.",
  labelMissing: "Say which program it is for.",
  reachLegend: "What may it do?",
  reachMissing: "Choose what it allows.",
  end: "Until when?",
  endIn: (days, day) => (days === 1 ? `tomorrow (${day})` : `in ${days} days (${day})`),
  choose: "Choose",
  endMissing: "Choose until when.",
  go: "Make the token",
  closed: "This school does not open its interface to the programs of its people.",
  noRoles: "You gave no second proof when you signed in: a token made now would not have your rights in the school.",
  noRolesGo: "Give a second proof first",
  shown: "Your token",
  shownLead: "This is the only time we show it. Copy it into the program, or where it keeps its secrets.",
  shownHow: "The program sends it with each request, in this header and never in an address:",
  shownGo: "I have copied it: continue",
};

const WORDS = { fr, en } as const;

export function tokenWords(lang: Lang): TokenWords {
  return WORDS[lang];
}
