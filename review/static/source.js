// The source zone: its parts as tabs (WAI-ARIA tabs pattern), loaded when they are first looked at.

const list = document.querySelector(".ways");
const tabs = [...list.querySelectorAll("a")];
const way = (tab) => document.querySelector(tab.hash);

list.setAttribute("role", "tablist");
list.closest(".sheet").classList.add("by-tabs");
for (const tab of tabs) {
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", tab.hash.slice(1));
  way(tab).setAttribute("role", "tabpanel");
  way(tab).tabIndex = 0;
  tab.addEventListener("click", (event) => { event.preventDefault(); choose(tab); });
}

function choose(chosen) {
  for (const tab of tabs) {
    const here = tab === chosen;
    tab.setAttribute("aria-selected", String(here));
    tab.tabIndex = here ? 0 : -1;
    way(tab).hidden = !here;
  }
  chosen.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  for (const late of way(chosen).querySelectorAll('[hx-trigger="zien once"]')) late.dispatchEvent(new Event("zien"));
}

list.addEventListener("keydown", (event) => {
  const at = tabs.indexOf(document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  const next = tabs[(to + tabs.length) % tabs.length];
  choose(next);
  next.focus();
});

// A value's words may stand behind another tab, or on a page that is still to come.
let wanted = null;
document.addEventListener("evidence", ({ detail }) => {
  wanted = detail;
  const holds = (tab) => tab.dataset.keys.split(" ").includes(detail.key);
  const here = tabs.find((tab) => tab.getAttribute("aria-selected") === "true");
  const there = holds(here) ? here : tabs.find(holds);
  if (there && there !== here) choose(there);
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (wanted && event.target.closest(".leaves")) {
    document.dispatchEvent(new CustomEvent("evidence-here", { detail: wanted }));
  }
});

document.addEventListener("error", ({ target }) => {
  if (!target.dataset?.broken) return;
  const words = document.createElement("p");
  words.className = "hint broken";
  words.textContent = target.dataset.broken;
  target.replaceWith(words);
}, true);

const asked = () => tabs.find((tab) => tab.hash === location.hash);
addEventListener("hashchange", () => { if (asked()) choose(asked()); });
choose(asked() ?? tabs[0]);
