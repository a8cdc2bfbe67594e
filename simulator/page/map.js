// Drawn maps: the city's ground with its areas or a grid, its places, pins, and the small map under a message.

import { drawing } from "./dom.js";
import { Room } from "./pin_layout.js";

const UPRIGHT = { lean: 0, length: 20 };
const SMALL = { width: 240, height: 130, up: 78, zoom: 5 };

export function ground(city) {
  const { width, height } = city.projection;
  const map = drawing("svg", { viewBox: `0 0 ${width} ${height}`, class: "city-map" });
  map.append(drawing("rect", { width, height, class: city.areas.length ? "water" : "land" }));
  const points = (ring) => ring.map(([longitude, latitude]) => `${city.projection.x(longitude).toFixed(1)},${city.projection.y(latitude).toFixed(1)}`).join(" ");
  for (const area of city.areas) map.append(drawing("polygon", { points: points(area.ring), class: "area" }, drawing("title", {}, area.name)));
  map.append(...grid(city.projection));
  return map;
}

// The places within the city, each with its name where `room` has some.
export function places(city, room) {
  const { projection } = city;
  const within = city.places.filter((one) => projection.holds([one.latitude, one.longitude]));
  const points = within.map((one) => ({ x: projection.x(one.longitude), y: projection.y(one.latitude), name: one.name }));
  points.forEach(({ x, y }) => room.take(x, y, 3));
  return points.flatMap((point) => [drawing("circle", { cx: point.x, cy: point.y, r: 3, class: "place" }), named(point.name, point, room)]);
}

export function named(words, point, room) {
  return lettered(words, room.place(words, point));
}

export function lettered(words, [x, y, anchor], attributes = {}) {
  return drawing("text", { x, y, class: "name", "text-anchor": anchor, ...attributes }, words);
}

export function roomOf({ projection }) {
  return new Room(projection.width, projection.height);
}

function grid(projection) {
  const { width, height, south, north, west, east } = projection;
  const step = 0.02;
  const lines = [];
  for (let longitude = Math.ceil(west / step) * step; longitude < east; longitude += step) {
    const x = projection.x(longitude);
    lines.push(drawing("line", { x1: x, x2: x, y1: 0, y2: height, class: "grid" }), drawing("text", { x: x + 2, y: height - 3, class: "degree" }, longitude.toFixed(2)));
  }
  for (let latitude = Math.ceil(south / step) * step; latitude < north; latitude += step) {
    const y = projection.y(latitude);
    lines.push(drawing("line", { x1: 0, x2: width, y1: y, y2: y, class: "grid" }), drawing("text", { x: 2, y: y - 2, class: "degree" }, latitude.toFixed(2)));
  }
  return lines;
}

// A pin with its point at (x, y); `sign` is the letter in its head.
export function pin(x, y, attributes = {}, { lean, length } = UPRIGHT, sign = "") {
  const neck = length - 7;
  return drawing("g", { transform: `translate(${x} ${y}) rotate(${lean})`, ...attributes, class: `pin ${attributes.class || ""}` },
    drawing("path", { d: `M0 0 C-2 -6 -7 ${-neck + 1} -8.5 ${-neck - 2} A10 10 0 1 1 8.5 ${-neck - 2} C7 ${-neck + 1} 2 -6 0 0 Z` }),
    drawing("circle", { cy: -length, r: sign ? 6.5 : 4 }),
    sign && drawing("text", { class: "sign", "text-anchor": "middle", transform: `translate(0 ${-length}) rotate(${-lean})`, y: 3 }, sign));
}

// The surroundings of one position, with what the city's map has there.
export function pinMap(latitude, longitude, city) {
  const { width, height, up } = SMALL;
  const map = drawing("svg", {
    viewBox: `0 0 ${width} ${height}`, class: "pin-map", role: "img", "aria-label": `Peta ${latitude.toFixed(5)}, ${longitude.toFixed(5)}`,
  });
  map.append(drawing("rect", { width, height, class: city?.areas.length ? "water" : "land" }));
  if (city) map.append(...surroundings(latitude, longitude, city));
  map.append(pin(width / 2, up));
  return map;
}

function surroundings(latitude, longitude, { projection, areas, places: known }) {
  const { width, height, up, zoom } = SMALL;
  const x = (degrees) => width / 2 + (projection.x(degrees) - projection.x(longitude)) * zoom;
  const y = (degrees) => up + (projection.y(degrees) - projection.y(latitude)) * zoom;
  const reaches = (ring) => {
    const [across, down] = [ring.map((corner) => x(corner[0])), ring.map((corner) => y(corner[1]))];
    return Math.min(...across) < width && Math.max(...across) > 0 && Math.min(...down) < height && Math.max(...down) > 0;
  };
  const room = new Room(width, height);
  room.takePin({ x: width / 2, y: up });
  const near = known.map((one) => ({ x: x(one.longitude), y: y(one.latitude), name: one.name }))
    .filter((one) => one.x > 0 && one.x < width && one.y > 0 && one.y < height);
  return [
    ...areas.filter((area) => reaches(area.ring)).map((area) => drawing("polygon", {
      points: area.ring.map((corner) => `${x(corner[0]).toFixed(1)},${y(corner[1]).toFixed(1)}`).join(" "), class: "area",
    })),
    ...lines(longitude, latitude, x, y),
    ...near.flatMap((one) => [drawing("circle", { cx: one.x, cy: one.y, r: 3, class: "place" }), named(one.name, one, room)]),
  ];
}

function lines(longitude, latitude, x, y) {
  const { width, height } = SMALL;
  const step = 0.005;
  const around = (degrees) => [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((place) => (Math.round(degrees / step) + place) * step);
  return [
    ...around(longitude).map((one) => drawing("line", { x1: x(one), x2: x(one), y1: 0, y2: height, class: "grid" })),
    ...around(latitude).map((one) => drawing("line", { x1: 0, x2: width, y1: y(one), y2: y(one), class: "grid" })),
  ];
}
