// The builder of plans. It stands above the list of ready ones, keeps the plan in the fragment of the
// address, and sends nothing anywhere.

import { make } from "../element.js"
import * as plans from "./plan.js"

const MINUTES = [60, 90, 120, 180, 240]
const clone = plan => structuredClone(plan)

class PlanBuilder extends HTMLElement {
  #data
  #plan
  #past = [] // plans before each change, for Undo
  #limits
  #built = "" // which parts the shown talks have
  #sections = []
  #refused = false // then the address stays as it is, until somebody changes the plan

  async connectedCallback() {
    if (this.#data) return
    try {
      this.#data = await plans.load()
    } catch {
      return // the ready plans stay
    }
    this.#frame()
    addEventListener("hashchange", this.#reread)
    this.#read()
    this.dataset.ready = ""
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.#reread)
  }

  #reread = () => {
    if (location.hash.includes("=")) this.#read()
  }

  #read() {
    const { plan, notes, refused, limits } = plans.read(this.#data, location.hash.slice(1))
    this.#plan = plan
    this.#limits = limits
    this.#refused = refused
    this.#past = []
    this.#notes(notes)
    this.#show()
  }

  #notes(notes) {
    this.notice.hidden = !notes.length
    this.notice.replaceChildren(...notes.map(words => make("li", {}, words)))
  }

  // ---- the frame, made once

  #frame() {
    const select = (...options) => make("select", {}, ...options)
    const field = (words, input) => make("label", { class: "field" }, make("span", {}, words), input)
    this.roles = select(...this.#data.roles.map(({ id, name }) => make("option", { value: id }, name)))
    this.levels = select()
    this.minutes = select(...MINUTES.map(many => make("option", { value: `${many}` }, `${many} minutes`)))
    this.talks = select(...[1, 2, 3, 4].map(many => make("option", { value: `${many}` }, many === 1 ? "one interview" : `${many} interviews`)))
    for (const input of [this.roles, this.levels, this.minutes, this.talks]) input.addEventListener("change", () => this.#begin())
    this.ai = make("input", { type: "checkbox" })
    this.ai.addEventListener("change", () => this.#change(plan => (plan.assistants = this.ai.checked), "ai"))
    this.coverage = make("div", {})
    const form = make("form", { "aria-label": "Your plan" },
      field("Role", this.roles), field("Level", this.levels), field("Minutes at most", this.minutes), field("Interviews at most", this.talks),
      make("label", { class: "check-box" }, this.ai, make("span", {}, "Candidates may use AI assistants where the questions leave it open")),
      this.coverage)
    form.addEventListener("submit", event => event.preventDefault())
    this.notice = make("ul", { class: "plain note told" })
    this.sum = make("p", { class: "sum", role: "status" })
    this.broken = make("ul", { class: "broken", "aria-label": "Rules that it breaks" })
    this.list = make("div", {})
    this.more = this.#button("Add an interview", () => this.#change(plan => plan.interviews.push(this.#talk()), `talk-${this.#plan.interviews.length}`))
    this.undo = this.#button("Undo", () => this.#undo())
    this.again = this.#button("Begin again", () => this.#begin())
    this.copy = this.#button("Copy the address", () => this.#copy())
    this.papers = make("ul", { class: "found" })
    this.prepend(make("div", { class: "finder builder" },
      make("div", { class: "facets" }, form),
      make("div", {}, make("div", { role: "status" }, this.notice), this.sum, this.broken, this.list,
        make("p", { class: "actions" }, this.more, this.undo, this.again, this.copy),
        make("h2", { id: "papers" }, "What each person gets"), this.papers)))
  }

  #button(words, act, attributes = {}) {
    const button = make("button", { type: "button", ...attributes }, words)
    button.addEventListener("click", act)
    return button
  }

  #talk() {
    const { opening, candidate, spare } = this.#data.limits
    const slots = [["opening", opening], ["candidate-questions", candidate], ["buffer", spare]]
    return { name: "Interview", by: "", slots: slots.map(([kind, minutes]) => ({ kind, minutes })) }
  }

  // ---- changes

