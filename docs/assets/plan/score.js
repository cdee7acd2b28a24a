// Rating a candidate by the plan in the fragment of the address, alone and then together. What is
// entered stays in the tab: nothing is sent, and it leaves only as a file that somebody saves.

import { make } from "../element.js"
import { OfPlan } from "./of-plan.js"
import * as plans from "./plan.js"
import * as scoring from "./scoring.js"

const VERDICTS = {
  "": "No essential skill is rated yet.",
  reached: "Every essential skill that was rated reaches the bar of 3.0.",
  balanced: "One essential skill stands between 2.5 and the bar. The panel may balance it, with the reason written down.",
  below: "Not every essential skill that was rated reaches the bar of 3.0.",
}

class PlanScore extends OfPlan {
  #plan
  #sheets = {}
  #scores = { candidate: "", reason: "", raters: [] }
  #now = -1 // the rater whose ratings are shown

  async open() {
    const { plan, notes, letter } = plans.read(this.data, location.hash.slice(1))
    const sheets = await this.awaited(plans.sheets(plans.allAsked(plan)))
    if (!sheets) return
    this.#plan = plan
    this.#sheets = sheets
    this.#scores = this.#kept()
    this.#now = this.#scores.raters.length - 1
    this.#frame(notes, letter)
    this.#show()
    this.dataset.ready = ""
  }

