// The papers of a plan that stands in the fragment of the address: a sheet for each talk, the letter,
// the page for the panel and the scorecard. Ready plans have the same without JavaScript.

import { make } from "../element.js"
import { renderSVG } from "../vendor/uqr.js"
import { OfPlan } from "./of-plan.js"
import * as plans from "./plan.js"

const LONGEST_CODE = 600 // characters; more make a code of more than 100 dots a side, too fine for paper
const PAPERS = { letter: "Letter to the candidate", panel: "Page for the panel", scorecard: "Scorecard" }
const LINE = "______________"

// A string of a stylesheet, which no sign in it can end.
const css = words => `"${words.replace(/[^A-Za-z0-9 ,.:_-]/gu, sign => `\\${sign.codePointAt(0).toString(16).padStart(6, "0")}`)}"`

class PlanPapers extends OfPlan {
  async open() {
    const data = this.data
    const { plan, notes, paper: wanted } = plans.read(data, location.hash.slice(1))
    const talk = plan.interviews[Number(wanted) - 1]
    const paper = talk || Object.hasOwn(PAPERS, wanted) ? wanted : "letter"
    const fragment = name => `#${plans.written(data, plan, { paper: name })}`
    const { level } = plans.pairOf(data, plan.role, plan.level)
    const names = [["letter", PAPERS.letter], ...plan.interviews.map(({ name }, n) => [`${n + 1}`, `Sheet: ${name}`]), ["panel", PAPERS.panel], ["scorecard", PAPERS.scorecard]]
    const title = talk ? talk.name : PAPERS[paper]
    const print = make("button", { type: "button", "data-print": "" }, "Print")
    const url = new URL(fragment(paper), location.href).href
    const nav = make("nav", { class: "screen-only paper-list", "aria-label": "Papers of this plan" },
      make("ul", {}, ...names.map(([name, words]) => make("li", {}, make("a", { href: fragment(name), ...(name === paper ? { "aria-current": "page" } : {}) }, words)))),
      make("p", { class: "actions" }, print, make("a", { href: plans.address("plans/") + fragment("") }, "Change the plan"), make("a", { href: plans.address("plans/score/") + fragment("") }, "Score a candidate")))
    const style = make("style", {}, this.#running(plan, talk, level, paper, title))
    const told = notes.length ? [make("div", { role: "status" }, make("ul", { class: "plain note told" }, ...notes.map(words => make("li", {}, words))))] : []
    const made = talk ? this.#sheet(plan, talk) : { letter: this.#letter, panel: this.#panel, scorecard: this.#scorecard }[paper].call(this, plan)
    const parts = await this.awaited(made)
    if (!parts) return
    const heading = make("h1", { id: "top" }, title, ...(talk ? [" ", make("small", {}, `${plans.minutesOf(talk)} minutes`)] : []))
    document.querySelector("article > h1")?.remove() // that of the page without a plan
    const code = paper === "letter" ? [] : this.#code(url)
    this.replaceChildren(style, nav, ...told, make("div", { class: paper === "letter" ? "letter-paper" : "sheet" }, ...code, heading, ...parts))
    this.dataset.ready = paper
  }

  #running(plan, talk, level, paper, title) {
    const words = [["running-head", `${level.title}, ${talk ? title : paper}`]]
    if (talk) words.push(["running-blank", `Interviewer: ${talk.by || LINE}   Candidate: ${LINE}`])
    else if (paper === "scorecard") words.push(["running-blank", `Candidate: ${LINE}`])
    return `:root{${words.map(([name, value]) => `--${name}:${css(value)}`).join(";")}}`
  }

