/** What this page knows by which it may command: from the address it was opened with, kept for this tab only. */
const KEPT = 'gaitd-token';

function takeToken() {
  const said = decodeURIComponent(window.location.hash.slice(1));
  if (said) {
    sessionStorage.setItem(KEPT, said);
    history.replaceState(null, '', window.location.pathname);
  }
  return sessionStorage.getItem(KEPT) || '';
}

let token = takeToken();

/** Takes a token that a person typed. */
export function setToken(said) {
  token = said.trim();
  sessionStorage.setItem(KEPT, token);
}

export const hasToken = () => token !== '';

function headers(more) {
  return token ? { ...more, Authorization: `Bearer ${token}` } : more;
}

export async function fetchJson(path) {
  const response = await fetch(path, { headers: headers({}) });
  if (!response.ok) {
    const refusal = new Error(`${path}: ${response.status} ${await response.text()}`);
    refusal.status = response.status;
    throw refusal;
  }
  return response.json();
}

/** Asks the server to act; gives whether it did and what it said. */
export async function post(path, body, options = {}) {
  const response = await fetch(path, {
    method: 'POST',
    headers: headers({ 'X-Gaitd': path.slice(1) }),
    body: body === undefined ? undefined : JSON.stringify(body),
    ...options,
  });
  return { ok: response.ok, status: response.status, text: (await response.text()).trim() };
}

/** Reads the server's events until it is cut off. Event sources of browsers send no token, so this reads the stream by hand. */
export async function readEvents(opened, take) {
  const response = await fetch('/events', { headers: headers({}), cache: 'no-store' });
  if (!response.ok) {
    const refusal = new Error(await response.text());
    refusal.status = response.status;
    throw refusal;
  }
  opened();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    const parts = (waiting + value).split('\n\n');
    waiting = parts.pop();
    for (const part of parts) {
      if (part.startsWith('data: ')) {
        take(JSON.parse(part.slice(6)));
      }
    }
  }
}
