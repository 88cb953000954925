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

/** One mailbox has many addresses: most services deliver `anna+note@…` to `anna@…`. For asking whose it is, never for finding it. */
export function mailboxKey(address: string): string {
  return addressKey(address).replace(/\+[^@]*@/, "@");
}

const NO_ADDRESS = {
  fr: "Cette adresse n’est pas complète : elle s’écrit comme nom@exemple.fr.",
  en: "This address is not whole: it reads like name@example.com.",
};
const IMITATES = {
  fr: "Cette adresse contient un signe qui imite une lettre sans en être une : tapez-la au clavier, sans la coller.",
  en: "This address holds a sign that looks like a letter and is none: type it, without pasting it.",
};
