// What can go wrong, as switches: Telegram silent, Telegram too busy, officers who block the bot.

const SAID = {
  silence: ["Telegram diam: kiriman bot tidak dijawab sampai dimatikan.", "Telegram kembali; yang tertunda dikirim."],
  429: ["Telegram menolak dengan 429; bot menunggu dan mencoba lagi.", "Telegram menerima lagi."],
};

export class Trouble {
  constructor(page) {
    this.page = page;
    this.status = document.getElementById("trouble-status");
    for (const box of document.querySelectorAll("[data-fault]")) box.addEventListener("change", () => this.set(box.dataset.fault, box.checked));
    this.officers = document.getElementById("officers-block");
    this.officers.addEventListener("change", () => this.block(this.officers.checked));
  }

  async set(kind, on) {
    await fetch(`/page/faults/${kind}`, { method: on ? "PUT" : "DELETE" });
    this.status.textContent = SAID[kind][on ? 0 : 1];
  }

  async block(on) {
    const officers = [...this.page.phones.values()].filter((phone) => phone.person.role === "officer");
    await Promise.all(officers.map((phone) => phone.act(on ? "block" : "unblock", {})));
    this.status.textContent = on ? "Semua petugas memblokir bot." : "Semua petugas membuka blokir.";
  }

  take(inForce) {
    for (const box of document.querySelectorAll("[data-fault]")) box.checked = inForce.includes(box.dataset.fault);
    document.getElementById("trouble-news").textContent = inForce.length ? String(inForce.length) : "";
  }
}
