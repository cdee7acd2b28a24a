// Search over the index that the build made: exact names first, then what matches best.
// Used by the worker behind the search box, and by the finder.
import MiniSearch from "../vendor/minisearch.js"

const TOKEN = /[\p{L}\p{N}]+(?:[+#]+[\p{L}\p{N}]*)*/gu
// How much a match in a page of each kind counts: a name leads to its page before questions on it.
const WEIGHT = { skill: 1.6, technology: 1.5, term: 1.4, page: 1.2, role: 1.3, responsibility: 1.3 }
const LESS = { "compare-levels": 0.5, "compare-roles": 0.5, posting: 0.5, plan: 0.7, bank: 0.8 }
const ENOUGH = 3 // pages, with which nothing looser is looked for
const LONGEST = 200 // letters of a query that are looked at

// The words that are compared, as macros/outputs/search.py makes them.
export function tokens(words, idle) {
  const bare = words.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
  const found = bare.match(TOKEN) ?? []
  const telling = found.filter(token => !idle.has(token))
  return telling.length ? telling : found
}

export function options(idle, fields) {
  return {
    fields,
    storeFields: ["kind", "address", "name", "summary", "names"],
    tokenize: words => tokens(words, idle),
    processTerm: token => token,
  }
}

export class Search {
  constructor({ labels, idle, fields, index }) {
    this.labels = labels
    this.idle = new Set(idle)
    this.index = MiniSearch.loadJS(index, options(this.idle, fields))
  }

  static async load(address) {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`The search index could not be loaded (${answer.status})`)
    return new Search(await answer.json())
  }

  // The pages for a query, best first; `wanted` says which kinds of page count.
  find(query, wanted = () => true) {
    const asked = tokens(query.slice(0, LONGEST), this.idle)
    if (!asked.length) return []
    const how = {
      boost: { name: 4, also: 3, text: 1 },
      prefix: token => token.length > 1,
      combineWith: "AND",
      weights: { fuzzy: 0.3, prefix: 0.6 },
      filter: page => wanted(page.kind),
      boostDocument: (_, __, page) => WEIGHT[page.kind] ?? LESS[page.kind] ?? 1,
    }
    const typos = { fuzzy: token => (token.length > 3 ? 0.25 : false), maxFuzzy: 2 }
    // Looser, as long as there is little: with typing mistakes, then with some of the words.
    const found = new Map()
    for (const [step, more] of [{}, typos, { ...typos, combineWith: "OR" }].entries()) {
      if (found.size >= ENOUGH) break
      for (const page of this.index.search(asked.join(" "), { ...how, ...more })) {
        if (!found.has(page.id)) found.set(page.id, Object.assign(page, { step }))
      }
    }
    const name = asked.join(" ")
    const rank = page =>
      (page.names.includes(name) ? 4 : 0) +
      (page.names.some(one => one.startsWith(`${name} `)) ? 2 : 0) +
      (page.step === 0 ? 1 : 0)
    return [...found.values()]
      .map(page => Object.assign(page, { rank: rank(page) }))
      .sort((a, b) => b.rank - a.rank || a.step - b.step || b.score - a.score)
  }
}
