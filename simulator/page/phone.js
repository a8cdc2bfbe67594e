// One phone: a person's chat with the bot, its keyboard and its composer.

import { ChatLog } from "./chat_log.js";
import { node } from "./dom.js";
import { openAttachments, openCommands } from "./phone_menu.js";
import { fitting } from "./photo.js";
import { roleName } from "./roles.js";

const TOAST_MS = 3000;
const TALLEST_PX = 120;
const CENTRE = [3.3013, 117.5853];

const REFUSED = [
  [/button is gone/, "Tombolnya sudah tidak ada."],
  [/message is gone/, "Pesannya sudah tidak ada."],
  [/blocked the bot/, "Bot sedang diblokir. Tekan MULAI LAGI."],
  [/no live position/, "Lokasi langsung itu sudah berakhir."],
  [/IMAGE_PROCESS_FAILED/, "Berkas ini bukan gambar yang dapat dibaca. Kirim sebagai berkas."],
  [/too big|Too Large/, "Berkas ini terlalu besar untuk Telegram."],
  [/non-empty/, "Berkas ini kosong."],
];

function inWords(error) {
  return REFUSED.find(([pattern]) => pattern.test(error))?.[1] || `Simulator menolak: ${error}`;
}

// A new message of the bot that makes a sound.
export function rings(news) {
  return news.event === "message" && news.message && !news.message.out && !news.message.silent;
}

export class Phone {
  constructor(person, page) {
    this.person = person;
    this.page = page;
    this.chat = person.chat;
    this.log = new ChatLog(this, person.name);
    this.keysShown = true;
    this.replying = null;
    this.editing = null;
    this.build();
    for (const message of person.messages) this.log.show(message);
    this.showChat(this.chat);
  }

  build() {
    const { id, name, role } = this.person;
    this.notices = node("div", { class: "notices" });
    this.status = node("p", {}, roleName(role));
    this.keys = node("div", { class: "keys", role: "group", "aria-label": "Papan tombol" });
    this.about = node("div", { class: "about", hidden: true });
    this.field = node("textarea", { rows: "1", id: `message-${id}`, "aria-label": `Pesan dari ${name}`, placeholder: "Pesan", onkeydown: (event) => this.typed(event), oninput: () => this.grow() });
    this.menu = node("div", { class: "menu", role: "menu", hidden: true });
    this.toggle = node("button", { type: "button", class: "icon", "aria-label": "Tampilkan atau sembunyikan papan tombol", onclick: () => { this.keysShown = !this.keysShown; this.showChat(this.chat); } }, "⌨");
    this.start = node("button", { type: "button", class: "start", onclick: () => this.restart() });
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
      this.notices, this.log.node, this.log.below, this.menu, this.about, this.keys, this.start, this.composer);
  }

  // The owner goes somewhere: a live location follows, without one only the phone knows.
  stand(latitude, longitude) {
    const live = this.log.livePosition(this.page.now());
    return live ? this.act("location", { latitude, longitude, message_id: live.message_id }) : this.act("stand", { latitude, longitude });
  }

  showChat(chat) {
    this.chat = chat;
    this.start.hidden = chat.started && !chat.blocked;
    this.showKeys(chat.keys);
    this.keys.hidden = !chat.keys.length || !this.keysShown || !this.start.hidden;
    this.toggle.hidden = !chat.keys.length;
    this.field.placeholder = chat.placeholder || "Pesan";
    this.start.textContent = chat.blocked ? "MULAI LAGI" : "MULAI";
    this.composer.hidden = !this.start.hidden;
  }

  // Keys stay the same nodes while they say the same: a finger or the focus may be on one.
  showKeys(keys) {
    const said = JSON.stringify(keys);
    if (said === this.keysSaid) return;
    this.keysSaid = said;
    this.keys.replaceChildren(...keys.map((row) => node("div", { class: "row" },
      ...row.map((key) => node("button", { type: "button", class: `key ${key.style || ""}`, onclick: () => this.pressKey(key) }, key.text)))));
  }

  take(news) {
    if (news.event === "deleted") {
      this.log.remove(news.message_id);
    } else if (news.message) {
      this.log.show(news.message);
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
    this.status.textContent = begun ? "bot mengetik …" : roleName(this.person.role);
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
    else setTimeout(() => made.remove(), TOAST_MS);
    this.notices.querySelector(".toast")?.remove();
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
    const wanted = this.field.scrollHeight + 2;
    this.field.style.height = `${Math.min(wanted, TALLEST_PX)}px`;
    this.field.style.overflowY = wanted > TALLEST_PX ? "auto" : "hidden";
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
    this.log.toEnd();
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
    this.log.toEnd();
  }

  async sendPosition(title, options = {}) {
    const chosen = await this.page.positions.ask(title, this.person.position || CENTRE, options);
    if (chosen) await this.act("location", { ...chosen, message_id: options.message_id });
  }

  // Several photos go as one album.
  async upload(kind, ...files) {
    const form = new FormData();
    form.append("as", kind);
    form.append("caption", this.field.value.trim());
    for (const file of files) {
      const sent = kind === "photo" ? await fitting(file) : file;
      if (!sent) return this.notice("Berkas ini lebih dari 10 MB dan bukan gambar yang dapat dibaca. Kirim sebagai berkas.", true);
      form.append("file", sent);
    }
    if (await this.act("upload", form)) this.field.value = "";
    return this.log.toEnd();
  }

  // As the apps do it: whoever had blocked the bot lets it write again, and greets it.
  async restart() {
    if (!this.chat.blocked || await this.act("unblock", {})) await this.act("write", { text: "/start" });
  }

  // A press: what it brings is followed to the end of the chat.
  async press(order) {
    this.log.follow();
    await this.act("press", order);
  }

  async act(name, order) {
    const body = order instanceof FormData ? { body: order } : { body: JSON.stringify(order), headers: { "Content-Type": "application/json" } };
    try {
      const answer = await fetch(`/page/people/${this.person.id}/${name}`, { method: "POST", ...body });
      if (answer.ok) return true;
      this.notice(inWords((await answer.json()).error), false);
    } catch {
      this.notice("Simulator tidak menjawab.", false);
    }
    return false;
  }
}
