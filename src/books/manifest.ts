/** The books: entries of what is owed and paid, for the accountant, and closed periods. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as acts from "./acts.ts";
import { booksCheckOf } from "./check.ts";
import { bookedLater } from "./pages/booked.ts";
import { closeBooksPage } from "./pages/close.ts";
import { entriesPage } from "./pages/entries.ts";
import { incomePage } from "./pages/income.ts";
import { thirdPage } from "./pages/third.ts";
import { booksRetained } from "./retention.ts";
import * as thirdActs from "./third/acts.ts";
import * as thirdViews from "./third/views.ts";
import * as views from "./views.ts";
import { menuOf } from "../page/menu.ts";

export const manifest = {
  name: "books",
  acts: actsIn(acts, thirdActs),
  views: viewsIn(views, thirdViews),
  pages: [entriesPage, incomePage, thirdPage, closeBooksPage],
  retained: booksRetained,
  checks: [booksCheckOf],
  bookedLater: [bookedLater],
  menu: menuOf([
    {
      to: "/finances/ecritures",
      label: { fr: "Écritures", en: "Entries" },
      may: "see the accounts",
      group: "money",
    },
  ]),
};
