/** Who would sign for a payer, as the school proposes it: the payer says yes or no, from its own address of the register. */
import { sayInstant } from "../../../kit/instant.ts";
import { inBoth } from "../../../kit/in-both.ts";
import { html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { see } from "../../../page/acting.ts";
import { summaryCard } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { route } from "../../../page/route.ts";
import { answerPayerMailbox } from "../guest-acts.ts";
import { payerMailboxes } from "../guest-views.ts";
import { payerHome } from "./guest-invoice.ts";

export const payerSigners = route("/payeur/:payer/qui-signe");

export const payerSignersPage = formPage({
  name: "payeur-qui-signe",
  route: payerSigners,
  who: "pay for others",
  words: signersWords,
  seen: async (visit, { payer }) => (isId(payer) ? see(visit, payerMailboxes, { payer }) : undefined),
  told: ({ words }) => words.done,
  also: (form) => ({
    agree: form({
      item: "mailbox",
      go: ({ words }) => words.agree,
      act: answerPayerMailbox,
      input: (_, { params, item }) => ({ payer: params.payer, mailbox: item, agrees: true }),
      done: "oui",
      forbidden: ({ params }) => ({ to: payerSigners.to(params) }),
    }),
    decline: form({
      item: "mailbox",
      go: ({ words }) => ({ label: words.decline, variant: "secondary" }),
      act: answerPayerMailbox,
      input: (_, { params, item }) => ({ payer: params.payer, mailbox: item, agrees: false }),
      done: "non",
      forbidden: ({ params }) => ({ to: payerSigners.to(params) }),
    }),
  }),
  shown: ({ visit, lang, words, seen, params }, { also }) => ({
    title: words.heading(seen.name),
    lead: seen.mailboxes.length === 0 ? words.none : words.lead,
    main: html`${seen.mailboxes.map(({ mailbox, name, address, by, at }) =>
      summaryCard({
        title: name,
        level: 2,
        rows: [
          { key: words.address, value: address },
          { key: words.by, value: `${by}, ${sayInstant(new Date(at), visit.school.timezone, lang)}` },
        ],
        actions: html`${also.agree(mailbox, { of: name })}${also.decline(mailbox, { of: name })}`,
        lang,
      }),
    )}`,
    back: payerHome.to({ payer: params.payer }),
  }),
});

const WORDS = inBoth({
  heading: (payer: string) => [`Qui signe pour ${payer}`, `Who signs for ${payer}`],
  lead: [
    "L’école propose que ces personnes lisent et signent vos conventions. Rien ne leur est ouvert avant votre oui, ou celui d’une autre personne de l’école.",
    "The school proposes that these people read and sign your conventions. Nothing is opened to them before you say yes, or another person of the school does.",
  ],
  none: ["Rien n’attend votre réponse.", "Nothing awaits your answer."],
  address: ["Adresse électronique", "E-mail address"],
  by: ["Proposé par", "Proposed by"],
  agree: ["Oui, cette personne signe pour nous", "Yes, this person signs for us"],
  decline: ["Non", "No"],
  done: {
    oui: ["Cette personne reçoit un lien, et peut signer.", "This person is sent a link, and may sign."],
    non: ["Cette personne ne signe pas pour vous.", "This person does not sign for you."],
  },
});

function signersWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
