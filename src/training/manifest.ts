/** Who is in training, what they follow and followed, and the livret that says so. */
export const manifest = { name: "training", heldOtherwise: { "cohorts, of nobody": "cohort enrolment" } };
