/** A demonstration sends no mail: its code is shown to the browser that asked, and the links of guests on the page that one enters by. */
import { sql } from "kysely";
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import * as output from "../output.ts";
import { codeChain } from "../codes/acts.ts";
import { isDemo } from "./acts.ts";

/** Undefined outside a demonstration. */
export const seeDemoCode = defineView({
  name: "seeDemoCode",
  label: { fr: "Voir le code, dans une démonstration", en: "See the code, in a demonstration" },
  who: "create an account",
  scope: "deployment",
  form: Type.Object({ request: Id }, closed),
  async read({ tx, input }) {
    if (!(await isDemo(tx))) return undefined;
    const mail = tx.selectFrom("mail").select("subject").where("about", "=", codeChain(input.request));
    const [code] = /^\d{6}/.exec((await mail.executeTakeFirst())?.subject ?? "") ?? [];
    return code === undefined ? undefined : { code };
  },
});

/** As many as the page lists. */
const SHOWN = 50;

/**
 * Guests invited since, each with the link of their last mail: of mails that a demonstration kept inside alone, so that a deployment which
 * sends its mail shows none. `who`: of the pages, as all that opens invitations.
 */
export const seeDemoGuests = defineView({
  name: "seeDemoGuests",
  label: { fr: "Voir les personnes invitées, dans une démonstration", en: "See the guests, in a demonstration" },
  who: "hold an invitation",
  form: Type.Object({}, closed),
  output: output.seeDemoGuests,
  async read({ tx, today }) {
    const { rows } = await sql<{ guest: string; name: string; path: string | null }>`
      select g.id as guest, g.name,
        (select m.link ->> 'path' from mail m join mail_sending s on s.id = m.id
          where m.about = 'guest:' || g.id and m.link ->> 'path' like '%/invitation/%' and s.problem = 'kept-inside'
          order by m.queued_at desc, m.id desc limit 1) as path
      from guest g where g.ended_at is null and g.until >= ${today}::date
      order by g.invited_at desc, g.id limit ${SHOWN}`.execute(tx);
    const guests = rows.flatMap(({ guest, name, path }) =>
      path === null ? [] : [{ guest, name, link: path.slice(path.lastIndexOf("/") + 1) }],
    );
    return { guests };
  },
});
