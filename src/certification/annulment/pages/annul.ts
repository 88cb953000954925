/** The director records that a jury was annulled, with the decision. */
import { html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { withKind } from "../../../kit/with-kind.ts";
import { fileFault, oneFile, uploadOf } from "../../../files/pages/one-file.ts";
import { see } from "../../../page/acting.ts";
import { summaryList } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { day, longText, pick, text } from "../../../page/kinds.ts";
import { juryAnchor, places } from "../../pages/places.ts";
import { annulJury } from "../acts.ts";
import { seeToAnnul } from "../views.ts";
import { annulmentWords } from "../words.ts";

export const annulPage = formPage({
  name: "jury-annulation",
  route: places.annul,
  who: annulJury.who,
  takesFiles: true,
  asksFirst: "annul a jury",
  words: annulmentWords,
  seen: (visit, { jury }) => (isId(jury) ? see(visit, seeToAnnul, { jury }) : Promise.resolve(undefined)),
  form: {
    fields: ({ words }) => ({
      by: pick({
        options: (["court", "state"] as const).map((value) => ({ value, label: words.by[value] })),
      }),
      authority: text(),
      reference: text(),
      from: day(),
      ground: longText({ rows: 3 }),
      paper: oneFile(words.fields.paper.label, words.fields.paper.missing),
    }),
    begin: ({ seen }) => ({ from: seen.on }),
    check: ({ paper }, { lang }) => {
      const fault = fileFault(paper, lang);
      return fault === undefined ? {} : { paper: fault };
    },
    go: ({ words }) => words.go,
    act: annulJury,
    input: ({ paper, ...said }, { params }) => ({ ...said, jury: params.jury, paper: uploadOf(paper) }),
    showing: ({ seen }) => seen.falls,
    done: ({ told }, { seen }) =>
      places.session.to({ session: seen.session.id }, { fait: told > 0 ? "jury-annule" : "jury-annule-seul" }),
  },
  shown: ({ words, lang, seen, visit }, { form }) => {
    const rows = seen.falls.map(({ what, is }) => ({ key: what[lang], value: is[lang] }));
    const main = html`<p>${words.why}</p><p class="ds-alert" data-color="warning">${words.forGood}</p>
<h2>${words.falls}</h2>${summaryList(rows, lang)}${form()}`;
    return {
      title: words.link,
      lead: `${sayDay(seen.on, lang)} – ${withKind("session", seen.session.name)}`,
      main,
      back: `${places.session.to({ session: seen.session.id })}#${juryAnchor(visit.params.jury ?? "")}`,
    };
  },
});
