/** The words of doing the same with several dossiers. */
import { type Lang, plural } from "../kit/lang.ts";

const some = (count: number) => `${count} ${plural(count, "dossier", "dossiers", "fr")}`;
const several = (count: number) => `${count} ${plural(count, "application", "applications", "en")}`;

const fr = {
  pick: (name: string, number: string) => `Choisir ${name}, ${number}`,
  with: "Avec les dossiers cochés",
  all: "Tout cocher",
  take: "Les prendre en charge",
  ask: "Leur demander le même complément",
  title: { take: "Prendre plusieurs dossiers en charge", ask: "Demander le même complément à plusieurs" },
  none: "Aucun dossier n’est coché. Revenez à la file et cochez ceux qui sont concernés.",
  backToQueue: "Revenir à la file",
  caption: "Dossiers choisis",
  what: "Ce qui sera fait",
  willTake: "vous sera confié",
  already: "rien : vous vous en chargez déjà",
  own: "rien : c’est votre dossier, un collègue le traite",
  willAsk: "recevra la demande",
  replaces: "recevra la demande, à la place de celle qui est en cours",
  cannot: "rien : il n’est pas déposé",
  nobody: "Rien n’est à faire pour les dossiers choisis.",
  takeLead: "Chacun vous sera confié séparément. Rien n’est encore fait.",
  takeGo: (count: number) => `Prendre en charge ${some(count)}`,
  askLead:
    "Seul ce qui est coché se rouvre pour chaque candidat, jusqu’à ce qu’il réponde. Rien n’est envoyé avant la page suivante.",
  review: "Relire avant d’envoyer",
  reviewTitle: "Relire avant d’envoyer",
  reviewLead: (count: number) =>
    `La même demande va partir pour ${some(count)}, chacun par son propre courriel, ou par une lettre que vous remettrez. Rien n’est encore envoyé.`,
  items: "À compléter ou à corriger",
  due: "Réponse attendue au plus tard le",
  askGo: (count: number) => `Envoyer ${count} ${plural(count, "demande", "demandes", "fr")}`,
  edit: "Changer la demande",
  result: "Ce qui a été fait",
  resultLead: (done: number, all: number) =>
    done === all
      ? `C’est fait pour ${some(all)}.`
      : `C’est fait pour ${done} sur ${all}. Les autres n’ont pas changé : la raison est dite.`,
  outcome: "Résultat",
  done: { take: "pris en charge", ask: "demande envoyée" },
  moved: (who: string) => `a changé de mains entre-temps : ${who}`,
  refused: "n’est plus dans un état qui le permet",
  failed: "n’a pas abouti ; rien n’a changé, recommencez",
  again: "Recommencer pour les autres",
};

const en: typeof fr = {
  pick: (name, number) => `Choose ${name}, ${number}`,
  with: "With those that are ticked",
  all: "Tick all",
  take: "Take charge of them",
  ask: "Ask them for the same complement",
  title: { take: "Take charge of several applications", ask: "Ask several for the same complement" },
  none: "No application is ticked. Go back to the queue and tick those concerned.",
  backToQueue: "Back to the queue",
  caption: "Applications chosen",
  what: "What will be done",
  willTake: "will be yours",
  already: "nothing: it is yours already",
  own: "nothing: it is your application, a colleague handles it",
  willAsk: "will be sent the request",
  replaces: "will be sent the request, in the place of the one under way",
  cannot: "nothing: it is not submitted",
  nobody: "There is nothing to do for the applications chosen.",
  takeLead: "Each will be handed to you apart. Nothing is done yet.",
  takeGo: (count) => `Take charge of ${several(count)}`,
  askLead:
    "Only what is ticked opens again for each candidate, until they answer. Nothing is sent before the next page.",
  review: "Read over before sending",
  reviewTitle: "Read over before sending",
  reviewLead: (count) =>
    `The same request is about to go to ${several(count)}, each by a mail of its own, or by a letter that you hand over. Nothing is sent yet.`,
  items: "To be completed or corrected",
  due: "Answer expected at the latest on",
  askGo: (count) => `Send ${count} ${plural(count, "request", "requests", "en")}`,
  edit: "Change the request",
  result: "What was done",
  resultLead: (done, all) =>
    done === all
      ? `Done for ${several(all)}.`
      : `Done for ${done} of ${all}. The others have not changed: the reason is said.`,
  outcome: "Result",
  done: { take: "taken charge of", ask: "request sent" },
  moved: (who) => `changed hands in the meantime: ${who}`,
  refused: "is no longer in a state that allows it",
  failed: "did not succeed; nothing changed, try again",
  again: "Try again for the others",
};

export const togetherWords: Readonly<Record<Lang, typeof fr>> = { fr, en };
