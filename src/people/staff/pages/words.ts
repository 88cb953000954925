/** The words of who works in a school and what each role allows. */
import type { Lang } from "../../../kit/lang.ts";

const fr = {
  team: {
    heading: "Qui travaille ici",
    lead: (school: string) => `Les personnes à qui ${school} a confié un rôle.`,
    nobody: "Personne n’a encore de rôle.",
    caption: "Les personnes et leurs rôles",
    address: "Adresse électronique",
    roles: "Rôles",
    since: (role: string, day: string) => `${role}, depuis le ${day}`,
    waits: "n’a pas encore de seconde preuve : ses rôles attendent",
    take: "Retirer",
    takeOf: (role: string, name: string) => `le rôle « ${role} » de ${name}`,
    offers: "Rôles proposés et sans réponse",
    offersWhy: "Un rôle ne vaut qu’une fois accepté par la personne, connectée à son compte.",
    offeredOn: (role: string, day: string) => `${role}, proposé le ${day}`,
    offeredUntil: (role: string, day: string, until: string) =>
      `${role}, proposé le ${day}, à accepter jusqu’au ${until}`,
    lapsed: (role: string, day: string, until: string) =>
      `${role}, proposé le ${day} : sans réponse le ${until}, la proposition a pris fin`,
    again: "Proposer de nouveau",
    confided: "Ce rôle ouvre ce que des candidats ont confié",
    ofState: "Ce rôle agit pour l’État",
    waitsForOther: (why: string) =>
      `${why} : une autre personne qui confie des rôles ici, ou qui fait fonctionner le service, doit le confirmer. Les premières en sont averties par courriel.`,
    waitsForYou: (why: string) =>
      `${why}. Une personne le propose, une autre le confirme : vous, si vous êtes d’accord.`,
    confirm: "Confirmer",
    confirmed:
      "C’est confirmé : la personne peut maintenant accepter ce rôle. Si des candidats ont confié quelque chose à qui le tient, ils seront avertis quand elle l’aura fait.",
    give: "Confier un rôle",
    giveWhy:
      "La personne reçoit un courriel et accepte le rôle dans son compte, qu’elle crée d’abord si elle n’en a pas : il vaut alors dès qu’elle a une seconde preuve. Nous ne disons pas si une adresse a déjà un compte. Le rôle de référent handicap, et ceux qui agissent pour l’État (jury, autorité), que le directeur seul propose, se donnent à deux : une autre personne les confirme.",
    giveAddress: "Adresse électronique de son compte",
    giveRole: "Rôle",
    choose: "Choisissez",
    go: "Confier ce rôle",
    missingAddress: "Donnez l’adresse électronique de la personne.",
    missingRole: "Choisissez un rôle.",
    given: "C’est fait. Un rôle proposé à quelqu’un d’autre vaudra une fois accepté.",
    taken: "Le rôle est retiré.",
    gone: "Ce rôle n’était déjà plus là : quelqu’un l’a retiré avant vous, ou la proposition a été refusée. Rien n’a changé de plus.",
    unchanged:
      "Rien n’a changé : cette demande n’a pas été acceptée. Regardez ci-dessous où en sont les rôles, puis recommencez.",
    table: "Ce que chaque rôle permet",
  },
  take: {
    heading: "Retirer un rôle",
    asks: (role: string, whose: string) => `Le rôle « ${role} » sera retiré à ${whose}.`,
    then: "La personne perd aussitôt ce que ce rôle lui ouvre. Pour le lui rendre, il faudra le lui proposer, et qu’elle l’accepte.",
    asksOffer: (role: string, whose: string) => `La proposition du rôle « ${role} », faite à ${whose}, sera retirée.`,
    thenOffer: "La personne ne pourra plus l’accepter. Le rôle peut lui être proposé de nouveau.",
    go: "Retirer ce rôle",
    keep: "Ne rien changer",
    ground: "Pourquoi le retirer quand même ?",
    groundHint: "La personne le lira, et ceux qui l’ont convoquée.",
    doneHeading: "C’est fait",
    done: (role: string, whose: string) => `Le rôle « ${role} » est retiré à ${whose}.`,
    doneOffer: (role: string, whose: string) => `La proposition du rôle « ${role} », faite à ${whose}, est retirée.`,
  },
  roles: {
    heading: "Ce que chaque rôle permet",
    lead: "Cette table est celle que le service applique, sur les pages, par l’interface pour programmes et en ligne de commande.",
    acts: "Ce qui se fait",
    views: "Ce qui se lit",
    what: "Quoi",
    anyone: "sans compte",
    account: "toute personne connectée",
    yes: "oui",
    no: "–",
  },
};

