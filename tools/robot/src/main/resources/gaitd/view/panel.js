import { ContactPlot, LinePlot } from '/plots.js';

const ACTUAL = '#46d6c4';
const SIDE = '#a78bfa';
const COMMAND = '#f5b74e';
/** Times between events from which on lines are not drawn through. */
const GAP_S = 5;
const DEG = 180 / Math.PI;

const OPERATORS = { NONE: 'nobody yet', ACTIVE: 'a person', IDLE: 'nobody acts', LOST: 'an operator that is gone' };

const element = (id) => document.getElementById(id);
const shown = (value, digits) => (Number.isFinite(value) ? value.toFixed(digits) : '\u2013');
const text = (id, value) => { element(id).textContent = value; };

function percentiles(id, values) {
  const cells = element(id).querySelectorAll('td');
  ['p50', 'p99', 'p999', 'max'].forEach((key, i) => {
    const value = values[key];
    cells[i].textContent = shown(value, value < 10 ? 1 : 0);
  });
}

function count(id, value) {
  text(id, value.toLocaleString('en'));
  element(id).classList.toggle('bad', value > 0);
}

/** The right-hand side: mode, fault, numbers and plots. */
export class Panel {
  constructor(model) {
    text('robot-name', model.robot);
    text('window', `last ${model.percentileWindowS} s`);
    this.velocity = new LinePlot(element('plot-velocity'), {
      least: [-0.2, 0.4],
      series: [{ color: '#8f78cf', dashed: true }, { color: SIDE }, { color: ACTUAL }, { color: COMMAND, dashed: true }],
    });
    this.yaw = new LinePlot(element('plot-yaw'), { least: [-0.5, 0.5], series: [{ color: ACTUAL }, { color: COMMAND, dashed: true }] });
    this.tilt = new LinePlot(element('plot-tilt'), { least: [0, 6], series: [{ color: ACTUAL }] });
    this.gait = new ContactPlot(element('plot-gait'), model.legs.map((leg) => leg.name));
    this.plots = [this.velocity, this.yaw, this.tilt, this.gait];
    this.lastS = null;
  }

  /** Takes an event. */
  add(event) {
    const again = event.timeS === this.lastS;
    if (this.lastS !== null && (event.timeS < this.lastS || event.timeS > this.lastS + GAP_S)) {
      this.plots.forEach((plot) => plot.clear());
    }
    this.lastS = event.timeS;
    element('mode').textContent = event.mode.replace('_', ' ');
    element('mode').dataset.mode = event.mode;
    this.#fault(event.fault);
    element('guards-off').hidden = !event.guardsOff;
    text('guards-off', event.guardsOff);
    this.#policy(event.policy);
    text('tick', event.tick.toLocaleString('en'));
    count('missed', event.missedTicks);
    count('dropped', event.statesDropped);
    count('lost', event.lostFrames);
    text('operator', OPERATORS[event.operator] ?? event.operator);
    percentiles('lateness', event.latenessUs);
    percentiles('compute', event.computeUs);
    text('age', event.sensed ? `${shown(event.stateAgeMs, 2)} ms` : 'no state yet');
    if (!event.sensed) {
      ['speed', 'tilt', 'power', 'hot'].forEach((id) => text(id, shown(NaN)));
      return;
    }
    const [vx, vy] = event.velocityMS;
    const [wx, wy, wYaw] = event.command;
    text('speed', shown(Math.hypot(vx, vy), 2));
    text('tilt', shown(event.tiltRad * DEG, 1));
    text('power', shown(event.powerW, 0));
    text('hot', shown(Math.max(...event.temperaturesC), 0));
    if (again) {
      return;
    }
    this.velocity.add(event.timeS, [wy, vy, vx, wx]);
    this.yaw.add(event.timeS, [event.gyroRadS[2], wYaw]);
    this.tilt.add(event.timeS, [event.tiltRad === null ? NaN : event.tiltRad * DEG]);
    this.gait.add(event.timeS, event.contactChanges, event.contactBits);
  }

  #fault(fault) {
    element('fault').hidden = fault === null;
    if (fault) {
      text('fault-name', fault.name.replaceAll('_', ' '));
      text('fault-meaning', fault.meaning);
      const value = fault.value === null ? 'not a number' : `${Number(fault.value.toPrecision(4))} ${fault.unit === '-' ? '' : fault.unit}`;
      text('fault-value', `measured ${value}${fault.joint ? ` at ${fault.joint}` : ''}; the robot ${fault.reaction}`);
      text('fault-remedy', fault.remedy);
    }
  }

  #policy(policy) {
    element('policy-fault').hidden = !policy?.fault;
    text('policy', policy ? (policy.chosen > 0 ? policy.chosen : 'off') : 'none loaded');
    text('policy-share', policy ? `${shown(policy.share * 100, 0)} %` : shown(NaN));
    text('policy-version', policy ? (policy.version || 'as shipped') : shown(NaN));
    text('policy-candidate', policy?.candidate || shown(NaN));
    text('policy-rolled', policy?.rolledBack || shown(NaN));
    text('policy-adapting', policy ? policy.adapting || 'It does not adapt.' : '');
    text('policy-learner', policy?.learner ?? '');
    text('policy-fault-text', policy?.fault ?? '');
  }

  /** Draws the plots up to a time of the loop's clock. */
  draw(endS) {
    this.plots.filter((plot) => plot.canvas.clientWidth > 0).forEach((plot) => plot.draw(endS));
  }
}
