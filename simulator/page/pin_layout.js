// Where people stand close together: their pins are fanned out, and every name finds a place of its own.

const NEAR = 26;
const HEAD_UP = 20;
const HEAD = 11;
const LETTER = 5;
const LINE = 10;
const WIDEST = 75;
const STEP = 38;
const GRAVE = 3;

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
    this.heads = [];
  }

  // `weight` says how much is lost when a name hides it.
  take(x, y, half, weight = 1) {
    this.taken.push({ left: x - half, right: x + half, top: y - half, bottom: y + half, weight });
  }

  takePin(point, stance = { lean: 0, length: HEAD_UP }) {
    const head = headOf(point, stance);
    this.heads.push(head);
    this.take(head.x, head.y, HEAD, GRAVE);
    this.take((head.x + point.x) / 2, (head.y + point.y) / 2, 3);
    this.take(point.x, point.y - 3, 3);
  }

  // Whether words in that box would be read as the name of another pin.
  misleads(box, { x, y }) {
    const far = (one) => Math.hypot(one.x - Math.min(box.right, Math.max(box.left, one.x)), one.y - Math.min(box.bottom, Math.max(box.top, one.y)));
    return this.heads.some((head) => Math.hypot(head.x - x, head.y - y) > 1 && far(head) < far({ x, y }));
  }

  // The place for a name beside a point that hides least, the nearest first: [x, y, anchor].
  place(words, point) {
    return this.best(words, around(point, 7, ["below", "right", "left", "above"]));
  }

  // The same for a pin: under one that stands alone, else beside its head, on the side it leans to.
  placeForPin(words, point, stance) {
    const head = headOf(point, stance);
    const sides = stance.lean < -15 ? ["left", "above", "below", "right"] : stance.lean > 15 ? ["right", "above", "below", "left"] : ["above", "right", "left", "below"];
    const beside = around(head, HEAD + 3, sides);
    return this.best(words, stance.alone ? [...around(point, 4, ["below"]).slice(0, 1), ...beside] : beside, head);
  }

  best(words, choices, owner = null) {
    const cost = ([left, top, anchor]) => {
      const box = boxOfWords(words, left, top, anchor);
      const outside = box.left < this.frame.left || box.right > this.frame.right || box.top < this.frame.top || box.bottom > this.frame.bottom;
      const hidden = this.taken.filter((one) => touching(one, box)).reduce((sum, one) => sum + one.weight, 0);
      return hidden + (outside ? 2 * GRAVE : 0) + (owner && this.misleads(box, owner) ? 2 : 0);
    };
    const found = choices.reduce((best, one) => (cost(one) < cost(best) ? one : best));
    this.taken.push({ ...boxOfWords(words, ...found), weight: GRAVE });
    return found;
  }
}

// Places for words around a point, on these sides, line by line further away.
function around({ x, y }, beside, sides) {
  const at = {
    below: (line) => [x, y + beside + LINE * line + 5, "middle"],
    above: (line) => [x, y - beside - LINE * line, "middle"],
    right: (line) => [x + beside, y + 3 + LINE * line, "start"],
    left: (line) => [x - beside, y + 3 + LINE * line, "end"],
  };
  return [0, 1, -1, 2, -2, 3].flatMap((line) => sides.filter((side) => line >= 0 || /right|left/.test(side)).map((side) => at[side](line)));
}
