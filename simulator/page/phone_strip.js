// Which phones are on the screen, several on a wide one, one on a narrow one; who is at hand, and what is unread.

import { node } from "./dom.js";
import { PeoplePicker } from "./people_picker.js";
import { roleName } from "./roles.js";
import { refreshMoments } from "./text.js";

const KEPT = "simulator-shown";
const NARROW = "(max-width: 720px)";

export class PhoneStrip {
  constructor(page) {
    this.page = page;
    this.host = document.getElementById("phones");
    this.strip = document.getElementById("strip");
    this.picker = new PeoplePicker((id) => this.choose(id));
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
    const listed = new Set([...first, ...this.shown, ...this.chips.keys()]);
    this.chips.clear();
    this.strip.replaceChildren();
    const people = [...this.page.phones.values()].map((phone) => phone.person);
    this.picker.fill(people);
    for (const { id } of people) if (listed.has(id)) this.chipOf(id);
    this.show();
  }

  // The chip of a person in the strip, which stays there once it has been needed.
  chipOf(id) {
    if (!this.chips.has(id)) {
      const { person } = this.page.phones.get(id);
      const made = node("button", { type: "button", class: "chip", "data-person": id, onclick: () => this.choose(id) },
        node("span", { class: "chip-name" }, person.name), node("small", {}, roleName(person.role)), node("span", { class: "badge" }));
      this.chips.set(id, made);
      this.strip.append(made);
      this.mark(made, id);
    }
    return this.chips.get(id);
  }

  // Wide: puts a phone on the screen or takes it away. Narrow: turns to it.
  choose(id) {
    if (this.narrow.matches) this.front = id;
    else if (!this.shown.delete(id)) this.shown.add(id);
    if (this.narrow.matches) this.shown.add(id);
    localStorage.setItem(KEPT, JSON.stringify([...this.shown]));
    this.chipOf(id).scrollIntoView({ block: "nearest", inline: "nearest" });
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
    if (!phones.length) this.host.append(node("p", { class: "nobody" }, "Tidak ada telepon di layar. Pilih seseorang di atas."));
    for (const phone of phones) {
      phone.log.toEnd();
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
    this.chipOf(id);
    this.showUnread();
  }

  showUnread() {
    for (const [id, chip] of this.chips) this.mark(chip, id);
    for (const [id, button] of this.picker.buttons) this.mark(button, id);
  }

  mark(button, id) {
    const [number, loud] = this.unread.get(id) || [0, false];
    const { name, role } = this.page.phones.get(id).person;
    button.setAttribute("aria-pressed", String(this.onScreen(id)));
    button.setAttribute("aria-label", `${name}, ${roleName(role)}${number ? `, ${number} belum dibaca` : ""}`);
    button.classList.toggle("loud", loud);
    button.querySelector(".badge").textContent = number || "";
  }
}
