/** The mails of admission. */
import type { MailText } from "../mail/post.ts";
import { inBoth } from "../kit/in-both.ts";
import { type Label, type Lang, sayDay } from "../kit/lang.ts";
import { sayWeekday } from "../kit/moment.ts";
import type { Day } from "../kit/day.ts";
import type { LastDay } from "../law/remedies.ts";
import { type Reason, sayCited } from "./sentences.ts";

type About = { readonly number: string; readonly intake: Label };

/** « … (arrêté du 2 août 2006, art. 2). » */
function sayReason({ reason, source }: Reason): string {
  return `${reason.replace(/\.$/, "")} (${sayCited(source)}).`;
}

type Decided = About & { readonly ground: string; readonly reasons: readonly Reason[]; readonly corrects: boolean };

export function eligibleMail(lang: Lang, { number, intake, ground, reasons, corrects }: Decided): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : votre candidature est recevable`,
        paragraphs: [
          `L’établissement a examiné votre dossier (${intake.fr}) et décidé que votre candidature est recevable${corrects ? " : cette décision remplace la précédente" : ""}.`,
          ...grounds(lang, ground),
          ...reasons.map(sayReason),
          "La commission d’admission décidera ensuite. L’école vous écrit à chaque étape.",
        ],
      }
    : {
        subject: `Application ${number}: your candidacy is eligible`,
        paragraphs: [
          `The school examined your application (${intake.en}) and decided that your candidacy is eligible${corrects ? ": this decision replaces the one before" : ""}.`,
          ...grounds(lang, ground),
          ...reasons.map(sayReason),
          "The admission commission decides next. You will be told of each step.",
        ],
      };
}

export function notEligibleMail(
  lang: Lang,
  { number, intake, ground, reasons, corrects, appeal }: Decided & { readonly appeal: Label },
): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : votre candidature n’est pas recevable`,
        paragraphs: [
          `L’établissement a examiné votre dossier (${intake.fr}) et décidé que votre candidature n’est pas recevable${corrects ? " : cette décision remplace la précédente" : ""}.`,
          ...grounds(lang, ground),
          ...reasons.map(sayReason),
          appeal.fr,
        ],
      }
    : {
        subject: `Application ${number}: your candidacy is not eligible`,
        paragraphs: [
          `The school examined your application (${intake.en}) and decided that your candidacy is not eligible${corrects ? ": this decision replaces the one before" : ""}.`,
          ...grounds(lang, ground),
          ...reasons.map(sayReason),
          appeal.en,
        ],
      };
}

function grounds(lang: Lang, ground: string): string[] {
  if (ground === "") return [];
  return [lang === "fr" ? `Motif : ${ground}` : `Ground: ${ground}`];
}

function said(lines: readonly Label[], lang: Lang): string[] {
  return lines.map((line) => line[lang]);
}

type Relieved = About & {
  readonly ground: string;
  readonly hours: number;
  readonly before: number;
  readonly reasons: readonly Reason[];
  readonly protocol: string | undefined;
  readonly corrects: boolean;
  /** The place is accepted, in a school whose contracts are made here: the price is known now, and who pays is to be said. */
  /** Once a place is accepted: whether anything of the training is to be paid. */
  readonly toContract: "priced" | "free" | null;
};

export function reliefMail(lang: Lang, relief: Relieved): MailText {
  const { number, ground, hours, before, reasons, protocol, corrects, toContract } = relief;
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : vos allègements et dispenses`,
        paragraphs: [
          `L’établissement a décidé de vos allègements et dispenses${corrects ? " : cette décision remplace la précédente" : ""}. Si vous entrez en formation, il vous restera ${hours} h à suivre sur ${before} h.`,
          ...grounds(lang, ground),
          ...(protocol ? [`Les heures accordées sont inscrites dans le protocole d’allègement ${protocol}.`] : []),
          ...reasons.map(sayReason),
          ...(toContract === "priced"
            ? ["Votre prix est maintenant sur votre page : ouvrez votre parcours, et dites qui paie."]
            : toContract === "free"
              ? ["Vos allègements et dispenses ne laissent rien à payer de la formation : vous n’avez rien à faire."]
              : []),
        ],
      }
    : {
        subject: `Application ${number}: your reliefs and dispenses`,
        paragraphs: [
          `The school decided on your reliefs and dispenses${corrects ? ": this decision replaces the one before" : ""}. If you enter the course, ${hours} h of ${before} h remain for you to follow.`,
          ...grounds(lang, ground),
          ...(protocol ? [`The hours granted are written in the relief protocol ${protocol}.`] : []),
          ...reasons.map(sayReason),
          ...(toContract === "priced"
            ? ["Your price is now on your page: open your way, and say who pays."]
            : toContract === "free"
              ? ["Your reliefs and dispenses leave nothing of the training to pay: you have nothing to do."]
              : []),
        ],
      };
}

type Confirmed = About & {
  readonly title: string;
  readonly domain: string;
  readonly granted: boolean;
  readonly by: string;
  readonly on: Day;
};

export function authorityMail(lang: Lang, { number, title, domain, granted, by, on }: Confirmed): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : la réponse de l’autorité sur l’épreuve ${domain}`,
        paragraphs: [
          `Les textes se contredisent sur l’épreuve ${domain} pour un titulaire du titre ${title}. L’autorité (${by}) a répondu le ${sayDay(on, "fr")} : la dispense est ${granted ? "confirmée, vous ne passez pas cette épreuve" : "refusée, vous passez cette épreuve"}.`,
        ],
      }
    : {
        subject: `Application ${number}: what the authority says of the ${domain} exam`,
        paragraphs: [
          `The texts contradict each other on the ${domain} exam for holders of the ${title}. The authority (${by}) answered on ${sayDay(on, "en")}: the dispense is ${granted ? "confirmed, you do not sit this exam" : "refused, you sit this exam"}.`,
        ],
      };
}

