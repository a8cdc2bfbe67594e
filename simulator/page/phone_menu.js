// What opens above a phone's composer: things to send, and the bot's commands.

import { node } from "./dom.js";
import { shoot } from "./photo.js";
import { paint, PICTURES } from "./pictures.js";

export function openAttachments(phone) {
  show(phone, [
    ["📷 Foto", () => pick(phone, "photo")],
    ["📸 Kamera", () => camera(phone)],
    ["🖼 Foto contoh", () => openPictures(phone)],
    ["📄 Berkas", () => pick(phone, "document")],
    ["📍 Lokasi", () => phone.sendPosition("Kirim posisi")],
    ["🛰 Lokasi langsung", () => phone.sendPosition("Bagikan lokasi langsung", { live: 3600 })],
    ["🎤 Pesan suara", () => phone.act("voice", {})],
    ["👤 Kontak saya", () => phone.act("contact", {})],
  ]);
}

export function openCommands(phone) {
  const commands = phone.page.commands.length ? phone.page.commands : [{ command: "start", description: "Mulai" }];
  show(phone, commands.map((one) => [`/${one.command} – ${one.description}`, () => phone.act("write", { text: `/${one.command}` })]));
}

// A phone has an app for its camera; elsewhere the page shows what the camera sees.
async function camera(phone) {
  if (matchMedia("(pointer: coarse)").matches) return pick(phone, "photo", true);
  try {
    const photo = await shoot();
    if (photo) await phone.upload("photo", photo);
  } catch {
    phone.notice("Peramban tidak memberi kamera. Pilih Foto, atau Foto contoh.", true);
  }
  return undefined;
}

function openPictures(phone) {
  const send = async (name) => phone.upload("photo", await paint(name));
  show(phone, Object.entries(PICTURES).map(([name, [label]]) => [label, () => send(name)]), true);
}

function show(phone, items, stay = false) {
  const { menu } = phone;
  const close = () => { menu.hidden = true; phone.field.focus(); };
  const opener = document.activeElement;
  menu.hidden = !menu.hidden && !stay;
  menu.replaceChildren(...items.map(([label, action]) => node("button", {
    type: "button", role: "menuitem", onclick: () => { menu.hidden = true; action(); },
  }, label)));
  menu.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") close();
    if (!step) return;
    event.preventDefault();
    const all = [...menu.children];
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  };
  if (!menu.hidden) menu.firstChild.focus();
  else opener?.focus();
}

function pick(phone, kind, withCamera = false) {
  const input = node("input", {
    type: "file", accept: kind === "photo" ? "image/png,image/jpeg,image/webp" : null, capture: withCamera && "environment",
    multiple: !withCamera, "aria-label": "Pilih berkas", hidden: true,
  });
  input.addEventListener("change", async () => {
    await phone.upload(kind, ...input.files);
    input.remove();
  });
  phone.node.append(input);
  input.click();
}