export type StaffWords = typeof fr;

const en: StaffWords = {
  team: {
    heading: "Who works here",
    lead: (school) => `The people to whom ${school} gave a role.`,
    nobody: "Nobody has a role yet.",
    caption: "The people and their roles",
    address: "E-mail address",
    roles: "Roles",
    since: (role, day) => `${role}, since ${day}`,
    waits: "has no second proof yet: their roles wait",
    take: "Take back",
    takeOf: (role, name) => `the role “${role}” of ${name}`,
    offers: "Roles offered and not answered",
    offersWhy: "A role holds only once the person has accepted it, signed in to their account.",
    offeredOn: (role, day) => `${role}, offered on ${day}`,
    offeredUntil: (role, day, until) => `${role}, offered on ${day}, to be accepted until ${until}`,
    lapsed: (role, day, until) => `${role}, offered on ${day}: not answered by ${until}, the offer has ended`,
    again: "Offer again",
    confided: "This role opens what candidates confided",
    ofState: "This role acts for the State",
    waitsForOther: (why) =>
      `${why}: another person who gives roles here, or runs the service, has to confirm it. A mail tells the former.`,
    waitsForYou: (why) => `${why}. One person offers it, another confirms it: you, if you agree.`,
    confirm: "Confirm",
    confirmed:
      "Confirmed: the person can now accept this role. Where candidates confided something to whoever holds it, they are told once they have.",
    give: "Give a role",
    giveWhy:
      "The person receives a mail and accepts the role in their account, which they first make if they have none: it then holds once they have a second proof. We do not say whether an address has an account. The role of disability advisor, and those that act for the State (jury, authority), which the director alone offers, take two to give: another person confirms them.",
    giveAddress: "E-mail address of their account",
    giveRole: "Role",
    choose: "Choose",
    go: "Give this role",
    missingAddress: "Give the e-mail address of the person.",
    missingRole: "Choose a role.",
    given: "Done. A role offered to somebody else holds once they accept it.",
    taken: "The role is taken back.",
    gone: "This role was already gone: somebody took it back before you, or the offer was declined. Nothing more has changed.",
    unchanged: "Nothing has changed: this request was not accepted. See below how the roles stand, then try again.",
    table: "What each role allows",
  },
  take: {
    heading: "Take a role back",
    asks: (role, whose) => `The role “${role}” of ${whose} will be taken back.`,
    then: "The person at once loses what this role opens to them. To give it back, it must be offered to them, and they must accept it.",
    asksOffer: (role, whose) => `The offer of the role “${role}”, made to ${whose}, will be taken back.`,
    thenOffer: "The person can then no longer accept it. The role may be offered to them again.",
    go: "Take this role back",
    keep: "Change nothing",
    ground: "Why take it back all the same?",
    groundHint: "The person will read it, and those who called them.",
    doneHeading: "Done",
    done: (role, whose) => `The role “${role}” of ${whose} is taken back.`,
    doneOffer: (role, whose) => `The offer of the role “${role}”, made to ${whose}, is taken back.`,
  },
  roles: {
    heading: "What each role allows",
    lead: "This table is the one the service applies, on its pages, to programs and on the command line.",
    acts: "What is done",
    views: "What is read",
    what: "What",
    anyone: "without an account",
    account: "whoever is signed in",
    yes: "yes",
    no: "–",
  },
};

const WORDS = { fr, en } as const;

export function staffWords(lang: Lang): StaffWords {
  return WORDS[lang];
}
