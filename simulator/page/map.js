// Drawn maps: the city's ground with its areas or a grid, pins, and the small map under a message.

import { drawing } from "./dom.js";

export function ground(projection, areas, places) {
  const { width, height } = projection;
  const map = drawing("svg", { viewBox: `0 0 ${width} ${height}`, class: "city-map" });
  map.append(drawing("rect", { width, height, class: areas.length ? "water" : "land" }));
  const points = (ring) => ring.map(([longitude, latitude]) => `${projection.x(longitude).toFixed(1)},${projection.y(latitude).toFixed(1)}`).join(" ");
  for (const area of areas) map.append(drawing("polygon", { points: points(area.ring), class: "area" }, drawing("title", {}, area.name)));
  map.append(...grid(projection));
  for (const place of places.filter((one) => projection.holds([one.latitude, one.longitude]))) {
    const [x, y] = [projection.x(place.longitude), projection.y(place.latitude)];
    map.append(drawing("circle", { cx: x, cy: y, r: 3, class: "place" }), drawing("text", { x: x + 5, y: y + 3, class: "name" }, place.name));
  }
  return map;
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

export function pin(x, y, attributes = {}) {
  return drawing("g", { transform: `translate(${x} ${y})`, ...attributes, class: `pin ${attributes.class || ""}` },
    drawing("path", { d: "M0 0 C-4 -9 -10 -13 -10 -20 A10 10 0 1 1 10 -20 C10 -13 4 -9 0 0 Z" }),
    drawing("circle", { cy: -20, r: 4 }));
}

export function pinMap(latitude, longitude) {
  const map = drawing("svg", {
    viewBox: "0 0 240 130", class: "pin-map", role: "img", "aria-label": `Peta ${latitude.toFixed(5)}, ${longitude.toFixed(5)}`,
  });
  map.append(drawing("rect", { width: 240, height: 130, class: "land" }));
  const step = 24;
  const shift = (degrees) => ((degrees * 4000) % step + step) % step;
  for (let x = -shift(longitude); x < 240; x += step) map.append(drawing("line", { x1: x, x2: x, y1: 0, y2: 130, class: "grid" }));
  for (let y = shift(latitude); y < 130; y += step) map.append(drawing("line", { x1: 0, x2: 240, y1: y, y2: y, class: "grid" }));
  map.append(pin(120, 70));
  return map;
}
