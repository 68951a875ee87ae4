// The source viewer works without this: a jump then only scrolls. Here a jump also opens what was understood.
"use strict";

const moved = document.getElementById("moved");

function arrive() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  moved.hidden = !id || Boolean(target);
  moved.textContent = moved.hidden ? "" : "出处已更新：这条引用的原句已经变动，请在正文中查看。";
  if (target && target.matches(".fact")) {
    target.querySelector("a").focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  }
}

// Escape puts the note away until the reader points or moves on.
const calm = (on) => document.documentElement.classList.toggle("calm", on);
document.addEventListener("keydown", (event) => calm(event.key === "Escape"));
for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, () => calm(false));

const contents = document.querySelector(".contents details");
if (contents && matchMedia("(min-width: 75rem)").matches) contents.open = true;
addEventListener("hashchange", arrive);
arrive();
