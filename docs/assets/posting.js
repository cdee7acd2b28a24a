// The builder of postings. It stands above the list of ready ones, keeps what was chosen in the
// fragment of the address, and sends nothing anywhere.

import { make } from "./element.js"

const ROOT = new URL("../", import.meta.url)
const LONGEST = { employer: 100, place: 100, pay: 100, about: 600, apply: 300 }
const FIELDS = {
  employer: ["Employer", "Riverside Software"],
  place: ["Place", "Leeds, or from home in the UK"],
  pay: ["Pay", "£52,000 to £60,000 a year"],
  about: ["About you, the company", "We make …"],
  apply: ["How to apply", "Write to jobs@example.org by 31 January."],
}
const FORMATS = ["Plain text", "Markdown", "HTML", "JSON-LD"]

const MEANING = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" }
const html = words => words.replace(/[&<>"']/g, sign => MEANING[sign])
const mark = words => words.replace(/([\\[\]<>`*_])/g, "\\$1")
const line = words => words.replace(/\s+/g, " ").trim()

// A posting: the chosen parts and the company's own words, in each form. macros/pages/posting.py
// writes the same where there are no such words.
export function written(said, heads, own = {}) {
  const [will, need, hire] = heads
  const facts = [own.employer, own.place, own.pay].filter(Boolean)
  const join = blocks => blocks.filter(Boolean).join("\n\n") + "\n"
  const plain = join([
    said.title, facts.join(" · "), own.about, said.intro,
    `${will}\n${said.duties.map(duty => `- ${duty.line}`).join("\n")}`,
    `${need}\n${said.skills.map(one => `- ${one.name} (${one.step}): ${one.url}`).join("\n")}`,
    `${hire}\n${said.process}`, own.apply && `How to apply\n${own.apply}`,
    `${said.link.text}\n${said.link.url}`,
  ])
  const markdown = join([
    `# ${mark(said.title)}`, facts.map(mark).join(" · "), own.about && mark(own.about), mark(said.intro),
    `## ${will}\n\n${said.duties.map(duty => `- ${mark(duty.line)}`).join("\n")}`,
    `## ${need}\n\n${said.skills.map(one => `- [${mark(one.name)}](${one.url}) (${one.step})`).join("\n")}`,
    `## ${hire}\n\n${mark(said.process)}`, own.apply && `## How to apply\n\n${mark(own.apply)}`,
    `[${mark(said.link.text)}](${said.link.url})`,
  ])
  const paragraph = words => words ? `<p>${html(words)}</p>\n` : ""
  const page =
    `<h1>${html(said.title)}</h1>\n${paragraph(facts.join(" · "))}${paragraph(own.about)}${paragraph(said.intro)}` +
    `<h2>${will}</h2>\n<ul>\n${said.duties.map(duty => `<li>${html(duty.line)}</li>\n`).join("")}</ul>\n` +
    `<h2>${need}</h2>\n<ul>\n${said.skills.map(one => `<li><a href="${html(one.url)}">${html(one.name)}</a> (${one.step})</li>\n`).join("")}</ul>\n` +
    `<h2>${hire}</h2>\n${paragraph(said.process)}${own.apply ? `<h2>How to apply</h2>\n${paragraph(own.apply)}` : ""}` +
    `<p><a href="${html(said.link.url)}">${html(said.link.text)}</a></p>\n`
  const job = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: said.title,
    description: page,
    responsibilities: said.duties.map(duty => duty.line).join("\n"),
    skills: said.skills.map(one => one.name).join(", "),
    relevantOccupation: { "@type": "Occupation", name: said.title, url: said.link.url },
  }
  if (own.employer) job.hiringOrganization = { "@type": "Organization", name: own.employer }
  if (own.place) job.jobLocation = { "@type": "Place", address: own.place }
  // What ends a script element is written so that it cannot, and means the same.
  const json = JSON.stringify(job, null, 2).replace(/</g, "\\u003c")
  return { "Plain text": plain, Markdown: markdown, HTML: page, "JSON-LD": `${json}\n` }
}

// What Google asks of a JobPosting, beyond what stands there:
// https://developers.google.com/search/docs/appearance/structured-data/job-posting
export function missing(own) {
  const found = ["datePosted: the day on which you publish it"]
  if (!own.employer) found.push("hiringOrganization: the employer")
  if (!own.place) found.push("jobLocation: the place, or jobLocationType TELECOMMUTE with applicantLocationRequirements")
  found.push("baseSalary: the pay as numbers, if you want search engines to show it")
  return found
}

// What the company's own words should not say, as the guide's own are held to.
export function remarks(own, words, topics) {
  const found = []
  for (const text of Object.values(own).filter(Boolean)) {
    for (const { word, advice } of words) {
      const stem = word.replace(/\*$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      const pattern = new RegExp(`(?<![\\w-])${stem}${word.endsWith("*") ? "\\w*" : ""}(?![\\w-])`, "i")
      const match = text.match(pattern)
      if (match) found.push(`“${match[0]}”: ${advice}.`)
    }
    for (const { topic, pattern } of topics) {
      const match = text.match(new RegExp(pattern, "i"))
      if (match) found.push(`“${match[0]}” touches ${topic}: say what the person can do instead.`)
    }
  }
  return [...new Set(found)]
}

class PostingBuilder extends HTMLElement {
  #data
  #own = {}
  #format = FORMATS[0]

  async connectedCallback() {
    if (this.#data) return
    try {
      const answer = await fetch(new URL("postings/builder.json", ROOT))
      if (!answer.ok) throw new Error(answer.status)
      this.#data = await answer.json()
    } catch {
      return // the ready postings stay
    }
    this.#build()
    addEventListener("hashchange", this.#reread)
    this.#read()
    this.dataset.ready = ""
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.#reread)
  }

  #reread = () => this.#read()

  #build() {
    const option = ({ id, name, label }) => make("option", { value: id }, name ?? label)
    this.roles = make("select", {}, ...this.#data.roles.map(option))
    this.levels = make("select")
    this.roles.addEventListener("change", () => this.#picked())
    this.levels.addEventListener("change", () => this.#picked())
    this.inputs = Object.fromEntries(Object.entries(FIELDS).map(([id, [, example]]) => {
      const long = LONGEST[id] > 200
      const input = make(long ? "textarea" : "input", { maxLength: LONGEST[id], placeholder: example, ...(long ? { rows: 3 } : { type: "text" }) })
      input.addEventListener("input", () => {
        this.#own[id] = line(input.value)
        this.#show()
      })
      return [id, input]
    }))
    const field = (words, input) => make("label", { class: "field" }, make("span", {}, words), input)
    this.duties = make("fieldset")
    this.skills = make("fieldset")
    this.advice = make("p", { class: "note", role: "status" })
    this.words = make("ul", { class: "plain note" })
    this.pay = make("p", { class: "note" }, "In the European Union an applicant has a right to learn the pay or its range (Directive 2023/970, Article 5), and several states of the USA want it in the posting. Law differs by place.")
    const form = make("form", { "aria-label": "Your posting" },
      field("Role", this.roles), field("Level", this.levels),
      ...Object.keys(FIELDS).map(id => field(FIELDS[id][0], this.inputs[id])),
      this.pay, make("div", { role: "status" }, this.words), this.duties, this.skills, this.advice)
    form.addEventListener("submit", event => event.preventDefault())
    this.output = make("pre", { class: "material", tabindex: "0", "aria-label": "The posting" })
    const copy = make("button", { type: "button", class: "copy" }, "Copy")
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(this.output.textContent)
        copy.textContent = "Copied"
      } catch {
        copy.textContent = "Copying is not allowed here"
      }
      setTimeout(() => (copy.textContent = "Copy"), 2000)
    })
    this.formats = make("fieldset", { class: "formats" }, make("legend", { class: "visually-hidden" }, "Form"),
      ...FORMATS.map((format, n) => {
        const radio = make("input", { type: "radio", name: "format", value: format, checked: n === 0 })
        radio.addEventListener("change", () => {
          this.#format = format
          this.#show()
        })
        return make("label", {}, radio, format)
      }))
    this.lacking = make("ul", { class: "note" })
    this.notice = make("p", { class: "note", role: "status" })
    this.prepend(make("div", { class: "finder builder" }, make("div", { class: "facets" }, form), make("div", {}, this.notice, this.formats, this.output, copy, this.lacking)))
  }

  get #at() {
    return this.#data.roles.find(({ id }) => id === this.roles.value)
  }

  get #said() {
    return this.#at.levels.find(({ id }) => id === this.levels.value)
  }

  // Another role or level begins with what its ready posting has.
  #picked(duties, skills) {
    const levels = this.#at.levels
    const level = levels.some(({ id }) => id === this.levels.value) ? this.levels.value : levels[0].id
    this.levels.replaceChildren(...levels.map(({ id, label }) => make("option", { value: id, selected: id === level }, label)))
    const boxes = (entries, chosen, legend) => [make("legend", {}, legend), ...entries.map(({ id, name, step, chosen: usual }) => {
      const box = make("input", { type: "checkbox", value: id, checked: chosen ? chosen.includes(id) : usual })
      box.addEventListener("change", () => this.#show())
      return make("label", {}, box, make("span", {}, name), make("small", {}, step ?? ""))
    })]
    this.duties.replaceChildren(...boxes(this.#said.duties, duties, "What the person will do"))
    this.skills.replaceChildren(...boxes(this.#said.skills, skills, "Must-have skills"))
    this.#show()
  }

  #chosen(fieldset) {
    return [...fieldset.querySelectorAll("input:checked")].map(box => box.value)
  }

  #show() {
    const [duties, skills] = [this.#chosen(this.duties), this.#chosen(this.skills)]
    const said = {
      ...this.#said,
      duties: this.#said.duties.filter(({ id }) => duties.includes(id)),
      skills: this.#said.skills.filter(({ id }) => skills.includes(id)),
    }
    this.output.textContent = written(said, this.#data.heads, this.#own)[this.#format]
    const most = this.#data.most_skills
    this.advice.textContent = skills.length > most
      ? `${skills.length} must-haves are too many. ${this.#at.advice}` : `${skills.length} of at most ${most} must-haves.`
    this.advice.classList.toggle("warning", skills.length > most)
    this.words.replaceChildren(...remarks(this.#own, this.#data.words, this.#data.topics).map(words => make("li", {}, words)))
    const lacking = this.#format === "JSON-LD" ? missing(this.#own) : []
    this.lacking.replaceChildren(...lacking.map(words => make("li", {}, words)))
    this.lacking.hidden = !lacking.length
    this.#write(duties, skills)
  }

  #write(duties, skills) {
    const words = new URLSearchParams({ role: this.roles.value, level: this.levels.value })
    const usual = entries => entries.filter(({ chosen }) => chosen).map(({ id }) => id).join(",")
    if (duties.join(",") !== usual(this.#said.duties)) words.set("duties", duties.join(","))
    if (skills.join(",") !== usual(this.#said.skills)) words.set("skills", skills.join(","))
    for (const id of Object.keys(FIELDS)) if (this.#own[id]) words.set(id, this.#own[id])
    const fragment = String(words).replaceAll("%2C", ",")
    if (`#${fragment}` !== location.hash) history.replaceState(history.state, "", `#${fragment}`)
  }

  #read() {
    const fragment = location.hash.slice(1)
    const words = new URLSearchParams(fragment.length > 4000 || !fragment.includes("=") ? "" : fragment)
    const unknown = fragment.length > 4000 ? ["an address that is too long"] : []
    const take = (name, known) => {
      const value = words.get(name)
      if (value === null) return undefined
      const found = value.split(",").filter(Boolean)
      const left = found.filter(id => known.includes(id))
      unknown.push(...found.filter(id => !known.includes(id)))
      return found.length && !left.length ? undefined : left // nothing known: as if nothing was said
    }
    const role = take("role", this.#data.roles.map(({ id }) => id))?.[0]
    this.roles.value = role ?? this.#data.roles[0].id
    const level = take("level", this.#at.levels.map(({ id }) => id))?.[0]
    this.levels.replaceChildren(make("option", { value: level ?? this.#at.levels[0].id, selected: true }))
    for (const id of Object.keys(FIELDS)) {
      this.#own[id] = line((words.get(id) ?? "").slice(0, LONGEST[id]))
      this.inputs[id].value = this.#own[id]
    }
    const ids = entries => entries.map(({ id }) => id)
    const [duties, skills] = [take("duties", ids(this.#said.duties)), take("skills", ids(this.#said.skills))]
    this.notice.hidden = !unknown.length
    this.notice.textContent = `Left out, because the guide does not know it: ${unknown.slice(0, 5).map(word => word.slice(0, 40)).join(", ")}.`
    this.#picked(duties, skills)
  }
}

if (!customElements.get("posting-builder")) customElements.define("posting-builder", PostingBuilder)
