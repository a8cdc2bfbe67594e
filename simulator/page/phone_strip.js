// The strip of people: which phones are on the screen, several on a wide one, one on a narrow one; and what is unread.

import { node } from "./dom.js";
import { ROLES } from "./phone.js";
import { refreshMoments } from "./text.js";

const KEPT = "simulator-shown";
const NARROW = "(max-width: 720px)";

export class PhoneStrip {
  constructor(page) {
    this.page = page;
    this.host = document.getElementById("phones");
    this.strip = document.getElementById("strip");
    this.shown = new Set();
    this.unread = new Map();
    this.chips = new Map();
    this.narrow = window.matchMedia(NARROW);
    this.narrow.addEventListener("change", () => this.show());
  }

  open(first) {
    if (!this.shown.size) {
      const kept = JSON.parse(localStorage.getItem(KEPT) || "null")?.filter((id) => this.page.phones.has(id));
      this.shown = new Set(kept?.length ? kept : first);
      this.front = [...this.shown][0];
    }
    this.chips.clear();
    for (const { person } of this.page.phones.values()) this.chips.set(person.id, this.chip(person));
    this.strip.replaceChildren(...this.chips.values());
    this.show();
  }

  chip(person) {
    return node("button", { type: "button", class: "chip", "data-person": person.id, onclick: () => this.choose(person.id) },
      node("span", { class: "chip-name" }, person.name), node("small", {}, ROLES[person.role] || person.role), node("span", { class: "badge" }));
  }

  // Wide: puts a phone on the screen or takes it away. Narrow: turns to it.
  choose(id) {
    if (this.narrow.matches) this.front = id;
    else if (!this.shown.delete(id)) this.shown.add(id);
    if (this.narrow.matches) this.shown.add(id);
    localStorage.setItem(KEPT, JSON.stringify([...this.shown]));
    this.show();
    if (this.onScreen(id)) this.page.phones.get(id).node.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.page.tour.later();
  }

  onScreen(id) {
    return this.narrow.matches ? this.front === id : this.shown.has(id);
  }

  show() {
    const phones = [...this.page.phones.values()].filter((phone) => this.onScreen(phone.person.id));
    this.host.replaceChildren(...phones.map((phone) => phone.node));
    for (const phone of phones) {
      phone.toEnd();
      this.unread.delete(phone.person.id);
    }
    this.showUnread();
    refreshMoments(this.page.now());
  }

  // A new message of the bot on a phone that is not on the screen.
  count(id, rang) {
    if (this.onScreen(id)) return;
    const [number, loud] = this.unread.get(id) || [0, false];
    this.unread.set(id, [number + 1, loud || rang]);
    this.showUnread();
  }

  showUnread() {
    for (const [id, chip] of this.chips) {
      const [number, loud] = this.unread.get(id) || [0, false];
      const name = this.page.phones.get(id).person.name;
      chip.setAttribute("aria-pressed", String(this.onScreen(id)));
      chip.setAttribute("aria-label", number ? `${name}, ${number} belum dibaca` : name);
      chip.classList.toggle("loud", loud);
      chip.querySelector(".badge").textContent = number || "";
    }
  }
}