/** To the authority. Names are on its page, never in a mail. */
export function disputeMail(lang: Lang, { number, intake }: About): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : une dispense que les textes contestent`,
        paragraphs: [
          `Une personne qui candidate (${intake.fr}) a un titre dont les textes disent de deux façons s’il dispense d’une épreuve. L’établissement ne tranche pas : il demande votre réponse.`,
        ],
      }
    : {
        subject: `Application ${number}: a dispense that the texts contest`,
        paragraphs: [
          `Somebody who applies (${intake.en}) has a title of which the texts say in two ways whether it dispenses from an exam. The school does not settle it: it asks for your answer.`,
        ],
      };
}

/** To the staff who own what rested on a corrected decision. `says`: one sentence for each dependent item. */
export function correctedMail(
  lang: Lang,
  number: string,
  says: readonly string[],
): MailText & { readonly open: string } {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : une décision a été corrigée`,
        paragraphs: ["Une décision d’admission sur laquelle vous vous appuyez a été corrigée.", ...says],
        open: "Lire la décision",
      }
    : {
        subject: `Application ${number}: a decision was corrected`,
        paragraphs: ["A decision on an admission that you rely on was corrected.", ...says],
        open: "Read the decision",
      };
}

/** `terms`: what one says yes to (`place-terms.ts`). */
type Offered = About & { readonly answerBy: Day; readonly grounds: string; readonly terms: readonly Label[] };

export function admittedMail(lang: Lang, { number, intake, answerBy, grounds: ground, terms }: Offered): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : vous êtes admis, une place vous est offerte`,
        paragraphs: [
          `La commission d’admission vous a admis (${intake.fr}). Une place vous est offerte : répondez au plus tard le ${sayDay(answerBy, "fr")}, ce jour compris. Sans réponse de votre part, l’offre tombe et la place va à quelqu’un d’autre.`,
          ...grounds(lang, ground),
          ...said(terms, lang),
          "Acceptez, refusez ou reportez depuis la page de votre admission.",
        ],
      }
    : {
        subject: `Application ${number}: you are admitted, a place is offered to you`,
        paragraphs: [
          `The admission commission admitted you (${intake.en}). A place is offered to you: answer by ${sayDay(answerBy, "en")}, that day included. Without an answer, the offer lapses and the place goes to somebody else.`,
          ...grounds(lang, ground),
          ...said(terms, lang),
          "Accept, decline or defer from the page of your admission.",
        ],
      };
}

export function calledMail(lang: Lang, { number, intake, answerBy, terms }: Omit<Offered, "grounds">): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : une place s’est libérée, elle vous est offerte`,
        paragraphs: [
          `Vous étiez sur la liste complémentaire (${intake.fr}) et une place vous est offerte : répondez au plus tard le ${sayDay(answerBy, "fr")}, ce jour compris. Sans réponse de votre part, elle va à la personne suivante.`,
          ...said(terms, lang),
          "Acceptez, refusez ou reportez depuis la page de votre admission.",
        ],
      }
    : {
        subject: `Application ${number}: a place has fallen free and is offered to you`,
        paragraphs: [
          `You were on the waiting list (${intake.en}) and a place is offered to you: answer by ${sayDay(answerBy, "en")}, that day included. Without an answer, it goes to the next person.`,
          ...said(terms, lang),
          "Accept, decline or defer from the page of your admission.",
        ],
      };
}

