/** `livret play`: a life that goes as it is written, one that differs, and files that are none. */
import { deepEqual, equal, match } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { plain } from "../test/case-answers.ts";
import { livret } from "../test/cli.ts";
import { ROOT } from "../test/law-world.ts";

const at = (path: string) => relative(process.cwd(), join(ROOT, path));
const WHOLE = at("diplomas/deis/lives/opened-intake.yaml");
const DIFFERS = at("src/test/fixtures/lives/differs.yaml");

describe("a life that is played", () => {
  it("tells each step and ends with 1 at the one that differs: file, line, wanted and got", async () => {
    const { code, stdout, stderr } = await livret(["play", DIFFERS, WHOLE, "--lang", "en"]);
    deepEqual([code, stderr], [1, ""]);
    const told = stdout.split("\n");
    deepEqual(told.slice(0, 7), [
      "A life that waits for something else than what comes. (differs)",
      "  Monday 2 November 2026 at 09:00 · head – Prepare an intake: done",
      "  Monday 2 November 2026 at 09:05 · head – See an intake: read",
      `${DIFFERS}:22: expect.intake.state: wanted "open", got "preparing"`,
      told[4],
      `${DIFFERS}:25: keep.places: wanted "intake.settings.rooms", got nothing`,
      `${DIFFERS}:26: absent[0]: wanted nothing, got "intake.settings.pieces.national"`,
    ]);
    // A list wants its items in their order.
    match(told[4]!, /^\S+:24: expect\.intake\.settings\.pieces\[1\]: wanted \{"key":"proof-of-title"\}, got \[/);
    equal(told.at(-2), "1 of 2 lives played to the end.");
  });

  it("ends with 0 where all came as it is written", async () => {
    const { code, stdout, stderr } = await livret(["play", WHOLE]);
    deepEqual([code, stderr], [0, ""]);
    match(plain(stdout), /lundi 2 novembre 2026 à 9 h 10 · head – Ouvrir une campagne : refusé \(entry, opening, /);
  });
});

const LIFE = `life: keeper
diploma: deis
says: { fr: "Une vie.", en: "A life." }
people:
  head: { roles: [head-of-training] }
steps:
  - at: "2027-03-01T09:00"
    as: head
    act: prepareIntake
    with: { diploma: deis }
    keep: { intake: id }
  - at: "2027-03-02T09:00"
    as: head
    view: seeIntake
    with: { id: $intake }
`;

describe("a file that is no life", () => {
  const said = async (test: TestContext, change: (life: string) => string, lang: "fr" | "en"): Promise<string[]> => {
    const folder = mkdtempSync(join(tmpdir(), "livret-lives-"));
    test.after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "keeper.yaml");
    writeFileSync(file, change(LIFE));
    const { code, stdout, stderr } = await livret(["play", file, "--lang", lang]);
    deepEqual([code, stdout], [2, ""], stderr);
    return plain(stderr).trim().replaceAll(`${file}:`, "").split("\n");
  };

  const FAULTS: readonly [string, (life: string) => string, readonly string[]][] = [
    [
      "has keys that nothing reads",
      (life) => life.replace("    as: head\n    act", "    act").replace("keep:", "keeps:"),
      ["7: steps[0].as: Cette donnée manque.", "10: steps[0].keeps: Cette clé n’est pas connue ici. Est-ce « keep » ?"],
    ],
    [
      "names an act, a view or a person that there is not",
      (life) =>
        life
          .replace("prepareIntake", "prepareIntakes")
          .replace("seeIntake", "see")
          .replace("as: head\n    view", "as: heed\n    view"),
      [
        "9: steps[0].act: Aucun acte ne s’appelle « prepareIntakes ». Est-ce « prepareIntake » ?",
        "13: steps[1].as: Personne ne s’appelle « heed » dans cette vie. Est-ce « head » ? Il y a : head, anyone, clock, payment-provider.",
        "14: steps[1].view: Aucune vue ne s’appelle « see ».",
      ],
    ],
    [
      "takes a name that was not kept",
      (life) => life.replace("$intake", "$intakes"),
      [
        "15: steps[1].with.id: « $intakes » ne renvoie à rien : aucune étape avant celle-ci n’a gardé ce nom, et personne ne le porte. Est-ce « intake » ?",
      ],
    ],
    [
      "goes back in time",
      (life) => life.replace("2027-03-02T09:00", "2027-02-28T09:00"),
      ["12: steps[1].at: Cette étape est avant celle qui la précède : le temps ne recule pas."],
    ],
    [
      "names a minute that the clock leaps over",
      (life) => life.replace("2027-03-02T09:00", "2027-03-28T02:30"),
      ["12: steps[1].at: L’horloge de l’école ne montre jamais cette minute : on l’avance ce jour-là."],
    ],
    [
      "does two things in one step",
      (life) => life.replace("    view: seeIntake", "    view: seeIntake\n    act: openIntake"),
      [
        "12: steps[1]: Une étape fait un acte (« act »), lit une vue (« view ») ou envoie un fichier (« file ») : l’un des trois.",
      ],
    ],
    [
      "waits for an outcome that no act has",
      (life) => life.replace("    keep: { intake: id }", "    expect: refused"),
      [
        "11: steps[0].expect: Attendu d’un acte : done, forbidden, stale, { refused: [conditions] } ou { invalid: [chemins] }.",
      ],
    ],
    [
      "comes after a life that is not there",
      (life) => life.replace("diploma: deis\n", "diploma: deis\nafter: nobody\n"),
      ["3: after: Aucun fichier de ce dossier n’est la vie « nobody »."],
    ],
    [
      "comes after itself",
      (life) => life.replace("diploma: deis\n", "diploma: deis\nafter: keeper\n"),
      ["3: after: Ces vies se suivent en rond."],
    ],
    [
      "is of a diploma that no school prepares for",
      (life) => life.replace("diploma: deis\nsays", "diploma: lighthouse\nsays"),
      ["2: diploma: Aucun établissement ne prépare au diplôme « lighthouse »."],
    ],
    [
      "has somebody who is both a guest and of the house",
      (life) => life.replace("roles: [head-of-training]", "roles: [head-of-training], guest: [interviewer]"),
      [
        "5: people.head.guest: Une personne a un compte et des rôles (« roles »), ou est invitée (« guest »), pas les deux.",
      ],
    ],
    [
      "is no YAML",
      (life) => life.replace("{ diploma: deis }", "{ diploma: deis"),
      ["10: L’accolade « { » attend « } » : les éléments se séparent par des virgules, et la liste se ferme."],
    ],
  ];
  for (const [what, change, wanted] of FAULTS)
    it(`${what}: each fault is told with its line and what was expected`, async (test) => {
      deepEqual(await said(test, change, "fr"), wanted);
    });

  it("is told in English too", async (test) => {
    const change = (life: string) => life.replace("prepareIntake", "nothing").replace("$intake", "$nothing");
    deepEqual(await said(test, change, "en"), [
      '9: steps[0].act: No act is called "nothing".',
      '15: steps[1].with.id: "$nothing" stands for nothing: no step before this one kept that name, and nobody has it.',
    ]);
  });

  it("is one that is not there", async () => {
    const { code, stderr } = await livret(["play", "nowhere.yaml"]);
    deepEqual([code, stderr], [2, "Fichier introuvable : nowhere.yaml\n"]);
  });
});
