/** The mails of certification. None states a mark: candidates read theirs signed in. */
import { type ConvocationLine, convocationText } from "../agenda/convocation.ts";
import type { MailText } from "../mail/post.ts";
import { inBoth } from "../kit/in-both.ts";
import { type Lang, sayDay, sayList } from "../kit/lang.ts";
import { sayInstant } from "../kit/instant.ts";
import { sayWeekday } from "../kit/moment.ts";
import type { Day } from "../kit/day.ts";
import { citeArticle } from "../law/article-words.ts";
import type { DomainEntry } from "../law/diploma.ts";
import type { Law } from "../law/law.ts";
import { contestedFrom, juryPower } from "../law/remedies.ts";
import { collectLines } from "./collecting.ts";
import { andNow } from "./rules/and-now.ts";
import type { Group, Session } from "./rules/facts.ts";
import type { Said } from "./said.ts";
import { sayRoomNamed, withKind } from "../kit/with-kind.ts";
import type { Annulment } from "./rules/deliberation.ts";
import { sayAnnulled, sayAnnulledOf } from "./annulment/words.ts";
import { certificationWords, sayStatus } from "./words.ts";

type OfSession = { readonly session: Pick<Session, "name" | "from" | "until"> };

export const OPEN: Readonly<
  Record<Lang, Readonly<Record<"own" | "exam" | "jury" | "awaited" | "results" | "session", string>>>
> = inBoth({
  own: ["Voir mes épreuves", "See my exams"],
  exam: ["Ouvrir l’épreuve", "Open the exam"],
  jury: ["Ouvrir la délibération", "Open the deliberation"],
  awaited: ["Voir où l’on m’attend", "See where I am awaited"],
  results: ["Lire mes résultats", "Read my results"],
  session: ["Voir la session", "See the session"],
});

export function presentedMail(
  lang: Lang,
  {
    session,
    law,
    exams,
  }: OfSession & { readonly establishment: string; readonly law: Law; readonly exams: readonly string[] },
): MailText {
  const names = law.diploma.domains.filter(({ domain }) => exams.includes(domain)).map(({ exam }) => exam.label[lang]);
  return lang === "fr"
    ? {
        subject: `Présentation à la ${withKind("session", session.name)}`,
        paragraphs: [
          `L’école vous présente ${names.length === 1 ? "à l’épreuve" : "aux épreuves"} : ${sayList(names, lang)}.`,
          `La session va du ${sayDay(session.from, lang)} au ${sayDay(session.until, lang)}. Une convocation vous dira le jour, l’heure et le lieu de chacune.`,
        ],
      }
    : {
        subject: `You are presented to the ${withKind("session", session.name)}`,
        paragraphs: [
          `The school presents you to ${names.length === 1 ? "the exam" : "the exams"}: ${sayList(names, lang)}.`,
          `The session runs from ${sayDay(session.from, lang)} to ${sayDay(session.until, lang)}. A convocation will tell you the day, the hour and the place of each.`,
        ],
      };
}

export function designatedMail(
  lang: Lang,
  { session, domain }: OfSession & { readonly establishment: string; readonly domain: DomainEntry | undefined },
): MailText {
  const fr = domain ? `pour l’épreuve « ${domain.exam.label.fr} »` : "au jury";
  const en = domain ? `for the exam “${domain.exam.label.en}”` : "to the jury";
  return lang === "fr"
    ? {
        subject: `Désignation ${fr}`,
        paragraphs: [
          `L’autorité ou l’école vous désigne ${fr} de la ${withKind("session", session.name)}, du ${sayDay(session.from, lang)} au ${sayDay(session.until, lang)}. Une convocation vous dira le jour, l’heure et le lieu.`,
          "Si vous connaissez l’un des candidats, dites-le à l’école avant l’épreuve.",
        ],
      }
    : {
        subject: `You are named ${en}`,
        paragraphs: [
          `You are named ${en} of the ${withKind("session", session.name)}, from ${sayDay(session.from, lang)} to ${sayDay(session.until, lang)}. A convocation will tell you the day, the hour and the place.`,
          "If you know one of the candidates, tell the school before the exam.",
        ],
      };
}

type Held = { readonly group: Group; readonly domain: DomainEntry; readonly zone: string };

const COME = inBoth({
  candidate: ["pour passer", "to sit"],
  examiner: ["pour examiner", "to hold"],
  director: [
    "comme directeur ou directrice d’un travail qui s’y défend, pour",
    "as the director of a work that is defended there, for",
  ],
});

