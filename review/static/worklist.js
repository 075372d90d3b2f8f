// The work list: picking lines, and taking in what is new where it disturbs nobody.

const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/* Picking. */

const boxes = () => all('#samen [name="kies"]');

function counted() {
  const bar = one("#samen .picked");
  if (!bar) return;
  bar.classList.add("scripted");
  const many = boxes().filter((box) => box.checked).length;
  const told = one(".picked-count", bar);
  const was = bar.classList.contains("some");
  bar.classList.toggle("some", many > 0);
  if (many) told.textContent = many === 1 ? told.dataset.one : told.dataset.more.replace("#", many);
  else if (was) told.textContent = told.dataset.none;
}

document.addEventListener("change", (event) => { if (event.target.name === "kies") counted(); });
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-pick]");
  if (!button) return;
  for (const box of boxes()) box.checked = button.dataset.pick === "all";
  counted();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "x" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (one("dialog[open]") || document.body.dataset.keys === "uit") return;
  const box = event.target.closest?.(".line") && one('[name="kies"]', event.target.closest(".line"));
  if (!box) return;
  event.preventDefault();
  box.checked = !box.checked;
  counted();
});
addEventListener("pageshow", counted);

/* What is new: shown by itself where nobody is at work in the list, told in words everywhere. */

function idle() {
  const list = one("#lijst");
  return !(
    list.matches(":has(.lines:hover)") ||
    list.contains(document.activeElement) ||
    boxes().some((box) => box.checked) ||
    one(".filters[open]")
  );
}

let told = "";
function take() {
  const link = one("#nieuws a");
  if (!link) return;
  const words = one("#nieuws span").textContent;
  if (link.dataset.more !== "0" && words !== told) one("#gezegd").textContent = told = words;
  if (idle()) link.click();
}

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id === "nieuws" || event.target?.id === "nieuws") take();
  if (event.target?.id === "lijst") { told = ""; counted(); }
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.xhr?.status === 204 && event.target.id === "nieuws") take();
});
