/** The rooms of a school, and who and which of them is taken when. */
export const manifest = {
  name: "agenda",
  heldOtherwise: { "the school's rooms, and by whom they are taken while that lasts": "room booking" },
};
