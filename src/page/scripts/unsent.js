// Keeps what is typed into a form with a long text, in this browser alone, until it is sent: `docs/decisions/typed-text.md`. Who comes back to
// the page finds it there again. A draft that the server saves (`autosave.js`) is left to it.
// What is said is in the script, and not on each page: it is loaded once.
const WORDS = "WORDS";
const words = WORDS[document.documentElement.lang];
const { unsentOwner: owner, unsentIn } = document.body.dataset;
const PREFIX = "unsent:";
const LONGEST_KEPT = 7 * 24 * 3_600_000;
const PAUSE = 400;
const SENT_COOKIE = "livret_sent";

/** Storage may be forbidden in this browser: then nothing is kept. */
function storages() {
  try {
    return { local: window.localStorage, session: window.sessionStorage };
  } catch {
    return undefined;
  }
}

const all = storages();
if (all && owner) begin(all);

function begin({ local, session }) {
  const store = unsentIn === "local" ? local : session;
  const sent = takeCookie();
  for (const one of [local, session]) for (const [key, entry] of entriesOf(one)) if (isOver(entry, sent)) one.removeItem(key);
  for (const form of document.querySelectorAll("form[method=post]:not([data-autosave])"))
    if (form.querySelector("textarea")) keep(form, store);
  // Where `Clear-Site-Data` is not heeded: without TLS.
  document.addEventListener("submit", ({ target }) => {
    if (/\/(?:deconnexion|invite)$/.test(pathOf(target)))
      for (const one of [local, session]) for (const [key] of entriesOf(one)) one.removeItem(key);
  });
}

function entriesOf(store) {
  const keys = Object.keys(store).filter((key) => key.startsWith(PREFIX));
  return keys.map((key) => {
    try {
      return [key, JSON.parse(store.getItem(key)) ?? {}];
    } catch {
      return [key, {}];
    }
  });
}

/** Somebody else's, too old, or taken by the server since. */
function isOver(entry, sent) {
  return entry.owner !== owner || !(Date.now() - entry.at < LONGEST_KEPT) || (entry.sent && entry.path === sent);
}

/** The address of the form that the server took last. */
function takeCookie() {
  const [, value] = new RegExp(`(?:^|; )${SENT_COOKIE}=([^;]*)`).exec(document.cookie) ?? [];
  if (value !== undefined) document.cookie = `${SENT_COOKIE}=; path=/; max-age=0`;
  return value === undefined ? undefined : decodeURIComponent(value);
}

function pathOf(form) {
  return new URL(form.getAttribute("action") ?? "", location.href).pathname;
}

function keep(form, store) {
  const path = pathOf(form);
  const controls = controlsOf(form);
  const key = `${PREFIX}${path}:${[...form.querySelectorAll("textarea")].map(({ name }) => name).join()}`;
  const first = Object.fromEntries(Object.entries(controls).map(([name, control]) => [name, firstOf(control)]));
  let timer;

  const write = (sent) => {
    clearTimeout(timer);
    const typed = Object.entries(controls).map(([name, control]) => [name, valueOf(control)]);
    const changed = typed.filter(([name, value]) => value !== first[name]);
    // A form that came back with its faults is what was typed: it is unsent still.
    if (changed.length === 0 && !sent) store.removeItem(key);
    else save({ owner, path, at: Date.now(), first, typed: Object.fromEntries(typed), ...(sent && { sent }) });
  };
  const save = (entry) => {
    try {
      store.setItem(key, JSON.stringify(entry));
    } catch {
      // The storage is full: the form is as good as without this script.
    }
  };

  const [, entry] = entriesOf(store).find(([name]) => name === key) ?? [];
  if (entry) bringBack(form, { entry, controls, first, drop: () => store.removeItem(key) });
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => write(true));
  document.addEventListener("visibilitychange", () => timer !== undefined && document.visibilityState === "hidden" && write());
}

/** By name, and place among those of the same name. */
function controlsOf(form) {
  const found = {};
  const seen = {};
  for (const control of form.elements) {
    const { name, type, autocomplete } = control;
    if (!name || /^(?:hidden|password|file|submit|button|fieldset)$/.test(type) || autocomplete === "one-time-code") continue;
    seen[name] = (seen[name] ?? 0) + 1;
    found[`${name} ${seen[name]}`] = control;
  }
  return found;
}

function isTicked({ type }) {
  return type === "checkbox" || type === "radio";
}

function valueOf(control) {
  return isTicked(control) ? control.checked : control.value;
}

function firstOf(control) {
  if (isTicked(control)) return control.defaultChecked;
  if (control.options) return [...control.options].find(({ defaultSelected }) => defaultSelected)?.value ?? control.value;
  return control.defaultValue;
}

function bringBack(form, { entry, controls, first, drop }) {
  const differs = Object.entries(entry.typed).filter(([name, value]) => name in controls && value !== first[name]);
  if (differs.length === 0) return;
  const put = () => {
    for (const [name, value] of differs) set(controls[name], value);
  };
  const leave = () => {
    for (const [name] of differs) set(controls[name], first[name]);
    drop();
    notice.remove();
  };
  // What the server shows has changed since: its reader chooses.
  const same = differs.every(([name]) => entry.first[name] === first[name]);
  const notice = noticeOf(same ? words.back : words.there);
  if (same) put();
  else notice.append(" ", press(words.take, () => (put(), notice.remove())));
  notice.append(" ", press(words.drop, leave));
  form.before(notice);
}

function set(control, value) {
  if (isTicked(control)) control.checked = value;
  else control.value = value;
}

function noticeOf(text) {
  const notice = document.createElement("div");
  notice.className = "ds-alert";
  notice.dataset.color = "info";
  notice.setAttribute("role", "status");
  const said = document.createElement("p");
  said.textContent = text;
  notice.append(said);
  return notice;
}

function press(text, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ds-button";
  button.dataset.variant = "secondary";
  button.dataset.size = "sm";
  button.textContent = text;
  button.addEventListener("click", act);
  return button;
}
