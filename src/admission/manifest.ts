/** How a conforming dossier becomes an admission: eligibility and relief decided, interviews, commission, places. */
export const manifest = { name: "admission", heldOtherwise: { "where an admission stands": "admission_state" } };
