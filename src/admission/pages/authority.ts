/** The authority's answer on a contested dispense: given by itself, or recorded by the school from its paper. */
import { html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { isId } from "../../kit/shapes.ts";
import { may } from "../../act/permissions.ts";
import { see } from "../../page/acting.ts";
import type { At } from "../../page/declared.ts";
import { formPage } from "../../page/form-page.ts";
import { choice, day, longText, pick, text } from "../../page/kinds.ts";
import { summaryList } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { recordAuthorityAnswer } from "../decide-acts.ts";
import { type SeenDispute, seeDispute } from "../views.ts";
import { places } from "./routes.ts";
import { admissionWords } from "./words.ts";

type Seen = At<SeenDispute, ReturnType<typeof admissionWords>, { readonly dossier: string }>;

export const authorityPage = formPage({
  name: "admissions-autorite",
  route: places.authority,
  who: "answer for the authority",
  words: admissionWords,
  seen: (visit, { dossier }) => (isId(dossier) ? see(visit, seeDispute, { dossier }) : Promise.resolve(undefined)),
  form: {
    fields: (page) => {
      const labels = page.words.authority;
      return {
        which: pick({
          label: labels.which,
          options: disputes(page),
          empty: "–",
          open: true,
          missing: labels.whichMissing,
        }),
        granted: choice({
          label: labels.granted,
          options: [
            { value: "yes", label: labels.yes },
            { value: "no", label: labels.no },
          ],
          missing: labels.grantedMissing,
        }),
        on: day({ label: labels.on, missing: labels.onMissing }),
        by: text({ label: labels.by, missing: labels.byMissing }),
        paper: text({ label: labels.paper, hint: labels.paperHint, optional: true }),
        ground: longText({ label: labels.ground, rows: 3, optional: true }),
      };
    },
    begin: (page) => {
      const all = disputes(page);
      return { on: page.visit.today, ...(all.length === 1 && { which: all[0]!.value }) };
    },
    go: ({ words }) => words.authority.go,
    act: recordAuthorityAnswer,
    input: ({ which, granted, on, by, paper, ground }, { params }) => {
      const [title = "", domain = ""] = which.split(" ");
      return {
        dossier: params.dossier,
        title,
        domain,
        granted: granted === "yes",
        on,
        by,
        ...(paper !== undefined && { paper }),
        ...(ground !== undefined && { ground }),
      };
    },
    done: (_, { visit, params }) =>
      follows(visit)
        ? places.candidacy.to(params, { fait: "decide" })
        : places.authority.to(params, { fait: "decide" }),
    on: { dossier: "which", confirmations: "which", title: "which" },
  },
  shown: ({ visit, words, lang, seen, params }, forms) => {
    const { number } = seen.dossier;
    const rows = seen.disputes.map(({ title, domain, awardedOn, answer }) => {
      const answered =
        answer &&
        `${answer.granted ? words.authority.yes : words.authority.no} (${answer.by}, ${sayDay(answer.on, lang)})`;
      return {
        key: words.authority.of(title, domain),
        value: answered ?? words.authority.waits(sayDay(awardedOn, lang)),
      };
    });
    return {
      title: words.authority.title,
      lead: words.authority.lead,
      main: html`${summaryList([{ key: words.name, value: `${seen.name ?? words.unnamed}, ${number}` }, ...rows], lang)}${forms.form()}`,
      back: follows(visit) ? places.candidacy.to(params) : visit.person ? "/compte" : "/invite",
    };
  },
});

function follows({ actor }: Visit): boolean {
  return may(actor, "see the admissions");
}

function disputes({ seen, words }: Seen): { value: string; label: string }[] {
  return seen.disputes.map(({ title, domain }) => ({
    value: `${title} ${domain}`,
    label: words.authority.of(title, domain),
  }));
}
