/** The words of pages that save while the person types. */
import { inBoth, type Tree } from "../kit/in-both.ts";
import { sayHour } from "../kit/moment.ts";

/** Shared with the words of other pages. */
export const saving = {
  next: ["Enregistrer et continuer", "Save and continue"],
  later: ["Enregistrer et revenir plus tard", "Save and come back later"],
  savedAnyway: [
    "Ce que vous avez écrit est enregistré. Vous pourrez le corriger plus tard.",
    "What you wrote is saved. You can correct it later.",
  ],
  savedAtHour: (at: Date, zone: string) => [
    `Enregistré à ${sayHour(at, zone, "fr")}`,
    `Saved at ${sayHour(at, zone, "en")}`,
  ],
  autosave: (button: string) => [
    {
      away: "Ceci n’est pas enregistré : le réseau ou le service ne répond pas. Laissez cette page ouverte, nous essayons à nouveau.",
      asks: `Ceci n’est pas encore enregistré : vous n’êtes plus connecté. Appuyez sur « ${button} » : nous vous demanderons de vous reconnecter, et rien de ce que vous avez écrit ne sera perdu.`,
      stale: `Ceci n’est pas enregistré : cette page a été enregistrée ailleurs entre-temps. Appuyez sur « ${button} » pour voir les deux versions et choisir.`,
    },
    {
      away: "This is not saved: the network or the service does not answer. Leave this page open, we are trying again.",
      asks: `This is not saved yet: you are no longer signed in. Press “${button}”: you will be asked to sign in again, and nothing you wrote will be lost.`,
      stale: `This is not saved: this page was saved elsewhere in the meantime. Press “${button}” to see both versions and choose.`,
    },
  ],
  notSaved: [
    "Ceci n’est pas enregistré : cette partie du dossier n’est plus ouverte. Copiez votre texte avant de quitter la page.",
    "This is not saved: this part of the application is no longer open. Copy your text before you leave the page.",
  ],
} satisfies Tree;

export const savingWords = inBoth(saving);
