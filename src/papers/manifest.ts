/** What was signed, and what was issued with a code that proves it. */
export const manifest = {
  name: "papers",
  heldOtherwise: { "signatures, which go with what was signed": "signature" },
};
