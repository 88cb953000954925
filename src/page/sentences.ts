/** The words of what stands around every page. */
import type { Lang } from "../kit/lang.ts";

const fr = {
  skip: "Aller au contenu",
  error: "Erreur : ",
  home: "Accueil",
  demo: {
    label: "Démonstration",
    said: "Démonstration : toutes les personnes sont inventées, et aucun courriel ne part.",
  },
  demoEnter: "Entrer comme l’une d’elles",
  nav: "Menu principal",
  way: "Page précédente",
  back: "Retour",
  otherLanguage: "English",
  signIn: "Se connecter",
  account: "Mon compte :",
  foot: "Pied de page",
  programme: "La formation",
  apply: "Puis-je candidater ?",
  pathway: "Mon parcours et son prix",
  rule: "La règle",
  application: "Mon dossier",
  reopen: "Reprendre une réponse",
  help: "Aide",
  siteMap: "Plan du site",
  legal: "Mentions légales",
  accessibility: "Accessibilité : non conforme",
};

export type FrameWords = typeof fr;

export const frameWords: Readonly<Record<Lang, FrameWords>> = {
  fr,
  en: {
    skip: "Skip to the content",
    error: "Error: ",
    home: "Home",
    demo: { label: "Demonstration", said: "Demonstration: every person is invented, and no mail leaves." },
    demoEnter: "Enter as one of them",
    nav: "Main menu",
    way: "Page before",
    back: "Back",
    otherLanguage: "Français",
    signIn: "Sign in",
    account: "My account:",
    foot: "Foot of the page",
    programme: "The course",
    apply: "May I apply?",
    pathway: "My path and its price",
    rule: "The rule",
    application: "My application",
    reopen: "Reopen an answer",
    help: "Help",
    siteMap: "Site map",
    legal: "Legal notice",
    accessibility: "Accessibility: not conforming",
  },
};

const frontFr = {
  title: "Choisir une école",
  lead: "Plusieurs écoles reçoivent ici leurs candidatures. Chacune a ses pages, ses campagnes et ses dossiers ; le même compte sert pour toutes.",
  prepares: (count: number): string => (count === 1 ? "Diplôme préparé :" : "Diplômes préparés :"),
  none: "Aucun diplôme n’y est préparé aujourd’hui.",
  diploma: (label: string, abbreviation: string) => `${label} (${abbreviation})`,
};

/** Above the schools, where there are several. */
export const frontWords: Readonly<Record<Lang, typeof frontFr>> = {
  fr: frontFr,
  en: {
    title: "Choose a school",
    lead: "Several schools receive their applications here. Each has its own pages, intakes and applications; one account serves for them all.",
    prepares: (count) => (count === 1 ? "Diploma prepared for:" : "Diplomas prepared for:"),
    none: "No diploma is prepared for there today.",
    diploma: (label, abbreviation) => `${label} (${abbreviation})`,
  },
};

const accountFr = {
  title: "Mon compte",
  lead: (name: string) => `Vous êtes connecté sous le nom de ${name}.`,
  mine: "Ce qui est à vous",
  work: (school: string) => `Votre travail pour ${school}`,
  roles: (roles: string) => `Vos rôles : ${roles}.`,
  noWork:
    "Rien ne vous attend pour le moment. Quand l’école vous confiera quelque chose (un entretien, par exemple), ce sera ici.",
  second: "Vos rôles attendent une seconde preuve",
  secondWhy:
    "L’école vous a confié un rôle. Il ouvre les dossiers d’autres personnes : en plus du mot de passe, il demande une seconde preuve que c’est bien vous.",
  secondGo: "Donner la seconde preuve",
  out: "Se déconnecter",
};

export const accountHomeWords: Readonly<Record<Lang, typeof accountFr>> = {
  fr: accountFr,
  en: {
    title: "My account",
    lead: (name) => `You are signed in as ${name}.`,
    mine: "What is yours",
    work: (school) => `Your work for ${school}`,
    roles: (roles) => `Your roles: ${roles}.`,
    noWork:
      "Nothing waits for you now. When the school entrusts something to you (an interview, for instance), it will be here.",
    second: "Your roles wait for a second proof",
    secondWhy:
      "The school gave you a role. It opens the applications of other people: besides the password, it asks for a second proof that it is you.",
    secondGo: "Give the second proof",
    out: "Sign out",
  },
};

const notYoursFr = {
  title: "Cette page n’est pas ouverte à votre compte",
  lead: "Elle sert à un travail de l’école que vos rôles ne comprennent pas. Rien n’a été enregistré.",
  roles: (roles: string) => `Elle est ouverte à qui a l’un de ces rôles : ${roles}.`,
  ask: "S’il vous en faut un, demandez-le à la direction ou à l’administration du service.",
  go: "Aller à mon compte",
};

/** To whoever is signed in and opens what is somebody else’s work. */
export const notYoursWords: Readonly<Record<Lang, typeof notYoursFr>> = {
  fr: notYoursFr,
  en: {
    title: "This page is not open to your account",
    lead: "It serves a work of the school that is not among your roles. Nothing was recorded.",
    roles: (roles) => `It is open to whoever has one of these roles: ${roles}.`,
    ask: "If you need one, ask the director or the administrator of the service for it.",
    go: "Go to my account",
  },
};
