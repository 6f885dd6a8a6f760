const WINDOW_S = 10;
export const GRID = '#1d2732';
export const LABEL = '#7d8b9a';
const LEFT = 30;
const RIGHT = 8;

export function prepare(canvas) {
  const ratio = Math.min(window.devicePixelRatio || 1, 2);
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const g = canvas.getContext('2d');
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  g.clearRect(0, 0, width, height);
  g.font = '10px system-ui, sans-serif';
  g.textBaseline = 'middle';
  return { g, width, height };
}

function seconds(g, width, height, x, endS) {
  g.fillStyle = GRID;
  for (let s = Math.ceil(endS - WINDOW_S); s <= endS; s++) {
    if (s % 2 === 0) {
      g.fillRect(Math.round(x(s)), 0, 1, height);
    }
  }
}

/** A step of 1, 2 or 5 times a power of ten that gives about three lines. */
export function niceStep(range) {
  const raw = range / 3;
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].map((m) => m * power).find((step) => step >= raw * 0.999);
}

/** Lines over the last ten seconds; the range grows to hold them and never shrinks below its least. */
export class LinePlot {
  constructor(canvas, { least, series }) {
    this.canvas = canvas;
    this.least = least;
    this.series = series;
    this.rows = [];
  }

  clear() {
    this.rows = [];
  }

  add(timeS, values) {
    this.rows.push([timeS, ...values]);
    while (this.rows[0][0] < timeS - WINDOW_S - 1) {
      this.rows.shift();
    }
  }

  draw(endS) {
    const { g, width, height } = prepare(this.canvas);
    let [low, high] = this.least;
    for (const row of this.rows) {
      for (let i = 1; i < row.length; i++) {
        if (Number.isFinite(row[i])) {
          low = Math.min(low, row[i] * 1.1);
          high = Math.max(high, row[i] * 1.1);
        }
      }
    }
    const x = (s) => LEFT + (width - LEFT - RIGHT) * (1 - (endS - s) / WINDOW_S);
    const y = (v) => height - 7 - (height - 14) * (v - low) / (high - low);
    seconds(g, width, height, (s) => Math.max(x(s), LEFT), endS);
    const step = niceStep(high - low);
    const digits = Math.max(0, -Math.floor(Math.log10(step)));
    g.textAlign = 'right';
    for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9; k++) {
      g.fillStyle = k === 0 ? '#34414f' : GRID;
      g.fillRect(LEFT, Math.round(y(k * step)), width - LEFT - RIGHT, 1);
      g.fillStyle = LABEL;
      g.fillText((k * step).toFixed(digits), LEFT - 5, y(k * step));
    }
    g.save();
    g.beginPath();
    g.rect(LEFT, 0, width - LEFT - RIGHT, height);
    g.clip();
    this.series.forEach(({ color, dashed }, i) => {
      g.strokeStyle = color;
      g.lineWidth = dashed ? 1.6 : 1.8;
      g.lineJoin = 'round';
      g.setLineDash(dashed ? [5, 4] : []);
      g.beginPath();
      let pen = false;
      for (const row of this.rows) {
        const v = row[i + 1];
        if (Number.isFinite(v)) {
          pen ? g.lineTo(x(row[0]), y(v)) : g.moveTo(x(row[0]), y(v));
        }
        pen = Number.isFinite(v);
      }
      g.stroke();
    });
    g.restore();
  }
}

/** Which feet were on the ground over the last ten seconds: one strip a foot. */
export class ContactPlot {
  constructor(canvas, names) {
    this.canvas = canvas;
    this.names = names;
    this.clear();
  }

  clear() {
    this.changes = [];
    this.seenS = null;
  }

  /** Takes the changes in order, then what holds at a time. */
  add(timeS, changes, bits) {
    if (this.seenS === null) {
      this.changes.push([timeS, bits]);
    }
    for (const change of changes) {
      if (this.seenS !== null && change[0] > this.seenS) {
        this.changes.push(change);
      }
    }
    if (this.changes.at(-1)[1] !== bits) {
      this.changes.push([timeS, bits]);
    }
    this.seenS = timeS;
    while (this.changes.length > 1 && this.changes[1][0] < timeS - WINDOW_S - 1) {
      this.changes.shift();
    }
  }

  draw(endS) {
    const { g, width, height } = prepare(this.canvas);
    const x = (s) => LEFT + (width - LEFT - RIGHT) * Math.max(0, 1 - (endS - s) / WINDOW_S);
    seconds(g, width, height, x, endS);
    const rowHeight = (height - 8) / this.names.length;
    g.textAlign = 'right';
    this.names.forEach((name, foot) => {
      const top = 4 + foot * rowHeight;
      g.fillStyle = LABEL;
      g.fillText(name, LEFT - 6, top + rowHeight / 2);
      g.fillStyle = '#161f29';
      g.fillRect(LEFT, top + 3, width - LEFT - RIGHT, rowHeight - 6);
      g.fillStyle = '#46d6c4';
      let downS = null;
      for (const [timeS, bits] of [...this.changes, [this.seenS, 0]]) {
        const down = (bits >> foot) & 1;
        if (down && downS === null) {
          downS = timeS;
        } else if (!down && downS !== null) {
          const left = x(Math.min(downS, endS));
          g.fillRect(left, top + 3, x(Math.min(timeS, endS)) - left, rowHeight - 6);
          downS = null;
        }
      }
    });
  }
}