export function reofferedMail(lang: Lang, { number, intake, answerBy, terms }: Omit<Offered, "grounds">): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : une place vous est de nouveau offerte`,
        paragraphs: [
          `L’établissement vous offre de nouveau une place (${intake.fr}) : répondez au plus tard le ${sayDay(answerBy, "fr")}, ce jour compris.`,
          ...said(terms, lang),
        ],
      }
    : {
        subject: `Application ${number}: a place is offered to you again`,
        paragraphs: [
          `The school offers you a place again (${intake.en}): answer by ${sayDay(answerBy, "en")}, that day included.`,
          ...said(terms, lang),
        ],
      };
}

export function waitingMail(
  lang: Lang,
  { number, intake, place, grounds: ground, appeal }: About & { place: number; grounds: string; appeal: Label },
): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : vous êtes sur la liste complémentaire`,
        paragraphs: [
          `La commission d’admission a mis votre candidature sur la liste complémentaire (${intake.fr}), au rang ${place}. Si une place se libère, elle est offerte dans l’ordre de cette liste, et l’école vous écrit.`,
          ...grounds(lang, ground),
          appeal.fr,
        ],
      }
    : {
        subject: `Application ${number}: you are on the waiting list`,
        paragraphs: [
          `The admission commission put you on the waiting list (${intake.en}), in place ${place}. If a place falls free, it is offered in the order of this list, and you will be told.`,
          ...grounds(lang, ground),
          appeal.en,
        ],
      };
}

/** What the intake says of contesting, and the last day, if any, to do it from the page of the admission. */
export function contestedBy(says: Label, { by, dayOff }: LastDay, whileWaiting = false): Label {
  if (by === null) return says;
  const [fr, en] = whileWaiting
    ? ["Tant que vous êtes sur cette liste, vous pouvez contester", "As long as you are on this list, you may contest"]
    : ["Vous pouvez contester", "You may contest"];
  const say = (lang: Lang, words: string) =>
    [says[lang], words, dayOff?.[lang]].filter((part) => part !== undefined && part !== "").join(" ");
  return {
    fr: say("fr", `${fr} jusqu’au ${sayWeekday(by, "fr")}, depuis la page de votre admission.`),
    en: say("en", `${en} until ${sayWeekday(by, "en")}, from the page of your admission.`),
  };
}

export function refusedMail(
  lang: Lang,
  refusal: About & { readonly grounds: string; readonly appeal: Label; readonly article: Reason["source"] },
): MailText {
  const { number, intake, grounds: ground, appeal, article } = refusal;
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : la décision de la commission d’admission`,
        paragraphs: [
          `La commission d’admission (${sayCited(article)}) n’a pas retenu votre candidature (${intake.fr}).`,
          ...grounds(lang, ground),
          appeal.fr,
        ],
      }
    : {
        subject: `Application ${number}: the decision of the admission commission`,
        paragraphs: [
          `The admission commission (${sayCited(article)}) did not retain your application (${intake.en}).`,
          ...grounds(lang, ground),
          appeal.en,
        ],
      };
}

export function lapsedMail(lang: Lang, { number, lastDay }: { number: string; lastDay: Day }): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : l’offre d’une place est tombée`,
        paragraphs: [
          `Vous pouviez répondre jusqu’au ${sayDay(lastDay, "fr")} à l’offre d’une place. Sans réponse de votre part, elle est tombée, et la place peut aller à quelqu’un d’autre.`,
          "S’il s’agit d’un empêchement, écrivez à l’établissement : il peut vous offrir une place de nouveau tant qu’il en reste une.",
        ],
      }
    : {
        subject: `Application ${number}: the offer of a place has lapsed`,
        paragraphs: [
          `You could answer the offer of a place until ${sayDay(lastDay, "en")}. It was left unanswered and has lapsed, and the place may go to somebody else.`,
          "If something kept you from answering, write to the school: it can offer you a place again while one is left.",
        ],
      };
}

type Answered = "accepted" | "declined" | "deferred" | "withdrawn";

const ANSWERED = inBoth({
  accepted: [
    ["place acceptée", "Vous avez accepté la place qui vous était offerte."],
    ["place accepted", "You accepted the place that was offered to you."],
  ],
  declined: [
    ["place refusée", "Vous avez refusé la place qui vous était offerte."],
    ["place declined", "You declined the place that was offered to you."],
  ],
  deferred: [
    ["admission reportée", "Votre admission est reportée à la prochaine rentrée."],
    ["admission deferred", "Your admission is kept for the next intake."],
  ],
  withdrawn: [
    ["désistement", "Vous vous êtes désisté : votre candidature est retirée."],
    ["candidacy withdrawn", "You withdrew your candidacy."],
  ],
});

