/** One's own lesson: how one is marked in it, and contesting it or justifying an absence, with a supporting document. */
import { html } from "../../../kit/html.ts";
import { isId } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { summaryList } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { files, longText } from "../../../page/kinds.ts";
import { fileProblems } from "../../../files/words.ts";
import { claimAttendance } from "../../attendance/acts.ts";
import { sayMarked } from "../../attendance/pages/list.ts";
import { places } from "../../cohorts/pages/places.ts";
import { lessonWords } from "../../lessons/pages/words.ts";
import { sayWhen } from "../../lessons/words.ts";
import { myLesson } from "../views.ts";
import { mineWords } from "./words.ts";

export const claimPage = formPage({
  name: "formation-seance",
  route: places.claim,
  who: "be in training",
  takesFiles: true,
  words: (lang) => mineWords(lang).claim,
  seen: async (visit, { lesson }) => (isId(lesson) ? see(visit, myLesson, { lesson }) : undefined),
  form: {
    fields: { words: longText({ rows: 4 }), file: files({ optional: true }) },
    check: ({ file }, { lang }) => {
      const upload = file?.[0];
      return upload && "problem" in upload ? { file: fileProblems[lang][upload.problem] } : {};
    },
    act: claimAttendance,
    input: ({ words, file }, { params }) => {
      const attached = file?.[0];
      return { lesson: params.lesson, words, ...(attached && "upload" in attached && { upload: attached.upload }) };
    },
    on: { upload: "file", lesson: "words" },
    done: "envoye",
  },
  shown: ({ lang, words, seen }, { form }) => {
    const { lesson, marked, claims } = seen;
    const waits = claims.some(({ answer }) => answer === null);
    const main = html`<p>${capital(sayWhen(lesson, lang))}. ${lesson.unit} – ${capital(lesson.label[lang])}, ${lesson.trainerName}.</p>
<p>${marked ? words.now(sayMarked(marked, lessonWords(lang))) : words.nothing}</p>
${claims.map((claim) =>
  summaryList(
    [
      { key: words.said, value: html`<span class="typed">${claim.words}</span>` },
      ...(claim.file === null ? [] : [{ key: words.attached, value: claim.file }]),
      {
        key: words.answer,
        value: claim.answer === null ? words.waits : html`<span class="typed">${claim.answer}</span>`,
      },
    ],
    lang,
  ),
)}
${!waits && form()}`;
    return { title: words.title, main, back: places.mine.to(undefined, { semaine: lesson.on }) };
  },
});
