/** In a demonstration, the way in: as one of its invented people. Elsewhere there is no such page. */
import { formPage } from "../../../page/form-page.ts";
import { choice } from "../../../page/kinds.ts";
import { places } from "../../pages/places.ts";
import { deviceIn, letIn, stillOnTheWay } from "../../pages/proof.ts";
import { startSession } from "../../sessions/acts.ts";
import { demoWords } from "../words.ts";

export const enterDemoPage = formPage({
  name: "demonstration",
  route: places.demo,
  words: (lang) => demoWords[lang],
  seen: async ({ world, school }) => world.demo?.shown.filter((one) => one.school === school.establishment),
  form: {
    fields: ({ lang, words, seen }) => ({
      account: choice({
        legend: words.choose,
        options: seen.map(({ account, label }) => ({ value: account, label: label[lang] })),
        missing: words.missing,
      }),
    }),
    action: stillOnTheWay,
    go: ({ words }) => words.go,
    act: startSession,
    actor: (_, { account }) => ({ kind: "proven", account, means: ["demo"] }),
    input: (_, { visit }) => ({ device: deviceIn(visit) }),
    done: (entered, { visit }) => letIn(visit, entered),
  },
  shown: ({ words }) => ({ title: words.heading, lead: words.lead }),
});
