import { post } from '/stream.js';

const SEND_MS = 80;
const BEAT_MAX_MS = 300;
const ANSWER_MAX_MS = 400;
/** After the last act of its person the page falls silent; the control process then makes a walking robot stand. */
const ENGAGED_MS = 12000;
const SHOWN_MS = 2500;
const DEAD_ZONE = 0.12;
const MOVED = 0.02;
const LEFT_SHOULDER = 4;
const RIGHT_SHOULDER = 5;
const KEYS = { ArrowUp: [1, 0, 0], ArrowDown: [-1, 0, 0], ArrowLeft: [0, 0, 1], ArrowRight: [0, 0, -1] };

const outside = (value) => (Math.abs(value) < DEAD_ZONE ? 0 : (value - Math.sign(value) * DEAD_ZONE) / (1 - DEAD_ZONE));
const clamp = (value) => Math.max(-1, Math.min(1, value));

/** A round pad under a finger or the mouse; while it is held it says forward (up) and left, each from -1 to 1. */
class Pad {
  constructor(element, changed, turnsOnly) {
    this.element = element;
    this.knob = element.querySelector('i');
    this.turnsOnly = turnsOnly;
    this.changed = changed;
    this.release();
    element.addEventListener('pointerdown', (event) => {
      element.setPointerCapture(event.pointerId);
      this.#move(event);
    });
    element.addEventListener('pointermove', (event) => {
      if (element.hasPointerCapture(event.pointerId)) {
        this.#move(event);
      }
    });
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
      element.addEventListener(end, () => {
        this.release();
        changed();
      });
    }
  }

  #move(event) {
    const box = this.element.getBoundingClientRect();
    const radius = box.width / 2 - 18;
    this.held = true;
    this.left = clamp((box.left + box.width / 2 - event.clientX) / radius);
    this.up = this.turnsOnly ? 0 : clamp((box.top + box.height / 2 - event.clientY) / radius);
    this.knob.style.transform = `translate(${-this.left * radius}px, ${-this.up * radius}px)`;
    this.element.classList.add('held');
    this.changed();
  }

  release() {
    this.held = false;
    this.left = 0;
    this.up = 0;
    this.knob.style.transform = '';
    this.element.classList.remove('held');
  }
}

/**
 * Drives while something is held: a pad, an arrow key, or a shoulder button of a gamepad. Let go, hidden, unplugged or cut off, it asks
 * for a velocity of zero at once; and if it cannot even ask, the server lets the last velocity lapse.
 */
export class Driver {
  constructor(element, tell) {
    this.tell = tell;
    this.page = crypto.randomUUID ? crypto.randomUUID() : String(Math.random()).slice(2);
    this.facts = { vxMax: 0, vyMax: 0, yawMax: 0 };
    this.scale = 0.5;
    this.sequence = 0;
    this.acts = 0;
    this.actedMs = -Infinity;
    this.beat = 0;
    this.beatMs = -Infinity;
    this.answeredMs = Infinity;
    this.keys = new Set();
    this.last = [0, 0, 0];
    this.wasHeld = false;
    this.quietUntilMs = 0;
    this.allowed = false;
    const changed = () => this.#act();
    this.move = new Pad(element('pad-move'), changed, false);
    this.turn = new Pad(element('pad-turn'), changed, true);
    window.addEventListener('keydown', (event) => this.#key(event, true));
    window.addEventListener('keyup', (event) => this.#key(event, false));
    window.addEventListener('blur', () => this.release());
    window.addEventListener('pagehide', () => this.release());
    window.addEventListener('gamepaddisconnected', () => this.release());
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) {
        this.release();
      }
    });
    setInterval(() => this.#round(), SEND_MS);
  }

  /** Takes the server's beat, without which nothing moves. */
  heard(helm) {
    this.beat = helm.beat;
    this.beatMs = performance.now();
    this.others = helm.held && helm.page !== this.page;
    this.refused = helm.page === this.page ? helm.refused : '';
  }

  /** A person pressed something that makes this page the operator. */
  engage() {
    this.acts++;
    this.actedMs = performance.now();
  }

