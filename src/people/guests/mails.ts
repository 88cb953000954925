/** The mails to guests. */
import type { MailText } from "../../mail/post.ts";
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import type { GuestRole } from "../../act/permissions.ts";
import { sayInvitedFor } from "./sentences.ts";

export function invitationMail(
  lang: Lang,
  { name, roles, until }: { readonly name: string; readonly roles: readonly GuestRole[]; readonly until: Day },
): MailText {
  const [why, day] = [sayInvitedFor(roles, lang), sayDay(until, lang)];
  return lang === "fr"
    ? {
        subject: `Invitation à ${why}`,
        paragraphs: [
          `Bonjour ${name},`,
          `L’école vous invite à ${why}, jusqu’au ${day}. Il n’y a pas de compte à créer : le lien ci-dessous ouvre une page, qui envoie un code à cette adresse chaque fois que vous entrez.`,
          "Le lien est à vous seul : ne le transmettez pas. Si vous n’attendiez pas cette invitation, n’en faites rien.",
        ],
      }
    : {
        subject: `Invitation to ${why}`,
        paragraphs: [
          `Hello ${name},`,
          `The school invites you to ${why}, until ${day}. There is no account to make: the link below opens a page that sends a code to this address each time you come in.`,
          "The link is yours alone: do not pass it on. If you did not expect this invitation, do nothing.",
        ],
      };
}

type ProposedGuest = {
  readonly name: string;
  readonly address: string;
  readonly roles: readonly GuestRole[];
  readonly until: Day;
};

/** To those who may confirm: these roles are given by two people. */
export function confirmGuestsMail(lang: Lang, proposed: readonly ProposedGuest[]): MailText {
  const several = proposed.length > 1;
  const each = proposed.map(({ name, address, roles, until }) => {
    const [why, last] = [sayInvitedFor(roles, lang), sayDay(until, lang)];
    return lang === "fr"
      ? `${name} (${address}) est proposé pour ${why}, jusqu’au ${last}.`
      : `${name} (${address}) is proposed to ${why}, until ${last}.`;
  });
  return lang === "fr"
    ? {
        subject: several
          ? `${proposed.length} invités attendent votre confirmation`
          : "Un invité attend votre confirmation",
        paragraphs: [
          ...each,
          "Deux personnes le décident : rien n’est envoyé tant que vous ne l’avez pas confirmé.",
          "Si vous êtes d’accord, confirmez-le sur la page « Invités ». Sinon, ne faites rien, ou retirez la proposition.",
        ],
      }
    : {
        subject: several
          ? `${proposed.length} guests wait for you to confirm them`
          : "A guest waits for you to confirm them",
        paragraphs: [
          ...each,
          "Two people decide it: nothing is sent before you confirm it.",
          "If you agree, confirm it on the page “Guests”. If not, do nothing, or take the proposal back.",
        ],
      };
}

/** To a guest who is let in for another thing. */
export function thingMail(lang: Lang, called: string): MailText {
  return lang === "fr"
    ? {
        subject: `Ouvert pour vous : ${called}`,
        paragraphs: [
          `L’école vous ouvre : ${called}.`,
          "Entrez par le lien de votre invitation : votre première page mène à ce qui vous est ouvert, et à rien d’autre.",
        ],
      }
    : {
        subject: `Open to you: ${called}`,
        paragraphs: [
          `The school opens to you: ${called}.`,
          "Come in by the link of your invitation: your first page leads to what is open to you, and to nothing else.",
        ],
      };
}

/** `ground`: the reason, where one was required; else empty. */
export function endedMail(lang: Lang, ground: string): MailText {
  return lang === "fr"
    ? {
        subject: "Votre invitation a pris fin",
        paragraphs: [
          "L’école a retiré votre invitation : le lien que vous aviez reçu n’ouvre plus rien, et vos connexions sont fermées.",
          ...(ground === "" ? [] : [`Motif : ${ground}`]),
          "Si vous pensez que c’est une erreur, dites-le à la personne de l’école qui l’avait envoyée.",
        ],
      }
    : {
        subject: "Your invitation has ended",
        paragraphs: [
          "The school took your invitation back: the link you had received opens nothing any more, and your sessions are closed.",
          ...(ground === "" ? [] : [`Ground: ${ground}`]),
          "If you think that this is a mistake, tell the person of the school who had sent it.",
        ],
      };
}

type GoneGuest = { readonly name: string; readonly ground: string; readonly says: readonly string[] };

/** To those who had called on the guest. */
export function goneGuestMail(lang: Lang, { name, ground, says }: GoneGuest): MailText & { readonly open: string } {
  return lang === "fr"
    ? {
        subject: `${name} : l’invitation a été retirée`,
        paragraphs: [...says, `Motif : ${ground}`, "Cette personne n’entre plus : convoquez quelqu’un d’autre."],
        open: "Voir les invités",
      }
    : {
        subject: `${name}: the invitation was taken back`,
        paragraphs: [...says, `Ground: ${ground}`, "This person comes in no more: call somebody else."],
        open: "See the guests",
      };
}
