/** Whether an invitation is in force on a day: through its last day, unless revoked. */
import type { Day } from "../../../kit/day.ts";
import type { Machine } from "../../../kit/machine.ts";

export type Standing = "in force" | "over" | "taken back";

export const INVITATION: Machine<Standing, "renewed" | "entered" | "taken back" | "closed"> = {
  name: "guest",
  thing: { fr: "Cette invitation", en: "This invitation" },
  again: { fr: "elle", en: "it" },
  states: {
    "in force": { fr: "en cours", en: "in force" },
    over: { fr: "arrivée à son terme", en: "past its end" },
    "taken back": { fr: "retirée", en: "taken back" },
  },
  instead: {
    over: { fr: "Invitez la personne de nouveau.", en: "Invite them anew." },
    "taken back": { fr: "Invitez la personne de nouveau.", en: "Invite them anew." },
  },
  moves: {
    renewed: { from: ["in force"] },
    entered: { from: ["in force"] },
    "taken back": { from: ["in force"], to: ["taken back"] },
    // By the calendar, once.
    closed: { from: ["over"] },
  },
};

export type Invitation = { readonly until: Day; readonly endedAt: Date | null; readonly endedBy: string | null };

/** Over after its last day, whether or not the calendar has run. */
export function standing({ until, endedAt, endedBy }: Invitation, today: Day): Standing {
  if (endedAt !== null && endedBy !== "clock") return "taken back";
  return endedAt !== null || today > until ? "over" : "in force";
}

/** Whether it gives access. */
export function opens(invitation: Invitation, today: Day): boolean {
  return standing(invitation, today) === "in force";
}
