// Conveniences only: every page reads and prints without this file.
// All listeners stand on the document, so they go on working when a page is swapped in place.

document.documentElement.classList.add("js")

const parts = () => [...document.querySelectorAll("details.part")]

function unfoldAll(open) {
  for (const part of parts()) part.open = open
  for (const button of document.querySelectorAll("[data-open-all]")) {
    button.setAttribute("aria-pressed", open)
    button.textContent = open ? "Fold all parts" : "Unfold all parts"
  }
}

// A link into a folded part opens it; #interview opens all of them.
function reveal() {
  let id = location.hash.slice(1)
  try {
    id = decodeURIComponent(id)
  } catch {} // not an address of ours
  if (id === "interview") return unfoldAll(true)
  const target = id && document.getElementById(id)
  if (!target) return
  for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) {
    part.open = true
  }
}

document.addEventListener("click", event => {
  const all = event.target.closest("[data-open-all]")
  if (all) {
    const open = all.getAttribute("aria-pressed") !== "true"
    unfoldAll(open)
    history.replaceState(history.state, "", open ? "#interview" : location.pathname)
  }
  if (event.target.closest("[data-print]")) print()
  const link = event.target.closest("[data-copy-link]")
  if (link) copied(link, location.href.split("#")[0])
  const before = event.target.closest("[data-copy]")
  if (before) copied(before, before.previousElementSibling.innerText.trim())
})

// Copy some text, and say on the button what came of it.
async function copied(button, text) {
  const name = button.textContent
  try {
    await navigator.clipboard.writeText(text)
    button.textContent = "Copied"
  } catch {
    button.textContent = "Copying is not allowed here"
  }
  setTimeout(() => (button.textContent = name), 2000)
}

addEventListener("hashchange", reveal)
if (document.readyState === "loading") addEventListener("DOMContentLoaded", reveal)
else reveal()

// Paper shows everything, and the screen is as it was afterwards.
let folded = []
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")]
  for (const part of folded) part.open = true
})
addEventListener("afterprint", () => {
  for (const part of folded) part.open = false
})
