// Stands in for the theme's search worker and speaks its language: 0 set up, 1 ready, 2 query,
// 3 result. The index is loaded with the first query and not with the page.

const SET_UP = 0, READY = 1, QUERY = 2, RESULT = 3
const MOST = 30 // results; more are not read
let search

function loaded() {
  search ??= import("./search.js").then(({ Search }) =>
    Search.load(new URL("../../search/index.json", self.location)))
  search.catch(() => (search = undefined)) // and the next query tries again
  return search
}

const MEANING = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const escaped = words => words.replace(/[&<>"']/g, letter => MEANING[letter])

// A result as the theme shows it. It takes strings for HTML.
function shown(page, labels) {
  const label = `<small>${escaped(labels[page.kind] ?? page.kind)}</small>`
  return [{
    location: page.address,
    title: `${escaped(page.name)} ${label}`,
    text: `<p>${escaped(page.summary)}</p>`,
    score: page.score,
    terms: Object.fromEntries(page.queryTerms.map(term => [term, true])),
  }]
}

async function answer(query) {
  if (!query.trim()) return []
  const all = await loaded()
  return all.find(query).slice(0, MOST).map(page => shown(page, all.labels))
}

let last = 0
self.addEventListener("message", async ({ data: message }) => {
  if (message.type === SET_UP) return self.postMessage({ type: READY })
  if (message.type !== QUERY) return
  const turn = ++last
  let items = []
  try {
    items = await answer(String(message.data))
  } catch (error) {
    console.warn(error.message)
  }
  if (turn === last) self.postMessage({ type: RESULT, data: { items } })
})
