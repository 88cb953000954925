// Posts a form with files and shows the progress, for phones on slow lines. Without this script the browser posts the same form itself. The
// words come from the server, on the field (`data-…`).
for (const form of document.querySelectorAll('form[enctype="multipart/form-data"]')) prepare(form);

function prepare(form) {
  const fields = [...form.querySelectorAll('input[type="file"][data-sending]')];
  const [field] = fields;
  if (!field) return;
  for (const one of fields) {
    const chosen = document.createElement("ul");
    chosen.className = "chosen-files";
    one.closest(".ds-field").append(chosen);
    one.addEventListener("change", () => list(one, chosen));
  }
  const box = document.createElement("div");
  box.className = "upload-progress";
  box.hidden = true;
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", field.dataset.label);
  const shown = document.createElement("p");
  // Announced at each quarter only: every percent would drown everything else.
  const told = document.createElement("p");
  told.className = "ds-sr-only";
  told.setAttribute("role", "status");
  const alarm = document.createElement("div");
  alarm.setAttribute("role", "alert");
  box.append(bar, shown);
  // Beside the button, which is far from most of several fields.
  const beside = fields.length > 1 ? form.querySelector(".actions:last-of-type") : undefined;
  if (beside) beside.before(box, told, alarm);
  else field.closest(".ds-field").append(box, told, alarm);
  form.addEventListener("submit", (event) => {
    const sends = [...form.querySelectorAll('input[type="file"]')].some((one) => one.files.length > 0);
    if (!sends || form.dataset.busy) {
      if (form.dataset.busy) event.preventDefault();
      return;
    }
    event.preventDefault();
    form.dataset.busy = "yes";
    alarm.textContent = "";
    box.hidden = false;
    send(form, event.submitter, field, { bar, shown, told, alarm, box });
  });
}

/** Lists the chosen files, and which are too big, before they are sent in vain. */
function list(field, chosen) {
  const most = Number(field.dataset.most);
  chosen.replaceChildren(
    ...[...field.files].map((file) => {
      const line = document.createElement("li");
      line.textContent = `${file.name} (${sizeOf(file.size)})`;
      if (file.size > most) {
        const why = document.createElement("strong");
        why.textContent = ` ${field.dataset.tooBig}`;
        line.append(why);
      }
      return line;
    }),
  );
}

function sizeOf(bytes) {
  const unit = bytes < 999_500 ? "kilobyte" : "megabyte";
  const value = bytes < 999_500 ? Math.max(1, Math.round(bytes / 1_000)) : Math.round(bytes / 100_000) / 10;
  return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit }).format(value);
}

function send(form, submitter, field, parts) {
  const { bar, shown, told } = parts;
  const request = new XMLHttpRequest();
  const began = performance.now();
  let next = 0;
  request.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
    if (!lengthComputable) return;
    bar.max = total;
    bar.value = loaded;
    const part = loaded / total;
    const text = part === 1 ? field.dataset.looking : `${percent(part)} – ${left(field, began, part)}`;
    shown.textContent = text;
    if (part >= next) {
      told.textContent = text;
      next = part + 0.25;
    }
  });
  request.addEventListener("load", () => arrived(form, request, parts));
  for (const kind of ["error", "abort", "timeout"]) request.addEventListener(kind, () => failed(form, field, parts));
  told.textContent = field.dataset.sending;
  shown.textContent = field.dataset.sending;
  request.open("POST", form.action);
  request.send(new FormData(form, submitter));
}

const percent = (part) => new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(part);

/** At the pace so far, rounded up: a time that is too short misleads. */
function left({ dataset }, began, part) {
  const seconds = Math.ceil((((performance.now() - began) / 1_000) * (1 - part)) / Math.max(part, 0.001));
  return seconds < 60
    ? dataset.seconds.replace("#", String(Math.max(1, seconds)))
    : dataset.minutes.replace("#", String(Math.ceil(seconds / 60)));
}

/** The answer replaces the page, as if the browser had posted the form. */
function arrived(form, request, parts) {
  if (request.status < 400) return location.assign(request.responseURL);
  const answer = new DOMParser().parseFromString(request.responseText, "text/html");
  const main = answer.querySelector("main");
  if (!main) return failed(form, form.querySelector('input[type="file"]'), parts);
  document.title = answer.title;
  document.querySelector("main").replaceWith(main);
  (document.querySelector("#errors") ?? main).focus();
  for (const one of main.querySelectorAll('form[enctype="multipart/form-data"]')) prepare(one);
  // Lets other scripts find their forms in it.
  main.dispatchEvent(new Event("shown", { bubbles: true }));
}

/** The files are still chosen: the same button sends them again. */
function failed(form, field, { box, shown, told, alarm }) {
  delete form.dataset.busy;
  box.hidden = true;
  shown.textContent = "";
  told.textContent = "";
  const text = document.createElement("p");
  text.className = "ds-validation-message";
  text.textContent = field.dataset.failed;
  alarm.replaceChildren(text);
}