  #code(url) {
    if (url.length > LONGEST_CODE) return []
    const code = make("div", { class: "qr", role: "img", "aria-label": "QR code of the address" })
    code.innerHTML = renderSVG(url, { ecc: "L", border: 4, pixelSize: 1 }) // of an address alone
    return [code]
  }

  #about(plan, words = "") {
    const { level } = plans.pairOf(this.data, plan.role, plan.level)
    return make("p", { class: "meta" }, make("a", { href: plans.address(`roles/${plan.role}/${plan.level}/`) }, level.title), words)
  }

  #blanks(...names) {
    return make("dl", { class: "blanks" }, ...names.map(([name, value = ""]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))))
  }

  #skill(id) {
    return make("a", { href: plans.address(`skills/${id}/`) }, this.data.skills[id])
  }

  #table(name, head, rows, caption = "") {
    const top = make("tr", {}, ...head.map(words => make("th", { scope: "col" }, words)))
    return make("table", { class: name }, ...(caption ? [make("caption", {}, caption)] : []), make("thead", {}, top), make("tbody", {}, ...rows))
  }

  async #sheet(plan, talk) {
    const found = await plans.sheets(plans.asked(talk))
    let at = 0
    const rows = talk.slots.map(slot => {
      const from = at
      at += slot.minutes
      const what = slot.question ? this.data.questions[slot.question].title : this.data.slots[slot.kind]
      return make("tr", {}, make("td", {}, `0:${`${from}`.padStart(2, "0")}`), make("td", {}, what), make("td", {}, `${slot.minutes}`))
    })
    const questions = talk.slots.filter(slot => slot.question).map(slot => {
      const part = make("div", { class: "for-question" })
      const levels = found[slot.question].levels
      // The HTML of the guide's own sheets: its text was made safe when the site was built.
      part.innerHTML = levels[plan.level] ?? Object.values(levels)[0]
      for (const code of part.querySelectorAll("pre > code")) code.tabIndex = 0 // it scrolls on a phone
      const time = part.querySelector("h2 small")
      if (time) time.textContent = `${slot.minutes} minutes`
      return part
    })
    return [
      this.#about(plan, ": sheet for the interviewer. It holds the answers, so keep it from the candidate."),
      this.#blanks(["Candidate"], ["Interviewer", talk.by], ["Date, start"]),
      this.#table("run-sheet", ["At", "What", "Minutes"], rows),
      make("p", { class: "note" }, make("b", { class: "say" }, "Words in this type are to be read aloud."), " Rate alone within 30 minutes, before you read any other rating. Do not rate “fit”."),
      ...questions,
    ]
  }

  async #letter(plan) {
    const found = plans.letter(this.data, plan)
    const { level } = plans.pairOf(this.data, plan.role, plan.level)
    const ahead = await plans.sheets(found.flatMap(section => section.ahead))
    const line = words => words.endsWith(level.url)
      ? make("p", {}, words.slice(0, -level.url.length), make("a", { href: level.url }, level.url)) : make("p", {}, words)
    const text = make("div", { class: "letter-text" }, ...found.flatMap(section => [
      ...(section.heading ? [make("h2", {}, section.heading)] : []),
      ...section.lines.map(line),
      ...(section.items.length ? [make("ul", {}, ...section.items.map(words => make("li", {}, words)))] : []),
      ...section.ahead.map(id => {
        const part = make("div", {})
        part.innerHTML = ahead[id].ahead // made safe when the site was built
        return part
      }),
    ]))
    return [
      make("p", { class: "meta screen-only" }, "Fill in what is in brackets. It gives no question away, except those that every candidate gets beforehand."),
      text, make("button", { type: "button", class: "copy", "data-copy": "" }, "Copy the letter"),
    ]
  }

  #panel(plan) {
    const data = this.data
    const tables = plan.interviews.map(talk => {
      const rows = plans.asked(talk).flatMap(id => data.questions[id].criteria.map(([, label, skill], n, all) => make("tr", {},
        ...(n ? [] : [make("td", { rowSpan: all.length }, make("a", { href: plans.address(`questions/${id}/`) }, data.questions[id].title))]),
        make("td", {}, label), make("td", {}, data.skills[skill]))))
      return this.#table("criteria", ["Question", "Criterion", "Skill"], rows, `${talk.name}, ${plans.minutesOf(talk)} minutes. Interviewer: ${talk.by || LINE}`)
    })
    const covered = plans.covered(data, plan).map(([skill, talks]) => make("tr", {}, make("th", { scope: "row" }, this.#skill(skill)),
      make("td", talks.length ? {} : { class: "none" }, talks.map(n => plan.interviews[n].name).join(", ") || "not in this plan")))
    return [
      this.#about(plan), this.#blanks(["Candidate"], ["Hiring manager"], ["Panel meets on"]),
      make("h2", {}, "Who covers what"), ...tables,
      make("h2", {}, "What is covered"), this.#table("covered", ["Essential skill", "Rated in"], covered),
      make("h2", {}, "Rules of rating"), make("ol", { class: "rules" }, ...data.panel_rules.map(words => make("li", {}, words))),
    ]
  }

  #scorecard(plan) {
    const data = this.data
    const { level } = plans.pairOf(data, plan.role, plan.level)
    const boxes = () => make("td", { class: "boxes" }, ...[1, 2, 3, 4].map(n => make("i", {}, `${n}`)))
    const empty = many => Array.from({ length: many }, () => make("td", { class: "write" }))
    const tables = plan.interviews.map(talk => {
      const rows = plans.asked(talk).flatMap(id => data.questions[id].criteria.map(([, label, skill]) => make("tr", {},
        make("th", { scope: "row" }, label, make("small", {}, data.skills[skill])), boxes(), ...empty(3))))
      return this.#table("criteria score", ["Criterion", "Rating", "Cap by hints", "After the panel", "What was said or done"], rows, talk.name)
    })
    const skills = plans.ratedBy(data, plans.allAsked(plan)).map(skill => make("tr", {}, make("th", { scope: "row" }, data.skills[skill]), ...empty(1),
      make("td", {}, level.essential.includes(skill) ? "3.0" : "not essential"), ...empty(1)))
    return [
      this.#about(plan, ". One for each rater and candidate; rate alone, within 30 minutes of the interview."),
      this.#blanks(["Candidate"], ["Rated by"], ["Date"]), ...tables,
      this.#table("criteria score together", ["Skill", "Average", "Bar", "Reason, where it was balanced"], skills, "Together, when all ratings are in"),
      make("p", { class: "note" }, "There is no line for “fit”. If a worry is real, name the skill and the evidence."),
    ]
  }
}

if (!customElements.get("plan-papers")) customElements.define("plan-papers", PlanPapers)
