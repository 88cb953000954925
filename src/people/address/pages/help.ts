/** An administrator helps a person who lost their mailbox, second proofs or a device, after checking their identity. */
import { href, html } from "../../../kit/html.ts";
import { deed } from "../../../page/acting.ts";
import { under } from "../../../page/field.ts";
import { formPage } from "../../../page/form-page.ts";
import { choice, text } from "../../../page/kinds.ts";
import { layout } from "../../../page/layout.ts";
import { places } from "../../pages/places.ts";
import { endSessionsOf, giveAddress, removeProofs } from "../acts.ts";
import { addressWords } from "./words.ts";

/** Acts that only need the address and a reason. */
const OTHERS = { proofs: removeProofs, sessions: endSessionsOf };

export const helpAccountPage = formPage({
  name: "equipe-aider",
  route: places.help,
  who: "help with an account",
  words: (lang) => addressWords(lang).help,
  seen: async ({ school }) => school.establishment,
  form: {
    fields: ({ words }) => ({
      address: text({ type: "email" }),
      what: choice({
        options: (["address", "proofs", "sessions"] as const).map((value) => ({
          value,
          label: words.whats[value],
          hint: words.whys[value],
        })),
      }),
      to: under("what", "address", text({ type: "email", blank: true })),
      reason: text(),
    }),
    which: ({ what, to, ...asked }, { seen: school }) =>
      what === "address"
        ? deed(giveAddress, { ...asked, to: to || "-", school })
        : deed(OTHERS[what], { ...asked, school }),
    done: ({ name }, { visit, words }, { what }) => {
      const main = html`<p>${words.done(name)}</p>
${what === "address" && html`<p>${words.unless}</p>`}
<p><a class="ds-link" href="${href(visit.link(visit.path))}">${words.more}</a></p>`;
      return { html: layout(visit, { title: words.doneHeading, main, back: places.team.to() }) };
    },
  },
  shown: ({ words }) => ({ title: words.heading, lead: words.lead, back: places.team.to() }),
});