export function convokedMail(
  lang: Lang,
  {
    as,
    group,
    room,
    domain,
    session,
    zone,
    together,
    lines,
    findings = [],
  }: Held & {
    readonly as: keyof (typeof COME)["fr"];
    readonly room: string | undefined;
    /** When the whole group is heard together. */
    readonly together: Pick<Group, "from" | "until"> | undefined;
    readonly lines: readonly ConvocationLine[];
    /** What the candidate still lacks today: a warning only. */
    readonly findings?: readonly Said[];
    readonly session: OfSession["session"];
  },
): MailText {
  const when = sayInstant(group.from, zone, lang);
  const label = domain.exam.label[lang];
  const form = domain.exam.form[lang];
  const hour = (at: Date) =>
    sayInstant(at, zone, lang)
      .split(lang === "fr" ? " à " : " at ")
      .at(-1)!;
  const told = findings.map(({ reason }) => reason[lang]);
  const missing = told.length === 0 ? [] : [[certificationWords(lang).results.warned, ...told].join(" ")];
  if (lang === "fr")
    return {
      subject: `Convocation : ${label}, ${when}`,
      paragraphs: [
        `L’école vous convoque ${COME.fr[as]} l’épreuve « ${label} » de la ${withKind("session", session.name)}.`,
        `Le ${when}, jusqu’à ${hour(group.until)}${room === undefined ? "" : `, ${sayRoomNamed(lang, room)}`}. Groupe : ${group.name}.`,
        ...(together ? [`Puis, avec tout le groupe, de ${hour(together.from)} à ${hour(together.until)}.`] : []),
        `L’épreuve : ${form}.`,
        ...convocationText(lines, lang),
        ...missing,
      ],
    };
  return {
    subject: `Convocation: ${label}, ${when}`,
    paragraphs: [
      `You are convoked ${COME.en[as]} the exam “${label}” of the ${withKind("session", session.name)}.`,
      `On ${when}, until ${hour(group.until)}${room === undefined ? "" : `, ${sayRoomNamed(lang, room)}`}. Group: ${group.name}.`,
      ...(together ? [`Then, with the whole group, from ${hour(together.from)} to ${hour(together.until)}.`] : []),
      `The exam: ${form}.`,
      ...convocationText(lines, lang),
      ...missing,
    ],
  };
}

export function awayMail(lang: Lang, { group, domain, ground, zone }: Held & { readonly ground: string }): MailText {
  const when = sayInstant(group.from, zone, lang);
  const label = domain.exam.label[lang];
  return lang === "fr"
    ? {
        subject: `Votre convocation du ${when} est annulée`,
        paragraphs: [
          `L’épreuve « ${label} » du ${when} (groupe ${group.name}) ne vous attend plus.`,
          `Motif : ${ground}`,
        ],
      }
    : {
        subject: `Your convocation of ${when} is called off`,
        paragraphs: [`The exam “${label}” of ${when} (group ${group.name}) no longer awaits you.`, `Ground: ${ground}`],
      };
}

export function juryMail(
  lang: Lang,
  { on, place, session, moved }: OfSession & { readonly on: Day; readonly place: string; readonly moved?: string },
): MailText {
  const day = sayDay(on, lang);
  if (lang === "fr")
    return {
      subject: moved === undefined ? `Convocation du jury, le ${day}` : `La délibération est renvoyée au ${day}`,
      paragraphs: [
        `Le jury de la ${withKind("session", session.name)} délibère le ${day}${place === "" ? "" : `, ${place}`}. L’école vous y convoque.`,
        ...(moved === undefined ? [] : [`La délibération d’abord prévue n’a rien décidé : ${moved}`]),
      ],
    };
  return {
    subject: moved === undefined ? `Convocation of the jury, ${day}` : `The deliberation is put off to ${day}`,
    paragraphs: [
      `The jury of the ${withKind("session", session.name)} deliberates on ${day}${place === "" ? "" : `, ${place}`}. You are convoked to it.`,
      ...(moved === undefined ? [] : [`The deliberation first planned decided nothing: ${moved}`]),
    ],
  };
}

type OnPaper = OfSession & {
  readonly law: Law;
  readonly notifiedOn: Day;
  /** The day of this mail or letter. */
  readonly toldOn: Day;
  readonly outcome: string;
  readonly completeBy: Day | null;
  readonly domains: readonly { readonly domain: string; readonly status: string }[];
};

export function resultsMail(lang: Lang, { session, ...notified }: OnPaper): MailText {
  const { subject, decided, read } = RESULTS[lang];
  return {
    subject,
    paragraphs: [decided(session.name, sayDay(notified.notifiedOn, lang)), read, ...contestLines(lang, notified)],
  };
}

