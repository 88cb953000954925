// Keeps a form marked `data-autosave` as it is filled: after a pause, on leaving a field, on leaving the page. It is the
// same form sent to the same address; the server answers what was kept and when. What is kept is said politely, what is not
// is said at once and stays said. Without this script the page's own button does it.
const FIRST_RETRY = 4_000;
const LONGEST_RETRY = 60_000;
const LONGEST_WAIT = 15_000;
/** What browsers still send once the page is gone. */
const KEPT_ALIVE = 60_000;

function keep(form) {
  const said = form.querySelector("[data-autosave-said]");
  const fault = form.querySelector("[data-autosave-fault]");
  const words = form.dataset;
  // What the page was made from: a number, or the fingerprint of what it showed.
  const version = form.elements._version ?? form.elements._seen;
  // Once somebody else has saved, or nobody may, only the person can go on: by the button.
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
    // Sent again after a silence, it is the same attempt: what was kept already is not kept twice, nor called stale.
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
    // Something else is asked first, such as who it is: the button leads there, with all that was typed.
    if (!reply.headers.get("content-type")?.includes("json")) return stop(words.asks);
    const answer = await reply.json().catch(() => ({}));
    if (answer.stale) return stop(words.stale);
    if (!answer.version) return stop(answer.said ?? words.asks);
    version.value = answer.version;
    kept = now;
    delay = FIRST_RETRY;
    tell("");
    // Once a minute, whoever listens is told again; no oftener, for they are writing.
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
      // What is under way would make the form stale: it ends first.
      event.preventDefault();
      const { submitter } = event;
      running.finally(() => form.requestSubmit(submitter));
      return;
    }
    leaving = true;
  });
  // A link waits for what is being kept: who leaves in the ordinary way is asked nothing.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const elsewhere = link && link.href.split("#")[0] !== location.href.split("#")[0];
    if (!elsewhere || stopped || isKept() || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void Promise.resolve(save()).finally(() => location.assign(link.href));
  });
  // Found again by the way back, it may be left again.
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
// An answer that took the place of the page brings forms of its own.
document.addEventListener("shown", ({ target }) => keepAll(target));
