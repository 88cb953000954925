/** The words of what stands around every page. */
import type { Lang } from "../kit/lang.ts";

const fr = {
  skip: "Aller au contenu",
  error: "Erreur : ",
  home: "Accueil",
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
    nav: "Main menu",
    way: "Page before",
    back: "Back",
    otherLanguage: "Français",
    signIn: "Sign in",
    account: "My account:",
    foot: "Foot of the page",
    programme: "The course",
    apply: "May I apply?",
    pathway: "My pathway and its price",
    rule: "The rule",
    reopen: "Reopen an answer",
    help: "Help",
    siteMap: "Site map",
    legal: "Legal notice",
    accessibility: "Accessibility: not conforming",
  },
};
