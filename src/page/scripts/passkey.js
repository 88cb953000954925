// Passkeys need the browser's API: each form marked `data-passkey` asks the server for a challenge, has the device sign it, and posts the
// answer like any other field. Without this script the form stays hidden and the other ways remain.
const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const listed = (credentials) => (credentials ?? []).map((one) => ({ ...one, id: toBytes(one.id) }));

async function create(options) {
  const user = { ...options.user, id: toBytes(options.user.id) };
  const challenge = toBytes(options.challenge);
  const excludeCredentials = listed(options.excludeCredentials);
  const made = await navigator.credentials.create({ publicKey: { ...options, user, challenge, excludeCredentials } });
  const { clientDataJSON, attestationObject } = made.response;
  return answer(made, {
    clientDataJSON: toText(clientDataJSON),
    attestationObject: toText(attestationObject),
    transports: made.response.getTransports?.() ?? [],
  });
}

async function get(options) {
  const challenge = toBytes(options.challenge);
  const allowCredentials = listed(options.allowCredentials);
  const shown = await navigator.credentials.get({ publicKey: { ...options, challenge, allowCredentials } });
  const { clientDataJSON, authenticatorData, signature, userHandle } = shown.response;
  return answer(shown, {
    clientDataJSON: toText(clientDataJSON),
    authenticatorData: toText(authenticatorData),
    signature: toText(signature),
    ...(userHandle && { userHandle: toText(userHandle) }),
  });
}

function answer(credential, response) {
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  };
}

async function run(form) {
  const said = form.querySelector("[role=status]");
  said.textContent = form.dataset.wait;
  const asked = new URLSearchParams(new FormData(form));
  asked.set("do", "ask");
  const reply = await fetch(form.action, { method: "POST", body: asked, headers: { accept: "application/json" } });
  if (!reply.ok || !reply.headers.get("content-type")?.includes("json")) {
    // The server asks for something else first (signing in): let the page say it.
    HTMLFormElement.prototype.submit.call(form);
    return;
  }
  const { challenge, options } = await reply.json();
  try {
    const response = await (form.dataset.passkey === "create" ? create(options) : get(options));
    form.elements.challenge.value = challenge;
    form.elements.response.value = JSON.stringify(response);
    HTMLFormElement.prototype.submit.call(form);
  } catch {
    said.textContent = form.dataset.failed;
  }
}

if (window.PublicKeyCredential)
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.closest("[hidden]")?.removeAttribute("hidden");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      run(form).catch(() => {
        form.querySelector("[role=status]").textContent = form.dataset.failed;
      });
    });
  }
