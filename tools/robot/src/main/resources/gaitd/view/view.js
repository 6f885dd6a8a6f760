import { Motion, finite } from '/motion.js';
import { Panel } from '/panel.js';
import { Robot } from '/robot.js';
import { Stage } from '/stage.js';

const STALL_S = 1.5;
const RETRY_MS = 2000;
const STOP_TRIES = 20;
const STOP_RETRY_MS = 100;
const GROUND_MOVE_M = 0.6;

const page = document.documentElement.dataset;
const element = (id) => document.getElementById(id);
const nowS = () => performance.now() / 1000;

const NOTICES = {
  connecting: ['Connecting', ''],
  waiting: ['Waiting for the robot', 'The loop runs; no state has arrived yet. Control sends nothing before an operator connects.'],
  idle: ['Waiting for the loop', 'Connected; no tick has been published yet.'],
  stalled: ['No new ticks', 'The control loop has stopped or is held.'],
  lost: ['Connection lost', 'The run has ended, or cannot be reached. Trying again.'],
};
const LINKS = { connecting: 'connecting', waiting: 'no state yet', idle: 'no ticks yet', stalled: 'stalled', lost: 'connection lost', live: 'live' };

/** Errors are shown to whoever watches the page, a test included. */
function report(problem) {
  page.error = `${page.error ? `${page.error}; ` : ''}${problem}`.slice(0, 500);
}
window.addEventListener('error', (event) => report(event.message));
window.addEventListener('unhandledrejection', (event) => report(event.reason));

function setState(state) {
  if (page.state === state) {
    return;
  }
  page.state = state;
  element('link').textContent = LINKS[state];
  const notice = NOTICES[state];
  element('notice').hidden = !notice;
  if (notice) {
    element('notice-title').textContent = notice[0];
    element('notice-text').textContent = notice[1];
  }
}

async function fetchJson(path) {
  const response = await fetch(path);
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return response.json();
}

/** Pressed again until the robot's process has it, since a robot that does not stop is worse than one that stops twice. */
async function stop() {
  const button = element('stop');
  for (let tries = 0; tries < STOP_TRIES; tries++) {
    try {
      const response = await fetch('/stop', { method: 'POST', headers: { 'X-Gaitd': 'stop' } });
      button.textContent = response.ok ? 'STOPPED' : 'NOT STOPPED';
      button.title = await response.text();
      if (response.ok) {
        break;
      }
    } catch {
      button.textContent = 'NOT STOPPED';
    }
    await new Promise((resolve) => setTimeout(resolve, STOP_RETRY_MS));
  }
  setTimeout(() => { button.textContent = 'STOP'; }, RETRY_MS);
}
element('stop').addEventListener('pointerdown', stop);
window.addEventListener('keydown', (event) => {
  if ((event.key === 'x' || event.key === 'X' || event.key === '!') && !event.ctrlKey && !event.metaKey) {
    stop();
  }
});

/** Keeps the drawn ground around the robot. */
class GroundFollower {
  constructor(stage) {
    this.stage = stage;
    this.at = null;
    this.busy = false;
  }

  async follow([x, y]) {
    if (this.busy || (this.at && Math.hypot(x - this.at[0], y - this.at[1]) < GROUND_MOVE_M)) {
      return;
    }
    this.busy = true;
    this.at = [x, y];
    try {
      this.stage.setGround(await fetchJson(`/ground?x=${x.toFixed(3)}&y=${y.toFixed(3)}`));
    } catch {
      // The stream tells of a lost connection; the next pose asks again.
      this.at = null;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    } finally {
      this.busy = false;
    }
  }
}

async function start() {
  const model = await fetchJson('/model');
  const motion = new Motion(0.27);
  const panel = new Panel(model);
  const stage = new Stage(element('scene'), new Robot(model));
  const ground = new GroundFollower(stage);
  let arrivedS = null;
  let connected = false;
  let events = 0;
  let sensed = false;

  function connect() {
    const source = new EventSource('/events');
    source.onopen = () => { connected = true; arrivedS = null; };
    source.onmessage = (message) => {
      const event = JSON.parse(message.data);
      arrivedS = nowS();
      sensed = event.sensed;
      motion.add(event, arrivedS);
      panel.add(event);
      if (sensed) {
        stage.trace(finite(event.positionM, [0, 0, 0]));
      }
      page.events = ++events;
    };
    source.onerror = () => {
      connected = false;
      source.close();
      setTimeout(connect, RETRY_MS);
    };
  }
  connect();

  function linkState(now) {
    if (!connected) {
      return events > 0 || page.state === 'lost' || now - startedS > STALL_S ? 'lost' : 'connecting';
    }
    if (arrivedS === null) {
      return 'idle';
    }
    if (now - arrivedS > STALL_S) {
      return 'stalled';
    }
    return sensed ? 'live' : 'waiting';
  }

  const startedS = nowS();
  let lastS = startedS;
  let heldS = 0;
  function frame() {
    const now = nowS();
    const dtS = Math.min(now - lastS, 0.2);
    lastS = now;
    setState(linkState(now));
    const pose = motion.at(now);
    ground.follow(pose.position);
    stage.draw(pose, dtS);
    if (page.state === 'live') {
      heldS = motion.loopTimeS(now);
    }
    panel.draw(heldS);
    page.drawn = Number(page.drawn) + 1;
    requestAnimationFrame(frame);
  }
  requestAnimationFrame(frame);
}

start().catch((problem) => {
  setState('lost');
  report(problem);
});
