/** The guests of a payer: a person of the office invites one, sends a new link, or ends an invitation. */
import { html } from "../../../kit/html.ts";
import { sayInstant } from "../../../kit/instant.ts";
import { LANGS, sayDay } from "../../../kit/lang.ts";
import { addressKey } from "../../../kit/mail-address.ts";
import { isId } from "../../../kit/shapes.ts";
import { may } from "../../../act/permissions.ts";
import { see } from "../../../page/acting.ts";
import { summaryCard } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { choice, text } from "../../../page/kinds.ts";
import { route } from "../../../page/route.ts";
import { payer as payerAt } from "../../charges/pages/parts.ts";
import { confirmPayerMailbox, invitePayer, uninvitePayer, withdrawPayerMailbox } from "../guest-acts.ts";
import { seePayerGuests } from "../guest-views.ts";
import { accessWords } from "./access-words.ts";

export const payerAccess = route("/finances/payeurs/:payer/acces");

export const payerAccessPage = formPage({
  name: "finances-payeur-acces",
  route: payerAccess,
  who: "prepare the contracts",
  words: accessWords,
  seen: async (visit, { payer }) => (isId(payer) ? see(visit, seePayerGuests, { payer }) : undefined),
  form: {
    fields: ({ words }) => ({
      name: text(),
      address: text({ type: "email" }),
      language: choice({ options: LANGS.map((value) => ({ value, label: words.languages[value] })), otherwise: "fr" }),
    }),
    begin: ({ seen: { contact, email } }) => ({ name: contact, address: email }),
    act: invitePayer,
    input: (typed, { params }) => ({ payer: params.payer, ...typed }),
    on: { payer: "address" },
    done: ({ waits }, { params }) => payerAccess.to(params, { fait: waits === null ? "invite" : "propose" }),
  },
  also: (form) => ({
    confirm: form({
      item: "mailbox",
      go: ({ words }) => words.confirm,
      act: confirmPayerMailbox,
      input: (_, { params, item }) => ({ payer: params.payer, mailbox: item }),
      done: "confirme",
      forbidden: ({ params }) => ({ to: payerAccess.to(params) }),
    }),
    withdraw: form({
      item: "mailbox",
      go: ({ words }) => ({ label: words.withdraw, variant: "secondary" }),
      act: withdrawPayerMailbox,
      input: (_, { params, item }) => ({ payer: params.payer, mailbox: item }),
      done: "annule",
      forbidden: ({ params }) => ({ to: payerAccess.to(params) }),
    }),
    end: form({
      item: "guest",
      go: ({ words }) => ({ label: words.end, variant: "secondary" }),
      act: uninvitePayer,
      input: (_, { params, item }) => ({ payer: params.payer, guest: item }),
      done: "retire",
      forbidden: ({ params }) => ({ to: payerAccess.to(params) }),
    }),
  }),
  shown: ({ visit, lang, words, seen, params }, { form, also }) => {
    const card = ({ guest, name, address, until, visitedAt, returned }: (typeof seen.guests)[number]) =>
      summaryCard({
        title: name,
        level: 2,
        rows: [
          { key: words.fields.address, value: address },
          { key: words.signs, value: signsSaid(address) },
          { key: words.until, value: sayDay(until, lang) },
          {
            key: words.visited,
            value: visitedAt === null ? words.never : sayInstant(new Date(visitedAt), visit.school.timezone, lang),
          },
          ...(returned && visitedAt === null ? [{ key: words.mail, value: words.returned }] : []),
        ],
        actions: also.end(guest, { of: words.endOf(name) }),
        lang,
      });
    const signsSaid = (address: string) => {
      const one = seen.mailboxes.find((its) => addressKey(its.address) === addressKey(address));
      return one?.confirmedBy == null ? words.notYet : words.vouched(one.by, one.confirmedBy);
    };
    const waiting = seen.mailboxes.filter(({ confirmedBy }) => confirmedBy === null);
    const proposed = ({ mailbox, name, address, isRegisters, by, at, own }: (typeof waiting)[number]) =>
      summaryCard({
        title: name,
        level: 3,
        rows: [
          { key: words.fields.address, value: isRegisters ? words.registers(address) : address },
          ...(isRegisters || seen.email === "" ? [] : [{ key: words.inRegister, value: seen.email }]),
          { key: words.enteredBy, value: `${by}, ${sayInstant(new Date(at), visit.school.timezone, lang)}` },
          ...(own ? [{ key: words.next, value: words.another }] : []),
        ],
        actions: html`${!own && also.confirm(mailbox, { of: address })}${!isRegisters && also.withdraw(mailbox, { of: address })}`,
        lang,
      });
    const back = may(visit.actor, "keep the accounts") ? payerAt.to({ payer: params.payer }) : "/a-faire";
    return {
      title: words.heading(seen.name),
      lead: words.lead,
      main: html`${seen.guests.length === 0 ? html`<p>${words.none}</p>` : seen.guests.map(card)}
${waiting.length > 0 && html`<h2>${words.waiting}</h2><p>${words.waitingLead}</p>${waiting.map(proposed)}`}
<h2>${words.invite}</h2>
${form()}`,
      back,
    };
  },
});
