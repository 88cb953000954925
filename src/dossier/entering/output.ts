/** The outputs of this room's acts and views, as API clients receive them. */
import { Type } from "typebox";
import { ShownLines } from "../../act/shows.ts";
import { Id } from "../../kit/shapes.ts";
import { Nothing, orNull, named } from "../../kit/output.ts";
import { Dossier, DossierState, ListedFile, Task, Sections } from "../output.ts";
import { Draft } from "../../inquiry/output.ts";
import { Intake } from "../../intake/output.ts";

const Handed = named("HandedDossier", { path: Type.String(), secret: Type.String(), code: Type.String() });

const Opened = named("EnteredDossier", { key: orNull(Type.String()) });

const Entered = named("EnteredParts", {
  sections: Sections,
  draft: Draft,
  files: Type.Array(ListedFile),
  tasks: Type.Array(Task),
  dossier: Dossier,
  intake: Intake,
  state: DossierState,
  confirmed: Type.Boolean(),
  /** What taking it into an account would take, as the act compares it. */
  lines: ShownLines,
});

export const enterDossier = Type.Object({ dossier: Id, number: Type.String() });

export const askConfirmation = Type.Object({ handed: orNull(Handed) });

export const openEntered = Opened;

export const confirmEntered = Nothing;

export const confirmOwn = Nothing;

export const disputeEntered = Nothing;

export const takeOverDossier = Type.Object({ dossier: Id });

export const readEntered = Entered;
