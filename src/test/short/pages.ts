/** What a stranger does on each page that she may come to, known by its heading, and nothing more than the page needs. */
import type { Page } from "playwright-core";
import { pdf } from "../sent-files.ts";

export type Press = (role: "link" | "button", name: string | RegExp) => Promise<void>;
type Known = {
  readonly heading: RegExp;
  /** Without it, the walk ends here. */
  readonly goesOn?: GoesOn;
};
type GoesOn = (page: Page, press: Press) => Promise<void>;

const ADDRESS = "claire.durand@exemple.fr";

/** Fills what the page asks, then presses one button. */
const fills =
  (button: string | RegExp, fill: (page: Page) => Promise<void> = async () => {}): GoesOn =>
  async (page, press) => {
    await fill(page);
    await press("button", button);
  };
const radio = (page: Page, name: string | RegExp) =>
  page
    .getByRole("radio", { name, exact: typeof name === "string" })
    .first()
    .check();
const write = (page: Page, name: string | RegExp, text: string) =>
  page
    .getByRole("textbox", { name, exact: typeof name === "string" })
    .first()
    .fill(text);
const writeDay = async (page: Page, group: string | RegExp, parts: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(parts))
    await page.getByRole("group", { name: group }).first().getByRole("textbox", { name, exact: true }).fill(text);
};
/** Only where it is asked at all. */
const choose = async (page: Page, name: string, option: string) => {
  const list = page.getByRole("combobox", { name, exact: true });
  if ((await list.inputValue()) === "") await list.selectOption({ label: option });
};
/** All that is asked for at once; what was sent already has no field. */
const sendsAll: GoesOn = async (page, press) => {
  for (const field of await page
    .getByRole("main")
    .getByLabel(/^Choisir un/)
    .all()) {
    if (!(await field.isVisible())) continue;
    const name = (await field.getAttribute("name")) ?? "";
    // The text has as many pages as its rule asks for; the others may have as many.
    await field.setInputFiles({
      name: `${name}.pdf`,
      mimeType: "application/pdf",
      buffer: pdf({ comment: name, pages: 9 }),
    });
  }
  await press("button", "Enregistrer et continuer");
};

type Parts = Readonly<Record<string, string>>;
/** Her diploma by some letters of its name, awarded on that day, or in that year. */
const titled =
  (awarded: Parts): GoesOn =>
  async (page, press) => {
    const name = "Diplôme d’État d’assistant de service social (DEASS)";
    if ((await page.getByRole("radio", { name, exact: true }).count()) === 0) {
      await write(page, /^Son nom/, "service social");
      return press("button", "Chercher");
    }
    await radio(page, name);
    await writeDay(page, "Date d’obtention", awarded);
    await press("button", "Continuer");
  };
const workingSince = (began: Parts): GoesOn =>
  fills("Continuer", async (page) => {
    await writeDay(page, /Début/, began);
    await page.getByRole("checkbox", { name: "Toujours en cours" }).check();
    await radio(page, "Temps plein");
    await radio(page, /^Oui/);
  });

export const PAGES: readonly Known[] = [
  { heading: /^Récépissé|^Votre dossier est déposé/ },
  { heading: /^Diplôme d’État/, goesOn: (_, press) => press("link", /^Puis-je candidater/) },
  {
    heading: /^Vos diplômes/,
    goesOn: titled({ Jour: "27", Mois: "6", Année: "2017" }),
  },
  {
    heading: /^Votre expérience/,
    goesOn: workingSince({ Jour: "1", Mois: "9", Année: "2017" }),
  },
  { heading: /vous pouvez candidater/, goesOn: (_, press) => press("button", /^Candidater jusqu’au/) },
  {
    heading: /^Se connecter ou créer un compte/,
    goesOn: fills("Recevoir un code", (page) => write(page, /^Quelle est votre adresse/, ADDRESS)),
  },
  {
    heading: /^Quel est le code/,
    goesOn: fills("Continuer", async (page) => {
      const [code = ""] = /\b\d{6}\b/.exec(await page.getByRole("main").innerText()) ?? [];
      await write(page, /^Code/, code);
    }),
  },
  {
    heading: /^Dossier/,
    goesOn: async (page, press) =>
      press(
        "link",
        (await page.getByRole("link", { name: "Relire et déposer" }).count()) > 0 ? "Relire et déposer" : "Continuer",
      ),
  },
  {
    heading: /^Votre identité/,
    goesOn: fills("Enregistrer et continuer", async (page) => {
      await write(page, "Nom de naissance", "Durand");
      await write(page, "Prénoms", "Claire Marie");
      await radio(page, "Féminin");
      await writeDay(page, "Date de naissance", { Jour: "28", Mois: "2", Année: "1985" });
      await choose(page, "Pays de naissance", "France");
      await write(page, /^Commune de naissance/, "Montpellier");
    }),
  },
  {
    heading: /^Vos coordonnées/,
    goesOn: fills("Enregistrer et continuer", async (page) => {
      await write(page, "Téléphone", "06 12 34 56 78");
      await write(page, "Adresse", "1 rue de l’Exemple");
      await write(page, "Code postal", "34000");
      await choose(page, "Pays", "France");
    }),
  },
  { heading: /^Quel cursus/, goesOn: fills("Continuer", (page) => radio(page, "DEIS")) },
  { heading: /^Qui paie la formation/, goesOn: fills("Enregistrer et continuer") },
  { heading: /il vous reste .* de théorie/, goesOn: (_, press) => press("link", "Continuer") },
  { heading: /^Vos pièces/, goesOn: sendsAll },
  { heading: /^Aménagements/, goesOn: fills("Enregistrer et continuer", (page) => radio(page, "Non")) },
  {
    heading: /^Relire et déposer/,
    goesOn: fills("Déposer mon dossier", (page) =>
      page.getByRole("checkbox", { name: "Je certifie et je dépose" }).check(),
    ),
  },
];

/** The same question with years alone, which the law cannot decide on: it ends at the answer. */
export const ONLY_YEARS: readonly Known[] = [
  { heading: /^Peut-être/ },
  {
    heading: /^Vos diplômes/,
    goesOn: titled({ Année: "2017" }),
  },
  {
    heading: /^Votre expérience/,
    goesOn: workingSince({ Année: "2023" }),
  },
  ...PAGES.filter(({ heading }) => heading.test("Diplôme d’État")),
];
