/** The mails of collective studies. */
import type { MailText } from "../../mail/post.ts";
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { type When, sayWhen } from "../lessons/words.ts";
import type { Study } from "./kept.ts";

export type Letter = MailText & { readonly open: string };

const OPEN = { fr: "Voir mon étude collective", en: "See my collective study" } as const;

type Of = { readonly study: Pick<Study, "organisation" | "object" | "place"> };
type Person = { readonly enrolment: string; readonly name: string };
type Formed = Of & { readonly people: readonly Person[]; readonly on: Day; readonly of: Person };

export function formedMail(lang: Lang, { study, people, on, of }: Formed): Letter {
  const { organisation, object, place } = study;
  const others = people.filter(({ enrolment }) => enrolment !== of.enrolment).map(({ name }) => name);
  const day = sayDay(on, lang);
  return lang === "fr"
    ? {
        subject: `Votre étude collective : ${organisation}`,
        paragraphs: [
          `Vous êtes depuis le ${day} dans le groupe qui mène une étude collective pour ${organisation} (${place}).`,
          `Son objet : ${object}`,
          ...(others.length > 0 ? [`Avec vous : ${others.join(", ")}.`] : []),
          "La convention de l’étude vous sera donnée à signer avant le premier jour de travail.",
        ],
        open: OPEN.fr,
      }
    : {
        subject: `Your collective study: ${organisation}`,
        paragraphs: [
          `Since ${day} you are in the group that carries out a collective study for ${organisation} (${place}).`,
          `Its object: ${object}`,
          ...(others.length > 0 ? [`With you: ${others.join(", ")}.`] : []),
          "The agreement of the study will be given to you to sign before the first day of work.",
        ],
        open: OPEN.en,
      };
}

export function leftMail(lang: Lang, { study, on }: Of & { readonly on: Day }): Letter {
  const day = sayDay(on, lang);
  return lang === "fr"
    ? {
        subject: `Étude collective : vous n’êtes plus dans le groupe`,
        paragraphs: [`Depuis le ${day}, vous n’êtes plus dans le groupe de l’étude menée pour ${study.organisation}.`],
        open: OPEN.fr,
      }
    : {
        subject: "Collective study: you are no longer in the group",
        paragraphs: [`Since ${day} you are no longer in the group of the study for ${study.organisation}.`],
        open: OPEN.en,
      };
}

/** To each who must sign: a trainee, or the direction. */
export function toSignMail(lang: Lang, { study, version }: Of & { readonly version: number }): Letter {
  const again = version > 1;
  return lang === "fr"
    ? {
        subject: `Une convention d’étude collective est à signer : ${study.organisation}`,
        paragraphs: [
          `La convention de l’étude collective pour ${study.organisation} est établie${again ? ` à nouveau (version ${version}) : cette version est à signer` : " et à signer"}.`,
          "Lisez-la, puis signez-la dans l’application ou, si vous préférez, sur papier auprès de l’école.",
        ],
        open: "Lire la convention",
      }
    : {
        subject: `An agreement of a collective study is to be signed: ${study.organisation}`,
        paragraphs: [
          `The agreement of the collective study for ${study.organisation} is drawn up${again ? ` anew (version ${version}): this version is to be signed` : " and to be signed"}.`,
          "Read it, then sign it in the application or, if you prefer, on paper at the school.",
        ],
        open: "Read the agreement",
      };
}

type Reported = Of & { readonly who: string; readonly pages: number | null };

/** To the other members: the report is common. */
export function depositedMail(lang: Lang, { study, who, pages }: Reported): Letter {
  const counted = pages === null ? "" : ` (${pages} ${pages === 1 ? "page" : "pages"})`;
  return lang === "fr"
    ? {
        subject: "Le rapport collectif de votre étude collective est déposé",
        paragraphs: [`${who} a déposé le rapport collectif de l’étude pour ${study.organisation}${counted}.`],
        open: OPEN.fr,
      }
    : {
        subject: "The collective report of your collective study is deposited",
        paragraphs: [`${who} has deposited the collective report of the study for ${study.organisation}${counted}.`],
        open: OPEN.en,
      };
}

