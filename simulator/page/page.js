// The page: the stream of events, the phones that it feeds, and which of them are on the screen.

import { CityMap } from "./citymap.js";
import { ClockBar } from "./clock_bar.js";
import { Curtain } from "./curtain.js";
import { Projection } from "./geo.js";
import { openPanels } from "./panels.js";
import { Phone, rings } from "./phone.js";
import { PhoneStrip } from "./phone_strip.js";
import { PositionDialog } from "./position.js";
import { refreshMoments } from "./text.js";
import { Tour } from "./tour.js";
import { Trouble } from "./trouble.js";

class Page {
  constructor() {
    this.phones = new Map();
    this.commands = [];
    this.backlog = null;
    this.connection = document.getElementById("connection");
    this.clock = new ClockBar((now) => refreshMoments(now));
    this.strip = new PhoneStrip(this);
    this.trouble = new Trouble(this);
    this.tour = new Tour(this);
    this.curtain = new Curtain();
    openPanels((name) => (name === "map" ? this.map?.draw() : name === "curtain" && this.curtain.read()));
    this.listen();
  }

  get shown() {
    return this.strip.shown;
  }

  now() {
    return this.clock.now();
  }

  onScreen(id) {
    return this.strip.onScreen(id);
  }

  chipOf(id) {
    return this.strip.chipOf(id);
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
    await this.learnCity(state);
    this.connection.textContent = "";
    this.commands = state.commands;
    document.title = `${state.bot.name}, demo dengan Telegram tiruan`;
    this.clock.take(state.clock);
    this.phones.clear();
    for (const person of state.people) this.phones.set(person.id, new Phone(person, this));
    this.trouble.take(state.faults);
    this.strip.open(state.shown);
    const waiting = this.backlog;
    this.backlog = null;
    waiting.forEach((news) => this.take(news));
    this.map.draw();
    this.tour.look();
    document.body.dataset.ready = "true";
  }

  async learnCity(state) {
    if (this.map) return;
    const areas = await (await fetch("/page/areas")).json();
    this.city = { areas, places: state.places, posts: state.posts, projection: new Projection(areas) };
    this.map = new CityMap(this, this.city);
    this.positions = new PositionDialog(this.city);
  }

  take(news) {
    if (news.event === "clock") this.clock.take(news.clock);
    else if (news.event === "faults") this.trouble.take(news.faults);
    else if (news.event === "commands") this.commands = news.commands;
    else if (this.phones.has(news.chat.id)) this.takeOn(this.phones.get(news.chat.id), news);
    else if (news.chat.id > 0) this.load();
    refreshMoments(this.now());
  }

  takeOn(phone, news) {
    phone.take(news);
    if (news.event === "message" && !news.message?.out && !phone.log.isGreeting(news.message_id)) this.strip.count(phone.person.id, rings(news));
    if (news.position || news.message?.location) this.map.draw();
    if (news.event === "blocked") this.trouble.look();
    this.tour.later();
  }
}

new Page();
