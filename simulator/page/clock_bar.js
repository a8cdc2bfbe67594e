// The clock of the simulation, and the buttons that move it.

import { node } from "./dom.js";
import { clockTime, fullDate } from "./text.js";

const ZONE = "Asia/Makassar";
const OPENS = 8;
const FASTER = 20;

export class ClockBar {
  constructor(moved) {
    this.moved = moved;
    this.reading = null;
    for (const button of document.querySelectorAll("[data-forward]")) {
      button.addEventListener("click", () => this.order({ forward: Number(button.dataset.forward) }));
    }
    document.getElementById("clock-workday").addEventListener("click", () => this.order({ forward: untilWorkday(this.now()) }));
    document.getElementById("clock-run").addEventListener("click", () => this.order({ running: !this.reading.running }));
    document.getElementById("clock-fast").addEventListener("click", () => this.order({ running: true, speed: this.reading.speed > 1 ? 1 : FASTER }));
    setInterval(() => this.tick(), 500);
  }

  take(reading) {
    this.reading = { ...reading, at: performance.now() };
    const run = document.getElementById("clock-run");
    run.textContent = reading.running ? "⏸ Jeda" : "▶ Jalankan";
    run.setAttribute("aria-pressed", String(!reading.running));
    const fast = document.getElementById("clock-fast");
    fast.textContent = `⏩ ${FASTER}×`;
    fast.setAttribute("aria-pressed", String(reading.speed > 1));
    this.tick();
  }

  // Seconds since 1970, as the simulation has it.
  now() {
    if (!this.reading) return 0;
    const { now, running, speed, at } = this.reading;
    return now + (running ? ((performance.now() - at) / 1000) * speed : 0);
  }

  tick() {
    if (!this.reading) return;
    const now = this.now();
    const clock = document.getElementById("clock");
    clock.replaceChildren(clockTime(now, true), node("span", {}, " WITA"));
    clock.title = fullDate(now);
    clock.dateTime = new Date(now * 1000).toISOString();
    this.moved(now);
  }

  async order(order) {
    await fetch("/clock", { method: "POST", body: JSON.stringify(order), headers: { "Content-Type": "application/json" } });
  }
}

// Seconds until eight o'clock of the next Monday to Friday.
export function untilWorkday(now) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const [hour, minute, second] = parts.format(now * 1000).split(":").map(Number);
  let left = OPENS * 3600 - (hour * 3600 + minute * 60 + second);
  const weekend = (moment) => ["Sat", "Sun"].includes(new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, weekday: "short" }).format(moment * 1000));
  while (left <= 0 || weekend(now + left)) left += 86400;
  return left;
}
