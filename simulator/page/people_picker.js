// Everybody there is, grouped by role, for whoever is not in the strip.

import { node } from "./dom.js";
import { roleName } from "./roles.js";

export class PeoplePicker {
  constructor(choose) {
    this.choose = choose;
    this.dialog = document.getElementById("people");
    this.groups = document.getElementById("people-groups");
    this.opener = document.getElementById("people-open");
    this.opener.addEventListener("click", () => this.dialog.showModal());
    this.buttons = new Map();
  }

  fill(people) {
    this.buttons.clear();
    const byRole = new Map();
    for (const person of people) byRole.set(person.role, [...(byRole.get(person.role) || []), person]);
    this.groups.replaceChildren(...[...byRole].map(([role, members]) => this.group(roleName(role), members)));
    document.getElementById("people-count").textContent = String(people.length);
  }

  group(title, members) {
    return node("section", { "aria-label": title }, node("h3", {}, title), node("div", { class: "members" }, ...members.map((person) => this.button(person))));
  }

  button({ id, name }) {
    const made = node("button", { type: "button", "data-person": id, onclick: () => { this.dialog.close(); this.choose(id); } },
      node("span", {}, name), node("span", { class: "badge" }));
    this.buttons.set(id, made);
    return made;
  }
}
