/** A candidate's own convocation to an exam, as a PDF to be shown at the door. */
import { dayIn } from "../../kit/zone.ts";
import { printFor, see } from "../../page/acting.ts";
import type { Page } from "../../page/page.ts";
import { CONVOCATION_TEMPLATE, convocationDocument } from "../documents/convocation.ts";
import { myResults } from "../views.ts";
import { examLabel, lawOfSession, places, sayHours } from "./places.ts";

export const convocationPdf: Page = {
  name: "ma-convocation-pdf",
  path: places.convocation.path,
  who: "read one’s results",
  view: async (visit) => {
    const { world, school, lang, params, person } = visit;
    const entries = (await see(visit, myResults, {}))?.entries ?? [];
    const [found] = entries.flatMap((entry) =>
      entry.groups.filter(({ id }) => id === params.group).map((group) => ({ entry, group })),
    );
    if (!found || !person || !world.documents) return { notFound: true };
    const { entry, group } = found;
    const room = group.room === null ? "" : `, ${group.room}`;
    const document = convocationDocument(
      {
        school,
        name: person.name,
        number: entry.number ?? "",
        on: dayIn(world.now(), school.timezone),
        session: entry.session,
        exam: examLabel(lawOfSession(visit, entry), group.exam, lang),
        when: `${sayHours(group, school.timezone, lang)}${room}`,
        group: group.name,
        lines: group.convocation,
      },
      lang,
    );
    const file = await printFor(visit, world.documents, CONVOCATION_TEMPLATE, document);
    return { file, type: "application/pdf", name: `convocation-${group.exam.toLowerCase()}.pdf` };
  },
};
