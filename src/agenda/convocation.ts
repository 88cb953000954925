/** What a convocation says beside its hour, the same by mail, on paper and on the page: where, what to bring, who is there, how to decline. */
import { inBoth } from "../kit/in-both.ts";
import { type Label, type Lang, sayList } from "../kit/lang.ts";
import type { ConvocationKind, Establishment } from "../law/establishment.ts";
import { telephonesOf } from "../law/telephones.ts";
import { replyAddress } from "../mail/rules/letter.ts";
import type { Room } from "./rooms.ts";

type School = Pick<Establishment, "name" | "address" | "campuses" | "contacts" | "theme" | "bring">;

export type Convoked = {
  /** To what, for what its file asks to bring; undefined for those who receive the person. */
  readonly to: ConvocationKind | undefined;
  /** The room; undefined where none is set, or it is another place. */
  readonly room: Pick<Room, "site"> | undefined;
  /** The names of those who receive the person. */
  readonly by: readonly string[];
  /** How to say on a page that one cannot come; null where no page takes it. */
  readonly page: Label | null;
};

export type ConvocationLine = { readonly label: Label; readonly says: Label };

export function convocationLines(school: School, { to, room, by, page }: Convoked): readonly ConvocationLine[] {
  const bring = school.bring?.find(({ when }) => when === to)?.label;
  const street = room ? addressOf(school, room).join(", ") : "";
  return [
    ...(street === ""
      ? to === "exam"
        ? [line("where", (lang) => words[lang].later)]
        : []
      : [line("where", () => street)]),
    ...(bring ? [line("bring", (lang) => bring[lang])] : []),
    ...(by.length === 0 ? [] : [line("by", (lang) => sayList(by, lang))]),
    line("cannot", (lang) => page?.[lang] ?? words[lang].tell(reachOf(school))),
  ];
}

/** As paragraphs of a mail or letter: «Où venir : …». */
export function convocationText(lines: readonly ConvocationLine[], lang: Lang): string[] {
  return lines.map(({ label, says }) => `${label[lang]}${lang === "fr" ? " : " : ": "}${says[lang]}.`);
}

/** The place of a calendar entry: the room, then its street. */
export function placeOf(school: School, room: Pick<Room, "name" | "site"> | undefined): string {
  return room ? [room.name, ...addressOf(school, room)].join(", ") : "";
}

/** The street of a room's site: a site of the school's file has its own address; any other is written as one. */
export function addressOf(school: School, { site }: Pick<Room, "site">): readonly string[] {
  if (site === "") return school.address;
  const campus = school.campuses.find(({ name }) => name.toLowerCase() === site.toLowerCase());
  return campus ? (campus.address ?? school.address) : [site];
}

/** The telephone and the mail among the school's contacts, or else its postal address. */
function reachOf(school: School): string {
  const found = [telephonesOf(school)[0], replyAddress(school)].filter(Boolean);
  return found.length > 0 ? found.join(", ") : [school.name, ...school.address].join(", ");
}

const words = inBoth({
  where: ["Où venir", "Where to come"],
  later: ["le lieu vous sera dit", "you will be told the place"],
  bring: ["À apporter", "To bring"],
  by: ["Qui vous reçoit", "Who receives you"],
  cannot: ["Si vous ne pouvez pas venir", "If you cannot come"],
  tell: (school: string) => [`prévenez l’école dès que possible (${school})`, `tell the school at once (${school})`],
});

function line(label: "where" | "bring" | "by" | "cannot", says: (lang: Lang) => string): ConvocationLine {
  return { label: { fr: words.fr[label], en: words.en[label] }, says: { fr: says("fr"), en: says("en") } };
}