/** By when and before whom the decision is contested, in words that hold without the page. */
function contestLines(lang: Lang, { law, ...notified }: Pick<OnPaper, "law" | "outcome" | "notifiedOn" | "toldOn">) {
  const { results } = certificationWords(lang);
  const { remedies, contestedFrom } = andNow(law, notified);
  const personal = contestedFrom > notified.notifiedOn ? juryPower(law, "appeal-from") : undefined;
  const why = personal ? [results.toldOn(sayDay(contestedFrom, lang)), personal.label[lang]] : [];
  return remedies.map(({ says, body, address, by, dayOff }, at) =>
    [
      // Said once of remedies that share their last day.
      ...(by === null || by === remedies[at - 1]?.by
        ? []
        : [
            `${results.contestBy} ${sayWeekday(by, lang)}.`,
            ...(dayOff ? [dayOff[lang]] : []),
            ...(at === 0 ? why : []),
          ]),
      ...(body ? [`${[body[lang], ...address].join(", ")}.`] : []),
      says[lang],
    ].join(" "),
  );
}

type AppealAnswered = { readonly reviewed: boolean; readonly lodgedOn: Day; readonly grounds: string };

export function resultAppealAnsweredMail(lang: Lang, { reviewed, lodgedOn, grounds }: AppealAnswered): MailText {
  const { subject, answered, ground } = APPEAL[lang];
  const { appealOutcomes } = certificationWords(lang).results;
  const outcome = appealOutcomes[reviewed ? "reviewed" : "confirmed"];
  return { subject, paragraphs: [`${answered(sayDay(lodgedOn, lang))} ${outcome}`, ground(grounds)] };
}
const APPEAL = inBoth({
  subject: ["La réponse à votre recours", "The answer to your appeal"],
  answered: (day: string) => [
    `Vous avez contesté le ${day} la décision du jury.`,
    `On ${day} you contested the jury’s decision.`,
  ],
  ground: (text: string) => [`Motif : ${text}`, `Ground: ${text}`],
});

/**
 * The letter for a person without an account: it states the decisions. Marks are sent on request only, since the staff who print it need
 * not see them.
 */
export function resultsLetter(lang: Lang, { session, ...notified }: OnPaper): MailText {
  const { law, notifiedOn, toldOn, outcome, completeBy, domains } = notified;
  const { results } = certificationWords(lang);
  const { diploma } = law;
  const { lead, decided, marks } = RESULTS[lang];
  const { again } = andNow(law, notified);
  const appeal = juryPower(law, "appeal");
  const day = sayDay(notifiedOn, lang);
  const from = sayDay(contestedFrom(law, { notifiedOn, toldOn }), lang);
  const colon = lang === "fr" ? "\u00a0: " : ": ";
  return {
    subject: lead,
    paragraphs: [
      decided(session.name, day),
      results.outcome[outcome as keyof typeof results.outcome],
      ...domains.map(({ domain, status }) => {
        const { exam } = diploma.domains.find((one) => one.domain === domain)!;
        return `${exam.label[lang]}${colon}${sayStatus(diploma, status, lang)}`;
      }),
      ...(completeBy === null ? [] : [`${results.until(sayDay(completeBy, lang))} ${results.untilAfter}`]),
      ...(again
        ? [[again.rule?.[lang], results.askWhy, again.price?.[lang] ?? results.noPrice].filter(Boolean).join(" ")]
        : []),
      ...contestLines(lang, notified),
      ...(appeal
        ? [
            results.appeal(
              appeal.label[lang],
              `${appeal.citation[lang]}, ${citeArticle(appeal.source.article, lang)}`,
              from,
            ),
          ]
        : []),
      marks,
    ],
  };
}
const RESULTS = inBoth({
  subject: ["Vos résultats sont là", "Your results are there"],
  lead: ["Vos résultats", "Your results"],
  decided: (session: string, day: string) => [
    `Les décisions du jury de la ${withKind("session", session)} sont notifiées à la date du ${day}.`,
    `The decisions of the jury of the ${withKind("session", session)} are notified on ${day}.`,
  ],
  read: [
    "Vous lisez dans votre compte vos notes, ce qui est acquis, jusqu’à quand, et ce que vous pouvez faire maintenant.",
    "In your account you read your marks, what is acquired, until when, and what you can do now.",
  ],
  marks: [
    "Vos notes vous sont communiquées si vous les demandez à l’école.",
    "You are told your marks if you ask the school for them.",
  ],
});

