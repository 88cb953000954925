/** This subject's entries in the account. */
import { may } from "../../act/permissions.ts";
import { see } from "../../page/acting.ts";
import type { AccountEntries, WorkEntries } from "../../page/page.ts";
import { calendarWords } from "../calendar/pages/words.ts";
import { guestWords } from "../guests/pages/words.ts";
import { seeWaitingGuests } from "../guests/views.ts";
import { seeOffers } from "../offers/views.ts";
import { providerOf } from "../provider/provider.ts";
import { tieWords } from "../provider/words.ts";
import { tokenWords } from "../tokens/pages/words.ts";
import { places } from "./places.ts";
import { peopleWords } from "./words.ts";

export const accountEntries: AccountEntries = ({ lang, school, world }) => {
  const words = peopleWords(lang).entries;
  const calendar = calendarWords(lang);
  return [
    { part: "mine", to: "/compte/courrier", label: words.mail, why: words.mailWhy },
    { part: "mine", to: places.calendar.to(), label: calendar.heading, why: calendar.entryWhy },
    { part: "account", to: places.access.to(), label: words.access, why: words.accessWhy },
    { part: "account", to: places.proofs.to(), label: words.proofs, why: words.proofsWhy },
    ...(providerOf(world, school.establishment)
      ? [{ part: "account" as const, to: places.ties.to(), label: tieWords(lang).heading, why: tieWords(lang).lead }]
      : []),
    ...(school.access?.tokenDays === undefined
      ? []
      : [{ part: "account" as const, to: "/compte/jetons", label: tokenWords(lang).heading, why: words.tokensWhy }]),
  ];
};

export const peopleEntries: WorkEntries = async (visit) => {
  const { lang, actor } = visit;
  const words = peopleWords(lang).entries;
  const confirms = may(actor, "confirm who is let in");
  const guests = (confirms && (await see(visit, seeWaitingGuests, {}))?.waiting.filter(({ own }) => !own).length) || 0;
  const offers = (confirms && (await see(visit, seeOffers, {}))?.offers) || [];
  const roles = offers.filter(({ waits, own, lapsed }) => waits && !own && !lapsed).length;
  const { heading, entryWhy } = guestWords(lang).office;
  return [
    ...(may(actor, "see the guests")
      ? [{ to: places.guests.to(), label: heading, why: entryWhy, ...(guests > 0 && { waiting: String(guests) }) }]
      : []),
    ...(may(actor, "see the roles")
      ? [
          {
            to: places.team.to(),
            label: words.staff,
            why: words.staffWhy,
            ...(roles > 0 && { waiting: String(roles) }),
          },
        ]
      : []),
  ];
};
