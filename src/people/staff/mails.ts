/** The mails about a revoked role whose holder had been called on. */
import type { MailText } from "../../mail/post.ts";
import type { Role } from "../../act/permissions.ts";
import type { Lang } from "../../kit/lang.ts";
import { sayRole } from "../sentences.ts";

type Taken = { readonly role: Role; readonly ground: string };

export function roleTakenMail(lang: Lang, { role, ground }: Taken): MailText {
  const said = sayRole(role, lang);
  return lang === "fr"
    ? {
        subject: `Le rôle « ${said} » vous est retiré`,
        paragraphs: [
          "L’école vous a retiré ce rôle : ce qu’il ouvrait vous est fermé, et vous n’avez plus à venir pour cela.",
          `Motif : ${ground}`,
        ],
      }
    : {
        subject: `The role “${said}” is taken back from you`,
        paragraphs: [
          "The school took this role back: what it opened is closed to you, and you need not come for it any more.",
          `Ground: ${ground}`,
        ],
      };
}

type Gone = Taken & { readonly name: string; readonly says: readonly string[] };

/** To those who had called on them. */
export function roleGoneMail(lang: Lang, { name, role, ground, says }: Gone): MailText & { readonly open: string } {
  const said = sayRole(role, lang);
  return lang === "fr"
    ? {
        subject: `${name} n’a plus le rôle « ${said} »`,
        paragraphs: [...says, `Motif : ${ground}`, "Convoquez quelqu’un d’autre."],
        open: "Ouvrir mon compte",
      }
    : {
        subject: `${name} no longer has the role “${said}”`,
        paragraphs: [...says, `Ground: ${ground}`, "Call somebody else."],
        open: "Open my account",
      };
}