/** `after`: of an accepted place, its terms and what follows. */
export function answeredMail(
  lang: Lang,
  number: string,
  { what, after = [] }: { readonly what: Answered; readonly after?: readonly Label[] },
): MailText {
  const [title, text] = ANSWERED[lang][what];
  const ownIfNot = {
    fr: "Si ce n’était pas vous, changez votre mot de passe et écrivez à l’établissement.",
    en: "If it was not you, change your password and write to the school.",
  };
  return {
    subject: lang === "fr" ? `Dossier ${number} : ${title}` : `Application ${number}: ${title}`,
    paragraphs: [text, ...said(after, lang), ownIfNot[lang]],
  };
}

/** To the authority. Names are on its page, never in a mail. */
export function listMail(lang: Lang, { intake, on, again }: { intake: Label; on: Day; again: boolean }): MailText {
  return lang === "fr"
    ? {
        subject: `Liste des admis – ${intake.fr}`,
        paragraphs: [
          again
            ? `La liste des admis (${intake.fr}) a changé le ${sayDay(on, "fr")} : une personne de la liste complémentaire a été appelée.`
            : `La commission d’admission a arrêté le ${sayDay(on, "fr")} la liste des admis (${intake.fr}).`,
          "Elle se lit sur la page de l’établissement qui vous est ouverte.",
        ],
      }
    : {
        subject: `List of the admitted – ${intake.en}`,
        paragraphs: [
          again
            ? `The list of the admitted (${intake.en}) changed on ${sayDay(on, "en")}: somebody on the waiting list was called.`
            : `The admission commission settled the list of the admitted (${intake.en}) on ${sayDay(on, "en")}.`,
          "It is read on the page of the school that is open to you.",
        ],
      };
}

export function appealRecordedMail(lang: Lang, number: string, receivedOn: Day, answerBy: Day | null = null): MailText {
  const by =
    answerBy === null
      ? ""
      : lang === "fr"
        ? `, au plus tard le ${sayDay(answerBy, "fr")}`
        : ` by ${sayDay(answerBy, "en")}`;
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : votre recours est enregistré`,
        paragraphs: [
          `L’établissement a enregistré votre recours, reçu le ${sayDay(receivedOn, "fr")}. Il vous répond par écrit${by}, en disant pourquoi.`,
        ],
      }
    : {
        subject: `Application ${number}: your appeal is recorded`,
        paragraphs: [
          `The school recorded your appeal, received on ${sayDay(receivedOn, "en")}. It answers you in writing${by}, and says why.`,
        ],
      };
}

type AppealAnswer = About & {
  /** What a granted appeal opens; null if it is rejected. */
  readonly opens: "place" | "waiting" | "eligible" | null;
  readonly grounds: string;
  readonly answerBy: Day | null;
  /** Of the place that it offers. */
  readonly terms: readonly Label[];
};

export function appealAnsweredMail(
  lang: Lang,
  { number, intake, opens, grounds: ground, answerBy, terms }: AppealAnswer,
): MailText {
  const by = answerBy === null ? "" : sayDay(answerBy, lang);
  const { rejected, granted, ...then } = APPEAL_ANSWERED[lang];
  return {
    subject:
      lang === "fr"
        ? `Dossier ${number} : la réponse à votre recours`
        : `Application ${number}: the answer to your appeal`,
    paragraphs: [
      (opens === null ? rejected : granted)(intake[lang]),
      ...grounds(lang, ground),
      ...(opens === null ? [] : [then[opens](by)]),
      ...said(terms, lang),
    ],
  };
}

const APPEAL_ANSWERED = inBoth({
  rejected: (intake: string) => [
    `Votre recours est rejeté : la décision (${intake}) est confirmée.`,
    `Your appeal is rejected: the decision (${intake}) is confirmed.`,
  ],
  granted: (intake: string) => [
    `Votre recours est accueilli : la décision (${intake}) est retirée.`,
    `Your appeal is granted: the decision (${intake}) is withdrawn.`,
  ],
  place: (by: string) => [
    `Une place vous est offerte : répondez au plus tard le ${by}, ce jour compris, depuis la page de votre admission.`,
    `A place is offered to you: answer by ${by}, that day included, from the page of your admission.`,
  ],
  waiting: (_by: string) => [
    "Vous êtes sur la liste complémentaire, après les personnes qui y attendent déjà.",
    "You are on the waiting list, after those who wait there already.",
  ],
  eligible: (_by: string) => [
    "Votre candidature est recevable. La commission d’admission décidera ensuite.",
    "Your application is eligible. The admission commission decides next.",
  ],
});