export function withdrawnMail(
  lang: Lang,
  { study, who, reason }: Of & { readonly who: string; readonly reason: string },
): Letter {
  return lang === "fr"
    ? {
        subject: "Le rapport collectif de votre étude collective est retiré",
        paragraphs: [`${who} a retiré le rapport collectif de l’étude pour ${study.organisation} : ${reason}`],
        open: OPEN.fr,
      }
    : {
        subject: "The collective report of your collective study is withdrawn",
        paragraphs: [`${who} has withdrawn the collective report of the study for ${study.organisation}: ${reason}`],
        open: OPEN.en,
      };
}

type Ended = Of & { readonly on: Day; readonly ground: string };

/** To a member; `reported`: their report is deposited, so their group stays. */
export function hostGoneMail(
  lang: Lang,
  { study: { organisation }, on, ground, reported }: Ended & { readonly reported: boolean },
): Letter {
  const day = sayDay(on, lang);
  return lang === "fr"
    ? {
        subject: `Votre étude collective : ${organisation} se retire`,
        paragraphs: [
          `Depuis le ${day}, ${organisation} n’accueille plus votre étude collective : ${ground}`,
          "Vos heures suivies là avant ce jour restent comptées. Les journées prévues à partir de ce jour sont annulées.",
          reported
            ? "Votre rapport est déposé : il reste, et votre groupe aussi."
            : "L’école cherche une autre organisation. Un courriel vous dira laquelle.",
        ],
        open: OPEN.fr,
      }
    : {
        subject: `Your collective study: ${organisation} withdraws`,
        paragraphs: [
          `Since ${day} ${organisation} hosts your collective study no more: ${ground}`,
          "Your hours followed there before that day stay counted. The days planned from that day on are cancelled.",
          reported
            ? "Your report is deposited: it stays, and so does your group."
            : "The school looks for another organisation. A mail will say which.",
        ],
        open: OPEN.en,
      };
}

/** To a trainer: which of their days are cancelled. */
export function daysCancelledMail(
  lang: Lang,
  { study: { organisation }, days }: Of & { readonly days: readonly When[] },
): Letter {
  const whens = days.map((one) => `${sayWhen(one, lang)}.`);
  return lang === "fr"
    ? {
        subject: `Journées d’étude collective annulées : ${organisation}`,
        paragraphs: [`${organisation} n’accueille plus l’étude. Ces demi-journées sont annulées\u00a0:`, ...whens],
        open: "Voir mes séances",
      }
    : {
        subject: `Days of a collective study cancelled: ${organisation}`,
        paragraphs: [`${organisation} hosts the study no more. These half-days are cancelled:`, ...whens],
        open: "See my lessons",
      };
}

/** To those who signed its agreements for the school. */
export function agreementsEndedMail(lang: Lang, { study: { organisation }, on, ground }: Ended): Letter {
  const day = sayDay(on, lang);
  return lang === "fr"
    ? {
        subject: `Une organisation d’accueil se retire : ${organisation}`,
        paragraphs: [
          `Depuis le ${day}, ${organisation} n’accueille plus d’étude collective : ${ground}`,
          "Ses conventions ont pris fin ce jour-là. Une autre organisation est à trouver pour les stagiaires.",
        ],
        open: "Voir l’étude",
      }
    : {
        subject: `A host organisation withdraws: ${organisation}`,
        paragraphs: [
          `Since ${day} ${organisation} hosts no collective study any more: ${ground}`,
          "Its agreements ended on that day. Another organisation is to be found for the trainees.",
        ],
        open: "See the study",
      };
}

/** To the organisation. */
export function withdrawalNotedMail({
  study: { object },
  on,
  ground,
  school,
}: Ended & { readonly school: string }): MailText {
  return {
    subject: "Votre retrait est noté",
    paragraphs: [
      `${school} a noté que vous n’accueillez plus, depuis le ${sayDay(on, "fr")}, l’étude «\u00a0${object}\u00a0» : ${ground}`,
      "Les conventions de cette étude ont pris fin ce jour-là. Si ce n’est pas exact, écrivez à l’école.",
    ],
  };
}
