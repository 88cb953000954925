// Adds a button that copies beside each value marked `data-copy`, where the browser can: without it the value is selected by hand. The words
// come from the server, on the value.
for (const value of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const { copy, copied, copyWhat, copyText } = value.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ds-button";
  button.dataset.variant = "secondary";
  button.dataset.size = "sm";
  const what = document.createElement("span");
  what.className = "ds-sr-only";
  what.textContent = ` ${copyWhat}`;
  button.append(copy, what);
  const told = document.createElement("span");
  told.className = "small";
  told.setAttribute("role", "status");
  button.addEventListener("click", () => void take());
  async function take() {
    // Spaces are for the eye: banks take the number without. A name keeps its own (`data-copy-text`).
    await navigator.clipboard.writeText(copyText ?? value.textContent.replaceAll(/\s/g, ""));
    told.textContent = copied;
  }
  value.after(" ", button, " ", told);
}
