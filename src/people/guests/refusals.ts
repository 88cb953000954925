/** What the acts on guests refuse, for those that invite one and those that prolong several. */
import { invalid, type Performing } from "../../act/act.ts";
import { type Actor, INVITES, may } from "../../act/permissions.ts";
import { addDays, type Day } from "../../kit/day.ts";
import { sayDay } from "../../kit/lang.ts";
import { issue } from "../../kit/schema.ts";
import type { Guest } from "./store.ts";

/** Whether the actor may invite for all of these roles. */
export function mayInviteFor(actor: Actor, { roles }: Pick<Guest, "roles">): boolean {
  return roles.every((role) => may(actor, INVITES[role]));
}

/** An end that the school’s file does not allow; undefined if it does. */
export function endIssue(
  { today, establishment, opened }: Pick<Performing<unknown>, "today" | "establishment" | "opened">,
  until: Day,
) {
  const { guestDays } = opened(establishment);
  if (guestDays === undefined) return invalid([CLOSED]);
  return until < today || until > addDays(today, guestDays) ? invalid([BAD_END]) : undefined;
}

export const OWN = issue(
  "address",
  "Cette adresse est la vôtre : personne ne s’invite. Demandez-le à quelqu’un d’autre.",
  "This address is yours: nobody invites themselves. Ask somebody else.",
);
export const WAITING = issue(
  "address",
  "Une invitation de cette personne attend déjà d’être confirmée.",
  "An invitation of this person already waits to be confirmed.",
);
export const ANOTHER = issue(
  "id",
  "Une autre personne le confirme : ni qui l’a proposé, ni qui est invité.",
  "Another person confirms it: neither whoever proposed it nor whoever is invited.",
);
export const beyond = (until: Day) =>
  issue(
    "until",
    `Cette personne est invitée jusqu’au ${sayDay(until, "fr")}, aussi pour ce que vous ne confiez pas : choisissez au plus tard ce jour.`,
    `This person is invited until ${sayDay(until, "en")}, also for what is not yours to give: choose that day at the latest.`,
  );
const BAD_END = issue(
  "until",
  "Choisissez une fin parmi celles que l’école permet.",
  "Choose an end among those that the school allows.",
);
const CLOSED = issue("until", "Cette école ne reçoit pas d’invités.", "This school takes no guests.");
