/** The partnership agreement of a collective study, and each group's own, as a paper to sign. French; pure. */
import { join } from "node:path";
import { sayInstant } from "../../../kit/instant.ts";
import { type Lang, sayDay } from "../../../kit/lang.ts";
import { capital, typographicAll } from "../../../kit/typography.ts";
import { dayIn } from "../../../kit/zone.ts";
import { sayCited } from "../../../admission/sentences.ts";
import { sayArticle } from "../../../law/article-words.ts";
import type { Law } from "../../../law/law.ts";
import type { Block, HouseDocument } from "../../../documents/blocks.ts";
import { SCHOOL, SITE, studyUnit } from "../../rules/study.ts";
import type { agreementPaper } from "../views.ts";

export const AGREEMENT_TEMPLATE = join(import.meta.dirname, "agreement.typ");

export type Paper = NonNullable<Awaited<ReturnType<typeof agreementPaper.read>>>;

const LANG: Lang = "fr";
const LINE = "…………………………………………";

export function agreementDocument({ law, paper }: { readonly law: Law; readonly paper: Paper }): HouseDocument {
  const { name, address, timezone } = law.establishment;
  const { kind, agreement, study, group, gone } = paper;
  const unit = studyUnit(law.diploma)?.unit;
  const day = dayIn(new Date(agreement.at), timezone);
  return typographicAll(
    {
      lang: LANG,
      title: kind === "partnership" ? "Convention de partenariat" : "Convention d’étude collective",
      subtitle: capital(law.diploma.label[LANG]),
      number: String(agreement.version),
      date: day,
      school: { name, address },
      words: { number: "Version", date: `Établie le ${sayDay(day, LANG)}`, page: "Page", of: "sur" },
      blocks: [
        {
          kind: "facts",
          items: [
            ...(unit ? [{ label: "Unité", value: `${unit.unit}, ${unit.label[LANG]}` }] : []),
            { label: "Organisation", value: study.organisation },
            { label: "Lieu", value: study.place },
            ...(group === null ? [] : [{ label: "Groupe", value: group }]),
            { label: "Du", value: sayDay(agreement.contents.from, LANG) },
            { label: "Au", value: sayDay(agreement.contents.until, LANG) },
            ...(gone
              ? [{ label: "A pris fin le", value: `${sayDay(gone.on, LANG)}, l’organisation s’est retirée` }]
              : []),
          ],
        },
        ...basis(law, kind),
        ...parties(paper, name),
        ...said(paper),
        { kind: "heading", level: 1, text: "Signatures" },
        signatures(paper, { name, timezone }),
        {
          kind: "note",
          label: "Ce que vaut une signature",
          text: "Signée dans l’application : l’empreinte de cette convention, qui la signe après s’être identifié, et quand. Signée sur papier : le papier numérisé, et qui atteste que c’est bien lui.",
        },
      ],
    } satisfies HouseDocument,
    LANG,
  );
}

/** The articles it rests on, from the référentiel. */
function basis({ diploma }: Law, kind: Paper["kind"]): Block[] {
  const items = (studyUnit(diploma)?.study[kind] ?? []).flatMap((key) => {
    const fact = diploma.training.find((one) => one.key === key);
    if (!fact) return [];
    const cited = { text: fact.citation[LANG], article: sayArticle(fact.source.article, LANG) };
    return [`${fact.label[LANG].replace(/\.$/, "")} (${sayCited(cited)}).`];
  });
  return items.length === 0
    ? []
    : [
        { kind: "heading", level: 1, text: "Fondement" },
        { kind: "list", items },
      ];
}

function parties({ agreement: { contents }, study }: Paper, school: string): Block[] {
  const { signatory, members } = contents;
  return [
    { kind: "heading", level: 1, text: "Entre" },
    {
      kind: "list",
      items: [
        `${school}, établissement de formation`,
        `${study.organisation}, site d’accueil, représenté par ${signatory.name}, ${signatory.quality}`,
        ...members.map(({ name }) => `${name}, stagiaire`),
      ],
    },
  ];
}

function said({ agreement: { contents } }: Paper): Block[] {
  const { object, course, referents } = contents;
  return [
    { kind: "heading", level: 1, text: "Objet" },
    { kind: "text", text: object },
    { kind: "heading", level: 1, text: "Déroulement" },
    { kind: "text", text: course },
    ...(referents.length === 0
      ? []
      : [
          { kind: "heading", level: 1, text: "Référents professionnels" } as const,
          {
            kind: "table",
            caption: "Référents professionnels",
            columns: [
              { label: "Nom", width: 2 },
              { label: "Qualification", width: 3 },
            ],
            rows: referents.map(({ name, qualification }) => [name, qualification]),
          } as const,
        ]),
  ];
}

type School = { readonly name: string; readonly timezone: string };

/** For each party: how and when it signed, or the line on which to sign. */
function signatures({ agreement, study }: Paper, { name: school, timezone }: School): Block {
  const { contents, signed } = agreement;
  const all = [
    { party: SCHOOL, label: `Pour ${school}` },
    { party: SITE, label: `Pour ${study.organisation}, ${contents.signatory.name}` },
    ...contents.members.map(({ enrolment, name }) => ({ party: enrolment, label: name })),
  ];
  return {
    kind: "facts",
    items: all.map(({ party, label }) => {
      const signedBy = signed.find((signature) => signature.party === party);
      if (!signedBy) return { label, value: LINE };
      const when = sayInstant(new Date(signedBy.at), timezone, LANG);
      const how = signedBy.scan === null ? "signé dans l’application" : "signé sur papier, attesté";
      // The name stands once, before what is said of its signature.
      return { label, value: signedBy.name === label ? `${how} le ${when}` : `${signedBy.name}, ${how} le ${when}` };
    }),
  };
}
