/** What a page says that keeps what is typed while it is filled. */
import type { Lang } from "../kit/lang.ts";
import { sayHour } from "../kit/moment.ts";

const fr = {
  next: "Enregistrer et continuer",
  later: "Enregistrer et revenir plus tard",
  savedAnyway: "Ce que vous avez écrit est enregistré. Vous pourrez le corriger plus tard.",
  savedAtHour: (at: Date, zone: string) => `Enregistré à ${sayHour(at, zone, "fr")}`,
  autosave: (button: string) => ({
    away: "Ceci n’est pas enregistré : le réseau ou le service ne répond pas. Laissez cette page ouverte, nous essayons à nouveau.",
    asks: `Ceci n’est pas encore enregistré : vous n’êtes plus connecté. Appuyez sur « ${button} » : votre mot de passe vous sera demandé, et rien de ce que vous avez écrit ne sera perdu.`,
    stale: `Ceci n’est pas enregistré : cette page a été enregistrée ailleurs entre-temps. Appuyez sur « ${button} » pour voir les deux versions et choisir.`,
  }),
  notSaved:
    "Ceci n’est pas enregistré : cette partie du dossier n’est plus ouverte. Copiez votre texte avant de quitter la page.",
};

const en: typeof fr = {
  next: "Save and continue",
  later: "Save and come back later",
  savedAnyway: "What you wrote is saved. You can correct it later.",
  savedAtHour: (at, zone) => `Saved at ${sayHour(at, zone, "en")}`,
  autosave: (button) => ({
    away: "This is not saved: the network or the service does not answer. Leave this page open, we are trying again.",
    asks: `This is not saved yet: you are no longer signed in. Press “${button}”: you will be asked for your password, and nothing you wrote will be lost.`,
    stale: `This is not saved: this page was saved elsewhere in the meantime. Press “${button}” to see both versions and choose.`,
  }),
  notSaved:
    "This is not saved: this part of the application is no longer open. Copy your text before you leave the page.",
};

export function savingWords(lang: Lang): typeof fr {
  return lang === "fr" ? fr : en;
}