  /** Lets go of everything at once, and falls silent. */
  release() {
    const held = this.wasHeld;
    this.keys.clear();
    this.move.release();
    this.turn.release();
    this.padLost = true;
    this.actedMs = -Infinity;
    if (held) {
      this.wasHeld = false;
      this.#send([0, 0, 0], false, true);
    }
  }

  #key(event, down) {
    if (!(event.key in KEYS) || event.ctrlKey || event.metaKey || /^(INPUT|SELECT)$/.test(event.target.tagName)) {
      return;
    }
    event.preventDefault();
    const had = this.keys.has(event.key);
    if (down !== had) {
      down ? this.keys.add(event.key) : this.keys.delete(event.key);
      this.#act();
    }
  }

  #act() {
    this.engage();
    this.#round();
  }

  /** The gamepad's wishes while a shoulder button is held; null while none is. */
  #gamepad() {
    const pads = navigator.getGamepads ? [...navigator.getGamepads()].filter((pad) => pad && pad.connected) : [];
    this.tellPad(pads);
    const pad = pads.find((it) => it.buttons[LEFT_SHOULDER]?.pressed || it.buttons[RIGHT_SHOULDER]?.pressed);
    if (!pad) {
      this.padLost = false;
      return null;
    }
    // What was cut off has to be let go and pressed anew.
    return this.padLost ? null : [-outside(pad.axes[1] ?? 0), -outside(pad.axes[0] ?? 0), -outside(pad.axes[2] ?? 0)];
  }

  tellPad(pads) {
    this.padName = pads.length ? pads[0].id : '';
  }

  /** Forward, left and turn, from -1 to 1, and whether a dead man's button is held. */
  #wish() {
    const pad = this.#gamepad();
    let wish = pad ?? [0, 0, 0];
    const held = pad !== null || this.move.held || this.turn.held || this.keys.size > 0;
    for (const key of this.keys) {
      wish = wish.map((value, i) => value + KEYS[key][i]);
    }
    wish = [wish[0] + this.move.up, wish[1] + this.move.left, wish[2] + this.turn.left].map(clamp);
    return { held, wish };
  }

  #round() {
    const now = performance.now();
    const { held, wish } = this.#wish();
    if (!this.allowed) {
      return;
    }
    if (wish.some((value, i) => Math.abs(value - this.last[i]) > MOVED) || held !== this.wasHeld) {
      this.engage();
    }
    this.last = wish;
    const cut = now - this.beatMs > BEAT_MAX_MS || now - this.answeredMs > ANSWER_MAX_MS;
    if (held && cut) {
      this.tell('the connection or this device is too slow: let go, then hold again');
      this.quietUntilMs = now + SHOWN_MS;
      this.answeredMs = Infinity;
      this.release();
      return;
    }
    if (held || this.wasHeld || now - this.actedMs < ENGAGED_MS) {
      const top = [this.facts.vxMax, this.facts.vyMax, this.facts.yawMax].map((max) => max * this.scale);
      this.#send(held ? wish.map((value, i) => value * top[i]) : [0, 0, 0], held, false);
    }
    this.wasHeld = held;
    if (held || now > this.quietUntilMs) {
      this.tell(this.#words(held));
    }
  }

  #words(held) {
    if (this.others) {
      return 'another page drives';
    }
    if (this.refused) {
      return `refused: ${this.refused}`;
    }
    if (held) {
      return 'driving; let go to stop';
    }
    return this.padName ? 'hold a pad, an arrow key, or L1 or R1 of the gamepad' : 'hold a pad or an arrow key to drive';
  }

  async #send([vx, vy, yaw], held, last) {
    const message = { page: this.page, sequence: ++this.sequence, beat: this.beat, held, acts: this.acts, vx, vy, yaw };
    if (this.answeredMs === Infinity) {
      this.answeredMs = performance.now();
    }
    try {
      const answer = await post('/drive', message, { keepalive: last });
      this.answeredMs = held ? performance.now() : Infinity;
      if (!answer.ok) {
        this.tell(answer.text);
      }
    } catch {
      // The next round finds that there was no answer.
    }
  }
}
