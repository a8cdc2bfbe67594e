// Behind the curtain: what the bot says of its queues, and of a case with its events and its row.

import { node } from "./dom.js";
import { clockTime } from "./text.js";

const EVERY_MS = 1500;

export class Curtain {
  constructor() {
    this.panel = document.getElementById("panel-curtain");
    this.host = document.getElementById("curtain");
    this.cases = document.getElementById("curtain-case");
    this.cases.addEventListener("change", () => this.read());
    this.shown = "";
    setInterval(() => this.read(), EVERY_MS);
  }

  async read() {
    if (this.panel.hidden || document.hidden) return;
    const told = await this.ask();
    if (told === this.shown && told) return;
    this.shown = told;
    const seen = told ? JSON.parse(told) : null;
    if (seen) this.list(seen.cases);
    this.host.replaceChildren(...(seen ? view(seen) : [node("p", {}, "Bot sedang tidak menjawab.")]));
  }

  async ask() {
    try {
      const answer = await fetch(`/page/curtain?${new URLSearchParams({ case: this.cases.value })}`);
      return answer.ok ? await answer.text() : "";
    } catch {
      return "";
    }
  }

  // The cases to choose from; the first choice follows whichever is newest.
  list(cases) {
    const chosen = this.cases.value;
    this.cases.replaceChildren(node("option", { value: "" }, "yang terbaru"),
      ...cases.map((one) => node("option", { value: one.ticket }, `${one.ticket} · ${one.open ? "berjalan" : "selesai"}`)));
    this.cases.value = cases.some((one) => one.ticket === chosen) ? chosen : "";
  }
}

function view(told) {
  const waiting = Object.entries(told.outbox).filter(([, depth]) => depth);
  const lanes = waiting.map(([lane, depth]) => node("li", {}, `${lane}: ${depth}`));
  return [
    node("dl", {},
      node("dt", {}, "Kotak masuk"), node("dd", {}, String(told.inbox)),
      node("dt", {}, "Kotak keluar"), node("dd", {}, String(waiting.reduce((sum, [, depth]) => sum + depth, 0))),
      node("dt", {}, "Kartu menunggu"), node("dd", {}, String(told.cards))),
    lanes.length ? node("ul", { class: "lanes", "aria-label": "Jalur" }, ...lanes) : node("p", {}, "Semua jalur kosong: tidak ada yang menunggu dikirim."),
    ...(told.case ? caseView(told.case) : [node("p", {}, "Belum ada kasus. Tekan PANIK di telepon warga.")]),
  ];
}

function caseView(seen) {
  const row = (one) => node("tr", { class: seen.rows_now.includes(one.number) ? "current" : "", "aria-current": seen.rows_now.includes(one.number) && "step" },
    node("td", {}, String(one.number)), node("td", {}, one.activity), node("td", {}, one.by), node("td", {}, one.within));
  const event = (one) => node("li", {}, node("span", {}, `${one.seq} · ${clockTime(one.at, true)} · ${one.kind}`), node("code", { title: one.hash }, one.hash.slice(0, 16)));
  const table = node("table", {}, node("caption", {}, seen.number ? `${seen.title} · SOP ${seen.number}` : seen.title),
    node("thead", {}, node("tr", {}, ...["No", "Kegiatan", "Pelaksana", "Waktu"].map((name) => node("th", { scope: "col" }, name)))),
    node("tbody", {}, ...seen.rows.map(row)));
  return [
    node("h3", {}, `${seen.ticket} · ${seen.open ? "berjalan" : "selesai"}`),
    seen.rows.length ? table : node("p", {}, `${seen.title}: tanpa tabel SOP.`),
    node("h3", {}, `${seen.events.length} peristiwa, tiap hash memuat hash sebelumnya`),
    node("ol", { class: "events" }, ...[...seen.events].reverse().map(event)),
  ];
}
