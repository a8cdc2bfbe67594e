// One phone: a person's chat with the bot, its keyboard and its composer.

import { node } from "./dom.js";
import { messageNode } from "./message.js";
import { openAttachments, openCommands } from "./phone_menu.js";

export const ROLES = {
  citizen: "warga", operator: "operator", officer: "petugas", head_of_centre: "kepala UPTD",
  head_of_department: "kepala dinas", admin: "admin",
};

const CENTRE = [3.3013, 117.5853];
const LARGEST_PHOTO = 10 * 1024 * 1024;

// A new message of the bot that makes a sound.
export function rings(news) {
  return news.event === "message" && news.message && !news.message.out && !news.message.silent;
}

export class Phone {
  constructor(person, page) {
    this.person = person;
    this.page = page;
    this.chat = person.chat;
    this.messages = new Map(person.messages.map((message) => [message.message_id, message]));
    this.nodes = new Map();
    this.keysShown = true;
    this.replying = null;
    this.editing = null;
    this.missed = 0;
    this.atEnd = true;
    this.build();
    for (const message of this.messages.values()) this.show(message);
    this.showChat(this.chat);
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.log);
  }

  build() {
    const { id, name, role } = this.person;
    this.log = node("div", { class: "log", role: "log", "aria-label": `Percakapan ${name}`, tabindex: "0", onscroll: () => this.scrolled() });
    this.notices = node("div", { class: "notices" });
    this.status = node("p", {}, ROLES[role] || role);
    this.below = node("button", { type: "button", class: "below", hidden: true, onclick: () => this.toEnd() });
    this.keys = node("div", { class: "keys", role: "group", "aria-label": "Papan tombol" });
    this.about = node("div", { class: "about", hidden: true });
    this.field = node("textarea", { rows: "1", id: `message-${id}`, "aria-label": `Pesan dari ${name}`, placeholder: "Pesan", onkeydown: (event) => this.typed(event), oninput: () => this.grow() });
    this.menu = node("div", { class: "menu", role: "menu", hidden: true });
    this.toggle = node("button", { type: "button", class: "icon", "aria-label": "Tampilkan atau sembunyikan papan tombol", onclick: () => { this.keysShown = !this.keysShown; this.showChat(this.chat); } }, "⌨");
    this.start = node("button", { type: "button", class: "start", onclick: () => this.act(this.chat.blocked ? "unblock" : "write", { text: "/start" }) });
    this.attach = node("button", { type: "button", class: "icon attach", "aria-label": "Lampirkan", "aria-haspopup": "menu", onclick: () => openAttachments(this) }, "📎");
    this.composer = node("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); this.send(); } },
      this.attach, this.field, this.toggle,
      node("button", { type: "submit", class: "icon send", "aria-label": "Kirim pesan" }, "➤"));
    this.node = node("section", { class: "phone", id: `phone-${id}`, "aria-label": `Telepon ${name}` },
      node("header", {},
        node("span", { class: "avatar", "aria-hidden": "true", style: `--hue: ${(id * 137) % 360}` }, name[0]),
        node("div", { class: "who" }, node("h2", { title: name }, name), this.status),
        node("button", { type: "button", class: "icon", "aria-label": "Perintah bot", onclick: () => openCommands(this) }, "☰"),
        node("button", { type: "button", class: "icon block", "aria-label": "Blokir bot", title: "Blokir bot", onclick: () => this.act("block", {}) }, "🚫")),
      this.notices, this.log, this.below, this.menu, this.about, this.keys, this.start, this.composer);
  }

  show(message) {
    const made = messageNode(message, this);
    const old = this.nodes.get(message.message_id);
    const near = this.atEnd;
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
    if (!group) return this.log.append(made);
    const last = this.log.lastElementChild;
    const album = last?.dataset.album === group ? last : node("div", { class: `album ${message.out ? "out" : "in"}`, "data-album": group });
    album.append(made);
    return album === last ? undefined : this.log.append(album);
  }

  nearEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 120;
  }

  toEnd() {
    this.atEnd = true;
    requestAnimationFrame(() => { this.log.scrollTop = this.log.scrollHeight; });
  }

  // Says how many new messages stand below what is on the screen.
  scrolled() {
    this.atEnd = this.nearEnd();
    if (this.atEnd) this.missed = 0;
    this.below.hidden = !this.missed;
    this.below.textContent = `${this.missed} pesan baru ↓`;
  }

  // The number of the newest message, 0 before the first.
  newest() {
    return Math.max(0, ...this.messages.keys());
  }

  // The newest message of the bot with buttons whose words match.
  question(pattern) {
    const asking = (one) => !one.out && one.reply_markup?.inline_keyboard?.length && pattern.test(one.text || one.caption || "");
    return [...this.messages.values()].filter(asking).sort((a, b) => b.message_id - a.message_id)[0];
  }

  // The newest live location of the owner that still runs.
  livePosition() {
    const runs = (one) => one.out && one.location?.live_period && one.date + one.location.live_period > this.page.now();
    return [...this.messages.values()].filter(runs).at(-1);
  }

  // The owner goes somewhere: a live location follows, without one only the phone knows.
  stand(latitude, longitude) {
    const live = this.livePosition();
    return live ? this.act("location", { latitude, longitude, message_id: live.message_id }) : this.act("stand", { latitude, longitude });
  }

  showChat(chat) {
    this.chat = chat;
    this.keys.replaceChildren(...chat.keys.map((row) => node("div", { class: "row" },
      ...row.map((key) => node("button", { type: "button", class: `key ${key.style || ""}`, onclick: () => this.pressKey(key) }, key.text)))));
    this.keys.hidden = !chat.keys.length || !this.keysShown || !chat.started;
    this.toggle.hidden = !chat.keys.length;
    this.field.placeholder = chat.placeholder || "Pesan";
    this.start.hidden = chat.started && !chat.blocked;
    this.start.textContent = chat.blocked ? "BUKA BLOKIR" : "MULAI";
    this.composer.hidden = !this.start.hidden;
  }

  take(news) {
    if (news.event === "deleted") {
      this.nodes.get(news.message_id)?.remove();
      this.nodes.delete(news.message_id);
      this.messages.delete(news.message_id);
    } else if (news.message) {
      this.show(news.message);
    }
    if (news.position) this.person.position = news.position;
    if (news.event === "typing") this.typing();
    else if (news.message) this.typing(false);
    if (news.event === "answer") this.notice(news.text, news.alert);
    if (rings(news)) this.ring();
    this.showChat(news.chat);
  }

  typing(begun = true) {
    clearTimeout(this.typingOver);
    this.status.textContent = begun ? "bot mengetik …" : ROLES[this.person.role] || this.person.role;
    if (begun) this.typingOver = setTimeout(() => this.typing(false), 5000);
  }

  ring() {
    this.node.classList.remove("ringing");
    void this.node.offsetWidth;
    this.node.classList.add("ringing");
  }

  notice(text, alert) {
    if (!text) return;
    const made = node("div", { class: alert ? "alert" : "toast", role: alert ? "alertdialog" : "status", "aria-label": text }, node("p", {}, text));
    if (alert) made.append(node("button", { type: "button", onclick: () => made.remove() }, "OK"));
    else setTimeout(() => made.remove(), 4000);
    this.notices.append(made);
  }

  typed(event) {
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape") {
      this.aboutMessage(null, null);
    }
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 120)}px`;
  }

  async send() {
    const text = this.field.value.trim();
    if (!text) return;
    const target = this.editing || this.replying;
    const done = await this.act(this.editing ? "edit" : "write", { text, message_id: target?.message_id });
    if (!done) return;
    this.field.value = "";
    this.grow();
    this.aboutMessage(null, null);
    this.toEnd();
  }

  aboutMessage(kind, message) {
    this.replying = kind === "reply" ? message : null;
    this.editing = kind === "edit" ? message : null;
    this.about.hidden = !message;
    if (!message) return;
    const words = message.text || message.caption || "pesan";
    this.about.replaceChildren(
      node("p", {}, node("strong", {}, kind === "edit" ? "Ubah pesan" : "Balas"), ` ${words.slice(0, 80)}`),
      node("button", { type: "button", class: "icon", "aria-label": "Batalkan", onclick: () => this.aboutMessage(null, null) }, "✕"));
    if (kind === "edit") this.field.value = message.text || message.caption || "";
    this.field.focus();
  }

  async pressKey(key) {
    if (key.request_location) await this.sendPosition("Kirim lokasi Anda?");
    else if (key.request_contact) await this.act("contact", {});
    else await this.act("key", { text: key.text });
    this.toEnd();
  }

  async sendPosition(title, options = {}) {
    const chosen = await this.page.positions.ask(title, this.person.position || CENTRE, options);
    if (chosen) await this.act("location", { ...chosen, message_id: options.message_id });
  }

  async upload(kind, file) {
    if (kind === "photo" && file.size > LARGEST_PHOTO) {
      this.notice("Foto lebih dari 10 MB. Telegram mengecilkannya; simulator tidak. Kirim sebagai berkas.", true);
      return;
    }
    const form = new FormData();
    form.append("as", kind);
    form.append("caption", this.field.value.trim());
    form.append("file", file);
    if (await this.act("upload", form)) this.field.value = "";
    this.toEnd();
  }

  async act(name, order) {
    const body = order instanceof FormData ? { body: order } : { body: JSON.stringify(order), headers: { "Content-Type": "application/json" } };
    try {
      const answer = await fetch(`/page/people/${this.person.id}/${name}`, { method: "POST", ...body });
      if (answer.ok) return true;
      this.notice((await answer.json()).error, false);
    } catch {
      this.notice("Simulator tidak menjawab.", false);
    }
    return false;
  }
}
