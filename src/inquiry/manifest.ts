/** The public check: may I enter, what would I follow and pay. */
import {
  eraseAnswer,
  eraseInquiry,
  expireAnswer,
  expireInquiry,
  keepAnswer,
  saveInquiry,
  startInquiry,
} from "./acts.ts";
import { dropExpiredAnswers, dropIdleInquiries } from "./duties.ts";
import { admissionPages } from "./pages/pages.ts";
import { pathwayPages } from "./path-pages/pages.ts";
import { openAnswer, openInquiry } from "./views.ts";

export const manifest = {
  name: "inquiry",
  acts: [startInquiry, saveInquiry, eraseInquiry, keepAnswer, eraseAnswer, expireInquiry, expireAnswer],
  views: [openInquiry, openAnswer],
  pages: [...admissionPages, ...pathwayPages],
  duties: [dropIdleInquiries, dropExpiredAnswers],
  /** Tables without data of any account, and why they need no retention period. */
  retainedOtherwise: {
    "nobody is named and it goes by itself: a draft after a day, an answer after a month": "inquiry kept_answer",
  },
};
