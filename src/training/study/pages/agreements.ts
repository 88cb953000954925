/** Drawing up an agreement, reading it as a PDF, and signing it for the school. */
import { isId } from "../../../kit/shapes.ts";
import { html } from "../../../kit/html.ts";
import { allows } from "../../../kit/machine.ts";
import { printFor, see } from "../../../page/acting.ts";
import { formPage } from "../../../page/form-page.ts";
import { agreed, carried, day, longText, text } from "../../../page/kinds.ts";
import type { Page } from "../../../page/page.ts";
import { places } from "../../cohorts/pages/places.ts";
import { drawUpAgreement, drawUpPartnership, signAgreement } from "../agreement-acts.ts";
import { AGREEMENT_TEMPLATE, agreementDocument, type Paper } from "../documents/agreement.ts";
import { PROPOSAL } from "../rules/proposal.ts";
import { agreementPaper, seeStudy, seeStudyGroup } from "../views.ts";
import type { ShownAgreement } from "../agreements.ts";
import { agreementBlock } from "./parts.ts";
import { studyWords } from "./words.ts";

/** The fields that both agreements share. */
const sharedFields = {
  signatory: text(),
  quality: text(),
  object: longText({ rows: 3 }),
  course: longText({ rows: 5 }),
  from: day(),
  until: day(),
};

/** Prefills from the previous version. */
function before(agreement: ShownAgreement | null) {
  if (!agreement) return {};
  const { signatory, object, course, from, until } = agreement.contents;
  return { signatory: signatory.name, quality: signatory.quality, object, course, from, until };
}

type Said = { readonly signatory: string; readonly quality: string } & Readonly<
  Record<"object" | "course" | "from" | "until", string>
>;
const asked = ({ signatory, quality, object, course, from, until }: Said) => ({
  signatory: { name: signatory, quality },
  object,
  course,
  from,
  until,
});

export const partnershipPage = formPage({
  name: "etude-convention",
  route: places.partnership,
  who: "run the training",
  words: studyWords,
  seen: async (visit, { study }) => {
    const proposal = isId(study) ? await see(visit, seeStudy, { study }) : undefined;
    return proposal && allows(PROPOSAL, "agreed-on", proposal.study.state) ? proposal : undefined;
  },
  form: {
    fields: sharedFields,
    begin: ({ seen }) => ({ object: seen.study.object, signatory: seen.study.contact, ...before(seen.partnership) }),
    act: drawUpPartnership,
    input: (typed, { params }) => ({ study: params.study, ...asked(typed) }),
    done: (_, { params }) => places.study.to(params, { fait: "etablie" }),
  },
  shown: ({ words, seen }) => ({
    title: words.named(words.partnership, seen.study.organisation),
    lead: words.partnershipWhy,
    back: places.study.to({ study: seen.study.id }),
  }),
});

export const groupAgreementPage = formPage({
  name: "groupe-d-etude-convention",
  route: places.groupAgreement,
  who: "run the training",
  words: studyWords,
  seen: async (visit, { group }) => {
    const seen = isId(group) ? await see(visit, seeStudyGroup, { group }) : undefined;
    return seen?.gone ? undefined : seen;
  },
  form: {
    fields: ({ words }) => ({
      ...sharedFields,
      referent1: text({ label: words.referent(1) }),
      qualification1: text({ label: words.qualification(1) }),
      referent2: text({ label: words.referent(2), optional: true }),
      qualification2: text({ label: words.qualification(2), optional: true }),
      referent3: text({ label: words.referent(3), optional: true }),
      qualification3: text({ label: words.qualification(3), optional: true }),
    }),
    begin: ({ seen }) => {
      const { agreement, partnership, study } = seen;
      const referents = agreement?.contents.referents ?? [];
      const named = Object.fromEntries(
        referents.flatMap(({ name, qualification }, at) => [
          [`referent${at + 1}`, name],
          [`qualification${at + 1}`, qualification],
        ]),
      );
      return { object: study.object, ...before(partnership), ...before(agreement), ...named };
    },
    check: ({ referent2, qualification2, referent3, qualification3 }, { words }) => ({
      ...(referent2 && !qualification2 && { qualification2: words.missing.qualification }),
      ...(qualification2 && !referent2 && { referent2: words.missing.referent }),
      ...(referent3 && !qualification3 && { qualification3: words.missing.qualification }),
      ...(qualification3 && !referent3 && { referent3: words.missing.referent }),
    }),
    go: ({ words }) => words.go,
    act: drawUpAgreement,
    input: (typed, { params }) => {
      const pairs = [
        [typed.referent1, typed.qualification1],
        [typed.referent2, typed.qualification2],
        [typed.referent3, typed.qualification3],
      ];
      const referents = pairs.flatMap(([name, qualification]) =>
        name && qualification ? [{ name, qualification }] : [],
      );
      return { group: params.group, ...asked(typed), referents };
    },
    on: { group: "signatory" },
    done: (_, { params }) => places.group.to(params, { fait: "etablie" }),
  },
  shown: ({ words, seen }) => ({
    title: words.named(words.agreement, seen.group.name),
    lead: words.agreementWhy,
    back: places.group.to({ group: seen.group.id }),
  }),
});

/** Signs for the school, as the direction: exactly what is displayed. */
export const signAgreementPage = formPage({
  name: "convention-d-etude-signer",
  route: places.signAgreement,
  who: "sign an agreement",
  words: studyWords,
  seen: async (visit, { agreement }) => (isId(agreement) ? see(visit, agreementPaper, { agreement }) : undefined),
  form: {
    fields: ({ words }) => signing(words),
    begin: ({ seen }) => ({ shown: seen.agreement.shown }),
    go: ({ words }) => words.signGo,
    act: signAgreement,
    input: ({ shown }, { params, words }) => ({ agreement: params.agreement, shown, words: words.declaration }),
    on: { agreement: "agreed" },
    done: (_, { seen }) => backTo(seen, "signee"),
  },
  shown: ({ visit, words, seen }, { form }) => {
    const { kind, study, agreement, gone } = seen;
    const main = html`${agreementBlock(visit, agreement, gone?.on ?? null)}${gone === null && form()}`;
    return { title: words.named(words.signForSchool, study.organisation), lead: words[kind], main, back: backTo(seen) };
  },
});

export const signing = (words: ReturnType<typeof studyWords>) => ({
  agreed: agreed({ label: words.signLegend, hint: words.declaration, box: words.agree, missing: words.notAgreed }),
  shown: carried<string>(),
});

function backTo({ groupId, study }: Paper, fait?: string): string {
  return groupId === null
    ? places.study.to({ study: study.id }, { fait })
    : places.group.to({ group: groupId }, { fait });
}

/** With the signatures made so far. */
export const agreementPdfPage: Page = {
  name: "convention-d-etude-pdf",
  path: places.agreementPdf.path,
  who: "read an agreement",
  view: async (visit) => {
    const { world, school, params } = visit;
    const { agreement = "" } = params;
    const paper = isId(agreement) ? await see(visit, agreementPaper, { agreement }) : undefined;
    const law = paper && world.law(school.establishment, paper.diploma, { version: paper.lawVersion });
    if (!paper || !law || !world.documents) return { notFound: true };
    const file = await printFor(visit, world.documents, AGREEMENT_TEMPLATE, agreementDocument({ law, paper }));
    const called: Record<Paper["kind"], string> = { partnership: "partenariat", agreement: "etude-de-terrain" };
    return { file, type: "application/pdf", name: `convention-${called[paper.kind]}-v${paper.agreement.version}.pdf` };
  },
};
