// The page: the clock bar, the choice of phones, and the stream of events that feeds them.

import { node } from "./dom.js";
import { PositionDialog } from "./map.js";
import { Phone, rings } from "./phone.js";
import { clockTime, fullDate, refreshMoments } from "./text.js";

const SHOWN = "simulator-shown";

class Page {
  constructor() {
    this.phones = new Map();
    this.unseen = new Set();
    this.commands = [];
    this.clock = null;
    this.backlog = null;
    this.host = document.getElementById("phones");
    this.connection = document.getElementById("connection");
    for (const button of document.querySelectorAll("[data-forward]")) {
      button.addEventListener("click", () => this.moveClock({ forward: Number(button.dataset.forward) }));
    }
    document.getElementById("clock-run").addEventListener("click", () => this.moveClock({ running: !this.clock.running }));
    setInterval(() => this.tick(), 500);
    this.listen();
  }

  listen() {
    const events = new EventSource("/page/events");
    events.addEventListener("open", () => this.load());
    events.addEventListener("error", () => { this.connection.textContent = "Terputus dari simulator, mencoba lagi …"; });
    events.addEventListener("message", (event) => {
      const news = JSON.parse(event.data);
      if (this.backlog) this.backlog.push(news);
      else this.take(news);
    });
  }

  // What arrives while the state is fetched waits, so that nothing older covers it.
  async load() {
    this.backlog = [];
    const state = await (await fetch("/page/state")).json();
    this.connection.textContent = "";
    this.commands = state.commands;
    this.people = state.people;
    this.positions ||= new PositionDialog(state.places);
    document.getElementById("bot-name").textContent = `${state.bot.name} @${state.bot.username}`;
    this.setClock(state.clock);
    this.shown = new Set(JSON.parse(localStorage.getItem(SHOWN) || "null") || state.shown);
    this.showPicker();
    this.phones.clear();
    for (const person of this.people) this.phones.set(person.id, new Phone(person, this));
    this.showPhones();
    const waiting = this.backlog;
    this.backlog = null;
    waiting.forEach((news) => this.take(news));
    document.body.dataset.ready = "true";
  }

  take(news) {
    if (news.event === "clock") this.setClock(news.clock);
    else if (news.event === "commands") this.commands = news.commands;
    else if (this.phones.has(news.chat.id)) this.takeOn(this.phones.get(news.chat.id), news);
    else if (news.chat.id > 0) this.load();
    refreshMoments(this.now());
  }

  takeOn(phone, news) {
    phone.take(news);
    if (rings(news) && news.message.reply_markup?.inline_keyboard && !this.shown.has(phone.person.id)) this.unseen.add(phone.person.id);
    this.showUnseen();
  }

  // Who is asked to press something on a phone that is not shown.
  showUnseen() {
    document.getElementById("picker-news").textContent = this.unseen.size || "";
    for (const box of document.querySelectorAll("#picker-list input")) box.parentElement.classList.toggle("news", this.unseen.has(Number(box.value)));
  }

  showPicker() {
    const boxes = this.people.map((person) => node("label", {},
      node("input", { type: "checkbox", value: person.id, checked: this.shown.has(person.id), onchange: (event) => this.choose(person.id, event.target.checked) }),
      ` ${person.name}`));
    document.getElementById("picker-list").replaceChildren(...boxes);
  }

  choose(id, shown) {
    if (shown) this.shown.add(id);
    else this.shown.delete(id);
    this.unseen.delete(id);
    this.showUnseen();
    localStorage.setItem(SHOWN, JSON.stringify([...this.shown]));
    this.showPhones();
  }

  showPhones() {
    const phones = this.people.filter((person) => this.shown.has(person.id)).map((person) => this.phones.get(person.id));
    this.host.replaceChildren(...phones.map((phone) => phone.node));
    phones.forEach((phone) => phone.toEnd());
    refreshMoments(this.now());
  }

  setClock(reading) {
    this.clock = { ...reading, at: performance.now() };
    const button = document.getElementById("clock-run");
    button.textContent = reading.running ? "⏸ Jeda" : "▶ Jalankan";
    button.setAttribute("aria-pressed", String(!reading.running));
    this.tick();
  }

  now() {
    if (!this.clock) return 0;
    return this.clock.now + (this.clock.running ? (performance.now() - this.clock.at) / 1000 : 0);
  }

  tick() {
    if (!this.clock) return;
    const now = this.now();
    const clock = document.getElementById("clock");
    clock.textContent = `${clockTime(now, true)} WITA`;
    clock.title = fullDate(now);
    clock.dateTime = new Date(now * 1000).toISOString();
    refreshMoments(now);
  }

  async moveClock(order) {
    await fetch("/clock", { method: "POST", body: JSON.stringify(order), headers: { "Content-Type": "application/json" } });
  }
}

new Page();
