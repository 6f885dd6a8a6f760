/** Joint angles of the pose drawn before the first state: standing. */
const REST = [0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8];
const DELAY_S = 0.06;
const KEEP_S = 1;

/** Values with those that are not numbers replaced. */
export const finite = (values, fallback) => values.map((v, i) => (Number.isFinite(v) ? v : fallback[i]));
const mix = (a, b, f) => a.map((v, i) => v + (b[i] - v) * f);

/** Unit quaternion w x y z; the identity when there is none yet. */
function unit(quaternion) {
  const q = finite(quaternion, [1, 0, 0, 0]);
  const norm = Math.hypot(...q);
  return norm < 0.1 ? [1, 0, 0, 0] : q.map((v) => v / norm);
}

function mixUnit(a, b, f) {
  const dot = a.reduce((sum, v, i) => sum + v * b[i], 0);
  return unit(mix(a, dot < 0 ? b.map((v) => -v) : b, f));
}

/**
 * Poses between events: plays the stream a little late, so that two samples surround every moment drawn.
 * The loop's clock and the page's differ by an offset, which is taken from the fastest event of late.
 */
export class Motion {
  constructor(standHeightM) {
    this.rest = { timeS: 0, q: REST, quaternion: [1, 0, 0, 0], position: [0, 0, standHeightM], command: [0, 0, 0], velocity: [0, 0, 0], contacts: 0 };
    this.samples = [];
    this.offsetS = null;
    this.rate = 1;
  }

  /** How fast the loop's time passes: 1 for a robot, 0 for a recording that is held. */
  setRate(rate) {
    if (rate !== this.rate) {
      this.rate = rate;
      this.offsetS = null;
    }
  }

  /** Takes an event that arrived at a time of the page's clock. */
  add(event, nowS) {
    const newest = this.samples.at(-1);
    if (newest && event.timeS === newest.timeS) {
      return;
    }
    if (newest && (event.timeS < newest.timeS || event.timeS > newest.timeS + (this.rate === 1 ? 5 : 1))) {
      this.samples = [];
      this.offsetS = null;
    }
    const offsetS = nowS * this.rate - event.timeS;
    this.offsetS = this.offsetS === null ? offsetS : Math.min(this.offsetS + 0.0005, offsetS);
    this.samples.push(event.sensed ? {
      timeS: event.timeS,
      q: finite(event.q, REST),
      quaternion: unit(event.quaternion),
      position: finite(event.positionM, this.rest.position),
      command: finite(event.command, [0, 0, 0]),
      velocity: finite(event.velocityMS, [0, 0, 0]),
      contacts: event.contactBits,
    } : { ...this.rest, timeS: event.timeS });
    while (this.samples.length > 2 && this.samples[0].timeS < event.timeS - KEEP_S) {
      this.samples.shift();
    }
  }

  /** Time of the loop's clock that is drawn at a time of the page's clock. */
  loopTimeS(nowS) {
    if (this.rate === 0 || this.offsetS === null) {
      return this.samples.at(-1)?.timeS ?? 0;
    }
    return nowS * this.rate - this.offsetS - DELAY_S * this.rate;
  }

  /** The pose to draw. */
  at(nowS) {
    if (this.samples.length === 0) {
      return this.rest;
    }
    const t = this.loopTimeS(nowS);
    const after = this.samples.findIndex((s) => s.timeS >= t);
    if (after <= 0) {
      return after === 0 ? this.samples[0] : this.samples.at(-1);
    }
    const a = this.samples[after - 1];
    const b = this.samples[after];
    const f = (t - a.timeS) / (b.timeS - a.timeS);
    return {
      timeS: t,
      q: mix(a.q, b.q, f),
      quaternion: mixUnit(a.quaternion, b.quaternion, f),
      position: mix(a.position, b.position, f),
      command: mix(a.command, b.command, f),
      velocity: mix(a.velocity, b.velocity, f),
      contacts: f < 0.5 ? a.contacts : b.contacts,
    };
  }
}
