/** What waits among people: a role to accept, and what a second person confirms. */
import { sql } from "kysely";
import { type Called, type Waits, waits } from "../act/waiting.ts";
import { addDays, addYears, type Day } from "../kit/day.ts";
import type { Role } from "../act/permissions.ts";
import { aboutOne } from "../page/about-one.ts";
import { namesOf } from "./contact.ts";
import { mayBeAnswered } from "./offers/rules/by-two.ts";
import { places } from "./pages/places.ts";
import { sayRole } from "./sentences.ts";

type Offer = {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly until: Day | null;
  readonly offeredBy: string;
  readonly confirmedBy: string | null;
  readonly since: Day;
};
type Proposed = { readonly guest: string; readonly until: Day; readonly since: Day; readonly offeredBy: string };

const LAPSES = {
  fr: "Sans réponse ce jour-là, la proposition prend fin.",
  en: "Without an answer by that day, the offer ends.",
};

export const peopleWaits: readonly Waits[] = [
  waits({
    readBy: "see the roles",
    on: "staff",
    after: ["role_offer"],
    keys: {
      acceptRole: {
        answeredBy: ["acceptRole", "declineRole"],
        words: ({ role }) => ({
          verb: {
            fr: `Répondez au rôle proposé\u00a0: ${sayRole(role as Role, "fr")}`,
            en: `Answer the role offered: ${sayRole(role as Role, "en")}`,
          },
          otherwise: LAPSES,
          go: { fr: "Voir ce rôle et répondre", en: "See this role and answer" },
        }),
        to: () => places.offers.to(),
        mails: [-7, -2, 0],
      },
      confirmRole: {
        answeredBy: ["confirmRole"],
        words: ({ role }) => ({
          verb: {
            fr: `Confirmer un rôle proposé\u00a0: ${sayRole(role as Role, "fr")}`,
            en: `Confirm a role offered: ${sayRole(role as Role, "en")}`,
          },
          why: {
            fr: "Deux personnes le donnent\u00a0: une autre que celle qui l’a proposé.",
            en: "Two people give it: another than the one who offered it.",
          },
          otherwise: LAPSES,
        }),
        to: (account) => places.team.to({}, aboutOne(account)),
        takenBy: ["give roles"],
      },
    },
    async rows({ tx, zone }, ids) {
      const { rows } = await sql<Offer>`
        select id, account, role, until, offered_by as "offeredBy", confirmed_by as "confirmedBy",
          to_char(coalesce(confirmed_at, offered_at) at time zone ${zone}, 'YYYY-MM-DD') as since
        from role_offer where account = any(${ids}::uuid[])`.execute(tx);
      return rows.map(({ id: part, account, role, until: due, since: from, offeredBy, ...offer }) => ({
        id: account,
        ...(mayBeAnswered({ role, ...offer })
          ? { key: "acceptRole" as const, who: `account:${account}` as const }
          : { key: "confirmRole" as const, who: "may:give roles" as const, except: [offeredBy] }),
        part,
        person: `account:${account}`,
        from,
        due,
        until: due === null ? addYears(from, 1) : addDays(due, 1),
        facts: { role },
      }));
    },
  }),
  waits({
    readBy: "see the roles",
    on: "guest",
    after: ["guest_offer"],
    keys: {
      confirmGuest: {
        answeredBy: ["confirmGuest"],
        words: () => ({
          verb: { fr: "Confirmer un invité proposé", en: "Confirm a proposed guest" },
          why: {
            fr: "Deux personnes font entrer qui agit pour l’État\u00a0: une autre que celle qui l’a proposé.",
            en: "Two people let in whoever acts for the State: another than the one who proposed them.",
          },
          otherwise: LAPSES,
        }),
        to: (guest) => places.guests.to({}, aboutOne(guest)),
        takenBy: ["confirm who is let in"],
      },
    },
    async rows({ tx, zone }, ids) {
      const { rows } = await sql<Proposed>`
        select guest, until, offered_by as "offeredBy", to_char(offered_at at time zone ${zone}, 'YYYY-MM-DD') as since
        from guest_offer where guest = any(${ids}::uuid[])`.execute(tx);
      return rows.map(({ guest, until: due, since: from, offeredBy }) => ({
        id: guest,
        key: "confirmGuest" as const,
        who: "may:confirm who is let in" as const,
        except: [offeredBy],
        person: null,
        from,
        due,
        until: addDays(due, 1),
      }));
    },
  }),
];

export const accountsCalled: Called = async ({ tx }, ids) => {
  const names = await namesOf(
    tx,
    ids.map((id) => `account:${id}`),
  );
  return new Map(
    ids.flatMap((id) => {
      const name = names[`account:${id}`];
      return name === undefined ? [] : [[id, name]];
    }),
  );
};

export const guestsCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, name from guest where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
