/** The convocation of a candidate to one exam, to be shown at the door: as the page says it. Pure. */
import { join } from "node:path";
import type { ConvocationLine } from "../../agenda/convocation.ts";
import type { HouseDocument } from "../../documents/blocks.ts";
import type { Day } from "../../kit/day.ts";
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { capital, typographicAll } from "../../kit/typography.ts";

export const CONVOCATION_TEMPLATE = join(import.meta.dirname, "convocation.typ");

type ConvocationFacts = {
  readonly school: { readonly name: string; readonly address: readonly string[] };
  readonly name: string;
  /** The dossier's number. */
  readonly number: string;
  readonly on: Day;
  readonly session: string;
  readonly exam: string;
  /** The day, the hours and the room, in words. */
  readonly when: string;
  readonly group: string;
  readonly lines: readonly ConvocationLine[];
};

const words = inBoth({
  title: ["Convocation à une épreuve", "Convocation to an exam"],
  number: ["Dossier", "Application"],
  on: (day: string) => [`Imprimée le ${day}`, `Printed on ${day}`],
  page: ["Page", "Page"],
  of: ["sur", "of"],
  person: ["Personne convoquée", "Person convoked"],
  exam: ["Épreuve", "Exam"],
  session: ["Session", "Session"],
  when: ["Quand", "When"],
  group: ["Groupe", "Group"],
});

export function convocationDocument(facts: ConvocationFacts, lang: Lang): HouseDocument {
  const said = words[lang];
  const { school, name, number, on, session, exam, when, group, lines } = facts;
  const items = [
    { label: said.person, value: name },
    { label: said.exam, value: exam },
    { label: said.session, value: session },
    { label: said.when, value: capital(when) },
    { label: said.group, value: group },
    ...lines.map(({ label, says }) => ({ label: label[lang], value: `${capital(says[lang])}.` })),
  ];
  return typographicAll(
    {
      lang,
      title: said.title,
      subtitle: exam,
      number,
      date: on,
      school: { name: school.name, address: [...school.address] },
      words: { number: said.number, date: said.on(sayDay(on, lang)), page: said.page, of: said.of },
      blocks: [{ kind: "facts" as const, items }],
    },
    lang,
  );
}
