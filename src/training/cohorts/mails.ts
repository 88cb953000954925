/** The mails about an enrolment. */
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { ENROLMENT, type EnrolmentFactKind, type EnrolmentState } from "../rules/enrolment.ts";

type Cohort = { readonly name: string; readonly startsOn: Day };

/** A trainee without an account gets on paper what others read online. */
export function enrolledMail(lang: Lang, { name, startsOn }: Cohort, { onPaper }: { readonly onPaper: boolean }) {
  return lang === "fr"
    ? {
        subject: `Votre inscription en formation : ${name}`,
        paragraphs: [
          `Votre inscription dans la promotion « ${name} » est faite. La formation commence le ${sayDay(startsOn, lang)}.`,
          onPaper
            ? "L’école vous remet votre programme individuel, vos séances, vos heures et votre livret de formation sur papier, quand vous les demandez."
            : "Votre programme individuel, vos séances, vos heures et votre livret de formation sont dans votre compte.",
        ],
        open: "Ouvrir ma formation",
      }
    : {
        subject: `You are enrolled: ${name}`,
        paragraphs: [
          `You are enrolled in the cohort “${name}”. The course starts on ${sayDay(startsOn, lang)}.`,
          onPaper
            ? "The school gives you your individual programme, your lessons, your hours and your livret de formation on paper, when you ask for them."
            : "Your individual programme, your lessons, your hours and your livret de formation are in your account.",
        ],
        open: "Open my training",
      };
}

type Moved = {
  readonly kind: EnrolmentFactKind;
  readonly on: Day;
  readonly cohort?: string | undefined;
  /** The first day of the cohort that it is about: before it, nothing was followed. */
  readonly startsOn: Day;
};

export function movedMail(lang: Lang, { kind, on, cohort = "", startsOn }: Moved) {
  const day = sayDay(on, lang);
  const moved = {
    interrupted: {
      fr: `Votre formation est interrompue depuis le ${day}. Ce que vous avez suivi reste acquis dans votre livret.`,
      en: `Your training is interrupted since ${day}. What you followed stays in your livret.`,
    },
    returned: {
      fr: `Vous reprenez votre formation le ${day}, dans la promotion « ${cohort} ».`,
      en: `You resume your training on ${day}, in the cohort “${cohort}”.`,
    },
  };
  const state = ENROLMENT.states[ENROLMENT.moves[kind].to![0]!];
  const ended =
    on >= startsOn
      ? {
          fr: `Votre formation est ${state.fr}, au ${day}. Ce que vous avez suivi et validé reste dans votre livret.`,
          en: `Your training is ${state.en}, as of ${day}. What you followed and validated stays in your livret.`,
        }
      : kind === "withdrawn"
        ? {
            fr: `Votre inscription en formation est annulée, au ${day}\u00a0: la formation n’avait pas commencé.`,
            en: `Your enrolment in the training is cancelled, as of ${day}: the training had not begun.`,
          }
        : {
            fr: `Votre formation est ${state.fr}, au ${day}, avant d’avoir commencé.`,
            en: `Your training is ${state.en}, as of ${day}, before it had begun.`,
          };
  const sentence = (kind === "interrupted" || kind === "returned" ? moved[kind] : ended)[lang];
  return lang === "fr"
    ? { subject: "Votre formation", paragraphs: [sentence], open: "Ouvrir ma formation" }
    : { subject: "Your training", paragraphs: [sentence], open: "Open my training" };
}

type GoesOn = {
  readonly name: string;
  readonly state: EnrolmentState;
  readonly on: Day;
  /** What depends on the training, a sentence each. */
  readonly says: readonly string[];
};

/** To those who act on what depends on a training that changed state. */
export function goesOnMail(lang: Lang, { name, state, on, says }: GoesOn) {
  const day = sayDay(on, lang);
  return lang === "fr"
    ? {
        subject: `${name} : la formation est ${ENROLMENT.states[state].fr} depuis le ${day}`,
        paragraphs: says,
        open: "Ouvrir l’inscription",
      }
    : {
        subject: `${name}: the training is ${ENROLMENT.states[state].en} since ${day}`,
        paragraphs: says,
        open: "Open the enrolment",
      };
}