export function clockMail(lang: Lang, { until }: { readonly until: Day }): MailText {
  return lang === "fr"
    ? {
        subject: `Votre diplôme est à compléter avant le ${sayDay(until, lang)}`,
        paragraphs: [
          `Ce que le jury a validé compte jusqu’au ${sayDay(until, lang)} inclus : les épreuves qui restent sont à valider d’ici là.`,
          "L’école vous présente à sa prochaine session si vous le demandez, même si votre promotion a fini.",
        ],
      }
    : {
        subject: `Your diploma is to be completed by ${sayDay(until, lang)}`,
        paragraphs: [
          `What the jury validated counts up to and including ${sayDay(until, lang)}: the exams that are left are to be validated by then.`,
          "The school presents you to its next session if you ask for it, even where your cohort has ended.",
        ],
      };
}

export function lapsedMail(lang: Lang, { on, ground }: { readonly on: Day; readonly ground: string }): MailText {
  return lang === "fr"
    ? {
        subject: "Le délai pour compléter votre diplôme a pris fin",
        paragraphs: [
          `Par décision du ${sayDay(on, lang)}, l’autorité constate que ce qui était validé n’est plus compté.`,
          `Motif : ${ground}`,
          "Vous pouvez repasser les épreuves : demandez à l’école la prochaine session.",
        ],
      }
    : {
        subject: "The time to complete your diploma has ended",
        paragraphs: [
          `By a decision of ${sayDay(on, lang)}, the authority states that what was validated counts no more.`,
          `Ground: ${ground}`,
          "You may sit the exams again: ask the school for the next session.",
        ],
      };
}

type Kept = { readonly on: Day; readonly until: Day; readonly ground: string };
export function keptMail(lang: Lang, { on, until, ground }: Kept): MailText {
  return lang === "fr"
    ? {
        subject: `Vous avez jusqu’au ${sayDay(until, lang)} pour compléter votre diplôme`,
        paragraphs: [
          `Par décision du ${sayDay(on, lang)}, l’autorité maintient ce que vous avez validé jusqu’au ${sayDay(until, lang)}.`,
          `Motif\u00a0: ${ground}`,
        ],
      }
    : {
        subject: `You have until ${sayDay(until, lang)} to complete your diploma`,
        paragraphs: [
          `By a decision of ${sayDay(on, lang)}, the authority keeps what you have validated until ${sayDay(until, lang)}.`,
          `Ground: ${ground}`,
        ],
      };
}

export function parchmentMail(lang: Lang, school: Parameters<typeof collectLines>[0]): MailText {
  const colon = lang === "fr" ? "\u00a0: " : ": ";
  const lines = collectLines(school, lang).map(({ key, value }) => `${key}${colon}${value}`);
  return lang === "fr"
    ? {
        subject: "Votre diplôme est arrivé à l’école",
        paragraphs: ["Le parchemin de votre diplôme est à l’école, qui vous le remet contre signature.", ...lines],
      }
    : {
        subject: "Your diploma has arrived at the school",
        paragraphs: [
          "The parchment of your diploma is at the school, which hands it over against your signature.",
          ...lines,
        ],
      };
}

export function offeredMail(lang: Lang, { session, until }: OfSession & { readonly until: Day }): MailText {
  return lang === "fr"
    ? {
        subject: `Une session s’ouvre : ${session.name}`,
        paragraphs: [
          `Vous avez une validation partielle, à compléter le ${sayDay(until, lang)} au plus tard. Une session va du ${sayDay(session.from, lang)} au ${sayDay(session.until, lang)}.`,
          "Demandez à l’école de vous y présenter aux épreuves qui vous restent, même si votre promotion a fini.",
        ],
      }
    : {
        subject: `A session opens: ${session.name}`,
        paragraphs: [
          `You have a partial validation, to be completed by ${sayDay(until, lang)}. A session runs from ${sayDay(session.from, lang)} to ${sayDay(session.until, lang)}.`,
          "Ask the school to be presented there to the exams that are left to you, even where your cohort has ended.",
        ],
      };
}

type OfAnnulled = Annulment & { readonly juryOn: Day; readonly session: string };

export function annulledMail(
  lang: Lang,
  annulled: OfAnnulled & { readonly back: Day | null; readonly parchment: boolean },
): MailText {
  return {
    subject: {
      fr: `Le jury du ${sayDay(annulled.juryOn, lang)} a été annulé`,
      en: `The jury of ${sayDay(annulled.juryOn, lang)} has been annulled`,
    }[lang],
    paragraphs: [...sayAnnulled(lang, annulled)],
  };
}

export function annulledToAuthorityMail(lang: Lang, annulled: OfAnnulled): MailText {
  const { subject } = annulledMail(lang, { ...annulled, back: null, parchment: false });
  return {
    subject,
    paragraphs: [
      ...sayAnnulledOf(lang, annulled),
      {
        fr: "L’école l’a noté et l’a dit aux personnes concernées. Un nouveau jury est à réunir.",
        en: "The school has recorded it and told the people concerned. A new jury is to be convened.",
      }[lang],
    ],
  };
}
