import { equal, match, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { lawOf, loadLaws } from "../law/load.ts";
import { INVENTED } from "../test/invented.ts";
import { LAWS } from "../test/server.ts";
import { doorInBrief } from "./door-in-brief.ts";

const { diploma } = lawOf(LAWS, "deis", "2006", "faire-ess")!;
const brief = (door: string, lang: "fr" | "en" = "fr") =>
  doorInBrief(diploma, diploma.doors.find((one) => one.door === door)!, lang);
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("a door in brief", () => {
  it("names the diploma with its level of today and the former one", () => {
    equal(plain(brief("C1").asks), "diplôme d’État de travail social, niveau 6 (ancien II) ou plus");
    equal(brief("C1", "en").asks, "State diploma in social work, level 6 (formerly II) or above");
    equal(brief("C1").experience, undefined);
  });

  it("says how many years in which field, apart from the diploma", () => {
    equal(brief("C4").experience?.years, 5);
    equal(plain(brief("C4").experience!.label), "5 ans d’expérience (intervention sociale)");
    match(plain(brief("C4").whole), /^diplôme paramédical, .* et 5 ans d’expérience \(intervention sociale\)$/);
    match(brief("C3", "en").whole, /or above, and 3 years of experience \(social intervention\)$/);
  });

  it("names together what is asked at the same measure, and joins the others", () => {
    match(
      plain(brief("C2").asks),
      /^diplôme d’enseignement supérieur, 5 ans d’études ou plus ; ou titre .* ou diplôme paramédical, niveau 7 \(ancien I\) ou plus$/,
    );
  });

  it("counts several corps, and tells a waiver by its name", () => {
    equal(brief("C6").asks, "fonctionnaire de l’un des 5 corps admis");
    match(brief("C7").asks, /^dispense donnée par un jury/);
  });

  it("has words for every door of every diploma, in both languages", () => {
    for (const laws of [LAWS, loadLaws(INVENTED)])
      for (const { data } of laws.diplomas)
        for (const door of data.doors)
          for (const lang of ["fr", "en"] as const)
            ok(!/undefined|^$|^,/.test(doorInBrief(data, door, lang).whole), door.door);
  });
});
