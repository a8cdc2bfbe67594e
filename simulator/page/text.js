// Telegram's texts: plain text with entities, whose offsets count UTF-16 units as JavaScript does.

import { node } from "./dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote", spoiler: "span", mention: "span",
  hashtag: "span", cashtag: "span", email: "span", phone_number: "span", custom_emoji: "span", text_mention: "span",
};
const ZONE = "Asia/Makassar";

export function clockTime(seconds, withSeconds = false) {
  const options = { hour: "2-digit", minute: "2-digit", timeZone: ZONE, hourCycle: "h23" };
  if (withSeconds) options.second = "2-digit";
  return new Intl.DateTimeFormat("id-ID", options).format(seconds * 1000);
}

export function fullDate(seconds) {
  return new Intl.DateTimeFormat("id-ID", { dateStyle: "full", timeZone: ZONE }).format(seconds * 1000);
}

export function formatMoment(unix, layout, now) {
  if (layout === "r") {
    const left = unix - now;
    const [size, unit] = Math.abs(left) < 90 ? [1, "second"] : Math.abs(left) < 5400 ? [60, "minute"] : Math.abs(left) < 129600 ? [3600, "hour"] : [86400, "day"];
    return new Intl.RelativeTimeFormat("id").format(Math.round(left / size), unit);
  }
  const options = { timeZone: ZONE };
  if (layout.includes("w")) options.weekday = "long";
  if (/[dD]/.test(layout)) Object.assign(options, { day: "numeric", month: layout.includes("D") ? "long" : "2-digit", year: "numeric" });
  if (/[tT]/.test(layout)) Object.assign(options, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (layout.includes("T")) options.second = "2-digit";
  return new Intl.DateTimeFormat("id-ID", options).format(unix * 1000);
}

export function renderText(text, entities = [], onCommand = () => {}) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const [children] = span(text, 0, text.length, ordered, 0, onCommand);
  const whole = node("div", { class: "text" });
  whole.append(...children);
  return whole;
}

function span(text, start, end, entities, index, onCommand) {
  const children = [];
  let at = start;
  while (index < entities.length && entities[index].offset < end) {
    const entity = entities[index];
    if (entity.offset < at) {
      index += 1;
      continue;
    }
    const stop = Math.min(entity.offset + entity.length, end);
    children.push(text.slice(at, entity.offset));
    const [inner, next] = span(text, entity.offset, stop, entities, index + 1, onCommand);
    children.push(dressed(entity, text.slice(entity.offset, stop), inner, onCommand));
    at = stop;
    index = next;
  }
  children.push(text.slice(at, end));
  return [children, index];
}

function dressed(entity, words, inner, onCommand) {
  switch (entity.type) {
    case "url":
    case "text_link":
      return link(entity.url || words, inner);
    case "bot_command":
      return node("button", { type: "button", class: "command", onclick: () => onCommand(words) }, ...inner);
    case "date_time":
      return node("time", {
        "data-unix": entity.unix_time, "data-layout": entity.date_time_format || "", "data-words": words,
        title: `${fullDate(entity.unix_time)} ${clockTime(entity.unix_time, true)} WITA`,
      }, ...inner);
    case "spoiler":
      return node("span", { class: "spoiler", tabindex: "0", onclick: (event) => event.currentTarget.classList.add("open") }, ...inner);
    default:
      return node(TAGS[entity.type] || "span", { class: `entity ${entity.type}` }, ...inner);
  }
}

function link(address, inner) {
  const safe = /^(https?|tg):/i.test(address) ? address : `https://${address}`;
  return node("a", { href: safe, target: "_blank", rel: "noopener noreferrer" }, ...inner);
}

export function refreshMoments(now) {
  for (const moment of document.querySelectorAll("time[data-unix]")) {
    const { unix, layout, words } = moment.dataset;
    const shown = layout ? formatMoment(Number(unix), layout, now) : words;
    if (moment.textContent !== shown) moment.textContent = shown;
  }
  for (const live of document.querySelectorAll("[data-until]")) {
    live.parentElement.classList.toggle("over", Number(live.dataset.until) < now);
  }
}
