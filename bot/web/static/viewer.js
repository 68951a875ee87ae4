// The source viewer works without this: a jump to a figure focuses it, which opens what was understood.
"use strict";

const moved = document.getElementById("moved");

function arrive() {
  const id = location.hash.slice(1);
  moved.hidden = !id || Boolean(document.getElementById(id));
  moved.textContent = moved.hidden ? "" : "出处已更新：这条引用的原句已经变动，请在正文中查看。";
}

// Escape puts the note away until the reader points or moves on.
const calm = (on) => document.documentElement.classList.toggle("calm", on);
document.addEventListener("keydown", (event) => calm(event.key === "Escape"));
for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, () => calm(false));

const contents = document.querySelector(".contents details");
if (contents && !matchMedia("(min-width: 75rem)").matches) contents.open = false;
addEventListener("hashchange", arrive);
arrive();
