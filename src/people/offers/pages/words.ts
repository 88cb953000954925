/** The words of a role that is offered. */
import type { Lang } from "../../../kit/lang.ts";

const fr = {
  heading: "Rôles proposés",
  waiting: (school: string) => `${school} vous propose un rôle`,
  waitingWhy: "Il ne vaut rien tant que vous ne l’avez pas accepté.",
  see: "Voir ce rôle et répondre",
  lead: (school: string) =>
    `${school} vous propose de travailler avec ces rôles. Ils ne valent rien sans votre accord.`,
  none: "Aucun rôle ne vous est proposé.",
  gone: "Ce rôle n’est plus proposé : l’école l’a retiré, ou vous avez déjà répondu. Rien n’a changé.",
  what: "Ce qu’accepter change",
  gives: "Vous pourrez travailler sur ce que ce rôle ouvre, une fois votre seconde preuve donnée.",
  help: "L’administration de cette école pourra vous aider si vous perdez l’accès à votre compte : changer son adresse, retirer vos secondes preuves ou fermer vos sessions, avec un motif, et un courriel vous le dira.",
  stranger: "Si vous ne connaissez pas cette école, refusez.",
  since: "Proposé le",
  until: "À accepter jusqu’au",
  ended: "A pris fin le",
  late: "Vous n’avez pas répondu à temps : cette proposition ne vaut plus rien. Si vous travaillez pour cette école, demandez-lui de vous proposer ce rôle de nouveau.",
  accept: "Accepter",
  decline: "Refuser",
  of: (role: string) => `le rôle « ${role} »`,
};

type OfferWords = typeof fr;

const en: OfferWords = {
  heading: "Roles offered",
  waiting: (school) => `${school} offers you a role`,
  waitingWhy: "It is worth nothing until you accept it.",
  see: "See this role and answer",
  lead: (school) => `${school} offers you to work with these roles. They are worth nothing without your consent.`,
  none: "You are offered no role.",
  gone: "This role is offered no more: the school took it back, or you have answered already. Nothing was changed.",
  what: "What accepting changes",
  gives: "You can work on what this role opens, once you have given your second proof.",
  help: "The administrators of this school can help you if you lose access to your account: change its address, remove your second proofs or end your sessions, with a reason, and a mail tells you.",
  stranger: "If you do not know this school, decline.",
  since: "Offered on",
  until: "To be accepted until",
  ended: "Ended on",
  late: "You did not answer in time: this offer is worth nothing more. If you work for this school, ask it to offer you this role again.",
  accept: "Accept",
  decline: "Decline",
  of: (role) => `the role “${role}”`,
};

const WORDS = { fr, en } as const;

export function offerWords(lang: Lang): OfferWords {
  return WORDS[lang];
}
