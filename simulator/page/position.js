// The dialog that asks which position to send: sample places, a click on the map, numbers, or where the browser is.

import { node } from "./dom.js";
import { ground, pin, places, roomOf } from "./map.js";

const WHERE = "Lintang antara -90 dan 90, bujur antara -180 dan 180, misalnya 3.3013 dan 117.5853.";

export class PositionDialog {
  constructor(city) {
    this.city = city;
    this.dialog = document.getElementById("position");
    this.latitude = document.getElementById("position-latitude");
    this.longitude = document.getElementById("position-longitude");
    this.accuracy = document.getElementById("position-accuracy");
    this.live = document.getElementById("position-live");
    this.error = document.getElementById("position-error");
    for (const field of [this.latitude, this.longitude]) field.addEventListener("input", () => this.draw());
    document.getElementById("position-places").replaceChildren(
      ...city.places.map((place) => node("button", { type: "button", onclick: () => this.set(place.latitude, place.longitude) }, place.name)),
      node("button", { type: "button", hidden: !navigator.geolocation || !window.isSecureContext, onclick: () => this.locate() }, "🛰 Posisi perangkat ini"));
    this.dialog.addEventListener("close", () => this.closed());
    document.getElementById("position-send").addEventListener("click", (event) => {
      if (this.chosen() === null) {
        event.preventDefault();
        document.getElementById("position-numbers").open = true;
        this.error.textContent = WHERE;
      }
    });
  }

  // Resolves with the chosen position, or null when the dialog was left.
  ask(title, start, options = {}) {
    document.getElementById("position-title").textContent = title;
    document.getElementById("position-options").hidden = Boolean(options.plain);
    document.getElementById("position-how").hidden = Boolean(options.plain);
    this.live.value = String(options.live || 0);
    this.accuracy.value = "15";
    this.error.textContent = "";
    this.dialog.returnValue = "cancel";
    this.set(start[0], start[1]);
    this.dialog.showModal();
    document.getElementById("position-send").focus();
    return new Promise((resolve) => { this.resolve = resolve; });
  }

  closed() {
    this.resolve?.(this.dialog.returnValue === "send" ? this.chosen() : null);
    this.resolve = null;
  }

  locate() {
    this.error.textContent = "Mencari posisi …";
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      this.accuracy.value = String(Math.round(coords.accuracy));
      this.error.textContent = "";
      this.set(coords.latitude, coords.longitude);
    }, () => { this.error.textContent = "Peramban tidak memberi posisi. Klik peta atau pilih tempat contoh."; }, { timeout: 10000 });
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
    const { projection } = this.city;
    const map = ground(this.city);
    map.setAttribute("role", "img");
    map.setAttribute("aria-label", "Peta untuk memilih posisi: klik satu titik");
    const chosen = this.chosen();
    const point = chosen && { x: projection.x(chosen.longitude), y: projection.y(chosen.latitude) };
    const room = roomOf(this.city);
    if (point) room.takePin(point);
    map.append(...places(this.city, room));
    if (point) map.append(pin(point.x, point.y));
    map.addEventListener("click", (event) => this.set(...projection.position(map, event)));
    document.getElementById("position-map").replaceChildren(map);
  }
}
