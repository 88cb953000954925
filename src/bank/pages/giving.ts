/** Noting that money which two people agreed to give back has left. */
import { may } from "../../act/permissions.ts";
import { isOwn } from "../../billing/charges/hands.ts";
import { ownNotice } from "../../billing/charges/pages/charge.ts";
import { day, money, officeFrame, toDebtor } from "../../billing/charges/pages/parts.ts";
import { moneyWords } from "../../billing/charges/pages/words.ts";
import { sayMeans } from "../../billing/charges/words.ts";
import { href, html } from "../../kit/html.ts";
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import { see } from "../../page/acting.ts";
import { summaryList } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { day as dayField } from "../../page/kinds.ts";
import { noteMoneyGiven } from "../giving/acts.ts";
import { seeMoneyToGive } from "../giving/views.ts";
import { bankLine, givingAt } from "./routes.ts";

const WORDS = inBoth({
  title: (amount: string) => [`Rendre ${amount}`, `Give back ${amount}`],
  lead: {
    waits: [
      "Deux personnes l’ont accepté. Rendez l’argent, puis notez-le ici : sinon personne ne sait s’il est parti.",
      "Two people agreed to it. Give the money back, then note it here: otherwise nobody knows whether it left.",
    ],
    made: (on: string, by: string | null) => [
      by === null ? `L’argent est parti le ${on}.` : `L’argent est parti le ${on}, selon ${by}.`,
      by === null ? `The money left on ${on}.` : `The money left on ${on}, says ${by}.`,
    ],
    seen: ["La banque montre que l’argent est parti.", "The bank shows that the money left."],
  },
  whose: ["À", "To"],
  amount: ["Montant", "Amount"],
  means: ["Par", "By"],
  reason: ["Motif", "Reason"],
  agreedOn: ["Accepté le", "Agreed on"],
  toAccount: ["Voir le compte", "See the account"],
  toLine: ["Voir l’opération de la banque", "See the entry of the bank"],
  note: {
    madeOn: ["Jour du départ", "The day it left"],
    go: ["Noter que l’argent est parti", "Note that the money left"],
  },
  done: { parti: ["C’est noté.", "It is noted."] },
});

function givingWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}

export const givingPage = formPage({
  name: "finances-decision-versement",
  route: givingAt,
  who: "see the accounts",
  words: givingWords,
  seen: (visit, { proposal }) => see(visit, seeMoneyToGive, { proposal }),
  form: {
    words: "note",
    fields: ({ lang, words }) => ({
      madeOn: dayField({ label: words.note.madeOn, missing: moneyWords(lang).form.dayFault }),
    }),
    begin: ({ visit }) => ({ madeOn: visit.today }),
    act: noteMoneyGiven,
    input: (typed, { params }) => ({ ...typed, proposal: params.proposal }),
    done: "parti",
    stale: () => ({ shown: true }),
    forbidden: ({ params }) => ({ to: givingAt.to(params) }),
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const { debtor, name, amount, means, reason, agreedOn, made, line } = seen;
    const waits = made === null && line === null;
    const lead = waits
      ? words.lead.waits
      : made === null
        ? words.lead.seen
        : words.lead.made(day(made.on, lang), made.byName);
    const facts = [
      { key: words.whose, value: name ?? moneyWords(lang).owed.unnamed },
      { key: words.amount, value: money(amount, lang) },
      { key: words.means, value: capital(sayMeans(means, lang)) },
      { key: words.reason, value: reason },
      { key: words.agreedOn, value: day(agreedOn, lang) },
    ];
    const main = html`${summaryList(facts, lang)}
<p><a class="ds-link" href="${href(visit.link(toDebtor(debtor)))}">${words.toAccount}</a></p>
${line !== null && html`<p><a class="ds-link" href="${href(visit.link(bankLine.to({ line })))}">${words.toLine}</a></p>`}
${waits && (isOwn(seen, visit.actor) ? ownNotice(visit) : may(visit.actor, "keep the accounts") && form())}`;
    return { title: words.title(money(amount, lang)), lead, main, back: toDebtor(debtor) };
  },
  frame: officeFrame,
});
