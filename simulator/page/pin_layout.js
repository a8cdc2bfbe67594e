// Where people stand close together: their pins are fanned out, and every name finds a place of its own.

const NEAR = 16;
const HEAD_UP = 20;
const HEAD = 11;
const LETTER = 4.5;
const LINE = 10;
const WIDEST = 70;

const radians = (degrees) => (degrees * Math.PI) / 180;

function touching(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function boxAround(x, y, half) {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

function boxOfWords(words, x, y, anchor) {
  const width = words.length * LETTER;
  const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
  return { left, right: left + width, top: y - LINE + 2, bottom: y + 2 };
}

// How far each pin leans, in degrees: those whose points are close together fan out, from the westernmost on.
export function leans(points) {
  const found = new Map();
  for (const point of points) {
    if (found.has(point)) continue;
    const group = [point];
    for (const one of group) group.push(...points.filter((other) => !group.includes(other) && Math.hypot(one.x - other.x, one.y - other.y) < NEAR));
    group.sort((a, b) => a.x - b.x || a.y - b.y);
    const reach = Math.min(WIDEST, 26 * (group.length - 1));
    group.forEach((one, place) => found.set(one, group.length === 1 ? 0 : -reach + (2 * reach * place) / (group.length - 1)));
  }
  return found;
}

// The room that is taken on a drawing, in its own units; names are put where nothing else is.
export class Room {
  constructor(width, height) {
    this.frame = { left: 0, right: width, top: 0, bottom: height };
    this.taken = [];
  }

  take(x, y, half) {
    this.taken.push(boxAround(x, y, half));
  }

  takePin({ x, y }, lean) {
    this.take(x + HEAD_UP * Math.sin(radians(lean)), y - HEAD_UP * Math.cos(radians(lean)), HEAD);
    this.take(x, y - 4, 4);
  }

  // The best place for words beside a point: [x, y, anchor].
  place(words, { x, y }, beside = 7) {
    const choices = [];
    for (let line = 0; line < 5; line += 1) {
      const down = y + LINE * (line + 1) + 1;
      const up = y - LINE * line + 3;
      choices.push([x, down, "middle"], [x + beside, up, "start"], [x - beside, up, "end"], [x + beside, down, "start"], [x - beside, down, "end"]);
    }
    const cost = ([left, top, anchor]) => {
      const box = boxOfWords(words, left, top, anchor);
      const outside = box.left < this.frame.left || box.right > this.frame.right || box.top < this.frame.top || box.bottom > this.frame.bottom;
      return this.taken.filter((one) => touching(one, box)).length + (outside ? 5 : 0);
    };
    const best = choices.reduce((found, one) => (cost(one) < cost(found) ? one : found));
    this.taken.push(boxOfWords(words, ...best));
    return best;
  }
}
