/** The pages anybody may open: the school, its diploma, the rule, the site's own pages, and what is not there. */
import { recordEntry } from "./public-entries.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow } from "./pages.ts";

const DIPLOMA = "/:diploma";
const { diploma, entry, longest } = recordEntry();
const below = (path: string) => path.replace(":diploma", diploma);

const full = (page: string, path: string): PageRow[] =>
  inBothLanguages({ page, path, state: "full", open: (tab, { at }) => tab.goto(at(below(path))) });

const missing = (page: string, path: string): PageRow[] =>
  inBothLanguages({
    page,
    path: "(not found)",
    state: "error",
    status: 404,
    open: (tab, { at }) => tab.goto(at(path)),
  });

const docs = (["fr", "en"] as const).map(
  (lang): PageRow => ({
    page: "docs",
    path: "/docs",
    state: "full",
    lang,
    open: async (tab, { origin }) => void (await tab.goto(`${origin}/docs?lang=${lang}`)),
  }),
);

/** Above the schools, in deployments that have several. */
const fronts = (["full", "empty", "very long"] as const).flatMap((state) =>
  (["fr", "en"] as const).map((lang): PageRow => {
    const path = lang === "en" ? "/en" : "/";
    return {
      page: "schools",
      path,
      state,
      lang,
      open: async (tab, { several }) => {
        const origin = several?.[state];
        if (origin === undefined) throw new NobodyToSignIn("it needs a deployment of several schools");
        await tab.goto(origin + path);
      },
    };
  }),
);

export const publicRows: readonly PageRow[] = [
  ...fronts,
  ...full("home", "/"),
  ...full("diploma", DIPLOMA),
  ...full("rule", `${DIPLOMA}/regle`),
  ...inBothLanguages({
    page: "rule",
    path: `${DIPLOMA}/regle`,
    state: "empty",
    open: (tab, { at }) => tab.goto(at(below(`${DIPLOMA}/regle?certitude=local`))),
  }),
  ...inBothLanguages({
    page: "rule-entry",
    path: `${DIPLOMA}/regle/:entry`,
    state: "full",
    open: (tab, { at }) => tab.goto(at(below(`${DIPLOMA}/regle/${entry}`))),
  }),
  ...inBothLanguages({
    page: "rule-entry",
    path: `${DIPLOMA}/regle/:entry`,
    state: "very long",
    open: (tab, { at }) => tab.goto(at(below(`${DIPLOMA}/regle/${longest}`))),
  }),
  ...full("question", `${DIPLOMA}/question`),
  ...inBothLanguages({
    page: "question",
    path: `${DIPLOMA}/question`,
    state: "error",
    status: 422,
    open: async (tab, { at }) => {
      await tab.goto(at(below(`${DIPLOMA}/question`)));
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form button.ds-button").click();
      await loaded;
    },
  }),
  ...full("help", "/aide"),
  ...inBothLanguages({
    page: "help-station",
    path: "/aide/:about",
    state: "full",
    open: (tab, { at }) => tab.goto(at("/aide/epreuves")),
  }),
  ...full("accessibility", "/accessibilite"),
  ...full("legal", "/mentions-legales"),
  ...full("site-map", "/plan-du-site"),
  ...docs,
  ...missing("not-found", "/nulle-part/du/tout"),
];
