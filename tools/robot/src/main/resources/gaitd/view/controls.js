import { Driver } from '/driver.js';
import { fetchJson, hasToken, post, setToken } from '/stream.js';

const STOP_TRIES = 20;
const STOP_RETRY_MS = 100;
const SHOWN_MS = 2000;
const STATE_MS = 3000;

/** The buttons: stop, modes, gaits, policies; who may press them, and what came of it. */
export class Controls {
  constructor(element) {
    this.element = element;
    this.mode = '';
    this.driver = new Driver(element, (text) => { element('drive-state').textContent = text; });
    element('stop').addEventListener('pointerdown', () => this.stop());
    element('stop').addEventListener('click', (event) => {
      if (event.detail === 0) {
        this.stop();
      }
    });
    window.addEventListener('keydown', (event) => {
      if (/^[xX!]$/.test(event.key) && !event.ctrlKey && !event.metaKey && event.target.tagName !== 'INPUT') {
        this.stop();
      }
    });
    for (const button of document.querySelectorAll('[data-ask]')) {
      button.addEventListener('click', () => this.#ask({ request: button.dataset.ask }, button));
    }
    element('speed-limit').addEventListener('input', () => this.#scale());
    element('token-form').addEventListener('submit', (event) => {
      event.preventDefault();
      setToken(element('token').value);
      element('token').value = '';
      this.refresh();
    });
    this.#scale();
  }

  #scale() {
    const share = Number(this.element('speed-limit').value) / 100;
    this.driver.scale = share;
    const { vxMax, yawMax } = this.driver.facts;
    this.element('speed-limit-text').textContent = `${(share * vxMax).toFixed(2)} m/s, ${(share * yawMax).toFixed(2)} rad/s`;
  }

  /** Learns anew what this page may do, as after another control process began. */
  async refresh() {
    const facts = await fetchJson('/facts');
    const may = facts.commands && facts.known;
    this.driver.facts = facts;
    this.driver.allowed = may;
    document.documentElement.dataset.kind = facts.kind;
    document.documentElement.dataset.may = may;
    this.element('stop').hidden = !facts.stops;
    this.element('drive').hidden = !may;
    this.element('only-looking').hidden = may || facts.kind === 'replay';
    this.element('token-form').hidden = !facts.commands;
    this.element('looking-text').textContent = facts.commands
      ? `${hasToken() ? 'The token is not that of this process. ' : ''}To command, open the address that the terminal showed, or give its token:`
      : 'This page shows and stops; it does not command.';
    this.#gaits(facts.gaits, may);
    this.#scale();
    return facts;
  }

  #gaits(names, may) {
    const row = this.element('gaits');
    row.replaceChildren(...names.map((name) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = name;
      button.dataset.gait = name;
      button.disabled = !may;
      button.addEventListener('click', () => this.#ask({ request: 'gait', gait: name }, button));
      return button;
    }));
    for (const button of document.querySelectorAll('[data-ask]')) {
      button.disabled = !may;
    }
  }

  async #ask(what, button) {
    const words = this.element('ask-state');
    button.classList.add('busy');
    try {
      if (!this.sensed && (what.request === 'stand' || what.request === 'walk')) {
        words.textContent = 'waking the robot';
        await this.#awaitState();
      }
      const answer = await post('/ask', what);
      words.textContent = answer.ok ? '' : `refused: ${answer.text}`;
      if (answer.ok && (what.request === 'walk' || what.request === 'stand')) {
        this.driver.engage();
      } else if (answer.ok && what.request === 'sit') {
        this.driver.release();
      }
    } catch {
      words.textContent = 'the page is cut off';
    }
    button.classList.remove('busy');
  }

  /** A control process is silent, and so hears nothing of its robot, until an operator sends something. */
  async #awaitState() {
    this.driver.engage();
    for (const endMs = performance.now() + STATE_MS; !this.sensed && performance.now() < endMs;) {
      await new Promise((resolve) => setTimeout(resolve, STOP_RETRY_MS));
    }
  }

  /** Pressed again until the robot's process has it, since a robot that does not stop is worse than one that stops twice. */
  async stop() {
    const button = this.element('stop');
    this.driver.release();
    for (let tries = 0; tries < STOP_TRIES; tries++) {
      try {
        const answer = await post('/stop');
        button.textContent = answer.ok ? 'STOPPED' : 'NOT STOPPED';
        button.title = answer.text;
        if (answer.ok) {
          break;
        }
      } catch {
        button.textContent = 'NOT STOPPED';
      }
      await new Promise((resolve) => setTimeout(resolve, STOP_RETRY_MS));
    }
    setTimeout(() => { button.textContent = 'STOP'; }, SHOWN_MS);
  }

  /** Takes an event. */
  add(event) {
    if (event.helm) {
      this.driver.heard(event.helm);
    }
    this.sensed = event.sensed;
    if (event.mode !== this.mode) {
      this.mode = event.mode;
      for (const button of document.querySelectorAll('.modes [data-mode]')) {
        button.classList.toggle('on', button.dataset.mode.split(' ').includes(event.mode));
      }
    }
    for (const button of document.querySelectorAll('[data-gait]')) {
      button.classList.toggle('on', button.dataset.gait === event.gait);
    }
    this.element('clear').hidden = Boolean(event.timeline) || (!event.fault && event.latched.length === 0 && !event.policy?.fault);
  }

  /** The connection is lost. */
  lost() {
    this.driver.release();
  }
}
