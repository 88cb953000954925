/**
 * Proves an address: enter it, type the code it received. That opens the account, or lets a person choose a password who is signed in, has
 * one already or has forgotten it.
 */
import { perform } from "../../act/act.ts";
import { href, html } from "../../kit/html.ts";
import { hashSecret } from "../../kit/secret.ts";
import { deed, see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import { code, password, text } from "../../page/kinds.ts";
import type { PageResult, Visit } from "../../page/page.ts";
import { heldMark } from "../../page/session.ts";
import { enterByCode, settleAccount } from "../acts.ts";
import { askCode, tryCode, tryLastCode } from "../codes/acts.ts";
import { demoCode } from "../demo/pages/code.ts";
import { SHORTEST_PASSWORD } from "../rules/password-choice.ts";
import { openProof } from "../views.ts";
import { places } from "./places.ts";
import {
  ANYONE,
  askingHere,
  browserIn,
  callerOf,
  dropProof,
  heldProof,
  keepProof,
  letIn,
  onTheWay,
  stillOnTheWay,
} from "./proof.ts";
import { peopleWords } from "./words.ts";

export const askCodePage = formPage({
  name: "connexion-code",
  route: places.askCode,
  words: peopleWords,
  seen: async (visit) => heldProof(visit),
  form: {
    words: "ask",
    fields: ({ visit, words: { ask: words } }) => ({
      address: text({
        heading: true,
        hint: visit.world.demo ? words.demoHint : words.hint,
        type: "email",
        autocomplete: "email",
      }),
    }),
    begin: ({ seen: { address = "" } }) => ({ address }),
    action: stillOnTheWay,
    act: askCode,
    actor: () => ANYONE,
    input: (typed, at) => askingFor(typed, at),
    done: (sent, at, typed) => codeSent(sent, at, typed),
  },
  shown: ({ visit, words: { ask: words } }, { form }) => {
    const main = html`${form()}
<p><a class="ds-link" href="${href(onTheWay(visit, places.code.to()))}">${words.have}</a></p>`;
    return { title: words.fields.address.label, main, back: places.signIn.to() };
  },
});

/** What asks for a code; on the page to sign in as well. */
export function askingFor({ address }: { readonly address: string }, { visit }: { readonly visit: Visit }) {
  return { address, ...askingHere(visit), ...heldMark(visit) };
}

export function codeSent(
  { request }: { readonly request: string },
  { visit }: { readonly visit: Visit },
  { address }: { readonly address: string },
): PageResult {
  keepProof(visit, { address, request });
  return { redirect: onTheWay(visit, places.code.to()) };
}

const CODE_DIGITS = 6;

/** In the browser that asked, the code alone; in another, with the address. */
export const codePage = formPage({
  name: "connexion-code-recu",
  route: places.code,
  words: peopleWords,
  seen: async (visit) => {
    const { address = "", request } = heldProof(visit);
    return { address, request, shown: await demoCode(visit) };
  },
  form: {
    words: "code",
    fields: ({ visit, words: { code: words, signIn }, seen: { address, request } }) => ({
      ...(request === undefined && {
        address: text({ label: signIn.fields.address, type: "email", autocomplete: "email" }),
      }),
      code: code({
        hint: request === undefined ? words.lastHint : visit.world.demo ? words.demoHint : words.hint(address),
      }),
    }),
    action: stillOnTheWay,
    // A slip of the hand is no try.
    check: ({ code: typed }, { words }) =>
      typed.replaceAll(/\D/g, "").length === CODE_DIGITS ? {} : { code: words.code.short },
    which: ({ code: typed, address = "" }, { visit, seen: { request } }) =>
      request === undefined
        ? deed(tryLastCode, { address, code: typed, caller: callerOf(visit), ...heldMark(visit) })
        : deed(tryCode, { request, code: typed }),
    actor: () => ANYONE,
    done: async ({ ticket, left }, { visit, words }) => {
      if (ticket === null) return { wrong: { code: words.code.wrong(left) } };
      return (await entered(visit, ticket)) ?? choosesPassword(visit, ticket);
    },
  },
  shown: ({ visit, words: { code: words }, seen }, { form }) => {
    const main = html`${seen.shown}${form()}
<details class="ds-details"><summary>${words.nothing}</summary><div><p>${words.nothingWhy}</p>
<p><a class="ds-link" href="${href(onTheWay(visit, places.askCode.to()))}">${words.again}</a></p></div></details>`;
    return { title: words.heading, main, back: places.askCode.to() };
  },
});

/** `undefined` where a password has to be chosen: a person who is signed in asked for the code to do so. */
async function entered(visit: Visit, ticket: string): Promise<PageResult | undefined> {
  if (visit.person) return undefined;
  const outcome = await perform(visit.world, enterByCode, {
    actor: { kind: "holder", secret: ticket },
    establishment: visit.school.establishment,
    // A ticket opens one session: the button pressed twice opens the same.
    attempt: hashSecret(ticket).toString("hex"),
    input: { language: visit.lang, ...browserIn(visit) },
  });
  if (outcome.kind !== "done") return undefined;
  dropProof(visit);
  return letIn(visit, outcome.value);
}

function choosesPassword(visit: Visit, ticket: string): PageResult {
  keepProof(visit, { ticket });
  return { redirect: onTheWay(visit, places.password.to()) };
}

export const choosePasswordPage = formPage({
  name: "connexion-mot-de-passe",
  route: places.password,
  words: (lang) => peopleWords(lang).choose,
  seen: async (visit) => ({ address: (await see(visit, openProof, {}, { actor: holder(visit) }))?.address }),
  elsewhere: ({ visit, seen }) =>
    seen.address === undefined ? { redirect: onTheWay(visit, places.askCode.to()) } : undefined,
  form: {
    fields: ({ words }) => ({
      password: password({ hint: words.hint(SHORTEST_PASSWORD), autocomplete: "new-password", again: words.again }),
    }),
    action: stillOnTheWay,
    act: settleAccount,
    actor: ({ visit }) => holder(visit),
    input: (typed, { visit }) => ({ ...typed, language: visit.lang, ...browserIn(visit) }),
    done: (entered, { visit }) => {
      dropProof(visit);
      return letIn(visit, entered);
    },
    forbidden: ({ visit }) => ({ to: places.askCode.to({}, { vers: visit.query.vers }) }),
  },
  shown: ({ words, seen }) => ({ title: words.heading, lead: words.lead(seen.address ?? "") }),
});

function holder(visit: Visit) {
  return { kind: "holder", secret: heldProof(visit).ticket ?? "" } as const;
}
