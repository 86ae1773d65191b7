// Keys and highlights. Without this file every value is still a plain link to its box on the page.
"use strict";

const findings = document.getElementById("findings");
const paper = document.getElementById("paper");
const help = document.getElementById("help");
let zoom = 0;

function all(selector, within = document) {
  return Array.from(within.querySelectorAll(selector));
}

function visible(element) {
  return element.getClientRects().length > 0 && !element.closest("details:not([open]) > :not(summary)");
}

// Marks a value and its box, and brings both into view.
function select(value, spot) {
  all(".value.on, .spot.on").forEach((each) => each.classList.remove("on"));
  if (value) {
    const fold = value.closest("details");
    if (fold) fold.open = true;
    value.classList.add("on");
    value.scrollIntoView({ block: "nearest" });
  }
  if (spot) {
    spot.classList.add("on");
    spot.scrollIntoView({ block: "center", inline: "nearest" });
    markPage(spot.closest(".sheet"));
  }
}

function selectValue(value) {
  select(value, document.getElementById("ev-" + value.dataset.spot));
}

function selectChoice(link) {
  select(null, document.getElementById("ev-" + link.dataset.spot));
}

function selectSpot(spot) {
  const value = document.getElementById("v-" + spot.dataset.value);
  select(value, spot);
  if (value) value.focus({ preventScroll: true });
}

function step(items, by) {
  const shown = items.filter(visible);
  if (!shown.length) return;
  const here = shown.findIndex((each) => each === document.activeElement || each.classList.contains("on"));
  const next = here < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(here + by, 0), shown.length - 1);
  shown[next].focus({ preventScroll: true });
  if (shown[next].classList.contains("value")) selectValue(shown[next]);
  else shown[next].scrollIntoView({ block: "nearest" });
}

// What a person has to look at; every value where nothing is open.
function items() {
  if (!findings) return all(".item");
  const open = all(".value.open", findings);
  return open.length ? open : all(".value", findings);
}

function currentPage() {
  const top = paper.getBoundingClientRect().top + 20;
  const sheets = all(".sheet", paper);
  return Math.max(0, sheets.findLastIndex((each) => each.getBoundingClientRect().top <= top));
}

function turn(by) {
  const sheets = paper ? all(".sheet", paper) : [];
  const next = sheets[Math.min(Math.max(currentPage() + by, 0), sheets.length - 1)];
  if (!next) return;
  next.scrollIntoView({ block: "start" });
  markPage(next);
}

function markPage(sheet) {
  if (!sheet) return;
  all(".pager a").forEach((each) => each.classList.toggle("on", each.hash === "#" + sheet.id));
}

function magnify(by) {
  if (!paper) return;
  zoom = Math.min(Math.max(zoom + by, 0), 2);
  paper.classList.toggle("zoom-1", zoom === 1);
  paper.classList.toggle("zoom-2", zoom === 2);
  const spot = paper.querySelector(".spot.on");
  if (spot) spot.scrollIntoView({ block: "center", inline: "center" });
}

function toggleHelp(shown) {
  help.classList.toggle("on", shown);
  if (location.hash === "#help") history.replaceState(null, "", location.pathname + location.search);
  const target = help.classList.contains("on") ? help : document.getElementById("open-help");
  target.focus({ preventScroll: true });
}

function escape() {
  if (help.classList.contains("on")) toggleHelp(false);
  else select(null, null);
}

// One key sends the mail that a person is at: they chose it, and nothing is sent unseen.
function release() {
  const here = document.activeElement;
  const card = here && here.classList.contains("mail-card") ? here : null;
  const form = card && card.querySelector("form.release");
  if (!form) return false;
  form.requestSubmit();
}

// A link or a button that has a key of its own is followed or pressed; a field is gone to.
function press(code) {
  const target = all("[data-key]").find((each) => each.dataset.key === code && visible(each));
  if (!target) return false;
  if (target.matches("input, select, textarea")) target.focus();
  else target.click();
}

// Takes note of what newer quotations changed about the case.
function confirmChange() {
  const form = document.querySelector("form.confirm");
  if (!form) return false;
  form.requestSubmit();
}

function bracket(event, key, code) {
  // By the character where the layout has one, else by its place: German keyboards need AltGr for "[".
  return event.key === key || (event.code === code && !event.altKey);
}

function act(event) {
  if (event.key === "?" || event.key === "？") return toggleHelp(!help.classList.contains("on"));
  if (event.key === "Escape") return escape();
  if (!event.altKey && !event.shiftKey && press(event.code) !== false) return;
  if (event.code === "KeyJ" || (findings && event.key === "ArrowDown")) return step(items(), 1);
  if (event.code === "KeyK" || (findings && event.key === "ArrowUp")) return step(items(), -1);
  if (event.code === "KeyS" && !findings) return release();
  if (!findings) return false;
  if (event.code === "KeyC") return confirmChange();
  if (event.key === "ArrowRight") return step(all(".value", findings), 1);
  if (event.key === "ArrowLeft") return step(all(".value", findings), -1);
  if (bracket(event, "[", "BracketLeft")) return turn(-1);
  if (bracket(event, "]", "BracketRight")) return turn(1);
  if (event.key === "+" || event.key === "=") return magnify(1);
  if (event.key === "-" || event.key === "−") return magnify(-1);
  return false;
}

document.addEventListener("keydown", (event) => {
  // An input method composes Chinese with these very keys; a field for text needs them too.
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing && event.key === "Escape" && !event.isComposing) typing.blur();
  if (event.isComposing || event.keyCode === 229 || typing || event.ctrlKey || event.metaKey) return;
  if (paper && paper.contains(document.activeElement) && event.key.startsWith("Arrow")) return;
  if (act(event) !== false) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const href = link.getAttribute("href") || "";
  const actions = [
    [link.id === "open-help", () => toggleHelp(!help.classList.contains("on"))],
    [link.id === "close-help", () => toggleHelp(false)],
    [link.classList.contains("value"), () => selectValue(link)],
    [link.classList.contains("choice"), () => selectChoice(link)],
    [link.classList.contains("spot"), () => selectSpot(link)],
    [href.startsWith("#v-") && link.closest(".explains"), () => {
      const value = document.getElementById(href.slice(1));
      if (value) selectValue(value);
    }],
  ];
  const wanted = actions.find(([applies]) => applies);
  if (!wanted) return;
  event.preventDefault();
  wanted[1]();
});

if (location.hash.startsWith("#v-")) {
  const value = document.getElementById(location.hash.slice(1));
  if (value) selectValue(value);
}
