// Drawn maps: a grid with a pin under a message, and a grid to click on for choosing a position.

import { drawing, node } from "./dom.js";

const AREA = { south: 3.25, north: 3.4, west: 117.53, east: 117.66 };
const WIDTH = 320;
const HEIGHT = 300;

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

function pin(x, y) {
  return drawing("g", { transform: `translate(${x} ${y})`, class: "pin" },
    drawing("path", { d: "M0 0 C-4 -9 -10 -13 -10 -20 A10 10 0 1 1 10 -20 C10 -13 4 -9 0 0 Z" }),
    drawing("circle", { cy: -20, r: 4 }));
}

const toX = (longitude) => ((longitude - AREA.west) / (AREA.east - AREA.west)) * WIDTH;
const toY = (latitude) => ((AREA.north - latitude) / (AREA.north - AREA.south)) * HEIGHT;

export class PositionDialog {
  constructor(places) {
    this.dialog = document.getElementById("position");
    this.latitude = document.getElementById("position-latitude");
    this.longitude = document.getElementById("position-longitude");
    this.accuracy = document.getElementById("position-accuracy");
    this.live = document.getElementById("position-live");
    this.error = document.getElementById("position-error");
    this.places = places;
    this.posts = [];
    for (const field of [this.latitude, this.longitude]) field.addEventListener("input", () => this.draw());
    document.getElementById("position-places").replaceChildren(...places.map((place) =>
      node("button", { type: "button", onclick: () => this.set(place.latitude, place.longitude) }, place.name)));
    this.dialog.addEventListener("close", () => this.closed());
    document.getElementById("position-send").addEventListener("click", (event) => {
      if (this.chosen() === null) {
        event.preventDefault();
        this.error.textContent = "Lintang antara -90 dan 90, bujur antara -180 dan 180, misalnya 3.3013 dan 117.5853.";
      }
    });
  }

  // Resolves with the chosen position, or null when the dialog was left.
  ask(title, start, options = {}) {
    document.getElementById("position-title").textContent = title;
    document.getElementById("position-options").hidden = Boolean(options.plain);
    this.live.value = String(options.live || 0);
    this.error.textContent = "";
    this.dialog.returnValue = "cancel";
    this.set(start[0], start[1]);
    this.dialog.showModal();
    return new Promise((resolve) => { this.resolve = resolve; });
  }

  closed() {
    this.resolve?.(this.dialog.returnValue === "send" ? this.chosen() : null);
    this.resolve = null;
  }

  chosen() {
    const latitude = Number(this.latitude.value.replace(",", "."));
    const longitude = Number(this.longitude.value.replace(",", "."));
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) || !this.latitude.value || !this.longitude.value) return null;
    return { latitude, longitude, accuracy: Number(this.accuracy.value) || 15, live_period: Number(this.live.value) };
  }

  set(latitude, longitude) {
    this.latitude.value = latitude.toFixed(5);
    this.longitude.value = longitude.toFixed(5);
    this.draw();
  }

  draw() {
    const map = drawing("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "choose-map", role: "img", "aria-label": "Peta untuk memilih posisi: klik satu titik" });
    map.append(drawing("rect", { width: WIDTH, height: HEIGHT, class: "land" }));
    for (let longitude = AREA.west; longitude < AREA.east; longitude += 0.02) {
      map.append(drawing("line", { x1: toX(longitude), x2: toX(longitude), y1: 0, y2: HEIGHT, class: "grid" }),
        drawing("text", { x: toX(longitude) + 2, y: HEIGHT - 3, class: "degree" }, longitude.toFixed(2)));
    }
    for (let latitude = AREA.south; latitude < AREA.north; latitude += 0.02) {
      map.append(drawing("line", { x1: 0, x2: WIDTH, y1: toY(latitude), y2: toY(latitude), class: "grid" }),
        drawing("text", { x: 2, y: toY(latitude) - 2, class: "degree" }, latitude.toFixed(2)));
    }
    for (const place of this.places.filter((one) => one.latitude !== 0)) {
      map.append(drawing("circle", { cx: toX(place.longitude), cy: toY(place.latitude), r: 3, class: "place" }),
        drawing("text", { x: toX(place.longitude) + 5, y: toY(place.latitude) + 3, class: "name" }, place.name));
    }
    const chosen = this.chosen();
    if (chosen) map.append(pin(toX(chosen.longitude), toY(chosen.latitude)));
    map.addEventListener("click", (event) => {
      const box = map.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width;
      const y = (event.clientY - box.top) / box.height;
      this.set(AREA.north - y * (AREA.north - AREA.south), AREA.west + x * (AREA.east - AREA.west));
    });
    document.getElementById("position-map").replaceChildren(map);
  }
}
