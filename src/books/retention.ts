/** Closed periods are kept as long as accounts must be; their labels name people, and no request erases them earlier. */
import { sql } from "kysely";
import { accounted } from "../billing/kept/accounted.ts";
import { rowsWhere } from "../retention/contents.ts";
import type { Retained } from "../retention/retained.ts";
import { deleteClosing, oldClosings } from "./closings/store.ts";
import { deleteHandedOn, oldHandedOn } from "./third/store.ts";

export const booksRetained: readonly Retained[] = [
  {
    ...accounted({
      name: "books",
      label: {
        fr: "Les écritures comptables sur ce que vous devez et payez",
        en: "The accounting entries on what you owe and pay",
      },
      counted: { fr: "Périodes comptables closes", en: "Closed accounting periods" },
      tables: ["books_closing", "books_entry"],
      prefix: "books-closing:",
      old: oldClosings,
      remove: deleteClosing,
    }),
    also: async (tx, { account }) => ({
      books_entry: await rowsWhere(tx, "books_entry", sql`t.debtor = ${`account:${account}`}`),
    }),
  },
  accounted({
    name: "handed-on",
    label: { fr: "Ce qui est reversé à d’autres organismes", en: "What is handed on to other bodies" },
    tables: ["handed_on"],
    prefix: "handed-on:",
    old: oldHandedOn,
    remove: deleteHandedOn,
  }),
];
