import { drawCurve } from './curves.js';

const PERIOD_MS = 1000;
const RECENT = 20;
const CHARTS = [
  ['reward', 'reward', { color: '#46d6c4' }],
  ['success', 'success', { color: '#63d98b', least: [0, 1] }],
  ['kl', 'kl', { color: '#f5b74e', least: [0, 0.02] }],
  ['length', 'length_steps', { color: '#a78bfa', least: [0, 1] }],
  ['deviation', 'deviation', { color: '#e48bc6', least: [0, 0.1] }],
  ['speed', 'steps_per_s', { color: '#7fb2ff', least: [0, 1] }],
];
const TERM = 'reward_';
const page = document.documentElement;
const rows = [];
let plan = null;
let axis = 'steps';

window.addEventListener('error', (event) => { page.dataset.error = event.message; });
window.addEventListener('unhandledrejection', (event) => { page.dataset.error = String(event.reason); });

const show = (id, text) => { document.getElementById(id).textContent = text; };
const column = (name) => rows.map((row) => row[name]);

function take(text) {
  const [header, ...body] = text.trim().split('\n');
  const names = header.split(',');
  for (const line of body) {
    rows.push(Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell === 'NaN' ? NaN : Number(cell)])));
  }
}

function time(s) {
  const two = (n) => String(n).padStart(2, '0');
  const whole = Math.round(s);
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

function number(value, digits) {
  return Number.isFinite(value) ? value.toFixed(digits) : '\u2013';
}

function state(name, text) {
  page.dataset.state = name;
  show('link', text);
}

function tiles() {
  const last = rows.at(-1);
  const early = rows.at(-Math.min(RECENT, rows.length));
  const done = last.iteration - early.iteration;
  const each = done > 0 ? (last.seconds - early.seconds) / done : last.seconds / last.iteration;
  show('iteration', last.iteration);
  show('of', `of ${plan.iterations}`);
  show('steps', number(last.steps / 1e6, 2));
  show('left', time(each * (plan.iterations - last.iteration)));
  show('reward', number(last.reward, Math.abs(last.reward) < 10 ? 3 : 1));
  show('success', number(100 * last.success, 0));
  show('kl', number(last.kl, 4));
  show('speed', number(last.steps_per_s, 0));
  document.getElementById('done').style.width = `${100 * last.iteration / plan.iterations}%`;
}

/** A small chart for each term of the reward; the table names them. */
function addTerms() {
  const charts = document.getElementById('terms');
  for (const name of Object.keys(rows[0]).filter((column) => column.startsWith(TERM))) {
    const section = document.createElement('section');
    const title = document.createElement('h2');
    title.textContent = name.slice(TERM.length).replaceAll('_', ' ');
    const canvas = document.createElement('canvas');
    canvas.id = `plot-${name}`;
    canvas.className = 'plot';
    section.append(title, canvas);
    charts.append(section);
    CHARTS.push([name, name, { color: '#c9d4e3' }]);
  }
}

function draw() {
  if (plan === null || rows.length === 0) {
    return;
  }
  tiles();
  const xs = column(axis).map((x) => (axis === 'steps' ? x / 1e6 : x));
  for (const [id, name, options] of CHARTS) {
    drawCurve(document.getElementById(`plot-${id}`), xs, column(name), options);
  }
  page.dataset.rows = rows.length;
}

function choose(name) {
  axis = name;
  for (const each of ['steps', 'seconds']) {
    document.getElementById(`by-${each}`).classList.toggle('chosen', each === name);
  }
  draw();
}

async function get(path) {
  const answer = await fetch(path);
  if (!answer.ok) {
    throw new Error(await answer.text());
  }
  return answer;
}

async function poll() {
  try {
    if (plan === null) {
      plan = await (await get('/plan')).json();
      show('what', `${plan.task}, ${plan.learner} ${plan.net}, seed ${plan.seed}`);
      show('command', `gaitd ${plan.command} \u2192 ${plan.folder}`);
    }
    const seen = rows.length;
    take(await (await get(`/rows?after=${rows.at(-1)?.iteration ?? 0}`)).text());
    state(rows.length > 0 ? 'live' : 'waiting', rows.length > 0 ? 'live' : 'waiting for the first iteration');
    if (seen === 0 && rows.length > 0) {
      addTerms();
    }
    if (rows.length > seen) {
      draw();
    }
  } catch {
    const done = plan !== null && rows.at(-1)?.iteration === plan.iterations;
    state(done ? 'done' : 'lost', done ? 'done' : 'the training has ended or was stopped');
  }
  setTimeout(poll, PERIOD_MS);
}

for (const name of ['steps', 'seconds']) {
  document.getElementById(`by-${name}`).addEventListener('click', () => choose(name));
}
window.addEventListener('resize', draw);
poll();
