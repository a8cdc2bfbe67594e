// The map of everybody: pins that can be dragged or moved with the arrow keys, and distances as the bot says them.

import { drawing, node } from "./dom.js";
import { metres, printed } from "./geo.js";
import { ground, lettered, named, pin, places, roomOf } from "./map.js";
import { fanned } from "./pin_layout.js";

const STEP = 0.001;
const ARROWS = { ArrowUp: [STEP, 0], ArrowDown: [-STEP, 0], ArrowLeft: [0, -STEP], ArrowRight: [0, STEP] };
const EVERY_MS = 700;

export class CityMap {
  constructor(page, city) {
    this.page = page;
    this.city = city;
    this.host = document.getElementById("city");
    this.distances = document.getElementById("distances");
    this.subject = null;
    this.held = null;
  }

  phones() {
    return [...this.page.phones.values()].filter((phone) => phone.person.position && ["citizen", "officer"].includes(phone.person.role));
  }

  draw() {
    if (this.held || document.getElementById("panel-map").hidden) return;
    const phones = this.phones();
    if (!phones.includes(this.subject)) this.subject = phones.find((phone) => phone.person.role === "citizen") || null;
    const focused = document.activeElement?.dataset?.pin;
    this.map = ground(this.city);
    this.map.setAttribute("role", "group");
    this.map.setAttribute("aria-label", "Peta kota dengan posisi warga, petugas, dan pos");
    this.map.append(...this.marks(phones));
    this.host.replaceChildren(this.map);
    if (focused) this.map.querySelector(`[data-pin="${focused}"]`)?.focus();
    this.tellDistances();
  }

  point([latitude, longitude], more = {}) {
    return { x: this.city.projection.x(longitude), y: this.city.projection.y(latitude), ...more };
  }

  // Names of people come before those of posts and places where there is not room for all.
  marks(phones) {
    const room = roomOf(this.city);
    const points = phones.map((phone) => this.point(phone.person.position, { phone }));
    const stances = fanned(points);
    const posts = this.city.posts.map((post) => this.point([post.latitude, post.longitude], { name: post.name }));
    for (const point of points) room.takePin(point, stances.get(point));
    for (const { x, y } of posts) room.take(x, y, 5);
    const nameOf = (point) => {
      const [{ name }, stance] = [point.phone.person, stances.get(point)];
      return lettered(name, room.placeForPin(name, point, stance), { class: "name who", "aria-hidden": "true", "data-name": point.phone.person.id });
    };
    const names = points.map(nameOf);
    return [
      ...posts.flatMap((post) => [drawing("rect", { x: post.x - 5, y: post.y - 5, width: 10, height: 10, rx: 2, class: "post" }), named(post.name, post, room)]),
      ...places(this.city, room),
      ...points.map((point) => this.pinOf(point, stances.get(point))), ...names,
    ];
  }

  pinOf({ x, y, phone }, stance) {
    const { person } = phone;
    const live = phone.log.livePosition(this.page.now()) ? ", lokasi langsung" : "";
    const made = pin(x, y, {
      class: `${person.role}${live ? " live" : ""}${phone === this.subject ? " subject" : ""}`, "data-pin": person.id,
      role: "button", tabindex: "0", "aria-label": `${person.name}${live}. Geser dengan tombol panah.`,
      onpointerdown: (event) => this.grab(event, phone, made), onkeydown: (event) => this.key(event, phone),
    }, stance, person.name[0]);
    made.append(drawing("title", {}, person.name));
    return made;
  }

  grab(event, phone, made) {
    event.preventDefault();
    this.held = made;
    this.map.querySelector(`[data-name="${phone.person.id}"]`).remove();
    if (phone.person.role === "citizen") this.subject = phone;
    let sent = 0;
    const put = (moved, last) => {
      phone.person.position = this.city.projection.position(this.map, moved);
      const [latitude, longitude] = phone.person.position;
      made.setAttribute("transform", `translate(${this.city.projection.x(longitude)} ${this.city.projection.y(latitude)})`);
      this.tellDistances();
      if (last || performance.now() - sent > EVERY_MS) {
        sent = performance.now();
        phone.stand(latitude, longitude);
      }
    };
    const move = (moved) => put(moved, false);
    const drop = (moved) => {
      window.removeEventListener("pointermove", move);
      put(moved, true);
      this.held = null;
      this.draw();
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", drop, { once: true });
  }

  key(event, phone) {
    if (!(event.key in ARROWS)) return;
    event.preventDefault();
    const [up, aside] = ARROWS[event.key];
    const [latitude, longitude] = phone.person.position;
    phone.person.position = [latitude + up, longitude + aside];
    phone.stand(...phone.person.position);
    this.draw();
  }

  tellDistances() {
    if (!this.subject) return;
    const from = this.subject.person.position;
    const officers = this.phones().filter((phone) => phone.person.role === "officer").map((phone) => [phone.person.name, metres(from, phone.person.position)]);
    const posts = this.city.posts.map((post) => [post.name, metres(from, [post.latitude, post.longitude])]);
    const lines = [...officers, ...posts].sort((a, b) => a[1] - b[1]).map(([name, distance]) => node("li", {}, `${name} · ${printed(distance)}`));
    this.distances.replaceChildren(node("h3", {}, `Jarak ke ${this.subject.person.name}`), node("ul", {}, ...lines));
  }
}
