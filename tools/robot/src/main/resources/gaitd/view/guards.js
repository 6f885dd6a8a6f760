const shown = (value, digits) => (Number.isFinite(value) ? value.toFixed(digits) : '\u2013');
const NEAR = 0.8;
const LEGS = ['FR', 'FL', 'RR', 'RL'];
const JOINTS = ['hip', 'thigh', 'calf'];
const SOON_S = 600;
const VERY_SOON_S = 60;

function node(tag, className, text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

const digitsOf = (limit) => (Math.abs(limit) >= 100 ? 0 : Math.abs(limit) >= 10 ? 1 : 2);

/** Guards with their values against their limits, the nearest first; and motors with their heat. */
export class Guards {
  constructor(element) {
    this.list = element('guards');
    this.none = element('guards-none');
    this.latchedList = element('latched');
    this.rows = [];
    this.facts = {};
    this.cells = [];
    this.#motors(element('motors'));
    this.note = element('motors-note');
  }

  #motors(table) {
    table.append(node('span', 'corner'), ...JOINTS.map((name) => node('span', 'axis', name)));
    for (const leg of LEGS) {
      table.append(node('span', 'axis', leg));
      for (const joint of JOINTS) {
        const cell = node('div', 'motor');
        cell.title = `${leg} ${joint}`;
        const degrees = node('b', '', '\u2013');
        const forecast = node('small', '');
        cell.append(degrees, forecast);
        table.append(cell);
        this.cells.push({ cell, degrees, forecast });
      }
    }
  }

  /** Takes an event. */
  add(event) {
    const guards = event.guards ?? [];
    this.none.hidden = guards.length > 0;
    this.none.textContent = event.sensed ? 'The limits of this process are not known.' : 'No state of the robot yet.';
    guards.forEach((guard, i) => this.#row(i, guard, event.latched.includes(guard.name)));
    this.rows.forEach((row, i) => { row.root.hidden = i >= guards.length; });
    const others = event.latched.filter((name) => !guards.some((guard) => guard.name === name));
    this.latchedList.hidden = others.length === 0;
    this.latchedList.textContent = others.length ? `tripped too: ${others.join(', ').replaceAll('_', ' ')}` : '';
    this.#heat(event);
  }

  #row(i, guard, latched) {
    if (!this.rows[i]) {
      const root = node('li', 'guard');
      const name = node('b', 'name');
      const value = node('span', 'value');
      const bar = node('div', 'bar');
      const fill = node('i', '');
      bar.append(fill);
      root.append(name, value, bar);
      this.list.append(root);
      this.rows[i] = { root, name, value, fill };
    }
    const row = this.rows[i];
    const digits = digitsOf(guard.limit);
    row.name.textContent = guard.name.replaceAll('_', ' ').toLowerCase();
    const unit = guard.unit === '-' ? '' : guard.unit.replace('deg C', '\u00b0C');
    const limit = `${guard.least ? 'least' : 'most'} ${shown(guard.limit, digits)}`;
    row.value.textContent = `${shown(guard.value, digits)}, ${limit} ${unit}${guard.joint ? ` ${guard.joint}` : ''}`;
    row.root.title = `the robot ${guard.reaction}`;
    row.fill.style.width = `${Math.min(100, 100 * (guard.share ?? 1))}%`;
    row.root.dataset.level = latched || guard.share >= 1 ? 'bad' : guard.share >= NEAR ? 'near' : 'well';
    row.root.classList.toggle('latched', latched);
  }

  #heat(event) {
    const { warmC = 60, derateC = 70, maxC = 80 } = this.facts;
    this.cells.forEach(({ cell, degrees, forecast }, i) => {
      const now = event.temperaturesC?.[i];
      degrees.textContent = Number.isFinite(now) ? `${now.toFixed(0)}\u00b0` : '\u2013';
      const left = event.heatLeftS?.[i];
      forecast.textContent = !event.sensed ? '' : Number.isFinite(left) ? (left < SOON_S ? `${left.toFixed(0)} s` : '> 10 min') : 'steady';
      const soon = Number.isFinite(left) ? left : Infinity;
      cell.dataset.level = now > derateC || soon < VERY_SOON_S ? 'bad' : now > warmC || soon < SOON_S ? 'near' : 'well';
    });
    this.note.textContent = event.sensed
      ? `Under each: time to ${maxC} \u00b0C at the present rise. Warm from ${warmC} \u00b0C, half speed from ${derateC} \u00b0C, sits down at ${maxC} \u00b0C.`
      : 'No state of the robot yet.';
  }
}
