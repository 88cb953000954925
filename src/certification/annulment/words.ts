/** What is said of an annulled jury: to the people on whom it had decided, on its own page, and where it is recorded. */
import type { Day } from "../../kit/day.ts";
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { withKind } from "../../kit/with-kind.ts";
import type { Annulment } from "../rules/deliberation.ts";

const WORDS = inBoth({
  why: [
    "Un tribunal l’annule, ou l’État retire une décision illégale. Ce que ce jury a décidé ne vaut plus : les notes restent, les personnes sont prévenues, leurs attestations ne valent plus, et un nouveau jury décide.",
    "A court annuls it, or the State withdraws an unlawful decision. What this jury decided holds no more: the marks stay, people are told, their attestations hold no more, and a new jury decides.",
  ],
  forGood: ["Cela ne se reprend pas : lisez la décision avant.", "This cannot be taken back: read the decision first."],
  falls: ["Ce qui ne vaudra plus", "What will hold no more"],
  link: ["Ce jury a été annulé", "This jury has been annulled"],
  go: ["Noter l’annulation et prévenir", "Record the annulment and tell people"],
  stands: (day: string) => [`annulé, sans effet à compter du ${day}`, `annulled, void from ${day}`],
  by: {
    court: ["Un tribunal", "A court"],
    state: ["L’État, qui retire sa décision", "The State, which withdraws its decision"],
  },
  fields: {
    by: { label: ["Qui annule", "Who annuls it"] },
    authority: {
      label: ["Quel tribunal, ou qui pour l’État", "Which court, or who for the State"],
      hint: [
        "Par exemple : le tribunal administratif de Montpellier.",
        "For instance: the administrative court of Montpellier.",
      ],
    },
    reference: {
      label: ["La décision", "The decision"],
      hint: ["Son jour et son numéro.", "Its day and its number."],
    },
    from: {
      label: ["Sans effet à compter du", "Void from"],
      hint: [
        "Le jour du jury, sauf si la décision en dit un autre.",
        "The day of the jury, unless the decision says another.",
      ],
    },
    ground: {
      label: ["Motif", "Ground"],
      hint: ["Les personnes concernées le lisent.", "The people concerned read it."],
    },
    paper: {
      label: ["La décision (PDF)", "The decision (PDF)"],
      missing: ["Joignez la décision.", "Attach the decision."],
    },
  },
});

export const annulmentWords = (lang: Lang): typeof WORDS.fr => WORDS[lang];

type Told = Annulment & { readonly juryOn: Day; readonly session: string };

/** By whom, by which decision, from which day, and why. */
export function sayAnnulledOf(lang: Lang, { juryOn, session, authority, reference, from, ground }: Told): string[] {
  const [on, day, of] = [sayDay(juryOn, lang), sayDay(from, lang), withKind("session", session)];
  return lang === "fr"
    ? [
        `Le jury du ${on} (${of}) a été annulé par\u00a0: ${authority} (${reference}). Ce qu’il avait décidé est sans effet à compter du ${day}.`,
        `Motif\u00a0: ${ground}`,
      ]
    : [
        `The jury of ${on} (${of}) has been annulled by: ${authority} (${reference}). What it had decided is void from ${day}.`,
        `Ground: ${ground}`,
      ];
}

/** The same to one of the people on whom it had decided, with what follows for them. */
export function sayAnnulled(
  lang: Lang,
  told: Told & { readonly back: Day | null; readonly parchment: boolean },
): readonly string[] {
  const { back, parchment } = told;
  const then =
    back === null
      ? { fr: "Vos notes restent. Un nouveau jury décidera.", en: "Your marks stay. A new jury will decide." }
      : {
          fr: `La décision notifiée le ${sayDay(back, "fr")} vaut de nouveau.`,
          en: `The decision notified on ${sayDay(back, "en")} holds again.`,
        };
  const returned = {
    fr: "L’attestation de l’école ne vaut plus. Si le diplôme vous a été remis, l’autorité peut vous demander de le rendre.",
    en: "The school’s attestation holds no more. If the diploma was handed to you, the authority may ask you to give it back.",
  };
  return [...sayAnnulledOf(lang, told), then[lang], ...(parchment ? [returned[lang]] : [])];
}
