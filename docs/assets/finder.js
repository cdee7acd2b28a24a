// The finder of questions. It takes the place of the list of banks that stands in the page, reads
// questions/finder.json, and keeps what was chosen in the fragment of the address.

import { make } from "./element.js"

const ROOT = new URL("../", import.meta.url)
const AT_ONCE = 30 // results shown, and added by "Show more"
const LONGEST = 2000 // letters of a fragment that are read
const ORDERS = { best: "Best match", short: "Shortest first", easy: "Lowest level first", title: "Title" }

const many = (n, one, more = `${one}s`) => `${n} ${n === 1 ? one : more}`

class QuestionFinder extends HTMLElement {
  #facets = []
  #questions = []
  #chosen = new Map() // facet → set of options
  #query = ""
  #order = "best"
  #shown = AT_ONCE
  #boxes = new Map() // "facet option" → its box and its count
  #search
  #ranks // question address → rank in the text search, or undefined without words

  async connectedCallback() {
    if (this.#facets.length) return
    try {
      const answer = await fetch(new URL("questions/finder.json", ROOT))
      if (!answer.ok) throw new Error(answer.status)
      const { facets, questions } = await answer.json()
      this.#facets = facets
      this.#questions = questions
    } catch {
      return // the list of banks stays
    }
    this.#build()
    addEventListener("popstate", this.#reread)
    addEventListener("hashchange", this.#reread)
    await this.#read()
    this.dataset.ready = ""
    performance.mark("finder ready") // for tests and `make bench`
  }

  disconnectedCallback() {
    removeEventListener("popstate", this.#reread)
    removeEventListener("hashchange", this.#reread)
  }

  #reread = () => this.#read()

  #build() {
    this.input = make("input", { type: "search", "aria-label": "Words in a question", placeholder: "Words, such as n+1", autocomplete: "off", maxLength: 200 })
    this.input.addEventListener("input", () => this.#type())
    const form = make("form", { role: "search", "aria-label": "Questions" }, this.input, ...this.#facets.map(facet => this.#facet(facet)))
    form.addEventListener("submit", event => event.preventDefault())
    this.narrow = make("details", { class: "narrow" }, make("summary", {}, "Narrow down"), form)
    const wide = matchMedia("(min-width: 60em)")
    const follow = () => (this.narrow.open = wide.matches)
    wide.addEventListener("change", follow)
    follow()
    this.count = make("p", { role: "status", class: "count" })
    this.order = make("select", { "aria-label": "Order" }, ...Object.entries(ORDERS).map(([id, label]) => make("option", { value: id }, label)))
    this.order.addEventListener("change", () => {
      this.#order = this.order.value
      this.#write(true)
    })
    this.choices = make("p", { class: "choices" })
    this.notice = make("p", { class: "note", hidden: true })
    this.list = make("ul", { class: "found" })
    this.more = make("button", { type: "button" }, "Show more")
    this.more.addEventListener("click", () => this.#showMore())
    this.banks = [...this.children].filter(child => child.localName !== "script")
    const found = make("div", {},
      make("div", { class: "how" }, this.count, make("label", {}, "Order ", this.order)),
      this.choices, this.notice, this.list, this.more)
    for (const bank of this.banks) bank.hidden = true
    this.prepend(make("div", { class: "finder" }, make("div", { class: "facets" }, this.narrow), found))
  }

  #facet({ id, label, options }) {
    const rows = options.map(([option, words]) => {
      const box = make("input", { type: "checkbox", name: id, value: option })
      const count = make("small")
      box.addEventListener("change", () => this.#choose(id, option, box.checked))
      const row = make("label", {}, box, make("span", {}, words), count)
      this.#boxes.set(`${id} ${option}`, { box, count, row, words })
      return row
    })
    const open = ["kind", "level", "minutes"].includes(id)
    const part = make("details", { class: "facet", open }, make("summary", {}, label), make("fieldset", {}, make("legend", { class: "visually-hidden" }, label), ...rows))
    return part
  }

  #choose(facet, option, on) {
    const options = this.#chosen.get(facet) ?? new Set()
    on ? options.add(option) : options.delete(option)
    options.size ? this.#chosen.set(facet, options) : this.#chosen.delete(facet)
    this.#write(true)
  }

  async #type() {
    this.#query = this.input.value
    await this.#rank()
    this.#write(false)
  }

  // The fragment says all that is chosen. A choice is a step back for the reader; a letter is not.
  #write(step) {
    const words = new URLSearchParams()
    if (this.#query.trim()) words.set("q", this.#query.trim())
    for (const { id } of this.#facets) {
      if (this.#chosen.has(id)) words.set(id, [...this.#chosen.get(id)].join(","))
    }
    if (this.#order !== "best") words.set("order", this.#order)
    const fragment = String(words).replaceAll("%2C", ",")
    const address = location.pathname + location.search + (fragment && `#${fragment}`)
    if (address !== location.pathname + location.search + location.hash) {
      history[step ? "pushState" : "replaceState"](history.state, "", address)
    }
    this.notice.hidden = true
    this.#shown = AT_ONCE
    this.#show()
  }

  async #read() {
    const fragment = location.hash.slice(1)
    const unknown = []
    this.#chosen.clear()
    this.#query = ""
    this.#order = "best"
    if (fragment.length > LONGEST) unknown.push("an address that is too long")
    else if (fragment.includes("=")) this.#take(new URLSearchParams(fragment), unknown)
    this.input.value = this.#query
    this.order.value = this.#order
    for (const [key, { box }] of this.#boxes) {
      const [facet, option] = key.split(" ")
      box.checked = this.#chosen.get(facet)?.has(option) ?? false
      if (box.checked) box.closest("details").open = true
    }
    this.notice.hidden = !unknown.length
    this.notice.textContent = `Left out, because the finder does not know it: ${unknown.slice(0, 5).map(word => word.slice(0, 40)).join(", ")}.`
    this.#shown = AT_ONCE
    await this.#rank()
    this.#show()
  }

  #take(words, unknown) {
    for (const [name, value] of words) {
      if (name === "q") this.#query = value.slice(0, 200)
      else if (name === "order" && Object.hasOwn(ORDERS, value)) this.#order = value
      else if (!this.#facets.some(({ id }) => id === name)) unknown.push(name)
      else {
        for (const option of value.split(",").filter(Boolean)) {
          if (!this.#boxes.has(`${name} ${option}`)) unknown.push(option)
          else this.#chosen.set(name, (this.#chosen.get(name) ?? new Set()).add(option))
        }
      }
    }
  }

  // Words are looked up in the site's own index, which is loaded with the first of them.
  async #rank() {
    const query = this.#query
    if (!query.trim()) return (this.#ranks = undefined)
    try {
      const { Search } = await import("./search/search.js")
      this.#search ??= await Search.load(new URL("search/index.json", ROOT))
    } catch {
      this.notice.hidden = false
      this.notice.textContent = "Words cannot be looked up just now. The choices work."
      return (this.#ranks = undefined)
    }
    if (query !== this.#query) return
    const found = this.#search.find(query, kind => kind === "question")
    this.#ranks = new Map(found.map((page, rank) => [page.address, rank]))
  }

  // The questions that fit all that is chosen, but for one facet where it is named.
  #fitting(but) {
    const chosen = [...this.#chosen].filter(([facet]) => facet !== but)
    return this.#questions.filter(question =>
      (!this.#ranks || this.#ranks.has(question.address)) &&
      chosen.every(([facet, options]) => question.has[facet].some(one => options.has(one))))
  }

  #show() {
    for (const { id, options } of this.#facets) {
      const counts = new Map()
      for (const question of this.#fitting(id)) {
        for (const option of question.has[id]) counts.set(option, (counts.get(option) ?? 0) + 1)
      }
      for (const [option] of options) {
        const { box, count, row } = this.#boxes.get(`${id} ${option}`)
        const n = counts.get(option) ?? 0
        count.textContent = n
        row.classList.toggle("none", !n)
        box.disabled = !n && !box.checked
      }
    }
    const found = this.#sorted(this.#fitting())
    const all = this.#questions.length
    this.count.textContent = found.length === all ? many(all, "question") : `${found.length} of ${many(all, "question")}`
    this.#showChoices()
    if (found.length) this.list.replaceChildren(...found.slice(0, this.#shown).map(question => this.#item(question)))
    else this.list.replaceChildren(this.#nothing())
    this.more.hidden = found.length <= this.#shown
    this.more.textContent = `Show ${Math.min(AT_ONCE, found.length - this.#shown)} more`
  }

  #sorted(found) {
    const rank = question => this.#ranks?.get(question.address) ?? 0
    const levels = this.#facets.find(({ id }) => id === "level").options.map(([id]) => id)
    const lowest = question => Math.min(...question.has.level.map(level => levels.indexOf(level)))
    const orders = {
      best: (a, b) => rank(a) - rank(b) || lowest(a) - lowest(b) || a.minutes - b.minutes,
      short: (a, b) => a.minutes - b.minutes || lowest(a) - lowest(b),
      easy: (a, b) => lowest(a) - lowest(b) || a.minutes - b.minutes,
      title: (a, b) => a.title.localeCompare(b.title),
    }
    return found.sort((a, b) => orders[this.#order](a, b) || a.title.localeCompare(b.title))
  }

  #item(question) {
    const name = (facet, option) => this.#boxes.get(`${facet} ${option}`).words
    const levels = question.has.level.map(level => make("span", { class: "level" }, name("level", level)))
    const what = [name("kind", question.has.kind[0]), `${question.minutes} minutes`, question.has.skill.map(skill => name("skill", skill)).join(", ")]
    return make("li", {},
      make("a", { class: "question", href: new URL(question.address, ROOT).href }, question.title),
      make("p", {}, question.words),
      make("p", { class: "meta" }, `${what.join(" · ")} `, ...levels))
  }

  // Every choice as a button that takes it back.
  #showChoices() {
    const buttons = this.#withdrawals().map(({ words, withdraw }) => {
      const button = make("button", { type: "button", "aria-label": `Remove ${words}` }, `${words} ×`)
      button.addEventListener("click", () => this.#withdrawn(withdraw))
      return button
    })
    if (buttons.length) {
      const all = make("button", { type: "button", class: "all" }, "Clear all")
      all.addEventListener("click", () => this.#withdrawn(() => this.#clear()))
      buttons.push(all)
    }
    this.choices.replaceChildren(...buttons)
    this.choices.hidden = !buttons.length
    this.narrow.firstChild.textContent = buttons.length ? `Narrow down (${buttons.length - 1})` : "Narrow down"
  }

  #withdrawals() {
    const found = []
    if (this.#query.trim()) found.push({ words: `“${this.#query.trim()}”`, withdraw: () => (this.#query = this.input.value = "") })
    for (const [facet, options] of this.#chosen) {
      for (const option of options) {
        const { box, words } = this.#boxes.get(`${facet} ${option}`)
        const withdraw = () => {
          box.checked = false
          const left = this.#chosen.get(facet)
          left.delete(option)
          if (!left.size) this.#chosen.delete(facet)
        }
        found.push({ words, withdraw, facet })
      }
    }
    return found
  }

  #clear() {
    this.#chosen.clear()
    this.#query = this.input.value = ""
    for (const { box } of this.#boxes.values()) box.checked = false
  }

  async #withdrawn(withdraw) {
    withdraw()
    await this.#rank()
    this.#write(true)
    const next = this.choices.querySelector("button") ?? this.list.querySelector("a") ?? this.input
    next.focus()
  }

  #showMore() {
    const at = this.#shown
    this.#shown += AT_ONCE
    this.#show()
    this.list.children[at]?.querySelector("a").focus()
  }

  // Nothing fits: say how many would if one choice were taken back.
  #nothing() {
    const ways = this.#withdrawals().map(way => ({ ...way, n: this.#without(way) })).filter(({ n }) => n)
    const rows = ways.map(({ words, withdraw, n }) => {
      const button = make("button", { type: "button" }, `Without ${words}: ${n}`)
      button.addEventListener("click", () => this.#withdrawn(withdraw))
      return make("li", {}, button)
    })
    const says = this.#query.trim() && !ways.length ? "No question has these words. Try fewer, or another word." : "No question fits all of this."
    return make("li", { class: "nothing" }, make("p", {}, says), make("ul", { class: "plain" }, ...rows))
  }

  #without({ facet }) {
    const ranks = this.#ranks
    if (!facet) this.#ranks = undefined
    const n = this.#fitting(facet).length
    this.#ranks = ranks
    return n
  }
}

if (!customElements.get("question-finder")) customElements.define("question-finder", QuestionFinder)
