// One message as a bubble: text, picture, file, map, buttons.

import { node } from "./dom.js";
import { documentNode, pictureNode } from "./attachment.js";
import { pinMap } from "./map.js";
import { clockTime, renderText } from "./text.js";

export function messageNode(message, phone) {
  const { message_id: id } = message;
  const made = node("article", { class: `message ${message.out ? "out" : "in"}`, id: `message-${phone.person.id}-${id}`, "data-message": id, "aria-label": message.out ? "Pesan saya" : "Pesan bot" },
    node("div", { class: "bubble" }, ...content(message, phone), footer(message)));
  const rows = message.reply_markup?.inline_keyboard || [];
  if (rows.length) made.append(inlineKeyboard(rows, message, phone));
  made.append(tools(message, phone));
  return made;
}

function content(message, phone) {
  const command = (text) => phone.act("write", { text });
  return [
    message.pinned && node("p", { class: "origin" }, "📌 disematkan"),
    message.forward_origin && node("p", { class: "origin" }, `Diteruskan dari ${message.forward_origin.sender_user?.first_name || "?"}`),
    message.reply_to_message && quoted(message.reply_to_message, phone),
    message.photo && pictureNode(message),
    message.sticker && node("p", { class: "sticker" }, message.sticker.emoji || "🖼"),
    message.voice && player("audio", message.voice, "🎤 Pesan suara"),
    message.video && player("video", message.video, "🎬 Video"),
    message.video_note && player("video", message.video_note, "🎬 Video"),
    message.document && documentNode(message.document),
    message.contact && node("p", { class: "contact" }, `👤 ${message.contact.first_name} ${message.contact.last_name || ""} · ${message.contact.phone_number}`),
    message.location && place(message, phone),
    message.text !== undefined && renderText(message.text, message.entities, command),
    message.caption !== undefined && renderText(message.caption, message.caption_entities, command),
  ];
}

function quoted(answered, phone) {
  const words = answered.text || answered.caption || (answered.photo ? "Foto" : answered.location ? "Lokasi" : "Pesan");
  const jump = () => document.getElementById(`message-${phone.person.id}-${answered.message_id}`)?.scrollIntoView({ block: "center", behavior: "smooth" });
  return node("button", { type: "button", class: "quote", onclick: jump }, words.slice(0, 90));
}

function player(tag, media, label) {
  return node("div", { class: "media" }, node("p", {}, `${label} · ${media.duration} dtk`), node(tag, { controls: true, preload: "none", src: `/page/files/${media.file_id}`, "aria-label": label }));
}

function place(message, phone) {
  const { latitude, longitude, live_period: period, horizontal_accuracy: accuracy } = message.location;
  const made = node("div", { class: "place" }, pinMap(latitude, longitude, phone.page.city));
  if (message.venue) made.append(node("p", {}, node("strong", {}, message.venue.title), ` ${message.venue.address}`));
  made.append(node("p", { class: "coordinates" }, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}${accuracy ? ` · ±${Math.round(accuracy)} m` : ""}`));
  if (period) {
    made.append(node("p", { class: "live", "data-until": message.date + period }, `🔴 langsung sampai ${clockTime(message.date + period)}`));
    if (message.out) {
      made.append(node("div", { class: "row" },
        node("button", { type: "button", onclick: () => phone.sendPosition("Pindahkan lokasi langsung", { plain: true, message_id: message.message_id }) }, "Pindahkan"),
        node("button", { type: "button", onclick: () => phone.act("stop-live", { message_id: message.message_id }) }, "Hentikan")));
    }
  }
  return made;
}

function footer(message) {
  const marks = [message.reactions.join(""), message.silent ? "🔕" : "", message.edited ? "diubah" : "", clockTime(message.date), message.out ? "✓✓" : ""];
  return node("p", { class: "foot" }, marks.filter(Boolean).join(" "));
}

function inlineKeyboard(rows, message, phone) {
  const button = (one, row, column) => {
    const style = `inline ${one.style || ""}`;
    if (one.url) return node("a", { class: style, href: /^(https?|tg):/i.test(one.url) ? one.url : `https://${one.url}`, target: "_blank", rel: "noopener noreferrer" }, `${one.text} ↗`);
    if (one.copy_text) return node("button", { type: "button", class: style, onclick: () => phone.notice(`Disalin: ${one.copy_text.text}`, false) }, `${one.text} ⧉`);
    return node("button", { type: "button", class: style, onclick: () => phone.press({ message_id: message.message_id, row, column }) }, one.text);
  };
  return node("div", { class: "inline-keyboard", role: "group", "aria-label": "Tombol pesan" },
    ...rows.map((row, y) => node("div", { class: "row" }, ...row.map((one, x) => button(one, y, x)))));
}

function tools(message, phone) {
  const tool = (label, sign, action) => node("button", { type: "button", class: "tool", "aria-label": label, title: label, onclick: action }, sign);
  return node("div", { class: "tools" },
    tool("Balas", "↩", () => phone.aboutMessage("reply", message)),
    message.out && (message.text || message.caption) && tool("Ubah", "✎", () => phone.aboutMessage("edit", message)),
    message.out && tool("Hapus", "🗑", () => phone.act("delete", { message_id: message.message_id })));
}
