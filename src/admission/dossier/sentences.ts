/** What mails about a dossier say. The subject tells no decision: it may be read over a shoulder. */
import { type Lang, sayDay } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";

export type MailWords = { readonly subject: string; readonly paragraphs: readonly string[] };

type Submitted = {
  readonly number: string;
  readonly at: Date;
  readonly zone: string;
  readonly late: boolean;
  readonly closesAt: Date;
};

export function submittedMail(lang: Lang, { number, at, zone, late, closesAt }: Submitted): MailWords {
  const moment = sayMoment(at, zone, lang);
  const until = sayMoment(closesAt, zone, lang);
  if (lang === "fr") {
    return {
      subject: `Dossier déposé : récépissé ${number}`,
      paragraphs: [
        `Votre dossier a été déposé le ${moment}. Votre récépissé porte le numéro ${number}.`,
        late
          ? `Les candidatures étaient closes depuis le ${until} : votre dépôt est enregistré comme tardif, et l’établissement vous dira s’il peut en tenir compte.`
          : `Jusqu’au ${until}, vous pouvez le reprendre, le corriger et le déposer à nouveau. Chaque récépissé reste dans votre compte.`,
        "Le récépissé, avec la liste de vos fichiers, la suite et ce que vous avez à faire sont dans votre dossier.",
      ],
    };
  }
  return {
    subject: `Application submitted: receipt ${number}`,
    paragraphs: [
      `Your application was submitted on ${moment}. The number of your receipt is ${number}.`,
      late
        ? `Applications had closed on ${until}: what you submitted is recorded as late, and the school will tell you whether it can be considered.`
        : `Until ${until} you can take it back, correct it and submit it again. Every receipt stays in your account.`,
      "The receipt, with the list of your files, what comes next and what you have to do are in your application.",
    ],
  };
}

export function withdrawnMail(lang: Lang, number: string): MailWords {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : candidature retirée`,
        paragraphs: [
          `Vous avez retiré votre candidature (dossier ${number}). Elle ne sera pas examinée.`,
          "Si ce n’était pas vous, changez votre mot de passe et écrivez à l’établissement.",
        ],
      }
    : {
        subject: `Application ${number}: withdrawn`,
        paragraphs: [
          `You withdrew your application (${number}). It will not be examined.`,
          "If it was not you, change your password and write to the school.",
        ],
      };
}

/** « 3 mars 2027 à 21 h 05 », "3 March 2027 at 21:05", by the wall of the school. */
export function sayMoment(at: Date, zone: string, lang: Lang): string {
  const time = new Intl.DateTimeFormat("fr-FR", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(at);
  const day = sayDay(dayIn(at, zone), lang);
  return lang === "fr" ? `${day} à ${time.replace(":", " h ")}` : `${day} at ${time}`;
}
