/** The words of the frame around every page. */
import { inBoth } from "../kit/in-both.ts";

export const frameWords = inBoth({
  skip: ["Aller au contenu", "Skip to the content"],
  error: ["Erreur : ", "Error: "],
  home: ["Accueil", "Home"],
  unsent: {
    back: ["Voici ce que vous aviez écrit et pas encore envoyé.", "Here is what you had written and not yet sent."],
    there: [
      "Vous aviez écrit un texte qui n’a pas été envoyé, et cette page a changé depuis.",
      "You had written a text that was not sent, and this page has changed since.",
    ],
    take: ["Le reprendre", "Take it"],
    drop: ["L’effacer", "Delete it"],
  },
  demo: {
    label: ["Démonstration", "Demonstration"],
    said: ["Démonstration : tout est inventé.", "Demonstration: all is invented."],
  },
  demoEnter: { change: ["Changer", "Change"], whom: ["de personne", "who you are"] },
  nav: ["Menu principal", "Main menu"],
  way: ["Page précédente", "Page before"],
  back: ["Retour", "Back"],
  otherLanguage: ["English", "Français"],
  signIn: ["Se connecter", "Sign in"],
  account: ["Mon compte :", "My account:"],
  foot: ["Pied de page", "Foot of the page"],
  diplomas: ["Diplômes", "Diplomas"],
  programme: ["Formation", "Course"],
  apply: ["Puis-je candidater ?", "May I apply?"],
  price: ["Prix", "Price"],
  rule: ["La règle", "The rule"],
  application: ["Mon dossier", "My application"],
  mine: ["Mon parcours", "My way"],
  guest: ["À faire", "To do"],
  mails: ["Courrier", "Mails"],
  papers: ["Documents", "Documents"],
  reopen: ["Reprendre une réponse", "Reopen an answer"],
  help: ["Aide", "Help"],
  siteMap: ["Plan du site", "Site map"],
  legal: ["Mentions légales", "Legal notice"],
  accessibility: ["Accessibilité : non conforme", "Accessibility: not conforming"],
});

/** Above the schools, where there are several. */
export const frontWords = inBoth({
  title: ["Choisir une école", "Choose a school"],
  lead: [
    "Plusieurs écoles reçoivent ici leurs candidatures. Chacune a ses pages, ses campagnes et ses dossiers ; le même compte sert pour toutes.",
    "Several schools receive their applications here. Each has its own pages, intakes and applications; one account serves for them all.",
  ],
  prepares: (count: number) => [
    count === 1 ? "Diplôme préparé :" : "Diplômes préparés :",
    count === 1 ? "Diploma prepared for:" : "Diplomas prepared for:",
  ],
  none: ["Aucun diplôme n’y est préparé aujourd’hui.", "No diploma is prepared for there today."],
  diploma: (label: string, abbreviation: string) => [`${label} (${abbreviation})`, `${label} (${abbreviation})`],
});

export const accountHomeWords = inBoth({
  title: ["Mon compte", "My account"],
  lead: (name: string) => [`Vous êtes connecté sous le nom de ${name}.`, `You are signed in as ${name}.`],
  mine: ["Ce qui est à vous", "What is yours"],
  work: (school: string) => [`Votre travail pour ${school}`, `Your work for ${school}`],
  roles: (roles: string) => [`Vos rôles : ${roles}.`, `Your roles: ${roles}.`],
  noWork: [
    "Rien ne vous attend pour le moment. Quand l’école vous confiera quelque chose (un entretien, par exemple), ce sera ici.",
    "Nothing waits for you now. When the school entrusts something to you (an interview, for instance), it will be here.",
  ],
  second: ["Vos rôles attendent une seconde preuve", "Your roles wait for a second proof"],
  secondWhy: [
    "L’école vous a confié un rôle. Il ouvre les dossiers d’autres personnes : en plus du mot de passe, il demande une seconde preuve que c’est bien vous.",
    "The school gave you a role. It opens the applications of other people: besides the password, it asks for a second proof that it is you.",
  ],
  secondGo: ["Donner la seconde preuve", "Give the second proof"],
  out: ["Se déconnecter", "Sign out"],
});

/** For a signed-in person whose roles do not open the page. */
export const notYoursWords = inBoth({
  title: ["Cette page n’est pas ouverte à votre compte", "This page is not open to your account"],
  lead: [
    "Elle sert à un travail de l’école que vos rôles ne comprennent pas. Rien n’a été enregistré.",
    "It serves a work of the school that is not among your roles. Nothing was recorded.",
  ],
  roles: (roles: string) => [
    `Elle est ouverte à qui a l’un de ces rôles : ${roles}.`,
    `It is open to whoever has one of these roles: ${roles}.`,
  ],
  ask: [
    "S’il vous en faut un, demandez-le à la direction ou à l’administration du service.",
    "If you need one, ask the director or the administrator of the service for it.",
  ],
  go: ["Aller à mon compte", "Go to my account"],
});
