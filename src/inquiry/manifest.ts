/** The public check: may I enter, what would I follow and pay. */
import { menuOf } from "../page/menu.ts";
import { actsIn, viewsIn } from "../act/gather.ts";
import * as acts from "./acts.ts";
import { dropExpiredAnswers, dropIdleInquiries } from "./duties.ts";
import { admissionPages } from "./pages/pages.ts";
import { pathwayPages } from "./path-pages/pages.ts";
import * as questions from "./questions/acts.ts";
import { questionPages } from "./questions/pages/pages.ts";
import { questionsRetained } from "./questions/retention.ts";
import { questionsCalled, questionWaits } from "./questions/waits.ts";
import * as views from "./views.ts";

export const manifest = {
  name: "inquiry",
  acts: actsIn(acts, questions),
  views: viewsIn(views, questions),
  pages: [...admissionPages, ...pathwayPages, ...questionPages],
  waits: [questionWaits],
  called: { question: questionsCalled },
  menu: menuOf([
    {
      to: "/questions",
      label: { fr: "Questions", en: "Questions" },
      may: "see the dossiers",
      group: "applications",
    },
  ]),
  retained: [questionsRetained],
  duties: [dropIdleInquiries, dropExpiredAnswers],
  /** Tables without data of any account, and why they need no retention period. */
  retainedOtherwise: {
    "nobody is named and it goes by itself: a draft after a day, an answer after a month": "inquiry kept_answer",
  },
};
