// Behind the curtain: what the bot says of its queues, and of the newest case with its events and its row.

import { node } from "./dom.js";
import { clockTime } from "./text.js";

const EVERY_MS = 1500;

export class Curtain {
  constructor() {
    this.panel = document.getElementById("panel-curtain");
    this.host = document.getElementById("curtain");
    this.shown = "";
    setInterval(() => this.read(), EVERY_MS);
  }

  async read() {
    if (this.panel.hidden || document.hidden) return;
    let told;
    try {
      const answer = await fetch("/page/curtain");
      told = answer.ok ? await answer.text() : "";
    } catch {
      told = "";
    }
    if (told === this.shown && told) return;
    this.shown = told;
    this.host.replaceChildren(...(told ? view(JSON.parse(told)) : [node("p", {}, "Bot sedang tidak menjawab.")]));
  }
}

function view(told) {
  const lanes = Object.entries(told.outbox).map(([lane, depth]) => node("li", {}, `${lane}: ${depth}`));
  return [
    node("dl", {},
      node("dt", {}, "Kotak masuk"), node("dd", {}, String(told.inbox)),
      node("dt", {}, "Kotak keluar"), node("dd", {}, String(Object.values(told.outbox).reduce((sum, depth) => sum + depth, 0))),
      node("dt", {}, "Kartu menunggu"), node("dd", {}, String(told.cards))),
    node("h3", {}, "Jalur"), node("ul", { class: "lanes" }, ...lanes),
    ...(told.case ? caseView(told.case) : [node("p", {}, "Belum ada kasus. Tekan PANIK di telepon warga.")]),
  ];
}

function caseView(seen) {
  const row = (one) => node("tr", { class: seen.rows_now.includes(one.number) ? "current" : "", "aria-current": seen.rows_now.includes(one.number) && "step" },
    node("td", {}, String(one.number)), node("td", {}, one.activity), node("td", {}, one.by), node("td", {}, one.within));
  const event = (one) => node("li", {}, node("span", {}, `${one.seq} · ${clockTime(one.at, true)} · ${one.kind}`), node("code", { title: one.hash }, one.hash.slice(0, 16)));
  return [
    node("h3", {}, `${seen.ticket} · ${seen.open ? "berjalan" : "selesai"}`),
    node("table", {}, node("caption", {}, `SOP ${seen.number}`),
      node("thead", {}, node("tr", {}, ...["No", "Kegiatan", "Pelaksana", "Waktu"].map((name) => node("th", { scope: "col" }, name)))),
      node("tbody", {}, ...seen.rows.map(row))),
    node("h3", {}, `${seen.events.length} peristiwa, tiap hash memuat hash sebelumnya`),
    node("ol", { class: "events" }, ...[...seen.events].reverse().map(event)),
  ];
}
