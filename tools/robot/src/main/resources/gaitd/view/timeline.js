import { post } from '/stream.js';

const MOVE_MS = 60;
const LEVELS = { 2: '#7d8b9a', 3: '#f5b74e', 4: '#ff5d5d' };

const clock = (seconds) => {
  const whole = Math.floor(seconds / 60);
  return `${whole}:${(seconds - 60 * whole).toFixed(1).padStart(4, '0')}`;
};

/** The time of a recording: play, hold, speed, and a slider with what happened. */
export class Timeline {
  constructor(element) {
    this.element = element;
    this.lengthS = 1;
    this.marks = [];
    this.held = false;
    this.sent = 0;
    this.wanted = null;
    this.slider = element('time');
    this.slider.addEventListener('input', () => this.#seek(Number(this.slider.value)));
    this.slider.addEventListener('pointerdown', () => { this.held = true; });
    for (const end of ['pointerup', 'pointercancel', 'change']) {
      this.slider.addEventListener(end, () => { this.held = false; });
    }
    element('play').addEventListener('click', () => this.#play());
    element('replay-speed').addEventListener('change', (event) => this.#move({ speed: Number(event.target.value) }));
    element('mark-before').addEventListener('click', () => this.#jump(-1));
    element('mark-after').addEventListener('click', () => this.#jump(1));
    window.addEventListener('keydown', (event) => {
      if (event.key === ' ' && !/^(INPUT|SELECT|BUTTON)$/.test(event.target.tagName)) {
        event.preventDefault();
        this.#play();
      }
    });
    setInterval(() => this.#flush(), MOVE_MS);
  }

  begin({ lengthS, marks }) {
    this.lengthS = lengthS;
    this.marks = marks;
    this.slider.max = lengthS;
    this.#draw();
    window.addEventListener('resize', () => this.#draw());
  }

  #play() {
    this.#move(this.plays || this.atS < this.lengthS - 0.05 ? { play: !this.plays } : { play: true, at: 0 });
  }

  #seek(at) {
    this.wanted = at;
    this.element('time-now').textContent = clock(at);
  }

  #flush() {
    if (this.wanted !== null) {
      const at = Math.min(this.wanted, this.lengthS);
      this.wanted = null;
      this.#move({ at });
    }
  }

  #jump(way) {
    const here = this.atS ?? 0;
    const ahead = this.marks.filter(([atS]) => (way > 0 ? atS > here + 0.05 : atS < here - 0.35));
    const mark = way > 0 ? ahead[0] : ahead.at(-1);
    if (mark) {
      this.#move({ at: mark[0] });
    }
  }

  async #move(what) {
    try {
      await post('/timeline', what);
    } catch {
      // The stream tells of a lost connection.
    }
  }

  #draw() {
    const canvas = this.element('marks');
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    canvas.width = canvas.clientWidth * ratio;
    canvas.height = canvas.clientHeight * ratio;
    const g = canvas.getContext('2d');
    for (const [atS, level] of [...this.marks].sort((a, b) => a[1] - b[1])) {
      g.fillStyle = LEVELS[level] ?? LEVELS[2];
      g.fillRect(Math.round((canvas.width - 2 * ratio) * atS / this.lengthS), 0, 2 * ratio, canvas.height);
    }
  }

  /** Takes an event. */
  add({ timeline }) {
    this.atS = timeline.atS;
    this.plays = timeline.plays;
    if (!this.held && this.wanted === null) {
      this.slider.value = timeline.atS;
      this.element('time-now').textContent = clock(timeline.atS);
    }
    this.element('time-end').textContent = clock(this.lengthS);
    this.element('play').textContent = timeline.plays ? 'Pause' : 'Play';
    if (document.activeElement !== this.element('replay-speed')) {
      this.element('replay-speed').value = String(timeline.speed);
    }
    const last = this.marks.filter(([atS]) => atS <= timeline.atS + 0.05).at(-1);
    this.element('mark-text').textContent = last ? `${clock(last[0])} ${last[2]}` : '';
  }
}
