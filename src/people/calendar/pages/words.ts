/** The words of subscribing to one's calendar. */
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";

const WORDS = inBoth({
  heading: ["S’abonner à mon calendrier", "Subscribe to my calendar"],
  lead: [
    "Vos convocations, vos cours et vos échéances s’ajoutent à l’agenda de votre téléphone, et y suivent tout changement.",
    "Your convocations, lessons and deadlines join the calendar of your telephone, and follow every change there.",
  ],
  guestHeading: ["S’abonner au calendrier de mes interventions", "Subscribe to the calendar of what I come for"],
  guestLead: [
    "Ce à quoi l’école vous convoque s’ajoute à l’agenda de votre téléphone, et y suit tout changement.",
    "What the school convokes you to joins the calendar of your telephone, and follows every change there.",
  ],
  careful: [
    "L’adresse est secrète : qui l’a voit votre calendrier, et rien d’autre. Elle ne s’affiche qu’une fois.",
    "The address is secret: whoever has it sees your calendar, and nothing else. It is shown only once.",
  ],
  make: ["Créer mon adresse", "Make my address"],
  made: (day: string) => [`Vous avez une adresse depuis le ${day}.`, `You have had an address since ${day}.`],
  again: ["Créer une autre adresse", "Make another address"],
  againWhy: [
    "Si vous l’avez perdue, créez-en une autre : l’ancienne ne servira plus.",
    "If you have lost it, make another: the old one will no longer serve.",
  ],
  revoke: ["Retirer cette adresse", "Take this address back"],
  revoked: [
    "L’adresse est retirée : plus aucun agenda ne lit votre calendrier.",
    "The address is taken back: no program reads your calendar any more.",
  ],
  shown: ["L’adresse de votre calendrier", "The address of your calendar"],
  shownLead: ["Copiez-la maintenant : elle ne s’affichera plus.", "Copy it now: it will not be shown again."],
  copy: ["Copier", "Copy"],
  copied: ["Copiée.", "Copied."],
  subscribe: ["Ouvrir dans mon agenda", "Open in my calendar"],
  shownGo: ["C’est fait", "It is done"],
  how: ["Comment faire avec Google, Apple ou Outlook", "How to do it with Google, Apple or Outlook"],
  programs: [
    [
      "Google Agenda, sur un ordinateur : « Autres agendas », « + », « À partir de l’URL », puis collez l’adresse.",
      "Apple : Réglages, Apps, Calendrier, « Comptes », « Ajouter un compte », « Autre », « Ajouter un abonnement », puis collez l’adresse.",
      "Outlook : « Ajouter un calendrier », « S’abonner à partir du web », puis collez l’adresse.",
    ],
    [
      "Google Calendar, on a computer: “Other calendars”, “+”, “From URL”, then paste the address.",
      "Apple: Settings, Apps, Calendar, “Calendar Accounts”, “Add Account”, “Other”, “Add Subscribed Calendar”, then paste the address.",
      "Outlook: “Add calendar”, “Subscribe from web”, then paste the address.",
    ],
  ],
  entryWhy: [
    "Vos convocations, vos cours et vos échéances dans l’agenda de votre téléphone.",
    "Your convocations, lessons and deadlines in the calendar of your telephone.",
  ],
});

export function calendarWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
