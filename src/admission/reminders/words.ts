/** What the calendar writes about a deadline. A subject names the dossier and the hour, and nothing of what it holds. */
import type { Day } from "../../kit/day.ts";
import { type Lang, plural, sayDay } from "../../kit/lang.ts";
import { sayMoment, type MailWords } from "../dossier/sentences.ts";

type Closing = {
  readonly number: string;
  /** Of what was handed in and taken back. */
  readonly receipt: string | undefined;
  readonly closesAt: Date;
  readonly zone: string;
  /** The parts that hold back the submission. */
  readonly left: readonly string[];
};

export function closingMail(lang: Lang, { number, receipt, closesAt, zone, left }: Closing): MailWords {
  const until = sayMoment(closesAt, zone, lang);
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : à déposer avant le ${until}`,
        paragraphs: [
          receipt === undefined
            ? `Votre dossier de candidature ${number} n’est pas encore déposé. Les candidatures closent le ${until}, à l’horloge de l’établissement.`
            : `Vous avez repris votre dossier ${number} pour le corriger (récépissé ${receipt}), et il n’est plus déposé. Les candidatures closent le ${until}, à l’horloge de l’établissement.`,
          left.length === 0
            ? "Tout est prêt : il reste à le relire et à le déposer."
            : `Il reste ${left.length} ${plural(left.length, "partie", "parties", lang)} à terminer avant de pouvoir le déposer : ${left.join(" ; ")}.`,
          "Un dossier qui n’est pas déposé n’est pas examiné. Si vous avez renoncé à candidater, vous n’avez rien à faire.",
        ],
      }
    : {
        subject: `Application ${number}: to be submitted by ${until}`,
        paragraphs: [
          receipt === undefined
            ? `Your application ${number} is not submitted yet. Applications close on ${until}, by the school’s clock.`
            : `You took your application ${number} back to correct it (receipt ${receipt}), and it is no longer submitted. Applications close on ${until}, by the school’s clock.`,
          left.length === 0
            ? "All is ready: read it over, then submit it."
            : `${left.length} ${plural(left.length, "part is", "parts are", lang)} left to finish before you can submit it: ${left.join("; ")}.`,
          "An application that is not submitted is not examined. If you have given up applying, there is nothing to do.",
        ],
      };
}

type Complement = {
  readonly number: string;
  readonly dueOn: Day;
  readonly items: readonly string[];
  /** Those of them where something is missing. */
  readonly left: readonly string[];
};

export function complementMail(lang: Lang, { number, dueOn, items, left }: Complement): MailWords {
  const day = sayDay(dueOn, lang);
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : complément à donner avant la fin du ${day}`,
        paragraphs: [
          `L’établissement vous a demandé de compléter ou de corriger : ${items.join(" ; ")}. Il n’a pas encore reçu votre réponse.`,
          `Répondez avant la fin du ${day}, à l’horloge de l’établissement.`,
          left.length === 0
            ? "Rien ne manque : il reste à relire vos corrections et à les envoyer."
            : `Il manque encore quelque chose ici : ${left.join(" ; ")}.`,
        ],
      }
    : {
        subject: `Application ${number}: complement to be given by the end of ${day}`,
        paragraphs: [
          `The school asked you to complete or correct: ${items.join("; ")}. It has not had your answer yet.`,
          `Answer by the end of ${day}, by the school’s clock.`,
          left.length === 0
            ? "Nothing is missing: read your corrections over, then send them."
            : `Something is still missing here: ${left.join("; ")}.`,
        ],
      };
}

type Prolonged = {
  readonly number: string;
  readonly closesAt: Date;
  readonly zone: string;
  readonly reason: string;
};

export function prolongedMail(lang: Lang, { number, closesAt, zone, reason }: Prolonged): MailWords {
  const until = sayMoment(closesAt, zone, lang);
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : plus de temps, jusqu’au ${until}`,
        paragraphs: [
          `Les candidatures closent plus tard qu’annoncé : le ${until}, à l’horloge de l’établissement.`,
          `L’établissement en donne la raison : « ${reason} »`,
          `Votre dossier ${number} n’est pas encore déposé. Rien de ce que vous avez écrit n’a changé.`,
        ],
      }
    : {
        subject: `Application ${number}: more time, until ${until}`,
        paragraphs: [
          `Applications close later than announced: on ${until}, by the school’s clock.`,
          `The school gives the reason: “${reason}”`,
          `Your application ${number} is not submitted yet. Nothing of what you wrote has changed.`,
        ],
      };
}
