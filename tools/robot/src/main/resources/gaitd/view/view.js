import { Controls } from '/controls.js';
import { Guards } from '/guards.js';
import { Motion, finite } from '/motion.js';
import { Panel } from '/panel.js';
import { Robot } from '/robot.js';
import { Stage } from '/stage.js';
import { fetchJson, readEvents } from '/stream.js';
import { Timeline } from '/timeline.js';

const STALL_S = 1.5;
const RETRY_MS = 2000;
/** A picture that takes longer is drawn so seldom that the rest of the page has time, above all to drive and to stop. */
const SLOW_MS = 50;
const GROUND_MOVE_M = 0.6;

const page = document.documentElement.dataset;
const element = (id) => document.getElementById(id);
const nowS = () => performance.now() / 1000;

const NOTICES = {
  connecting: ['Connecting', ''],
  waiting: ['Waiting for the robot', 'The loop runs; no state has arrived yet. Control sends nothing before an operator connects.'],
  idle: ['Waiting for the loop', 'Connected; no tick has been published yet.'],
  token: ['No token', 'From another machine this page shows nothing without the token: open the address that the terminal showed.'],
  stalled: ['No new ticks', 'The control loop has stopped or is held.'],
  lost: ['Connection lost', 'The run has ended, or cannot be reached. Trying again.'],
};
const LINKS = { connecting: 'connecting', waiting: 'no state yet', idle: 'no ticks yet', stalled: 'stalled', lost: 'connection lost', token: 'no token', held: 'held', live: 'live' };

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

for (const tab of document.querySelectorAll('#tabs [data-tab]')) {
  tab.addEventListener('click', () => { page.tab = tab.dataset.tab; });
}

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

/** The facts and the model, asked for until there is a server that gives them. */
async function begin(controls) {
  for (;;) {
    try {
      const facts = await controls.refresh();
      return { facts, model: await fetchJson('/model') };
    } catch (problem) {
      setState(problem.status === 401 ? 'token' : 'lost');
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

async function start() {
  const controls = new Controls(element);
  const { facts, model } = await begin(controls);
  const motion = new Motion(0.27);
  const panel = new Panel(model);
  const guards = new Guards(element);
  guards.facts = facts;
  const timeline = facts.timeline ? new Timeline(element) : null;
  element('timeline').hidden = !timeline;
  timeline?.begin(facts.timeline);
  const stage = new Stage(element('scene'), new Robot(model));
  const ground = new GroundFollower(stage);
  let arrivedS = null;
  let connected = false;
  let events = 0;
  let sensed = false;
  let held = false;
  let tick = -1;

  function take(event) {
    arrivedS = nowS();
    sensed = event.sensed;
    if (timeline) {
      held = !event.timeline.plays;
      motion.setRate(held ? 0 : event.timeline.speed);
      timeline.add(event);
    } else if (event.tick < tick) {
      controls.refresh().then((now) => { guards.facts = now; }).catch(report);
    }
    tick = event.tick;
    motion.add(event, arrivedS);
    panel.add(event);
    guards.add(event);
    controls.add(event);
    if (sensed) {
      stage.trace(finite(event.positionM, [0, 0, 0]));
    }
    page.events = ++events;
  }

  async function follow() {
    for (let first = true; ; first = false) {
      try {
        if (!first) {
          guards.facts = await controls.refresh();
        }
        await readEvents(() => { connected = true; arrivedS = null; }, take);
      } catch {
        // The state tells of a lost connection; the next round tries again.
      }
      connected = false;
      controls.lost();
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
  follow().catch(report);

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
    return held ? 'held' : sensed ? 'live' : 'waiting';
  }

  const startedS = nowS();
  let requestedS = startedS;
  let lastS = startedS;
  let heldS = 0;
  function frame() {
    const now = nowS();
    const dtS = Math.min(now - lastS, 0.5);
    lastS = now;
    setState(linkState(now));
    const pose = motion.at(now);
    ground.follow(pose.position);
    stage.draw(pose, dtS);
    if (page.state === 'live' || page.state === 'held') {
      heldS = motion.loopTimeS(now);
    }
    panel.draw(heldS);
    page.drawn = Number(page.drawn) + 1;
    next((nowS() - requestedS) * 1000);
  }

  function next(tookMs) {
    const request = () => {
      requestedS = nowS();
      requestAnimationFrame(frame);
    };
    if (tookMs > SLOW_MS) {
      setTimeout(request, 2 * tookMs);
    } else {
      request();
    }
  }
  next(0);
}

start().catch((problem) => {
  setState('lost');
  report(problem);
});
