/** The rows of one file: while it is searched for viruses, set aside for one, and with the longest name. */
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { withSchool } from "../../db/school.ts";
import { receiveUpload } from "../../record/files/receive.ts";
import type { World } from "../../world.ts";
import type { Invented } from "../people.ts";
import { pdf } from "../sent-files.ts";
import { inBothLanguages, type PageRow, signedIn } from "./pages.ts";

const LONG = `Attestation de l’employeur ${"Villeneuve-Saint-Georges-d’Aumont-Montmorency-".repeat(3)}.pdf`;

async function scanned(world: World, her: Invented, school: string, name: string, scan: string): Promise<string> {
  const stream = Readable.from([pdf({ pages: 9, comment: randomUUID() })]);
  const received = await receiveUpload(world, { establishment: school, account: her.account, stream, name });
  if (!("upload" in received)) throw new Error(received.problem);
  const { upload } = received;
  await withSchool(world.db, school, async (tx) => {
    const { sha256 } = await tx
      .selectFrom("upload")
      .select("sha256")
      .where("id", "=", upload)
      .executeTakeFirstOrThrow();
    await tx.updateTable("file_copy").set({ scan }).where("sha256", "=", sha256).execute();
  });
  return upload;
}

const rows = (state: PageRow["state"], name: string, scan: string, status?: number): PageRow[] =>
  inBothLanguages({
    page: "file",
    path: "/fichier/:id",
    state,
    ...(status && { status }),
    open: async (tab, place) => {
      const { served, at } = place;
      const her = await signedIn(tab, place, { key: `files-${scan}` });
      await tab.goto(at(`/fichier/${await scanned(served.people!.world, her, served.school, name, scan)}`));
    },
  });

export const fileRows: readonly PageRow[] = [
  ...rows("full", "Mon CV.pdf", "waiting"),
  ...rows("error", "Mon CV.pdf", "infected", 410),
  ...rows("very long", LONG, "waiting"),
];
