/** Current and future absences, with stand-ins. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import { namesByAccount, officersWithRoles } from "./officers.ts";
import { absencesFrom } from "./store.ts";
import * as output from "./output.ts";

export const seeAbsences = defineView({
  name: "seeAbsences",
  label: { fr: "Voir les absences et qui remplace", en: "See the absences and who stands in" },
  who: "see the dossiers",
  form: Type.Object({}, closed),
  output: output.seeAbsences,
  async read({ tx, today }) {
    const rows = await absencesFrom(tx, today);
    const names = await namesByAccount(
      tx,
      rows.flatMap(({ account, standIn }) => [account, standIn]),
    );
    const absences = rows.map(({ id, account, standIn, from, until }) => ({
      id,
      account,
      name: names(account),
      standIn: names(standIn),
      from,
      until,
    }));
    return { absences, colleagues: await officersWithRoles(tx) };
  },
});
