// The page works without this: each question is then a new page with the whole conversation in its address.
// Here the answer is taken from that page and put below the earlier ones, and typing brings suggestions.
"use strict";

const form = document.getElementById("ask");
const input = document.getElementById("question");
const thread = document.getElementById("thread");
const state = document.getElementById("state");
let asking = null;

function addressOf(question) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (name !== "q" && value) fields.append(name, value);
  }
  for (const earlier of form.querySelectorAll("input[type=hidden][name=q]")) fields.append("q", earlier.value);
  fields.append("q", question);
  return `/?${fields}`;
}

function pending(question) {
  const turn = document.createElement("li");
  const asked = document.createElement("h2");
  const answer = document.createElement("div");
  asked.className = "asked";
  asked.textContent = question;
  answer.className = "waiting";
  turn.append(asked, answer);
  return turn;
}

async function pageOf(address, signal) {
  const response = await fetch(address, { signal, headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const turns = page.getElementById("thread");
  if (!turns) throw new Error(page.querySelector("h1")?.textContent || "服务没有回答，请稍后再试。");
  return page;
}

// Turns that are already shown stay as they are, so that a screen reader speaks the new one only.
function show(page) {
  const turns = [...page.getElementById("thread").children];
  const kept = turns.findIndex((turn, at) => turn.dataset.asked !== thread.children[at]?.dataset.asked);
  const from = kept < 0 ? turns.length : kept;
  while (thread.children.length > from) thread.lastElementChild.remove();
  thread.append(...turns.slice(from).map((turn) => document.importNode(turn, true)));
  document.title = page.title;
  for (const id of ["carried", "welcome", "again"]) {
    document.getElementById(id).replaceWith(document.importNode(page.getElementById(id), true));
  }
}

// Troubles are shown above the input; that work is under way stands in the thread already and is only spoken here.
function say(words, how = "state") {
  state.className = how;
  state.textContent = words;
}

async function go(address, question, remember) {
  asking?.abort();
  asking = new AbortController();
  const mine = asking;
  const waiting = question ? pending(question) : null;
  if (waiting) thread.append(waiting);
  waiting?.scrollIntoView({ block: "start" });
  say(question ? "正在查" : "", "unseen");
  try {
    const page = await pageOf(address, mine.signal);
    waiting?.remove();
    show(page);
    if (remember) history.pushState(null, "", address);
    say("");
    if (question) {
      input.value = "";
      // On a phone the keyboard would cover the answer.
      if (matchMedia("(pointer: coarse)").matches) input.blur();
      thread.lastElementChild?.scrollIntoView({ block: "start" });
    }
  } catch (error) {
    waiting?.remove();
    if (error.name === "AbortError") return;
    say(error instanceof TypeError ? "没有连上服务，请检查网络后再试。" : error.message);
    if (question) input.value = question;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  hide();
  const question = input.value.trim();
  if (question) go(addressOf(question), question, true);
});

// Examples, choices and buttons are links that ask the next question.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-ask]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go(link.href, link.dataset.ask, true);
  input.focus({ preventScroll: true });
});

addEventListener("popstate", () => go(location.href, "", false));

// Suggestions: a combobox as the ARIA practices describe it.
const list = document.getElementById("suggestions");
let chosen = -1;
let latest = 0;

function hide() {
  list.hidden = true;
  chosen = -1;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function choose(at) {
  const options = [...list.children];
  chosen = options.length ? (at + options.length) % options.length : -1;
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === chosen)));
  if (chosen < 0) return;
  input.setAttribute("aria-activedescendant", options[chosen].id);
  options[chosen].scrollIntoView({ block: "nearest" });
}

function take(option) {
  input.value = option.dataset.fill;
  hide();
  input.focus();
}

async function suggest() {
  const mine = ++latest;
  const typed = input.value;
  if (!typed) return hide();
  let found;
  try {
    const response = await fetch(`/suggest?${new URLSearchParams({ q: typed.slice(-200) })}`);
    found = response.ok ? (await response.json()).suggestions : [];
  } catch {
    found = [];
  }
  if (mine !== latest || document.activeElement !== input) return;
  list.replaceChildren(...found.map(option));
  list.hidden = !found.length;
  chosen = -1;
  input.setAttribute("aria-expanded", String(!list.hidden));
}

function option(one, at) {
  const item = document.createElement("li");
  const hint = document.createElement("small");
  item.id = `suggestion-${at}`;
  item.setAttribute("role", "option");
  item.dataset.fill = one.fill;
  item.textContent = one.label;
  hint.textContent = one.hint;
  item.append(" ", hint);
  return item;
}

let soon = 0;
function suggestSoon(event) {
  clearTimeout(soon);
  // While an input method shows candidates of its own, ours would be in their way.
  if (event.isComposing) return hide();
  soon = setTimeout(suggest, 120);
}
for (const kind of ["input", "compositionend"]) input.addEventListener(kind, suggestSoon);
input.addEventListener("blur", () => setTimeout(hide, 150));
input.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (list.hidden) {
    if (event.key === "ArrowDown") suggest();
    return;
  }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    choose(event.key === "ArrowDown" ? chosen + 1 : Math.max(chosen, 0) - 1);
  } else if (event.key === "Enter" && chosen >= 0) {
    event.preventDefault();
    take(list.children[chosen]);
  } else if (event.key === "Tab" && chosen >= 0) {
    take(list.children[chosen]);
  } else if (event.key === "Escape") {
    event.preventDefault();
    hide();
  }
});
list.addEventListener("pointerdown", (event) => {
  const item = event.target.closest("li");
  if (!item) return;
  event.preventDefault();
  take(item);
});
