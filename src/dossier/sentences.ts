/** How the office, receipts and mails word moments and signatures. */
import { inBoth } from "../kit/in-both.ts";
import { sayHour } from "../kit/moment.ts";
import { type Label, type Lang, sayDay } from "../kit/lang.ts";
import { wallIn } from "../kit/zone.ts";
import type { Means } from "../act/permissions.ts";

/** The form signed by hand when applying on paper. */
export const paperForm: Label = { fr: "Formulaire signé", en: "Signed form" };

const MEANS: Readonly<Record<Lang, Readonly<Record<Means | "paper" | "phone", string>>>> = inBoth({
  password: ["mot de passe", "password"],
  code: ["code reçu par courriel", "code received by mail"],
  totp: ["code à usage unique", "one-time code"],
  passkey: ["clé d’accès", "passkey"],
  recovery: ["code de secours", "recovery code"],
  provider: ["compte d’un fournisseur d’identité", "account of an identity provider"],
  demo: ["compte de démonstration", "demonstration account"],
  paper: ["signature hors application, sur papier", "signature outside the application, on paper"],
  phone: ["déclaration par téléphone", "declaration by telephone"],
});

/** The means of authentication, from their stored form: words separated by spaces. */
export function sayKeptMeans(means: string, lang: Lang): string {
  const said = means.split(" ").flatMap((one) => MEANS[lang][one as Means] ?? []);
  if (said.length === 0) return lang === "fr" ? "non renseigné" : "not recorded";
  return said.join(lang === "fr" ? " et " : " and ");
}

/** To the second, as a receipt says it: « 3 mars 2027 à 21 h 05 min 07 s », "3 March 2027 at 21:05:07". */
export function sayExactly(at: Date, zone: string, lang: Lang): string {
  const { day, time, seconds } = wallIn(at, zone);
  const [hour = "", minute = ""] = time.split(":");
  return lang === "fr"
    ? `${sayDay(day, lang)} à ${Number(hour)}\u00a0h\u00a0${minute}\u00a0min\u00a0${seconds}\u00a0s`
    : `${sayDay(day, lang)} at ${time}:${seconds}`;
}

/** « 3 mars 2027 à 21 h 05 », "3 March 2027 at 21:05", in the school’s time zone. */
export function sayMoment(at: Date, zone: string, lang: Lang): string {
  return `${sayDay(wallIn(at, zone).day, lang)} ${lang === "fr" ? "à" : "at"} ${sayHour(at, zone, lang)}`;
}
