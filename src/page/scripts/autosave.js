// Saves a form marked `data-autosave` while it is filled in: after a pause, on leaving a field, on leaving the page. It posts the same form
// to the same address; the server answers what was saved and when. Success is announced politely, failure at once and until it is mended.
// Without this script the page's own button saves.
const FIRST_RETRY = 4_000;
const LONGEST_RETRY = 60_000;
const LONGEST_WAIT = 15_000;
/** Browsers limit the body of a `keepalive` request to 64 KiB. */
const KEPT_ALIVE = 60_000;

function keep(form) {
  const said = form.querySelector("[data-autosave-said]");
  const fault = form.querySelector("[data-autosave-fault]");
  const words = form.dataset;
  // The version the page was made from: a number, or a fingerprint of what it showed.
  const version = form.elements._version ?? form.elements._seen;
  // After a concurrent save, or a refusal, only the person can go on: by the button.
  let stopped = false;
  let leaving = false;
  let timer;
  let running;
  let delay = FIRST_RETRY;
  let kept = content();
  let sending;

  function content() {
    const data = new FormData(form);
    for (const own of ["_csrf", "_attempt", "_version", "_seen"]) data.delete(own);
    return new URLSearchParams(data).toString();
  }

  const isKept = () => content() === kept;

  function later(wait) {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(save, wait);
  }

  function save() {
    clearTimeout(timer);
    if (stopped || running) return running;
    if (isKept()) return undefined;
    running = send().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function send() {
    const now = content();
    // A retry after a timeout is the same attempt: what was saved already is not saved twice, nor called stale.
    if (sending?.now !== now || sending.version !== version.value)
      sending = { now, version: version.value, attempt: newAttempt() };
    const fields = new URLSearchParams(new FormData(form));
    fields.set("_attempt", sending.attempt);
    const body = fields.toString();
    const headers = { accept: "application/json", "content-type": "application/x-www-form-urlencoded" };
    const signal = AbortSignal.timeout(LONGEST_WAIT);
    let reply;
    try {
      reply = await fetch(form.action, { method: "POST", body, headers, signal, keepalive: body.length < KEPT_ALIVE });
    } catch {
      return again(words.away);
    }
    if (reply.status >= 500 || reply.status === 429) return again(words.away);
    // The server asks for something else first, such as signing in: the button leads there, with everything typed.
    if (!reply.headers.get("content-type")?.includes("json")) return stop(words.asks);
    const answer = await reply.json().catch(() => ({}));
    if (answer.stale) return stop(words.stale);
    if (!answer.version) return stop(answer.said ?? words.asks);
    version.value = answer.version;
    kept = now;
    delay = FIRST_RETRY;
    tell("");
    // The text changes once a minute, and so screen readers announce it no oftener while a person writes.
    if (said.textContent !== answer.said) said.textContent = answer.said;
    if (!isKept()) later(words.autosave);
  }

  function again(words) {
    tell(words);
    later(delay);
    delay = Math.min(delay * 2, LONGEST_RETRY);
  }

  function stop(words) {
    stopped = true;
    tell(words);
  }

  function tell(words) {
    if (fault.firstChild?.textContent !== words) fault.replaceChildren(...(words ? [paragraph(words)] : []));
    if (words) said.textContent = "";
  }

  function paragraph(words) {
    const element = document.createElement("p");
    element.textContent = words;
    return element;
  }

  form.addEventListener("input", () => later(Number(words.autosave)));
  form.addEventListener("change", () => save());
  form.addEventListener("focusout", () => save());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
  window.addEventListener("online", () => save());
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && !isKept()) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (running) {
      // The save under way would make the form stale: wait for it.
      event.preventDefault();
      const { submitter } = event;
      running.finally(() => form.requestSubmit(submitter));
      return;
    }
    leaving = true;
  });
  // A link waits for the save under way, so that leaving normally asks no question.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const elsewhere = link && link.href.split("#")[0] !== location.href.split("#")[0];
    if (!elsewhere || stopped || isKept() || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void Promise.resolve(save()).finally(() => location.assign(link.href));
  });
  // The back button may restore the page (bfcache), to be left again.
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
}

/** Not `randomUUID`, which browsers refuse to pages without TLS. */
function newAttempt() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function keepAll(part) {
  for (const form of part.querySelectorAll("form[data-autosave]")) keep(form);
}

keepAll(document);
// Another script may replace the page’s content, and with it the forms.
document.addEventListener("shown", ({ target }) => keepAll(target));
