import { GRID, LABEL, niceStep, prepare } from './plots.js';

const LEFT = 46;
const RIGHT = 10;
const BOTTOM = 18;

/** About four lines. */
function lines(low, high) {
  const step = niceStep(0.75 * (high - low));
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const values = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-6; k++) {
    values.push([k * step, (k * step).toFixed(digits)]);
  }
  return values;
}

function range(values, least) {
  let [low, high] = least ?? [Infinity, -Infinity];
  for (const value of values) {
    if (Number.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low < high ? [low, high] : Number.isFinite(low) ? [low - 0.5, low + 0.5] : [0, 1];
}

/** One curve from the first iteration to the last; its range is that of its values and what it must hold at least. */
export function drawCurve(canvas, xs, ys, { least, color }) {
  const { g, width, height } = prepare(canvas);
  const [x0, x1] = range(xs, [0, 0]);
  const [low, high] = range(ys, least);
  const x = (v) => LEFT + (width - LEFT - RIGHT) * (v - x0) / (x1 - x0);
  const y = (v) => height - BOTTOM - (height - BOTTOM - 10) * (v - low) / (high - low);
  g.textAlign = 'right';
  for (const [value, text] of lines(low, high)) {
    g.fillStyle = GRID;
    g.fillRect(LEFT, Math.round(y(value)), width - LEFT - RIGHT, 1);
    g.fillStyle = LABEL;
    g.fillText(text, LEFT - 5, y(value));
  }
  g.textAlign = 'center';
  for (const [value, text] of lines(x0, x1)) {
    g.fillStyle = GRID;
    g.fillRect(Math.round(x(value)), 6, 1, height - BOTTOM - 6);
    g.fillStyle = LABEL;
    g.fillText(text, Math.min(x(value), width - RIGHT - 8), height - BOTTOM / 2);
  }
  g.strokeStyle = color;
  g.fillStyle = color;
  g.lineWidth = 1.6;
  g.lineJoin = 'round';
  g.beginPath();
  let pen = false;
  xs.forEach((v, i) => {
    if (Number.isFinite(ys[i])) {
      pen ? g.lineTo(x(v), y(ys[i])) : g.moveTo(x(v), y(ys[i]));
    }
    pen = Number.isFinite(ys[i]);
  });
  g.stroke();
  if (pen) {
    g.beginPath();
    g.arc(x(xs.at(-1)), y(ys.at(-1)), 3, 0, 2 * Math.PI);
    g.fill();
  }
}
