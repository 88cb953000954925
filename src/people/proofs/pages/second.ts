/** Asks for the second proof before school work: a generator's code, a recovery code or a passkey. */
import { href, html } from "../../../kit/html.ts";
import { see } from "../../../page/acting.ts";
import { formPage } from "../../../page/form-page.ts";
import { code } from "../../../page/kinds.ts";
import { places } from "../../pages/places.ts";
import { browserIn, letIn, onTheWay, stillOnTheWay, wayOn } from "../../pages/proof.ts";
import { proveSecond } from "../acts.ts";
import { mayWork } from "../../views.ts";
import { seeProofs } from "../views.ts";
import { showing, withoutScript } from "./passkey-form.ts";
import { proofWords } from "./words.ts";

export const secondFactorPage = formPage({
  name: "second-facteur",
  route: places.second,
  who: "mind one’s own account",
  words: (lang) => proofWords(lang).prove,
  seen: async (visit) => {
    const { factors, codesLeft } = (await see(visit, seeProofs, {})) ?? { factors: [], codesLeft: 0 };
    const has = (kind: string) => factors.some((one) => one.kind === kind);
    return { any: factors.length > 0, generator: has("totp"), passkey: has("passkey"), codesLeft };
  },
  elsewhere: ({ visit, seen }) => {
    // In this school: another school's sign-in service proves nothing here.
    if (mayWork(visit.person?.means ?? [])) return { redirect: wayOn(visit, "/compte") };
    return seen.any ? undefined : { redirect: onTheWay(visit, places.proofs.to()) };
  },
  form: {
    fields: ({ words, seen: { generator, codesLeft } }) => ({
      code: code({
        label: generator ? words.code : words.codeRecovery,
        hint: generator ? (codesLeft > 0 && words.codeHint) || undefined : words.recoveryHint,
        inputmode: "text",
        size: 22,
      }),
    }),
    action: stillOnTheWay,
    act: proveSecond,
    input: (typed, { visit }) => ({ ...typed, ...browserIn(visit) }),
    done: (proven, { visit, words }) =>
      proven.token === null ? { wrong: { code: words.wrong } } : letIn(visit, proven),
  },
  also: (one) => showing(one, ({ words }) => words.passkey),
  shown: ({ visit, lang, words, seen: { passkey } }, { form, also }) => {
    const main = html`${passkey && html`${also.passkey()}${withoutScript(lang)}`}
${form()}
<details class="ds-details"><summary>${words.lost}</summary><div><p>${words.lostWhy}</p>
<p><a class="ds-link" href="${href(visit.link("/aide"))}#contact">${visit.school.name}</a></p></div></details>`;
    const scripts = passkey ? { scripts: ["passkey" as const] } : {};
    return { title: words.heading, lead: words.lead, main, back: "/compte", ...scripts };
  },
});