  // A browser may forbid to keep anything; then a reload forgets what was entered.
  get #key() {
    return `plan-score:${plans.written(this.data, { ...this.#plan, assistants: false })}`
  }

  #kept() {
    try {
      const found = JSON.parse(sessionStorage.getItem(this.#key))
      if (Array.isArray(found?.raters)) return found
    } catch {}
    return { candidate: "", reason: "", raters: [] }
  }

  #keep() {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.#scores))
    } catch {}
  }

  get #rater() {
    return this.#scores.raters[this.#now]
  }

  // ---- the frame, made once a plan

  #button(words, act, attributes = {}) {
    const button = make("button", { type: "button", ...attributes }, words)
    button.addEventListener("click", act)
    return button
  }

  // Which plan is scored: one of the ready ones, or that of the address.
  #chooser(letter) {
    const here = plan => (plan === `${this.#plan.role}/${this.#plan.level}/${letter}` ? { selected: true } : {})
    const groups = this.data.roles.map(role => make("optgroup", { label: role.name }, ...role.levels.flatMap(level => (
      Object.keys(level.ready).map(one => {
        const value = `${role.id}/${level.id}/${one}`
        return make("option", { value, ...here(value) }, `${level.title}, plan ${one}`)
      })
    ))))
    const own = letter ? [] : [make("option", { value: "", selected: true }, "A plan of your own")]
    const select = make("select", {}, ...own, ...groups)
    select.addEventListener("change", () => {
      const [role, level, plan] = select.value.split("/")
      if (plan) location.hash = new URLSearchParams({ role, level, plan })
    })
    return select
  }

  #frame(notes, letter) {
    const { level } = plans.pairOf(this.data, this.#plan.role, this.#plan.level)
    const field = (words, input) => make("label", { class: "field" }, make("span", {}, words), input)
    const fragment = plans.written(this.data, this.#plan)
    this.candidate = make("input", { type: "text", maxLength: scoring.LONGEST.name, value: this.#scores.candidate, placeholder: "a number or initials are enough" })
    this.candidate.addEventListener("input", () => {
      this.#scores.candidate = this.candidate.value.trim()
      this.#keep()
    })
    this.name = make("input", { type: "text", maxLength: scoring.LONGEST.name })
    const add = make("form", { class: "adder" }, field("Who rates", this.name), make("button", { type: "submit" }, "Begin to rate"))
    add.addEventListener("submit", event => {
      event.preventDefault()
      this.#begin(this.name.value.trim())
    })
    this.raters = make("ul", { class: "found", "aria-label": "Raters" })
    this.notice = make("ul", { class: "plain note told" }, ...notes.map(words => make("li", {}, words)))
    this.rate = make("div", {})
    this.together = make("div", {})
    this.file = make("input", { type: "file", accept: ".json,.csv,application/json,text/csv" })
    this.file.addEventListener("change", () => this.#load())
    this.replaceChildren(make("div", { class: "builder scoring" },
      field("Plan", this.#chooser(letter)),
      make("p", {}, make("a", { href: `${plans.address("plans/")}#${fragment}` }, `${level.title}: ${this.#plan.interviews.map(({ name }) => name).join(", ")}`)),
      make("div", { role: "status" }, this.notice),
      make("div", { class: "two" }, field("Candidate", this.candidate), add),
      this.raters, this.rate,
      make("h2", { id: "together" }, "Together"), this.together,
      make("h2", { id: "files" }, "Save and load"),
      make("p", { class: "note" }, "Each interviewer saves a file, and whoever leads the panel loads them all. What does not fit is refused whole, and nothing here is overwritten."),
      make("p", { class: "actions" }, this.#button("Save as JSON", () => this.#save("json")), this.#button("Save as CSV", () => this.#save("csv"))),
      field("Load a file", this.file),
      make("p", {}, this.#forgetter())))
  }

  #forgetter() {
    let asked = false
    const button = this.#button("Forget everything", () => {
      if (asked) {
        this.#scores = { candidate: "", reason: "", raters: [] }
        this.#now = -1
        this.candidate.value = ""
        this.#told([])
        this.#show()
      }
      asked = !asked
      button.textContent = asked ? "Really forget? Press again" : "Forget everything"
    })
    button.addEventListener("blur", () => {
      asked = false
      button.textContent = "Forget everything"
    })
    return button
  }

  #told(lines) {
    this.notice.hidden = !lines.length
    this.notice.replaceChildren(...lines.map(words => make("li", {}, words)))
  }

  // ---- changes

  #begin(name) {
    const there = this.#scores.raters.findIndex(rater => rater.name === name)
    if (!name) return this.#told(["Enter the name of whoever rates."])
    if (there < 0) this.#scores.raters.push({ name, finished: false, hints: {}, ratings: {} })
    this.#now = there < 0 ? this.#scores.raters.length - 1 : there
    this.name.value = ""
    this.#told([])
    this.#show()
    this.rate.querySelector("h2")?.focus()
  }

  #entry(key) {
    return (this.#rater.ratings[key] ??= { first: null, rating: null, note: "" })
  }

  #save(form) {
    const scores = this.#scores
    const text = form === "csv" ? scoring.toCSV(this.data, this.#plan, scores) : scoring.toJSON(this.data, this.#plan, scores)
    const url = URL.createObjectURL(new Blob([text], { type: form === "csv" ? "text/csv;charset=utf-8" : "application/json" }))
    const name = ["scores", scores.candidate, ...scores.raters.map(({ name }) => name)].join("-").replace(/[^\p{L}\p{N}-]+/gu, "-").slice(0, 80)
    make("a", { href: url, download: `${name}.${form}` }).click()
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }

  async #load() {
    const [file] = this.file.files
    if (!file) return
    const found = scoring.read(this.data, this.#plan, file.size > scoring.LONGEST.file ? " ".repeat(scoring.LONGEST.file + 1) : await file.text(), this.#scores)
    this.file.value = ""
    if (found.problems.length) {
      const many = found.problems.length
      return this.#told([`“${file.name}” was not loaded, and nothing was changed.`, ...found.problems.slice(0, 20), ...(many > 20 ? [`and ${many - 20} more.`] : [])])
    }
    this.#scores.candidate ||= found.candidate
    this.#scores.reason ||= found.reason
    this.candidate.value = this.#scores.candidate
    this.#scores.raters.push(...found.raters)
    this.#told([`Loaded: ${found.raters.map(({ name }) => name).join(", ")}.`])
    this.#show()
  }

  // ---- what is shown

  #show() {
    this.#keep()
    const { raters } = this.#scores
    this.raters.replaceChildren(...raters.map(({ name, finished }, n) => make("li", {},
      make("b", {}, name), ` ${finished ? "has finished" : "is rating"} `,
      ...(n === this.#now ? [] : [this.#button("Show", () => this.#pick(n), { class: "copy", "aria-label": `Show the ratings of ${name}` }), " "]),
      this.#button("Remove", () => this.#remove(n), { class: "copy", "aria-label": `Remove the ratings of ${name}` }))))
    this.rate.replaceChildren(...(this.#rater ? this.#ratings() : []))
    this.#combine()
  }

  #pick(n) {
    this.#now = n
    this.#show()
    this.rate.querySelector("h2")?.focus()
  }

  #remove(n) {
    const [gone] = this.#scores.raters.splice(n, 1)
    this.#now = Math.min(this.#now, this.#scores.raters.length - 1)
    this.#show()
    this.#told([`The ratings of ${gone.name} were removed.`])
    this.notice.append(make("li", {}, this.#button("Bring them back", () => {
      this.#scores.raters.splice(n, 0, gone)
      this.#told([])
      this.#show()
    })))
  }

  #ratings() {
    const rater = this.#rater
    const finish = this.#button("I have finished rating", () => {
      scoring.finish(rater)
      this.#show()
      this.rate.querySelector("h2")?.focus()
    })
    const said = rater.finished
      ? make("p", { class: "note" }, `${rater.name} has finished. A rating may still change; the first one is kept beside it.`)
      : make("p", {}, finish)
    return [
      make("h2", { id: "rate", tabindex: "-1" }, `Ratings of ${rater.name}`),
      make("p", { class: "note" }, "Rate alone, within 30 minutes of the interview, before you see another rating. Leave out what you did not ask. Do not rate “fit”."),
      ...this.#plan.interviews.map((talk, n) => make("details", { class: "part", open: true },
        make("summary", {}, make("h3", {}, `Interview ${n + 1}: ${talk.name}`)),
        ...plans.asked(talk).map(id => this.#question(id)))),
      said,
    ]
  }

  #question(id) {
    const rater = this.#rater, question = this.data.questions[id], sheet = this.#sheets[id]
    const part = make("section", { "aria-label": question.title }, make("h4", {}, question.title))
    const all = question.criteria.map(([criterion, label, skill]) => this.#criterion(id, criterion, label, skill, sheet.anchors[criterion]))
    if (sheet.hints.length) {
      part.append(make("fieldset", { class: "hints-said" }, make("legend", {}, "Hints that you gave"), ...sheet.hints.map(([after, words], n) => {
        const box = make("input", { type: "checkbox", checked: (rater.hints[id] ?? []).includes(n + 1) })
        box.addEventListener("change", () => {
          const others = (rater.hints[id] ?? []).filter(one => one !== n + 1)
          rater.hints[id] = (box.checked ? [...others, n + 1] : others).sort()
          all.forEach(({ told }) => told())
          this.#changed()
        })
        return make("label", {}, box, make("span", {}, `${after} min: ${words}`))
      })))
    }
    part.append(...all.map(({ element }) => element))
    return part
  }

  #criterion(id, criterion, label, skill, anchors) {
    const rater = this.#rater, key = `${id}/${criterion}`
    const cost = make("p", { class: "cost" })
    const told = () => {
      const most = scoring.cap(this.data, this.#plan.level, id, criterion, rater.hints[id])
      const { first = null, rating = null } = rater.ratings[key] ?? {}
      const words = []
      if (rating > most) words.push(`The hints cap it: it counts as ${most}.`)
      else if (most < 4) words.push(`The hints cap it at ${most}.`)
      if (first !== null && first !== rating) words.push(`The first rating was ${first}.`)
      cost.textContent = words.join(" ")
    }
    const choice = (value, words) => {
      const radio = make("input", { type: "radio", name: key, value: `${value ?? ""}`, checked: (rater.ratings[key]?.rating ?? null) === value })
      radio.addEventListener("change", () => {
        const entry = this.#entry(key)
        entry.rating = value
        if (value === null) entry.first = null
        else if (rater.finished) entry.first ??= value
        told()
        this.#changed()
      })
      return make("label", { class: value === 3 ? "bar" : "" }, radio, make("span", {}, ...(value ? [make("b", {}, `${value}`), ` ${words}`] : [words])))
    }
    const note = make("textarea", { rows: 2, maxLength: scoring.LONGEST.note, "aria-label": `What was said or done: ${label}`, placeholder: "What was said or done" }, rater.ratings[key]?.note ?? "")
    note.addEventListener("input", () => {
      this.#entry(key).note = note.value
      this.#keep()
    })
    told()
    const element = make("fieldset", { class: "criterion" },
      make("legend", {}, label, make("small", {}, ` ${this.data.skills[skill]}`)),
      ...[1, 2, 3, 4].map(value => choice(value, anchors[value])), choice(null, "Not rated"), cost, note)
    return { element, told }
  }

  #changed() {
    this.#keep()
    this.#combine()
  }

  #combine() {
    const { raters } = this.#scores
    const waiting = raters.filter(({ finished }) => !finished).map(({ name }) => name)
    if (!raters.length || waiting.length) {
      const words = raters.length ? `Not yet: ${waiting.join(", ")} must finish first. Nobody sees another rating before.` : "When all have finished, their ratings are combined here."
      this.together.replaceChildren(make("p", {}, words))
      return
    }
    const found = scoring.combined(this.data, this.#plan, raters)
    const name = id => this.data.skills[id]
    const figure = value => (value === null ? "not rated" : value.toFixed(2))
    const apart = found.criteria.filter(({ differs }) => differs)
    const said = ({ name, first, rating, counts }) => {
      const words = [...(first !== null && first !== rating ? [`first ${first}`] : []), ...(counts !== rating ? [`rated ${rating}, capped`] : [])]
      return `${name} ${counts}${words.length ? ` (${words.join(", ")})` : ""}`
    }
    const rows = found.skills.flatMap(skill => [
      make("tr", { class: "skill-row" }, make("th", { scope: "row" }, name(skill.id)), make("td", {}, figure(skill.average)), make("td", {}, skill.essential ? "3.0" : "not essential")),
      ...found.criteria.filter(one => one.skill === skill.id && one.by.length).map(one => make("tr", {},
        make("th", { scope: "row" }, one.label), make("td", {}, figure(one.average)), make("td", {}, one.by.map(said).join("; ")))),
    ])
    const parts = [make("p", { class: "sum", role: "status" }, VERDICTS[found.verdict])]
    if (found.under.length) parts.push(make("p", {}, `Below the bar: ${found.under.map(({ id, average }) => `${name(id)} ${figure(average)}`).join(", ")}.`))
    if (found.unrated.length) parts.push(make("p", { class: "note" }, `Essential, and not rated: ${found.unrated.map(name).join(", ")}.`))
    if (apart.length) parts.push(make("h3", {}, "Talk about these first: ratings two or more apart"), make("ul", { class: "apart" }, ...apart.map(one => make("li", {}, `${one.label}: ${one.by.map(said).join("; ")}`))))
    const head = make("tr", {}, ...["Skill, and its criteria", "Average", "Bar, and who rated what"].map(words => make("th", { scope: "col" }, words)))
    parts.push(make("table", { class: "criteria combined" }, make("thead", {}, head), make("tbody", {}, ...rows)))
    if (found.verdict === "balanced") {
      const reason = make("textarea", { rows: 2, maxLength: scoring.LONGEST.note }, this.#scores.reason)
      reason.addEventListener("input", () => {
        this.#scores.reason = reason.value
        this.#keep()
      })
      parts.push(make("label", { class: "field" }, make("span", {}, "The reason, if it is balanced"), reason))
    }
    this.together.replaceChildren(...parts)
  }
}

if (!customElements.get("plan-score")) customElements.define("plan-score", PlanScore)
