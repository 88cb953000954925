/** The words of who works in a school and what each role allows. */
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";

const WORDS = inBoth({
  team: {
    heading: ["Qui travaille ici", "Who works here"],
    lead: (school: string) => [
      `Les personnes à qui ${school} a confié un rôle.`,
      `The people to whom ${school} gave a role.`,
    ],
    nobody: ["Personne n’a encore de rôle.", "Nobody has a role yet."],
    caption: ["Les personnes et leurs rôles", "The people and their roles"],
    address: ["Adresse électronique", "E-mail address"],
    roles: ["Rôles", "Roles"],
    since: (role: string, day: string) => [`${role}, depuis le ${day}`, `${role}, since ${day}`],
    waits: ["n’a pas encore de seconde preuve : ses rôles attendent", "has no second proof yet: their roles wait"],
    take: ["Retirer", "Take back"],
    takeOf: (role: string, name: string) => [`le rôle « ${role} » de ${name}`, `the role “${role}” of ${name}`],
    offers: ["Rôles proposés et sans réponse", "Roles offered and not answered"],
    offersWhy: [
      "Un rôle ne vaut qu’une fois accepté par la personne, connectée à son compte.",
      "A role holds only once the person has accepted it, signed in to their account.",
    ],
    offeredOn: (role: string, day: string) => [`${role}, proposé le ${day}`, `${role}, offered on ${day}`],
    offeredUntil: (role: string, day: string, until: string) => [
      `${role}, proposé le ${day}, à accepter jusqu’au ${until}`,
      `${role}, offered on ${day}, to be accepted until ${until}`,
    ],
    lapsed: (role: string, day: string, until: string) => [
      `${role}, proposé le ${day} : sans réponse le ${until}, la proposition a pris fin`,
      `${role}, offered on ${day}: not answered by ${until}, the offer has ended`,
    ],
    again: ["Proposer de nouveau", "Offer again"],
    confided: ["Ce rôle ouvre ce que des candidats ont confié", "This role opens what candidates confided"],
    ofState: ["Ce rôle agit pour l’État", "This role acts for the State"],
    waitsForOther: (why: string) => [
      `${why} : une autre personne qui confie des rôles ici, ou qui fait fonctionner le service, doit le confirmer. Les premières en sont averties par courriel.`,
      `${why}: another person who gives roles here, or runs the service, has to confirm it. A mail tells the former.`,
    ],
    waitsForYou: (why: string) => [
      `${why}. Une personne le propose, une autre le confirme : vous, si vous êtes d’accord.`,
      `${why}. One person offers it, another confirms it: you, if you agree.`,
    ],
    confirm: ["Confirmer", "Confirm"],
    confirmed: [
      "C’est confirmé : la personne peut maintenant accepter ce rôle. Si des candidats ont confié quelque chose à qui le tient, ils seront avertis quand elle l’aura fait.",
      "Confirmed: the person can now accept this role. Where candidates confided something to whoever holds it, they are told once they have.",
    ],
    give: ["Confier un rôle", "Give a role"],
    giveWhy: [
      "La personne reçoit un courriel et accepte le rôle dans son compte, qu’elle crée d’abord si elle n’en a pas : il vaut alors dès qu’elle a une seconde preuve. Nous ne disons pas si une adresse a déjà un compte. Le rôle de référent handicap, et ceux qui agissent pour l’État (jury, autorité), que le directeur seul propose, se donnent à deux : une autre personne les confirme.",
      "The person receives a mail and accepts the role in their account, which they first make if they have none: it then holds once they have a second proof. We do not say whether an address has an account. The role of disability advisor, and those that act for the State (jury, authority), which the director alone offers, take two to give: another person confirms them.",
    ],
    giveAddress: ["Adresse électronique de son compte", "E-mail address of their account"],
    giveRole: ["Rôle", "Role"],
    choose: ["Choisissez", "Choose"],
    go: ["Confier ce rôle", "Give this role"],
    missingAddress: ["Donnez l’adresse électronique de la personne.", "Give the e-mail address of the person."],
    missingRole: ["Choisissez un rôle.", "Choose a role."],
    given: [
      "C’est fait. Un rôle proposé à quelqu’un d’autre vaudra une fois accepté.",
      "Done. A role offered to somebody else holds once they accept it.",
    ],
    taken: ["Le rôle est retiré.", "The role is taken back."],
    gone: [
      "Ce rôle n’était déjà plus là : quelqu’un l’a retiré avant vous, ou la proposition a été refusée. Rien n’a changé de plus.",
      "This role was already gone: somebody took it back before you, or the offer was declined. Nothing more has changed.",
    ],
    unchanged: [
      "Rien n’a changé : cette demande n’a pas été acceptée. Regardez ci-dessous où en sont les rôles, puis recommencez.",
      "Nothing has changed: this request was not accepted. See below how the roles stand, then try again.",
    ],
    table: ["Ce que chaque rôle permet", "What each role allows"],
  },
  take: {
    heading: ["Retirer un rôle", "Take a role back"],
    asks: (role: string, whose: string) => [
      `Le rôle « ${role} » sera retiré à ${whose}.`,
      `The role “${role}” of ${whose} will be taken back.`,
    ],
    then: [
      "La personne perd aussitôt ce que ce rôle lui ouvre. Pour le lui rendre, il faudra le lui proposer, et qu’elle l’accepte.",
      "The person at once loses what this role opens to them. To give it back, it must be offered to them, and they must accept it.",
    ],
    asksOffer: (role: string, whose: string) => [
      `La proposition du rôle « ${role} », faite à ${whose}, sera retirée.`,
      `The offer of the role “${role}”, made to ${whose}, will be taken back.`,
    ],
    thenOffer: [
      "La personne ne pourra plus l’accepter. Le rôle peut lui être proposé de nouveau.",
      "The person can then no longer accept it. The role may be offered to them again.",
    ],
    go: ["Retirer ce rôle", "Take this role back"],
    keep: ["Ne rien changer", "Change nothing"],
    ground: ["Pourquoi le retirer quand même ?", "Why take it back all the same?"],
    groundHint: [
      "La personne le lira, et ceux qui l’ont convoquée.",
      "The person will read it, and those who called them.",
    ],
    doneHeading: ["C’est fait", "Done"],
    done: (role: string, whose: string) => [
      `Le rôle « ${role} » est retiré à ${whose}.`,
      `The role “${role}” of ${whose} is taken back.`,
    ],
    doneOffer: (role: string, whose: string) => [
      `La proposition du rôle « ${role} », faite à ${whose}, est retirée.`,
      `The offer of the role “${role}”, made to ${whose}, is taken back.`,
    ],
  },
  roles: {
    heading: ["Ce que chaque rôle permet", "What each role allows"],
    lead: [
      "Cette table est celle que le service applique, sur les pages, par l’interface pour programmes et en ligne de commande.",
      "This table is the one the service applies, on its pages, to programs and on the command line.",
    ],
    acts: ["Ce qui se fait", "What is done"],
    views: ["Ce qui se lit", "What is read"],
    what: ["Quoi", "What"],
    anyone: ["sans compte", "without an account"],
    account: ["toute personne connectée", "whoever is signed in"],
    yes: ["oui", "yes"],
    no: ["–", "–"],
  },
});

export type StaffWords = typeof WORDS.fr;

export function staffWords(lang: Lang): StaffWords {
  return WORDS[lang];
}
