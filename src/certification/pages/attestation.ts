/** The holder's attestation as a PDF, printed from the data it was issued with. */
import { isId } from "../../kit/shapes.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { printFor, see } from "../../page/acting.ts";
import { originOf, type Page } from "../../page/page.ts";
import { myAttestation } from "../after/attestation-views.ts";
import { ATTESTATION_TEMPLATE, attestationDocument } from "../documents/attestation.ts";
import { places } from "./places.ts";

export const attestationPdf: Page = {
  name: "mon-attestation-pdf",
  path: places.attestation.path,
  who: "read one’s results",
  view: async (visit) => {
    const { world, school, params } = visit;
    const { enrolment = "" } = params;
    const issued = isId(enrolment) ? (await see(visit, myAttestation, { enrolment }))?.issued : undefined;
    const of = issued?.attested.diploma;
    const law = of && world.law(school.establishment, of.key, { version: of.version });
    if (!issued || !law || !world.documents) return { notFound: true };
    const { code, attested } = issued;
    const verifiedAt = `${originOf(visit)}${schoolPath(school.establishment, "fr", `/verifier/${code}`)}`;
    const document = attestationDocument({ law, code, attested, verifiedAt });
    const file = await printFor(visit, world.documents, ATTESTATION_TEMPLATE, document);
    return { file, type: "application/pdf", name: `attestation-${code}.pdf` };
  },
};
