/** Lets a contact of a payer in by a link, and out again: what it then reads and signs is in `guest-views.ts` and the room of contracts. */
import { FREE } from "../../act/binding.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { closed, Id, Language } from "../../kit/shapes.ts";
import { postMail } from "../../mail/post.ts";
import { guestChain } from "../../people/guests/letting-in.ts";
import { letInPayer, letOutPayer, PAYING_TABLES } from "../../people/guests/paying.ts";
import { payerChain } from "./acts.ts";
import { invitedMail } from "./guest-mails.ts";
import * as output from "./output.ts";
import { findPayer } from "./store.ts";

const Line = Type.String({ minLength: 1, maxLength: 200 });

/** Invited again, who has lost the link gets another, and may come for longer. */
export const invitePayer = defineAct({
  name: "invitePayer",
  label: { fr: "Inviter un employeur ou un financeur", en: "Invite an employer or a fund" },
  who: "prepare the contracts",
  form: Type.Object({ payer: Id, name: Line, address: Line, language: Language }, closed),
  output: output.invitePayer,
  writes: [...PAYING_TABLES, "mail"],
  async perform(context) {
    const { tx, input, at } = context;
    const payer = await findPayer(tx, input.payer);
    if (!payer || payer.closedAt !== null) return FORBIDDEN;
    const given = await letInPayer(context, input, payerChain(payer.id));
    if ("issues" in given) return invalid(given.issues);
    const { guest, language: lang, path } = given;
    const { open: label, ...words } = invitedMail(lang, { ...given, payer: payer.name });
    const [about, to] = [guestChain(guest), input.address.trim()];
    await postMail(tx, { reader: null, to, lang, ...words, link: { path, label }, about, of: about, at });
    return done({ guest }, payerChain(payer.id));
  },
});

export const uninvitePayer = defineAct({
  name: "uninvitePayer",
  label: { fr: "Ne plus laisser entrer un contact d’un payeur", en: "No longer let a contact of a payer in" },
  who: "prepare the contracts",
  form: Type.Object({ payer: Id, guest: Id }, closed),
  output: output.uninvitePayer,
  free: FREE.closes,
  writes: [...PAYING_TABLES, "guest_session", "mail"],
  async perform(context) {
    const { payer, guest } = context.input;
    const chain = payerChain(payer);
    return (await letOutPayer(context, guest, chain)) ? done({}, chain) : FORBIDDEN;
  },
});
