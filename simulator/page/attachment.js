// Pictures and documents in a bubble, and the dialog that shows them large.

import { node } from "./dom.js";

const READABLE = /^(text\/|application\/(json|xml))/;
const LONGEST = 20000;

export function pictureNode(message) {
  const largest = message.photo[message.photo.length - 1];
  const address = `/page/files/${largest.file_id}`;
  return node("button", { type: "button", class: "picture", "aria-label": "Buka foto", onclick: () => showPicture(address) },
    node("img", { src: address, alt: message.caption || "Foto", width: largest.width, height: largest.height }));
}

function showPicture(address) {
  document.getElementById("picture-image").src = address;
  document.getElementById("picture").showModal();
}

export function documentNode(sent) {
  const name = sent.file_name || "berkas";
  const kind = (name.split(".").pop() || "?").slice(0, 4).toUpperCase();
  const address = `/page/files/${sent.file_id}`;
  const preview = sent.thumbnail
    ? node("img", { class: "kind", src: `/page/files/${sent.thumbnail.file_id}`, alt: "" })
    : node("span", { class: "kind", "aria-hidden": "true" }, kind);
  const pdf = sent.mime_type === "application/pdf";
  return node("div", { class: "document" },
    pdf && firstPage(name, address),
    node("a", { class: "file", href: address, download: name }, preview, node("span", {}, node("strong", {}, name), node("small", {}, `${sizeInWords(sent.file_size)} · unduh`))),
    pdf && node("a", { class: "look", href: address, target: "_blank", rel: "noopener" }, "Buka"),
    READABLE.test(sent.mime_type || "") && node("button", { type: "button", class: "look", onclick: () => read(name, address) }, "Lihat isinya"));
}

function firstPage(name, address) {
  const page = `${address}/first-page`;
  const made = node("button", { type: "button", class: "picture sheet", "aria-label": `Halaman pertama ${name}`, onclick: () => showPicture(page) },
    node("img", { src: page, alt: "", onerror: () => made.remove() }));
  return made;
}

function sizeInWords(bytes) {
  if (bytes > 1048576) return `${(bytes / 1048576).toFixed(1).replace(".", ",")} MB`;
  return bytes > 1024 ? `${Math.round(bytes / 1024)} KB` : `${bytes} B`;
}

async function read(name, address) {
  const words = await (await fetch(address)).text();
  document.getElementById("reader-title").textContent = name;
  document.getElementById("reader-words").textContent = words.length > LONGEST ? `${words.slice(0, LONGEST)}\n…` : words;
  document.getElementById("reader").showModal();
}
