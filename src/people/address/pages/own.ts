/** The pages to change one's own name and address. */
import { href, html } from "../../../kit/html.ts";
import { act } from "../../../page/acting.ts";
import { formPage } from "../../../page/form-page.ts";
import { code, text } from "../../../page/kinds.ts";
import { askCode, tryCode } from "../../codes/acts.ts";
import { places } from "../../pages/places.ts";
import { ANYONE, askingHere, dropProof, heldProof, keepProof } from "../../pages/proof.ts";
import { peopleWords } from "../../pages/words.ts";
import { changeAddress, changeName } from "../acts.ts";
import { addressWords } from "./words.ts";

export const namePage = formPage({
  name: "compte-nom",
  route: places.name,
  who: "mind one’s own account",
  words: (lang) => addressWords(lang).name,
  seen: async ({ person }) => person,
  form: {
    fields: { name: text({ autocomplete: "name" }) },
    begin: ({ seen }) => ({ name: seen.name }),
    act: changeName,
    done: () => places.access.to(),
  },
  shown: ({ words }) => ({ title: words.heading, lead: words.lead, back: places.access.to() }),
});

export const addressPage = formPage({
  name: "compte-adresse",
  route: places.address,
  who: "mind one’s own account",
  everywhere: true,
  words: (lang) => addressWords(lang).address,
  seen: async ({ person }) => person,
  form: {
    fields: { address: text({ type: "email", autocomplete: "email" }) },
    act: askCode,
    actor: () => ANYONE,
    input: (typed, { visit }) => ({ ...typed, ...askingHere(visit), why: "address" as const }),
    done: ({ request }, { visit }, { address }) => {
      keepProof(visit, { address, request });
      return places.addressCode.to();
    },
  },
  shown: ({ words, seen }) => ({
    title: words.heading,
    lead: words.lead(seen.address),
    back: places.access.to(),
  }),
});

export const addressCodePage = formPage({
  name: "compte-adresse-code",
  route: places.addressCode,
  who: "mind one’s own account",
  everywhere: true,
  words: (lang) => ({ ...addressWords(lang).address, wrong: peopleWords(lang).code.wrong }),
  seen: async (visit) => {
    const { request, address = "" } = heldProof(visit);
    return request === undefined ? undefined : { request, address };
  },
  missing: ({ link }) => ({ redirect: link(places.address.to()) }),
  form: {
    fields: ({ words, seen }) => ({
      code: code({ label: words.code, hint: words.codeHint(seen.address), missing: words.codeMissing }),
    }),
    go: ({ words }) => words.codeGo,
    act: tryCode,
    actor: () => ANYONE,
    input: (typed, { seen }) => ({ ...typed, request: seen.request }),
    done: async ({ ticket, left }, { visit, lang, words }) => {
      if (ticket === null) return { wrong: { code: words.wrong(left) } };
      const changed = await act(visit, changeAddress, { ticket });
      if (changed.kind === "invalid") return { wrong: { code: changed.issues[0]!.message(lang) } };
      dropProof(visit);
      return places.access.to();
    },
  },
  shown: ({ visit, words }, { form }) => {
    const link = (to: string, label: string) =>
      html`<li><a class="ds-link" href="${href(visit.link(to))}">${label}</a></li>`;
    const main = html`${form()}<ul>${link(places.address.to(), words.again)}${link(places.access.to(), words.cancel)}</ul>`;
    return { title: words.codeHeading, main, back: places.address.to() };
  },
});
