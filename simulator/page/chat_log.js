// The messages of one phone, in the order they came, and what of them is on the screen.

import { node } from "./dom.js";
import { messageNode } from "./message.js";

const FOLLOW_MS = 4000;
const NEAR_PX = 120;

export class ChatLog {
  constructor(phone, name) {
    this.phone = phone;
    this.messages = new Map();
    this.nodes = new Map();
    this.missed = 0;
    this.atEnd = true;
    this.followUntil = 0;
    this.node = node("div", { class: "log", role: "log", "aria-label": `Percakapan ${name}`, tabindex: "0", onscroll: () => this.scrolled() });
    this.below = node("button", { type: "button", class: "below", hidden: true, onclick: () => this.toEnd() });
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.node);
  }

  show(message) {
    const made = messageNode(message, this.phone);
    const old = this.nodes.get(message.message_id);
    const near = this.atEnd || (!old && performance.now() < this.followUntil);
    if (old) old.replaceWith(made);
    else this.place(message, made);
    this.nodes.set(message.message_id, made);
    this.messages.set(message.message_id, message);
    if (near || message.out) this.toEnd();
    else if (!old) this.missed += 1;
    if (!near) this.scrolled();
  }

  // Messages of one album share a frame.
  place(message, made) {
    const group = message.media_group_id;
    if (!group) return this.node.append(made);
    const last = this.node.lastElementChild;
    const album = last?.dataset.album === group ? last : node("div", { class: `album ${message.out ? "out" : "in"}`, "data-album": group });
    album.append(made);
    return album === last ? undefined : this.node.append(album);
  }

  remove(id) {
    this.nodes.get(id)?.remove();
    this.nodes.delete(id);
    this.messages.delete(id);
  }

  // For a moment whatever comes is scrolled to: its reader has just pressed for it.
  follow() {
    this.followUntil = performance.now() + FOLLOW_MS;
  }

  nearEnd() {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR_PX;
  }

  toEnd() {
    this.atEnd = true;
    requestAnimationFrame(() => { this.node.scrollTop = this.node.scrollHeight; });
  }

  // Says how many new messages stand below what is on the screen.
  scrolled() {
    this.atEnd = this.nearEnd();
    if (this.atEnd) this.missed = 0;
    this.below.hidden = !this.missed;
    this.below.replaceChildren("↓", node("span", { class: "badge" }, String(this.missed)));
    this.below.setAttribute("aria-label", `${this.missed} pesan baru`);
  }

  // The number of the newest message, 0 before the first.
  newest() {
    return Math.max(0, ...this.messages.keys());
  }

  // Whether that is the first message of the bot: its greeting is no news.
  isGreeting(id) {
    return ![...this.messages.values()].some((one) => !one.out && one.message_id < id);
  }

  // The newest message of the bot with buttons whose words match.
  question(pattern) {
    const asking = (one) => !one.out && one.reply_markup?.inline_keyboard?.length && pattern.test(one.text || one.caption || "");
    return [...this.messages.values()].filter(asking).sort((a, b) => b.message_id - a.message_id)[0];
  }

  // Whether a message after that number says something that matches.
  says(pattern, since) {
    return [...this.messages.values()].some((one) => one.message_id > since && pattern.test(one.text || one.caption || ""));
  }

  // The newest live location of the owner that still runs at that time.
  livePosition(now) {
    const runs = (one) => one.out && one.location?.live_period && one.date + one.location.live_period > now;
    return [...this.messages.values()].filter(runs).at(-1);
  }
}
