/** One page to sign in or to begin: by a code sent to an address, which makes the account, or by a password. */
import { type Html, html } from "../../kit/html.ts";
import { button, form as formTo } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { password, text } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { askCode } from "../codes/acts.ts";
import { signIn } from "../sessions/acts.ts";
import { showing, withoutScript } from "../proofs/pages/passkey-form.ts";
import { proofWords } from "../proofs/pages/words.ts";
import { providerOf } from "../provider/provider.ts";
import { providerWords } from "../provider/words.ts";
import { askingFor, codeSent } from "./code.ts";
import { places } from "./places.ts";
import { ANYONE, browserIn, callerOf, letIn, onTheWay, stillOnTheWay, wayOn } from "./proof.ts";
import { peopleWords } from "./words.ts";

export const signInPage = formPage({
  name: "connexion",
  route: places.signIn,
  words: (lang) => peopleWords(lang).signIn,
  seen: async () => true,
  // Only on GET: a failed sign-in over a session still shows its error.
  elsewhere: ({ visit }) =>
    visit.person && visit.request.method === "GET" ? { redirect: wayOn(visit, "/compte") } : undefined,
  form: {
    fields: {
      address: text({ type: "email", autocomplete: "username" }),
      password: password({ autocomplete: "current-password" }),
    },
    look: "secondary",
    action: stillOnTheWay,
    act: signIn,
    actor: () => ANYONE,
    input: (typed, { visit }) => ({ ...typed, ...browserIn(visit), caller: callerOf(visit) }),
    done: (entered, { visit, words }) =>
      entered.token === null ? { wrong: { password: words.wrong } } : letIn(visit, entered),
  },
  also: (one) => ({
    ...showing(one, ({ lang }) => proofWords(lang).passkey.signIn),
    code: one({
      words: "new",
      fields: ({ visit, lang }) => ({
        email: text({
          hint: peopleWords(lang).ask[visit.world.demo ? "demoHint" : "hint"],
          type: "email",
          autocomplete: "email",
        }),
      }),
      action: stillOnTheWay,
      act: askCode,
      actor: () => ANYONE,
      on: { address: "email" },
      input: ({ email }, at) => askingFor({ address: email }, at),
      done: (sent, at, { email }) => codeSent(sent, at, { address: email }),
    }),
  }),
  shown: ({ visit, lang, words }, { form, also }) => {
    const provider = providerOf(visit.world, visit.school.establishment);
    const { heading, why, go } = providerWords(lang);
    const leave = { action: onTheWay(visit, places.service.to()) };
    const main = html`${elsewhere(visit)}<p class="lead">${words.lead}</p>
${also.code()}
<h2>${words.known}</h2>
${form()}
${
  provider &&
  html`<h2>${heading}</h2><p>${why}</p>
${formTo(visit, button(go(provider.name), { variant: "secondary" }), leave)}`
}
${also.passkey()}${withoutScript(lang)}`;
    return { title: words.heading, main, scripts: ["passkey"] };
  },
});

/** For a person signed in by another school's sign-in service: the session is not valid in this school. */
function elsewhere({ lang, world, school, person, session }: Visit): Html | undefined {
  if (person || session?.onlyIn === undefined) return undefined;
  const there = world.laws.establishments.find(({ data }) => data.establishment === session.onlyIn)?.data.name;
  return html`<p class="ds-alert" data-color="info">${providerWords(lang).elsewhere(there ?? session.onlyIn, school.name)}</p>`;
}
