/** The words of an offered role. */
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";

const WORDS = inBoth({
  heading: ["Rôles proposés", "Roles offered"],
  waiting: (school: string) => [`${school} vous propose un rôle`, `${school} offers you a role`],
  waitingWhy: ["Il ne vaut rien tant que vous ne l’avez pas accepté.", "It is worth nothing until you accept it."],
  see: ["Voir ce rôle et répondre", "See this role and answer"],
  lead: (school: string) => [
    `${school} vous propose de travailler avec ces rôles. Ils ne valent rien sans votre accord.`,
    `${school} offers you to work with these roles. They are worth nothing without your consent.`,
  ],
  none: ["Aucun rôle ne vous est proposé.", "You are offered no role."],
  gone: [
    "Ce rôle n’est plus proposé : l’école l’a retiré, ou vous avez déjà répondu. Rien n’a changé.",
    "This role is offered no more: the school took it back, or you have answered already. Nothing was changed.",
  ],
  what: ["Ce qu’accepter change", "What accepting changes"],
  gives: [
    "Vous pourrez travailler sur ce que ce rôle ouvre, une fois votre seconde preuve donnée.",
    "You can work on what this role opens, once you have given your second proof.",
  ],
  help: [
    "L’administration de cette école pourra vous aider si vous perdez l’accès à votre compte : changer son adresse, retirer vos secondes preuves ou fermer vos sessions, avec un motif, et un courriel vous le dira.",
    "The administrators of this school can help you if you lose access to your account: change its address, remove your second proofs or end your sessions, with a reason, and a mail tells you.",
  ],
  stranger: ["Si vous ne connaissez pas cette école, refusez.", "If you do not know this school, decline."],
  since: ["Proposé le", "Offered on"],
  until: ["À accepter jusqu’au", "To be accepted until"],
  ended: ["A pris fin le", "Ended on"],
  late: [
    "Vous n’avez pas répondu à temps : cette proposition ne vaut plus rien. Si vous travaillez pour cette école, demandez-lui de vous proposer ce rôle de nouveau.",
    "You did not answer in time: this offer is worth nothing more. If you work for this school, ask it to offer you this role again.",
  ],
  accept: ["Accepter", "Accept"],
  decline: ["Refuser", "Decline"],
  of: (role: string) => [`le rôle « ${role} »`, `the role “${role}”`],
});

type OfferWords = typeof WORDS.fr;

export function offerWords(lang: Lang): OfferWords {
  return WORDS[lang];
}
