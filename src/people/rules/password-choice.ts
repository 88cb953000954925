/** The rules of a new password: long enough, not a common one, not the person's address. */
import { type Issue, issue } from "../../kit/schema.ts";

export const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

export type Choice = {
  readonly password: string;
  readonly address: string;
  readonly isCommon: (password: string) => boolean;
};

/** No required or forbidden characters, and no expiry: length is what counts. */
export function passwordIssues({ password, address, isCommon }: Choice): Issue[] {
  const length = Array.from(password).length;
  if (length < SHORTEST_PASSWORD) return [TOO_SHORT];
  if (length > LONGEST_PASSWORD) return [TOO_LONG];
  const plain = password.toLowerCase();
  if (isCommon(password) || isCommon(plain) || new Set(plain).size < 4) return [TOO_COMMON];
  const own = address.toLowerCase();
  return plain === own || plain === own.split("@")[0] ? [ONE_S_OWN] : [];
}

const at = (fr: string, en: string) => issue("password", fr, en);
const TOO_SHORT = at(
  `Le mot de passe doit compter au moins ${SHORTEST_PASSWORD} caractères. Plusieurs mots à la suite font un bon mot de passe.`,
  `The password must have at least ${SHORTEST_PASSWORD} characters. Several words in a row make a good one.`,
);
const TOO_LONG = at(
  `Le mot de passe ne peut pas dépasser ${LONGEST_PASSWORD} caractères.`,
  `The password cannot have more than ${LONGEST_PASSWORD} characters.`,
);
const TOO_COMMON = at(
  "Ce mot de passe fait partie de ceux que l’on essaie en premier. Choisissez-en un autre.",
  "This password is among those that are tried first. Choose another.",
);
const ONE_S_OWN = at(
  "Le mot de passe ne peut pas être votre adresse électronique.",
  "The password cannot be your e-mail address.",
);