  // The plan by rule for what is chosen; the ready one, where that is the same thing.
  #begin() {
    const usual = this.#data.limits
    const role = this.roles.value
    const levels = this.#data.roles.find(({ id }) => id === role).levels.map(({ id }) => id)
    const level = levels.includes(this.levels.value) ? this.levels.value : levels[0]
    this.#limits = { all: Number(this.minutes.value), interviews: Number(this.talks.value) }
    const whole = this.#limits.all === usual.all && this.#limits.interviews === usual.interviews
    const plan = (whole && plans.ready(this.#data, role, level)) || plans.made(this.#data, role, level, this.#limits)
    this.#past.push(clone(this.#plan))
    this.#plan = { ...(plan ?? { role, level, interviews: [this.#talk()] }), assistants: this.ai.checked }
    this.#refused = false
    this.#notes(plan ? [] : ["The question bank has no plan that is so short. Here is an empty interview to begin with."])
    this.#show()
  }

  // focus: what has it afterwards, see data-at.
  #change(act, focus) {
    // A name that nobody chose goes with the questions.
    const usual = new Map(this.#plan.interviews.map(one => [one, one.name === plans.usualName(this.#data, one.slots) ? one.name : null]))
    this.#past.push(clone(this.#plan))
    act(this.#plan)
    for (const one of this.#plan.interviews) if (usual.get(one) === one.name) one.name = plans.usualName(this.#data, one.slots)
    this.#refused = false
    this.#show(focus)
  }

  #undo() {
    this.#plan = this.#past.pop()
    this.#show("undo")
  }

  // Some minutes more are taken from the spare ones, some less go there; what is not there is time more.
  #lend(interview, minutes) {
    const at = interview.slots.findIndex(slot => slot.kind === "buffer")
    if (at < 0) {
      if (minutes < 0) interview.slots.push({ kind: "buffer", minutes: -minutes })
      return
    }
    const left = interview.slots[at].minutes - minutes
    if (left > 0) interview.slots[at].minutes = left
    else interview.slots.splice(at, 1)
  }

  #swap(talk, n, id) {
    const minutes = this.#data.questions[id].minutes
    this.#change(plan => {
      const interview = plan.interviews[talk], slot = interview.slots[n]
      const more = minutes - slot.minutes
      interview.slots[n] = { question: id, minutes }
      this.#lend(interview, more)
    }, `change-${talk}-${n}`)
  }

  #add(talk, id) {
    const { minutes } = this.#data.questions[id]
    this.#change(plan => {
      const interview = plan.interviews[talk]
      const over = plans.minutesOf(interview) + minutes - this.#data.limits.longest
      if (over > 0) this.#lend(interview, over)
      interview.slots.splice(place(interview), 0, { question: id, minutes })
    }, `add-${talk}`)
  }

  #move(talk, n, step) {
    const from = this.#plan.interviews[talk]
    const inside = n + step >= 0 && n + step < from.slots.length
    const other = inside ? talk : talk + step
    const to = inside ? n + step : step > 0 ? Math.min(1, this.#plan.interviews[other].slots.length) : place(this.#plan.interviews[other])
    this.#change(plan => {
      const [slot] = plan.interviews[talk].slots.splice(n, 1)
      plan.interviews[other].slots.splice(to, 0, slot)
    }, `${step > 0 ? "down" : "up"}-${other}-${to}`)
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(location.href)
      this.copy.textContent = "Copied"
    } catch {
      this.copy.textContent = "Copying is not allowed here"
    }
    setTimeout(() => (this.copy.textContent = "Copy the address"), 2000)
  }

  // ---- what is shown

  #show(focus = "") {
    const data = this.#data, plan = this.#plan
    const { role, level } = plans.pairOf(data, plan.role, plan.level)
    this.roles.value = role.id
    this.levels.replaceChildren(...role.levels.map(({ id, label }) => make("option", { value: id, selected: id === level.id }, label)))
    this.ai.checked = plan.assistants
    for (const [input, value] of [[this.minutes, this.#limits.all], [this.talks, this.#limits.interviews]]) {
      if (![...input.options].some(option => option.value === `${value}`)) input.append(make("option", { value: `${value}` }, `${value}`))
      input.value = `${value}`
    }
    const wrong = plans.findings(data, plan, this.#limits.all)
    const covered = plans.covered(data, plan)
    const rated = covered.filter(([, talks]) => talks.length)
    const minutes = plan.interviews.reduce((all, one) => all + plans.minutesOf(one), 0)
    const rules = wrong.length ? `${wrong.length === 1 ? "One rule is" : `${wrong.length} rules are`} broken.` : "It keeps all rules."
    this.sum.textContent = `${plan.interviews.length === 1 ? "One interview" : `${plan.interviews.length} interviews`}, ${minutes} minutes. It rates ${rated.length} of ${covered.length} essential skills. ${rules}`
    this.broken.replaceChildren(...wrong.map(({ says, talk }) => make("li", {}, talk === null ? says : `Interview ${talk + 1}: ${says}`)))
    // What somebody is about to click must not be made anew by leaving a field: where the same things
    // stand in the same places, they are only updated.
    const built = JSON.stringify(plan.interviews.map(({ slots }) => slots.map(({ question, kind }) => question ?? kind)))
    if (built !== this.#built) this.#sections = plan.interviews.map((_, talk) => this.#section(talk))
    if (built !== this.#built) this.list.replaceChildren(...this.#sections.map(({ element }) => element))
    this.#built = built
    for (const { update } of this.#sections) update()
    this.more.disabled = plan.interviews.length >= data.limits.interviews
    this.undo.disabled = !this.#past.length
    this.coverage.replaceChildren(this.#table(covered))
    this.#write()
    const wanted = focus && (focus === "undo" ? this.undo : focus === "ai" ? this.ai : this.querySelector(`[data-at="${focus}"]`))
    if (wanted) (wanted.disabled ? this.sum : wanted).focus?.()
  }

  #table(covered) {
    const rows = covered.map(([skill, talks]) => make("tr", {},
      make("th", { scope: "row" }, make("a", { href: plans.address(`skills/${skill}/`) }, this.#data.skills[skill])),
      make("td", talks.length ? {} : { class: "none" }, talks.map(n => n + 1).join(", ") || "no")))
    const head = make("tr", {}, make("th", { scope: "col" }, "Essential skill"), make("th", { scope: "col" }, "In interview"))
    return make("table", { class: "covered" }, make("thead", {}, head), make("tbody", {}, ...rows))
  }

  // A talk: { element, update }.
  #section(talk) {
    const here = () => this.#plan.interviews[talk]
    const name = make("input", { type: "text", maxLength: plans.LONGEST_NAME, "data-at": `talk-${talk}` })
    const by = make("input", { type: "text", maxLength: plans.LONGEST_NAME, placeholder: "who holds it" })
    name.addEventListener("change", () => this.#change(() => (here().name = name.value.trim() || plans.usualName(this.#data, here().slots))))
    by.addEventListener("change", () => this.#change(() => (here().by = by.value.trim())))
    const field = (words, input) => make("label", { class: "field" }, make("span", {}, words), input)
    const rated = plans.ratedBy(this.#data, plans.asked(here())).map(id => this.#data.skills[id])
    const rows = here().slots.map((_, n) => this.#slot(talk, n))
    const adder = this.#adder(talk)
    const minutes = make("small", {})
    const remove = this.#button("Remove this interview", () => this.#change(plan => plan.interviews.splice(talk, 1)), { class: "copy" })
    const element = make("section", { class: "interview", "aria-label": `Interview ${talk + 1}` },
      make("h3", {}, `Interview ${talk + 1} `, minutes),
      make("div", { class: "two" }, field("Name", name), field("Interviewer", by)),
      make("ol", { class: "plain slot-list" }, ...rows.map(row => row.element)),
      adder.element,
      make("p", { class: "meta" }, rated.length ? `Rates ${rated.join(", ")}.` : ""),
      remove)
    const update = () => {
      name.value = here().name
      by.value = here().by
      minutes.textContent = `${plans.minutesOf(here())} minutes`
      let at = 0
      here().slots.forEach((slot, n) => {
        rows[n].update(at)
        at += slot.minutes
      })
      adder.update()
    }
    return { element, update }
  }

  // A part of a talk: { element, update(minutes since its beginning) }.
  #slot(talk, n) {
    const here = () => this.#plan.interviews[talk].slots[n]
    const { question: id, kind } = here()
    const title = id ? this.#data.questions[id].title : this.#data.slots[kind]
    const at = make("span", { class: "at" })
    const minutes = make("input", { type: "number", min: "1", max: "60", "aria-label": `Minutes for ${title}`, "data-at": `minutes-${talk}-${n}` })
    minutes.addEventListener("change", () => {
      const value = Math.round(Number(minutes.value))
      if (value >= 1 && value <= this.#data.limits.longest) this.#change(() => (here().minutes = value))
      else minutes.value = here().minutes
    })
    const chooser = id ? this.#chooser(talk, n) : { element: make("span", {}, title), update() {} }
    const last = this.#plan.interviews.length - 1
    const tools = [["up", "↑", -1, talk === 0 && n === 0], ["down", "↓", 1, talk === last && n === this.#plan.interviews[talk].slots.length - 1]]
      .map(([name, sign, step, end]) => this.#button(sign, () => this.#move(talk, n, step), { disabled: end, "aria-label": `Move ${name}: ${title}`, "data-at": `${name}-${talk}-${n}` }))
    const remove = this.#button("✕", () => this.#change(plan => plan.interviews[talk].slots.splice(n, 1), `add-${talk}`), { "aria-label": `Remove: ${title}` })
    const read = id ? [make("a", { href: plans.address(`questions/${id}/`), "aria-label": `Read: ${title}` }, "Read")] : []
    const element = make("li", { class: id ? "question" : "" }, at, make("span", { class: "what" }, chooser.element),
      make("span", { class: "tools" }, minutes, make("span", { class: "meta" }, "min"), ...tools, remove, ...read))
    const update = from => {
      at.textContent = `0:${`${from}`.padStart(2, "0")}`
      minutes.value = `${here().minutes}`
      chooser.update()
    }
    return { element, update }
  }

  // Questions for the level that the plan does not ask and that take at most some minutes: those that
  // rate most essential skills anew come first.
  #fitting(most, without = "") {
    const data = this.#data
    const others = plans.allAsked(this.#plan).filter(id => id !== without)
    const { level } = plans.pairOf(data, this.#plan.role, this.#plan.level)
    const rated = plans.ratedBy(data, others)
    const gain = id => plans.skillsOf(data.questions[id]).filter(skill => level.essential.includes(skill) && !rated.includes(skill)).length
    return Object.keys(data.questions)
      .filter(id => data.questions[id].levels.includes(level.id) && data.questions[id].minutes <= most && !others.includes(id) && id !== without)
      .map(id => ({ id, gain: gain(id) }))
      .sort((a, b) => b.gain - a.gain || data.questions[a.id].minutes - data.questions[b.id].minutes || (a.id < b.id ? -1 : 1))
      .map(({ id, gain }) => {
        const { title, minutes, kind } = data.questions[id]
        return make("option", { value: id }, `${title} (${minutes} min, ${data.kinds[kind].label.toLowerCase()}${gain ? `, ${gain} essential more` : ""})`)
      })
  }

  #spare(talk) {
    return this.#plan.interviews[talk].slots.find(({ kind }) => kind === "buffer")?.minutes ?? 0
  }

  #chooser(talk, n) {
    const slot = () => this.#plan.interviews[talk].slots[n]
    const { title } = this.#data.questions[slot().question]
    const group = make("optgroup", {})
    const element = make("select", { "aria-label": `Question: ${title}`, "data-at": `change-${talk}-${n}` }, make("option", { value: slot().question, selected: true }, title), group)
    element.addEventListener("change", () => this.#swap(talk, n, element.value))
    const update = () => {
      const others = this.#fitting(slot().minutes + this.#spare(talk), slot().question)
      group.label = others.length ? "Instead, in the same time" : "Nothing else fits"
      group.replaceChildren(...others)
    }
    return { element, update }
  }

  #adder(talk) {
    const element = make("select", { "aria-label": `Add a question to interview ${talk + 1}`, "data-at": `add-${talk}` })
    element.addEventListener("change", () => element.value && this.#add(talk, element.value))
    const update = () => {
      const room = this.#data.limits.longest - plans.minutesOf(this.#plan.interviews[talk]) + this.#spare(talk)
      const found = this.#fitting(room)
      element.disabled = !found.length
      element.replaceChildren(make("option", { value: "" }, found.length ? "Add a question…" : "No other question fits"), ...found)
    }
    return { element, update }
  }

  #write() {
    const usual = this.#data.limits
    const more = {
      minutes: this.#limits.all === usual.all ? "" : `${this.#limits.all}`,
      talks: this.#limits.interviews === usual.interviews ? "" : `${this.#limits.interviews}`,
    }
    const fragment = plans.written(this.#data, this.#plan, more)
    const long = fragment.length > plans.LONGEST_ADDRESS
    if (long) this.#notes([`The address would be ${fragment.length} characters long, and ${plans.LONGEST_ADDRESS} is the most: shorten the names. Until then it keeps the plan of before.`])
    // A place on the page stays in the address, and so does what was refused, until something changes.
    const untouched = !this.#past.length && (this.#refused || !location.hash.includes("="))
    if (!untouched && !long && `#${fragment}` !== location.hash) history.replaceState(history.state, "", `#${fragment}`)
    const link = (page, words, about, paper = "") => make("li", {},
      make("a", { href: `${plans.address(page)}#${fragment}${paper && `&paper=${paper}`}` }, words), make("p", { class: "meta" }, about))
    this.papers.replaceChildren(...(long ? [] : [
      link("plans/own/", "Letter to the candidate", "What to expect, what to bring, adjustments. Safe to send.", "letter"),
      ...this.#plan.interviews.map(({ name }, n) => link("plans/own/", `Sheet: ${name}`, "For the interviewer, to hold and rate the interview.", `${n + 1}`)),
      link("plans/own/", "Page for the panel", "Who covers what, and the rules of rating.", "panel"),
      link("plans/own/", "Scorecard", "Blank, to print.", "scorecard"),
      link("plans/score/", "Score a candidate", "In the browser; nothing is sent."),
    ]))
  }
}

// Where a question goes into a talk: before the candidate's own ones.
function place(interview) {
  const at = interview.slots.findIndex(slot => slot.kind && slot.kind !== "opening")
  return at < 0 ? interview.slots.length : at
}

if (!customElements.get("plan-builder")) customElements.define("plan-builder", PlanBuilder)
