/** E-mail addresses: validation, and the normalized keys they are found by. */
import { type Issue, issue } from "./schema.ts";

const LONGEST = 200;

/** Whether a mail may be sent to it: one `@`, a domain with a dot, no space, no character with a meaning in mail headers. */
export function isPostable(text: string): boolean {
  return (
    text.length <= LONGEST &&
    /^[^\s\p{C}@<>"(),:;\\[\]]+@[^\s\p{C}@<>"(),:;\\[\].]+(?:\.[^\s\p{C}@<>"(),:;\\[\].]+)+$/u.test(text)
  );
}

/** Some characters only look like letters (ｃ, ﬁ, K): the normalized key of such an address may be another person's. */
function imitates(text: string): boolean {
  return text !== text.normalize("NFKC");
}

/** Whether it holds a letter of another alphabet: a Cyrillic « а » reads as a Latin one, and is another address. Accents are told apart. */
function isLookAlike(address: string): boolean {
  return /[^\x21-\x7e]/.test(address.trim().normalize("NFD").replaceAll(/\p{M}/gu, ""));
}

/** Checks the form only: whether it exists, only a delivered mail can tell. */
export function isAddress(text: string): boolean {
  return isPostable(text) && !imitates(text);
}

/** The issue to show beside an address's field; `undefined` for a valid address. */
export function addressIssue(path: string, text: string): Issue | undefined {
  if (isAddress(text)) return undefined;
  return isPostable(text) ? issue(path, IMITATES.fr, IMITATES.en) : issue(path, NO_ADDRESS.fr, NO_ADDRESS.en);
}

/** The same for an address from which papers are signed: no look-alike of another either. */
export function signingAddressIssue(path: string, text: string): Issue | undefined {
  return addressIssue(path, text) ?? (isLookAlike(text) ? issue(path, IMITATES.fr, IMITATES.en) : undefined);
}

export function addressKey(address: string): string {
  return address.trim().normalize("NFKC").toLowerCase();
}

/** Without the tag that most services allow: `anna+note@…` is delivered to `anna@…`. */
export function withoutNote(address: string): string {
  return addressKey(address).replace(/^([^+@]*)\+[^@]*@/, "$1@");
}

/** Services with several domains, and those that ignore some characters: `a.nna@gmail.com` reaches `anna@googlemail.com`. */
const SAME_SERVICE: Readonly<Record<string, string>> = {
  "googlemail.com": "gmail.com",
  "protonmail.com": "proton.me",
  "protonmail.ch": "proton.me",
  "pm.me": "proton.me",
  "me.com": "icloud.com",
  "mac.com": "icloud.com",
};
const IGNORED: Readonly<Record<string, RegExp>> = { "gmail.com": /\./g, "proton.me": /[._-]/g };

/** One mailbox has many addresses: for detecting two addresses of one person, never for finding an account. */
export function mailboxKey(address: string): string {
  const [name = "", domain = ""] = withoutNote(address).split("@");
  const service = SAME_SERVICE[domain] ?? domain;
  const ignored = IGNORED[service];
  return `${ignored ? name.replaceAll(ignored, "") : name}@${service}`;
}

const NO_ADDRESS = {
  fr: "Cette adresse n’est pas complète : elle s’écrit comme nom@exemple.fr.",
  en: "This address is not whole: it reads like name@example.com.",
};
const IMITATES = {
  fr: "Cette adresse contient un signe qui imite une lettre sans en être une : tapez-la au clavier, sans la coller.",
  en: "This address holds a sign that looks like a letter and is none: type it, without pasting it.",
};
