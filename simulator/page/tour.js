// The tour: it looks at what the phones show and lights what can be pressed next; it never presses by itself.

import { node } from "./dom.js";
import { paint } from "./pictures.js";
import { SAMPLE_WORDS, STOPS } from "./tour_stops.js";

const KEPT = "simulator-tour";
const SETTLED_MS = 350;

export class Tour {
  constructor(page) {
    this.page = page;
    this.host = document.getElementById("tour");
    this.opener = document.getElementById("tour-open");
    this.opener.addEventListener("click", () => (this.on ? this.end() : this.begin()));
    const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
    this.on = kept ? kept.on : !localStorage.getItem(KEPT);
    this.since = kept?.since || null;
    this.lit = [];
  }

  begin() {
    this.on = true;
    this.since = null;
    this.look();
  }

  end() {
    this.on = false;
    localStorage.setItem(KEPT, "seen");
    this.keep();
    this.unlight();
    this.host.hidden = true;
    this.opener.setAttribute("aria-pressed", "false");
  }

  keep() {
    sessionStorage.setItem(KEPT, JSON.stringify({ on: this.on, since: this.since }));
  }

  // Looks again once the phones have been still for a moment, so that nothing flickers between two messages.
  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), SETTLED_MS);
  }

  look() {
    if (!this.on) return;
    this.since ||= Object.fromEntries([...this.page.phones.values()].map((phone) => [phone.person.id, phone.log.newest()]));
    this.keep();
    this.opener.setAttribute("aria-pressed", "true");
    const found = this.next();
    this.unlight();
    if (found) this.show(...found);
    else this.tell("", "Sebentar, bot sedang bekerja …");
  }

  // The latest stop of the story that is at hand: [its number, the phone, what to light].
  next() {
    for (let number = STOPS.length - 1; number >= 0; number -= 1) {
      for (const phone of this.inOrder(STOPS[number].role)) {
        const target = this.target(STOPS[number], phone);
        if (target) return [number, phone, target];
      }
    }
    return null;
  }

  inOrder(role) {
    const phones = [...this.page.phones.values()].filter((phone) => phone.person.role === role);
    return phones.sort((a, b) => this.page.shown.has(b.person.id) - this.page.shown.has(a.person.id));
  }

  target(stop, phone) {
    const since = this.since[phone.person.id] || 0;
    const said = (pattern) => phone.log.says(pattern, since);
    if ((stop.unless && said(stop.unless)) || (stop.after && !said(stop.after))) return null;
    if (stop.key) return [...phone.keys.querySelectorAll(".key")].find((key) => stop.key.test(key.textContent)) || null;
    const asked = stop.asks ? phone.log.question(stop.asks) : null;
    if (stop.asks && !asked) return null;
    if (!stop.button) return stop.light === "field" ? phone.field : phone.attach;
    const within = asked ? phone.log.nodes.get(asked.message_id) : phone.log.node;
    const buttons = [...within.querySelectorAll("button.inline")].filter((one) => stop.button.test(one.textContent));
    const fresh = buttons.filter((one) => !stop.fresh || Number(one.closest(".message").dataset.message) > since);
    return (asked ? fresh[0] : fresh.at(-1)) || null;
  }

  show(number, phone, target) {
    const stop = STOPS[number];
    const last = number === STOPS.length - 1;
    if (!this.page.onScreen(phone.person.id)) {
      const chip = this.page.chipOf(phone.person.id);
      this.light(chip);
      chip.scrollIntoView({ block: "nearest", inline: "center" });
    }
    this.light(target);
    phone.node.classList.add("turn");
    if (number > 1) target.closest(".message")?.scrollIntoView({ block: "nearest" });
    if (number > 1) target.scrollIntoView({ block: "nearest" });
    this.tell(`${number + 1}/${STOPS.length} · ${phone.person.name}`, stop.say,
      stop.sample && node("button", { type: "button", onclick: () => this.sample(stop.sample, phone) }, stop.sample === "words" ? "Tulis contohnya" : "Kirim foto contoh"));
    if (last) this.tell("Tamat", `${stop.say} Kini cobalah sendiri: Peta, Di balik layar, Gangguan, atau orang lain lewat Semua orang.`);
  }

  async sample(kind, phone) {
    if (kind === "words") await phone.act("write", { text: SAMPLE_WORDS });
    else await phone.upload("photo", await paint("padam"));
  }

  light(target) {
    target.classList.add("lit");
    this.lit.push(target);
  }

  unlight() {
    this.lit.forEach((target) => target.classList.remove("lit"));
    document.querySelector(".turn")?.classList.remove("turn");
    this.lit = [];
  }

  tell(where, words, more = null) {
    this.host.hidden = false;
    this.host.replaceChildren(
      node("p", { role: "status" }, where && node("strong", {}, where), ` ${words}`), more || "",
      node("button", { type: "button", class: "skip", onclick: () => this.end() }, where === "Tamat" ? "Tutup tur" : "Lewati tur"));
  }
}
