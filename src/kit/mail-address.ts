/** An e-mail address: what can be one, and the one spelling it is found by. */
import { type Issue, issue } from "./schema.ts";

const LONGEST = 200;

/** What a mail may be sent to: one `@`, a domain with a dot, no space, no sign that a mail program reads as its own. */
export function isPostable(text: string): boolean {
  return (
    text.length <= LONGEST &&
    /^[^\s\p{C}@<>"(),:;\\[\]]+@[^\s\p{C}@<>"(),:;\\[\].]+(?:\.[^\s\p{C}@<>"(),:;\\[\].]+)+$/u.test(text)
  );
}

/** Some signs only look like letters (ｃ, ﬁ, K): an address that has one would be found as another, which is somebody else's. */
function imitates(text: string): boolean {
  return text !== text.normalize("NFKC");
}

/** Whether it exists, only a mail that arrives can tell. */
export function isAddress(text: string): boolean {
  return isPostable(text) && !imitates(text);
}

/** What is wrong with an address, to be said beside its field; `undefined` for one that can be written to. */
export function addressIssue(path: string, text: string): Issue | undefined {
  if (isAddress(text)) return undefined;
  return isPostable(text) ? issue(path, IMITATES.fr, IMITATES.en) : issue(path, NO_ADDRESS.fr, NO_ADDRESS.en);
}

export function addressKey(address: string): string {
  return address.trim().normalize("NFKC").toLowerCase();
}

/** Without the note that most services let one add: `anna+note@…` is delivered to `anna@…`. */
export function withoutNote(address: string): string {
  return addressKey(address).replace(/^([^+@]*)\+[^@]*@/, "$1@");
}

/** Services of several names, and those that read past some signs: who writes `a.nna@gmail.com` reaches `anna@googlemail.com`. */
const SAME_SERVICE: Readonly<Record<string, string>> = {
  "googlemail.com": "gmail.com",
  "protonmail.com": "proton.me",
  "protonmail.ch": "proton.me",
  "pm.me": "proton.me",
  "me.com": "icloud.com",
  "mac.com": "icloud.com",
};
const READ_PAST: Readonly<Record<string, RegExp>> = { "gmail.com": /\./g, "proton.me": /[._-]/g };

/** One mailbox has many addresses. For asking whether two are of one person, never for finding an account. */
export function mailboxKey(address: string): string {
  const [name = "", domain = ""] = withoutNote(address).split("@");
  const service = SAME_SERVICE[domain] ?? domain;
  const read = READ_PAST[service];
  return `${read ? name.replaceAll(read, "") : name}@${service}`;
}

const NO_ADDRESS = {
  fr: "Cette adresse n’est pas complète : elle s’écrit comme nom@exemple.fr.",
  en: "This address is not whole: it reads like name@example.com.",
};
const IMITATES = {
  fr: "Cette adresse contient un signe qui imite une lettre sans en être une : tapez-la au clavier, sans la coller.",
  en: "This address holds a sign that looks like a letter and is none: type it, without pasting it.",
};
