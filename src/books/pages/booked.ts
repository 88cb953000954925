/** That what is recorded of a closed period is booked on the first open day. */
import type { BookedLater } from "../../billing/charges/pages/booked.ts";
import { inBoth } from "../../kit/in-both.ts";
import { sayDay } from "../../kit/lang.ts";
import { see } from "../../page/acting.ts";
import { seeFirstOpenDay } from "../views.ts";

const words = inBoth({
  later: (closed: string, first: string) => [
    `Les comptes sont clos jusqu’au ${closed} : ce sera écrit au ${first}. Le jour saisi reste sur la pièce.`,
    `The accounts are closed until ${closed}: this will be booked on ${first}. The document keeps the day you gave.`,
  ],
});

export const bookedLater: BookedLater = async (visit, on) => {
  const { closedUntil, firstOpen } = (await see(visit, seeFirstOpenDay, {})) ?? { closedUntil: null, firstOpen: null };
  if (closedUntil === null || firstOpen === null || on >= firstOpen) return undefined;
  const { lang } = visit;
  return words[lang].later(sayDay(closedUntil, lang), sayDay(firstOpen, lang));
};
