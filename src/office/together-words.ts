/** The words of acts on several dossiers. */
import { inBoth } from "../kit/in-both.ts";
import { plural } from "../kit/lang.ts";

const some = (count: number) => `${count} ${plural(count, "dossier", "dossiers", "fr")}`;
const several = (count: number) => `${count} ${plural(count, "application", "applications", "en")}`;

export const togetherWords = inBoth({
  pick: (name: string, number: string) => [`Choisir ${name}, ${number}`, `Choose ${name}, ${number}`],
  with: ["Avec les dossiers cochés", "With those that are ticked"],
  all: ["Tout cocher", "Tick all"],
  take: ["Les prendre en charge", "Take charge of them"],
  ask: ["Leur demander le même complément", "Ask them for the same complement"],
  title: {
    take: ["Prendre plusieurs dossiers en charge", "Take charge of several applications"],
    ask: ["Demander le même complément à plusieurs", "Ask several for the same complement"],
  },
  none: [
    "Aucun dossier n’est coché. Revenez à la file et cochez ceux qui sont concernés.",
    "No application is ticked. Go back to the queue and tick those concerned.",
  ],
  backToQueue: ["Revenir à la file", "Back to the queue"],
  caption: ["Dossiers choisis", "Applications chosen"],
  what: ["Ce qui sera fait", "What will be done"],
  willTake: ["vous sera confié", "will be yours"],
  already: ["rien : vous vous en chargez déjà", "nothing: it is yours already"],
  own: ["rien : c’est votre dossier, un collègue le traite", "nothing: it is your application, a colleague handles it"],
  willAsk: ["recevra la demande", "will be sent the request"],
  replaces: [
    "recevra la demande, à la place de celle qui est en cours",
    "will be sent the request, in the place of the one under way",
  ],
  cannot: ["rien : il n’est pas déposé", "nothing: it is not submitted"],
  nobody: ["Rien n’est à faire pour les dossiers choisis.", "There is nothing to do for the applications chosen."],
  takeLead: [
    "Chacun vous sera confié séparément. Rien n’est encore fait.",
    "Each will be handed to you apart. Nothing is done yet.",
  ],
  takeGo: (count: number) => [`Prendre en charge ${some(count)}`, `Take charge of ${several(count)}`],
  askLead: [
    "Seul ce qui est coché se rouvre pour chaque candidat, jusqu’à ce qu’il réponde. Rien n’est envoyé avant la page suivante.",
    "Only what is ticked opens again for each candidate, until they answer. Nothing is sent before the next page.",
  ],
  review: ["Relire avant d’envoyer", "Read over before sending"],
  reviewTitle: ["Relire avant d’envoyer", "Read over before sending"],
  reviewLead: (count: number) => [
    `La même demande va partir pour ${some(count)}, chacun par son propre courriel, ou par une lettre que vous remettrez. Rien n’est encore envoyé.`,
    `The same request is about to go to ${several(count)}, each by a mail of its own, or by a letter that you hand over. Nothing is sent yet.`,
  ],
  items: ["À compléter ou à corriger", "To be completed or corrected"],
  due: ["Réponse attendue au plus tard le", "Answer expected at the latest on"],
  askGo: (count: number) => [
    `Envoyer ${count} ${plural(count, "demande", "demandes", "fr")}`,
    `Send ${count} ${plural(count, "request", "requests", "en")}`,
  ],
  edit: ["Changer la demande", "Change the request"],
  result: ["Ce qui a été fait", "What was done"],
  resultLead: (done: number, all: number) => [
    done === all
      ? `C’est fait pour ${some(all)}.`
      : `C’est fait pour ${done} sur ${all}. Les autres n’ont pas changé : la raison est dite.`,
    done === all
      ? `Done for ${several(all)}.`
      : `Done for ${done} of ${all}. The others have not changed: the reason is said.`,
  ],
  outcome: ["Résultat", "Result"],
  done: {
    take: ["pris en charge", "taken charge of"],
    ask: ["demande envoyée", "request sent"],
  },
  moved: (who: string) => [`a changé de mains entre-temps : ${who}`, `changed hands in the meantime: ${who}`],
  refused: ["n’est plus dans un état qui le permet", "is no longer in a state that allows it"],
  failed: ["n’a pas abouti ; rien n’a changé, recommencez", "did not succeed; nothing changed, try again"],
  again: ["Recommencer pour les autres", "Try again for the others"],
});
