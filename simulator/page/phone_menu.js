// What opens above a phone's composer: things to send, and the bot's commands.

import { node } from "./dom.js";
import { paint, PICTURES } from "./pictures.js";

export function openAttachments(phone) {
  show(phone, [
    ["📷 Foto", () => pick(phone, "photo")],
    ["📸 Kamera", () => pick(phone, "photo", true)],
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

function pick(phone, kind, camera = false) {
  const input = node("input", {
    type: "file", accept: kind === "photo" ? "image/png,image/jpeg,image/webp" : null, capture: camera && "environment",
    multiple: !camera, "aria-label": "Pilih berkas", hidden: true,
  });
  input.addEventListener("change", async () => {
    for (const file of input.files) await phone.upload(kind, file);
    input.remove();
  });
  phone.node.append(input);
  input.click();
}
