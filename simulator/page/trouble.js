// What can go wrong, as switches: Telegram silent, Telegram too busy, officers who block the bot.

const SAID = {
  silence: ["Telegram diam: kiriman bot tidak dijawab sampai dimatikan.", "Telegram kembali; yang tertunda dikirim."],
  429: ["Telegram menolak dengan 429; bot menunggu dan mencoba lagi.", "Telegram menerima lagi."],
  block: ["Semua petugas memblokir bot.", "Semua petugas membuka blokir dan menekan MULAI LAGI."],
};

export class Trouble {
  constructor(page) {
    this.page = page;
    this.status = document.getElementById("trouble-status");
    this.inForce = [];
    this.switching = false;
    for (const box of document.querySelectorAll("[data-fault]")) box.addEventListener("change", () => this.set(box.dataset.fault, box.checked));
    this.officers = document.getElementById("officers-block");
    this.officers.addEventListener("change", () => this.block(this.officers.checked));
  }

  async set(kind, on) {
    await fetch(`/page/faults/${kind}`, { method: on ? "PUT" : "DELETE" });
    this.status.textContent = SAID[kind][on ? 0 : 1];
  }

  async block(on) {
    this.switching = true;
    await Promise.all(this.everyOfficer().map((phone) => (on ? phone.act("block", {}) : phone.restart())));
    this.switching = false;
    this.status.textContent = SAID.block[on ? 0 : 1];
  }

  everyOfficer() {
    return [...this.page.phones.values()].filter((phone) => phone.person.role === "officer");
  }

  take(inForce) {
    this.inForce = inForce;
    this.look();
  }

  // Shows what is in force, also when it began before the page was loaded.
  look() {
    for (const box of document.querySelectorAll("[data-fault]")) box.checked = this.inForce.includes(box.dataset.fault);
    const officers = this.everyOfficer();
    if (!this.switching) this.officers.checked = officers.length > 0 && officers.every((phone) => phone.chat.blocked);
    const count = this.inForce.length + Number(this.officers.checked);
    document.getElementById("trouble-news").textContent = count || "";
  }
}
