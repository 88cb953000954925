/**
 * The page behind an invitation's link. Opening it does nothing, since mail scanners open links: its button sends the code, and the code
 * opens the session. Codes follow the rules of any address.
 */
import { html } from "../../../kit/html.ts";
import { NOBODY } from "../../../kit/shapes.ts";
import type { Actor } from "../../../act/act.ts";
import { act, deed, see } from "../../../page/acting.ts";
import { formPage } from "../../../page/form-page.ts";
import { code } from "../../../page/kinds.ts";
import { layout } from "../../../page/layout.ts";
import type { PageResult, Visit } from "../../../page/page.ts";
import { heldGuestMark, keepGuestMark, keepGuestSession } from "../../../page/session.ts";
import { askCode, tryCode, tryLastCode } from "../../codes/acts.ts";
import { demoCode } from "../../demo/pages/code.ts";
import { places } from "../../pages/places.ts";
import { ANYONE, askingHere, callerOf, deviceIn, dropProof, heldProof, keepProof } from "../../pages/proof.ts";
import { enterAsGuest } from "../acts.ts";
import { sayInvitedFor, sayInvitedUntil } from "../sentences.ts";
import { seeInvitation } from "../views.ts";
import { guestWords } from "./words.ts";

export const invitationPage = formPage({
  name: "invitation",
  route: places.invitation,
  words: (lang) => guestWords(lang).invitation,
  seen: async (visit, params) => {
    const invitation = await see(visit, seeInvitation, {}, { actor: holder(params) });
    return invitation && { ...invitation, shown: await demoCode(visit) };
  },
  missing: over,
  form: {
    fields: ({ visit, words }) => ({ code: code({ hint: isAsked(visit) ? words.codeHint : words.lastHint }) }),
    go: ({ words }) => words.enter,
    which: ({ code: typed }, { visit, seen, params }) =>
      isAsked(visit)
        ? deed(tryCode, { request: heldProof(visit).request ?? NOBODY, code: typed })
        : deed(tryLastCode, last(visit, params, seen.address, typed)),
    actor: () => ANYONE,
    done: async (tried, { visit, words, params, seen }, { code: typed }) => {
      // Not the code of this request: it may be the last one sent, by another request.
      const anyway =
        tried.ticket === null && isAsked(visit)
          ? await act(visit, tryLastCode, last(visit, params, seen.address, typed), { actor: ANYONE })
          : undefined;
      const { ticket, left } = anyway?.kind === "done" && anyway.value.ticket !== null ? anyway.value : tried;
      if (ticket === null) return { wrong: { code: words.wrong(left) } };
      const entering = { ticket, device: deviceIn(visit), ...heldGuestMark(visit) };
      const entered = await act(visit, enterAsGuest, entering, { actor: holder(params) });
      dropProof(visit);
      // The code was for another address, or the invitation was revoked in between.
      if (entered.kind !== "done") return places.invitation.to(params);
      keepGuestSession(visit, entered.value.token);
      keepGuestMark(visit, entered.value.mark);
      return places.guest.to();
    },
  },
  also: (form) => ({
    send: form({
      go: ({ visit, words }) => (isAsked(visit) ? { label: words.again, variant: "secondary" } : words.go),
      act: askCode,
      actor: () => ANYONE,
      input: (_, { visit, params, seen: { address, language } }) => ({
        ...askingHere(visit),
        ...heldGuestMark(visit),
        invitation: invitationOf(visit, params),
        address,
        language,
        why: "guest" as const,
      }),
      done: ({ request }, { visit, params }) => {
        // The address stays on the server: the holder of the link is not told it.
        keepProof(visit, { address: "", request });
        return places.invitation.to(params);
      },
    }),
  }),
  shown: ({ visit, lang, words, seen }, { form, also }) => {
    const { name, roles, until } = seen;
    const main = isAsked(visit)
      ? html`${seen.shown}${form()}
${also.send()}
<p class="small">${words.notYou}</p>`
      : html`<p>${words.send}</p>
${also.send()}
<details class="ds-details"><summary>${words.have}</summary><div>${form()}</div></details>
<p class="small">${words.notYou}</p>`;
    const lead = words.lead(name, sayInvitedFor(roles, lang), sayInvitedUntil(roles, until, lang));
    return { title: words.heading(visit.school.name), lead, main };
  },
});

type Params = { readonly link: string };

/** Counted by the link, which a stranger who knows the address does not have. */
function invitationOf({ school }: Visit, { link }: Params) {
  return { school: school.establishment, link: link.slice(0, 100) };
}

/** The last code sent to their address, from any browser. */
function last(visit: Visit, params: Params, address: string, typed: string) {
  const counted = { caller: callerOf(visit), ...heldGuestMark(visit), invitation: invitationOf(visit, params) };
  return { address, code: typed, ...counted };
}

function holder({ link }: { readonly link: string }): Actor {
  return { kind: "holder", secret: link.slice(0, 100) };
}

/** Asked on this page: a code asked elsewhere carries an address. */
function isAsked(visit: Visit): boolean {
  const { request, address } = heldProof(visit);
  return request !== undefined && address === "";
}

function over(visit: Visit): PageResult {
  const words = guestWords(visit.lang).invitation;
  return { html: layout(visit, { title: words.over, lead: words.overWhy, main: html`` }), status: 404 };
}
