/** The rows of one file: while it is searched for viruses, set aside for one, and with the longest name. */
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { withSchool } from "../../db/school.ts";
import { receiveUpload } from "../../files/receive.ts";
import type { World } from "../../act/world.ts";
import { filesAbout } from "../../files/attach.ts";
import { fileKey } from "../../files/rules/file-key.ts";
import { findUpload } from "../../files/store.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../dossiers.ts";
import { type Invented, makeAccount } from "../people.ts";
import { pdf } from "../sent-files.ts";
import { inBothLanguages, type PageRow, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

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

const OFFICER: Who = { key: "files-officer", roles: ["admission-officer"] };
const HERS = new WeakMap<World, Promise<string>>();

/** A piece of a dossier that was handed in, which nobody searched for viruses. */
async function handedInFile(world: World): Promise<string> {
  const her = await makeAccount(world, { name: "Inès Faure", address: "files-handed-in@exemple.fr" });
  const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
  const dossier = await aDossier(world, her, given);
  await handedIn(world, her, dossier);
  const [file] = await withSchool(world.db, "faire-ess", (tx) => filesAbout(tx, `dossier:${dossier}`));
  return file!.id;
}

/** Opened by somebody else than its sender, who is told first. */
const unscanned = inBothLanguages({
  page: "file",
  path: "/fichier/:id",
  state: "full",
  open: async (tab, place) => {
    const { world } = place.served.people!;
    const made = HERS.get(world) ?? handedInFile(world);
    HERS.set(world, made);
    await signedIn(tab, place, OFFICER);
    await tab.goto(place.at(`/fichier/${await made}`));
  },
});

/** Its row is there, and its bytes are not. */
const vanished = inBothLanguages({
  page: "file",
  path: "/fichier/:id",
  state: "error",
  status: 410,
  open: async (tab, place) => {
    const { world } = place.served.people!;
    const her = await signedIn(tab, place, { key: "files-vanished" });
    const id = await scanned(world, her, place.served.school, "Attestation.pdf", "clean");
    const { sha256, copy } = await withSchool(world.db, place.served.school, async (tx) => (await findUpload(tx, id))!);
    await world.files!.store.remove(fileKey(place.served.school, { sha256, copy }));
    await tab.goto(place.at(`/fichier/${id}`));
  },
});

const LATE_FILES = new WeakMap<World, Promise<string>>();

/** Handed in an hour ago and still not searched. */
async function lateFile(world: World): Promise<string> {
  const her = await makeAccount(world, { name: "Inès Faure", address: "files-late@exemple.fr" });
  const text = ["personal-text", "presentation.pdf", pdf({ pages: 9, comment: randomUUID() })] as const;
  const files = [...FULL_FILES.filter(([piece]) => piece !== "personal-text"), text];
  const dossier = await aDossier(world, her, { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files });
  await handedIn(world, her, dossier);
  return withSchool(world.db, "faire-ess", async (tx) => {
    const all = await filesAbout(tx, `dossier:${dossier}`);
    const { id, sha256 } = all.find(({ slot }) => slot === "personal-text")!;
    await tx.updateTable("file_copy").set({ scan: "waiting" }).where("sha256", "=", sha256).execute();
    const received_at = new Date(world.now().getTime() - 3_600_000);
    await tx.updateTable("stored_file").set({ received_at }).where("id", "=", id).execute();
    return id;
  });
}

/** To whoever works there: whom to tell, and the way back to the dossier. */
const late = inBothLanguages({
  page: "file",
  path: "/fichier/:id",
  state: "full",
  open: async (tab, place) => {
    const { world } = place.served.people!;
    const made = LATE_FILES.get(world) ?? lateFile(world);
    LATE_FILES.set(world, made);
    await signedIn(tab, place, OFFICER);
    await tab.goto(place.at(`/fichier/${await made}`));
  },
});

export const fileRows: readonly PageRow[] = [
  ...late,
  ...rows("full", "Mon CV.pdf", "waiting"),
  ...rows("error", "Mon CV.pdf", "infected", 410),
  ...rows("very long", LONG, "waiting"),
  ...unscanned,
  ...vanished,
];
