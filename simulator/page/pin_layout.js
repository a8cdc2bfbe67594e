// Where people stand close together: their pins are fanned out, and every name finds a place of its own.

const NEAR = 26;
const HEAD_UP = 20;
const HEAD = 11;
const LETTER = 5;
const LINE = 10;
const WIDEST = 75;
const STEP = 38;

const radians = (degrees) => (degrees * Math.PI) / 180;

function touching(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function boxOfWords(words, x, y, anchor) {
  const width = words.length * LETTER;
  const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
  return { left, right: left + width, top: y - LINE + 2, bottom: y + 2 };
}

// Each point's pin: how far it leans, in degrees, and how long it is, so that the heads of neighbours stand side by side.
export function fanned(points) {
  const found = new Map();
  for (const point of points) {
    if (found.has(point)) continue;
    const group = [point];
    for (const one of group) group.push(...points.filter((other) => !group.includes(other) && Math.hypot(one.x - other.x, one.y - other.y) < NEAR));
    group.sort((a, b) => a.x - b.x || a.y - b.y);
    const reach = Math.min(WIDEST, (STEP * (group.length - 1)) / 2);
    const step = group.length > 1 ? (2 * reach) / (group.length - 1) : 0;
    const length = step ? Math.max(HEAD_UP, HEAD / Math.sin(radians(step / 2)) + 1) : HEAD_UP;
    group.forEach((one, place) => found.set(one, { lean: -reach + step * place, length, alone: group.length === 1 }));
  }
  return found;
}

// Where the head of a pin is.
export function headOf({ x, y }, { lean, length }) {
  return { x: x + length * Math.sin(radians(lean)), y: y - length * Math.cos(radians(lean)) };
}

// The room that is taken on a drawing, in its own units; names are put where nothing else is.
export class Room {
  constructor(width, height) {
    this.frame = { left: 0, right: width, top: 0, bottom: height };
    this.taken = [];
  }

  take(x, y, half) {
    this.taken.push({ left: x - half, right: x + half, top: y - half, bottom: y + half });
  }

  takePin(point, stance = { lean: 0, length: HEAD_UP }) {
    const head = headOf(point, stance);
    this.take(head.x, head.y, HEAD);
    this.take((head.x + point.x) / 2, (head.y + point.y) / 2, 3);
    this.take(point.x, point.y - 3, 3);
  }

  // The place for words beside a point that hides least, the nearest first: [x, y, anchor].
  place(words, { x, y }, beside = 7, sides = ["below", "right", "left", "above"]) {
    const at = {
      below: (line) => [x, y + beside + LINE * line + 5, "middle"],
      above: (line) => [x, y - beside - LINE * line, "middle"],
      right: (line) => [x + beside, y + 3 + LINE * line, "start"],
      left: (line) => [x - beside, y + 3 + LINE * line, "end"],
    };
    const choices = [0, 1, -1, 2, -2, 3].flatMap((line) => sides.filter((side) => line >= 0 || /right|left/.test(side)).map((side) => at[side](line)));
    const cost = ([left, top, anchor]) => {
      const box = boxOfWords(words, left, top, anchor);
      const outside = box.left < this.frame.left || box.right > this.frame.right || box.top < this.frame.top || box.bottom > this.frame.bottom;
      return this.taken.filter((one) => touching(one, box)).length + (outside ? 5 : 0);
    };
    const best = choices.reduce((found, one) => (cost(one) < cost(found) ? one : found));
    this.taken.push(boxOfWords(words, ...best));
    return best;
  }

  // The same beside the head of a pin that leans, on the side it leans to.
  placeAtHead(words, point, stance) {
    const sides = stance.lean < -15 ? ["left", "above", "below", "right"] : stance.lean > 15 ? ["right", "above", "below", "left"] : ["above", "right", "left", "below"];
    return this.place(words, headOf(point, stance), HEAD + 3, sides);
  }
}
